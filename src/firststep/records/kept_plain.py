"""All that is kept of a person, as text, numbers, lists and dicts, and back: strictly."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

from firststep.errors import FirststepError, RecordError
from firststep.records.active_plain import active_as_plain, active_from_plain
from firststep.records.activity import ActiveDay
from firststep.records.fields import FIRST_YEAR, LAST_YEAR, LONGEST_ID
from firststep.records.household import Confirmed, Kept, KeptPlan, KeptVerdict, Member
from firststep.records.plain import as_plain, from_plain
from firststep.records.professional_plain import candidate_as_plain, candidate_from_plain
from firststep.records.told import Foot

T = TypeVar("T")

FORMAT, VERSION = "firststep-export", 1


def kept_as_plain(kept: Kept) -> dict[str, Any]:
    """Everything, ready for JSON; the form is laid down in docs/reference/export.md."""
    member = kept.member
    return {
        "format": FORMAT,
        "version": VERSION,
        "person": {
            "id": str(member.id),
            "name": member.name,
            "seed": member.seed,
            "made_up": member.made_up,
            "joined": member.joined.isoformat(),
        },
        "told": [
            as_plain(confirmed.told)
            | {"recorded": confirmed.recorded.isoformat(), "knowledge": confirmed.knowledge}
            for confirmed in kept.told
        ],
        "plans": [
            {
                "id": str(plan.id),
                "foot": str(plan.foot),
                "first_day": plan.first_day.isoformat(),
                "made": plan.made.isoformat(),
                "after": plan.after,
                "knowledge": plan.knowledge,
                "sealed": plan.sealed,
                "days": plan.days,
                "protocol": plan.protocol,
            }
            for plan in kept.plans
        ],
        "verdicts": [
            {
                "foot": str(verdict.foot),
                "on": verdict.on.isoformat(),
                "made": verdict.made.isoformat(),
                "after": verdict.after,
                "engine": verdict.engine,
                "choice": verdict.choice,
                "technique": verdict.technique,
                "certainty": verdict.certainty,
                "helps": verdict.helps,
                "findings": verdict.findings,
            }
            for verdict in kept.verdicts
        ],
        "active": [active_as_plain(day) for day in kept.active],
        "professionals": [candidate_as_plain(one) for one in kept.professionals],
    }


def kept_from_plain(plain: object, *, where: str) -> Kept:
    """What `kept_as_plain` wrote. RecordError, with the place, for anything else."""
    if not isinstance(plain, dict) or plain.get("format") != FORMAT:
        raise RecordError("this is not an export of Firststep", where=where, mend="choose the exported file")
    if plain.get("version") != VERSION:
        raise RecordError(
            "this export has a form that this version does not know", where=where, mend="update Firststep"
        )
    member = _member(plain.get("person"), where)
    told = tuple(_each(plain, "told", where, _confirmed))
    most = len(told)
    plans = tuple(_each(plain, "plans", where, lambda entry, place: _plan(entry, place, most)))
    verdicts = tuple(_each(plain, "verdicts", where, lambda entry, place: _verdict(entry, place, most)))
    active = tuple(_each({"active": []} | plain, "active", where, active_from_plain))
    _check_once(active, where)
    professionals = tuple(_each({"professionals": []} | plain, "professionals", where, candidate_from_plain))
    return Kept(member, told, plans, verdicts, active, professionals)


def _check_once(active: Sequence[ActiveDay], where: str) -> None:
    """Of one source a day stands there once, or it would count twice."""
    if len({(day.on, day.source, day.part) for day in active}) != len(active):
        raise RecordError("a day of activity stands there twice", where=where, mend="export it again")


def _each(plain: Mapping[str, Any], part: str, where: str, read: Callable[[Any, str], T]) -> list[T]:
    entries = plain.get(part)
    if not isinstance(entries, list):
        raise RecordError(f"'{part}' is not a list", where=where, mend="export it again")
    return [
        _careful(read, entry, f"{where}, {part} {number}") for number, entry in enumerate(entries, start=1)
    ]


def _careful(read: Callable[[Any, str], T], entry: Any, place: str) -> T:
    """Read an entry; whatever is wrong with it is said with its place."""
    try:
        return read(entry, place)
    except FirststepError:
        raise
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise RecordError("this entry is damaged", where=place, mend="export it again") from fault


def _member(plain: Any, where: str) -> Member:
    return _careful(
        lambda entry, _: Member(
            id=UUID(entry["id"]),
            name=_text(entry["name"], LONGEST_NAME),
            seed=_count(entry["seed"]),
            made_up=_truth(entry["made_up"]),
            joined=_moment(entry["joined"]),
        ),
        plain,
        f"{where}, person",
    )


def _confirmed(entry: Any, place: str) -> Confirmed:
    event = {name: value for name, value in entry.items() if name not in ("recorded", "knowledge")}
    return Confirmed(from_plain(event, where=place), _moment(entry["recorded"]), _text(entry["knowledge"]))


def _plan(entry: Any, place: str, most: int) -> KeptPlan:
    for line in entry["days"]:
        _day(line["on"])
        _optional(line["technique"], str)
        _optional(line["advice"], dict)
    return KeptPlan(
        id=UUID(entry["id"]),
        foot=Foot(entry["foot"]),
        first_day=_day(entry["first_day"]),
        made=_moment(entry["made"]),
        after=_after(entry["after"], place, most),
        knowledge=_text(entry["knowledge"]),
        sealed=_truth(entry["sealed"]),
        days=entry["days"],
        protocol=_optional(entry.get("protocol"), dict),
    )


def _verdict(entry: Any, place: str, most: int) -> KeptVerdict:
    return KeptVerdict(
        foot=Foot(entry["foot"]),
        on=_day(entry["on"]),
        made=_moment(entry["made"]),
        after=_after(entry["after"], place, most),
        engine=_text(entry["engine"]),
        choice=_text(entry["choice"]),
        technique=None if entry["technique"] is None else _text(entry["technique"], LONGEST_ID),
        certainty=_optional(entry["certainty"], float),
        helps=_text(entry["helps"]),
        findings=dict(entry["findings"]),
    )


def _after(value: Any, place: str, most: int) -> int:
    if _count(value) > most:
        raise RecordError("it knows of events that are not there", where=place, mend="export it again")
    return int(value)


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.utcoffset() is None or not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise ValueError(text)
    return moment


LONGEST_NAME, LONGEST_WORD = 40, 20  # of a person; of a version or a kind of answer


def _text(value: Any, longest: int = LONGEST_WORD) -> str:
    if not isinstance(value, str) or not 0 < len(value) <= longest or not value.isprintable():
        raise ValueError(value)
    return value


def _day(text: str) -> date:
    day = date.fromisoformat(text)
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(text)
    return day


def _count(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 2**31:
        raise ValueError(value)
    return value


def _truth(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _optional(value: Any, kind: type[T]) -> T | None:
    if value is not None and not isinstance(value, kind):
        raise TypeError(value)
    return value
