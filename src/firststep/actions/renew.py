"""Make what follows from the mornings anew: the plan, the answers, and the page.

Never part of telling: a fault in here must not lose what was told.
"""

import json
from datetime import date, datetime
from uuid import UUID, uuid4

from firststep.care import PlannedDay, Standing, analyse, plan_days, standing
from firststep.knowledge import called
from firststep.records import Diary, Foot
from firststep.records.household import KeptVerdict
from firststep.reports.data import person_as_data
from firststep.reports.document import document, version
from firststep.store import read, write
from firststep.store.convert import plan_as_plain
from firststep.trial import Findings

FEET = (Foot.LEFT, Foot.RIGHT)
SHOWN_BEFORE = 20  # earlier answers on the page


def renew(person: UUID, foot: Foot, now: datetime) -> str:
    """Renew what a person is shown about a foot, and return the document as JSON."""
    after, _ = read.last_told(person, foot)
    standing_now = standing(read.told(person), foot)
    shown = read.shown(person, standing_now.seen)
    plan = _plan(person, standing_now, shown, after, now)
    diary = standing_now.diary()
    findings = _findings(standing_now, diary) if diary else None
    if diary and findings:
        _keep_answer(person, standing_now, diary, findings, after, now)
    body = document(
        standing_now,
        today=standing_now.today(now),
        plan=plan,
        shown=shown,
        findings=findings,
        said=_said(read.verdicts(person, foot))[-SHOWN_BEFORE:],
    )
    text = json.dumps(body, separators=(",", ":"))
    write.put_page(person, foot, after=after, version=version(), body=text)
    return text


def _said(verdicts: list[KeptVerdict]) -> list[tuple[date, str]]:
    """The days on which the answer changed, and what it was."""
    answers = [(one.choice, one.technique, one.helps) for one in verdicts]
    changed = [one for k, one in enumerate(verdicts) if not k or answers[k] != answers[k - 1]]
    return [(one.on, one.findings["choice"]["words"]) for one in changed]


def _plan(
    person: UUID, standing_now: Standing, shown: list[PlannedDay], after: int, now: datetime
) -> tuple[UUID, tuple[PlannedDay, ...]] | None:
    """The plan from today on: the last one if it still says the same, or a new one."""
    foot, today = standing_now.foot, standing_now.today(now)
    days = plan_days(
        standing_now,
        today=today,
        seed=trial_seed(read.member(person).seed, foot),
        given=[day.advice for day in shown if day.advice],
    )
    if not days:
        return None
    lines = plan_as_plain(days)
    last = read.last_plan(person, foot)
    if last and last.days == lines:
        return last.id, days
    new = uuid4()
    write.add_plan(person, new, foot, first_day=today, made=now, after=after, days=lines)
    return new, days


def trial_seed(seed: int, foot: Foot) -> int:
    """The seed of one foot's draws."""
    return seed * len(FEET) + FEET.index(foot)


def _findings(standing_now: Standing, diary: Diary) -> Findings:
    rested = frozenset(diary.techniques) - set(standing_now.compared)
    names = {name: called(name) for name in diary.techniques}
    return analyse(diary, rested=rested, names=names)


def _keep_answer(
    person: UUID, standing_now: Standing, diary: Diary, findings: Findings, after: int, now: datetime
) -> None:
    """Keep the answer if a morning was told since the last one, or if it says something else."""
    if not standing_now.compared:
        return
    choice, on = findings.choice, max(standing_now.mornings, default=diary.days[-1].on)
    answer = (on, str(choice.kind), choice.technique, str(findings.helps.kind))
    earlier = read.verdicts(person, standing_now.foot)
    if earlier and answer == (earlier[-1].on, earlier[-1].choice, earlier[-1].technique, earlier[-1].helps):
        return
    write.add_verdict(
        person,
        KeptVerdict(
            foot=standing_now.foot,
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
