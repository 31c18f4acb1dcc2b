"""The comparison as a page of Markdown."""

from math import isinf

from bench.accuracy.designs.lives import MORNINGS, Row
from bench.accuracy.designs.summary import Summary

COMMAND = "python -m bench.accuracy.designs.run"
ABOUT = """\
The same virtual people live 84 mornings with four techniques under several designs. A design
decides what is done each day. An analysis reads the mornings that came of it. *Avoidable pain* is
the true effect of what was done above that of the best technique, summed over the days, in points
times days. *Of weekly* is that sum as a ratio to randomised weekly blocks. *Final regret* is how
much worse than the best the technique is that would be chosen at the end, in points. *Right claim*
is the share of people for whom a technique is called better than the others and is within half a
point of the best. *Wrong claim* is the share for whom one is called better and is not; where all
are alike, every claim is wrong. *Alike* and *safe* are the shares whose last answer is
`no-difference` or `safe-choice`; only our analysis gives these. *Mornings* is the median morning of
the first answer: with looks every morning in our design, every seventh when our analysis reads
another design, and the last one for all others. *Coverage* is the share of 90% intervals of
differences between two techniques that hold the truth."""

LEGEND = """\
## Designs and analyses

| design | what it does |
|---|---|
| ours | the engine's own adaptive blocks |
| weekly blocks, 3-day blocks | every technique once, in random order, then again |
| alternating | weeks in one fixed order, over and over |
| Thompson | a draw a day from independent techniques without a trend, as in adaptive_nof1 |
| halving | two rounds of 3-day blocks; the worse half by plain means is dropped after each |

| analysis | when it claims the leader |
|---|---|
| ours | `found`, at any look |
| plain means | its 90% t-interval against every other lies below nought; one pooled variance |
| Welch | p < 0.05 against every other: the test that StudyU makes of two arms on raw days |
| regression AR(1) | phi estimated, a trend; 95% interval against every other (Bonferroni) below nought |
| P(best) | chance of being best at least 0.95 by independent Gaussians with known variance |
| survivor | never: it is what halving is left with |

Plain analyses use the mornings after a day on which one listed technique was told. Avoidable pain
counts the days on which one was done. The people are in `src/firststep/cohort`: *textbook* has
a steady recovery, autocorrelation and carry-over; *all-at-once* has flares, a weekly rhythm, heavy
tails, days that go otherwise than proposed and mornings missing by pain besides."""

PAIRS_SAID = """\
The share of all pairs of which the test calls one technique better, and of which it calls the worse
one, or either where they are alike. Nominal: 5% where all are alike."""

HEADS = (
    *("design", "analysis", "avoidable pain", "of weekly", "final regret", "right claim"),
    *("wrong claim", "alike", "safe", "mornings", "coverage"),
)
PAIR_HEADS = ("people", "design", "pairs called", "pairs called wrongly")


def page(rows: list[tuple[Row, list[Summary]]], people: int, picture: str | None = None) -> str:
    """All of it; `picture` is the name of a file beside the page."""
    shown = [f"![Avoidable pain against right claims]({picture})"] if picture else []
    parts = [
        "# Designs side by side",
        f"Written by `{COMMAND} {people}`, with {people} people in each table: run it again to renew it.",
        ABOUT,
        f"A share of 5% has a standard error of {100 * (0.05 * 0.95 / people) ** 0.5:.1f} percentage points.",
        *shown,
        *(part for row, summaries in rows for part in (f"## {heading(row)}", table(summaries))),
        "## Welch's test, pair by pair",
        PAIRS_SAID,
        pairs_table(rows),
        LEGEND,
    ]
    return "\n\n".join(parts) + "\n"


def heading(row: Row) -> str:
    """What a row of people is called."""
    return f"{row.kind}, " + (f"effects differ by sd {row.apart:.1f}" if row.apart else "all alike")


def table(summaries: list[Summary]) -> str:
    """A row of people as a table: a line for each design and analysis."""
    return _table(HEADS, [_line(one) for one in summaries])


def pairs_table(rows: list[tuple[Row, list[Summary]]]) -> str:
    """What is said of single pairs, by those analyses that say anything of them."""
    return _table(
        PAIR_HEADS,
        [
            [heading(row), one.design, _percent(one.called), _percent(one.called_wrong)]
            for row, summaries in rows
            for one in summaries
            if one.called is not None
        ],
    )


def _line(one: Summary) -> list[str]:
    return [
        *(one.design, one.analysis, f"{one.avoidable:.1f}"),
        "-" if one.ratio is None else f"{one.ratio:.2f}",
        f"{one.regret:.2f}",
        *map(_percent, (one.right, one.wrong, one.alike, one.safe)),
        f"over {MORNINGS}" if isinf(one.answered) else f"{one.answered:.0f}",
        _percent(one.coverage),
    ]


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{100 * share:.1f}%"


def _table(heads: tuple[str, ...], lines: list[list[str]]) -> str:
    rule = ["---"] * len(heads)
    return "\n".join(f"| {' | '.join(cells)} |" for cells in [list(heads), rule, *lines])
