"""Write down what somebody taught, change it, put it away; and the blank page for whoever teaches."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from firststep.actions.teach import put_technique_away, take_technique_out, teach
from firststep.care import standing
from firststep.care.teaching import (
    MOST_STEPS,
    TaughtForm,
    TaughtStep,
    Wrong,
    copied,
    form_from,
    form_of,
    written,
)
from firststep.errors import FirststepError
from firststep.knowledge import Technique, every, phrase, words
from firststep.knowledge.checking.rules import LONGEST_HOLD, MOST_PAIN_MASSAGE
from firststep.records import Foot, Taught
from firststep.store import read
from firststep.web.refusals import in_words
from firststep.web.taught.page import form_page
from firststep.web.who import Request

AGAIN = timedelta(days=365)
"""Until somebody should look at it again (our own choice)."""

LONGEST_BY = 80  # signs, as the field has

PAPER_STEPS = range(1, 9)
"""Empty lines for steps on the page to print."""


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Request) -> HttpResponse:
    """Something new; `?from=tennis-ball` starts from one of the library, `?by=` says who taught it."""
    start = every(Technique).get(request.POST.get("start", request.GET.get("from", "")))
    about: dict[str, Any] = {"start": start.id, "starts": _from(start)} if start else {}
    if request.method == "POST":
        return _answer(request, start, about)
    about["no_heel"] = read.last_told(request.member.id)[1] is None
    by = request.GET.get("by", "")[:LONGEST_BY]
    form = replace(copied(start) if start else TaughtForm(), by=by)
    return form_page(request, form, fresh=not by, **about)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: Request, id_: str) -> HttpResponse:
    """One that was written down before."""
    mine = _mine(request, id_)
    if request.method == "POST":
        return _answer(request, mine, {"change": mine})
    return form_page(request, form_of(mine), fresh=True, change=mine)


@require_POST
def away(request: Request, id_: str) -> HttpResponse:
    """Offer it no more."""
    put_technique_away(request.member.id, _mine(request, id_), timezone.now())
    return redirect("technique", request.member.id, id_)


@require_POST
def out(request: Request, id_: str) -> HttpResponse:
    """Offer it again."""
    take_technique_out(request.member.id, _mine(request, id_), timezone.now())
    return redirect("technique", request.member.id, id_)


@require_GET
def paper(request: Request) -> HttpResponse:
    """A blank page to print."""
    said = words()["teaching"]
    shown = {
        "member": request.member,
        "page": "taught",
        "lines": PAPER_STEPS,
        "like": list(said["like"].values()),
        "traits": list(said["traits"].values()),
        "sits": list(said["sits"].values()),
        "limits": phrase("teaching", "paper_limits", most=MOST_PAIN_MASSAGE, hold=LONGEST_HOLD),
    }
    return render(request, "taught/paper.html", shown)


def _answer(request: Request, before: Technique | None, about: dict[str, Any]) -> HttpResponse:
    """Another step, one step less, or the whole of it saved."""
    form, asked = form_from(dict(request.POST.lists())), request.POST.get("do", "")
    if asked == "add" and len(form.steps) < MOST_STEPS:
        longer = replace(form, steps=(*form.steps, TaughtStep()))
        return form_page(request, longer, focus=len(form.steps), **about)
    if asked.startswith("remove-"):
        left = tuple(step for at, step in enumerate(form.steps) if f"remove-{at}" != asked)
        return form_page(request, replace(form, steps=left), **about)
    return _save(request, form, before, about, sure=asked == "new")


def _save(
    request: Request, form: TaughtForm, before: Technique | None, about: dict[str, Any], *, sure: bool
) -> HttpResponse:
    now, changed = timezone.now(), before if before and before.taught_by else None
    made = written(form, again=now.date() + AGAIN, before=before)
    if made.technique is None:
        return form_page(request, form, wrong=made.wrong, status=400, **about)
    if changed and changed.id != made.technique.id and not sure:
        return form_page(request, form, becomes_new=True, **about)
    if read.last_told(request.member.id)[1] is None:
        return form_page(request, form, no_heel=True, status=400, **about)
    try:
        mine = teach(request.member.id, made.text, now, name=words()["teaching"]["title"], instead_of=changed)
    except FirststepError as fault:
        refused = Wrong("all", "kept", {"why": in_words(fault)})
        return form_page(request, form, wrong=[refused], status=400, **about)
    return redirect(f"{reverse('technique', args=[request.member.id, mine.id])}?saved=yes")


def _mine(request: Request, id_: str) -> Technique:
    """A technique of the person's own."""
    own = standing(read.told(request.member.id, kinds=(Taught,)), Foot.RIGHT).own
    if id_ not in own:
        raise Http404
    return own[id_]


def _from(start: Technique) -> str:
    return phrase("teaching", "from_help", name=start.name)
