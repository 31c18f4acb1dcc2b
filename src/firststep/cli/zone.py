"""The option `--zone`: where the person lives, for files that have times in UTC only."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click


def _zone(_: click.Context, __: click.Parameter, name: str | None) -> ZoneInfo | None:
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise click.BadParameter(f"there is no time zone '{name}'; write it as 'Europe/Madrid'") from None


ZONE = click.option(
    "--zone", callback=_zone, metavar="NAME", help="Your time zone, as 'Europe/Madrid', for times in UTC."
)
