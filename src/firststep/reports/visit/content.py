"""The page that a clinician reads: what happened, what helped, what now. Every format says just this."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from statistics import fmean
from typing import Any

from firststep.care import Standing, findings_of, standing
from firststep.care.load import LoadDay
from firststep.care.triggers import Answer, Around, around
from firststep.errors import OutputError
from firststep.knowledge import days_said, language, numeral, said_day, words
from firststep.records import Diary, Foot, Told
from firststep.records.triggers import CareKind, Onset, OtherCare
from firststep.reports.triggers.data import triggers_as_data
from firststep.reports.triggers.entries import entry_in_words
from firststep.reports.visit.course import course_of
from firststep.reports.visit.measured import ankle, function, worst
from firststep.reports.visit.parts import SECTION, Part, said
from firststep.reports.visit.safety import safety, warned
from firststep.reports.visit.tried import short_answers, tried
from firststep.trial import Findings


class Section(StrEnum):
    """What may stand on the page, in this order."""

    SHORT = "short"
    COURSE = "course"
    TRIED = "tried"
    FUNCTION = "function"
    ANKLE = "ankle"
    SET_OFF = "set-off"
    CARE = "care"
    SAFETY = "safety"
    QUESTIONS = "questions"


WEEK = 7
SUPPORTS = (CareKind.INSOLES, CareKind.TAPING, CareKind.SPLINT)
QUESTIONS = ("ask_right", "ask_else", "ask_load", "ask_help", "ask_when")


@dataclass(frozen=True, slots=True)
class Known:
    """All that the page is made of.

    name
        As the person gave it; nothing else says who they are.
    today
        The day that it is made on.
    diary, findings
        None before the first morning.
    around
        What changed before each onset.
    """

    name: str
    standing: Standing
    today: date
    diary: Diary | None
    findings: Findings | None
    around: tuple[Around, ...] = ()


@dataclass(frozen=True, slots=True)
class Visit:
    """The page, in words.

    who
        (label, value): the name as given, which heel, since when, and how long a diary is kept.
    parts
        The sections that were asked for and that have something to say.
    method
        How it was made, in a few sentences.
    """

    title: str
    language: str
    who: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]
    method: tuple[str, ...]
    made_on: str


def known_of(
    name: str, told: Sequence[Told], foot: Foot, *, now: datetime, days: Sequence[LoadDay] = ()
) -> Known:
    """What is known of a heel, from what was told.

    now
        When the page is made, with a time zone: its day is the one where the person is.
    days
        Days of activity, in their order.
    """
    counts = standing(told, foot)
    diary = counts.diary()
    return Known(
        name=name,
        standing=counts,
        today=counts.today(now),
        diary=diary,
        findings=findings_of(counts, diary) if diary else None,
        around=around(days, counts.book.before(foot)),
    )


def sections_of(asked: Iterable[str]) -> tuple[Section, ...]:
    """The sections by their names. OutputError names the first that there is not."""
    known = {str(one): one for one in Section}
    wanted = list(asked)
    for name in wanted:
        if name not in known:
            raise OutputError(f"the page has no section '{name}'", mend=f"choose out of: {', '.join(known)}")
    return tuple(one for one in Section if str(one) in wanted)


def visit(known: Known, sections: Collection[Section] = tuple(Section)) -> Visit:
    """The page of one heel.

    sections
        Those that are wanted; one with nothing to say is left out.
    """
    made = [_part(known, section) for section in Section if section in sections]
    return Visit(
        title=said("title"),
        language=language(),
        who=_who(known),
        parts=tuple(part for part in made if part is not None),
        method=_method(known),
        made_on=said("made_on", day=said_day(known.today)),
    )


def _who(known: Known) -> tuple[tuple[str, str], ...]:
    foot = str(known.standing.foot)
    rows = [(said("name"), known.name), (said("foot"), said(foot)), (said("since"), _since(known))]
    if known.diary:
        first, last = known.diary.days[0].on, known.diary.days[-1].on
        scored = sum(day.pain is not None for day in known.diary.days)
        dates = {"first": said_day(first), "last": said_day(last)}
        rows.append((said("diary"), said("diary_says", **dates, scored=scored, days=len(known.diary.days))))
    return tuple(rows)


def _since(known: Known) -> str:
    onsets = [one for one in known.standing.book.of(Onset, known.standing.foot) if not one.flare]
    if not onsets:
        return said("not_told")
    first = min(onsets, key=lambda one: one.on)
    day = said_day(first.on)
    return said("since_about", day=day, days=first.within) if first.within else day


def _part(known: Known, section: Section) -> Part | None:
    """One section; None where there is nothing to say."""
    made = {
        Section.SHORT: _short,
        Section.COURSE: _course,
        Section.TRIED: lambda one: tried(one.standing, one.diary, one.findings),
        Section.FUNCTION: lambda one: function(one.standing),
        Section.ANKLE: lambda one: ankle(one.standing),
        Section.SET_OFF: _set_off,
        Section.CARE: _care,
        Section.SAFETY: lambda one: safety(one.standing, one.today),
        Section.QUESTIONS: _questions,
    }[section](known)
    if made is None:
        return None
    return replace(made, id=str(section), title=words()[SECTION]["sections"][str(section)])


def _short(known: Known) -> Part:
    """What the first look has to answer."""
    warns = warned(known.standing)
    first = [(said("careful"), warns.says)] if warns else []
    happened, helped = [worst(known.standing)], words()["so_far"]["none"]
    if known.findings and known.diary:
        happened = [_raw(known.diary), *happened, _care_began(known, known.diary)]
        helped = _helped(known.standing, known.findings)
    rows = (
        (said("happened"), " ".join(filter(None, happened)) or said("no_scores")),
        (said("helped"), helped),
        (said("now"), said("now_seen") if warns and warns.seen_first else said("ask_right")),
    )
    return Part(pairs=(*first, *rows))


def _helped(standing: Standing, findings: Findings) -> str:
    if not standing.compared:
        return said("helped_guide")
    return " ".join(short_answers(standing, findings)) or said("helped_early")


def _care_began(known: Known, diary: Diary) -> str:
    """Other care that began while the diary was kept: whoever reads has to weigh it; empty without any."""
    began = [
        days_said(entry_in_words(one))
        for one in _other_care(known)
        if diary.days[0].on <= one.since <= diary.days[-1].on
    ]
    return said("care_began", list="; ".join(began)) if began else ""


def _raw(diary: Diary) -> str:
    """The scores themselves, at the beginning and at the end; empty before the first."""
    pain = [day.pain for day in diary.days if day.pain is not None]
    if not pain:
        return ""
    first, last = (numeral(f"{fmean(some):.1f}") for some in (pain[:WEEK], pain[-WEEK:]))
    if len(pain) < 2 * WEEK:
        return said("raw_few", first=numeral(f"{fmean(pain):.1f}"), count=numeral(str(len(pain))))
    return said("raw", first=first, last=last)


def _course(known: Known) -> Part | None:
    if known.diary is None or known.findings is None:
        return None
    course = course_of(known.standing, known.diary, known.findings)
    drift = words()["so_far"]["drift"] if known.standing.compared else said("drift_guide")
    return Part(says=(drift,), course=course)


def _set_off(known: Known) -> Part | None:
    if not known.around:
        return None
    found = triggers_as_data(known.around)
    lines = [
        line
        for one in found
        for line in (f"{one['title']}: {_found(one)}", *(trigger["says"] for trigger in one["ranked"]))
    ]
    told = [row["says"] for one in found for row in one["told"]]
    return Part(listed=tuple(map(days_said, lines + told)), says=(said("set_off_note"),))


def _found(around_: dict[str, Any]) -> str:
    """What was found; how long it would take to find more is no matter for a visit."""
    too_little = around_["answer"] == Answer.TOO_LITTLE
    return said("set_off_little") if too_little else str(around_["says"])


def _care(known: Known) -> Part | None:
    listed = tuple(days_said(entry_in_words(one)) for one in _other_care(known))
    return Part(listed=listed, numbered=True) if listed else None


def _other_care(known: Known) -> list[OtherCare]:
    """Other care of this heel, the earliest first."""
    return known.standing.book.of(OtherCare, known.standing.foot)[::-1]


def _questions(known: Known) -> Part:
    """What to ask; not whether to try what is being tried."""
    kinds = {one.kind for one in _other_care(known)}
    asked = [key for key in QUESTIONS if key != "ask_help" or kinds.isdisjoint(SUPPORTS)]
    return Part(listed=tuple(map(said, asked)), numbered=True)


def _method(known: Known) -> tuple[str, ...]:
    compared = bool(known.standing.compared)
    return (said("method_says" if compared else "method_guide"), said("limits"))
