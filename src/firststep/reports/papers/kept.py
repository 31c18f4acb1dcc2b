"""The papers of a trial that was kept here: each protocol as frozen, and the account of it."""

from collections.abc import Sequence
from dataclasses import replace

from firststep.care import PlannedDay, account, drawn, left_out, sessions_of, standing, stops_of
from firststep.records import Foot, SafetyAnswer, Screened, Told
from firststep.records.household import KeptPlan
from firststep.reports.papers.conduct import conduct_sections, conduct_title
from firststep.reports.papers.protocol import protocol_sections, protocol_title
from firststep.reports.papers.sections import sections_as_text
from firststep.trial import Protocol


def protocols_of(foot: Foot, plans: Sequence[KeptPlan]) -> list[Protocol]:
    """The protocols of a foot, in the order of being frozen."""
    return [
        Protocol.from_plain(plan.protocol, where=f"plan for {plan.first_day}")
        for plan in plans
        if plan.foot is foot and plan.protocol is not None
    ]


def protocol_text(protocols: Sequence[Protocol]) -> str:
    """The protocols as text, the last first: it is the one that holds."""
    texts = [sections_as_text(protocol_title(one), protocol_sections(one)) for one in reversed(protocols)]
    return "\n\n".join(texts)


def account_text(
    foot: Foot, told: Sequence[Told], shown: Sequence[PlannedDay], protocols: Sequence[Protocol]
) -> str:
    """The account of a foot as text; empty where there is no morning or nothing was compared.

    shown
        The lines of plans that were shown, in that order.
    """
    now = standing(told, foot)
    diary, advices = now.diary(), [line.advice for line in shown if line.advice]
    if diary is None or not protocols:
        return ""
    asked = [
        event for event in told if event.foot is foot and isinstance(event.what, SafetyAnswer | Screened)
    ]
    said = account(
        diary,
        protocol=protocols[-1],
        advices=advices,
        draws=drawn(shown),
        rested=frozenset(diary.techniques) - set(now.compared) | left_out(now),
        warned=tuple(event.on for event in asked if standing([event], foot).clear is False)
        if asked
        else None,
        seed=advices[-1].seed if advices else None,
    )
    said = replace(said, stops=stops_of(now), sessions=sessions_of(now))
    return sections_as_text(conduct_title(said), conduct_sections(said))
