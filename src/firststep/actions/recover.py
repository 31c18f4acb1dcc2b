"""Make a recovery code: it brings a person back after cleared cookies, or on a new device."""

from uuid import UUID

from firststep.actions import codes
from firststep.store import write


def new_recovery_code(person: UUID) -> str:
    """A new recovery code; the one before is useless from now on."""
    code = codes.recovery()
    write.set_recovery(person, codes.hashed(code))
    return code
