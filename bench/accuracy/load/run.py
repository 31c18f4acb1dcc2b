"""Whether yesterday's steps go with this morning's pain: how often that is said rightly.

    python -m bench.accuracy.load.run [people in each row, 300]

Virtual people of `cohort.walking`, four techniques in random blocks, 84 mornings. Writes
docs/explanation/load.md. About six minutes on one core.
"""

import sys
from collections.abc import Iterable
from pathlib import Path
from statistics import fmean

import numpy as np

from bench.accuracy.load.looked import Interval, Looked, look, off
from bench.accuracy.load.page import CHOSEN, CONTRASTS, HEAD, OFF
from bench.accuracy.run import percent, table
from firststep.cohort.many import over_all_cores
from firststep.cohort.score import Rate, rate
from firststep.cohort.walking import TYPICAL, Walking
from firststep.trial.yardsticks import ENGINE_VERSION, FEWEST_KNOWN, LOAD_AT

TARGET = Path(__file__).parents[3] / "docs" / "explanation" / "load.md"
MATTERS = 0.4
PUSHED, HURTS, HALF = 0.25, -0.15, 0.5
DAILY, WEEKLY = 1, 7
MUCH = -0.4
NOTHING = 4
"""So many rows, the first ones, in which steps do nothing."""

THRESHOLDS = (0.95, 0.975, 0.985, 0.99, 0.9925, 0.995)

ROWS = {
    "steps do nothing": (Walking(), DAILY),
    "... and techniques change how much is walked": (Walking(pushed=PUSHED), WEEKLY),
    "... and who hurts walks less": (Walking(hurts=HURTS), WEEKLY),
    "... and pain has a week of its own": (Walking(kind="weekly"), WEEKLY),
    "steps add 0.4": (Walking(matters=MATTERS), WEEKLY),
    "... and techniques change how much is walked ": (Walking(matters=MATTERS, pushed=PUSHED), WEEKLY),
    "... and who hurts walks less ": (Walking(matters=MATTERS, hurts=HURTS), WEEKLY),
    "... and half of the days are lost, the quiet ones": (
        Walking(matters=MATTERS, lost=HALF, lost_if_quiet=True),
        WEEKLY,
    ),
}
"""{what these people are like: (their world, every how many mornings one looks)}."""


def covered(intervals: Iterable[Interval | None]) -> Rate:
    return rate(one[0] <= one[2] <= one[1] for one in intervals if one)


def said(people: list[Looked], at: float, every: int) -> tuple[Rate, Rate]:
    """At some look `worse`, and at some look `better`."""
    looks = [
        [chance for morning, chance in one.chances.items() if (morning - FEWEST_KNOWN) % every == 0]
        for one in people
    ]
    worse = rate(max(chances, default=0.5) >= at for chances in looks)
    return worse, rate(min(chances, default=0.5) <= 1.0 - at for chances in looks)


def by_answer(found: dict[str, list[Looked]]) -> str:
    head = ("people", "worse", "better", "about the same", "steps", "line")
    return table(head, (_answers(name, people) for name, people in found.items()))


def _answers(name: str, people: list[Looked]) -> tuple[str, ...]:
    worse, better = said(people, LOAD_AT, ROWS[name][1])
    return (
        name.strip(),
        percent(worse),
        percent(better),
        percent(rate(one.alike for one in people)),
        percent(covered([one.load for one in people])),
        percent(covered([one.step for one in people])),
    )


def by_contrast(found: dict[str, list[Looked]]) -> str:
    head = ("people", "without steps", "with steps", "first question", "width", "with steps", "moved")
    return table(head, (_contrasted(name, people) for name, people in found.items()))


def _contrasted(name: str, people: list[Looked]) -> tuple[str, ...]:
    crossed = [
        (low, high, truth)
        for one in people
        for (low, high, _), (_, _, truth) in zip(one.with_, one.without, strict=False)
    ]
    return (
        name.strip(),
        percent(covered([pair for one in people for pair in one.without])),
        percent(covered([pair for one in people for pair in one.with_])),
        percent(covered(crossed)),
        f"{fmean(one.width[0] for one in people):.2f}",
        f"{np.nanmean([one.width[1] for one in people]):.2f}",
        percent(rate(one.moved for one in people)),
    )


def by_hurting(people: int) -> str:
    """How far off what is told of steps is, where people walk less while it hurts."""
    lines = []
    for matters in (0.0, MATTERS):
        for hurts in (0.0, MUCH):
            tasks = [(Walking(matters=matters, hurts=hurts), seed) for seed in range(people)]
            both = np.array(list(over_all_cores(off, tasks)))
            name = f"steps add {matters:g}" + (", who hurts walks less" if hurts else "")
            errors = both.std(axis=0) / people**0.5
            told = (
                f"{mean:+.2f} ({error:.2f})" for mean, error in zip(both.mean(axis=0), errors, strict=True)
            )
            lines.append((name, *told))
    return table(("people", "engine", "straight line"), lines)


def by_threshold(found: dict[str, list[Looked]]) -> str:
    groups = list(found.values())
    nothing, something = groups[:NOTHING], groups[NOTHING]
    head = ("c", "false, daily", "false, weekly", "false, weekly, worst row", "right, weekly")
    lines = []
    for at in THRESHOLDS:
        daily, weekly, right = (
            said(group, at, every)[0]
            for group, every in ((nothing[0], DAILY), (nothing[0], WEEKLY), (something, WEEKLY))
        )
        worst = max((said(group, at, WEEKLY)[0] for group in nothing), key=lambda one: one.share)
        lines.append((f"{at:g}", *map(percent, (daily, weekly, worst, right))))
    return table(head, lines)


def main() -> None:
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    found = {}
    for name, (walking, every) in ROWS.items():
        tasks = [(walking, seed, every) for seed in range(people)]
        found[name] = list(over_all_cores(look, tasks))
        print(name.strip(), file=sys.stderr, flush=True)
    blanks = {
        "engine": ENGINE_VERSION,
        "people": people,
        "typical": TYPICAL,
        "matters": MATTERS,
        "fewest": FEWEST_KNOWN,
        "at": LOAD_AT,
    }
    text = "\n".join(
        [
            HEAD.format(**blanks),
            by_answer(found),
            CONTRASTS,
            by_contrast(found),
            OFF.format(**blanks),
            by_hurting(people),
            CHOSEN.format(**blanks),
            by_threshold(found),
        ]
    )
    TARGET.write_text(text)
    print(text)


if __name__ == "__main__":
    main()
