"""What is at hand, what is suggested with it, and the sessions of what is compared."""

from typing import Any

from firststep.care import Standing, suggested
from firststep.care.sessions import MOST_MINUTES, TIMER, as_plain, script, timer
from firststep.errors import KnowledgeError
from firststep.knowledge import Tool, every, technique
from firststep.reports.screen.safety import barred


def tools_as_data() -> list[dict[str, str]]:
    """Every tool that a technique can need, ready for JSON."""
    return [{"id": tool.id, "name": tool.name, "needs": tool.needs} for tool in every(Tool).values()]


def sessions(now: Standing) -> dict[str, Any]:
    """The script of each technique of the comparison, by id, so that a phone plays it without a net.

    Where the safety check lets something be started the plain timer is there too, with as many minutes
    as it can run: a phone leaves out those that are not wanted.
    """
    comparing = now.comparison
    listed = comparing.techniques if comparing else ()
    played = {id_: script(technique(id_, now.own), str(now.foot)) for id_ in listed}
    if now.clear:
        played[TIMER] = timer(MOST_MINUTES, str(now.foot))
    return {id_: as_plain(one) for id_, one in played.items()}


def one_session(now: Standing, id_: str) -> dict[str, Any] | None:
    """The script of any technique, compared or not; None where it is not known, or may not be done now."""
    try:
        asked = technique(id_, now.own)
    except KnowledgeError:
        return None
    return as_plain(script(asked, str(now.foot))) if now.clear and not barred(now, asked) else None


def suggestion(now: Standing) -> list[str]:
    """Ids of what is suggested to compare with what is at hand."""
    return list(suggested(now))
