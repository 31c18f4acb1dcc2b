"""What is kept, read as records. Nothing here writes."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from uuid import UUID

from django.db.models import Q

from firststep.care import PlannedDay, settings_of
from firststep.care.load import ShoesFound
from firststep.care.load import shoes_found as pairs_in
from firststep.care.noting import Notebook, noted
from firststep.errors import StoreError
from firststep.records import AllTold, Foot, Name, Noted, Setting, Told, What
from firststep.records.activity import ActiveDay
from firststep.records.household import Confirmed, Kept, KeptPlan, KeptVerdict, Member, PairedBrowser
from firststep.records.what_plain import KINDS
from firststep.store.convert import active_of, planned_day, told_of
from firststep.store.models import Active, Code, Event, Page, Pairing, Person, Plan, Verdict
from firststep.store.read_professionals import candidates
from firststep.trial import Protocol

SEEN, SETTING = "seen", "setting"
OF_THE_PERSON = (SETTING, "screening", "taught", "noted", "all-told")
"""Kinds that change the pages of both feet."""

OF_NO_FOOT = (SETTING, "noted", "all-told")
"""Kinds that say nothing of which foot somebody is at."""


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A document as it is kept; `after` is the number of the last event that it knows."""

    after: int
    version: str
    body: str


def members() -> list[Member]:
    """Everybody who keeps a diary here, in the order of joining."""
    return [_member(row) for row in Person.objects.order_by("joined", "name", "id")]


def member(person: UUID) -> Member:
    """One person. StoreError where there is none."""
    try:
        return _member(Person.objects.get(pk=person))
    except Person.DoesNotExist as fault:
        raise StoreError("this person keeps no diary here") from fault


def opened_by(browser: UUID) -> list[Member]:
    """Whose pages a browser may open."""
    pairings = Pairing.objects.filter(browser=browser).select_related("person").order_by("since", "id")
    return [_member(pairing.person) for pairing in pairings]


def may_open(browser: UUID, person: UUID) -> Member | None:
    """The person, if the browser may open their pages."""
    pairing = Pairing.objects.filter(browser=browser, person=person).select_related("person").first()
    return _member(pairing.person) if pairing else None


def browsers_of(person: UUID) -> list[PairedBrowser]:
    """The browsers that may open a person's pages, oldest first."""
    pairings = Pairing.objects.filter(person=person).select_related("browser").order_by("since", "id")
    return [PairedBrowser(p.browser.id, p.browser.name, p.since) for p in pairings]


def with_recovery(hash_: str) -> Member | None:
    """The person whose recovery code has this hash."""
    row = Person.objects.filter(recovery=hash_).first() if hash_ else None
    return _member(row) if row else None


def with_calendar(hash_: str) -> Member | None:
    """The person whose calendar has an address with this hash."""
    row = Person.objects.filter(calendar=hash_).first() if hash_ else None
    return _member(row) if row else None


def has_calendar(person: UUID) -> bool:
    """Whether a person's calendar has an address."""
    return Person.objects.filter(pk=person).exclude(calendar="").exists()


def code(hash_: str, now: datetime) -> tuple[UUID | None] | None:
    """(whose,) a one-time code is, (None,) being a new person's; None where it is no good."""
    row = Code.objects.filter(hash=hash_, until__gt=now).first()
    return (row.person_id,) if row else None


def told(person: UUID, *, kinds: Sequence[type[What]] = ()) -> list[Told]:
    """All that a person told, in the order of being confirmed; of these kinds only, where some are named."""
    rows = Event.objects.filter(person=person)
    if kinds:
        rows = rows.filter(kind__in=[name for name, kind in KINDS.items() if kind in kinds])
    return [told_of(row) for row in rows.order_by("seq")]


def settings(person: UUID) -> dict[Name, str]:
    """Every setting of a person as it stands."""
    return settings_of(told(person, kinds=[Setting]))


def notebook(person: UUID) -> Notebook:
    """What a person told by hand, as it stands."""
    return noted(told(person, kinds=(Noted, AllTold)))


def zone(person: UUID) -> tzinfo | None:
    """The time zone that a person told something in last; None before the first time."""
    row = Event.objects.filter(person=person).order_by("-seq").first()
    return told_of(row).happened.tzinfo if row else None


def last_number(person: UUID) -> int:
    """The number of the last event of a person, of any kind; 0 before the first."""
    return Event.objects.filter(person=person).order_by("-seq").values_list("seq", flat=True).first() or 0


def last_told(person: UUID, foot: Foot | None = None) -> tuple[int, Foot | None]:
    """The number of the last event that changes what a page says, and the foot last told about.

    (0, None) before the first. That a page was seen changes nothing on it. A setting is about
    no foot, save for the choice of one; nor is what was told by hand beside the diary.
    """
    rows = Event.objects.filter(person=person).exclude(kind=SEEN)
    if foot:
        rows = rows.filter(Q(foot=str(foot)) | Q(kind__in=OF_THE_PERSON))
    last = rows.order_by("-seq").values_list("seq", "foot", "kind").first()
    if last is None:
        return 0, None
    if last[2] not in OF_NO_FOOT:
        return last[0], Foot(last[1])
    chosen = Q(what__name=str(Name.FEET), what__value__in=list(Foot))
    about = rows.filter(~Q(kind__in=OF_NO_FOOT) | chosen).order_by("-seq").first()
    return last[0], _foot(about) if about else None


def _foot(row: Event) -> Foot:
    """The foot that a row is about, or that it chooses."""
    return Foot(row.what["value"] if row.kind == SETTING else row.foot)


def shown(person: UUID, foot: Foot) -> list[PlannedDay]:
    """The lines of plans that were shown, in that order, each draw as it was made.

    A line is shown when a plan is handed out on a day whose morning is told, and when
    a page says that it showed one.
    """
    plans = Plan.objects.filter(person=person, foot=str(foot))
    sealed = plans.filter(sealed__isnull=False).values_list("id", "made", "sealed")
    lines = [(made, line) for _, made, line in sealed if line]
    known = {(id_, line["on"]) for id_, _, line in sealed if line}
    seen = Event.objects.filter(person=person, foot=str(foot), kind=SEEN).order_by("seq")
    reports = [
        (recorded, on.isoformat(), UUID(what["plan"]))
        for recorded, on, what in seen.values_list("recorded", "on", "what")
        if (UUID(what["plan"]), on.isoformat()) not in known
    ]
    others = plans.in_bulk({plan for *_, plan in reports})
    lines += [
        (recorded, line)
        for recorded, on, plan in reports
        if plan in others
        for line in others[plan].days
        if line["on"] == on
    ]
    return [planned_day(line) for _, line in sorted(lines, key=lambda pair: pair[0])]


def last_plan(person: UUID, foot: Foot) -> KeptPlan | None:
    """The plan that was handed out last; `after` is the number of the last event known."""
    row = Plan.objects.filter(person=person, foot=str(foot)).order_by("-made", "-after").first()
    return _plan(row, row.after) if row else None


def protocols(person: UUID, foot: Foot) -> tuple[Protocol, ...]:
    """The protocols of a foot as they were frozen, oldest first."""
    rows = Plan.objects.filter(person=person, foot=str(foot), protocol__isnull=False).order_by(
        "made", "after"
    )
    return tuple(
        Protocol.from_plain(row.protocol, where=f"plan for {row.first_day}") for row in rows if row.protocol
    )


def has_line(person: UUID, foot: Foot, plan: UUID, on: date) -> bool:
    """Whether a plan with a line for that day was handed out for this foot."""
    row = Plan.objects.filter(person=person, foot=str(foot), pk=plan).first()
    return row is not None and any(line["on"] == on.isoformat() for line in row.days)


def verdicts(person: UUID, foot: Foot) -> list[KeptVerdict]:
    """The answers that were given, oldest first; `after` is the number of the last event known."""
    rows = Verdict.objects.filter(person=person, foot=str(foot)).order_by("id")
    return [_verdict(row, row.after) for row in rows]


def page(person: UUID, foot: Foot) -> KeptPage | None:
    """The document of a foot as it is kept."""
    row = Page.objects.filter(person=person, foot=str(foot)).first()
    return KeptPage(row.after, row.version, row.body) if row else None


def everything(person: UUID) -> Kept:
    """All that is kept of a person, as one state of the store."""
    rows = list(Event.objects.filter(person=person).order_by("seq"))
    numbers = [row.seq for row in rows]
    plans = Plan.objects.filter(person=person).order_by("made", "after", "id")
    answers = Verdict.objects.filter(person=person).order_by("id")
    return Kept(
        member=member(person),
        told=tuple(Confirmed(told_of(row), row.recorded, row.knowledge) for row in rows),
        plans=tuple(_plan(row, bisect_right(numbers, row.after)) for row in plans),
        verdicts=tuple(_verdict(row, bisect_right(numbers, row.after)) for row in answers),
        active=active(person),
        professionals=candidates(person),
    )


def active(person: UUID, *, since: date | None = None) -> tuple[ActiveDay, ...]:
    """Every day of activity of a person as its source told it, by day and source; or those since a day."""
    rows = Active.objects.filter(person=person).order_by("on", "source", "part")
    rows = rows.filter(on__gte=since) if since else rows
    return tuple(active_of(row) for row in rows)


def active_around(person: UUID, told: Sequence[ActiveDay]) -> tuple[ActiveDay, ...]:
    """What is kept of a person from the first to the last day that was told: all that bears on those days."""
    if not told:
        return ()
    days = [day.on for day in told]
    rows = Active.objects.filter(person=person, on__range=(min(days), max(days)))
    return tuple(active_of(row) for row in rows.order_by("on", "source", "part"))


def shoes_found(person: UUID) -> tuple[ShoesFound, ...]:
    """The pairs that were worn in a person's sessions, by source and first day: since when, how far."""
    rows = Active.objects.filter(person=person).exclude(shoe="").order_by("on", "source", "part")
    return pairs_in(active_of(row) for row in rows)


def _member(row: Person) -> Member:
    return Member(row.id, row.name, row.seed, row.made_up, row.joined)


def _plan(row: Plan, after: int) -> KeptPlan:
    return KeptPlan(
        id=row.id,
        foot=Foot(row.foot),
        first_day=row.first_day,
        made=row.made,
        after=after,
        knowledge=row.knowledge,
        sealed=row.sealed is not None,
        days=row.days,
        protocol=row.protocol,
    )


def _verdict(row: Verdict, after: int) -> KeptVerdict:
    return KeptVerdict(
        foot=Foot(row.foot),
        on=row.on,
        made=row.made,
        after=after,
        engine=row.engine,
        choice=row.choice,
        technique=row.technique,
        certainty=row.certainty,
        helps=row.helps,
        findings=row.findings,
    )
