"""What of the page for a visit is asked for, in a query or a form."""

from django.http import QueryDict

from firststep.records import Foot
from firststep.reports.visit import Section, sections_of


def sections_asked(query: QueryDict) -> tuple[Section, ...]:
    """`?section=short&section=course`; without any, all. OutputError names one that there is not."""
    return sections_of(query.getlist("section")) or tuple(Section)


def foot_asked(query: QueryDict) -> Foot | None:
    """`?foot=left`; None for any other, or none."""
    asked = query.get("foot")
    return Foot(asked) if asked in tuple(Foot) else None
