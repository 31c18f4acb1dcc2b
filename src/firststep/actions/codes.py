"""How codes are made and read: 40 random bits for once, 100 to keep.

Only hashes are kept. The alphabet has no letters that look like others (Crockford's
base 32); what people type is forgiven its case, its blanks, and O, I and L.
"""

import secrets
from hashlib import sha256

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUP = 4  # signs between two hyphens
ONCE_SIGNS = 8
RECOVERY_SIGNS = 20

_FORGIVEN = str.maketrans("OIL", "011", " -\t")


def one_time() -> str:
    """A new code to be used once, as it is shown: 'K7QD-M3WX'."""
    return _new(ONCE_SIGNS)


def recovery() -> str:
    """A new recovery code, as it is shown."""
    return _new(RECOVERY_SIGNS)


def signs(typed: str) -> int:
    """How many signs of a code were typed."""
    return len(typed.translate(_FORGIVEN))


def hashed(typed: str) -> str:
    """The hash of a code, however it was typed."""
    return sha256(typed.upper().translate(_FORGIVEN).encode()).hexdigest()


def _new(signs: int) -> str:
    code = "".join(secrets.choice(ALPHABET) for _ in range(signs))
    return "-".join(code[k : k + GROUP] for k in range(0, signs, GROUP))
