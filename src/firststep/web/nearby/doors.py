"""The doors: each lets in only who asks for it by its own name.

The door on this computer answers to its local names, the one for phones to the addresses
at which they really met it. So a cookie for secure connections never meets one that is
not, and a page elsewhere that makes its own name point here gets nowhere. Whoever comes
in the open gets the page about trust and nothing else: no other part of Firststep hears
of it.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django.http.response import HttpResponseBase

from firststep.knowledge import words
from firststep.nearby.door import DOOR, PHONES, Door
from firststep.nearby.phones import Phones
from firststep.web.nearby import trust

ALIVE = "/alive"
LOCAL = frozenset(settings.ALLOWED_HOSTS)


class Doors:
    """Middleware, before all other; without a door, as behind a proxy, it lets everything pass."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Let in, refuse, or answer in the open."""
        door: Door | None = request.META.get(DOOR)
        phones: Phones | None = request.META.get(PHONES)
        host = split_domain_port(request.META.get("HTTP_HOST", ""))[0]
        if phones and door == Door.OPEN:
            return trust.answer(request, phones, host)
        names = phones.names if phones and door == Door.PHONES else LOCAL
        if door and host not in names:
            return HttpResponse(words()["phone"]["wrong_name"], status=400, content_type="text/plain")
        if phones and door == Door.PHONES:
            _expect(request, phones, host)
        return self.answer(request)


def _expect(request: HttpRequest, phones: Phones, host: str) -> None:
    """A phone met us at an address that was not known when the settings were read."""
    if host not in settings.ALLOWED_HOSTS:
        settings.ALLOWED_HOSTS.append(host)
    if request.path != ALIVE:
        phones.note_reached()
