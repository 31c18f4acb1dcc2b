"""`firststep plan`: what to compare, what stays the same, and when somebody should look."""

import json
from datetime import date, datetime
from pathlib import Path

import click

from firststep.care.planning.plan import make_plan
from firststep.intake.answers import read_wishes
from firststep.intake.small_text import small_text
from firststep.knowledge import own_technique
from firststep.reports.known.plan import plan_as_data, plan_as_text

ON = click.option(
    "--on",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day that it is made for; left out, today.",
)


def day(on: datetime | None) -> date:
    """The day that was asked for, or today where this computer is."""
    return on.date() if on else datetime.now().astimezone().date()


@click.command()
@click.option(
    "--answers", required=True, type=click.Path(path_type=Path), help="A .toml file with your answers."
)
@click.option(
    "--own",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A .toml file with what somebody taught you; it is suggested first. May be given several times.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the plan as data.")
@ON
def plan(answers: Path, own: tuple[Path, ...], as_json: bool, on: datetime | None) -> None:
    """Suggest what to compare, and what to keep the same.

    The file holds the safety check, the tools at hand, the minutes a day, how long it has
    hurt, and what else is being done. docs/how-to/plan.md shows one.
    """
    today = day(on)
    taught = [own_technique(small_text(file), name=str(file)) for file in own]
    made = make_plan(read_wishes(answers), today, own=taught)
    if as_json:
        click.echo(json.dumps(plan_as_data(made, today), indent=2))
    else:
        click.echo(plan_as_text(made, today), nl=False)
