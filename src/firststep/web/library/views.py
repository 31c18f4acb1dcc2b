"""The library: pages of what is known, with the person's own techniques and what their check leaves out."""

from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from firststep.care import Standing, standing
from firststep.errors import KnowledgeError
from firststep.knowledge import Technique, offered, phrase, technique
from firststep.records import Foot, SafetyAnswer, Screened, Taught
from firststep.reports.known.library import (
    library_as_data,
    sayings_as_data,
    sources_as_data,
    technique_as_data,
)
from firststep.reports.screen.safety import barred
from firststep.store import read
from firststep.web.who import Request

PAGE = "library"
CHECKED = (SafetyAnswer, Screened, Taught)
"""What the library needs of all that was told."""


@require_GET
def techniques(request: Request) -> HttpResponse:
    """All that can be done, by family, each in a few lines."""
    mine = _mine(request)
    left = (
        set() if mine.see_first else {one.id for one in (*offered(), *mine.own) if barred(mine.counts, one)}
    )
    return _page(request, "list", mine, {"library": library_as_data(mine.own), "left": left})


@require_GET
def one_technique(request: Request, id_: str) -> HttpResponse:
    """One technique in full."""
    mine = _mine(request)
    try:
        shown = technique(id_, mine.counts.own)
    except KnowledgeError as fault:
        raise Http404 from fault
    bars = () if mine.see_first else barred(mine.counts, shown)
    data = technique_as_data(shown)
    about: dict[str, object] = {
        "technique": data,
        "may_be_done": bool(mine.counts.clear) and not bars and not shown.retired,
        "left_out": phrase("library", "left_out", asks=bars[0].asks) if bars else "",
        "ruled_out": [question for question in data["not_with"] if not question["all"]],
        "with_nothing": [question for question in data["not_with"] if question["all"]],
        "saved": "saved" in request.GET,
    }
    return _page(request, "technique", mine, about)


@require_GET
def said(request: Request) -> HttpResponse:
    """What is said, what is known, and what was read."""
    shown = {"sayings": sayings_as_data(), "sources": sources_as_data(), "member": request.member}
    return render(request, "library/said.html", shown | {"page": PAGE})


@dataclass(frozen=True, slots=True)
class _Mine:
    """What counts for the heel that a person answered the check for last."""

    counts: Standing

    @property
    def own(self) -> tuple[Technique, ...]:
        return tuple(self.counts.own.values())

    @property
    def see_first(self) -> bool:
        """Whether nothing may be started before somebody has looked."""
        return self.counts.clear is False


def _mine(request: Request) -> _Mine:
    told = read.told(request.member.id, kinds=CHECKED)
    return _Mine(standing(told, told[-1].foot if told else Foot.RIGHT))


def _page(request: Request, name: str, mine: _Mine, shown: dict[str, object]) -> HttpResponse:
    about = {"member": request.member, "page": PAGE, "see_first": mine.see_first}
    return render(request, f"library/{name}.html", shown | about)
