"""What a second look with a load says, in the words of every form."""

from dataclasses import dataclass
from types import MappingProxyType

from firststep.care import STEPS, ArmOf
from firststep.care.comparing.loaded import WHOLE
from firststep.knowledge import counted, numeral, phrase
from firststep.reports.content import Names, short, signed
from firststep.trial import (
    Better,
    Estimate,
    Findings,
    HelpsKind,
    Lack,
    Line,
    LineKind,
    LoadEffect,
    SecondLook,
)
from firststep.trial.findings import sign_of
from firststep.trial.yardsticks import FEWEST_COMPARED, FEWEST_KNOWN, MOST_LOOKED, SAME_WITHIN

SECTION = "load"
UNSEEN = 0.05  # points that round to nought at one decimal
SAME_DAY = "_same"
"""How the keys end where a score is held against the load of the same day."""


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of one load.

    title, facts
        What is looked at, and how much of it is known.
    answer
        Long days against the others, and how many of each.
    per
        What a usual difference between days goes with; empty where nothing could be looked at.
    about
        What kind of look it is, what it does not show, and what becomes of the comparison.
    table
        (columns, rows, what the numbers are): each technique without and with the load.
    """

    title: str
    facts: str
    answer: tuple[str, ...]
    per: str = ""
    about: tuple[str, ...] = ()
    table: tuple[tuple[str, ...], list[tuple[str, ...]], str] = ((), [], "")


def said(
    look: SecondLook,
    load: str = STEPS,
    *,
    arm_of: ArmOf = ArmOf.DAY_BEFORE,
    names: Names = MappingProxyType({}),
) -> Said:
    """What a second look says of one of its loads.

    names
        {technique: what it is called}, where not by its id.
    """
    same = SAME_DAY if arm_of is ArmOf.SAME_DAY else ""
    what, first = _called(load), look.first
    scored = first.mornings - first.missing
    title = _said(f"title{same}", what=what)
    facts = _said(f"known{same}", what=what, known=look.known[load], scored=scored)
    if first.mornings >= MOST_LOOKED:
        facts = f"{_said('last_days', days=MOST_LOOKED)} {facts}"
    if look.findings is None or load in look.lacking:
        return Said(title, facts, (_lacking(look, load, same),))
    return Said(
        title=title,
        facts=facts,
        answer=_answer(look.lines[load], load, first.better, same),
        per=_per(look.findings.loads[load], look.lines[load], what, first.better),
        about=(
            _said("second", what=what),
            _said("not_a_cause"),
            *((_moved(look, what, names),) if _tells_of_techniques(first) else ()),
        ),
        table=_table(first, look.findings, what, names) if _tells_of_techniques(first) else ((), [], ""),
    )


def _tells_of_techniques(findings: Findings) -> bool:
    """Whether there is anything to hold a technique against: another one, or days without it."""
    asked = findings.helps.kind is not HelpsKind.NOT_ASKED
    return len(findings.compared) >= FEWEST_COMPARED or (bool(findings.compared) and asked)


def _answer(line: Line | None, load: str, better: Better | None, same: str) -> tuple[str, ...]:
    if line is None:
        return (_said("no_line"),)
    key = {LineKind.ALIKE: "alike", LineKind.CANNOT_TELL: "cannot_tell"}.get(line.kind, "differ")
    above, whole = (numeral(f"{amount:,.0f}") for amount in (line.above, WHOLE.get(load, 1.0)))
    return (
        _said(f"{key}{same}", above=above, what=_called(load), **_sizes(line, better)),
        _said(f"counts{same}", days=line.days, others=line.others),
        _said("line", what=_called(load), whole=whole),
    )


def _per(effect: LoadEffect, line: Line | None, what: str, better: Better | None) -> str:
    """What a usual difference goes with; only what still fits, where long days cannot be told from others."""
    typical = _round(effect.typical)
    if line is None or line.kind is LineKind.CANNOT_TELL:
        low, high = (_end(end) for end in _ends(effect, better))
        return _said("per_open", typical=typical, what=what, low=low, high=high)
    return _said("per", typical=typical, what=what, **_sizes(effect, better))


def _lacking(look: SecondLook, load: str, same: str) -> str:
    what = _called(load)
    if look.lacking[load] is Lack.VARIATION:
        return _said("same_each_day", what=what)
    return _said(f"few{same}", what=what, known=look.known[load], fewest=FEWEST_KNOWN)


def _moved(look: SecondLook, what: str, names: Names) -> str:
    within = numeral(f"{SAME_WITHIN:g}")
    if not look.moved:
        return _said("unmoved", what=what, within=within)
    named = ", ".join(names.get(name, name) for name in look.moved)
    return _said("moved", what=what, names=named, within=within)


def _table(
    first: Findings, second: Findings, what: str, names: Names
) -> tuple[tuple[str, ...], list[tuple[str, ...]], str]:
    """Both looks side by side: against the others, or one alone against none."""
    compared, several = first.compared, len(first.compared) >= FEWEST_COMPARED
    columns = _said("technique"), _said("without", what=what), _said("with", what=what)
    rows = [
        (short(name, names), *(signed(_of(name, one, several)) for one in (first, second)))
        for name in compared
    ]
    return columns, rows, _said("points" if several else "points_none")


def _of(technique: str, findings: Findings, several: bool) -> Estimate:
    return findings.against_others(technique) if several else findings.effects[technique]


def _sizes(estimate: Estimate, better: Better | None) -> dict[str, str]:
    """A difference in words, worse or better, and its interval."""
    worse, (low, high) = sign_of(better) * estimate.mean, _ends(estimate, better)
    said_so = low * high > 0.0 and abs(estimate.mean) >= UNSEEN  # the size says which way both ends lie
    ends = sorted((abs(low), abs(high))) if said_so else (low, high)
    shown = [numeral(f"{end:.1f}") if said_so else _end(end) for end in ends]
    return {"size": _size(worse), "range": _said("range", low=shown[0], high=shown[1])}


def _ends(estimate: Estimate, better: Better | None) -> list[float]:
    """The ends of an interval, the better one first; above nought is worse."""
    sign = sign_of(better)
    return sorted((sign * estimate.low, sign * estimate.high))


def _size(worse: float) -> str:
    points = f"{abs(worse):.1f}"
    if abs(worse) < UNSEEN:
        return _said("no_different")
    return counted(SECTION, "worse" if worse > 0 else "better", float(points), points=numeral(points))


def _end(worse: float) -> str:
    if abs(worse) < UNSEEN:
        return _said("no_different")
    return _said("end_worse" if worse > 0 else "end_better", points=numeral(f"{abs(worse):.1f}"))


def _called(load: str) -> str:
    """What a load is called; by its own name where there are no words for it."""
    return _said("steps") if load == STEPS else load


def _round(amount: float) -> str:
    """To two digits that count, as no more of it is known."""
    return numeral(f"{float(f'{amount:.2g}'):,.10g}")


def _said(key: str, **blanks: object) -> str:
    return phrase(SECTION, key, **blanks)
