"""`firststep simulate`: virtual people who live with the engine, as diaries with their truth."""

from pathlib import Path

import click

from firststep.cohort.diaries import TRUTH, write_diaries
from firststep.cohort.kinds import KINDS
from firststep.cohort.lived import Row
from firststep.trial.yardsticks import FOUND_AT, MOST_TECHNIQUES, MOST_USUAL_DAYS


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--people", default=10, show_default=True, type=click.IntRange(1), help="How many.")
@click.option(
    "--first", default=0, show_default=True, type=click.IntRange(0), help="Number of the first one."
)
@click.option(
    "--kind", default="plain", show_default=True, type=click.Choice(sorted(KINDS)), help="Of which kind."
)
@click.option("--mornings", default=84, show_default=True, type=click.IntRange(14), help="For how long.")
@click.option(
    "--techniques",
    default=4,
    show_default=True,
    type=click.IntRange(1, MOST_TECHNIQUES),
    help="How many each compares.",
)
@click.option(
    "--apart", default=0.6, show_default=True, type=click.FloatRange(0), help="Sd of the true effects."
)
@click.option("--common", default=-0.3, show_default=True, help="Mean of the true effects, points.")
@click.option(
    "--usual-days",
    default=0.0,
    show_default=True,
    type=click.FloatRange(0, MOST_USUAL_DAYS),
    help="Share of days without any.",
)
def simulate(
    folder: Path,
    people: int,
    first: int,
    kind: str,
    mornings: int,
    techniques: int,
    apart: float,
    common: float,
    usual_days: float,
) -> None:
    """Make virtual people up and let them live with the engine, into FOLDER.

    Each gets a diary, person-0000.csv and so on, that 'firststep analyse' reads, and a line
    in truth.jsonl with the effects that were put in. The same person has the same life every
    time. What a stop leaves undone, the same command goes on with.
    """
    if techniques == 1 and not usual_days:
        raise click.UsageError("One technique alone needs rest days: give --usual-days too.")
    row = Row(kind, apart, common, techniques, usual_days, mornings)
    seeds = range(first, first + people)
    with click.progressbar(length=people, label="Living") as bar:
        lines = write_diaries(row, seeds, folder, told=lambda done, _: bar.update(done - bar.pos))
    found = sum(str(FOUND_AT) in line["found"] for line in lines)
    click.echo(f"{people} people of kind '{kind}' are in {folder}; the truth is in {TRUTH}.")
    click.echo(
        f"'found' was said to {found} of them in {mornings} mornings, 'no-difference' to "
        f"{sum(line['alike'] is not None for line in lines)}."
    )
