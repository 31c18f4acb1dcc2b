"""A report as a picture: the mornings, and beside them contrasts and effects.

Needs matplotlib, the extra `plot`.
"""

from pathlib import Path

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from firststep.care import ArmOf
from firststep.errors import OutputError
from firststep.knowledge import phrase
from firststep.records import Diary
from firststep.reports.content import alignment, direction, heading, short, signs
from firststep.trial import OTHER, Estimate, Findings, HelpsKind

COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#7f3b08", "#35978f")
"""Told apart with any colour vision (after Okabe and Ito); letters say the same."""

MARKS = {"nothing_done": "s", "something_else": "^", "several": "D", "not_told": "o"}
"""By the key of the words for a day on which no single technique of the diary was done."""

QUIET = "#777777"
FORMATS = (".svg", ".png")


def draw(people: list[tuple[Diary, Findings]], arm_of: ArmOf, path: Path) -> None:
    """Draw the findings of each person, one below the other, into an SVG or PNG file."""
    if path.suffix.lower() not in FORMATS:
        raise OutputError(
            f"a picture cannot be written as '{path.suffix}'",
            where=str(path),
            mend=f"end the file's name in {' or '.join(FORMATS)}",
        )
    mpl.rcParams["svg.hashsalt"] = "firststep"  # the same findings, the same file
    heights = [max(4.4, 0.24 * _rows(findings)) for _, findings in people]
    figure = Figure(figsize=(11.0, sum(heights)), layout="constrained")
    rows = figure.subfigures(len(people), 1, squeeze=False, height_ratios=heights)[:, 0]
    for part, (diary, findings) in zip(rows, people, strict=True):
        left, right = part.subplots(1, 2, width_ratios=(2.2, 1.0))
        _mornings(left, findings)
        _estimates(right, findings)
        part.suptitle(heading(diary), x=0.01, ha="left", fontsize=11, weight="bold")
        said = " ".join(filter(None, (direction(findings.better), alignment(arm_of))))
        left.set_title(said, loc="left", fontsize=8, color=QUIET)
    try:
        figure.savefig(path, dpi=150, metadata={"Date": None} if path.suffix == ".svg" else None)
    except OSError as fault:
        raise OutputError(
            f"the picture cannot be written ({fault.strerror})", where=str(path), mend="check the folder"
        ) from fault


def _rows(findings: Findings) -> int:
    return len(findings.contrasts) + len(findings.effects)


def _mornings(axes: Axes, findings: Findings) -> None:
    series, level = findings.series, findings.level
    days = np.array([series.day(k) for k in range(len(series))], dtype="datetime64[D]")
    axes.fill_between(days, level.low, level.high, color="#dddddd", lw=0)
    axes.plot(days, level.mean, color=QUIET, lw=1.5, label=_said("with_nothing"))
    letters = signs(series.techniques)
    groups: dict[str, list[int]] = {}
    for k, pain in enumerate(series.pain):
        if pain is not None:
            groups.setdefault(_group(series.did[k]), []).append(k)
    for name in sorted(groups, key=lambda g: (g not in letters, g)):
        where = groups[name]
        colour = COLOURS[series.techniques.index(name)] if name in letters else "white"
        label = f"{letters[name]}: {short(name)}" if name in letters else _said(name)
        axes.scatter(
            days[where],
            [series.pain[k] or 0.0 for k in where],
            s=26,
            marker=MARKS.get(name, "o"),
            color=colour,
            edgecolor=QUIET if colour == "white" else colour,
            label=label,
            zorder=3,
        )
    axes.set_ylim(-0.4, 10.4)
    axes.set_yticks(range(0, 11, 2))
    axes.tick_params(axis="x", labelrotation=30, labelsize=8)
    axes.legend(fontsize=7, ncols=3, loc="upper center", bbox_to_anchor=(0.5, -0.17), frameon=False)
    _plain(axes)


def _group(did: frozenset[str] | None) -> str:
    if did is None:
        return "not_told"
    if not did:
        return "nothing_done"
    return next(iter(did)).replace(OTHER, "something_else") if len(did) == 1 else "several"


def _estimates(axes: Axes, findings: Findings) -> None:
    letters = signs(findings.techniques)
    asked = findings.helps.kind is not HelpsKind.NOT_ASKED
    rows: list[tuple[str, Estimate, str]] = [
        (_said("minus", one=letters[pair.a], other=letters[pair.b]), pair, "#333333")
        for pair in findings.contrasts
    ]
    rows += [
        (
            _said("against_nothing", letter=letters[name], name=short(name)),
            effect,
            COLOURS[k] if asked else "#bbbbbb",
        )
        for k, (name, effect) in enumerate(findings.effects.items())
    ]
    for height, (_, estimate, colour) in enumerate(reversed(rows)):
        axes.plot([estimate.low, estimate.high], [height, height], color=colour, lw=2)
        axes.plot([estimate.mean], [height], "o", color=colour, ms=5)
    axes.axvline(0.0, color=QUIET, lw=0.8, ls=":")
    axes.set_yticks(range(len(rows)), [name for name, *_ in reversed(rows)], fontsize=8)
    axes.set_xlabel(_said("axis"), fontsize=8)
    if rows and not asked:
        axes.set_title(_said("grey"), fontsize=8, color=QUIET, loc="left")
    if not rows:
        axes.set_axis_off()
    _plain(axes)


def _said(key: str, **blanks: str) -> str:
    return phrase("report", key, **blanks)


def _plain(axes: Axes) -> None:
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
