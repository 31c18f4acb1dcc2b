"""`firststep delete`: everything of one person."""

import click

from firststep.actions.leave import delete_everything
from firststep.cli.here.whom import whom


@click.command("delete")
@click.option("--person", metavar="NAME", help="Whose; left out, the only person here.")
@click.option("--yes", is_flag=True, help="Do not ask first.")
def command(person: str | None, *, yes: bool) -> None:
    """Delete everything of one person. Backups that were made before keep it."""
    member = whom(person)
    if not yes and not click.confirm(f"This deletes everything of {member.name} for good. Go on?"):
        click.echo("Nothing was deleted.")
        return
    delete_everything(member.id)
    click.echo(f"Everything of {member.name} was deleted.")
