"""Find somebody; an entry of the public list; somebody on one's own list; the sheet; side by side."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from firststep.actions.professionals import answer, take_from_list, take_off, write_down
from firststep.errors import RecordError, StoreError
from firststep.knowledge import Asking, Profession, counted, every, one, phrase, words
from firststep.records.professional import Candidate
from firststep.reports.known.professionals import (
    called,
    listed_as_data,
    professions_as_data,
    sheet_as_data,
)
from firststep.store import read_professionals as read
from firststep.web.professionals.beside import beside
from firststep.web.professionals.finding import asked_of, heels, mine, search
from firststep.web.professionals.form import answers_of, blank, details_of, questions_shown
from firststep.web.who import Request

PAGE = "professionals"


@require_GET
def find(request: Request) -> HttpResponse:
    """Whom to see and when, one's own list, and who is near."""
    here = read.directory()
    shown = {
        "heels": heels(request.member.id),
        "professions": professions_as_data(),
        "here": here,
        "search": search(asked_of(request), here),
        "mine": mine(read.candidates(request.member.id)),
    }
    return _page(request, "find", shown)


@require_GET
def listed(request: Request, id_: str) -> HttpResponse:
    """One entry of the public list, by its NPI."""
    found = read.one_listed(id_)
    if found is None:
        return redirect("professionals", request.member.id)
    entry, gone = found
    data = listed_as_data(entry)
    known = [one(Profession, kind) for kind in entry.kinds]
    shown = {
        "entry": data,
        "gone": phrase("finding", "given_up", day=gone) if gone else "",
        "licences": [(kind.name, kind.licence) for kind in known],
        "kinds": [(kind.id, kind.name) for kind in known],
    }
    return _page(request, "listed", shown)


@require_POST
def add(request: Request, id_: str) -> HttpResponse:
    """Put an entry of the public list on one's own."""
    found = read.one_listed(id_)
    if found is None:
        return redirect("professionals", request.member.id)
    kind = request.POST.get("kind", "")
    entry = found[0]
    try:
        kept = take_from_list(
            request.member.id, entry, kind if kind in entry.kinds else entry.kinds[0], timezone.now()
        )
    except RecordError:
        return redirect("professionals", request.member.id)
    return _to(request, kept)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Request) -> HttpResponse:
    """Write somebody down by hand."""
    one_ = blank(timezone.now())
    if request.method != "POST":
        return _page(request, "new", _details(one_, {}))
    return _save_details(request, one_, "new")


@require_http_methods(["GET", "HEAD", "POST"])
def candidate(request: Request, id_: UUID) -> HttpResponse:
    """Somebody on one's list: who it is, and what they answered."""
    try:
        one_ = read.candidate(request.member.id, id_)
    except StoreError:
        return redirect("professionals", request.member.id)
    if request.method != "POST":
        return _page(request, "candidate", _whole(one_) | {"saved": "saved" in request.GET})
    if request.POST.get("do") == "details":
        return _save_details(request, one_, "candidate")
    typed = answers_of(request.POST, one_)
    if typed.wrong:
        mended = {
            "mend": counted("teaching", "mend", len(typed.wrong), count=len(typed.wrong)),
            "wrong": [(id_, one(Asking, id_).name) for id_ in typed.wrong],
        }
        shown = _whole(typed.candidate, wrong=typed.wrong) | mended
        return _page(request, "candidate", shown, status=400)
    return _to(request, answer(request.member.id, id_, typed.candidate.answers))


@require_POST
def off(request: Request, id_: UUID) -> HttpResponse:
    """Take somebody off one's list."""
    take_off(request.member.id, id_)
    return redirect("professionals", request.member.id)


@require_GET
def side_by_side(request: Request) -> HttpResponse:
    """Everybody on one's list, question by question."""
    candidates = read.candidates(request.member.id)
    rows = beside(candidates)
    return _page(
        request,
        "compare",
        {"mine": mine(candidates), "rows": rows, "any_open": any(row["open"] for row in rows)},
    )


@require_GET
def sheet(request: Request) -> HttpResponse:
    """The questions for a kind of professional, to print."""
    asked = request.GET.get("kind", "")
    kind = asked if asked in every(Profession) else next(iter(every(Profession)))
    kinds = [(one_.id, one_.name, one_.id == kind) for one_ in every(Profession).values()]
    return _page(request, "sheet", {"sheet": sheet_as_data(kind), "kinds": kinds})


def _save_details(request: Request, before: Candidate, page: str) -> HttpResponse:
    typed = details_of(request.POST, before)
    wrong = typed.wrong
    if not wrong:
        try:
            return _to(request, write_down(request.member.id, typed.candidate))
        except RecordError:
            wrong = {"name": words()["finding"]["wrong_many"]}
    shown = _details(typed.candidate, wrong) if page == "new" else _whole(typed.candidate, details=wrong)
    return _page(request, page, shown, status=400)


def _details(one_: Candidate, wrong: Mapping[str, str]) -> dict[str, Any]:
    kinds = [(kind.id, kind.name, kind.id == one_.kind) for kind in every(Profession).values()]
    return {"one": one_, "kinds": kinds, "wrong": wrong}


def _whole(
    one_: Candidate, *, wrong: Mapping[str, str] | None = None, details: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """What the page of somebody on the list shows.

    wrong
        What is to be mended in the answers, by question; `details` the same in who it is.
    """
    questions = questions_shown(one_, wrong or {})
    listed_ = read.one_listed(one_.npi) if one_.npi else None
    gone = phrase("finding", "given_up", day=listed_[1]) if listed_ and listed_[1] else ""
    return _details(one_, details or {}) | {
        "called": called((one_.kind,)),
        "licence": one(Profession, one_.kind).licence,
        "ask": [question for question in questions if not question["alone"]],
        "alone": [question for question in questions if question["alone"]],
        "gone": gone,
        "not_listed": bool(one_.npi) and listed_ is None and read.directory() is not None,
        "open": bool(details),
    }


def _to(request: Request, one_: Candidate) -> HttpResponse:
    return redirect(f"{reverse('professional', args=[request.member.id, one_.id])}?saved=yes")


def _page(request: Request, name: str, shown: dict[str, Any], *, status: int = 200) -> HttpResponse:
    about = {"member": request.member, "page": PAGE}
    return render(request, f"professionals/{name}.html", about | shown, status=status)
