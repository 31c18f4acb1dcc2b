"""The second look: the same mornings, with what is known of loads.

The findings without loads come first and decide. A technique may change how much somebody
walks, and then what walking does is part of what the technique does: to take it out would be to
answer another question. So the look with loads is declared beforehand, stands beside the first,
and changes no draw.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from firststep.trial.findings import Findings, find, load_effects
from firststep.trial.loads import Amounts, Lack, lack, scored_after_known
from firststep.trial.posterior import Posterior
from firststep.trial.series import Series
from firststep.trial.verdict.answers import HelpsKind, Line, LoadEffect
from firststep.trial.verdict.judge import line_kind
from firststep.trial.yardsticks import FEWEST_APART, FEWEST_COMPARED, LOAD_LINE, MOST_LOOKED, SAME_WITHIN


@dataclass(frozen=True, slots=True)
class SecondLook:
    """What the same mornings show with loads.

    first
        The findings without loads, of the same mornings.
    findings
        The same with loads, and what each load goes with; None where no load is enough.
    known
        {load: scored mornings right after a day on which it is known}.
    lines
        By load: days above a line against the others; None where the days lie too close for that.
    lacking
        {load: what is missing}, of those that were left out.
    moved
        Compared techniques whose effect, against the others or against nothing where that is
        answered, moved by more than SAME_WITHIN.
    """

    first: Findings
    findings: Findings | None
    known: Mapping[str, int]
    lines: Mapping[str, Line | None]
    lacking: Mapping[str, Lack]
    moved: tuple[str, ...]


def second_look(
    first: Findings, loads: Mapping[str, Amounts], *, whole: Mapping[str, float], neutral: bool = False
) -> SecondLook:
    """What the last MOST_LOOKED mornings of the first findings show with loads.

    loads
        Lined up with the gaps of the series of the first findings; see `Series.loads`.
    whole
        {load: what its line is rounded to}, in its own unit; 1 where it is not said.
    neutral
        Whether the first findings are those of the neutral prior.
    """
    first = _of_the_last(first, neutral)
    loads = {name: told[-len(first.series.did) :] for name, told in loads.items()}
    pain = first.series.pain
    lacks = {name: lack(told, pain) for name, told in loads.items()}
    lacking = {name: missing for name, missing in lacks.items() if missing}
    known = {name: scored_after_known(told, pain) for name, told in loads.items()}
    enough = {name: told for name, told in loads.items() if name not in lacking}
    if not enough:
        return SecondLook(first, None, known, {}, lacking, ())
    series = replace(first.series, loads=enough)
    with_loads = find(series, better=first.better, rested=first.rested, neutral=neutral)
    lines = {name: line(series, name, whole=whole.get(name, 1.0), neutral=neutral) for name in enough}
    return SecondLook(first, with_loads, known, lines, lacking, _moved(first, with_loads))


def line_at(told: Amounts, whole: float) -> float:
    """Where the line lies between long days and the others, by the days before a morning alone.

    At LOAD_LINE of them, rounded to what is whole; lower where else fewer than FEWEST_APART lie above.
    There must be as many known days.
    """
    known = sorted(amount for amount in told[:-1] if amount is not None)
    quarter = np.round(np.quantile(known, LOAD_LINE) / whole)
    below_enough = np.ceil(known[-FEWEST_APART] / whole) - 1.0
    return float(whole * min(quarter, below_enough))


def _of_the_last(first: Findings, neutral: bool) -> Findings:
    """The findings of the last mornings alone, where there are more."""
    if len(first.series) <= MOST_LOOKED:
        return first
    series = first.series.last(MOST_LOOKED)
    return find(series, better=first.better, rested=first.rested, neutral=neutral)


def line(series: Series, name: str, *, whole: float = 1.0, neutral: bool = False) -> Line | None:
    """Days above the line of a load against the others; None where too few are known, or all lie close.

    The load stands in the model as a step: 1 above the line, 0 elsewhere. Its prior is that of any
    load, for one sd of the step. Other loads of the series stay as they are.
    """
    told = series.loads[name]
    if lack(told, series.pain):
        return None
    above = line_at(told, whole)
    step = tuple(None if amount is None else float(amount > above) for amount in told)
    if lack(step, series.pain) or _apart(told, above) < whole:
        return None
    posterior = Posterior(replace(series, loads={**series.loads, name: step}))
    effect = load_effects(posterior.neutral() if neutral else posterior)[name]
    return _as_line(effect, above, series, step)


def _apart(told: Amounts, above: float) -> float:
    """How far the days above a line lie from the others, on average; there must be both."""
    known = np.array([amount for amount in told[:-1] if amount is not None])
    return float(known[known > above].mean() - known[known <= above].mean())


def _as_line(effect: LoadEffect, above: float, series: Series, step: Amounts) -> Line:
    difference = effect.of(1.0)
    after = [amount for pain, amount in zip(series.pain, step, strict=False) if pain is not None]
    return Line(
        difference.mean,
        difference.sd,
        difference.low,
        difference.high,
        kind=line_kind(difference, effect.chance),
        above=above,
        chance=effect.chance,
        days=after.count(1.0),
        others=after.count(0.0),
    )


def _moved(first: Findings, second: Findings) -> tuple[str, ...]:
    return tuple(name for name in first.compared if _moved_by(name, first, second) > SAME_WITHIN)


def _moved_by(name: str, first: Findings, second: Findings) -> float:
    """The largest distance, in points, between what both say of a technique and is told of it."""
    apart = [0.0]
    if len(first.compared) >= FEWEST_COMPARED:
        apart.append(second.against_others(name).mean - first.against_others(name).mean)
    if HelpsKind.NOT_ASKED not in (first.helps.kind, second.helps.kind):
        apart.append(second.effects[name].mean - first.effects[name].mean)
    return max(map(abs, apart))
