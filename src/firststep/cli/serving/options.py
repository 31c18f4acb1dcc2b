"""What can be chosen when serving."""

from collections.abc import Callable
from dataclasses import dataclass

import click

Option = Callable[[Callable[..., None]], Callable[..., None]]

HERE = "127.0.0.1"
PORT, PHONE_PORT = 8000, 8443


@dataclass(frozen=True, slots=True)
class Doors:
    """Where to listen.

    listen
        The address of the door for this computer, or, hosted, for the proxy.
    phone_port
        The port for phones, on every address; None for no phones.
    address
        What phones are to call this computer; '' to find it.
    """

    port: int
    listen: str = HERE
    phone_port: int | None = None
    address: str = ""


def _port(*names: str, default: int, does: str) -> Option:
    return click.option(*names, type=click.IntRange(0, 65535), default=default, show_default=True, help=does)


port_option = _port("--port", default=PORT, does="Where to listen on this computer.")
phone_port_option = _port(
    "--phone-port", default=PHONE_PORT, does="Where phones in the same network come in."
)
no_phone_option = click.option("--no-phone", is_flag=True, help="For this computer only: no phone comes in.")
address_option = click.option(
    "--address",
    default="",
    metavar="NAME",
    help="What phones call this computer: an address, or a name like kitchen.local. Left out, it is found.",
)
listen_option = click.option(
    "--listen",
    default=HERE,
    show_default=True,
    metavar="ADDRESS",
    help="Where the proxy reaches it, when it is hosted (FIRSTSTEP_ORIGIN).",
)
