"""One entry of each sort, as somebody tells them by hand."""

from datetime import date

from firststep.records.triggers import (
    CareKind,
    Event,
    EventKind,
    Onset,
    OtherCare,
    ShoeKind,
    Shoes,
    Standing,
)

ONSET = Onset(on=date(2026, 9, 1), within=7)
PAIR = Shoes(name="the red ones", kind=ShoeKind.RUNNING, since=date(2026, 8, 20), days=(1, 3))
HOURS = Standing(hours=6.5, since=date(2026, 8, 1), until=date(2026, 9, 30))
TRIP = Event(kind=EventKind.TRIP, since=date(2026, 8, 10), until=date(2026, 8, 17), says="Rome")
INJECTION = OtherCare(kind=CareKind.INJECTION, since=date(2026, 11, 2))
INSOLES = OtherCare(kind=CareKind.INSOLES, since=date(2026, 10, 1), says="from the shoemaker")
ENTRIES = (ONSET, PAIR, HOURS, TRIP, INJECTION, INSOLES)
