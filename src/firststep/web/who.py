"""Who may open what: nothing without a paired browser, and nobody else's pages.

Every route is refused unless it says that it is open to all; a route with a person in
it needs a browser that was paired with that person.
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from firststep.knowledge import phrase
from firststep.records import Name
from firststep.records.household import Member
from firststep.store import read
from firststep.web import refusals
from firststep.web.language import speak_with

BROWSER = "browser"
View = TypeVar("View", bound=Callable[..., HttpResponseBase])


class Request(HttpRequest):
    """A request for a page of this person, from a browser that may open it."""

    member: Member
    settings: Mapping[Name, str]
    """As they stand; read when they are first asked for."""


def open_to_all(view: View) -> View:
    """Mark a view that needs no paired browser."""
    view.open_to_all = True  # type: ignore[attr-defined]
    return view


def browser_of(request: HttpRequest) -> UUID | None:
    """The browser that sent a request, if it was ever paired."""
    known = request.session.get(BROWSER)
    return UUID(known) if known else None


def remember(request: HttpRequest, browser: UUID) -> None:
    """From now on this browser is known."""
    request.session[BROWSER] = str(browser)


def name_of_browser(request: HttpRequest) -> str:
    """What to call a browser in a list: its own words about itself, shortened."""
    agent = request.headers.get("User-Agent", "")
    system = next(
        (name for name in ("iPhone", "iPad", "Android", "Windows", "Mac OS", "Linux") if name in agent), ""
    )
    kinds = {"Edg/": "Edge", "Firefox/": "Firefox", "Chrome/": "Chrome", "Safari/": "Safari"}
    kind = next((name for sign, name in kinds.items() if sign in agent), None)
    kind = kind or phrase("settings", "some_browser")
    return f"{kind}, {system}" if system else kind


class OnlyMine:
    """Middleware that refuses whatever was not opened on purpose."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer; what a person's pages say is kept in no cache on the way."""
        response = self.answer(request)
        if not request.path.startswith("/static/"):
            response.headers["Cache-Control"] = "no-store"
        return response

    def process_view(
        self, request: Request, view: Callable[..., Any], _args: Any, kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """Refuse, or let the view answer; `request.member` is whose page it is."""
        if getattr(view, "open_to_all", False):
            return None
        browser, person = browser_of(request), kwargs.pop("person", None)
        member = read.may_open(browser, person) if browser and person else None
        if member:
            request.member = member
            request.settings = read.settings(member.id)
            speak_with(request.settings)
            return None
        for_people = request.method == "GET" and "text/html" in request.headers.get("Accept", "")
        if for_people and (browser is None or not read.opened_by(browser)):
            return redirect("pair")
        return refusals.not_yours(request)
