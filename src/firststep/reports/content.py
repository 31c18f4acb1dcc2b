"""What a report of findings says: the same words and numbers for every form."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from firststep.care import ArmOf, View, spoken
from firststep.knowledge import numeral, phrase
from firststep.records import Day, Diary
from firststep.trial import Better, Contrast, Estimate, Findings, HelpsKind

Names = Mapping[str, str]

MISSED, UNTOLD, REST = "·", "?", "-"
DIGITS = "0123456789X"
LONGEST_NAME = 24  # of a technique, in a table or a picture
WEEK = 7
ROW_DAYS, MOST_DAYS = 28, 84  # of the strip


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that a report of one person's findings says.

    heading, facts, notes
        What was scored by whom, how much of it, and what the reader noticed.
    effects, pairs
        (columns, rows) of the two tables; empty rows where there is nothing to compare.
    sentences
        The answers.
    strip
        (first day, scores, doings) of the last weeks, one sign a day.
    key
        What the signs of the strip mean.
    """

    heading: str
    facts: str
    notes: tuple[str, ...]
    effects: tuple[tuple[str, ...], list[tuple[str, ...]]]
    pairs: tuple[tuple[str, ...], list[tuple[str, ...]]]
    sentences: tuple[str, ...]
    strip: list[tuple[str, str, str]]
    key: str


def report(
    diary: Diary,
    findings: Findings,
    arm_of: ArmOf,
    names: Names = MappingProxyType({}),
    view: View = View.AS_DONE,
) -> Report:
    """The report of one diary.

    names
        {technique: what it is called}, where not by its id.
    view
        The way in which these findings see the diary.
    """
    return Report(
        heading=heading(diary),
        facts=_facts(findings, arm_of, view),
        notes=diary.notes,
        effects=_effects(findings, names),
        pairs=_pairs(findings, names),
        sentences=_sentences(findings, names),
        strip=_strip(diary, findings),
        key=_key(findings, names),
    )


def heading(diary: Diary) -> str:
    """Who, and what was scored."""
    return diary.score if diary.person == diary.score else f"{diary.person}: {diary.score}"


def short(technique: str, names: Names = MappingProxyType({})) -> str:
    """What a technique is called, cut to what a table can hold."""
    name = names.get(technique, technique)
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…"


def _facts(findings: Findings, arm_of: ArmOf, view: View) -> str:
    said = [
        _said("facts", mornings=findings.mornings, missing=findings.missing),
        direction(findings.better),
        alignment(arm_of) if findings.techniques else "",
        "" if view is View.AS_DONE else _said(f"view_{view}"),
    ]
    return " ".join(part for part in said if part)


def direction(better: Better | None) -> str:
    """Which way the score is better; empty where nobody said."""
    return _said(f"better_{better}") if better else ""


def alignment(arm_of: ArmOf) -> str:
    """Which day's doing a score is compared by."""
    return _said(f"compared_{arm_of}")


def _sentences(findings: Findings, names: Names) -> tuple[str, ...]:
    if findings.mornings == findings.missing:
        return (_said("no_score"),)
    if findings.techniques:
        return (spoken(findings.choice.says, names), spoken(findings.helps.says, names))
    level, rhythm = findings.level, findings.rhythm
    first, last = (spread(level.mean[k], level.low[k], level.high[k]) for k in (0, -1))
    return (
        _said("level", first=first, last=last),
        _said("moves", points=_estimate(rhythm.residual_sd)),
        _said("hands_on", share=_estimate(rhythm.autocorrelation, 2)),
        _said("level_moves", points=_estimate(rhythm.level_sd, 2)),
        _said("none_compared"),
    )


def _effects(findings: Findings, names: Names) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """A row a technique, against the leader; against doing none only if that was asked."""
    leader = findings.choice.technique
    asked = findings.helps.kind is not HelpsKind.NOT_ASKED
    columns = [_said("technique"), _said("days")]
    columns += [_said("chance_best"), _said("against", name=short(leader, names))] if leader else []
    columns += [_said("against_none")] if asked else []
    rows = []
    for name, effect in findings.effects.items():
        row = [short(name, names), str(effect.days)]
        if leader:
            chance = _said("rested") if effect.chance_best is None else percent(effect.chance_best)
            row += [chance, "" if name == leader else signed(findings.contrast(name, leader))]
        rows.append((*row, signed(effect)) if asked else tuple(row))
    return tuple(columns), rows


def _pairs(findings: Findings, names: Names) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """A row a pair, where no leader orders them."""
    if findings.choice.technique or not findings.contrasts:
        return (), []
    rows: list[tuple[str, ...]] = [
        (_said("minus", one=short(pair.a, names), other=short(pair.b, names)), signed(pair))
        for pair in findings.contrasts
    ]
    return (_said("contrast"), _said("points")), rows


def _strip(diary: Diary, findings: Findings) -> list[tuple[str, str, str]]:
    """The last weeks of the diary, four to a row."""
    letters = signs(findings.techniques)
    by_date = {day.on: day for day in diary.days}
    series, rows = findings.series, []
    for start in range(max(len(series) - MOST_DAYS, 0), len(series), ROW_DAYS):
        dates = [series.day(k) for k in range(start, min(start + ROW_DAYS, len(series)))]
        days = [by_date.get(on, Day(on, None)) for on in dates]
        doings = "".join(_sign(day.did, letters) for day in days) if letters else ""
        rows.append((dates[0].isoformat(), _weeks("".join(_digit(day.pain) for day in days)), _weeks(doings)))
    return rows


def _weeks(signs_: str) -> str:
    return " ".join(signs_[k : k + WEEK] for k in range(0, len(signs_), WEEK))


def _digit(score: float | None) -> str:
    return MISSED if score is None else DIGITS[round(score)]


def signs(techniques: tuple[str, ...]) -> dict[str, str]:
    """A letter for each technique, in their order."""
    return {name: chr(ord("a") + k) for k, name in enumerate(techniques)}


def _sign(did: frozenset[str] | None, letters: dict[str, str]) -> str:
    if did is None:
        return UNTOLD
    if not did:
        return REST
    return letters.get(next(iter(did)), "o") if len(did) == 1 else "+"


def _key(findings: Findings, names: Names) -> str:
    scores = _said("scores", ten=DIGITS[-1], missed=MISSED)
    if findings.mornings > MOST_DAYS:
        scores = _said("last_days", days=MOST_DAYS, scores=scores)
    if not findings.techniques:
        return _said("key_alone", scores=scores)
    named = ", ".join(f"{sign} {names.get(name, name)}" for name, sign in signs(findings.techniques).items())
    return _said("key", scores=scores, named=named, rest=REST, untold=UNTOLD)


def signed(estimate: Estimate | Contrast) -> str:
    """A difference in points with its interval: '-0.6 (-1.1 to -0.1)'."""
    shown = [f"{value:+.1f}" for value in (estimate.mean, estimate.low, estimate.high)]
    return _range(*("0.0" if value in ("-0.0", "+0.0") else value for value in shown))


def spread(mean: float, low: float, high: float, digits: int = 1) -> str:
    """A number with its interval: '3.2 (2.1 to 4.4)'."""
    return _range(*(f"{value:.{digits}f}" for value in (mean, low, high)))


def percent(chance: float) -> str:
    """A chance in whole percent, never rounded to certainty."""
    return numeral(f"{min(max(round(100 * chance), 1), 99)}%")


def _estimate(estimate: Estimate, digits: int = 1) -> str:
    return spread(estimate.mean, estimate.low, estimate.high, digits)


def _range(mean: str, low: str, high: str) -> str:
    return _said("range", mean=numeral(mean), low=numeral(low), high=numeral(high))


def _said(key: str, **blanks: object) -> str:
    return phrase("report", key, **blanks)
