"""The server: whether it answers, its ports are free, and phones get a certificate that fits."""

import os
import socket
import ssl
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urlsplit

from django.conf import settings

from firststep.cli.doctor.finding import Finding, note, well, wrong
from firststep.cli.serving.options import HERE, PHONE_PORT, PORT
from firststep.errors import StoreError
from firststep.nearby.addresses import own_addresses
from firststep.nearby.authority import names_of
from firststep.nearby.keeping import RENEW, ROOT, authority_in, certificate_in, is_from
from firststep.nearby.phones import FOLDER
from firststep.nearby.serving import Serving, noted

PATIENCE = 5.0  # seconds
START = "start it: firststep serve"


def answers() -> Iterator[Finding]:
    """Whether the running server answers, here and for phones; if none runs, whether the ports are free."""
    serving = noted(settings.HOME)
    if serving is None:
        yield note("server", "Firststep does not run now", mend=START)
        yield from _ports()
    elif not _runs(serving.process):
        yield note("server", "Firststep does not run now; last time it was ended by force", mend=START)
    else:
        yield _answer(serving.here, "Firststep answers at")
        if serving.phones:
            yield _answer(serving.phones, "Phones are answered at")


def trust() -> Iterator[Finding]:
    """Whether what phones trust is sound, and the certificate fits today's addresses."""
    folder = settings.HOME / FOLDER
    if settings.HOSTED:
        return
    try:
        authority = authority_in(folder)
    except StoreError as fault:
        yield wrong("certificate", fault.what, where=fault.where or "", mend=fault.mend or "")
        return
    if authority is None:
        yield well("certificate", "No phone has been let in yet")
        return
    kept, now, today = certificate_in(folder), datetime.now(UTC), frozenset(own_addresses())
    if authority.root.not_valid_before_utc > now:
        mend = "set the clock of this computer"
        yield wrong("certificate", "what phones trust was made later than now", where=str(folder), mend=mend)
    elif kept is None or not is_from(kept, authority) or kept.not_valid_after_utc < now + RENEW:
        yield note("certificate", "the certificate is made anew when a phone comes", where=str(folder))
    elif not today <= names_of(kept):
        said = "this computer's address has changed; the certificate is made anew when a phone comes"
        yield note("certificate", said, where=", ".join(sorted(today - names_of(kept))))
    else:
        left = (kept.not_valid_after_utc - now).days
        yield well(
            "certificate",
            f"The certificate is good for {left} days, what phones trust until "
            f"{authority.root.not_valid_after_utc:%Y}",
        )


def _answer(address: str, said: str) -> Finding:
    """Ask a server for a sign of life, and whether it is this installation's."""
    try:
        is_ours = settings.INSTALLATION in _ask(address)
    except ssl.SSLError:
        mend = "stop Firststep and start it again; if that does not help, take the folder phones/ away"
        return wrong(
            "server", "the server shows a certificate that phones would not trust", where=address, mend=mend
        )
    except (OSError, HTTPException):
        mend = f"stop it and {START}; a firewall may stand between"
        return wrong("server", "the server does not answer", where=address, mend=mend)
    if not is_ours:
        return wrong("server", "somebody else answers", where=address, mend="choose another port: --port")
    return well("server", f"{said} {address}")


def _ask(address: str) -> str:
    parts = urlsplit(address)
    place = (parts.hostname or HERE, parts.port or PORT)
    if parts.scheme == "https":
        trusted = ssl.create_default_context(cafile=str(settings.HOME / FOLDER / ROOT))
        line: HTTPConnection = HTTPSConnection(*place, timeout=PATIENCE, context=trusted)
    else:
        line = HTTPConnection(*place, timeout=PATIENCE)
    hosted = (
        {"Host": urlsplit(settings.ORIGIN).netloc, "X-Forwarded-Proto": "https"} if settings.HOSTED else {}
    )
    with closing(line):
        line.request("GET", "/alive", headers=hosted)
        return line.getresponse().read(200).decode("ascii", "replace")


def _ports() -> Iterator[Finding]:
    for port, option in ((PORT, "--port"), (PHONE_PORT, "--phone-port")):
        with socket.socket() as tried:
            if os.name == "posix":
                tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                tried.bind((HERE, port))
            except OSError:
                mend = f"choose another: firststep serve {option} {port + 1}"
                yield note("ports", f"port {port} is taken by another program", mend=mend)
            else:
                yield well("ports", f"Port {port} is free")


def _runs(process: int) -> bool:
    if os.name != "posix":
        return True  # asking would end it
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return process > 0


def is_alive() -> bool:
    """Whether a server of this installation answers on this computer."""
    serving = noted(settings.HOME) or Serving("")
    try:
        return bool(serving.here) and settings.INSTALLATION in _ask(serving.here)
    except (OSError, HTTPException):
        return False
