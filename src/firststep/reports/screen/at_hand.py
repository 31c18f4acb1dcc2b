"""What is at hand, what is suggested with it, and the sessions of what is compared."""

from typing import Any

from firststep.care import Standing, suggested
from firststep.care.sessions import as_plain, script
from firststep.knowledge import Tool, every, technique


def tools_as_data() -> list[dict[str, str]]:
    """Every tool that a technique can need, ready for JSON."""
    return [{"id": tool.id, "name": tool.name, "needs": tool.needs} for tool in every(Tool).values()]


def sessions(now: Standing) -> dict[str, Any]:
    """The script of each technique of the comparison, by id, so that a phone plays it without a net."""
    comparing = now.comparison
    listed = comparing.techniques if comparing else ()
    return {id_: as_plain(script(technique(id_, now.own), str(now.foot))) for id_ in listed}


def suggestion(now: Standing) -> list[str]:
    """Ids of what is suggested to compare with what is at hand."""
    return list(suggested(now))
