"""`firststep import`: what was exported elsewhere, of Firststep itself or of a phone or watch."""

import json
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from firststep.actions.start import start
from firststep.actions.take_along import bring_in
from firststep.cli.zone import ZONE
from firststep.errors import IntakeError
from firststep.intake.activity import Progress, kind_of_file, read_activity
from firststep.intake.export_zip import is_export, read_export
from firststep.knowledge import phrase
from firststep.reports.known.brought import Brought, brought_as_data, brought_as_text

LONG = 20_000_000  # bytes; below it nobody waits


@click.command("import")
@click.argument("files", type=click.Path(path_type=Path), nargs=-1, required=True, metavar="FILE...")
@click.option("--dry-run", is_flag=True, help="Only say what the files tell; keep nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print it as data.")
@ZONE
def command(files: tuple[Path, ...], dry_run: bool, as_json: bool, zone: ZoneInfo | None) -> None:
    """Bring in what each FILE holds.

    An export of Firststep brings in its person. A file of steps, walks or runs can be looked at,
    with --dry-run: an export of Apple Health, or a track (GPX, TCX). What a file is, is told by its
    content.
    """
    ours = [file for file in files if is_export(file)]
    others = [file for file in files if file not in ours]
    if others and not dry_run:
        kinds = [kind_of_file(file) for file in others]
        raise IntakeError(
            f"this is a file of steps, walks or runs ({kinds[0]}); "
            "days cannot be kept yet, and nothing was brought in",
            where=others[0].name,
            mend="add --dry-run to see what the files tell",
        )
    brought = [_brought(file, zone) for file in others]
    people = [(file, _person(file, dry_run=dry_run)) for file in ours]
    if as_json:
        exports = [{"file": file.name, "person": person} for file, person in people]
        click.echo(json.dumps(brought_as_data(brought) | {"exports": exports, "kept": not dry_run}, indent=2))
        return
    lines = brought_as_text(brought) if brought else []
    if dry_run:
        lines += [phrase("bringing", "export", name=file.name, person=person) for file, person in people]
        lines += ["", phrase("bringing", "kept_none")]
    else:
        lines += [f"{person} is here. For a code: firststep pair --person '{person}'" for _, person in people]
    click.echo("\n".join(lines))


def _brought(file: Path, zone: ZoneInfo | None) -> Brought:
    found = read_activity(file, zone=zone, tell=_tell(file))
    return Brought(
        name=file.name,
        kind=found.source_kind,
        days=found.days,
        skipped=tuple((line.where, line.why, line.times) for line in found.skipped),
        notes=found.notes,
        shoes=tuple((shoe.name, shoe.days) for shoe in found.shoes),
    )


def _person(file: Path, *, dry_run: bool) -> str:
    """Whom an export of ours holds; brought in, unless it is only looked at."""
    try:
        content = file.read_bytes()
    except OSError as fault:
        raise IntakeError(
            f"the file cannot be read ({fault.strerror})", where=str(file), mend="check its name"
        ) from fault
    if dry_run:
        return read_export(content).member.name
    now = datetime.now().astimezone()
    start(now)
    return bring_in(content, now).name


def _tell(file: Path) -> Progress | None:
    """Say on the terminal how far the reading of a long file is; nothing where nobody looks."""
    if not sys.stderr.isatty() or not file.is_file() or file.stat().st_size < LONG:
        return None
    last = -1

    def tell(done: int, whole: int) -> None:
        nonlocal last
        percent = 100 * done // max(whole, 1)
        if percent != last:
            last = percent
            said = phrase("bringing", "reading", name=file.name, percent=percent)
            click.echo(f"\r{said}", err=True, nl=percent == 100)  # noqa: PLR2004 - the whole

    return tell
