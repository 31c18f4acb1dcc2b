"""The export of Apple Health (the Health app of a phone): days from records of several devices."""

from datetime import date

from firststep.intake.activity.apple.gathered import STEPS, Gathered
from firststep.intake.activity.apple.opening import is_export
from firststep.intake.activity.apple.quick import read_quickly
from firststep.intake.activity.apple.sessions import DISTANCE
from firststep.intake.activity.apple.strict import read_strictly
from firststep.intake.activity.found import Found, Skipped
from firststep.intake.activity.parts import Opened, Part, Peek
from firststep.intake.activity.xml import damage
from firststep.knowledge.said import Said, said
from firststep.records.activity import ActiveDay, Kind, Session, is_hard

KIND = "apple-health"
WHOLE = True


def is_mine(file: Peek) -> bool:
    """Whether a part is an Apple Health export."""
    return is_export(file)


def read(file: Opened) -> Found:
    """The days of an export. Of several in one zip the longest is read."""
    part, *others = sorted(file.parts, key=lambda part: part.size, reverse=True)
    gathered = gather(part)
    steps, metres = (gathered.quarters[kind].days(file.zone) for kind in (STEPS, DISTANCE))
    sessions = gathered.sessions.days(file.zone)
    first_session = min(sessions, default=None)
    days = tuple(
        _day(on, steps.get(on), metres.get(on), _said(on, sessions, first_session))
        for on in sorted({*steps, *metres, *sessions})
    )
    left = tuple(Skipped(other.name, said("a_longer")) for other in others)
    return Found(
        source_kind=KIND,
        days=days,
        skipped=(*gathered.skips.all(), *left),
        notes=tuple(_notes(gathered, part, zoned=file.zone is not None, found=bool(days))),
    )


def gather(part: Part) -> Gathered:
    """All that an export says: quickly where it is in its plain form, strictly where not."""
    gathered = Gathered()
    if read_quickly(part, gathered):
        return gathered
    gathered = Gathered()
    read_strictly(part, gathered)
    return gathered


def _said(on: date, sessions: dict[date, list[Session]], first: date | None) -> list[Session] | None:
    """The sessions of a day: none from the first session of the export on, not told before it."""
    return sessions.get(on, []) if first is not None and on >= first else None


def _day(on: date, steps: float | None, metres: float | None, told: list[Session] | None) -> ActiveDay:
    """A day. What was walked is the way on foot without what was run in sessions."""
    runs = None if told is None else [session for session in told if session.kind is Kind.RUN]
    ways = None if runs is None else [run.metres for run in runs if run.metres is not None]
    known = ways is not None and bool(ways or not runs)
    ran_m = sum(ways or (), 0.0) if known else None
    walked = None if metres is None else max(0.0, metres - (ran_m or 0.0))
    return ActiveDay(
        on=on,
        source=KIND,
        steps=None if steps is None else round(steps),
        walked_m=walked,
        ran_m=ran_m,
        ran_s=None if runs is None else sum((run.seconds or 0.0 for run in runs), 0.0),
        longest_run_m=max(ways or (), default=0.0) if known else None,
        hard=sum(is_hard(session.kind, session.seconds) for session in told or ()),
    )


def _notes(gathered: Gathered, part: Part, *, zoned: bool, found: bool) -> list[Said]:
    notes = []
    sources = gathered.quarters[STEPS].sources()
    if sources:
        notes.append(said("counted_by", names=", ".join(sources)))
    if len(sources) > 1:
        notes.append(said("quarters"))
    if gathered.broken_at is not None:
        notes.append(damage(part, gathered.broken_at))
    if not found:
        notes.append(said("apple_nothing"))
    elif not zoned:
        notes.append(said("apple_zone"))
    return notes
