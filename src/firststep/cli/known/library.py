"""`firststep library`: what is known, shown and checked."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from firststep.cli.known.plan import ON, day
from firststep.errors import KnowledgeError
from firststep.intake.small_text import small_text
from firststep.knowledge import FOLDERS, Technique, Thing, every, one, own_technique, problems
from firststep.knowledge.library import source_text
from firststep.reports.known.library import library_as_data, sayings_as_data, technique_as_data
from firststep.reports.known.library_text import (
    library_as_text,
    sayings_as_text,
    technique_as_text,
    thing_as_data,
    thing_as_text,
)

SAID = "said"
"""What 'show' calls the page of what is said and what is known."""


@click.group(invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="Print it as data.")
@click.pass_context
def library(context: click.Context, as_json: bool) -> None:
    """Show what is known: techniques, tools, questions, sources.

    Without a command it lists the techniques.
    """
    if context.invoked_subcommand:
        return
    data = library_as_data()
    _print(data, library_as_text, as_json=as_json)


@library.command()
@click.argument("what", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="Print it as data.")
@click.option("--toml", "as_file", is_flag=True, help="Print its file, as a start for one of your own.")
def show(what: str, as_json: bool, as_file: bool) -> None:
    """Show one thing in full.

    ID is a technique, such as tennis-ball, or any other thing, such as screening/diabetes
    or sources/landorf-2010; 'sources' alone lists them. 'said' shows what is said of heels
    and what is known.
    """
    if what == SAID:
        _print(sayings_as_data(), sayings_as_text, as_json=as_json)
        return
    folder = next((kind for kind, name in FOLDERS.items() if name == what), None)
    if folder:
        _print(list(every(folder)), list, as_json=as_json)
        return
    kind, id_ = _kind(what)
    thing = one(kind, id_)
    if as_file:
        click.echo(source_text(kind, id_), nl=False)
    elif isinstance(thing, Technique):
        _print(technique_as_data(thing), technique_as_text, as_json=as_json)
    elif as_json:
        click.echo(json.dumps(thing_as_data(thing), indent=2, default=str))
    else:
        click.echo("\n".join(thing_as_text(thing)))


@library.command()
@click.argument("file", required=False, type=click.Path(path_type=Path))
@ON
def check(file: Path | None, on: datetime | None) -> None:
    """Check every file, or FILE with a technique of your own.

    It names the file and the line of whatever is wrong: an unknown key, an id that is not
    there, a claim without a source, a review that is overdue.
    """
    if file:
        mine = own_technique(small_text(file), name=str(file))
        click.echo(f"{file}: all well.\n{mine.name}, taught by {mine.taught_by}: {mine.id}")
        return
    found = problems(day(on))
    for problem in found:
        click.echo(str(problem))
    if found:
        overdue = sum(problem.overdue for problem in found)
        raise KnowledgeError(
            f"{len(found)} found, {overdue} of them overdue reviews", mend="see the lines above"
        )
    unreviewed = sum(not thing.review.done for kind in FOLDERS for thing in every(kind).values())
    total = sum(len(every(kind)) for kind in FOLDERS)
    click.echo(f"{total} files: all well. {unreviewed} of them nobody has reviewed yet.")


def _kind(what: str) -> tuple[type[Thing], str]:
    """The kind and the id of 'tools/tennis-ball', or of the first thing called so."""
    folder, _, id_ = what.rpartition("/")
    kinds = {name: kind for kind, name in FOLDERS.items()}
    if folder and folder not in kinds:
        raise KnowledgeError(f"there is no folder '{folder[:40]}'", mend=f"use one of: {', '.join(kinds)}")
    if folder:
        return kinds[folder], id_
    return next((kind for kind in FOLDERS if id_ in every(kind)), Technique), id_


def _print(data: Any, as_text: Callable[[Any], list[str]], *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(data, indent=2))
        return
    click.echo("\n".join(as_text(data)).strip("\n"))
