"""Make what follows from the mornings anew: the plan, the answers, and the page.

Never part of telling: a fault in here must not lose what was told.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from firststep.care import (
    PlannedDay,
    Standing,
    findings_of,
    is_compared,
    loaded,
    loads_of_days,
    plan_days,
    protocol_of,
    says_of,
    spoken,
    standing,
    still_holds,
)
from firststep.care.load import load_days
from firststep.knowledge import KNOWLEDGE_VERSION, Technique, called
from firststep.records import Diary, Foot
from firststep.records.household import KeptPlan, KeptVerdict
from firststep.reports.data import person_as_data
from firststep.reports.screen.document import document, version
from firststep.store import read, write
from firststep.store.convert import plan_as_plain
from firststep.trial import Findings, Lattices, SecondLook
from firststep.trial.yardsticks import FEWEST_KNOWN, MOST_LOOKED

FEET = (Foot.LEFT, Foot.RIGHT)
SHOWN_BEFORE = 20  # earlier answers on the page


TRIES = 5  # to work it out without somebody else being quicker


def renew(person: UUID, foot: Foot, now: datetime, *, today: date | None = None) -> str:
    """Renew what a person is shown about a foot, and return the document as JSON.

    today
        The day where the person is, if their device said so; else by the time zone of
        what they told last.

    It is worked out while others may tell and renew; kept is only what nobody overtook.
    """
    for last_try in (*[False] * (TRIES - 1), True):
        found = _work_out(person, foot, now, today)
        with transaction.atomic():
            write.lock(person)
            if last_try or found.basis == _basis(person, foot):
                return _keep(person, found, now)
    raise AssertionError("the last try always returns")


@dataclass(frozen=True, slots=True)
class _Found:
    """What follows from the mornings, and the basis that it was worked out on."""

    basis: tuple[int, UUID | None]
    of_foot: int
    counts: Standing
    today: date
    shown: list[PlannedDay]
    days: tuple[PlannedDay, ...]
    diary: Diary | None
    findings: Findings | None
    second: SecondLook | None


def _basis(person: UUID, foot: Foot) -> tuple[int, UUID | None]:
    """The number of the last event, and the last plan: what an overtaking would change."""
    last = read.last_plan(person, foot)
    return read.last_number(person), last.id if last else None


def _work_out(person: UUID, foot: Foot, now: datetime, today: date | None) -> _Found:
    basis = _basis(person, foot)
    counts = standing(read.told(person), foot)
    shown = read.shown(person, foot)
    today = today or counts.today(now)
    diary, lattices = counts.diary(), Lattices()
    days = plan_days(
        counts,
        today=today,
        seed=trial_seed(read.member(person).seed, foot),
        given=[day.advice for day in shown if day.advice],
        lattices=lattices,
    )
    findings = findings_of(counts, diary, lattices) if diary else None
    return _Found(
        basis=basis,
        of_foot=read.last_told(person, foot)[0],
        counts=counts,
        today=today,
        shown=shown,
        days=days,
        diary=diary,
        findings=findings,
        second=_second(person, findings) if findings else None,
    )


def _keep(person: UUID, found: _Found, now: datetime) -> str:
    foot, after = found.counts.foot, found.basis[0]
    plan = _hand_out(person, found, now) if found.days else None
    if found.diary and found.findings and found.counts.compared:
        _keep_answer(person, found.counts, found.diary, found.findings, after, now)
    verdicts = read.verdicts(person, foot)
    body = document(
        found.counts,
        today=found.today,
        plan=(plan, found.days) if plan else None,
        shown=found.shown,
        findings=found.findings,
        second=found.second,
        said=_said(verdicts, found.counts)[-SHOWN_BEFORE:],
        verdicts=verdicts,
    )
    text = json.dumps(body, separators=(",", ":"))
    write.put_page(person, foot, after=found.of_foot, version=version(), body=text)
    return text


def plain_page(person: UUID, foot: Foot, now: datetime) -> str:
    """The document without a plan and without findings: for when these cannot be worked out."""
    now_counts = standing(read.told(person), foot)
    body = document(now_counts, today=now_counts.today(now), plan=None, shown=(), findings=None)
    return json.dumps(body)


def trial_seed(seed: int, foot: Foot) -> int:
    """The seed of one foot's draws."""
    return seed * len(FEET) + FEET.index(foot)


def _hand_out(person: UUID, found: _Found, now: datetime) -> UUID:
    """The id of the last plan if it says the same, or of a new one that is kept.

    Once today's morning is told, today's line is shown at once: that seals it.
    """
    foot = found.counts.foot
    lines, sealed = plan_as_plain(found.days), found.today in found.counts.mornings
    last, frozen = read.last_plan(person, foot), _freeze(person, found.counts)
    if last and last.days == lines and last.sealed == sealed and not frozen:
        return last.id
    plan = KeptPlan(
        id=uuid4(),
        foot=foot,
        first_day=found.today,
        made=now,
        after=found.basis[0],
        knowledge=KNOWLEDGE_VERSION,
        sealed=sealed,
        days=lines,
        protocol=frozen,
    )
    write.add_plan(person, plan)
    return plan.id


def _freeze(person: UUID, counts: Standing) -> dict[str, Any] | None:
    """The protocol of a comparison that has none yet; it is kept with the first plan."""
    comparing = counts.comparison
    if comparing is None or not is_compared(comparing):
        return None
    seed = trial_seed(read.member(person).seed, counts.foot)
    before = read.protocols(person, counts.foot)
    if before and still_holds(before[-1], comparing, seed=seed, own=counts.own):
        return None
    return protocol_of(comparing, seed=seed, own=counts.own).as_plain()


def _second(person: UUID, first: Findings) -> SecondLook | None:
    """The same mornings with the steps of the day before, where files tell them: beside the first answers."""
    if first.series.scored < FEWEST_KNOWN:
        return None
    since = first.series.last(MOST_LOOKED).start - timedelta(days=1)
    loads = loads_of_days(load_days(read.active(person, since=since)))
    return loaded(first, loads) if loads else None


def _keep_answer(
    person: UUID, now_counts: Standing, diary: Diary, findings: Findings, after: int, now: datetime
) -> None:
    """Keep the answer if a morning was told since the last one, or if it says something else."""
    choice, on = findings.choice, max(now_counts.mornings, default=diary.days[-1].on)
    answer: tuple[Any, ...] = (on, str(choice.kind), choice.technique, str(findings.helps.kind))
    earlier = read.verdicts(person, now_counts.foot)
    if earlier and answer == (earlier[-1].on, earlier[-1].choice, earlier[-1].technique, earlier[-1].helps):
        return
    write.add_verdict(
        person,
        KeptVerdict(
            foot=now_counts.foot,
            on=on,
            made=now,
            after=after,
            engine=findings.engine,
            choice=str(choice.kind),
            technique=choice.technique,
            certainty=choice.certainty,
            helps=str(findings.helps.kind),
            findings=person_as_data(diary, findings),
        ),
    )


def _said(verdicts: list[KeptVerdict], counts: Standing) -> list[tuple[date, str]]:
    """The days on which the answer changed, and what it was, in the language that is spoken."""
    answers = [(one.choice, one.technique, one.helps) for one in verdicts]
    changed = [one for k, one in enumerate(verdicts) if not k or answers[k] != answers[k - 1]]
    return [(one.on, _again(one.findings, counts.own)) for one in changed]


def _again(findings: dict[str, Any], own: Mapping[str, Technique]) -> str:
    """An earlier answer, said again; one that was kept only in words is given as it is."""
    choice = findings["choice"]
    if "says" not in choice:
        return str(choice["words"])
    return spoken(says_of(choice["says"]), {name: called(name, own) for name in findings["effects"]})
