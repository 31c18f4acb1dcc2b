"""A link that lets somebody read what a person chose to share, for a while."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class LinkState(StrEnum):
    """Whether a link opens anything, and if not, why."""

    OPEN = "open"
    EXPIRED = "expired"
    REVOKED = "revoked"
    LOCKED = "locked"
    """Too many wrong passcodes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """What is known here of a link that was made. Its address and its key are not.

    asks
        Whether it asks for a passcode.
    tries
        How many wrong passcodes it still hears; 0 where it asks for none.
    opened, last_opened
        How often its content was handed out, and when last.
    """

    id: UUID
    person: UUID
    label: str
    made: datetime
    until: datetime
    asks: bool
    tries: int
    opened: int = 0
    last_opened: datetime | None = None
    revoked: datetime | None = None

    def state(self, now: datetime) -> LinkState:
        """Whether it opens anything now; what a person did outranks what time did."""
        if self.revoked:
            return LinkState.REVOKED
        if self.asks and self.tries <= 0:
            return LinkState.LOCKED
        return LinkState.OPEN if now < self.until else LinkState.EXPIRED


@dataclass(frozen=True, slots=True)
class Sealed:
    """What the store keeps of a link's content, without being able to read it.

    path
        The hash of the secret in its address.
    content
        Encrypted, as a compact JWE; '' once nobody may read it any more.
    passcode
        Its salted hash; '' for none.
    """

    path: str
    content: str
    passcode: str
