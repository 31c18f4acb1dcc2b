"""`firststep share`: a link to the page for a clinician; those that were made; shut one."""

from datetime import datetime, timedelta

import click
from django.conf import settings

from firststep.actions.share import LONGEST, PASSCODE_LEAST, Asked, revoke, share
from firststep.cli.here.of_page import of_page, sections_named
from firststep.cli.here.whom import whom
from firststep.cli.serving.screen import beside_qr
from firststep.errors import StoreError
from firststep.nearby.serving import noted
from firststep.records import Foot
from firststep.records.household import Member
from firststep.records.links import Link
from firststep.store import read_links

SHOWN_OF_ID = 8


@click.command("share")
@click.option("--person", metavar="NAME", help="Whose page; left out, the only person here.")
@click.option(
    "--days", type=click.IntRange(1, LONGEST.days), default=1, show_default=True, help="How long it opens."
)
@click.option("--passcode", default="", help=f"Ask for this passcode, at least {PASSCODE_LEAST} signs.")
@click.option("--label", default="", help="What it is for. Whoever has the link reads it too.")
@of_page
@click.option("--list", "listed", is_flag=True, help="List the links that were made, and make none.")
@click.option("--revoke", "shut", metavar="ID", help="Shut a link of the list, for ever.")
def command(
    *,
    person: str | None,
    days: int,
    passcode: str,
    label: str,
    sections: str,
    foot: str | None,
    listed: bool,
    shut: str | None,
) -> None:
    """Make a SMART Health Link to the page for a clinician, as it is now.

    The link is shown once: its key is in it, and kept nowhere else. It works only where
    this installation can be reached, and only while it is served.
    """
    member, now = whom(person), datetime.now().astimezone()
    if listed:
        _list(member, now)
    elif shut:
        link = revoke(member.id, _found(member, shut).id, now)
        click.echo(f"{_id(link)} is shut. It opens nothing any more.")
    else:
        asked = Asked(
            address=_address(),
            lasts=timedelta(days=days),
            label=label,
            passcode=passcode,
            sections=sections_named(sections),
            foot=Foot(foot) if foot else None,
        )
        _make(member, asked, now)


def _make(member: Member, asked: Asked, now: datetime) -> None:
    made = share(member.id, asked, now)
    click.echo(made.text)
    beside_qr(made.text, [])
    until, needs = made.link.until.astimezone(), " and the passcode" if made.link.asks else ""
    click.echo(f"Whoever has it{needs} can read the page of {member.name} until {until:%Y-%m-%d %H:%M}.")
    click.echo(
        f"It works where {asked.address} can be reached. Shut it: firststep share --revoke {_id(made.link)}"
    )


def _list(member: Member, now: datetime) -> None:
    links = read_links.links_of(member.id)
    if not links:
        click.echo(f"{member.name} has made no link.")
    for one in links:
        until, named = one.until.astimezone(), f", {one.label}" if one.label else ""
        click.echo(f"{_id(one)}  {one.state(now)}, until {until:%Y-%m-%d %H:%M}, opened {one.opened}x{named}")


def _found(member: Member, id_: str) -> Link:
    """The link whose id begins so. StoreError where that is none, or several."""
    found = [one for one in read_links.links_of(member.id) if str(one.id).startswith(id_.lower())]
    if len(found) != 1:
        raise StoreError(f"no single link begins with '{id_[:40]}'", mend="look at: firststep share --list")
    return found[0]


def _address() -> str:
    """Where this installation is reached from furthest. StoreError where it is not served."""
    serving = noted(settings.HOME)
    address = settings.ORIGIN or (serving and (serving.phones or serving.here))
    if not address:
        raise StoreError(
            "Firststep is not served now, so a link leads nowhere", mend="start: firststep serve"
        )
    return str(address)


def _id(link: Link) -> str:
    return str(link.id)[:SHOWN_OF_ID]
