"""`firststep triggers`: what changed before the pain began, against one's own earlier weeks."""

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from firststep.care.load import LoadDay, load_days
from firststep.care.triggers import around
from firststep.cli.lazy import here
from firststep.cli.zone import ZONE
from firststep.errors import RecordError
from firststep.intake.activity import read_activity
from firststep.intake.told_before import read_told
from firststep.records.triggers import Onset, Told
from firststep.records.triggers_plain import MOST_WITHIN
from firststep.reports.known.brought import passed_over
from firststep.reports.triggers import triggers_as_data, triggers_as_text

DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE]...", type=click.Path(path_type=Path))
@click.option("--onset", type=DAY, metavar="DATE", help="The first morning of the pain.")
@click.option(
    "--about",
    type=click.IntRange(0, MOST_WITHIN),
    default=0,
    metavar="DAYS",
    help="The onset may have been so many days earlier or later.",
)
@click.option(
    "--flare",
    "flares",
    type=DAY,
    metavar="DATE",
    multiple=True,
    help="A morning on which it became clearly worse again. May be given several times.",
)
@click.option(
    "--shoes",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A .toml file with shoes, hours on your feet and other events; see docs/how-to/triggers.md.",
)
@click.option("--person", metavar="NAME", help="Whose days, without a FILE; left out, the only person here.")
@ZONE
@click.option("--json", "as_json", is_flag=True, help="Print it as data, with what is needed to draw it.")
def triggers(
    files: tuple[Path, ...],
    onset: datetime | None,
    about: int,
    flares: tuple[datetime, ...],
    shoes: Path | None,
    person: str | None,
    zone: ZoneInfo | None,
    as_json: bool,
) -> None:
    """Say what changed before the pain began.

    The files hold your days: steps, walks and runs. Without one, the days and what was told in the
    browser are taken from this computer. Each run-up is compared with your own other days of two
    years. What stands out went before the pain; it need not be its cause.
    """
    onsets = (
        *((Onset(on=onset.date(), within=about),) if onset else ()),
        *(Onset(on=flare.date(), flare=True) for flare in flares),
    )
    if files:
        days, told = _days(files, zone), [Told()]
    else:
        days, told = here("before", wants="'triggers' without a file").before(person)
    by_hand = read_told(shoes) if shoes else Told()
    found = [one for each in _all(told, by_hand, onsets) for one in around(days, each)]
    if not found:
        raise RecordError(
            "when the pain began is not known",
            mend="give --onset DATE, or tell it in the browser under 'What set it off?'",
        )
    if as_json:
        click.echo(json.dumps(triggers_as_data(found), indent=2))
    else:
        click.echo(triggers_as_text(found), nl=False)


def _all(told: list[Told], by_hand: Told, onsets: tuple[Onset, ...]) -> list[Told]:
    """What is kept for each heel; where an onset or a file is given, that is looked at instead."""
    if not onsets and by_hand == Told():
        return told
    kept = told[0] if told else Told()
    said = kept if by_hand == Told() else by_hand
    return [replace(said, onsets=(*by_hand.onsets, *onsets) or said.onsets)]


def _days(files: tuple[Path, ...], zone: ZoneInfo | None) -> tuple[LoadDay, ...]:
    """The days of all files together, whatever kinds they are; what is passed over is said."""
    found = [read_activity(path, zone=zone) for path in files]
    for one in found:
        for line in one.skipped:
            click.echo(passed_over(line.where, line.why, line.times), err=True)
    return load_days(row for one in found for row in one.days)
