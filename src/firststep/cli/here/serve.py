"""`firststep serve`: the pages, from this computer."""

from datetime import datetime

import click
from django.conf import settings

from firststep.actions.pair import codes_at_start
from firststep.actions.start import start
from firststep.cli.here import server


@click.command("serve")
@server.port_option
def command(port: int) -> None:
    """Open Firststep in the browser, on this computer.

    Prints the address, and for everybody here a code to type in the browser, once. After
    an update, what is kept is backed up and converted first.
    """
    kept = start(_now())
    if kept:
        click.echo(f"The tables were brought up to date. What was before is in {kept}")
    server.run(port, lambda: codes_at_start(_now()), kept=f"What you tell is kept in {settings.HOME}")


def _now() -> datetime:
    return datetime.now().astimezone()
