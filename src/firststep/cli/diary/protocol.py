"""`firststep protocol`: what is settled before the first draw, sealed."""

import json
from typing import get_args

import click

from firststep.care import REST_DAYS
from firststep.reports.papers.protocol import protocol_sections, protocol_title
from firststep.reports.papers.sections import sections_as_text
from firststep.trial import Better, Expectation, Question
from firststep.trial import protocol as protocol_of


@click.command()
@click.option("--techniques", required=True, help="The techniques, with commas, in the order of your list.")
@click.option(
    "--question",
    type=click.Choice(get_args(Question)),
    default="which",
    show_default=True,
    help="Does any of it help, or which is best?",
)
@click.option(
    "--usual-days",
    type=float,
    help="Share of days without any of them, 0 to 0.5. Left out: one in seven for 'helps', none for 'which'.",
)
@click.option(
    "--seed", default=0, show_default=True, help="Your number: it fixes every draw. Only its seal is printed."
)
@click.option(
    "--better",
    type=click.Choice(get_args(Better)),
    default="lower",
    show_default=True,
    help="Which way the score is better.",
)
@click.option("--expect", metavar="NAME", help="The technique that you expect to help most.")
@click.option(
    "--by", "points", type=float, metavar="POINTS", help="How many points you expect it to take off."
)
@click.option("--json", "as_json", is_flag=True, help="Print it as data, to keep and to show later.")
def protocol(
    techniques: str,
    question: Question,
    usual_days: float | None,
    seed: int,
    better: Better,
    expect: str | None,
    points: float | None,
    as_json: bool,
) -> None:
    """Write down what is settled before the first draw.

    Print it before you begin, keep it, and give its digest to somebody else. Then anyone can
    tell later whether a rule or a number was changed, and 'firststep conduct' holds your
    diary against it.
    """
    if points is not None and expect is None:
        raise click.UsageError("--by needs --expect: which technique is expected to take so much off?")
    if usual_days is None:
        usual_days = REST_DAYS if question == "helps" else 0.0
    sealed = protocol_of(
        [name.strip() for name in techniques.split(",")],
        question=question,
        usual_days=usual_days,
        better=better,
        seed=seed,
        expects=Expectation(expect, points) if expect else None,
    )
    if as_json:
        click.echo(json.dumps(sealed.as_plain(), indent=2))
        return
    click.echo(sections_as_text(protocol_title(sealed), protocol_sections(sealed)), nl=False)
