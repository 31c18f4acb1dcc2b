"""`firststep serve`: the pages, from this computer."""

from datetime import datetime

import click
from django.conf import settings

from firststep.actions.pair import codes_at_start
from firststep.actions.start import start
from firststep.cli.serving import options
from firststep.cli.serving.server import run


@click.command("serve")
@options.port_option
@options.phone_port_option
@options.no_phone_option
@options.address_option
@options.listen_option
def command(port: int, phone_port: int, address: str, listen: str, *, no_phone: bool) -> None:
    """Open Firststep in the browser: on this computer, and on phones in the same network.

    Prints the address, and for everybody here a code to type in the browser, once. Phones
    come in by an encrypted door: scan the QR code, which shows in pictures how a phone comes
    to trust this computer. After an update, what is kept is backed up and converted first.
    """
    kept = start(_now())
    if kept:
        click.echo(f"The tables were brought up to date. What was before is in {kept}")
    doors = options.Doors(port, listen, None if no_phone else phone_port, address)
    run(doors, lambda: codes_at_start(_now()), kept=f"What you tell is kept in {settings.HOME}")


def _now() -> datetime:
    return datetime.now().astimezone()
