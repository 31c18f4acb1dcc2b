"""What can be set on the settings page, one card each."""

from collections.abc import Mapping
from dataclasses import dataclass

from firststep.care import MEASURES, SWITCHES
from firststep.care.measuring import measure_of
from firststep.knowledge import Measure, capital, languages, phrase, speaking, words
from firststep.records import Name

HOURS = range(24)


@dataclass(frozen=True, slots=True)
class Choice:
    """One setting, with all that it can be.

    id
        Of its card on the page.
    options
        (value, what it is called).
    """

    id: str
    name: Name
    title: str
    label: str
    help: str
    options: tuple[tuple[str, str], ...]
    value: str


def choices(settings: Mapping[Name, str]) -> list[Choice]:
    """Every setting that is one of several, as it stands."""
    said = words()["settings"]
    hours = tuple((str(hour), phrase("settings", "hour", hour=f"{hour:02}")) for hour in HOURS)
    listed = (
        ("day", Name.DAY_BEGINS, hours),
        ("heels", Name.FEET, _heels(settings)),
        ("look", Name.THEME, _options("look_is")),
        ("language", Name.LANGUAGE, (("", said["language_auto"]), *_languages())),
        ("units", Name.UNITS, _options("units_are")),
    )
    return [
        Choice(id_, name, said[id_], said[f"{id_}_label"], said[f"{id_}_help"], options, settings[name])
        for id_, name, options in listed
    ]


def _heels(settings: Mapping[Name, str]) -> tuple[tuple[str, str], ...]:
    """Left, right, both; and that none was chosen, as long as none was."""
    options = _options("heels_are")
    return options if settings[Name.FEET] else (("", words()["settings"]["heels_unset"]), *options)


def _options(table: str) -> tuple[tuple[str, str], ...]:
    return tuple(words()["settings"][table].items())


def _languages() -> tuple[tuple[str, str], ...]:
    """Each language by the name that it has in itself."""
    return tuple((code, _called(code)) for code in languages())


def _called(code: str) -> str:
    with speaking(code):
        return phrase("language", "name")


@dataclass(frozen=True, slots=True)
class Ask:
    """Something that Today asks for now and then, and whether it may."""

    name: Name
    label: str
    on: bool


def asks(settings: Mapping[Name, str]) -> list[Ask]:
    """What Today asks for besides the mornings."""
    switches = dict.fromkeys(SWITCHES.values())
    return [Ask(name, _label(_switched(name)), settings[name] == "on") for name in switches]


def _switched(switch: Name) -> list[Measure]:
    """What a switch is for: one measure, or two of which one is asked for."""
    return [measure_of(name) for name in MEASURES if SWITCHES[name] is switch]


def _label(asked: list[Measure]) -> str:
    first, *others = asked
    called = first.name
    for other in others:
        called = phrase("settings", "asks_either", one=called, other=other.name)
    return phrase("settings", "asks_every", name=capital(called), days=first.every_days)
