"""`firststep import`: what was exported elsewhere, of Firststep itself or of a phone or watch."""

import json
import sys
from dataclasses import asdict
from datetime import datetime, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from firststep.actions.start import start
from firststep.actions.take_along import bring_in
from firststep.actions.take_in import TakenIn, take_in, zone_of
from firststep.cli.here.whom import whom
from firststep.cli.zone import ZONE
from firststep.errors import IntakeError
from firststep.intake.activity import Progress, read_activity
from firststep.intake.activity.found import Found
from firststep.intake.export_zip import is_export, read_export
from firststep.knowledge import phrase
from firststep.reports.known.brought import Brought, brought_as_data, brought_as_text

LONG = 20_000_000  # bytes; below it nobody waits


@click.command("import")
@click.argument("files", type=click.Path(path_type=Path), nargs=-1, required=True, metavar="FILE...")
@click.option("--dry-run", is_flag=True, help="Only say what the files tell; keep nothing.")
@click.option("--person", metavar="NAME", help="Whose days; left out, the only person here.")
@click.option("--json", "as_json", is_flag=True, help="Print it as data.")
@ZONE
def command(
    files: tuple[Path, ...], dry_run: bool, person: str | None, as_json: bool, zone: ZoneInfo | None
) -> None:
    """Bring in what each FILE holds.

    An export of Firststep brings in its person. A file of steps, walks or runs is kept for a person
    who is here: exports of Apple Health, Health Connect, Google Takeout, Garmin, Strava and Fitbit,
    tracks (GPX, TCX, FIT), and tables (CSV). What a file is, is told by its content.
    """
    ours = [file for file in files if is_export(file)]
    others = [file for file in files if file not in ours]
    whose = whom(person) if others and not dry_run else None
    found = [(file, _found(file, zone or (zone_of(whose.id) if whose else None))) for file in others]
    taken = [take_in(whose.id, one) for _, one in found] if whose else []
    brought = [_brought(file, one) for file, one in found]
    people = [(file, _who(file, dry_run=dry_run)) for file in ours]
    if as_json:
        exports = [{"file": file.name, "person": name} for file, name in people]
        came = {"exports": exports, "kept": not dry_run, "taken": [asdict(one) for one in taken]}
        click.echo(json.dumps(brought_as_data(brought) | came, indent=2))
        return
    lines = brought_as_text(brought) if brought else []
    if dry_run:
        lines += [phrase("bringing", "export", name=file.name, person=name) for file, name in people]
        lines += ["", phrase("bringing", "kept_none")]
    else:
        lines += [f"{name} is here. For a code: firststep pair --person '{name}'" for _, name in people]
        lines += [_said(file, one) for (file, _), one in zip(found, taken, strict=True)]
    click.echo("\n".join(lines))


def _found(file: Path, zone: tzinfo | None) -> Found:
    return read_activity(file, zone=zone, tell=_tell(file))


def _said(file: Path, taken: TakenIn) -> str:
    return f"{file.name}: {phrase('active', 'taken', **asdict(taken))}"


def _brought(file: Path, found: Found) -> Brought:
    return Brought(
        name=file.name,
        kind=found.source_kind,
        days=found.days,
        skipped=tuple((line.where, line.why, line.times) for line in found.skipped),
        notes=found.notes,
        shoes=tuple((shoe.name, shoe.days) for shoe in found.shoes),
    )


def _who(file: Path, *, dry_run: bool) -> str:
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
