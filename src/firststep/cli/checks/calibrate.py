"""`firststep calibrate`: what the engine promises, checked on virtual people."""

import sys
from pathlib import Path

import click

from firststep.cohort.many import live_all
from firststep.cohort.rows import ALL
from firststep.cohort.targets import Promise, promises

PEOPLE = 300
MARK = {True: "kept", False: "NOT KEPT", None: "too few"}


@click.command()
@click.option(
    "--people", default=PEOPLE, show_default=True, type=click.IntRange(1), help="People in each row."
)
@click.option(
    "--kept",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A file that keeps each life; the same command goes on from it.",
)
@click.option("--cores", type=click.IntRange(1), help="Processes at once; left out, one for each core.")
def calibrate(people: int, kept: Path | None, cores: int | None) -> None:
    """Check on virtual people what the engine promises.

    They live twelve weeks or more with the engine, which looks every morning. Prints each
    promise, its target, and what came out. With 300 people a row it takes about twenty
    minutes on two cores. The same people come every time.
    """
    tasks = [(row, seed) for row in ALL for seed in range(people)]
    with click.progressbar(length=len(tasks), label="Living", file=sys.stderr) as bar:
        lives = live_all(tasks, kept=kept, cores=cores, told=lambda done, _: bar.update(done - bar.pos))
    by_row = {row: lives[k * people : (k + 1) * people] for k, row in enumerate(ALL)}
    for promise in promises(by_row):
        click.echo(line(promise))


def line(promise: Promise) -> str:
    """A promise as a line to read."""
    return f"{MARK[promise.kept]:8}  {promise.what}: {promise.value} (target: {promise.target})"
