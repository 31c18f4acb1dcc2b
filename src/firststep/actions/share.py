"""Share the page for a clinician by a link: make one, shut it, hand out what is behind it.

What is shared is encrypted before it is kept. The key and the secret of the address stand in the
link only, which is shown once; what stays here is ciphertext and hashes.
"""

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID, uuid4

from django.contrib.auth.hashers import check_password, make_password

from firststep.actions.gather import gather
from firststep.errors import RecordError
from firststep.records import Foot
from firststep.records.links import Link, LinkState, Sealed
from firststep.reports.fhir import fhir_as_json
from firststep.reports.health_link import (
    FHIR_JSON,
    KEY_BYTES,
    SECRET_BYTES,
    HealthLink,
    manifest_url,
    seal,
)
from firststep.reports.visit import Section
from firststep.store import read_links, write_links

TRIES = 5
"""Wrong passcodes that a link hears in all its life. Of six digits, these are 5 in a million."""

DIGITS = 6
PASSCODE_LEAST, PASSCODE_MOST = 4, 40  # signs
LONGEST = timedelta(days=31)
HASHER = "scrypt"  # slow and wide on purpose: a passcode is short


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a person wants of a link.

    address
        Where this installation is reached: 'https://heel.example'.
    lasts
        How long it opens, at most 31 days.
    passcode
        4 to 40 signs; '' for none.
    sections, foot
        What of the page goes along, and of which heel; left out, all of it, of the last one told about.
    """

    address: str
    lasts: timedelta
    label: str = ""
    passcode: str = ""
    sections: tuple[Section, ...] = tuple(Section)
    foot: Foot | None = None


@dataclass(frozen=True, slots=True)
class Shared:
    """A link as it was made; `text` is shown once, and kept nowhere."""

    link: Link
    text: str


@dataclass(frozen=True, slots=True)
class Handed:
    """What is behind a link, still encrypted."""

    link: Link
    content: str


@dataclass(frozen=True, slots=True)
class Wrong:
    """The passcode was wrong or missing; `left` tries are left, 0 to 5."""

    left: int


def content_of(
    person: UUID,
    now: datetime,
    sections: Collection[Section] = tuple(Section),
    foot: Foot | None = None,
) -> str:
    """What a link holds: the page for a clinician as it stands now, as a FHIR document (JSON).

    RecordError where no heel was chosen yet.
    """
    return fhir_as_json(gather(person, now, foot), sections, person=person, made=now)


def share(person: UUID, asked: Asked, now: datetime) -> Shared:
    """Encrypt the page of a person, and make the link to it.

    RecordError and OutputError say what is to be mended.
    """
    _check(asked)
    write_links.let_go(now)
    key, secret = secrets.token_bytes(KEY_BYTES), secrets.token_urlsafe(SECRET_BYTES)
    link = Link(
        id=uuid4(),
        person=person,
        label=asked.label,
        made=now,
        until=now + asked.lasts,
        asks=bool(asked.passcode),
        tries=TRIES if asked.passcode else 0,
    )
    told = HealthLink(
        url=manifest_url(asked.address, secret),
        key=key,
        until=link.until,
        label=link.label,
        asks=link.asks,
    )
    content = seal(content_of(person, now, asked.sections, asked.foot).encode(), key, content_type=FHIR_JSON)
    passcode = make_password(asked.passcode, hasher=HASHER) if asked.passcode else ""
    write_links.add_link(link, Sealed(hash_of(secret), content, passcode))
    return Shared(link, str(told))


def revoke(person: UUID, id_: UUID, now: datetime) -> Link:
    """Shut a link for ever, and let go of what is behind it. StoreError where they have no such link."""
    write_links.revoke(person, id_, now)
    return read_links.link(person, id_)


def open_link(secret: str, passcode: str, now: datetime) -> Handed | Wrong | None:
    """Hand out what is behind a link, and count it. None for a link that opens nothing.

    passcode
        '' where none was given: it is asked for, and no try is used up.
    """
    write_links.let_go(now)
    found = read_links.link_at(hash_of(secret))
    if found is None or found[0].state(now) is not LinkState.OPEN:
        return None
    link, sealed = found
    if link.asks:
        if not passcode:
            return Wrong(link.tries)
        if not write_links.take_try(link.id):
            return None
        if not check_password(passcode, sealed.passcode):
            return Wrong(_tries_left(link))
        write_links.give_try_back(link.id)
    return Handed(link, sealed.content) if write_links.count_opening(link.id, now) else None


def fetch(id_: UUID, now: datetime) -> str | None:
    """What is behind a link that was opened a moment ago; None where it is over meanwhile."""
    found = read_links.link_by_id(id_)
    return found[1].content if found and found[0].state(now) is LinkState.OPEN else None


def new_passcode() -> str:
    """A passcode to suggest: six digits."""
    return f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"


def hash_of(secret: str) -> str:
    """The hash by which a link is found."""
    return sha256(secret.encode()).hexdigest()


def _tries_left(link: Link) -> int:
    """Read anew: others may try at the same time."""
    found = read_links.link_by_id(link.id)
    return found[0].tries if found else 0


def _check(asked: Asked) -> None:
    if not asked.label.isprintable():
        raise RecordError("the label has signs that cannot be printed", mend="type it anew, in one line")
    if asked.passcode and not PASSCODE_LEAST <= len(asked.passcode) <= PASSCODE_MOST:
        raise RecordError(
            f"a passcode has {PASSCODE_LEAST} to {PASSCODE_MOST} signs",
            mend="give another, or leave it empty",
        )
    if not timedelta() < asked.lasts <= LONGEST:
        raise RecordError(f"a link opens for at most {LONGEST.days} days", mend="choose a shorter time")
