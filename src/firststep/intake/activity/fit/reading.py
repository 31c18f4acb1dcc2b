"""FIT files of watches and apps: sessions from activities, steps from daily monitoring.

A day's steps are told again and again while they grow, in one file after the
other: the largest number of a day counts. A session is read from its summary,
which is written last; a file that ends before it counts as far as it got, if
its sport is told, and says so.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, tzinfo

from firststep.errors import IntakeError
from firststep.intake.activity.as_far import BROKE_OFF, as_far
from firststep.intake.activity.fit import numbers as n
from firststep.intake.activity.fit.messages import Message, is_fit
from firststep.intake.activity.fit.told import Told, at_full, clock_of, on_the_wall, shift, told, unfinished
from firststep.intake.activity.found import Found, Skips, source_of
from firststep.intake.activity.parts import Opened, Part, Peek
from firststep.intake.activity.sessions import Sessions
from firststep.knowledge.said import Said, plainly, said
from firststep.records.activity import ActiveDay, Session

KIND = "fit"
WHOLE = False
MOST_BYTES = 16_000_000  # a day and a night of running, every second, has five
UNREAD = said("fit_unread")
NOTHING = said("fit_nothing")
NO_CLOCK = said("fit_no_clock")


@dataclass(slots=True)
class _Gathered:
    sessions: Sessions = field(default_factory=lambda: Sessions(KIND))
    steps: dict[tuple[str, date, int], int] = field(default_factory=dict)
    skips: Skips = field(default_factory=Skips)


def is_mine(file: Peek) -> bool:
    """Whether it begins as a FIT file does."""
    return is_fit(file.start)


def read(file: Opened) -> Found:
    """The sessions and the days in FIT files. IntakeError where a single one has nothing to read."""
    gathered = _Gathered()
    for part in file.parts:
        why = _read_part(part, file, gathered)
        if why and len(file.parts) == 1:
            raise IntakeError(
                plainly(why), where=part.name, mend="export another file, or the activity again"
            )
        if why:
            gathered.skips.add(part.name, why)
    return gathered.sessions.found(days=_days_of(gathered.steps), skips=gathered.skips)


def _read_part(part: Part, file: Opened, gathered: _Gathered) -> Said | None:
    """Read one file; why there was nothing in it, or None."""
    content, broken = as_far(part, MOST_BYTES)
    summary = told(content)
    doubts = [fault.why for fault in summary.faults] or ([BROKE_OFF] if broken else [])
    sessions = summary.all(n.SESSION)
    if not sessions and (made := unfinished(content, summary)) is not None:
        sessions, doubts = [made], [*doubts, said("fit_track")]
    if not sessions and not summary.all(n.MONITORING):
        return said("fit_unread_why", why=doubts[0]) if doubts else _why_empty(summary, content)
    zone = file.zone_for(part) if shift(summary) is None and _is_set(sessions, summary) else file.zone
    lost = [*_sessions(sessions, summary, zone, part, gathered), *_monitored(summary, zone, gathered)]
    ended = broken or any(fault.ended for fault in summary.faults)
    for why in doubts:
        gathered.sessions.note(said("of_file_up_to" if ended else "of_file", name=part.name, why=why))
    return lost[0] if lost and len(lost) == len(sessions) + bool(summary.all(n.MONITORING)) else None


def _why_empty(summary: Told, content: bytes) -> Said:
    ends = summary.number(n.FILE, n.FILE_TYPE) == n.ACTIVITY_FILE and content
    return UNREAD if ends else NOTHING


def _is_set(sessions: list[Message], summary: Told) -> bool:
    """Whether some time in it is a real one, which a zone turns into a day."""
    starts = [one.numbers.get(n.START) or clock_of(one) or 0 for one in sessions]
    return (
        max([*starts, *(clock_of(one) or 0 for one in summary.all(n.MONITORING))], default=0)
        >= n.SINCE_POWER_ON
    )


def _sessions(
    sessions: list[Message], summary: Told, zone: tzinfo | None, part: Part, gathered: _Gathered
) -> Iterator[Said]:
    """Take the sessions down; yields why one could not be."""
    for one in sessions:
        clock = one.numbers.get(n.START) or clock_of(one)
        began = on_the_wall(clock, shift(summary), zone) if clock is not None else None
        if began is None:
            yield NO_CLOCK
            continue
        kind = n.kind_of(one.numbers.get(n.SESSION_SPORT), one.numbers.get(n.SESSION_SUB))
        length = one.numbers.get(n.TIMER_MS, one.numbers.get(n.ELAPSED_MS))
        far = one.numbers.get(n.DISTANCE_CM)
        gathered.sessions.add(
            Session(
                kind=kind,
                metres=far / 100 if far is not None else None,
                seconds=length / 1000 if length is not None else None,
            ),
            began=began,
            device=summary.device,
            where=part.name,
        )


def _monitored(summary: Told, zone: tzinfo | None, gathered: _Gathered) -> Iterator[Said]:
    """Take the day's counts down, the largest of each kind of moving; yields why they could not be."""
    shifted = shift(summary)
    unset = False
    for clock, one in at_full(summary.all(n.MONITORING)):
        cycles, moving = one.numbers.get(n.MONITORED_CYCLES), _moving(one)
        if cycles is None or moving not in {n.RUNNING, n.WALKING}:
            continue
        # The last count of a day is written at the next midnight.
        wall = on_the_wall(clock - 1, shifted, zone)
        if wall is None:
            unset = True
            continue
        key = (summary.device, wall.date(), moving)
        gathered.steps[key] = max(cycles, gathered.steps.get(key, 0))
    if unset:
        yield NO_CLOCK


def _moving(message: Message) -> int | None:
    bits = message.numbers.get(n.MONITORED_KIND_BITS)
    return message.numbers.get(n.MONITORED_TYPE, bits & 0x1F if bits is not None else None)


def _days_of(counts: dict[tuple[str, date, int], int]) -> list[ActiveDay]:
    steps: dict[tuple[date, str], int] = {}
    for (device, on, _), count in counts.items():
        steps[on, device] = steps.get((on, device), 0) + count
    return [
        ActiveDay(on=on, source=source_of(KIND, device), steps=count)
        for (on, device), count in sorted(steps.items())
    ]
