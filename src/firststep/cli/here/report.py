"""`firststep report`: the page for a visit."""

from datetime import datetime
from pathlib import Path

import click

from firststep.actions.gather import gather
from firststep.cli.here.of_page import of_page, sections_named
from firststep.cli.here.whom import whom
from firststep.errors import OutputError
from firststep.records import Foot
from firststep.reports.files import Format, Paper, file_of


@click.command("report")
@click.option(
    "--format",
    "format_",
    type=click.Choice([str(one) for one in Format]),
    help="Left out, by the ending of FILE, else text.",
)
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help="Left out, it is printed.")
@of_page
@click.option(
    "--paper",
    type=click.Choice([str(one) for one in Paper]),
    default=str(Paper.A4),
    show_default=True,
    help="Of a PDF.",
)
@click.option("--person", metavar="NAME", help="Whose; left out, the only person here.")
def command(
    format_: str | None, out: Path | None, sections: str, foot: str | None, paper: str, person: str | None
) -> None:
    """Write the page that a doctor or a therapist reads.

    What happened, what was tried and with what effect, what went before, other care, the safety
    check and questions for the visit, on one page.
    """
    asked = sections_named(sections)
    who, now = whom(person).id, datetime.now().astimezone()
    known = gather(who, now, Foot(foot) if foot else None)
    as_ = _format(format_, out)
    made = file_of(known, asked, as_, person=who, made=now, paper=Paper(paper))
    if out is None:
        click.echo(made, nl=False)
        return
    try:
        with out.open("xb") as target:
            target.write(made)
    except OSError as fault:
        raise OutputError(
            f"the page cannot be written ({fault.strerror})", where=str(out), mend="give another name"
        ) from fault
    click.echo(f"The page is in {out}")


def _format(asked: str | None, out: Path | None) -> Format:
    endings = {".pdf": Format.PDF, ".html": Format.HTML, ".htm": Format.HTML, ".json": Format.FHIR}
    if asked:
        return Format(asked)
    return endings.get(out.suffix.lower(), Format.TEXT) if out else Format.TEXT
