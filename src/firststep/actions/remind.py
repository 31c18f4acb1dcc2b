"""Give a calendar the address of a person's reminders. It opens those, and nothing else."""

import secrets
from hashlib import sha256
from uuid import UUID

from firststep.store import write

SECRET_BYTES = 24


def new_calendar_secret(person: UUID) -> str:
    """What stands in the address of a person's reminders; the one before is useless from now on."""
    secret = secrets.token_urlsafe(SECRET_BYTES)
    write.set_calendar(person, hash_of(secret))
    return secret


def hash_of(secret: str) -> str:
    """The hash by which the person is found."""
    return sha256(secret.encode()).hexdigest()
