"""What the first week costs in answers: the same people with and without it, in one run.

    python -m bench.accuracy.first_week [people in each row, 300] [file that keeps the lives]

In the first week each of four techniques is tried once, a draw a day; without it days come in
blocks from the first on. The engine is in the loop, as in bench.accuracy.run. Writes
docs/explanation/first-week.md. With a file, a run that was stopped is gone on with.
"""

import sys
from dataclasses import replace
from pathlib import Path
from statistics import fmean

from scipy.stats import binomtest

from bench.accuracy.run import percent, table
from firststep.cohort import score
from firststep.cohort.lived import Row
from firststep.cohort.many import live_all
from firststep.cohort.rows import ALIKE, REST, SMALL
from firststep.trial.yardsticks import ENGINE_VERSION, FOUND_AT, HELPS_AT

TARGET = Path(__file__).parents[2] / "docs" / "explanation" / "first-week.md"

WITHOUT = (
    Row("textbook", ALIKE),
    Row("plain", ALIKE),
    Row("textbook", SMALL),
    Row("plain", SMALL),
    Row("plain", SMALL, common=None, usual_days=REST),
)
MORE = 2
"""So many times as many people where all are alike: the rate of a false `found` is small."""

HEAD = """# What the first week costs

Written by `python -m bench.accuracy.first_week`, engine {engine}, {people} people in each row, {more} where
all are alike. In the first week each of four techniques is tried once, a draw a day, and days come in blocks
after that; without it they do from the first day on. The same people live both ways, 84 mornings, with the
engine in the loop.

Avoidable: points times days above the best technique, a person. Off: points by which the last leader is worse
than the best. Found, right: `found` at some look, and of these with a leader within half a point of the
best. Where all are alike, any `found` is false. Answer: median morning of the first answer of any kind.
Contrasts: 90% intervals on the last day that hold the truth. Yes: `helps: yes` at some look. A rate of
{people} people has a standard error of up to {error:.0f} in a hundred; of {more}, near 3%, of {small:.1f}.
"""

PAIRS = """## The same people, both ways

Of how many `found` was said only without the first week, and only with it; who had their first answer of any
kind earlier without it, and earlier with it; and the mornings, on average, by which it came later with it, no
answer in 84 mornings counting as one on the next. p is that of the sign test: how often so uneven a split, or
a more uneven one, would come by chance if the week made no difference.
"""

Lives = dict[Row, list[score.Life]]


def by_row(lives: Lives) -> str:
    head = ("row", "avoidable", "off", "found", "right", "alike", "answer", "contrasts", "yes")
    return table(head, (_line(row, group) for row, group in lives.items()))


def _line(row: Row, group: list[score.Life]) -> tuple[str, ...]:
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


def by_pair(lives: Lives) -> str:
    head = (
        "people",
        "found only without",
        "only with",
        "p",
        "earlier without",
        "earlier with",
        "p",
        "later by",
    )
    return table(head, ((row.name, *_pair(lives[row], lives[_with(row)])) for row in WITHOUT))


def _pair(without: list[score.Life], with_: list[score.Life]) -> tuple[object, ...]:
    at, both = str(FOUND_AT), list(zip(without, with_, strict=True))
    only = [(at in one["found"]) - (at in other["found"]) for one, other in both]
    later = [_answer(other) - _answer(one) for one, other in both]
    return *_split(only), *_split(later), f"{fmean(later):+.1f}"


def _answer(life: score.Life) -> int:
    return int(life["answer"] or life["days"] + 1)


def _split(differences: list[int]) -> tuple[int, int, str]:
    """How many are above nought, how many below, and how often chance alone is so uneven."""
    above, below = sum(d > 0 for d in differences), sum(d < 0 for d in differences)
    return above, below, f"{binomtest(above, above + below).pvalue if above + below else 1.0:.2f}"


def _with(row: Row) -> Row:
    return replace(row, first_week=True)


def main() -> None:
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    kept = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    count = {row: people * (1 if row.apart else MORE) for one in WITHOUT for row in (one, _with(one))}

    def told(done: int, of: int) -> None:
        if done % 100 == 0 or done == of:
            print(f"{done} of {of} lives", file=sys.stderr, flush=True)

    lived = iter(live_all([(row, seed) for row in count for seed in range(count[row])], kept=kept, told=told))
    lives = {row: [next(lived) for _ in range(count[row])] for row in count}
    more = people * MORE
    head = HEAD.format(
        engine=ENGINE_VERSION,
        people=people,
        more=more,
        error=100 * (0.25 / people) ** 0.5,
        small=100 * (0.03 * 0.97 / more) ** 0.5,
    )
    text = "\n".join([head, by_row(lives), PAIRS, by_pair(lives)])
    TARGET.write_text(text)
    print(text)


if __name__ == "__main__":
    main()
