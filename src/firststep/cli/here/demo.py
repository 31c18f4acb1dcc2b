"""`firststep demo`: somebody made up, to look at."""

from datetime import datetime

import click

from firststep.actions.make_up import make_up
from firststep.actions.pair import codes_at_start
from firststep.actions.start import start
from firststep.cli.serving import options
from firststep.cli.serving.server import run

GONE = "Nobody lived these mornings. They are gone when you stop it."


@click.command("demo")
@options.port_option
def command(port: int) -> None:
    """Show somebody made up, with twelve weeks of mornings.

    Prints an address, and a code to type in the browser. Nobody lived these mornings, and
    every page says so. It is kept apart from your own
    diary, and gone when you stop it.
    """
    now = datetime.now().astimezone()
    start(now)
    click.echo("Making up twelve weeks of mornings ...")
    make_up(now)
    run(options.Doors(port), lambda: codes_at_start(now), kept=GONE)
