"""Through which door a request came: the server says so, the pages go by it."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any

from firststep.nearby.phones import Phones

App = Callable[[dict[str, Any], Any], Iterable[bytes]]

DOOR, PHONES = "firststep.door", "firststep.phones"
"""Under which keys a request's environment tells the door, and how phones come in."""


class Door(StrEnum):
    """The doors of a server that is not hosted behind a proxy."""

    HERE = "here"  # this computer
    PHONES = "phones"  # the local network, encrypted
    OPEN = "open"  # the local network, in the open


def through(door: Door, app: App, phones: Phones | None) -> App:
    """The application, with every request marked by the door that it came through."""

    def marked(environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        environ |= {DOOR: door, PHONES: phones}
        return app(environ, start)

    return marked
