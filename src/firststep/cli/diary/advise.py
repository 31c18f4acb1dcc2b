"""`firststep advise`: today's draw, from a diary."""

from datetime import datetime
from pathlib import Path

import click

from firststep.care import trial_of
from firststep.intake import read_diary
from firststep.trial import Advice


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--seed", default=0, show_default=True, help="Your number: it fixes every draw. Keep it.")
@click.option(
    "--usual-days",
    default=0.0,
    show_default=True,
    help="Share of days without any of them, 0 to 0.5. One in seven is 0.143.",
)
@click.option("--techniques", help="The techniques, with commas, if the diary does not name them all yet.")
@click.option("--allowed", help="What can be done today, with commas; left out, all of them.")
@click.option(
    "--on",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day, like 2026-11-01; left out, the last day of the diary.",
)
def advise(
    file: Path,
    seed: int,
    usual_days: float,
    techniques: str | None,
    allowed: str | None,
    on: datetime | None,
) -> None:
    """Draw what to do today, from the diary in FILE.

    The draw is random in blocks of three days, or six. What looks better comes more often,
    and everything keeps a chance. Asking twice gives the same answer. Something else is
    fine: write down what you really did. Give the same --seed, --usual-days and
    --techniques every time.
    """
    diary = read_diary(file, techniques=_names(techniques))
    for note in diary.notes:
        click.echo(f"Note: {note}")
    if not diary.techniques:
        raise click.UsageError("The diary names no technique yet. Name them: --techniques a,b,c")
    trial = trial_of(diary, usual_days=usual_days, seed=seed)
    advice = trial.advise(allowed=_names(allowed), on=on.date() if on else None)
    day = (advice.on - advice.block).days + 1
    click.echo(f"{advice.on}, day {day} of {advice.days} of this draw. {advice.words}")
    click.echo(_chances(advice))


def _chances(advice: Advice) -> str:
    listed = ", ".join(f"{name} {chance:.0%}" for name, chance in advice.chances.items())
    rest = f"a rest day {advice.usual_days:.0%}; on the others " if advice.usual_days else ""
    return f"The chances of this draw: {rest}{listed}.\nScores up to {advice.cut_off} were used."


def _names(text: str | None) -> tuple[str, ...] | None:
    return tuple(name.strip() for name in text.split(",")) if text else None
