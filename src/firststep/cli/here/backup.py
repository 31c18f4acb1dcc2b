"""`firststep backup`: the whole installation, in one file."""

from pathlib import Path

import click

from firststep.actions.back_up import back_up


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path))
def command(file: Path) -> None:
    """Copy the whole installation into FILE. Safe while Firststep runs."""
    back_up(file)
    click.echo(f"Everything that is kept here is in {file}. It is not encrypted: keep it safe.")
