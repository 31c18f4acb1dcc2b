"""What changed around each onset, on a page of plain text."""

from collections.abc import Iterable
from typing import Any

from firststep.care.triggers import Around
from firststep.knowledge import phrase, words
from firststep.reports.known.page import DEEPER, listed, paragraph, section
from firststep.reports.triggers.data import triggers_as_data
from firststep.reports.triggers.sentences import SECTION

NARROWEST = 10  # signs of a column
LACKS = {
    "not-told": "lacking_not_told",
    "not-all": "lacking_not_all",
    "not-then": "lacking_not_then",
    "too-few": "lacking_too_few",
}


def triggers_as_text(found: Iterable[Around]) -> str:
    """What changed around each onset: lines of at most 80 signs."""
    data = triggers_as_data(found)
    lines = [line for one in data for line in [*_around(one), ""]]
    return "\n".join([*lines, *paragraph(f"{words()[SECTION]['promise']} {data[0]['note']}")]) + "\n"


def _around(data: dict[str, Any]) -> list[str]:
    lines = [data["title"].upper(), *paragraph(" ".join(filter(None, (data["about"], data["says"]))))]
    for number, one in enumerate(data["ranked"], start=1):
        mark = f"{number}. "
        lines += paragraph(one["says"], first=mark, indent=" " * len(mark))
        more = " ".join(filter(None, (one["between"], one["how_rare"])))
        lines += paragraph(more, first=" " * len(mark), indent=" " * len(mark))
    return [
        *lines,
        *_beside(data),
        *_told(data),
        *_weeks(data["weeks"]),
        *_research(data["research"]),
        *_can_do(data["research"]),
    ]


def _told(data: dict[str, Any]) -> list[str]:
    """What was told of the six weeks before, and what more would say how unusual the shoes were."""
    if not data["told"]:
        return []
    lines = ["", *paragraph(phrase(SECTION, "told")), *listed(one["says"] for one in data["told"])]
    if words()[SECTION]["named"]["shoes"] in data["lacking"]["not-all"]:
        lines += paragraph(phrase(SECTION, "shoes_hint"))
    return lines


def _beside(data: dict[str, Any]) -> list[str]:
    """What was looked at as well, what could not be, and how many days it was compared with."""
    lines = [line for one in data["counted_anew"] for line in paragraph(one["says"])]
    if data["days"]:
        lines += paragraph(phrase(SECTION, "compared", days=data["days"]))
    if data["others"]:
        names = ", ".join(one["named"] for one in data["others"])
        lines += paragraph(phrase(SECTION, "others", list=names))
    for lack, key in LACKS.items():
        if data["lacking"][lack]:
            lines += paragraph(phrase(SECTION, key, list=", ".join(data["lacking"][lack])))
    return ["", *lines]


def _weeks(weeks: dict[str, Any]) -> list[str]:
    """A row a week, a column for each amount."""
    if not weeks["amounts"]:
        return []
    said = words()[SECTION]
    titles = [one["title"] for one in weeks["amounts"]]
    widths = [max(NARROWEST, *map(len, one["shown"])) for one in weeks["amounts"]]
    lines = [f"{number}: {title}" for number, title in enumerate(titles, start=1)]
    head = [f"({number})".rjust(width) for number, width in enumerate(widths, start=1)]
    rows = [f"{said['week']:<12}" + "".join(head)]
    for place, day in enumerate(weeks["begins"]):
        cells = [
            one["shown"][place].rjust(width) for one, width in zip(weeks["amounts"], widths, strict=True)
        ]
        rows.append(f"{day:<12}" + "".join(cells))
    return section(said["weeks"], lines, rows)


def _research(research: list[dict[str, Any]]) -> list[str]:
    lines: list[str] = []
    for factor in research:
        lines += [factor["title"], *_claims(factor["known"])]
    return section(words()[SECTION]["research"], lines)


def _can_do(research: list[dict[str, Any]]) -> list[str]:
    """What may be done, said once where it is said of several things."""
    once = {claim["says"]: claim for factor in research for claim in factor["do"]}
    return section(words()["before"]["can_do"], _claims(once.values()))


def _claims(claims: Iterable[dict[str, Any]]) -> list[str]:
    lines: list[str] = []
    for claim in claims:
        whom = phrase(SECTION, "for_whom", whom=claim["whom"]) if claim["whom"] else ""
        lines += listed(
            [" ".join(filter(None, (claim["says"], whom, f"[{claim['ground']}]")))], indent=DEEPER
        )
    return lines
