"""`firststep conduct`: how a diary was kept and what it shows, item by item."""

import json
from pathlib import Path

import click

from firststep.care import account
from firststep.errors import IntakeError
from firststep.intake import read_diary
from firststep.reports.papers.conduct import conduct_sections, conduct_title
from firststep.reports.papers.sections import sections_as_data, sections_as_text
from firststep.trial import Protocol


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--protocol",
    "sealed",
    type=click.Path(path_type=Path),
    help="The file that 'firststep protocol --json' printed before the start.",
)
@click.option("--seed", type=int, help="The seed, to show that it is the one that was sealed.")
@click.option("--json", "as_json", is_flag=True, help="Print the items as data.")
def conduct(file: Path, sealed: Path | None, seed: int | None, as_json: bool) -> None:
    """Give an account of the diary in FILE, item by item.

    It follows the items that reports of trials with one person are asked for: the periods in
    their order, what was done against what was drawn, missed mornings, every outcome with
    its interval, changes to the protocol, and the limits. What is not known is said to be
    not recorded. Draws are read from the column 'advised'.
    """
    if seed is not None and not sealed:
        raise click.UsageError("--seed needs --protocol: the seal is in the protocol")
    told = account(read_diary(file), protocol=_read(sealed) if sealed else None, seed=seed)
    title, sections = conduct_title(told), conduct_sections(told)
    if as_json:
        click.echo(json.dumps(sections_as_data(title, sections), indent=2))
        return
    click.echo(sections_as_text(title, sections), nl=False)


def _read(path: Path) -> Protocol:
    """The sealed protocol in a file. TrialError where it was changed since."""
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        raise IntakeError(
            "the protocol cannot be read",
            where=path.name,
            mend="give the file that 'firststep protocol --json' printed",
        ) from fault
    return Protocol.from_plain(stored, where=path.name)
