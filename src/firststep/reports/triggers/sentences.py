"""A trigger, or what was told, in a sentence."""

from datetime import timedelta

from firststep.care.triggers import Amount, Kind, Trigger
from firststep.care.triggers.scores import LEAST_RUN, WEEKLY
from firststep.knowledge import counted, numeral, phrase, words
from firststep.records.triggers import Event, Shoes, Standing

SECTION = "triggers"
WEEK = 7
METRES = 1000
NONE_KNOWN = "-"
MOST_LIKELY = 0.8
"""How much of the chance the days that are named for a change hold at least."""

IN_KM = {Kind.RAN_WEEK, Kind.RAN_CHANGE, Kind.WALKED_WEEK, Kind.WALKED_CHANGE, Kind.SINGLE_RUN}
A_WEEK = {Kind.RAN_WEEK, Kind.RAN_CHANGE}


def says(trigger: Trigger) -> str:
    """What rose, when, from what to what; for a lasting change also where it may have begun."""
    blanks = {
        "day": trigger.on.isoformat(),
        "what": trigger.what or named(trigger.kind),
        **{name: amount(trigger.kind, getattr(trigger, name)) for name in ("now", "before", "low", "high")},
    }
    if trigger.kind is Kind.HARD:
        count = round(trigger.now or 0)
        return counted(SECTION, "hard", count, **blanks | {"count": count})
    key, blanks["least"] = str(trigger.kind), amount(Kind.SINGLE_RUN, LEAST_RUN)
    if trigger.kind is Kind.SINGLE_RUN and (trigger.before or 0) < LEAST_RUN:
        key = "single-run_first"
    return phrase(SECTION, key, **blanks)


def amount(kind: Kind, number: float | None) -> str:
    """An amount in the unit of its kind, as people say it."""
    if number is None:
        return ""
    if kind in IN_KM:
        km = number * (WEEK if kind in A_WEEK else 1) / METRES
        return phrase(SECTION, "km", number=numeral(f"{km:,.1f}"))
    if kind in WEEKLY or kind is Kind.STEPS_CHANGE:
        return numeral(f"{round(number, -2):,.0f}")
    return numeral(f"{number:.0f}" if number == round(number) else f"{number:.1f}")


def shown(of: Amount, number: float | None) -> str:
    """A week's number in the table of the weeks."""
    if number is None:
        return NONE_KNOWN
    if of in (Amount.WALKED, Amount.RAN):
        return numeral(f"{number / METRES:.1f}")
    return numeral(f"{number:,.0f}" if of is Amount.STEPS else f"{number:.1f}")


def between(trigger: Trigger) -> str | None:
    """Where a lasting change may have begun: the fewest weeks side by side that hold most of the chance."""
    if trigger.change is None:
        return None
    first, last, chance = span(trigger)
    return phrase(
        SECTION,
        "between_week" if first == last else "between",
        first=first,
        last=last,
        percent=f"{100 * chance:.0f}",
    )


def span(trigger: Trigger) -> tuple[str, str, float]:
    """The first and the last day on which a lasting change may have begun, and the chance of it."""
    assert trigger.change is not None
    places = trigger.change.places
    backs = sorted(places)
    stretches = [
        (high - low, -chance, low, high)
        for low in backs
        for high in backs
        if low <= high
        and (chance := sum(places[back] for back in range(low, high + 1)))
        >= min(MOST_LIKELY, sum(places.values()))
    ]
    _, chance, low, high = min(stretches)
    likeliest = max(backs, key=lambda back: places[back])
    first, last = (likeliest - high) * WEEK, (likeliest - low) * WEEK
    return _shifted(trigger, first), _shifted(trigger, last), -chance


def _shifted(trigger: Trigger, days: int) -> str:
    return (trigger.on + timedelta(days=days)).isoformat()


def named(kind: Kind) -> str:
    """A candidate in a list."""
    return str(words()[SECTION]["named"][str(kind)])


def told(one: Shoes | Standing | Event) -> str:
    """What was told by hand, with its day."""
    day = one.since.isoformat()
    if isinstance(one, Shoes):
        return phrase(SECTION, "told_shoes", day=day, what=one.name)
    if isinstance(one, Standing):
        return phrase(SECTION, "told_standing", day=day, hours=numeral(f"{one.hours:g}"))
    kind = words()["before"]["event"][str(one.kind)]
    if one.says:
        return phrase(SECTION, "told_event_says", day=day, kind=kind, what=one.says)
    return phrase(SECTION, "told_event", day=day, kind=kind)
