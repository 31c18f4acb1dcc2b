"""The server: one process, several threads, on this computer only."""

import signal
import sys
from collections.abc import Callable, Iterable
from typing import Any

import click
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from waitress.server import create_server

from firststep.errors import StoreError

HOST = "127.0.0.1"
PORT = 8000
THREADS = 6
port_option = click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=PORT,
    show_default=True,
    help="Where to listen on this computer.",
)
LARGEST_BODY = 64 * 1024 * 1024  # bytes; an export is the largest thing that is sent


def run(port: int, codes: Callable[[], Iterable[tuple[str, str]]], *, kept: str) -> None:
    """Serve until stopped; once it listens, codes are made, and printed with the address."""
    try:
        server = create_server(get_wsgi_application(), host=HOST, port=port, **_options())
    except OSError as fault:
        raise StoreError(
            f"port {port} is taken; Firststep may be running already",
            mend=f"open http://{HOST}:{port}/, or choose another: --port {port + 1}",
        ) from fault
    address = settings.ORIGIN or f"http://{HOST}:{server.effective_port}"
    click.echo(f"Firststep is at {address}/")
    for name, code in codes():
        click.echo(f"Code for {name or 'a new person'}: {code}   (or open {address}/pair/?code={code})")
    click.echo(f"{kept}\nStop it with Ctrl-C.")
    sys.stdout.flush()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))  # a stop like any other: what ends, ends well
    try:
        server.run()
    finally:
        server.close()


def _options() -> dict[str, Any]:
    """How waitress serves; hosted, it hears from the proxy on this computer that all is encrypted."""
    options: dict[str, Any] = {"threads": THREADS, "ident": None, "max_request_body_size": LARGEST_BODY}
    if settings.HOSTED:
        options |= {"trusted_proxy": HOST, "trusted_proxy_headers": {"x-forwarded-proto"}}
    return options
