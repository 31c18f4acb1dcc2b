"""What of the page for a visit is meant: its sections and the heel."""

from collections.abc import Callable
from typing import Any

import click

from firststep.records import Foot
from firststep.reports.visit import Section, sections_of


def of_page(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options `--sections` and `--foot`."""
    foot = click.option(
        "--foot", type=click.Choice([str(one) for one in Foot]), help="Left out, the one last told about."
    )
    sections = click.option(
        "--sections",
        default=",".join(Section),
        show_default=True,
        metavar="LIST",
        help="What stands on it, with commas between.",
    )
    return sections(foot(command))


def sections_named(text: str) -> tuple[Section, ...]:
    """The sections of a list with commas between. OutputError names the first that there is not."""
    return sections_of(name.strip() for name in text.split(",") if name.strip())
