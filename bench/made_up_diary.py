"""Writes docs/tutorials/made-up-diary.csv: a made-up person who follows the draw, mostly.

Nobody lived these mornings; who they are is in `firststep.care.comparing.made_up`. One rest day in seven.
"""

import csv
from datetime import date
from pathlib import Path

import numpy as np

from firststep import Trial
from firststep.care.comparing.made_up import EFFECTS, live

START = date(2026, 8, 3)
DAYS = 84
TARGET = Path(__file__).parent.parent / "docs" / "tutorials" / "made-up-diary.csv"


def main() -> None:
    trial = Trial(EFFECTS, usual_days=1 / 7, seed=7)
    rows: list[tuple[str, str | int, str, str]] = []
    told: list[tuple[str, ...] | None] = [None]  # what was done before each morning

    def advised(on: date, pain: int | None) -> str | None:
        trial.record(pain, did=told[-1], on=on)
        return trial.advise().technique

    for on, pain, did in live(START, DAYS, advised, np.random.default_rng(11)):
        told.append(did)
        drawn = trial.advise().technique or "none"
        done = "" if did is None else ";".join(did) or "none"
        rows.append((on.isoformat(), "" if pain is None else pain, done, drawn))
    with TARGET.open("w", newline="") as file:
        csv.writer(file).writerows([("date", "pain", "did", "advised"), *rows])


if __name__ == "__main__":
    main()
