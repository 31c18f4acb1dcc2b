"""What was tried: how often, with what effect, how sure, how it felt, and what hurt."""

from collections import Counter

from firststep.care import Standing, each, spoken
from firststep.care.course.each import is_rest_asked
from firststep.care.looking_back.played import sessions_of, stops_of
from firststep.knowledge import called, numeral, said_day, technique, words
from firststep.records import Diary
from firststep.reports.content import signed
from firststep.reports.visit.parts import Part, Table, said
from firststep.trial import OTHER, ChoiceKind, Estimate, Findings, HelpsKind


def short_answers(standing: Standing, findings: Findings) -> tuple[str, ...]:
    """Both answers as the pages say them; none where nothing was compared."""
    names = {name: called(name, standing.own) for name in findings.techniques}
    choice, helps = findings.choice, findings.helps
    answers = []
    if choice.kind is not ChoiceKind.NOT_ASKED:
        answers.append(spoken(choice.says, names))
    if helps.kind is not HelpsKind.NOT_ASKED and standing.compared:
        answers.append(spoken(helps.says, names))
    return tuple(map(_capital, answers))


def tried(standing: Standing, diary: Diary | None, findings: Findings | None) -> Part | None:
    """The section; None where nothing was done yet."""
    if diary is None:
        return None
    table = _compared(standing, findings) if findings and standing.compared else _done(standing, diary)
    if table is None:
        return None
    note = said("tried_note") if standing.compared else said("tried_guide")
    return Part(table=table, says=(note, *_stops(standing), *_taught(standing)))


def _compared(standing: Standing, findings: Findings) -> Table:
    rest, sessions = is_rest_asked(standing), {one.technique: one for one in sessions_of(standing)}
    columns = [said("technique"), said("days"), said("sessions"), said("others")]
    rows = []
    for one in each(standing, findings):
        played = sessions.get(one.technique)
        felt = played.comfort.mean if played else None
        rows.append(
            (
                _capital(called(one.technique, standing.own)),
                numeral(str(one.days)),
                numeral(str(played.count if played else 0)),
                _cell(one.others),
                *((_cell(one.rest),) if rest else ()),
                numeral(f"{float(felt):.1f}") if felt is not None else "",
            )
        )
    return Table((*columns, *((said("rest"),) if rest else ()), said("comfort")), tuple(rows))


def _done(standing: Standing, diary: Diary) -> Table | None:
    """Nothing is compared: the days on which each was done, the most often done first."""
    count = Counter(
        name for event in standing.doings.values() for name in getattr(event.what, "did", None) or ()
    )
    if not diary.days or not count:
        return None
    named = words()["so_far"]["other"]
    rows = tuple(
        (_capital(named if name == OTHER else called(name, standing.own)), numeral(str(days)))
        for name, days in sorted(count.items(), key=lambda pair: (-pair[1], pair[0]))
    )
    return Table((said("technique"), said("days")), rows)


def _stops(standing: Standing) -> tuple[str, ...]:
    why = words()["safety"]["resting"]
    listed = [
        said("stop_one", name=called(name, standing.own), day=said_day(on), why=why[str(reason)].rstrip("."))
        for on, name, reason in stops_of(standing)
    ]
    return (said("stopped", list="; ".join(listed)),) if listed else ()


def _taught(standing: Standing) -> tuple[str, ...]:
    used = [technique(name, standing.own) for name in standing.techniques if name in standing.own]
    return tuple(said("taught", who=one.taught_by, name=one.name) for one in used if one.taught_by)


def _cell(estimate: Estimate | None) -> str:
    return signed(estimate) if estimate else said("too_few")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
