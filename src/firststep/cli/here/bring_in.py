"""`firststep import`: what was exported elsewhere."""

from datetime import datetime
from pathlib import Path

import click

from firststep.actions.start import start
from firststep.actions.take_along import bring_in
from firststep.errors import IntakeError


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
def command(file: Path) -> None:
    """Bring in the person that FILE, an export, holds."""
    now = datetime.now().astimezone()
    start(now)
    try:
        content = file.read_bytes()
    except OSError as fault:
        raise IntakeError(
            f"the file cannot be read ({fault.strerror})", where=str(file), mend="check its name"
        ) from fault
    member = bring_in(content, now)
    click.echo(f"{member.name} is here. For a code: firststep pair --person '{member.name}'")
