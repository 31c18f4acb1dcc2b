"""What the pages say of the measures: the worst pain of the week, what is hard, how far the ankle bends."""

from datetime import date
from typing import Any

from firststep.care import Standing
from firststep.care.measuring import (
    ANKLE,
    MEASURES,
    SHIN,
    SWITCHES,
    WORST,
    Taken,
    due,
    measure_of,
    scored,
    since_first,
    taken,
)
from firststep.reports.screen.ankle import ankle, is_imperial


def measures(now: Standing, today: date) -> dict[str, Any]:
    """All that the pages need of the measures, ready for JSON.

    today
        The day that the document is made for.
    """
    found = {name: _measure(now, name) for name in MEASURES}
    for name in ANKLE:
        found[name] |= ankle(now, name, today)
    return {"due": list(due(now, today))} | found


def _measure(now: Standing, name: str) -> dict[str, Any]:
    about, times = measure_of(name), taken(now, name)
    since = since_first(name, times, imperial=is_imperial(now))
    return {
        "asks": about.asks,
        "how": list(about.how),
        "asked": now.settings[SWITCHES[name]] == "on",
        "fewest": about.fewest,
        "most": about.most,
        "history": [_time(name, time) for time in times],
        "since": since.on.isoformat() if since else None,
        "change": since.change.words if since else None,
    }


def _time(name: str, time: Taken) -> dict[str, Any]:
    """One time, as it was told, with what it adds up to."""
    if name == WORST:
        return {"on": time.on.isoformat(), "pain": time.answers[0][1]}
    said = {"on": time.on.isoformat(), "score": scored(name, time)}
    if name not in ANKLE:
        return said | {"answers": [[*pair] for pair in time.answers]}
    by = {"by": time.answers[0][0]} if name == SHIN else {}
    return said | {"readings": [reading for _, reading in time.answers]} | by
