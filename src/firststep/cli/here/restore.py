"""`firststep restore`: a backup, put back."""

from datetime import datetime
from pathlib import Path

import click

from firststep.actions.back_up import put_back


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="Do not ask first.")
def command(file: Path, *, yes: bool) -> None:
    """Put the backup in FILE back. Safe while Firststep runs.

    What is kept now is copied first, and the answer says where.
    """
    if not yes and not click.confirm("This replaces everything that is kept here by the backup. Go on?"):
        click.echo("Nothing was changed.")
        return
    kept = put_back(file, datetime.now().astimezone())
    click.echo(f"The backup is back.{f' What was kept before is in {kept}' if kept else ''}")
