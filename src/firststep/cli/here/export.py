"""`firststep export`: everything of one person, in a file."""

from pathlib import Path

import click

from firststep.actions.take_along import export_everything
from firststep.cli.here.whom import whom
from firststep.errors import OutputError


@click.command("export")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--person", metavar="NAME", help="Whose; left out, the only person here.")
def command(file: Path, person: str | None) -> None:
    """Write everything of one person into FILE, a zip file."""
    member = whom(person)
    try:
        with file.open("xb") as target:
            target.write(export_everything(member.id))
    except OSError as fault:
        raise OutputError(
            f"the export cannot be written ({fault.strerror})", where=str(file), mend="give another name"
        ) from fault
    click.echo(f"Everything of {member.name} is in {file}")
