"""What changed around each onset, as data: figures, words, and what is needed to draw the weeks."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from firststep.care.triggers import Answer, Around, Lack, Trigger, Weeks
from firststep.care.triggers.grid import LOOK_BACK
from firststep.knowledge import Effect, Factor, counted, every, numeral, phrase, words
from firststep.records.triggers import Event, Shoes, Standing
from firststep.records.triggers_plain import as_plain
from firststep.reports.known.safety import claim_as_data, reviewed
from firststep.reports.triggers.sentences import SECTION, between, named, says, shown, span, told

ROUND = 10  # days that it takes are said to the next ten


def triggers_as_data(found: Iterable[Around]) -> list[dict[str, Any]]:
    """What changed around each onset, ready for JSON; docs/reference/triggers.md explains each field."""
    return [_around(one) for one in found]


def _around(one: Around) -> dict[str, Any]:
    standing_out = [trigger for trigger in one.ranked if trigger.stands_out]
    others = [trigger for trigger in one.ranked if not trigger.stands_out]
    return {
        "onset": as_plain(one.onset),
        "title": phrase(SECTION, "title_flare" if one.onset.flare else "title_onset", day=one.onset.on),
        "about": phrase(SECTION, "about", days=one.onset.within) if one.onset.within else None,
        "answer": str(one.answer),
        "says": _answer(one, len(standing_out)),
        "days": one.days,
        "needed": one.needed,
        "limit": one.limit,
        "ranked": [_trigger(trigger) for trigger in standing_out],
        "others": [_trigger(trigger) for trigger in others],
        "told": [as_plain(record) | {"says": told(record)} for record in one.told],
        "counted_anew": [
            {"on": day.isoformat(), "says": phrase(SECTION, "counted_anew", day=day)}
            for day in one.counted_anew
        ],
        "lacking": {str(lack): _lacking(one, lack) for lack in Lack},
        "research": _research(one, standing_out),
        "weeks": _weeks(one.weeks),
        "note": phrase(SECTION, "not_a_cause"),
    }


def _answer(one: Around, count: int) -> str:
    if one.answer is Answer.STANDS_OUT:
        return counted(SECTION, "stands_out", count, count=count)
    if one.answer is Answer.NOTHING:
        return phrase(SECTION, "nothing")
    days = -(-(one.needed + LOOK_BACK) // ROUND) * ROUND
    return phrase(SECTION, "too_little", days=days)


def _trigger(trigger: Trigger) -> dict[str, Any]:
    every_ = max(1, round(1 / trigger.share))
    return {
        "kind": str(trigger.kind),
        "named": named(trigger.kind),
        "says": says(trigger),
        "between": between(trigger),
        "how_rare": phrase(SECTION, "how_rare", count=numeral(f"{every_:,}")),
        "share": trigger.share,
        "on": trigger.on.isoformat(),
        "now": trigger.now,
        "before": trigger.before,
        "low": trigger.low,
        "high": trigger.high,
        "change": _change(trigger),
        "what": trigger.what,
    }


def _change(trigger: Trigger) -> dict[str, Any] | None:
    """A lasting change: `places` by weeks before the onset, and the span of days that holds most."""
    if trigger.change is None:
        return None
    first, last, chance = span(trigger)
    plain = asdict(trigger.change)
    return plain | {
        "places": {str(back): share for back, share in trigger.change.places.items()},
        "first": first,
        "last": last,
        "chance": chance,
    }


def _lacking(one: Around, lack: Lack) -> list[str]:
    return [named(kind) for kind, why in one.lacking.items() if why is lack]


def _research(one: Around, standing_out: Iterable[Trigger]) -> list[dict[str, Any]]:
    """What studies found of what stands out and of what was told; for whom it holds stands beside it."""
    asked = {str(trigger.kind) for trigger in standing_out} | {_name(record) for record in one.told}
    return [
        {
            "id": factor.id,
            "title": factor.title,
            "known": [_claim(claim) for claim in factor.known],
            "do": [_claim(claim) for claim in factor.do],
            "reviewed": reviewed(factor.review),
        }
        for factor in every(Factor).values()
        if asked & set(factor.of)
    ]


def _claim(claim: Effect) -> dict[str, Any]:
    return claim_as_data(claim) | {"whom": claim.whom}


def _name(record: Shoes | Standing | Event) -> str:
    if isinstance(record, Event):
        return str(record.kind)
    return "shoes" if isinstance(record, Shoes) else "standing"


def _weeks(weeks: Weeks) -> dict[str, Any]:
    """The weeks to draw: `amounts` hold a number a day for each week, `shown` the same as it is written."""
    said = words()[SECTION]["amounts"]
    return {
        "begins": [day.isoformat() for day in weeks.begins],
        "amounts": [
            {
                "id": str(amount),
                "title": said[str(amount)],
                "values": list(values),
                "shown": [shown(amount, value) for value in values],
                "usual": list(weeks.usual[amount]) if amount in weeks.usual else None,
            }
            for amount, values in weeks.amounts.items()
        ],
    }
