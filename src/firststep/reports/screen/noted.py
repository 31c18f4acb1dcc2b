"""What else was told of a day's technique: stopped, put off, swapped, put aside, taken up again."""

from typing import Any

from firststep.care import Standing
from firststep.knowledge import called, capital, phrase, words
from firststep.records import GoOn, SetAside, Skipped, Stopped, Swapped, Told, Why


def noted(now: Standing) -> list[dict[str, Any]]:
    """One line each, in the order of being told, ready for JSON."""
    return [{"on": event.on.isoformat(), "says": _says(event, now)} for event in now.noted]


def _says(event: Told, now: Standing) -> str:
    assert isinstance(event.what, Stopped | GoOn | SetAside | Skipped | Swapped)
    name = called(event.what.technique, now.own)
    said = phrase("history", _key(event), name=capital(name))
    if isinstance(event.what, Stopped):
        return f"{said} {words()['safety']['resting'][str(event.what.why)]}"
    return said


def _key(event: Told) -> str:
    match event.what:
        case Stopped(why=Why.ABOVE):
            return "noted_above"
        case Stopped():
            return "noted_stop"
        case GoOn():
            return "noted_go_on"
        case SetAside():
            return "noted_aside"
        case Skipped():
            return "noted_skip"
    return "noted_swap"
