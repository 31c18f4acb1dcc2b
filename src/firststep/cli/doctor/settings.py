"""The settings: read them; if they are broken, say which one is, and look on without it."""

import os
import sys
from collections.abc import Iterator
from importlib import import_module
from itertools import chain, combinations
from urllib.parse import urlsplit

from firststep.cli.doctor.finding import Finding, well, wrong

ORIGIN, DATABASE, KEY = "FIRSTSTEP_ORIGIN", "FIRSTSTEP_DATABASE", "FIRSTSTEP_SECRET_KEY"
MEND = {
    ORIGIN: "give https://name, with nothing after the name, or leave it out",
    DATABASE: "give a database URL such as postgresql://name:word@host/firststep, or leave it out for SQLite",
    KEY: "take the file secret-key out of the folder of the installation: the next start makes another",
}
SAYS = {
    ORIGIN: "the address of the installation cannot be used",
    DATABASE: "the database URL cannot be read",
    KEY: "the key that signs cookies cannot be read",
}


def read() -> list[Finding]:
    """Set Django up, without the settings that hinder it, and say which they were."""
    if not _is_there("django"):
        mend = "pip install 'firststep[web]', or run: make run"
        return [wrong("settings", "the web extra is not installed, so there is nothing to serve", mend=mend)]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "firststep.settings")
    kept = dict(os.environ)
    for left_out in chain.from_iterable(combinations(MEND, count) for count in range(len(MEND) + 1)):
        _leave_out(left_out)
        if not _fault():
            return [wrong("settings", SAYS[name], where=name, mend=MEND[name]) for name in left_out]
        os.environ |= kept
    return [
        wrong("settings", f"the settings cannot be read ({_fault()})", mend="see docs/reference/settings.md")
    ]


def origin() -> Iterator[Finding]:
    """Whether the address of a hosted installation is one."""
    address = os.environ.get(ORIGIN, "").rstrip("/")
    parts = urlsplit(address)
    if address and (parts.scheme != "https" or not parts.hostname or parts.path or parts.query):
        yield wrong("origin", SAYS[ORIGIN], where=f"{ORIGIN}={address}", mend=MEND[ORIGIN])
    elif address:
        yield well("origin", f"Hosted at {address}")
    else:
        yield well("origin", "Not hosted: for this computer, and phones in the same network")


def _leave_out(names: tuple[str, ...]) -> None:
    for name in names:
        os.environ.pop(name, None)
        if name == KEY:
            os.environ[name] = "only to look at the rest"


def _fault() -> str:
    """The kind of fault that Django meets when it reads the settings; '' for none."""
    try:
        import_module("django").setup()
    except Exception as fault:  # noqa: BLE001  (settings may fail in any way)
        sys.modules.pop(os.environ["DJANGO_SETTINGS_MODULE"], None)
        return type(fault).__name__
    return ""


def _is_there(package: str) -> bool:
    try:
        import_module(package)
    except ImportError:
        return False
    return True
