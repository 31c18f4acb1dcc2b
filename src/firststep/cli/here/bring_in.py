"""`firststep import`: what was exported elsewhere, of Firststep itself or of a phone or watch."""

import json
import sys
from dataclasses import replace
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import click

from firststep.actions.start import start
from firststep.actions.take_along import bring_in
from firststep.actions.take_in import look_at, take_in, zone_of
from firststep.care.load import SourceNews
from firststep.cli.here.watching import watch_folder
from firststep.cli.here.whom import whom, whom_to_look_for
from firststep.cli.zone import ZONE
from firststep.errors import IntakeError
from firststep.intake.activity import Progress, read_activity
from firststep.intake.activity.found import Found
from firststep.intake.export_zip import is_export, read_export
from firststep.knowledge import phrase
from firststep.records import Name
from firststep.records.household import Member
from firststep.reports.known.brought import Brought, brought_as_data, brought_as_text
from firststep.reports.known.news import news_as_data, news_in_words
from firststep.store import read

LONG = 20_000_000  # bytes; below it nobody waits
PATH = click.Path(path_type=Path)
News = tuple[SourceNews, ...]


@click.command("import")
@click.argument("files", type=PATH, nargs=-1, metavar="[FILE]...")
@click.option("--dry-run", is_flag=True, help="Only say what the files tell, and what of it is new.")
@click.option("--watch", type=PATH, metavar="FOLDER", help="Stay, and read what lands in FOLDER.")
@click.option("--person", metavar="NAME", help="Whose days; left out, the only person here.")
@click.option("--json", "as_json", is_flag=True, help="Print it as data.")
@ZONE
def command(
    files: tuple[Path, ...],
    watch: Path | None,
    person: str | None,
    zone: ZoneInfo | None,
    *,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Bring in what each FILE holds.

    An export of Firststep brings in its person. A file of steps, walks or runs is kept for a person
    who is here: exports of Apple Health, Health Connect, Google Takeout, Garmin, Strava and Fitbit,
    tracks (GPX, TCX, FIT), and tables (CSV). What a file is, is told by its content. Of each source it
    says how many days are new, changed, and known already.

    With --watch it reads each file that lands in a folder, once it is all there, and once only. The
    files stay where they are. Stop it with Ctrl-C.
    """
    if bool(files) == bool(watch) or (watch and (dry_run or as_json)):
        raise click.UsageError("name files, or a folder with --watch and neither --dry-run nor --json")
    if watch:
        watch_folder(watch, whom(person), zone)
        return
    ours = [file for file in files if is_export(file)]
    others = [file for file in files if file not in ours]
    whose = (whom_to_look_for if dry_run else whom)(person) if others else None
    found = [_found(file, zone or (zone_of(whose.id) if whose else None)) for file in others]
    news = _news(whose.id, found, keep=not dry_run) if whose else [None] * len(found)
    brought = [_brought(*one) for one in zip(others, found, news, strict=True)]
    people = [(file, _who(file, dry_run=dry_run)) for file in ours]
    if as_json:
        click.echo(json.dumps(_as_data(brought, people, kept=not dry_run), indent=2))
    elif dry_run:
        lines = brought_as_text(brought, imperial=_is_imperial(whose)) if brought else []
        lines += [phrase("bringing", "export", name=file.name, person=name) for file, name in people]
        click.echo("\n".join([*lines, "", phrase("bringing", "kept_none")]))
    else:
        told = [replace(one, news=None) for one in brought]  # what was new is said at the end
        lines = brought_as_text(told, imperial=_is_imperial(whose)) if brought else []
        lines += [f"{name} is here. For a code: firststep pair --person '{name}'" for _, name in people]
        lines += [f"{one.name}: {line}" for one in brought for line in news_in_words(one.news or ())]
        click.echo("\n".join(lines))


def _found(file: Path, zone: tzinfo | None) -> Found:
    return read_activity(file, zone=zone, tell=_tell(file))


def _news(person: UUID, found: list[Found], *, keep: bool) -> list[News | None]:
    """What each file tells beyond what is kept, and beyond the files before it."""
    if keep:
        return [take_in(person, one) for one in found]
    return [look_at(person, one, found[:number]) for number, one in enumerate(found)]


def _as_data(brought: list[Brought], people: list[tuple[Path, str]], *, kept: bool) -> dict[str, Any]:
    exports = [{"file": file.name, "person": name} for file, name in people]
    taken = [news_as_data(one.news or ()) for one in brought] if kept else []
    return brought_as_data(brought) | {"exports": exports, "kept": kept, "taken": taken}


def _is_imperial(whose: Member | None) -> bool:
    return whose is not None and read.settings(whose.id)[Name.UNITS] == "imperial"


def _brought(file: Path, found: Found, news: News | None) -> Brought:
    return Brought(
        name=file.name,
        kind=found.source_kind,
        days=found.days,
        skipped=tuple((line.where, line.why, line.times) for line in found.skipped),
        notes=found.notes,
        news=news,
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
