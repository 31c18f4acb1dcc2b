"""The settings page, with what an answer puts on it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from firststep.actions.pair import MINUTES
from firststep.knowledge import phrase, words
from firststep.store import read
from firststep.web.mine.choices import asks, choices
from firststep.web.mine.reminders import card as reminders
from firststep.web.who import Request, browser_of


def settings_page(request: Request, *, status: int = 200, link: str = "", **shown: str) -> HttpResponse:
    """What can be set, and what is yours.

    link
        The address of the calendar, shown this once.
    shown
        `said` and `code`: a code and what it is for. `error`: why nothing was done. `saved`: the card
        that something was saved of.
    """
    person, settings = request.member.id, request.settings
    browser, word = browser_of(request), words()["settings"]["delete_word"]
    context: dict[str, Any] = {
        "member": request.member,
        "page": "settings",
        "reminders": reminders(settings, link=link, has_link=read.has_calendar(person)),
        "choices": choices(settings),
        "asks": asks(settings),
        "browsers": read.browsers_of(person),
        "people": read.opened_by(browser) if browser else [],
        "this_browser": browser,
        "code_help": phrase("settings", "code_help", minutes=MINUTES),
        "delete_help": phrase("settings", "delete_help", word=word),
    }
    return render(request, "mine/settings.html", context | shown, status=status)


def saved(request: Request, card: str) -> HttpResponse:
    """Back to the page, at the card that something was saved of."""
    named = card if card.isalpha() else ""
    return redirect(f"{reverse('settings', args=[request.member.id])}?saved={named}#{named}")
