"""Real N-of-1 trials: the published effects beside ours, and what makes the difference.

    python -m bench.accuracy.studyu

Prints the table of docs/explanation/studyu.md. Each column changes one thing:

    published   least squares without the first day, arm of the same day
    all days    the same with the first day, an answer a day
    drift       ours under the neutral prior, which hardly shrinks: level, slope and autocorrelation
    ours        with our priors: shrinkage
    day before  ours, with the arm of the day before
"""

import csv
from pathlib import Path

import numpy as np

from firststep import read_diaries
from firststep.care import ArmOf, View, seen
from firststep.records import Diary
from firststep.trial import Contrast

FOLDER = Path(__file__).parents[3] / "shared" / "data" / "nof1" / "studyu"
INTERVENTION = {"tea": "Herbal tea", "herbal": "Herbal tea", "noise": "Noise", "window": "Cold temperature"}


def least_squares(diary: Diary, arm: str) -> float:
    """Control minus intervention, plain means over the days, arm of the same day."""
    scored = [day for day in diary.days if day.pain is not None and day.did]
    treated = [day.pain for day in scored if arm in (day.did or ())]
    control = [day.pain for day in scored if arm not in (day.did or ())]
    return float(np.mean([p or 0.0 for p in control]) - np.mean([p or 0.0 for p in treated]))


def contrast(diary: Diary, arm: str, arm_of: ArmOf, view: View = View.AS_DONE) -> Contrast:
    control = next(name for name in diary.techniques if name != arm)
    return seen(diary, view, arm_of=arm_of).contrast(control, arm)


def shown(value: Contrast) -> str:
    return f"{value.mean:+.2f} ({value.low:+.2f} to {value.high:+.2f})"


def main() -> None:
    if not FOLDER.exists():
        print("the real files are not here: nothing to compare")
        return
    print("| trial | person | n | published (95%) | all days | drift | ours (90%) | day before (90%) |")
    print("|---|---|---|---|---|---|---|---|")
    with (FOLDER / "published_individual_glsar.csv").open() as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        arm = INTERVENTION[row["trial"]]
        people = read_diaries(FOLDER / f"measurements_{row['trial']}.csv")
        diary = next(d for d in people if d.person == row["participant"])
        drift = contrast(diary, arm, ArmOf.SAME_DAY, View.NEUTRAL)
        print(
            f"| {row['trial']} | {row['participant'][:8]} | {row['n']} "
            f"| {float(row['effect']):+.2f} ({float(row['lo']):+.2f} to {float(row['hi']):+.2f}) "
            f"| {least_squares(diary, arm):+.2f} | {drift.mean:+.2f} "
            f"| {shown(contrast(diary, arm, ArmOf.SAME_DAY))} "
            f"| {shown(contrast(diary, arm, ArmOf.DAY_BEFORE))} |"
        )


if __name__ == "__main__":
    main()
