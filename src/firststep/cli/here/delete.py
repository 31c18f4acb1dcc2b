"""`firststep delete`: everything of one person."""

import click

from firststep.actions.leave import delete_everything
from firststep.cli.here.whom import whom
from firststep.errors import StoreError


@click.command("delete")
@click.option("--person", metavar="NAME", help="Whose; left out, the only person here.")
@click.option("--yes", is_flag=True, help="Do not ask first.")
def command(person: str | None, *, yes: bool) -> None:
    """Delete everything of one person. Backups that were made before keep it."""
    member = whom(person)
    if not yes and not click.confirm(f"This deletes everything of {member.name} for good. Go on?"):
        click.echo("Nothing was deleted.")
        return
    gone = delete_everything(member.id)
    click.echo(f"Everything of {member.name} was deleted.")
    if gone.left or gone.in_files:
        raise StoreError(
            f"it was looked for afterwards, and some of it is still there (id {member.id})",
            where="the tables" if gone.left else "the file of the database",
            mend="stop what else has it open, and write the file anew: sqlite3 firststep.sqlite3 VACUUM",
        )
    click.echo(f"It was looked for afterwards, by the id {member.id}: nothing is left.")
    for name in gone.backups:
        click.echo(f"A backup still holds it: backups/{name}")
