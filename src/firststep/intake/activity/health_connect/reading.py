"""What Health Connect kept: the steps of each app, and its runs and walks.

Several apps write the same walk. Within an app its records are added up,
across apps never: each is a source of its own. A record belongs to the day on
which it began, as the phone itself takes it down. The distance of a session is
that of the app's own records in the same time.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo

from firststep.errors import IntakeError
from firststep.intake.activity.found import Found, Skips, source_of
from firststep.intake.activity.health_connect.database import DAMAGE, Database, opened
from firststep.intake.activity.health_connect.numbers import (
    APPS,
    DISTANCES,
    EXERCISES,
    STEPS,
    TABLES,
    kind_of,
)
from firststep.intake.activity.health_connect.times import ZoneWantedError, day_of, is_time, on_the_wall
from firststep.intake.activity.parts import Opened, Part, Peek
from firststep.intake.activity.sessions import Sessions
from firststep.knowledge.said import said
from firststep.records.activity import MOST_METRES, MOST_STEPS, ActiveDay, Kind, Session

KIND = "health-connect"
WHOLE = True  # what else lies in the zip is no activity
MAGIC = b"SQLite format 3\0"
MOST_BYTES = 1_000_000_000  # a real one of a year has some fifty million
MOST_EXERCISES = 100_000
ODD_STEPS = said("odd_steps")
ODD_TIME = said("odd_time")


@dataclass(slots=True)
class _Exercise:
    """A session as it stands in the table, and what its app measured meanwhile."""

    app: str
    kind: Kind
    began_ms: int
    ended_ms: int
    began: datetime
    metres: float | None = None


@dataclass(slots=True)
class _Gathered:
    zone: tzinfo | None
    skips: Skips = field(default_factory=Skips)
    sessions: Sessions = field(default_factory=lambda: Sessions(KIND))
    steps: dict[tuple[date, str], int] = field(default_factory=dict)


def is_mine(file: Peek) -> bool:
    """Whether it is an SQLite file; which one, its tables say when it is read."""
    return file.start.startswith(MAGIC)


def read(file: Opened) -> Found:
    """Steps a day and app, and the sessions."""
    gathered = _Gathered(file.zone)
    for part in file.parts:
        try:
            with part.on_disk(MOST_BYTES) as path, opened(path) as database:
                _read_part(database, part, gathered)
        except ZoneWantedError:
            file.zone_for(part)
        except DAMAGE as fault:
            raise IntakeError(
                "this database is damaged, or not one that a phone exports",
                where=part.name,
                mend="export it again",
            ) from fault
    days = [
        ActiveDay(on=on, source=source_of(KIND, app), steps=told)
        for (on, app), told in gathered.steps.items()
    ]
    return gathered.sessions.found(
        days=sorted(days, key=lambda day: (day.on, day.source)), skips=gathered.skips
    )


def _read_part(database: Database, part: Part, gathered: _Gathered) -> None:
    if not any(database.has(table) for table in TABLES):
        raise IntakeError(
            "this is a database, but not that of Health Connect: it has no table of steps",
            where=part.name,
            mend="choose the zip that Health Connect exports",
        )
    apps = {
        row_id: name
        for row_id, name in database.rows(APPS, ("row_id", "package_name"))
        if isinstance(name, str)
    }
    _steps(database, apps, gathered)
    exercises = list(_exercises(database, apps, gathered))
    _measure(database, apps, exercises)
    for one in exercises:
        gathered.sessions.add(
            Session(kind=one.kind, metres=one.metres, seconds=(one.ended_ms - one.began_ms) / 1000),
            began=one.began,
            device=one.app,
            where=f"{EXERCISES}, {one.began:%Y-%m-%d}",
        )


def _whole(
    rows: Iterator[tuple[object, ...]], table: str, gathered: _Gathered
) -> Iterator[tuple[object, ...]]:
    """The rows, as far as the table is sound; a break in it is said."""
    try:
        yield from rows
    except DAMAGE:
        gathered.sessions.note(said("table_broken", table=table))


def _steps(database: Database, apps: dict[object, str], gathered: _Gathered) -> None:
    columns = ("app_info_id", "local_date", "start_time", "start_zone_offset", "count")
    rows = _whole(database.rows(STEPS, columns), STEPS, gathered)
    for number, (app, local_date, began, offset, count) in enumerate(rows, 1):
        if not isinstance(began, int) or not is_time(began):
            gathered.skips.add(said("at_row", name=STEPS, n=number), ODD_TIME)
        elif not isinstance(count, int) or not 0 <= count <= MOST_STEPS:
            gathered.skips.add(said("at_row", name=STEPS, n=number), ODD_STEPS)
        else:
            key = (day_of(local_date, began, offset, gathered.zone), apps.get(app, ""))
            gathered.steps[key] = gathered.steps.get(key, 0) + count


def _exercises(database: Database, apps: dict[object, str], gathered: _Gathered) -> Iterator[_Exercise]:
    columns = ("app_info_id", "start_time", "start_zone_offset", "end_time", "exercise_type")
    rows = _whole(database.rows(EXERCISES, columns), EXERCISES, gathered)
    for number, (app, began, offset, ended, exercise) in enumerate(rows, 1):
        sound = isinstance(began, int) and isinstance(ended, int) and is_time(began) and began <= ended
        if not sound or number > MOST_EXERCISES:
            gathered.skips.add(said("at_row", name=EXERCISES, n=number), ODD_TIME)
            continue
        assert isinstance(began, int)
        assert isinstance(ended, int)
        yield _Exercise(
            app=apps.get(app, ""),
            kind=kind_of(exercise),
            began_ms=began,
            ended_ms=ended,
            began=on_the_wall(began, offset, gathered.zone),
        )


def _measure(database: Database, apps: dict[object, str], exercises: list[_Exercise]) -> None:
    """Give each distance to the session of the same app whose time its middle lies in."""
    by_app: dict[str, list[_Exercise]] = {}
    for one in sorted(exercises, key=lambda exercise: exercise.began_ms):
        by_app.setdefault(one.app, []).append(one)
    begins = {app: [one.began_ms for one in sorted_] for app, sorted_ in by_app.items()}
    try:
        for app_id, began, ended, metres in database.rows(
            DISTANCES, ("app_info_id", "start_time", "end_time", "distance")
        ):
            app = apps.get(app_id, "")
            if app not in by_app or not (isinstance(began, int) and isinstance(ended, int)):
                continue
            if not isinstance(metres, int | float) or not 0 <= metres <= MOST_METRES:
                continue
            place = bisect_right(begins[app], (began + ended) // 2) - 1
            if place >= 0 and (began + ended) // 2 <= by_app[app][place].ended_ms:
                one = by_app[app][place]
                one.metres = (one.metres or 0.0) + metres
    except DAMAGE:
        for one in exercises:  # part of a distance is no distance
            one.metres = None
