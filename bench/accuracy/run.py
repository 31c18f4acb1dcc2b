"""Everything that the engine promises, on virtual people: writes docs/explanation/accuracy.md.

    python -m bench.accuracy.run [people in each row, 300] [file that keeps the lives]

About twenty minutes on two cores with 300 people a row. With a file, a run that was
stopped is gone on with.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from firststep.cli.checks.calibrate import MARK, PEOPLE
from firststep.cohort import rows, score
from firststep.cohort.lived import THRESHOLDS, Row
from firststep.cohort.many import live_all
from firststep.cohort.targets import Lives, promises
from firststep.trial.yardsticks import ENGINE_VERSION, FOUND_AT, HELPS_AT

DOCS = Path(__file__).parents[2] / "docs" / "explanation"
TARGET = DOCS / "accuracy.md"

HEAD = """# How well the engine does, on virtual people

Written by `python -m bench.accuracy.run` (part of `make bench-accuracy`), engine {engine}, {people} people
in each row; the same people come every time. They are made by `firststep.cohort`, which knows nothing of
the engine's model; every range that they are drawn from stands in `cohort/world.py` with its source, most
of them assumed. `firststep calibrate` prints the first table, `firststep simulate` gives the diaries.

The engine is in the loop: it looks every morning, and its draws are followed (in some kinds, only mostly).
A rate of 300 people has a standard error of up to 3 in a hundred.
"""

ROWS_HEAD = """## Row by row

Avoidable: points times days above the best technique, a person. Off: points by which the last leader is worse
than the best. Found, right: `found` at some look, and of these with a leader within half a point of the
best. Alike, right: the same for `no-difference`. Answer: median morning of the first answer of any kind.
Contrasts, effects: 90% intervals on the last day that hold the truth. Yes: `helps: yes` at some look.
"""

THRESHOLDS_HEAD = """## The thresholds

The same lives under other values of c, for `found`: P(leader beats the mean of the others) >= c. False is
`found` where all are alike, over {alike} rows; the worst row stands beside it. Chosen: {at:g}, the lowest
that keeps a false `found` well under one in twenty over all of them.
"""

HELPS_HEAD = """The same for c2 of `helps: yes`, with one rest day in seven. Chosen: {at:g}.
"""


def table(head: Iterable[str], lines: Iterable[Iterable[object]]) -> str:
    listed = list(head)
    out = ["| " + " | ".join(listed) + " |", "|---" * len(listed) + "|"]
    out += ["| " + " | ".join(map(str, line)) + " |" for line in lines]
    return "\n".join(out) + "\n"


def percent(rate: score.Rate) -> str:
    return f"{rate.share:.1%}" if rate.of else "-"


def by_row(lives: Lives) -> str:
    def line(row: Row) -> tuple[str, ...]:
        group = lives[row]
        answer = score.answer_morning(group)
        return (
            row.name,
            f"{score.avoidable(group):.1f}",
            f"{score.final_regret(group):.3f}",
            percent(score.found(group, FOUND_AT)),
            percent(score.found_right(group, FOUND_AT)),
            percent(score.alike(group)),
            percent(score.alike_right(group)),
            "-" if answer >= score.NEVER / 2 else f"{answer:.0f}",
            percent(score.contrasts_covered(group)),
            percent(score.effects_covered(group)),
            percent(score.helps_yes(group, HELPS_AT)) if row.usual_days else "-",
        )

    head = (
        "row",
        "avoidable",
        "off",
        "found",
        "right",
        "alike",
        "right",
        "answer",
        "contrasts",
        "effects",
        "yes",
    )
    return table(head, map(line, lives))


def by_threshold(lives: Lives) -> str:
    alike, differ = rows.NO_DIFFERENCE, rows.DIFFER

    def line(at: float) -> tuple[str, ...]:
        false = [score.found(lives[row], at) for row in alike]
        right = sum((score.found_right(lives[row], at) for row in differ), score.Rate(0, 0))
        return (
            f"**{at:g}**" if at == FOUND_AT else f"{at:g}",
            percent(sum(false, score.Rate(0, 0))),
            f"{max(rate.share for rate in false):.1%}",
            *(percent(score.found(lives[row], at)) for row in rows.STANDARD[1:]),
            percent(right),
        )

    head = ("c", "false", "worst row", "found, sd 0.6", "found, sd 1.0", "right, all kinds")
    return table(head, map(line, THRESHOLDS))


def by_helps_threshold(lives: Lives) -> str:
    def line(at: float) -> tuple[str, ...]:
        false = sum((score.helps_yes(lives[row], at) for row in rows.NOTHING_HELPS), score.Rate(0, 0))
        true = score.helps_yes(lives[rows.WITH_REST_DAYS[0]], at)
        return f"**{at:g}**" if at == HELPS_AT else f"{at:g}", percent(false), percent(true)

    return table(("c2", "yes, nothing helps", "yes, all take 1.5 points off"), map(line, THRESHOLDS))


def page(lives: Lives, people: int) -> str:
    kept = [(p.what, p.target, p.value, MARK[p.kept]) for p in promises(lives)]
    return "\n".join(
        [
            HEAD.format(engine=ENGINE_VERSION, people=people),
            "## What is promised\n",
            table(("what", "target", "measured", ""), kept),
            THRESHOLDS_HEAD.format(alike=len(rows.NO_DIFFERENCE), at=FOUND_AT),
            by_threshold(lives),
            HELPS_HEAD.format(at=HELPS_AT),
            by_helps_threshold(lives),
            ROWS_HEAD,
            by_row(lives),
        ]
    )


def main() -> None:
    people = int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE
    kept = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    tasks = [(row, seed) for row in rows.ALL for seed in range(people)]

    def told(done: int, of: int) -> None:
        if done % 100 == 0 or done == of:
            print(f"{done} of {of} lives", file=sys.stderr, flush=True)

    lives = live_all(tasks, kept=kept, told=told)
    text = page({row: lives[k * people : (k + 1) * people] for k, row in enumerate(rows.ALL)}, people)
    TARGET.write_text(text)
    print(text)


if __name__ == "__main__":
    main()
