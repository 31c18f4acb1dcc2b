"""`firststep teach`: a technique of one's own, into a diary."""

from datetime import datetime
from pathlib import Path

import click

from firststep.actions.teach import teach
from firststep.cli.here.whom import whom
from firststep.intake.small_text import small_text


@click.command("teach")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--person", metavar="NAME", help="Whose; left out, the only person here.")
def command(file: Path, person: str | None) -> None:
    """Add the technique in FILE to a diary, labelled with who taught it.

    'firststep library show hands --toml' prints a file to start from.
    """
    member = whom(person)
    mine = teach(member.id, small_text(file), datetime.now().astimezone(), name=str(file))
    click.echo(f"{mine.name}, taught by {mine.taught_by}: {member.name} can choose it now.")
