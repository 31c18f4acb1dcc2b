"""Strava's bulk export: `activities.csv`, a row for each activity, 87 columns, some names twice.

The second Distance is in metres; the first is in the unit of the account, and
is not read. Times are UTC. The gear of a run or a walk is the shoe. In a
language other than English the columns are told by their places.
"""

from collections import Counter
from dataclasses import dataclass, field

from firststep.errors import IntakeError
from firststep.intake.activity.amounts import decimal
from firststep.intake.activity.found import Found, Skips, shown
from firststep.intake.activity.parts import Opened, Part, Peek
from firststep.intake.activity.sessions import Sessions
from firststep.intake.activity.sheets import first_rows, sheet
from firststep.intake.activity.spelled_dates import moment
from firststep.intake.activity.strava_types import kind_of
from firststep.knowledge.said import Said, said
from firststep.records.activity import LONGEST_SHOE, Kind, Session

KIND = "strava"
WHOLE = True  # the tracks in the same zip tell the same again
DATE, TYPE, ELAPSED, MOVING, DISTANCE, GEAR = 1, 3, 15, 16, 17, 11
MOST_TYPES = 100
TWINS = ((5, 15), (6, 17))  # the names that stand twice, in every language
ENGLISH = {"activity date", "activity type"}
NO_DATE = said("bad_date")
SHORT = said("short_row")


@dataclass(frozen=True, slots=True)
class _Places:
    date: int = DATE
    type: int = TYPE
    elapsed: int = ELAPSED
    moving: int = MOVING
    distance: int | None = DISTANCE
    gear: int = GEAR


@dataclass(slots=True)
class _Gathered:
    sessions: Sessions = field(default_factory=lambda: Sessions(KIND))
    skips: Skips = field(default_factory=Skips)
    others: Counter[str] = field(default_factory=Counter)


def is_mine(file: Peek) -> bool:
    """Whether its header is that of a bulk export."""
    return _places(next(iter(first_rows(file.text())), [])) is not None


def _places(names: list[str]) -> _Places | None:
    if set(names) >= ENGLISH:
        elapsed = _all(names, "elapsed time")
        moving = _all(names, "moving time")
        far = _all(names, "distance")
        return _Places(
            date=names.index("activity date"),
            type=names.index("activity type"),
            elapsed=elapsed[-1] if elapsed else -1,
            moving=moving[-1] if moving else -1,
            distance=far[1] if len(far) > 1 else None,
            gear=next(iter(_all(names, "activity gear")), -1),
        )
    twins = len(names) > DISTANCE and all(names[one] and names[one] == names[other] for one, other in TWINS)
    return _Places() if twins else None


def _all(names: list[str], name: str) -> list[int]:
    return [place for place, one in enumerate(names) if one == name]


def read(file: Opened) -> Found:
    """The runs, walks and games in it, and the shoes."""
    gathered = _Gathered()
    for part in file.parts:
        _read_part(part, file, gathered)
    if gathered.others:
        named = ", ".join(f"{name} ({times})" for name, times in gathered.others.most_common(10))
        gathered.sessions.note(said("types_left", names=named))
    return gathered.sessions.found(skips=gathered.skips)


def _read_part(part: Part, file: Opened, gathered: _Gathered) -> None:
    table = sheet(part)
    places: _Places | None = None
    for number, cells in table.rows():
        if places is None:
            places = _places([cell.casefold() for cell in cells])
            if places is None:
                raise IntakeError(
                    "its first row names no columns of Strava", where=part.name, mend="export it again"
                )
            if places.distance is None:
                gathered.sessions.note(said("no_metres"))
        elif any(cells):
            _take(cells, places, said("at_row", name=part.name, n=number), file, gathered)
    for fault in table.faults:
        gathered.sessions.note(said("of_file", name=part.name, why=fault))


def _take(cells: list[str], places: _Places, where: Said, file: Opened, gathered: _Gathered) -> None:
    if len(cells) <= max(places.date, places.type, places.moving, places.distance or 0):
        gathered.skips.add(where, SHORT)
        return
    kind = kind_of(cells[places.type])
    if kind is Kind.OTHER:
        name = shown(cells[places.type]) or "?"
        gathered.others[name if name in gathered.others or len(gathered.others) < MOST_TYPES else "..."] += 1
        return
    at = moment(cells[places.date])
    if at is None:
        gathered.skips.add(where, NO_DATE)
        return
    began = at.astimezone(file.zone_for(file.parts[0])).replace(tzinfo=None)
    length = decimal(_cell(cells, places.moving)) or decimal(_cell(cells, places.elapsed))
    far = decimal(_cell(cells, places.distance)) if places.distance is not None else None
    session = Session(
        kind=kind, metres=far, seconds=length, shoe=shown(_cell(cells, places.gear), LONGEST_SHOE)
    )
    gathered.sessions.add(session, began=began, device="", where=where)


def _cell(cells: list[str], place: int) -> str:
    return cells[place] if 0 <= place < len(cells) else ""
