"""The way in: a code pairs this browser; a new person says what to be called."""

from uuid import UUID, uuid4

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from firststep.actions.codes import RECOVERY_SIGNS, signs
from firststep.actions.join import join
from firststep.actions.pair import pair
from firststep.actions.recover import new_recovery_code
from firststep.actions.take_along import bring_in_here
from firststep.errors import FirststepError
from firststep.knowledge import words
from firststep.records.household import Member
from firststep.store import read
from firststep.web.refusals import in_words
from firststep.web.who import browser_of, name_of_browser, open_to_all, remember

INVITED = "invited"
WRONG = "wrong-codes"
MOST_WRONG, MINUTE = 20, 60  # wrong codes that are heard in a minute, for the whole installation
LARGEST_EXPORT = 50 * 1024 * 1024  # bytes


@open_to_all
@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """To one's own Today; where a browser opens several, it asks who it is."""
    browser = browser_of(request)
    mine = read.opened_by(browser) if browser else []
    if not mine:
        return redirect("pair")
    if len(mine) == 1:
        return redirect("today", person=mine[0].id)
    return render(request, "door/who.html", {"members": mine})


@open_to_all
@require_http_methods(["GET", "POST"])
def pair_browser(request: HttpRequest) -> HttpResponse:
    """Type a code."""
    if request.method == "GET":
        return _ask(request)
    typed = request.POST.get("code", "")
    guessable = signs(typed) != RECOVERY_SIGNS  # nobody guesses a recovery code
    if guessable and cache.get(WRONG, 0) >= MOST_WRONG:
        return _ask(request, words()["pair"]["too_often"], status=429)
    browser = browser_of(request) or uuid4()
    opened = pair(browser, typed, name_of_browser(request), timezone.now())
    if opened is None:
        if not cache.add(WRONG, 1, MINUTE):
            cache.set(WRONG, cache.get(WRONG, 0) + 1, MINUTE)
        return _ask(request, words()["pair"]["wrong"], status=400)
    remember(request, browser)
    if opened.person:
        return redirect("today", person=opened.person)
    request.session[INVITED] = opened.invitation
    return redirect("welcome")


def _ask(request: HttpRequest, error: str = "", status: int = 200) -> HttpResponse:
    typed = request.GET.get("code", "")
    return render(request, "door/pair.html", {"error": error, "code": typed}, status=status)


@open_to_all
@require_http_methods(["GET", "POST"])
def welcome(request: HttpRequest) -> HttpResponse:
    """A new person, after a code that lets one in."""
    if not request.session.get(INVITED):
        return redirect("home")
    if request.method == "GET":
        return render(request, "door/welcome.html")
    try:
        browser, name = browser_of(request) or uuid4(), request.POST.get("name", "")
        invitation = request.session[INVITED]
        member = join(browser, name, name_of_browser(request), timezone.now(), invitation)
    except FirststepError:
        return render(request, "door/welcome.html", {"error": words()["welcome"]["no_name"]}, status=400)
    _enter(request, browser)
    return redirect("begin", person=member.id)


@open_to_all
@require_POST
def bring_in_export(request: HttpRequest) -> HttpResponse:
    """A new person who brings their diary along."""
    if not request.session.get(INVITED):
        return redirect("home")
    file = request.FILES.get("file")
    try:
        content = file.read(LARGEST_EXPORT) if file else b""
        browser = browser_of(request) or uuid4()
        invitation = request.session[INVITED]
        member = bring_in_here(content, browser, name_of_browser(request), timezone.now(), invitation)
    except FirststepError as fault:
        return render(request, "door/welcome.html", {"file_error": in_words(fault)}, status=400)
    _enter(request, browser)
    return _recovery(request, member)


def _enter(request: HttpRequest, browser: UUID) -> None:
    """From now on this browser is known, and the invitation is used up."""
    remember(request, browser)
    del request.session[INVITED]


def _recovery(request: HttpRequest, member: Member) -> HttpResponse:
    """Show the recovery code, this once."""
    code = new_recovery_code(member.id)
    return render(request, "door/recovery.html", {"code": code, "member": member})
