"""`firststep pair`: a code for one more browser."""

from datetime import datetime

import click
from django.conf import settings

from firststep.actions.pair import MINUTES, make_code
from firststep.actions.start import start
from firststep.cli.here.whom import whom
from firststep.cli.serving.screen import beside_qr, pairing
from firststep.nearby.serving import noted


@click.command("pair")
@click.option("--person", metavar="NAME", help="Whose pages it opens; left out, the only person here.")
@click.option("--new", is_flag=True, help="For somebody new in this household.")
def command(person: str | None, *, new: bool) -> None:
    """Print a code that pairs a browser, once; and as a QR code, if phones can come in."""
    if new and person:
        raise click.UsageError("--new is for somebody who is not here yet: leave --person out.")
    now = datetime.now().astimezone()
    start(now)
    member = None if new else whom(person)
    code = make_code(member.id if member else None, now)
    click.echo(f"Code for {member.name if member else 'a new person'}: {code}, good for {MINUTES} minutes.")
    serving = noted(settings.HOME)
    address = settings.ORIGIN or (serving.phones if serving else "")
    if address:
        beside_qr(pairing(address, code), [f"Or scan this with a phone that trusts {address}"])
