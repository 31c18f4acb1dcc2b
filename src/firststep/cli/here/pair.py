"""`firststep pair`: a code for one more browser."""

from datetime import datetime

import click

from firststep.actions.pair import MINUTES, make_code
from firststep.actions.start import start
from firststep.cli.here.whom import whom


@click.command("pair")
@click.option("--person", metavar="NAME", help="Whose pages it opens; left out, the only person here.")
@click.option("--new", is_flag=True, help="For somebody new in this household.")
def command(person: str | None, *, new: bool) -> None:
    """Print a code that pairs a browser, once."""
    if new and person:
        raise click.UsageError("--new is for somebody who is not here yet: leave --person out.")
    now = datetime.now().astimezone()
    start(now)
    member = None if new else whom(person)
    code = make_code(member.id if member else None, now)
    click.echo(f"Code for {member.name if member else 'a new person'}: {code}, good for {MINUTES} minutes.")
