"""The addresses of this computer in its own network, and who counts as near.

Nothing is sent to find them: connecting a datagram socket only asks the kernel which of
its addresses it would use.
"""

import socket
from contextlib import suppress
from ipaddress import IPv4Address, IPv4Network, ip_address

NEAR = tuple(
    IPv4Network(one)
    for one in (
        "10.0.0.0/8",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "169.254.0.0/16",
        "100.64.0.0/10",  # shared addresses, as private networks over the internet use them
        "127.0.0.0/8",
    )
)
"""The networks that no router of the internet passes on."""

NAMES = ("local", "lan", "home.arpa", "internal")
"""The ends of names that nobody can buy."""

_ASKED = ("192.0.2.1", "192.168.255.254", "10.255.255.254", "172.31.255.254")  # none is ever sent anything


def is_near(address: str) -> bool:
    """Whether an address belongs to a private network."""
    try:
        found = ip_address(address)
    except ValueError:
        return False
    return isinstance(found, IPv4Address) and any(found in network for network in NEAR)


def is_a_name_at_home(name: str) -> bool:
    """Whether a name ends in one that is never sold, so that nobody else can own it."""
    return any(name.endswith(f".{end}") for end in NAMES)


def own_addresses() -> list[str]:
    """The private addresses of this computer, the one that it uses first; loopback is none."""
    found = [*map(_used_towards, _ASKED), *_of_its_name()]
    return list(dict.fromkeys(one for one in found if is_near(one) and not one.startswith("127.")))


def own_name() -> str:
    """What this computer calls itself, as neighbours may find it: 'kitchen-pc.local'."""
    label = "".join(
        sign for sign in socket.gethostname().partition(".")[0].lower() if sign.isalnum() or sign == "-"
    )
    return f"{label.encode('ascii', 'ignore').decode().strip('-') or 'firststep'}.local"


def _used_towards(address: str) -> str:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked, suppress(OSError):
        asked.connect((address, 9))
        found: str = asked.getsockname()[0]
        return found
    return ""


def _of_its_name() -> list[str]:
    with suppress(OSError):
        return [str(found[4][0]) for found in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)]
    return []
