"""`firststep screen`: the safety check, asked here or answered in a file."""

import json
import sys
from pathlib import Path

import click

from firststep.care import cards, is_safe, screen
from firststep.errors import IntakeError
from firststep.intake.answers import read_wishes
from firststep.knowledge import Card, Outcome, SafetyQuestion, offered, words
from firststep.records import Answer
from firststep.records.wishes import Wishes
from firststep.reports.known.page import paragraph
from firststep.reports.known.safety import safety_as_data
from firststep.reports.known.safety_text import safety_as_text


@click.command(name="screen")
@click.option("--answers", type=click.Path(path_type=Path), help="A .toml file with your answers.")
@click.option("--json", "as_json", is_flag=True, help="Print what follows as data.")
def screen_(answers: Path | None, as_json: bool) -> None:
    """Check whether somebody should look first.

    It asks a few cards: type the numbers of what is so, with a question mark for what you
    are not sure of, or just press Enter for none of these. Or give the answers in a file,
    in the form that docs/how-to/plan.md shows. It never says what you have.
    """
    wishes = read_wishes(answers) if answers else Wishes(answers=_asked())
    data = safety_as_data(screen(wishes.answers, tools=wishes.tools), country=wishes.country)
    if as_json:
        click.echo(json.dumps(data, indent=2))
    else:
        click.echo("\n".join(["", *safety_as_text(data)] if not answers else safety_as_text(data)))


def _asked() -> dict[str, Answer]:
    """Ask card by card. A warning that cannot wait ends it."""
    if not sys.stdin.isatty():
        raise IntakeError(
            "the questions cannot be asked here", mend="use a terminal, or give --answers FILE.toml"
        )
    answers: dict[str, Answer] = {}
    shown: set[str] = set()
    click.echo("\n".join(paragraph(words()["safety"]["lead"])), err=True)
    while True:
        left = [(card, asked) for card, asked in cards(answers, offered()) if card.id not in shown]
        if not left:
            return answers
        card, asked = left[0]
        shown.add(card.id)
        answers |= _ask(card, asked)
        if any(q.outcome is Outcome.CARE_NOW and not is_safe(q, answers[q.id]) for q in asked):
            return answers


def _ask(card: Card, asked: tuple[SafetyQuestion, ...]) -> dict[str, Answer]:
    click.echo("\n".join(["", *paragraph(" ".join(filter(None, (card.title, card.help))))]), err=True)
    for number, question in enumerate(asked, start=1):
        mark = f"{number:2} "
        text = f"{question.asks} ({question.help})" if question.help else question.asks
        click.echo("\n".join(paragraph(text, first=mark, indent=" " * len(mark))), err=True)
    while True:
        typed = click.prompt(words()["safety"]["typed"], default="", show_default=False, err=True)
        try:
            ticked = dict(_ticked(part, len(asked)) for part in typed.replace(",", " ").split())
        except ValueError:
            click.echo(words()["safety"]["typed_wrong"].format(most=len(asked)), err=True)
            continue
        return {q.id: ticked.get(number, Answer.NO) for number, q in enumerate(asked, start=1)}


def _ticked(part: str, most: int) -> tuple[int, Answer]:
    """'3' is yes to the third, '3?' not sure of it. ValueError for anything else."""
    number = int(part.removesuffix("?"))
    if not 1 <= number <= most:
        raise ValueError(part)
    return number, Answer.UNSURE if part.endswith("?") else Answer.YES
