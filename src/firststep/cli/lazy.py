"""Commands that load only when they are called, so that `firststep analyse` needs no web extra."""

import atexit
import os
import shutil
import tempfile
from importlib import import_module
from types import ModuleType

import click

from firststep.errors import MissingExtraError

HERE = {
    "serve": ("serve", "Open Firststep in the browser, on this computer."),
    "demo": ("demo", "Show somebody made up, with twelve weeks of mornings."),
    "teach": ("teach", "Add a technique that somebody taught you."),
    "share": ("share", "Let somebody read a page, by a SMART Health Link."),
    "pair": ("pair", "Print a code that pairs a browser."),
    "report": ("report", "Write the page that a doctor or a therapist reads."),
    "export": ("export", "Write everything of one person into a zip file."),
    "import": ("bring_in", "Bring in what was exported elsewhere."),
    "professionals": ("professionals", "Who may look at a heel, and how far away they are."),
    "backup": ("backup", "Copy the whole installation into one file."),
    "restore": ("restore", "Put a backup back."),
    "delete": ("delete", "Delete everything of one person."),
    "doctor": ("doctor", "Look whether all is well with this installation."),
}
"""Commands over what is kept on this computer: the module of each, and what it does."""

PARTS = {
    "What is known, and what fits you": ("library", "plan", "screen", "session"),
    "From your files": ("advise", "analyse", "conduct", "protocol", "triggers"),
    "For whoever checks the engine": ("calibrate", "simulate"),
}
"""The headings of the help, and the commands under each."""


class Commands(click.Group):
    """The commands of `firststep`; those over what is kept load Django when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, those for files first."""
        return [*super().list_commands(ctx), *HERE]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command; for those over what is kept, with Django set up."""
        if cmd_name not in HERE:
            return super().get_command(ctx, cmd_name)
        if cmd_name == "doctor":  # it has to work where Django does not
            doctor: click.Command = import_module("firststep.cli.doctor.command").command
            return doctor
        if cmd_name == "demo":
            _elsewhere()
        command: click.Command = here(HERE[cmd_name][0], wants=f"'{cmd_name}'").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list in the help, without loading what it lists."""
        own = [(name, super(Commands, self).get_command(ctx, name)) for name in super().list_commands(ctx)]
        for title, names in PARTS.items():
            listed = [(name, command) for name, command in own if command and name in names]
            with formatter.section(title):
                formatter.write_dl([(name, command.get_short_help_str(80)) for name, command in listed])
        with formatter.section("On this computer, in the browser"):
            formatter.write_dl([(name, does) for name, (_, does) in HERE.items()])


def here(module: str, *, wants: str) -> ModuleType:
    """A module of `cli.here`, with Django set up. MissingExtraError says what wants it."""
    try:
        django = import_module("django")
    except ImportError as fault:
        raise MissingExtraError(
            f"{wants} needs the web extra, which is not installed", mend="pip install 'firststep[web]'"
        ) from fault
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "firststep.settings")
    os.umask(0o077)  # whatever is written is for its owner's eyes
    django.setup()
    return import_module(f"firststep.cli.here.{module}")


def _elsewhere() -> None:
    """A folder of its own for somebody made up, gone when the program ends."""
    folder = tempfile.mkdtemp(prefix="firststep-demo-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for name in ("FIRSTSTEP_DATABASE", "FIRSTSTEP_ORIGIN"):
        os.environ.pop(name, None)
    os.environ |= {"FIRSTSTEP_HOME": folder, "FIRSTSTEP_DEMO": "1"}
