"""What the pages of 'What set it off?' show: findings, entries, and the fields of a form."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from firststep.care.load import LoadDay, load_days
from firststep.care.noting import DAYS, FIELDS, WITHIN, Notebook, Typed
from firststep.care.triggers import around
from firststep.knowledge import counted, numeral, phrase, words
from firststep.records import Foot, Name
from firststep.records.triggers import WEEKDAYS, AllOf, CareKind, EventKind, Onset, OtherCare, ShoeKind
from firststep.records.triggers_plain import SORTS
from firststep.reports.triggers import triggers_as_data
from firststep.reports.triggers.entries import by_sort
from firststep.reports.triggers.picture import pictures
from firststep.store import read
from firststep.web.who import Request

PAGE = "before"
RECENT = timedelta(days=30)
TENTH_MORE = 1.1
KM = 1000.0
OF_A_HEEL = (Onset, OtherCare)
SAID = ("saved", "taken_back")
"""What the page may say was just done."""

KINDS = {"shoes": ("shoe", ShoeKind), "event": ("event", EventKind), "care": ("care", CareKind)}


def feet_of(request: Request) -> tuple[Foot, ...]:
    """The heels that are told of: both, or the last one; none before one was chosen."""
    last = read.last_told(request.member.id)[1]
    if request.settings[Name.FEET] == "both":
        return tuple(Foot)
    return (last,) if last else ()


def found_page(request: Request, today: date) -> dict[str, Any]:
    """All that the first page shows."""
    person, feet = request.member.id, feet_of(request)
    book, days = read.notebook(person), load_days(read.active(person))
    return {
        "page": PAGE,
        "member": request.member,
        "found": [_shown(one) for foot in feet for one in triggers_as_data(around(days, book.before(foot)))],
        "sorts": _sorts(book, both=len(feet) > 1),
        "has_days": bool(days),
        "longest": _longest(days, today),
        "alls": _alls(book),
        "no_heel": not feet,
        "said": words()["before"].get(request.GET.get("saved", ""), "")
        if request.GET.get("saved") in SAID
        else "",
    }


def _shown(one: dict[str, Any]) -> dict[str, Any]:
    """What was found around an onset, with its pictures, and what may be done said once."""
    research = [
        factor | {part: [_for_whom(claim) for claim in factor[part]] for part in ("known", "do")}
        for factor in one["research"]
    ]
    do = {claim["says"]: claim for factor in research for claim in factor["do"]}
    lacking = [
        phrase("triggers", f"lacking_{lack.replace('-', '_')}", list=", ".join(named))
        for lack, named in one["lacking"].items()
        if named
    ]
    others = ", ".join(other["named"] for other in one["others"])
    return one | {
        "research": research,
        "do": list(do.values()),
        "pictures": pictures(one["weeks"]),
        "compared": phrase("triggers", "compared", days=numeral(f"{one['days']:,}")) if one["days"] else "",
        "others_says": phrase("triggers", "others", list=others) if others else "",
        "lacking_says": lacking,
    }


def _for_whom(claim: dict[str, Any]) -> dict[str, Any]:
    whom = claim["whom"]
    return claim | {"for_whom": phrase("triggers", "for_whom", whom=whom) if whom else ""}


def _sorts(book: Notebook, *, both: bool) -> list[dict[str, Any]]:
    said = words()["before"]
    return [
        {"id": sort, "title": said["sort"][sort], "add": said["new"][sort], "entries": entries}
        for sort, entries in by_sort(book.notes, both=both).items()
    ]


def _longest(days: tuple[LoadDay, ...], today: date) -> str:
    """The longest run of the last 30 days, and a tenth more; empty where there was none."""
    runs = [day.longest_run_m or 0.0 for day in days if today - RECENT <= day.on <= today]
    if not any(runs):
        return ""
    longest, limit = (
        phrase("triggers", "km", number=numeral(f"{metres / KM:.1f}"))
        for metres in (max(runs), max(runs) * TENTH_MORE)
    )
    return phrase("before", "longest", longest=longest, limit=limit)


def _alls(book: Notebook) -> list[dict[str, str]]:
    return [
        {"id": str(of), "label": words()["before"]["all"][str(of)], "since": str(book.all_since.get(of, ""))}
        for of in AllOf
    ]


def form_page(request: Request, sort: str, typed: Typed, wrong: Mapping[str, str]) -> dict[str, Any]:
    """All that the form of an entry shows.

    wrong
        {field: what is to be mended there}.
    """
    said, feet = words()["before"], feet_of(request)
    return {
        "page": PAGE,
        "member": request.member,
        "sort": sort,
        "title": said["new"][sort],
        "help": said["help"][sort],
        "fields": [_field(name, sort, typed, wrong.get(name)) for name in FIELDS[SORTS[sort]]],
        "feet": _feet(feet, typed) if issubclass(SORTS[sort], OF_A_HEEL) and len(feet) > 1 else [],
        "no_heel": not feet,
        "mend": counted("before", "mend", len(wrong), count=len(wrong)) if wrong else "",
    }


def _feet(feet: tuple[Foot, ...], typed: Typed) -> list[dict[str, Any]]:
    said = words()["before"]
    return [{"id": str(foot), "label": said[str(foot)], "on": typed["foot"] == foot} for foot in feet]


def _field(name: str, sort: str, typed: Typed, wrong: str | None) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "name": name,
        "label": _label(name, sort),
        "value": typed[name],
        "wrong": wrong,
        "widget": {"since": "day", "until": "day", "flare": "tick", DAYS: "ticks"}.get(name, "text"),
    }
    if name == "kind":
        table, kinds = KINDS[sort]
        named = words()["before"][table]
        return shown | {"widget": "choice", "choices": [(str(kind), named[str(kind)]) for kind in kinds]}
    if name == "within":
        named = words()["before"]["within"]
        return shown | {
            "widget": "choice",
            "choices": [(str(days), named[str(days)]) for days in WITHIN],
            "value": typed[name] or str(WITHIN[0]),
        }
    if name == DAYS:
        named = words()["before"]["weekday"]
        return shown | {"ticks": [(day, named[str(day)], day in typed.days) for day in WEEKDAYS]}
    return shown


def _label(name: str, sort: str) -> str:
    said = words()["before"]["field"]
    special = {
        ("onset", "since"): "on",
        ("shoes", "since"): "wore_from",
        ("shoes", "until"): "wore_until",
    }
    return str(said[special.get((sort, name), name)])
