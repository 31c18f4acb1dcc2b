"""`firststep doctor`: what is wrong with this installation, and how to mend it."""

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from importlib import import_module
from typing import Any

import click

from firststep.cli.doctor import machine, settings
from firststep.cli.doctor.finding import Finding, State, look

MACHINE = (machine.python, machine.packages, machine.clock, machine.time_zones)
ROOMS = {
    "folder": ("home", "keys", "room", "watched"),
    "kept": ("database", "static_files"),
    "serving": ("answers", "trust"),
}
"""What is looked at once the settings could be read: modules beside this one, and their checks."""


@click.command("doctor")
@click.option("--json", "as_json", is_flag=True, help="As data, for programs.")
@click.option(
    "--alive", is_flag=True, help="Only ask whether it is served now: exit code 0 or 1, and no word."
)
def command(*, as_json: bool, alive: bool) -> None:
    """Look whether all is well with this installation, and say how to mend what is not.

    Nothing is changed, and nothing that anyone told is read. The exit code is 0 when nothing
    is wrong; what is only worth knowing is a note.
    """
    if alive:
        sys.exit(settings.read() != [] or not _part("serving").is_alive())
    findings = [*_findings()]
    if as_json:
        click.echo(json.dumps(_data(findings), indent=2))
    else:
        for finding in findings:
            click.echo("\n".join(_lines(finding)))
        click.echo(_sum(findings))
    sys.exit(_wrong(findings) > 0)


def _findings() -> Iterator[Finding]:
    yield from look(MACHINE)
    hindered = settings.read()
    yield from hindered
    if import_module("django.apps").apps.ready if "django" in sys.modules else False:
        yield from look([settings.origin] if not hindered else [])
        yield from look(getattr(_part(name), check) for name, checks in ROOMS.items() for check in checks)
        yield from look([_part("folder").backup])


def _part(name: str) -> Any:
    return import_module(f"firststep.cli.doctor.{name}")


def _lines(finding: Finding) -> Iterator[str]:
    yield f"{finding.state:<6} {finding.says[0].upper()}{finding.says[1:]}"
    if finding.where:
        yield f"       where: {finding.where}"
    if finding.mend:
        yield f"       to mend it: {finding.mend}"


def _wrong(findings: list[Finding]) -> int:
    return sum(finding.state == State.WRONG for finding in findings)


def _sum(findings: list[Finding]) -> str:
    wrong = _wrong(findings)
    return f"{wrong} {'thing is' if wrong == 1 else 'things are'} wrong." if wrong else "Nothing is wrong."


def _data(findings: list[Finding]) -> dict[str, Any]:
    return {"well": _wrong(findings) == 0, "findings": [asdict(finding) for finding in findings]}
