"""Everything that an account of a diary rests on, put together once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from firststep.care.comparing.analysis import series_of
from firststep.care.looking_back.conduct import Conduct, conduct
from firststep.care.looking_back.played import Sessions
from firststep.care.looking_back.views import Draws, View, draws_of, second_check, seen
from firststep.records import Diary, Why
from firststep.trial import Advice, Findings, Protocol, Witness


@dataclass(frozen=True, slots=True)
class Account:
    """A diary, how it was kept, and what it shows.

    views
        The findings in each way that they can be seen; as advised only where draws are known.
    kept
        Periods as done, and what was done against what was drawn.
    protocol
        What was settled beforehand; None where nobody sealed one.
    advices, witness
        The draws with their chances, and what they alone say; none and None for a bare file.
    warned
        Days on which a warning sign was told; None where nobody was asked.
    stops, sessions
        Every stop because it hurt, and the sessions of each technique; None where nobody kept them.
    changes
        What went otherwise than the protocol says, in sentences.
    opened
        Whether the seed, told afterwards, is the one that was sealed; None while it is not told.
    """

    diary: Diary
    views: Mapping[View, Findings]
    kept: Conduct
    protocol: Protocol | None = None
    advices: tuple[Advice, ...] = ()
    witness: Witness | None = None
    warned: tuple[date, ...] | None = None
    stops: tuple[tuple[date, str, Why], ...] | None = None
    sessions: tuple[Sessions, ...] | None = None
    changes: tuple[str, ...] = ()
    opened: bool | None = None

    @property
    def findings(self) -> Findings:
        """The findings that Firststep goes by."""
        return self.views[View.AS_DONE]


def account(
    diary: Diary,
    *,
    protocol: Protocol | None = None,
    advices: Iterable[Advice] = (),
    draws: Draws | None = None,
    rested: frozenset[str] = frozenset(),
    warned: tuple[date, ...] | None = None,
    seed: int | None = None,
) -> Account:
    """The account of a diary. TrialError where it has no day.

    draws
        What was drawn for each day; left out, what the diary itself says of it.
    rested
        Techniques that are no longer compared.
    seed
        The seed of the draws, now that it may be known.
    """
    given, known = tuple(advices), draws_of(diary) if draws is None else draws
    better = protocol.better if protocol else None
    ways = [view for view in View if known or view is not View.AS_ADVISED]
    views = {view: seen(diary, view, better=better, rested=rested, draws=known) for view in ways}
    return Account(
        diary=diary,
        views=views,
        kept=conduct(series_of(diary), known),
        protocol=protocol,
        advices=given,
        witness=second_check(diary, given) if given else None,
        warned=warned,
        changes=_changes(protocol, views[View.AS_DONE], given) if protocol else (),
        opened=protocol.opens(seed) if protocol and seed is not None else None,
    )


def _changes(protocol: Protocol, findings: Findings, given: tuple[Advice, ...]) -> tuple[str, ...]:
    """What went otherwise than the protocol says, in sentences."""
    compared = findings.techniques
    shares = sorted({advice.usual_days for advice in given} - {protocol.usual_days})
    engines = sorted({advice.engine for advice in given} - {protocol.engine})
    said = [
        ("Compared, and not in the protocol: {}.", [n for n in compared if n not in protocol.techniques]),
        (
            "In the protocol, and not in this diary: {}.",
            [n for n in protocol.techniques if n not in compared],
        ),
        ("No longer compared at the end: {}.", [n for n in compared if n in findings.rested]),
        ("Draws were made with another share of usual days: {}.", [f"{share:g}" for share in shares]),
        ("Draws were made by another version of the engine: {}.", engines),
    ]
    changes = [sentence.format(", ".join(names)) for sentence, names in said if names]
    if findings.engine != protocol.engine:
        changes.append(f"The findings are those of engine {findings.engine}.")
    if not all(protocol.opens(advice.seed) for advice in given):
        changes.append("Some draws were made with another seed than the one that was sealed.")
    return tuple(changes)
