"""`firststep session`: one technique, step by step."""

import json
import sys
from pathlib import Path

import click

from firststep.care.sessions import MOST_MINUTES, TIMER, Feet, Session, as_plain, script, timer
from firststep.intake.small_text import small_text
from firststep.knowledge.kinds.technique import Technique
from firststep.knowledge.library import one
from firststep.reports.known.hand_out import hand_out

USUAL_MINUTES = 5
"""Of the plain timer, on each side."""


@click.command()
@click.argument("what", metavar="ID")
@click.option(
    "--side",
    type=click.Choice([str(side) for side in Feet]),
    default=str(Feet.RIGHT),
    show_default=True,
    help="Which side. With 'both' the right one comes first.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the session as data.")
@click.option("--print", "on_paper", is_flag=True, help="Print it on one page, to do it without a screen.")
@click.option(
    "--minutes",
    type=click.IntRange(1, MOST_MINUTES),
    metavar="N",
    help="For the timer: minutes on each side, 1 to 10; left out, 5.",
)
@click.option("--no-rests", is_flag=True, help="Leave out the rests between repeats.")
@click.option("--silent", is_flag=True, help="Ring no bell.")
def session(
    what: str,
    side: str,
    as_json: bool,
    on_paper: bool,
    minutes: int | None,
    no_rests: bool,
    silent: bool,
) -> None:
    """Do one technique, step by step.

    ID is a technique, such as tennis-ball; or 'timer', a plain timer for those who roll
    while they read; or a .toml file with a technique of your own.

    It counts down each step, says what to do, and ends with standing up safely. Space
    pauses, n goes to the next step, b goes back, r repeats, q stops. Press x if it hurts.
    Where the answer goes into a file, or with --print, it is one page of plain text.
    """
    technique = None if what == TIMER else _technique(what)
    if technique and minutes is not None:
        raise click.UsageError("--minutes is for the timer. A technique has its own time.")
    made = script(technique, side, without_rests=no_rests) if technique else _timer(minutes, side)
    if as_json:
        click.echo(json.dumps(as_plain(made), indent=2))
    elif on_paper or not sys.stdout.isatty():
        click.echo(hand_out(made, technique), nl=False)
    else:
        _live(made, silent=silent)


def _timer(minutes: int | None, side: str) -> Session:
    return timer(USUAL_MINUTES if minutes is None else minutes, side)


def _technique(what: str) -> Technique:
    """The technique by its id, or from a file of the person's own."""
    if not what.endswith(".toml"):
        return one(Technique, what)
    from firststep.knowledge.own import own_technique  # noqa: PLC0415  (for files of one's own only)

    return own_technique(small_text(Path(what)), name=what)


def _live(made: Session, *, silent: bool) -> None:
    from firststep.cli.known.live import End, farewell, play, terminal  # noqa: PLC0415  (needs a terminal)

    end = End()
    try:
        with terminal(silent=silent) as stage:
            end = play(made, stage)
    except KeyboardInterrupt:
        click.echo()  # after the ^C that the terminal writes
    for line in farewell(made, end):
        click.echo(line)
