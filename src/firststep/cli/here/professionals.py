"""`firststep professionals`: the public list of professionals, brought in and looked through."""

import json
import sys
from datetime import datetime
from pathlib import Path

import click

from firststep.actions.import_professionals import Imported, Tell, import_professionals
from firststep.actions.start import start
from firststep.errors import StoreError
from firststep.knowledge import Profession, counted, every, numeral, phrase
from firststep.records.professional import Near, zip5
from firststep.reports.known.professionals import called, near_as_data, near_as_text
from firststep.store import read_professionals as read

KINDS = tuple(every(Profession))


@click.group("professionals")
def command() -> None:
    """Who may look at a heel: from the public list of NPIs (NPPES), kept on this computer.

    An NPI is no licence, and many massage therapists have none.
    """


@command.command("import")
@click.argument("files", type=click.Path(path_type=Path), nargs=-1, required=True, metavar="FILE...")
def import_(files: tuple[Path, ...]) -> None:
    """Bring in each FILE of the public list.

    That is the whole list (a monthly file), the changes of a week, or the report of given-up NPIs.
    As they were downloaded, zip or not, and with their names, which say of which days they tell. A
    file is kept whole or not at all, and people can use Firststep meanwhile.
    """
    now = datetime.now().astimezone()
    start(now)
    for done in import_professionals(files, now, tell=_tell()):
        click.echo("\n".join(_said(done)))


@command.command("near")
@click.argument("zip_", metavar="ZIP")
@click.option(
    "--within",
    "miles",
    type=click.FloatRange(0, read.FARTHEST),
    default=10.0,
    show_default=True,
    help="Miles.",
)
@click.option(
    "--kind", "kinds", type=click.Choice(KINDS), multiple=True, help="Only these; several may be named."
)
@click.option(
    "--most", type=click.IntRange(1, 500), default=20, show_default=True, help="So many, the nearest."
)
@click.option("--json", "as_json", is_flag=True, help="Print it as data.")
def near(zip_: str, miles: float, kinds: tuple[str, ...], most: int, *, as_json: bool) -> None:
    """Print who is near a ZIP code, the nearest first. Nothing is asked of the network.

    Distance is in a straight line, from the middle of one ZIP code to the middle of the other.
    """
    start(datetime.now().astimezone())
    five = zip5(zip_)
    if not five:
        raise StoreError(f"'{zip_[:20]}' is no ZIP code", mend="write five digits, or nine as 10001-0001")
    found = read.find(five, read.Search(kinds or KINDS, miles, most))
    here = read.directory()
    assert here is not None
    if as_json:
        data = {
            "zip": five,
            "within": miles,
            "until": here.until.isoformat(),
            "near": [near_as_data(one) for one in found.near],
            "more": found.more,
            "unplaced": [near_as_data(Near(one, None)) for one in found.unplaced],
        }
        click.echo(json.dumps(data, indent=2, ensure_ascii=False))
        return
    click.echo("\n".join(_found(found, miles)))


def _found(found: read.Found, miles: float) -> list[str]:
    place = f"{found.place.city}, {found.place.state} {found.place.zip}"
    count, far = len(found.near), numeral(f"{miles:g}")
    if count:
        lines = [counted("finding", "found", count, count=count, miles=far, place=place), ""]
    else:
        lines = [phrase("finding", "found_nobody", miles=far, place=place)]
    lines += near_as_text(found.near)
    if found.more:
        lines += ["", phrase("finding", "others")]
    if found.unplaced:
        lines += [
            "",
            phrase("finding", "unplaced"),
            *near_as_text([Near(one, None) for one in found.unplaced]),
        ]
    return [*lines, "", phrase("finding", "crow"), phrase("finding", "proves_text")]


def _said(done: Imported) -> list[str]:
    """What came of a file, in words."""
    counts = done.counts
    kinds = [
        phrase("finding", "told_kind", name=called((kind,)), count=_number(counts.kept[kind]))
        for kind in KINDS
    ]
    lines = [
        phrase(
            "finding",
            "told_file",
            file=done.file.path.name,
            rows=_number(counts.rows),
            entries=_number(counts.entries),
            kinds=", ".join(kinds),
            gone=_number(counts.gone),
        )
    ]
    if counts.abroad or counts.wrong:
        lines.append(
            phrase("finding", "told_abroad", abroad=_number(counts.abroad), wrong=_number(counts.wrong))
        )
    if done.unplaced:
        lines.append(phrase("finding", "told_unplaced", count=_number(done.unplaced)))
    if done.missing:
        lines.append(phrase("finding", "told_missing"))
    return [*lines, phrase("finding", "told_here", count=_number(done.here.count), day=done.here.until)]


def _number(count: int) -> str:
    return numeral(f"{count:,}")


def _tell() -> Tell | None:
    """How far the reading is, on a terminal that somebody looks at."""
    if not sys.stderr.isatty():
        return None
    last = -1

    def tell(done: int, whole: int) -> None:
        nonlocal last
        percent = min(100, 100 * done // max(whole, 1))
        if percent != last:
            last = percent
            said = phrase("finding", "reading", percent=percent)
            click.echo(f"\r{said}", err=True, nl=percent == 100)  # noqa: PLR2004 - the whole

    return tell
