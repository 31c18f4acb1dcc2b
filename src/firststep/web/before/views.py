"""Tell shoes, standing, events, when it began and other care; see what changed before it."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from firststep.actions.note import note, take_back, tell_all
from firststep.care.noting import DAYS, Typed, entry_from, typed_of
from firststep.errors import FirststepError
from firststep.records import Foot
from firststep.records.triggers import AllOf
from firststep.records.triggers_plain import SORTS, sort_of
from firststep.store import read
from firststep.web.before.page import feet_of, form_page, found_page
from firststep.web.refusals import in_words
from firststep.web.who import Request


@require_GET
def page(request: Request) -> HttpResponse:
    """What stands out, what may be done, and what was told."""
    return render(request, "before/page.html", found_page(request, _today(request)))


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Request, sort: str) -> HttpResponse:
    """Something new of a sort."""
    if sort not in SORTS:
        raise Http404
    if request.method == "POST":
        return _save(request, sort, None)
    foot = read.last_told(request.member.id)[1]
    return render(request, "before/form.html", form_page(request, sort, Typed({"foot": str(foot or "")}), {}))


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: Request, key: UUID) -> HttpResponse:
    """An entry that was told before: mended, or taken back."""
    known = read.notebook(request.member.id).note(key)
    if known is None:
        raise Http404
    sort = sort_of(known.entry)
    if request.method == "POST":
        if request.POST.get("do") == "take-back":
            return _told(request, lambda: take_back(request.member.id, key, timezone.now()), "taken_back")
        return _save(request, sort, key)
    typed = typed_of(known.entry)
    shown = form_page(request, sort, Typed({**typed.fields, "foot": str(known.foot)}, typed.days), {})
    return render(request, "before/form.html", shown | {"key": key})


@require_POST
def all_told(request: Request) -> HttpResponse:
    """From which day on the lists are complete; an empty day takes that back."""

    def tell() -> None:
        before = read.notebook(request.member.id).all_since
        for of in AllOf:
            since = None
            with suppress(ValueError):
                since = date.fromisoformat(request.POST.get(str(of), ""))
            if since != before.get(of):
                tell_all(request.member.id, of, since, timezone.now())

    return _told(request, tell, "saved")


def _save(request: Request, sort: str, key: UUID | None) -> HttpResponse:
    days = tuple(int(day) for day in request.POST.getlist(DAYS) if day.isdecimal())
    typed = Typed({name: value for name, value in request.POST.items() if isinstance(value, str)}, days)
    entry, wrong = entry_from(SORTS[sort], typed, _today(request))
    feet = feet_of(request)
    shown = form_page(request, sort, typed, wrong) | {"key": key}
    if entry is None or not feet:
        return render(request, "before/form.html", shown, status=400)
    foot = Foot(typed["foot"]) if typed["foot"] in feet else None
    try:
        note(request.member.id, entry, timezone.now(), key=key, foot=foot)
    except FirststepError as fault:
        return render(request, "before/form.html", shown | {"fault": in_words(fault)}, status=400)
    return redirect(f"{reverse('before', args=[request.member.id])}?saved=saved")


def _told(request: Request, work: Callable[[], None], said: str) -> HttpResponse:
    try:
        work()
    except FirststepError as fault:
        shown = found_page(request, _today(request)) | {"fault": in_words(fault)}
        return render(request, "before/page.html", shown, status=400)
    return redirect(f"{reverse('before', args=[request.member.id])}?saved={said}")


def _today(request: Request) -> date:
    """The day where the person is."""
    return timezone.now().astimezone(read.zone(request.member.id)).date()
