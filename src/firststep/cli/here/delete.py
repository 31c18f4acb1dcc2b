"""`firststep delete`: everything of one person."""

import click

from firststep.actions.leave import delete_everything
from firststep.cli.here.whom import whom


@click.command("delete")
@click.option("--person", metavar="NAME", help="Whose; left out, the only person here.")
@click.confirmation_option(prompt="This deletes everything of this person for good. Go on?")
def command(person: str | None) -> None:
    """Delete everything of one person. Backups that were made before keep it."""
    member = whom(person)
    delete_everything(member.id)
    click.echo(f"Everything of {member.name} was deleted.")
