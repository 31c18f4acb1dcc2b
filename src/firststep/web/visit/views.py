"""The page for a visit: looked at, printed, and as a file."""

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_GET

from firststep.actions.gather import gather
from firststep.errors import FirststepError
from firststep.knowledge import words
from firststep.records import Foot, Name
from firststep.reports.files import ENDINGS, TYPES, Format, Paper, file_of
from firststep.reports.visit import Known, Section, visit
from firststep.reports.visit.drawing import NARROW
from firststep.reports.visit.html import visit_inside
from firststep.store import read
from firststep.web.refusals import in_words
from firststep.web.visit.asked import foot_asked, sections_asked
from firststep.web.who import Request

PAGE = "visit"


@require_GET
def page(request: Request) -> HttpResponse:
    """The page, and which sections stand on it: `?section=short&section=course`; without any, all."""
    shown: dict[str, Any] = {"page": PAGE, "member": request.member}
    try:
        known, sections = _known(request), sections_asked(request.GET)
    except FirststepError as fault:
        return render(request, "visit/page.html", shown | {"fault": in_words(fault)}, status=400)
    if known is None:
        return render(request, "visit/page.html", shown | {"no_heel": True})
    both = request.settings[Name.FEET] == "both"
    named = words()[PAGE]
    shown |= {
        "inside": mark_safe(visit_inside(visit(known, sections), width=NARROW)),  # noqa: S308  (everything in it is escaped)
        "sections": [(str(one), named["sections"][str(one)], one in sections) for one in Section],
        "feet": [(str(foot), named[str(foot)], foot is known.standing.foot) for foot in Foot] if both else [],
        "query": urlencode(
            [("section", str(one)) for one in sections] + [("foot", str(known.standing.foot))]
        ),
        "none_ticked": "chosen" in request.GET and not request.GET.getlist("section"),
        "papers": [(str(paper), named["papers"][str(paper)]) for paper in Paper],
    }
    return render(request, "visit/page.html", shown)


@require_GET
def file(request: Request, format_: str) -> HttpResponse:
    """The page as a file."""
    if format_ not in tuple(Format):
        raise Http404
    asked = request.GET.get("paper", "")
    paper = Paper(asked) if asked in tuple(Paper) else Paper.A4
    try:
        known, as_ = _known(request), Format(format_)
        if known is None:
            return page(request)
        who, now = request.member.id, timezone.now()
        made = file_of(known, sections_asked(request.GET), as_, person=who, made=now, paper=paper)
    except FirststepError as fault:
        shown = {"page": PAGE, "member": request.member, "fault": in_words(fault)}
        return render(request, "visit/page.html", shown, status=400)
    response = HttpResponse(made, content_type=TYPES[as_])
    response.headers["Content-Disposition"] = f'attachment; filename="firststep-visit.{ENDINGS[as_]}"'
    return response


def _known(request: Request) -> Known | None:
    """What is known of the heel that was asked for; None before one was chosen."""
    if read.last_told(request.member.id)[1] is None:
        return None
    return gather(request.member.id, timezone.now(), foot_asked(request.GET))
