"""Writes docs/reference/cli.md from the command itself: `make reference`."""

from pathlib import Path

import click

from firststep.cli.main import cli

TARGET = Path(__file__).with_name("cli.md")


def page() -> str:
    """The help of the command and of each of its parts, as Markdown."""
    parts = ["# The command", "", "Written by `make reference` from the command's own help."]
    top = click.Context(cli, info_name="firststep", **cli.context_settings)
    parts += _section(cli, top)
    for name in cli.list_commands(top):
        command = cli.get_command(top, name)
        assert command is not None
        parts += _all_of(command, click.Context(command, info_name=name, parent=top))
    return "\n".join(parts) + "\n"


def _all_of(command: click.Command, context: click.Context) -> list[str]:
    """A command, and the commands below it."""
    parts = _section(command, context)
    below = command.commands if isinstance(command, click.Group) else {}
    for name, one in below.items():
        parts += _section(one, click.Context(one, info_name=name, parent=context))
    return parts


def _section(command: click.Command, context: click.Context) -> list[str]:
    context.terminal_width = context.max_content_width = 96
    return ["", f"## `{context.command_path}`", "", "```", command.get_help(context), "```"]


if __name__ == "__main__":
    TARGET.write_text(page())
