"""`firststep analyse`: what the mornings of a diary show."""

import json
import sys
from pathlib import Path
from typing import get_args

import click

from firststep.care import ArmOf, View, loaded, loads_of, seen
from firststep.errors import MissingExtraError
from firststep.intake import read_diaries
from firststep.records import Diary
from firststep.reports.content import report
from firststep.reports.data import as_data
from firststep.reports.loads import said
from firststep.reports.text import as_text, second_as_text
from firststep.trial import Better, Findings, SecondLook


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the findings as data.")
@click.option(
    "--plot", type=click.Path(path_type=Path), help="Draw the findings into this .svg or .png file."
)
@click.option(
    "--better",
    type=click.Choice(get_args(Better)),
    help="Which way the score is better. A diary of ours knows: pain is better lower.",
)
@click.option(
    "--arm-of",
    type=click.Choice([str(kind) for kind in ArmOf]),
    default=str(ArmOf.DAY_BEFORE),
    show_default=True,
    help="Which day's doing a score is compared by.",
)
@click.option(
    "--view",
    type=click.Choice([str(view) for view in View]),
    default=str(View.AS_DONE),
    show_default=True,
    help="Count what was done, or what the column 'advised' says, or leave out what the priors lend.",
)
@click.option("--question", help="Which question or rating is the score, where a file has several.")
@click.option("--techniques", help="The techniques, with commas; any other name is then refused.")
def analyse(
    file: Path,
    as_json: bool,
    plot: Path | None,
    better: Better | None,
    arm_of: str,
    view: str,
    question: str | None,
    techniques: str | None,
) -> None:
    """Say what the mornings in FILE show.

    FILE is a diary (date,pain,did), a StudyU export, or a log of ratings. In a diary,
    'did' is what was done later on the day of its row: names with ';' between several,
    'none' for nothing, empty for not told. With a column 'steps' a second look follows: whether
    mornings are worse after days with more of them. It decides nothing.
    """
    alignment, way = ArmOf(arm_of), View(view)
    known = tuple(name.strip() for name in techniques.split(",")) if techniques else None
    diaries = read_diaries(file, question=question, techniques=known)
    people = [(diary, seen(diary, way, better=better, arm_of=alignment)) for diary in diaries]
    if plot:
        _draw(people, alignment, plot)
    seconds = [_second(diary, findings, alignment, view=way) for diary, findings in people]
    if as_json:
        click.echo(json.dumps(as_data(people, alignment, way, seconds=seconds), indent=2))
        return
    colour = sys.stdout.isatty()
    for number, ((diary, findings), second) in enumerate(zip(people, seconds, strict=True)):
        if number:
            click.echo()
        click.echo(as_text(report(diary, findings, alignment, view=way), colour=colour), nl=False)
        if second is not None:
            about = said(second, arm_of=alignment)
            click.echo("\n" + second_as_text(about, colour=colour), nl=False)
    if plot:
        click.echo(f"\nDrawn: {plot}")


def _second(diary: Diary, first: Findings, arm_of: ArmOf, *, view: View) -> SecondLook | None:
    """A second look where the diary tells a load."""
    loads = loads_of(diary)
    return loaded(first, loads, arm_of=arm_of, neutral=view is View.NEUTRAL) if loads else None


def _draw(people: list[tuple[Diary, Findings]], arm_of: ArmOf, path: Path) -> None:
    try:
        from firststep.reports.picture import draw  # noqa: PLC0415  (a second to load, for pictures only)
    except ImportError as fault:
        raise MissingExtraError(
            "drawing needs matplotlib, which is not installed", mend="pip install 'firststep[plot]'"
        ) from fault
    draw(people, arm_of, path)
