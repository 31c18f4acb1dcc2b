"""A file of a link, encrypted: a compact JWE, "dir" and "A256GCM", with its content type inside."""

from joserfc import jwe
from joserfc.jwk import OctKey

ALGORITHM, CIPHER = "dir", "A256GCM"


def seal(content: bytes, key: bytes, *, content_type: str) -> str:
    """Encrypt a file with the key of its link.

    key
        32 bytes. The nonce of 96 bits is drawn anew each time, by the library.

    It is not compressed: a reader may inflate "zip": "DEF", but several do not.
    """
    header = {"alg": ALGORITHM, "enc": CIPHER, "cty": content_type}
    return jwe.encrypt_compact(header, content, OctKey.import_key(key), algorithms=[ALGORITHM, CIPHER])
