"""What a person set, and what holds where nothing was set."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from firststep.records import Name, Setting, Told

UNSET: Mapping[Name, str] = MappingProxyType(
    {
        Name.LANGUAGE: "",  # as the browser asks for
        Name.THEME: "auto",
        Name.UNITS: "metric",
        Name.FEET: "",  # the foot that was told about last
        Name.TOOLS: "",
        Name.DAY_BEGINS: "3",
        Name.REMIND_AT: "off",
        Name.REMIND_AGAIN: "off",
        Name.TAPER: "off",
        Name.ASK_WORST: "on",
        Name.ASK_FUNCTION: "on",
        Name.ASK_ANKLE: "on",
        Name.ZONE: "",  # not known: a reminder then floats with the device
    }
)
"""What holds where nothing was set. A day begins at three at night: what is told after midnight
still belongs to the evening."""


def settings_of(told: Iterable[Told]) -> dict[Name, str]:
    """Every setting as it stands, from all that was told in the order of being confirmed."""
    said = (event.what for event in told)
    return {**UNSET, **{what.name: what.value for what in said if isinstance(what, Setting)}}
