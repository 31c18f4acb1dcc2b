"""How phones reach this computer, and what vouches for it."""

import ssl
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from firststep.errors import StoreError
from firststep.nearby.addresses import is_a_name_at_home, is_near, own_addresses, own_name
from firststep.nearby.authority import names_of
from firststep.nearby.keeping import RENEW, certificate_in, keep_authority, keep_certificate

FOLDER = "phones"
"""The folder of an installation that holds what phones trust."""

REACHED = "reached"
MOST_NAMES = 8
"""So many addresses a certificate remembers, of those that this computer had."""


class Phones:
    """The address for phones as it is now, and a certificate that fits it whenever one connects.

    given
        What phones are to call this computer: an address or a name; '' to find it.
    """

    def __init__(self, home: Path, now: Callable[[], datetime], *, given: str = "", port: int = 0) -> None:
        self.folder, self.port = home / FOLDER, port
        self._now, self._given = now, _checked(given)
        self._turn = threading.Lock()
        self._context: ssl.SSLContext | None = None
        self._until = now()
        self.authority = keep_authority(self.folder, own_name().removesuffix(".local"), now())
        kept = certificate_in(self.folder)
        self._names = names_of(kept) if kept else frozenset[str]()
        self.context()

    @property
    def host(self) -> str:
        """What a phone calls this computer now; '' where it is in no network of its own."""
        return self._given or next(iter(own_addresses()), "")

    @property
    def address(self) -> str:
        """Where a phone that trusts this computer opens Firststep; '' where none can reach it."""
        return f"https://{self.host}:{self.port}" if self.host else ""

    @property
    def trust_address(self) -> str:
        """Where a phone learns to trust this computer. Nothing else is there."""
        return f"http://{self.host}:{self.port}" if self.host else ""

    @property
    def names(self) -> frozenset[str]:
        """Every address and name by which phones may ask."""
        return self._names

    @property
    def reached(self) -> bool:
        """Whether any phone has come in before, so that its trust need not be explained first."""
        return (self.folder / REACHED).exists()

    def note_reached(self) -> None:
        """A phone came in."""
        if not self.reached:
            (self.folder / REACHED).touch(mode=0o600)

    def context(self, met_at: str = "") -> ssl.SSLContext:
        """What encrypts a connection: with a certificate for the address that a phone met us at.

        It is made anew when the address is not in it yet, and in good time before its end.
        """
        with self._turn:
            wanted = {own_name(), self.host, met_at} - {""}
            if self._context is None or not wanted <= self._names or self._now() >= self._until:
                self._renew(wanted)
            assert self._context is not None
            return self._context

    def _renew(self, wanted: set[str]) -> None:
        remembered = sorted(self._names - wanted)[: max(0, MOST_NAMES - len(wanted))]
        now = self._now()
        file = keep_certificate(self.folder, self.authority, wanted | set(remembered), now)
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        context.set_alpn_protocols(["http/1.1"])
        context.load_cert_chain(file)
        kept = certificate_in(self.folder)
        assert kept is not None
        self._context, self._names, self._until = context, names_of(kept), kept.not_valid_after_utc - RENEW


def _checked(given: str) -> str:
    """A given address in one form. StoreError for one that the certificate may not name."""
    name = given.strip().lower().rstrip(".")
    if name and not is_near(name) and not is_a_name_at_home(name):
        raise StoreError(
            f"phones cannot be told to come to {given!r}: it is neither a private address nor a name at home",
            mend="give an address such as 192.168.1.5, a name that ends in .local, .lan, .home.arpa or "
            ".internal, or host it behind a name of your own (docs/how-to/host.md)",
        )
    return name
