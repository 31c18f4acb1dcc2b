"""The only place that writes. Only `actions` may call it; each action is one transaction."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from firststep.care.load import SourceNews, news
from firststep.errors import StoreError
from firststep.knowledge import KNOWLEDGE_VERSION
from firststep.records import Foot, Told
from firststep.records.activity import ActiveDay
from firststep.records.household import Confirmed, Kept, KeptPlan, KeptVerdict, Member
from firststep.store import read
from firststep.store.convert import ACTIVE, active_row, row_of, told_of
from firststep.store.convert_professionals import candidate_row
from firststep.store.models import (
    Active,
    Browser,
    Candidate,
    Code,
    Event,
    Page,
    Pairing,
    Person,
    Plan,
    Verdict,
)

AT_ONCE = 500  # rows in one statement


def tell(person: UUID, events: Iterable[Told], now: datetime) -> int:
    """Take down what a person told, each event once. Returns how many were new.

    StoreError where an id stands for something that somebody else told, or for another event.
    """
    with transaction.atomic():
        owner = lock(person)
        new = {event.id: event for event in events}
        for row in Event.objects.filter(id__in=list(new)):
            if row.person_id != person or told_of(row) != new[row.id]:
                raise StoreError("this was told before, as something else", mend="tell it anew")
            del new[row.id]
        for event in new.values():
            row_of(Confirmed(event, now, KNOWLEDGE_VERSION), owner).save(force_insert=True)
    return len(new)


def keep_active(person: UUID, days: Sequence[ActiveDay]) -> tuple[SourceNews, ...]:
    """Keep days of activity; what is told of the same day and source takes the place of what was.

    Returns which are new, changed, and known already. What is known is not written again.
    """
    with transaction.atomic():
        lock(person)
        kept = read.active_around(person, days)
        had = {(day.on, day.source, day.part): day for day in kept}
        told = {(day.on, day.source, day.part): day for day in days}
        other = [day for key, day in told.items() if had.get(key) != day]
        Active.objects.bulk_create(
            [active_row(day, person) for day in other],
            batch_size=AT_ONCE,
            update_conflicts=True,
            unique_fields=["person", "on", "source", "part"],
            update_fields=[name for name in ACTIVE if name not in ("on", "source", "part")],
        )
        if other:
            _drop_pages(person)
    return news(kept, days)


def drop_active(person: UUID, source: str) -> int:
    """Forget all that a source told of a person's days; how many rows that were."""
    with transaction.atomic():
        lock(person)
        _drop_pages(person)
        return Active.objects.filter(person=person, source=source).delete()[0]


def _drop_pages(person: UUID) -> None:
    """Drop the documents that are kept ready, so that they are made anew with the days as they are now."""
    Page.objects.filter(person=person).delete()


def add_plan(person: UUID, plan: KeptPlan) -> None:
    """Keep a plan as it is handed out; `after` is the number of the last event known."""
    lines = [line for line in plan.days if line["on"] == plan.first_day.isoformat()]
    values = asdict(plan) | {"foot": str(plan.foot), "sealed": lines[0] if plan.sealed and lines else None}
    Plan.objects.create(person_id=person, **values)


def add_verdict(person: UUID, verdict: KeptVerdict) -> None:
    """Keep an answer as it is given; `after` is the number of the last event known."""
    Verdict.objects.create(person_id=person, **asdict(verdict))


def put_page(person: UUID, foot: Foot, *, after: int, version: str, body: str) -> None:
    """Keep the document of a foot in place of the one before, unless that one knew more."""
    with transaction.atomic():
        lock(person)
        if Page.objects.filter(person=person, foot=str(foot), after__gt=after).exists():
            return
        Page.objects.update_or_create(
            person_id=person, foot=str(foot), defaults={"after": after, "version": version, "body": body}
        )


def add_person(member: Member) -> None:
    """Somebody begins a diary."""
    Person.objects.create(**asdict(member))


def set_recovery(person: UUID, hash_: str) -> None:
    """The hash of a person's recovery code, in place of the one before."""
    Person.objects.filter(pk=person).update(recovery=hash_)


def set_calendar(person: UUID, hash_: str) -> None:
    """The hash of the secret in the address of a person's reminders, in place of the one before."""
    Person.objects.filter(pk=person).update(calendar=hash_)


def add_browser(browser: UUID, name: str, now: datetime) -> None:
    """A browser that can be paired."""
    Browser.objects.get_or_create(pk=browser, defaults={"name": name, "since": now})


def pair(browser: UUID, person: UUID, now: datetime) -> None:
    """Let a browser open a person's pages."""
    Pairing.objects.get_or_create(browser_id=browser, person_id=person, defaults={"since": now})


def unpair(browser: UUID, person: UUID) -> None:
    """Let a browser open a person's pages no more."""
    Pairing.objects.filter(browser=browser, person=person).delete()


def add_code(hash_: str, person: UUID | None, *, until: datetime, at_start: bool) -> None:
    """A one-time code."""
    Code.objects.create(hash=hash_, person_id=person, until=until, at_start=at_start)


def drop_codes_of(person: UUID) -> None:
    """Forget the one-time codes that would pair with a person."""
    Code.objects.filter(person=person).delete()


def drop_codes(now: datetime, *, at_start: bool) -> None:
    """Forget the codes that have run out, and, at a start, those of the start before."""
    Code.objects.filter(until__lte=now).delete()
    if at_start:
        Code.objects.filter(at_start=True).delete()


def use_code(hash_: str) -> bool:
    """Use a code up: whether it was still there. Of two that try at once, one succeeds."""
    return bool(Code.objects.filter(pk=hash_).delete()[0])


def bring_in(kept: Kept) -> None:
    """Keep all that was kept of a person elsewhere. StoreError where some of it is here already."""
    try:
        with transaction.atomic():
            if Person.objects.filter(pk=kept.member.id).exists():
                raise StoreError(
                    "this person keeps a diary here already", mend="delete it first, or bring it in elsewhere"
                )
            person = Person.objects.create(**asdict(kept.member))
            numbers = [0]
            for event in kept.told:
                row = row_of(event, person)
                row.save(force_insert=True)
                numbers.append(row.seq)
            _bring_in_said(kept, numbers)
            Active.objects.bulk_create(
                [active_row(day, person.pk) for day in kept.active], batch_size=AT_ONCE
            )
            Candidate.objects.bulk_create([candidate_row(one, person.pk) for one in kept.professionals])
    except IntegrityError as fault:
        raise StoreError(
            "some of this is here already, as somebody else's", mend="bring it in on an empty installation"
        ) from fault


def _bring_in_said(kept: Kept, numbers: Sequence[int]) -> None:
    person = kept.member.id
    for plan in kept.plans:
        add_plan(person, replace(plan, after=numbers[plan.after]))
    for verdict in kept.verdicts:
        add_verdict(person, replace(verdict, after=numbers[verdict.after]))


def lock(person: UUID) -> Person:
    """The person's row, so that two of their browsers tell one after the other."""
    try:
        return Person.objects.select_for_update().get(pk=person)
    except Person.DoesNotExist as fault:
        raise StoreError("this person keeps no diary here") from fault
