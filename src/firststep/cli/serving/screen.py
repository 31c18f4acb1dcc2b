"""What the terminal shows when Firststep is served: at most 24 lines of 80 signs for one person."""

import os
import sys
import textwrap
from collections.abc import Iterable, Sequence
from itertools import zip_longest

import click

from firststep.nearby import qr
from firststep.nearby.phones import Phones

WIDTH = 80
Codes = Sequence[tuple[str, str]]
"""(whose, code); '' is a new person."""


def say_where(address: str, codes: Codes) -> None:
    """The address, and everybody's code."""
    click.echo(f"Firststep is at {address}/")
    for name, code in codes:
        click.echo(f"Code for {name or 'a new person'}: {code}")
        click.echo(f"   or open {address}/pair/?code={code}")


def say_how_phones_come_in(phones: Phones, codes: Codes) -> None:
    """What to scan next: how to trust this computer; once a phone has, what opens the pages."""
    if not phones.host:
        click.echo("This computer is in no home network now, so phones cannot reach it.")
    elif phones.reached and len(codes) == 1:
        ((name, code),) = codes
        beside_qr(pairing(phones.address, code), _then(phones, name))
    else:
        beside_qr(phones.trust_address, _first(phones))


def say_moved(phones: Phones) -> None:
    """The address changed while it runs."""
    if phones.host:
        click.echo(f"This computer's address changed. Phones now open {phones.address}")


def pairing(address: str, code: str) -> str:
    """What opens somebody's pages on a phone. What stands behind the # is sent to nobody."""
    return f"{address}/pair/#{code}"


def beside_qr(content: str, words: Iterable[str]) -> None:
    """A QR code with words beside it; without a terminal that shows one, the words alone."""
    lines = qr.in_terminal(content, coloured="NO_COLOR" not in os.environ) if shows_drawings() else []
    left = qr.width(content) if lines else 0
    room = WIDTH - left - 3
    said = [piece for word in words for piece in textwrap.wrap(word, room, break_on_hyphens=False) or [""]]
    for drawn, text in zip_longest(lines, said, fillvalue=""):
        click.echo(f"{drawn or ' ' * left}{'  ' if left else ''}{text}".rstrip(), color=True)


def shows_drawings() -> bool:
    """Whether the terminal can show a QR code."""
    blocks = (sys.stdout.encoding or "").lower().startswith("utf")
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb" and blocks


def _first(phones: Phones) -> list[str]:
    return [
        "On a phone in the same network:",
        "1. Scan this with its camera, or open",
        f"   {phones.trust_address}",
        "2. Follow the pictures, once for each phone.",
        "3. Tap 'Open Firststep', and type the code.",
        "",
        *_fingerprint(phones),
    ]


def _then(phones: Phones, name: str) -> list[str]:
    opens = f"{name}'s pages there, once" if name else "Firststep there, once, for a new person"
    return [
        f"On a phone in the same network, scan this: it opens {opens}.",
        "",
        "A phone that was never here first opens",
        phones.trust_address,
        "",
        *_fingerprint(phones),
    ]


def _fingerprint(phones: Phones) -> list[str]:
    groups = phones.authority.fingerprint.split()
    return ["Fingerprint, to compare on the phone:", " ".join(groups[:8]), " ".join(groups[8:])]
