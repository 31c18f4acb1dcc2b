"""The comparison as a picture: avoidable pain against right claims. Needs matplotlib, the extra `plot`.

Whoever claims a lot is often right where techniques differ, and just as often wrong where
they do not. So each dot says how often it is wrong where all are alike, and is hollow
where that is often.
"""

from itertools import pairwise
from pathlib import Path

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from bench.accuracy.designs.compare import ALTERNATING, HALVING, OURS, THOMPSON, THREE_DAY, WEEKLY
from bench.accuracy.designs.lives import Row
from bench.accuracy.designs.page import heading
from bench.accuracy.designs.summary import Summary

LOOKS = {
    OURS: ("#d55e00", "*"),
    WEEKLY: ("#0072b2", "o"),
    THREE_DAY: ("#009e73", "s"),
    ALTERNATING: ("#7f3b08", "^"),
    THOMPSON: ("#cc79a7", "D"),
    HALVING: ("#e69f00", "v"),
}
BALANCED = (WEEKLY, THREE_DAY, ALTERNATING)
"""They do every technique equally often, so their dots stand above each other; labels to the right."""

OFTEN = 0.10  # wrong claims where all are alike; above it a dot is hollow
GAP, LOWEST = 4.4, -12.0  # points of percent: between two labels, and of the lowest
BESIDE = 0.06  # of the widest avoidable pain, between a dot and its label

Wrong = dict[tuple[str, str], float]
"""(design, analysis) -> share of wrong claims where all are alike."""


def draw(rows: list[tuple[Row, list[Summary]]], path: Path) -> None:
    """Draw the rows whose techniques differ, a panel each, into an SVG file."""
    mpl.rcParams["svg.hashsalt"] = "firststep"  # the same numbers, the same file
    differing = [(row, summaries) for row, summaries in rows if row.apart]
    figure = Figure(figsize=(6.0 * len(differing), 5.2), layout="constrained")
    panels = figure.subplots(1, len(differing), squeeze=False)[0]
    for axes, (row, summaries) in zip(panels, differing, strict=True):
        _panel(axes, [one for one in summaries if one.right is not None], wrong_where_alike(rows, row.kind))
        axes.set_title(heading(row), loc="left", fontsize=10)
    figure.supxlabel(
        "avoidable pain, points times days; in brackets and hollow: wrong claims where all are alike",
        fontsize=8,
    )
    figure.savefig(path, format="svg", metadata={"Date": None})


def wrong_where_alike(rows: list[tuple[Row, list[Summary]]], kind: str) -> Wrong:
    """How often each is wrong about people of this kind whose techniques are alike."""
    alike = [one for row, summaries in rows if row.kind == kind and not row.apart for one in summaries]
    return {(one.design, one.analysis): one.wrong for one in alike if one.wrong is not None}


def spread(heights: list[float], gap: float, lowest: float) -> list[float]:
    """The heights moved apart as little as needed, in their order, for labels not to overlap."""
    order = sorted(range(len(heights)), key=heights.__getitem__)
    placed = list(heights)
    for _ in range(400):
        placed[order[0]] = max(placed[order[0]], lowest)
        for lower, upper in pairwise(order):
            lack = max(gap - (placed[upper] - placed[lower]), 0.0)
            placed[lower] -= 0.5 * lack
            placed[upper] += 0.5 * lack
    return placed


def _panel(axes: Axes, summaries: list[Summary], wrong: Wrong) -> None:
    edge = max(one.avoidable for one in summaries)
    balanced = [one for one in summaries if one.design in BALANCED]
    others = [one for one in summaries if one.design not in BALANCED]
    _labelled(axes, balanced, (1.0 + BESIDE) * edge, wrong)
    _labelled(axes, others, min(one.avoidable for one in others) - BESIDE * edge, wrong)
    axes.set_xlim(-0.75 * edge, 2.0 * edge)
    axes.set_xticks([tick for tick in range(0, int(edge) + 20, 20) if tick < edge + 10])
    axes.set_ylim(LOWEST - GAP, 104.0)
    axes.set_yticks(range(0, 101, 20))
    axes.set_ylabel("people with a right claim, %", fontsize=8)
    axes.tick_params(labelsize=8)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)


def _labelled(axes: Axes, group: list[Summary], beside: float, wrong: Wrong) -> None:
    """Dots, and their labels in a list that begins or ends at `beside`."""
    heights = [100.0 * (one.right or 0.0) for one in group]
    for one, height, label in zip(group, heights, spread(heights, GAP, LOWEST), strict=True):
        colour, mark = LOOKS[one.design]
        false = wrong.get((one.design, one.analysis), 0.0)
        inside = "white" if false > OFTEN else colour
        axes.plot([one.avoidable, beside], [height, label], color="#cccccc", lw=0.6, zorder=1)
        size = 10 if mark == "*" else 6
        axes.plot([one.avoidable], [height], mark, c=colour, mfc=inside, ms=size, zorder=3)
        said = f" {one.design}, {one.analysis} ({100.0 * false:.0f}%) "
        side = "right" if beside < one.avoidable else "left"
        weight = "bold" if one.design == OURS else "normal"
        axes.text(beside, label, said, fontsize=7, ha=side, va="center", color="#333333", weight=weight)
