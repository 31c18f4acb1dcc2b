"""`firststep triggers`: what changed before the pain began, against one's own earlier weeks."""

import json
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from firststep.care.load import LoadDay, load_days
from firststep.care.triggers import around
from firststep.cli.zone import ZONE
from firststep.intake.activity import read_activity
from firststep.intake.told_before import read_told
from firststep.records.triggers import Onset, Told
from firststep.records.triggers_plain import MOST_WITHIN
from firststep.reports.known.brought import passed_over
from firststep.reports.triggers import triggers_as_data, triggers_as_text

DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option("--onset", type=DAY, metavar="DATE", required=True, help="The first morning of the pain.")
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
@ZONE
@click.option("--json", "as_json", is_flag=True, help="Print it as data, with what is needed to draw it.")
def triggers(
    files: tuple[Path, ...],
    onset: datetime,
    about: int,
    flares: tuple[datetime, ...],
    shoes: Path | None,
    zone: ZoneInfo | None,
    as_json: bool,
) -> None:
    """Say what changed before the pain began.

    The files hold your days: steps, walks and runs. Each run-up is compared with your own
    other days of two years. What stands out went before the pain; it need not be its cause.
    """
    told = read_told(shoes) if shoes else Told()
    onsets = (
        Onset(on=onset.date(), within=about),
        *(Onset(on=flare.date(), flare=True) for flare in flares),
    )
    found = around(_days(files, zone), replace(told, onsets=(*told.onsets, *onsets)))
    if as_json:
        click.echo(json.dumps(triggers_as_data(found), indent=2))
    else:
        click.echo(triggers_as_text(found), nl=False)


def _days(files: tuple[Path, ...], zone: ZoneInfo | None) -> tuple[LoadDay, ...]:
    """The days of all files together, whatever kinds they are; what is passed over is said."""
    found = [read_activity(path, zone=zone) for path in files]
    for one in found:
        for line in one.skipped:
            click.echo(passed_over(**asdict(line)), err=True)
    return load_days(row for one in found for row in one.days)
