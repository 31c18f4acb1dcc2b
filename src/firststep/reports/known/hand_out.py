"""A session on one page of plain text, to be done without a screen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from firststep.care.screening.outcome import NOT_BEFORE_SEEN, ruled_out_by
from firststep.care.sessions import Feet, Kind, Session, Step
from firststep.knowledge import capital
from firststep.knowledge.kinds.technique import Dose, Technique
from firststep.knowledge.words import phrase
from firststep.reports.known.page import listed, paragraph
from firststep.reports.known.safety import ground, reviewed

MINUTE = 60


def hand_out(session: Session, technique: Technique | None) -> str:
    """The session as lines of at most 80 signs, ending with a line break.

    technique
        What the session was made of; None for the plain timer, of which nothing more is known.
    """
    side = _said(f"hand_side_{session.feet}")
    lines = [
        *paragraph(_said("hand_title", name=capital(session.name), side=side)),
        *paragraph(_said("hand_time", total=minutes(session.seconds))),
        *((*paragraph(_often(technique.dose)), *paragraph(technique.how)) if technique else ()),
    ]
    for part in _parts(session, technique):
        lines += ["", *paragraph(part.title), *part.lines]
    if technique:
        lines += ["", *paragraph(reviewed(technique.review))]
        lines += paragraph(_said("hand_taught", by=technique.taught_by)) if technique.taught_by else []
    return "\n".join(lines) + "\n"


def minutes(seconds: float) -> str:
    """A time as minutes and seconds, 3:05; a part of a second counts as a whole one."""
    whole = -int(-seconds // 1)
    return f"{whole // MINUTE}:{whole % MINUTE:02d}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A heading, and the lines under it."""

    title: str
    lines: Sequence[str]


def _parts(session: Session, technique: Technique | None) -> Iterator[_Part]:
    needs, posture, *_ = session.opening
    yield _Part(title=_said("hand_needs"), lines=paragraph(" ".join([needs.what, *needs.notes])))
    sit = f"hand_sit_{session.posture}" if session.posture in ("lying", "standing") else "hand_sit"
    later = (technique.posture.later,) if technique and technique.posture.later else ()
    yield _Part(title=_said(sit), lines=paragraph(" ".join([posture.what, *posture.notes, *later])))
    why = (technique.effort.why.says,) if technique else ()
    yield _Part(title=_said("hand_hard"), lines=paragraph(" ".join([session.how_hard, *why])))
    yield _Part(title=_said("hand_steps"), lines=list(_work(session)))
    if technique:
        bars = [
            question.asks for question in ruled_out_by(technique) if question.outcome not in NOT_BEFORE_SEEN
        ]
        yield _Part(title=_said("hand_not_with"), lines=paragraph(" ".join([*bars, _said("hand_check")])))
    yield _Part(title=_said("hand_stop"), lines=listed(session.stop))
    yield _Part(title=_said("hand_stand"), lines=listed([_closing(step) for step in session.closing]))
    if technique:
        claim = technique.evidence.claim
        known = " ".join([claim.says, f"[{ground(claim)}]", _said("hand_more")])
        yield _Part(title=_said("hand_known"), lines=paragraph(known))


def _work(session: Session) -> Iterator[str]:
    """The steps of the first side, each once; then that the other side follows."""
    number, first = 0, session.work[0].side if session.work else session.feet
    shown: set[str] = set()
    for at, step in enumerate(session.work):
        if step.side is not first or step.number > 1:
            continue
        number += 1
        mark = f"{number:2}. "
        yield from paragraph(_step(step, session.work[at + 1 :]), first=mark, indent=" " * len(mark))
        if beside := " ".join(_beside(step, shown)):
            yield from paragraph(beside, first=" " * len(mark), indent=" " * len(mark))
    for step in session.work:
        if step.kind is Kind.SWITCH:
            text = _said("hand_other_side", seconds=step.seconds, side=_side(step.side))
            yield from paragraph(text, first=" " * 4, indent=" " * 4)


def _step(step: Step, later: Sequence[Step]) -> str:
    blanks = {"title": step.title, "seconds": step.seconds, "what": step.what, "times": step.times}
    if step.kind is Kind.TIME:
        return _said("hand_minutes", **blanks)
    if step.times == 1:
        return _said("hand_step", **blanks)
    if later and later[0].kind is Kind.REST and step.kind is not Kind.REST:
        return _said("hand_step_rest", rest=later[0].seconds, **blanks)
    return _said("hand_step_times", **blanks)


def _beside(step: Step, shown: set[str]) -> Iterator[str]:
    """Where it goes, told once for each path, and what the foot does."""
    if step.where and step.where.stroke not in shown:
        shown.add(step.where.stroke)
        yield _said("hand_where", where=step.where.says)
    if step.cue:
        yield _said("hand_cue", cue=step.cue)


def _closing(step: Step) -> str:
    """Its notes too, but for those of a step without a clock: paper counts nothing down."""
    if step.waits:
        return step.what
    return " ".join([_said("hand_timed", what=step.what, seconds=step.seconds), *step.notes])


def _often(dose: Dose) -> str:
    times = _counted("hand_times", dose.a_day, {1: "1", 2: "2"})
    if dose.every_days == 1:
        said = _said("hand_often_day", times=times)
    else:
        days = _counted("hand_day", dose.every_days, {2: "2", 3: "3"})
        said = _said("hand_often_days", times=times, days=days)
    if dose.a_day == 1:
        return said
    apart = _said("hand_apart", minutes=dose.apart_minutes)
    return f"{said} {apart}"


def _counted(key: str, n: int, own: dict[int, str]) -> str:
    return _said(f"{key}_{own.get(n, 'more')}", n=n)


def _side(side: Feet) -> str:
    return _said(str(side))


def _said(key: str, **blanks: object) -> str:
    return phrase("session", key, **blanks)
