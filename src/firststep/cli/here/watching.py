"""`firststep import --watch`: stay, look into a folder, and say what came of each file."""

from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from time import sleep

import click

from firststep.actions.watch import FolderWatch
from firststep.actions.watch_household import LOOKS_EACH
from firststep.errors import IntakeError
from firststep.knowledge import phrase
from firststep.records.household import Member
from firststep.reports.known.watched import happened_in_words


def watch_folder(
    folder: Path, whose: Member, zone: tzinfo | None, *, wait: Callable[[float], None] = sleep
) -> None:
    """Watch until Ctrl-C; a line for each thing that happened."""
    if not folder.is_dir():
        raise IntakeError("this is not a folder", where=str(folder), mend="make it, or name another")
    watch = FolderWatch(whose.id, folder, lambda: datetime.now(UTC), zone)
    click.echo(phrase("watching", "begun", folder=folder, person=whose.name))
    try:
        while True:
            for one in watch.look():
                for line in happened_in_words(one.name, one.fate, one.told):
                    click.echo(line)
            wait(LOOKS_EACH)
    except KeyboardInterrupt:
        click.echo(phrase("watching", "over"))
