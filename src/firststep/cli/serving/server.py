"""The servers: one process, several threads; one door for this computer, and one for phones."""

import signal
import sys
import threading
from collections.abc import Callable, Iterable
from contextlib import ExitStack, suppress
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import click
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from waitress.server import create_server

from firststep.actions.upload import work_off
from firststep.actions.watch_household import watch_household
from firststep.cli.serving import screen
from firststep.cli.serving.options import HERE, Doors
from firststep.errors import StoreError
from firststep.nearby.door import App, Door, through
from firststep.nearby.gate import Gate
from firststep.nearby.phones import Phones
from firststep.nearby.serving import Serving, forget, note, noted

THREADS = 6
LARGEST_BODY = 64 * 1024 * 1024  # bytes; an export is the largest thing that is sent
LOOK_AGAIN = 30.0  # seconds until the computer's own address is looked at again


def run(doors: Doors, codes: Callable[[], Iterable[tuple[str, str]]], *, kept: str) -> None:
    """Serve until stopped; once it listens, codes are made, and printed with the address."""
    if doors.listen != HERE and not settings.HOSTED:
        raise StoreError(
            f"listening at {doors.listen} would serve everybody there without encryption",
            mend="leave --listen out: phones have a door of their own; or set FIRSTSTEP_ORIGIN to host it",
        )
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))  # a stop like any other: what ends, ends well
    with ExitStack() as stack:
        pages = get_wsgi_application()
        phones, closed = _open_to_phones(stack, pages, doors)
        server = _door_here(pages, phones, doors)
        _read_files(stack)
        stack.callback(server.close)
        here = f"http://{HERE}:{server.effective_port}"
        _say(settings.ORIGIN or here, list(codes()), phones)
        note(settings.HOME, Serving(here, phones.address if phones else ""))
        stack.callback(forget, settings.HOME)
        click.echo(f"{closed}{kept}\nStop it with Ctrl-C.")
        sys.stdout.flush()
        server.run()


def _read_files(stack: ExitStack) -> None:
    """Read what people bring in, and what lands in the watched folder, each in a thread of its own."""
    over = threading.Event()
    threading.Thread(target=work_off, args=(over,), daemon=True).start()
    if settings.WATCH is not None:
        watched = (settings.WATCH, lambda: datetime.now(UTC), over)
        threading.Thread(target=watch_household, args=watched, daemon=True).start()
    stack.callback(over.set)


def _say(address: str, codes: list[tuple[str, str]], phones: Phones | None) -> None:
    screen.say_where(address, codes)
    if phones:
        screen.say_how_phones_come_in(phones, codes)


def _door_here(pages: App, phones: Phones | None, doors: Doors) -> Any:
    """The server for this computer; or, hosted, for the proxy, which vouches for the name and encrypts."""
    door = pages if settings.HOSTED else through(Door.HERE, pages, phones)
    options: dict[str, Any] = {"host": doors.listen, "port": doors.port}
    if settings.HOSTED:
        proxy = (
            HERE if doors.listen == HERE else "*"
        )  # whoever reaches a listening proxy's network is the proxy
        options |= {"trusted_proxy": proxy, "trusted_proxy_headers": {"x-forwarded-proto"}}
    try:
        return _server(door, **options)
    except OSError as fault:
        raise StoreError(
            f"port {doors.port} is taken; Firststep may be running already",
            mend=f"open http://{HERE}:{doors.port}/, or choose another: --port {doors.port + 1}",
        ) from fault


def _open_to_phones(stack: ExitStack, pages: App, doors: Doors) -> tuple[Phones | None, str]:
    """Let phones in, where they may come; and what to say if their port is taken."""
    if doors.phone_port is None or settings.HOSTED:
        return None, ""
    phones = Phones(settings.HOME, lambda: datetime.now(UTC), given=doors.address)
    encrypted = _beside(stack, through(Door.PHONES, pages, phones), url_scheme="https")
    open_ = _beside(stack, through(Door.OPEN, pages, phones))
    try:
        gate = Gate(doors.phone_port, encrypted=encrypted, open_=open_, context=phones.context)
    except OSError:
        taken = f"Port {doors.phone_port} is taken, so no phone can come in. Choose another: --phone-port"
        return None, f"{taken} {doors.phone_port + 1}\n"
    stack.callback(gate.close)
    phones.port = gate.port
    _watch(stack, phones)
    return phones, ""


def _beside(stack: ExitStack, app: App, **options: Any) -> tuple[str, int]:
    """A server behind the gate, reached by nobody but this computer; where it listens."""
    server = _server(app, host=HERE, port=0, **options)
    threading.Thread(target=_serve, args=(server,), daemon=True).start()
    stack.callback(server.close)
    return HERE, server.effective_port


def _serve(server: Any) -> None:
    with suppress(OSError):  # it may wait for a socket that the end of the program has closed
        server.run()


def _server(app: App, **options: Any) -> Any:
    return create_server(app, threads=THREADS, ident=None, max_request_body_size=LARGEST_BODY, **options)


def _watch(stack: ExitStack, phones: Phones) -> None:
    """Say so when the computer's address changes; its certificate follows by itself."""
    over = threading.Event()

    def look() -> None:
        before = phones.host
        while not over.wait(LOOK_AGAIN):
            if phones.host != before:
                before = phones.host
                screen.say_moved(phones)
                note(settings.HOME, replace(noted(settings.HOME) or Serving(""), phones=phones.address))

    threading.Thread(target=look, daemon=True).start()
    stack.callback(over.set)
