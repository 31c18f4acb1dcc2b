"""What the pages say of the worst pain of the week, and of what the heel makes hard."""

from datetime import date
from typing import Any

from firststep.care import Standing
from firststep.care.measuring import (
    MEASURES,
    SWITCHES,
    WORST,
    Taken,
    due,
    measure_of,
    scored,
    since_first,
    taken,
)


def measures(now: Standing, today: date) -> dict[str, Any]:
    """All that the pages need of the measures, ready for JSON.

    today
        The day that the document is made for.
    """
    return {"due": list(due(now, today))} | {name: _measure(now, name) for name in MEASURES}


def _measure(now: Standing, name: str) -> dict[str, Any]:
    about, times = measure_of(name), taken(now, name)
    since = since_first(name, times)
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
    return {
        "on": time.on.isoformat(),
        "answers": [[*pair] for pair in time.answers],
        "score": scored(name, time),
    }
