"""How often two clearly worse mornings rest a technique, by chance and where it does harm.

    python -m bench.accuracy.resting [people in each row, 300]

Virtual people with four techniques in random blocks of three days, 84 mornings, looked at
every morning. Prints the table of docs/explanation/resting.md.
"""

import sys
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import numpy as np

from firststep.care import Cause, none_of_it, resting, standing
from firststep.cohort.life import live
from firststep.cohort.lived import START, Row, somebody
from firststep.cohort.many import over_all_cores
from firststep.records import Comparing, Doing, Foot, Morning, Question, Screened, Told, What

FOUR = ("tennis-ball", "hands", "calf-stick", "frozen-bottle")
BLOCK_DAYS = 3
HARM = (0.0, 0.0, 0.0, 2.0)
ROWS = (
    ("all alike", Row("plain", 0.0, common=0.0)),
    ("all alike, with flares", Row("flares", 0.0, common=0.0)),
    ("all alike, heavy tails", Row("heavy-tails", 0.0, common=0.0)),
    ("all alike, everything at once", Row("all-at-once", 0.0, common=0.0)),
    ("effects differ (sd 0.6)", Row("plain", 0.6)),
    ("one makes it worse by 2 points", Row("plain", shape=HARM)),
)
Task = tuple[Row, int]


def one(task: Task) -> tuple[int, bool, int | None]:
    """Techniques that rested by chance, whether the harmful one did, and on which day of its use."""
    row, seed = task
    who = somebody(row, seed)
    generator = np.random.default_rng([seed, 2])
    drawn = generator.integers(len(FOUR), size=row.mornings // BLOCK_DAYS + 1)
    told: list[Told] = [
        _told(0, Screened(tuple(none_of_it().items()))),
        _told(0, Comparing(Question.WHICH, FOUR)),
    ]
    first: dict[str, int] = {}
    used: list[int] = []
    for day, lived in enumerate(live(who, lambda day, _: int(drawn[day // BLOCK_DAYS]))):
        if lived.score is not None:
            told.append(_told(day, Morning(lived.score)))
        now = resting(standing(told, Foot.RIGHT), START + timedelta(days=day))
        for id_, rest in now.items():
            if rest.cause is Cause.WORSE:
                first.setdefault(id_, day)
        done = [FOUR[k] for k in lived.did if k >= 0]
        told.append(_told(day, Doing(frozenset(done))))
        used += [day] if FOUR[-1] in done else []
    harmful = row.shape == HARM
    by_chance = sum(id_ != FOUR[-1] or not harmful for id_ in first)
    at = first.get(FOUR[-1]) if harmful else None
    return by_chance, at is not None, sum(day < at for day in used) if at is not None else None


def _told(day: int, what: What) -> Told:
    on = START + timedelta(days=day)
    return Told(uuid4(), Foot.RIGHT, on, datetime.combine(on, datetime.min.time(), UTC), what)


def main(people: int) -> None:
    """Live every row and print the table."""
    print("| people | rest one by chance | techniques rested by chance | rest the harmful one | after days |")
    print("|---|---|---|---|---|")
    for name, row in ROWS:
        found = list(over_all_cores(one, [(row, seed) for seed in range(people)]))
        some = np.mean([count > 0 for count, _, _ in found])
        share = np.sum([count for count, _, _ in found]) / (people * (len(FOUR) - bool(row.shape)))
        harmed = [day for _, rested, day in found if rested and day is not None]
        seen = f"{len(harmed) / people:.0%} | {np.median(harmed):.0f}" if row.shape else " | "
        print(f"| {name} | {some:.0%} | {share:.1%} | {seen} |")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
