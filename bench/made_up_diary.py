"""Writes docs/tutorials/made-up-diary.csv: a made-up person who follows the draw, mostly.

Nobody lived these mornings. Recovery 0.02 a day, residual sd 0.8, carry-over 0.3, and
true effects of the frozen bottle -0.4, tennis ball -1.5, wooden roller -0.2 and calf
stick -0.6 points against doing nothing; one rest day in seven.
"""

import csv
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from firststep import Trial

EFFECTS = {"frozen-bottle": -0.4, "tennis-ball": -1.5, "wooden-roller": -0.2, "calf-stick": -0.6}
START = date(2026, 8, 3)
CARRY_OVER = 0.3
TARGET = Path(__file__).parent.parent / "docs" / "tutorials" / "made-up-diary.csv"


def main() -> None:
    generator = np.random.default_rng(11)
    trial = Trial(EFFECTS, usual_days=1 / 7, seed=7)
    relief = 0.0
    did: tuple[str, ...] = ()
    rows = []
    for morning in range(84):
        relief = CARRY_OVER * relief + (1 - CARRY_OVER) * sum(EFFECTS.get(name, -0.3) for name in did)
        felt = 6.4 - 0.02 * morning + relief + 0.8 * generator.standard_normal()
        pain = None if generator.random() < 0.07 else int(np.clip(round(felt), 0, 10))
        on = START + timedelta(days=morning)
        trial.record(pain, did=did or () if morning else None, on=on)
        advised = trial.advise().technique
        fate = generator.random()
        did = ("other",) if fate < 0.04 else () if advised is None or fate < 0.1 else (advised,)
        told = "" if fate > 0.95 else ";".join(did) or "none"
        rows.append((on.isoformat(), "" if pain is None else pain, told, advised or "none"))
    with TARGET.open("w", newline="") as file:
        csv.writer(file).writerows([("date", "pain", "did", "advised"), *rows])


if __name__ == "__main__":
    main()
