"""What the first week costs in answers: the same people with and without it, in one run.

    python -m bench.accuracy.first_week [people in each row, 300] [file that keeps the lives]

In the first week each of four techniques is tried once, a draw a day; without it days come in
blocks from the first on. The engine is in the loop, as in bench.accuracy.run. Writes
docs/explanation/first-week.md. With a file, a run that was stopped is gone on with.
"""

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from bench.accuracy.run import percent, table
from firststep.cohort import score
from firststep.cohort.lived import Row
from firststep.cohort.many import live_all
from firststep.cohort.rows import ALIKE, REST, SMALL
from firststep.trial.yardsticks import ENGINE_VERSION, FOUND_AT, HELPS_AT

TARGET = Path(__file__).parents[2] / "docs" / "explanation" / "first-week.md"

WITHOUT = (
    Row("textbook", ALIKE),
    Row("textbook", SMALL),
    Row("plain", ALIKE),
    Row("plain", SMALL),
    Row("plain", SMALL, common=None, usual_days=REST),
)
ROWS = tuple(row for one in WITHOUT for row in (one, replace(one, first_week=True)))

HEAD = """# What the first week costs

Written by `python -m bench.accuracy.first_week`, engine {engine}, {people} people in each row. In the first
week each of four techniques is tried once, a draw a day, and days come in blocks after that; without it they
do from the first day on. The same people live both ways, 84 mornings, with the engine in the loop.

Avoidable: points times days above the best technique, a person. Off: points by which the last leader is worse
than the best. Found, right: `found` at some look, and of these with a leader within half a point of the
best. Where all are alike, any `found` is false. Answer: median morning of the first answer of any kind.
Contrasts: 90% intervals on the last day that hold the truth. Yes: `helps: yes` at some look. A rate
has a standard error of up to {error:.0f} in a hundred.
"""


def line(row: Row, group: list[dict[str, Any]]) -> tuple[str, ...]:
    answer = score.answer_morning(group)
    return (
        row.name,
        f"{score.avoidable(group):.1f}",
        f"{score.final_regret(group):.3f}",
        percent(score.found(group, FOUND_AT)),
        percent(score.found_right(group, FOUND_AT)) if row.apart else "-",
        percent(score.alike(group)),
        "-" if answer >= score.NEVER / 2 else f"{answer:.0f}",
        percent(score.contrasts_covered(group)),
        percent(score.helps_yes(group, HELPS_AT)) if row.usual_days else "-",
    )


def main() -> None:
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    kept = Path(sys.argv[2]) if len(sys.argv) > 2 else None

    def told(done: int, of: int) -> None:
        if done % 100 == 0 or done == of:
            print(f"{done} of {of} lives", file=sys.stderr, flush=True)

    lives = live_all([(row, seed) for row in ROWS for seed in range(people)], kept=kept, told=told)
    head = ("row", "avoidable", "off", "found", "right", "alike", "answer", "contrasts", "yes")
    groups = [lives[k * people : (k + 1) * people] for k in range(len(ROWS))]
    body = table(head, (line(row, group) for row, group in zip(ROWS, groups, strict=True)))
    text = HEAD.format(engine=ENGINE_VERSION, people=people, error=100 * (0.25 / people) ** 0.5) + "\n" + body
    TARGET.write_text(text)
    print(text)


if __name__ == "__main__":
    main()
