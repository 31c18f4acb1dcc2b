"""What one FIT file holds, sorted: its summaries, and of a file without one, how far it went."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo

from firststep.intake.activity.fit import numbers as n
from firststep.intake.activity.fit.messages import Fault, Message, messages

SUMMARIES = frozenset({n.FILE, n.SPORT, n.SESSION, n.ACTIVITY, n.MONITORING, n.MONITORING_INFO})
SECONDS = frozenset({n.LAP, n.RECORD})


@dataclass(slots=True)
class Told:
    """The messages of one file that matter, and what is wrong with it."""

    faults: list[Fault] = field(default_factory=list)
    kinds: dict[int, list[Message]] = field(default_factory=dict)

    def all(self, kind: int) -> list[Message]:
        """The messages of a kind, in the file's order."""
        return self.kinds.get(kind, [])

    def number(self, kind: int, number: int) -> int | None:
        """A field of the first message of a kind."""
        return next((one.numbers.get(number) for one in self.all(kind)), None)

    @property
    def device(self) -> str:
        """The watch or app that wrote it."""
        return n.device(self.number(n.FILE, n.FILE_MAKER), self.number(n.FILE, n.FILE_PRODUCT))


def told(content: bytes) -> Told:
    """The summaries in a file."""
    return _sorted(content, SUMMARIES)


def _sorted(content: bytes, wanted: frozenset[int]) -> Told:
    kept = Told()
    for one in messages(content, wanted):
        if isinstance(one, Fault):
            kept.faults.append(one)
        else:
            kept.kinds.setdefault(one.kind, []).append(one)
    return kept


def unfinished(content: bytes, summary: Told) -> Message | None:
    """A session made of how far a run got, where the file ends before its summary; None where it cannot be.

    Only of an activity whose sport was told: a distance of some unknown sport is no run.
    """
    if summary.number(n.FILE, n.FILE_TYPE) != n.ACTIVITY_FILE:
        return None
    seconds = _sorted(content, SECONDS)
    sport, sub = summary.number(n.SPORT, n.SPORT_SPORT), summary.number(n.SPORT, n.SPORT_SUB)
    if sport is None:
        sport, sub = seconds.number(n.LAP, n.LAP_SPORT), seconds.number(n.LAP, n.LAP_SUB)
    clocks = [clock for one in seconds.all(n.RECORD) if (clock := clock_of(one)) is not None]
    if sport is None or not clocks:
        return None
    far = [
        one.numbers[n.RECORD_DISTANCE_CM]
        for one in seconds.all(n.RECORD)
        if n.RECORD_DISTANCE_CM in one.numbers
    ]
    numbers = {n.START: min(clocks), n.TIMER_MS: 1000 * (max(clocks) - min(clocks)), n.SESSION_SPORT: sport}
    numbers |= {n.SESSION_SUB: sub} if sub is not None else {}
    numbers |= {n.DISTANCE_CM: max(far)} if far else {}
    return Message(n.SESSION, numbers)


def clock_of(message: Message) -> int | None:
    """When a message was written."""
    return message.clock if message.clock is not None else message.numbers.get(n.CLOCK)


def shift(summary: Told) -> int | None:
    """Seconds from the file's time to the clock on the wall; None where it does not say.

    A watch whose clock was never set counts from when it was switched on; such a shift is large.
    """
    for kind, local in ((n.ACTIVITY, n.ACTIVITY_LOCAL), (n.MONITORING_INFO, n.INFO_LOCAL)):
        for one in summary.all(kind):
            clock, wall = clock_of(one), one.numbers.get(local)
            if clock is None or wall is None or wall < n.SINCE_POWER_ON:
                continue
            if clock < n.SINCE_POWER_ON or abs(wall - clock) <= n.FARTHEST:
                return wall - clock
    return None


def on_the_wall(clock: int, shifted: int | None, zone: tzinfo | None) -> datetime | None:
    """A time of the file as the person's clock showed it; None where that cannot be known."""
    if shifted is not None:
        return n.EPOCH + timedelta(seconds=clock + shifted)
    if zone is None or clock < n.SINCE_POWER_ON:
        return None
    return (n.EPOCH + timedelta(seconds=clock)).replace(tzinfo=UTC).astimezone(zone).replace(tzinfo=None)


def at_full(clocks: list[Message]) -> list[tuple[int, Message]]:
    """Each message with its time; some tell only the last sixteen bits of it, which never go back."""
    full: list[tuple[int, Message]] = []
    last: int | None = None
    for one in clocks:
        short = one.numbers.get(n.MONITORED_CLOCK_16)
        clock = clock_of(one)
        if clock is not None:
            last = clock
        elif short is not None and last is not None:
            last += (short - last) & 0xFFFF
        if last is not None:
            full.append((last, one))
    return full
