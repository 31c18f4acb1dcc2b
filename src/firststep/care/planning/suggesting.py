"""What is suggested for a comparison to somebody who has said what is at hand."""

from firststep.care.comparing.standing import Standing
from firststep.care.planning.choosing import to_compare
from firststep.knowledge import Technique, offered
from firststep.records import Name
from firststep.records.wishes import Wishes


def suggested(standing: Standing) -> tuple[str, ...]:
    """Ids of the techniques that are suggested, one to five; none where nothing may be started."""
    screening, tools = standing.screening, tools_at_hand(standing)
    if screening is None:
        return ()
    own = (one for one in standing.own.values() if not one.retired)
    able = [one for one in (*own, *offered()) if set(one.tools) <= tools]
    allowed = [one for one in able if screening.allows(one)]
    return tuple(_ids(to_compare(allowed, (), Wishes(foot=str(standing.foot)))))


def tools_at_hand(standing: Standing) -> frozenset[str]:
    """Ids of the tools that the person said are at hand."""
    return frozenset(filter(None, standing.settings[Name.TOOLS].split(",")))


def _ids(techniques: tuple[Technique, ...]) -> list[str]:
    return [technique.id for technique in techniques]
