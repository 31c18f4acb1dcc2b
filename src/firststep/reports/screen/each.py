"""Each technique in numbers on 'So far': as data, in a sentence, and in a table that can be read aloud."""

from typing import Any

from firststep.care import Standing, each, is_rest_asked
from firststep.knowledge import called, capital, numeral, phrase, words
from firststep.reports.content import Report, signed
from firststep.trial import Estimate, Findings, HelpsKind

SHOWN_DIGITS = 2
UNSEEN = 0.05  # points that round to nought at one decimal

Table = dict[str, Any]


def each_as_data(standing: Standing, findings: Findings) -> list[dict[str, Any]]:
    """A row a compared technique, ready for JSON."""
    return [
        {
            "technique": one.technique,
            "days": one.days,
            "scored": one.scored,
            "against_others": _estimate(one.others, "says_others"),
            "against_rest": _estimate(one.rest, "says_rest"),
        }
        for one in each(standing, findings)
    ]


def tables(standing: Standing, findings: Findings, said: Report) -> list[Table]:
    """The tables of what is compared, and of what was; none where nothing is."""
    text = words()["so_far"]
    effects = (text["numbers"], *_effects(standing, findings, said))
    pairs = (text["pairs"], (text["pair"], text["points"]), _pairs(standing, findings, said))
    found = (effects, _each_table(standing, findings), pairs)
    return [_table(*table) for table in found if table[2]]


def _effects(
    standing: Standing, findings: Findings, said: Report
) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The effects, without the column against doing none: the next table has it."""
    columns, rows = said.effects
    last = None if findings.helps.kind is HelpsKind.NOT_ASKED else -1
    labelled = zip(findings.effects, rows, strict=True)
    return columns[:last], [
        (_labelled(row[0], standing, findings, [id_]), *row[1:last]) for id_, row in labelled
    ]


def _pairs(standing: Standing, findings: Findings, said: Report) -> list[tuple[str, ...]]:
    """Each against each, where no leader orders them."""
    pairs = zip(findings.contrasts, said.pairs[1], strict=False)
    return [(_labelled(row[0], standing, findings, [pair.a, pair.b]), *row[1:]) for pair, row in pairs]


def _labelled(name: str, standing: Standing, findings: Findings, ids: list[str]) -> str:
    """A name with it, whether it is compared no longer, or rests."""
    if not set(ids) <= set(standing.compared):
        return phrase("course", "no_longer", name=name)
    return phrase("course", "set_down", name=name) if set(ids) & findings.rested else name


def _each_table(standing: Standing, findings: Findings) -> tuple[str, tuple[str, ...], list[tuple[str, ...]]]:
    """Each against the others, and against rest days where the question asks for them."""
    text, rest = words()["course"], is_rest_asked(standing)
    columns = (text["each_technique"], text["each_scored"], text["each_others"])
    few = (text["each_too_few"], text["each_too_few_rest"])
    rows = [
        (
            called(one.technique, standing.own),
            str(one.scored),
            _cell(one.others, few[0]),
            *([_cell(one.rest, few[1])] if rest else []),
        )
        for one in each(standing, findings)
    ]
    return text["each"], (*columns, text["each_rest"]) if rest else columns, rows


def _cell(estimate: Estimate | None, otherwise: str) -> str:
    return signed(estimate) if estimate else otherwise


def _estimate(estimate: Estimate | None, key: str) -> dict[str, Any] | None:
    if estimate is None:
        return None
    size, low, high = (_points(value) for value in (estimate.mean, estimate.low, estimate.high))
    return {
        "says": phrase("course", key, size=size, low=low, high=high),
        "mean": round(estimate.mean, SHOWN_DIGITS),
        "low": round(estimate.low, SHOWN_DIGITS),
        "high": round(estimate.high, SHOWN_DIGITS),
    }


def _points(value: float) -> str:
    """A difference in words: less is less pain."""
    if abs(value) < UNSEEN:
        return phrase("course", "same")
    return phrase("course", "less" if value < 0 else "more", points=numeral(f"{abs(value):.1f}"))


def _table(title: str, columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> Table:
    return {
        "title": title,
        "columns": [capital(name) for name in columns],
        "rows": [[capital(row[0]), *row[1:]] for row in rows],
    }
