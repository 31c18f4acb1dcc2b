"""What was tried: how often, with what effect, how sure, how it felt, and what hurt."""

from collections.abc import Callable

from firststep.care import Each, Standing, each, spoken
from firststep.care.course.each import is_rest_asked
from firststep.care.looking_back.played import Sessions, sessions_of, stops_of
from firststep.knowledge import called, capital, numeral, said_day, technique, words
from firststep.records import Diary
from firststep.reports.content import signed
from firststep.reports.visit.parts import SECTION, Part, Table, said
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
    elif is_rest_asked(standing) and choice.kind is not ChoiceKind.TOO_EARLY:
        answers.append(said("helps_open"))
    return tuple(map(capital, answers))


def tried(standing: Standing, diary: Diary | None, findings: Findings | None) -> Part | None:
    """The section; None where nothing was done yet."""
    if diary is None:
        return None
    compared = _compared(standing, findings) if findings and standing.compared else None
    table = compared if compared and compared.rows else _done(standing)
    if table is None:
        return None
    if findings and table is compared:
        says = (said("tried_note"), *_also(standing, findings))
    else:
        says = (said("tried_guide"),)
    return Part(table=table, says=(*says, *_stops(standing), *_taught(standing)))


def _also(standing: Standing, findings: Findings) -> tuple[str, ...]:
    """What was done and has no row, as what hurt and rests: it was tried all the same."""
    rows = {one.technique for one in each(standing, findings)}
    listed = [
        said("also_one", name=_named(name, standing), days=numeral(str(days)))
        for name, days in _most_often_first(standing)
        if name not in rows
    ]
    return (said("also", list="; ".join(listed)),) if listed else ()


def _compared(standing: Standing, findings: Findings) -> Table:
    """A row a technique; sessions and comfort only where any session was played."""
    sessions = {one.technique: one for one in sessions_of(standing)}
    columns: dict[str, Callable[[Each], str]] = {
        "technique": lambda one: capital(called(one.technique, standing.own)),
        "days": lambda one: numeral(str(one.days)),
        "sessions": lambda one: numeral(
            str(sessions[one.technique].count if one.technique in sessions else 0)
        ),
        "others": lambda one: _cell(one.others),
        "rest": lambda one: _cell(one.rest),
        "comfort": lambda one: _felt(sessions.get(one.technique)),
    }
    left_out = {"rest"} if not is_rest_asked(standing) else set[str]()
    left_out |= {"sessions", "comfort"} if not sessions else set()
    shown = {name: cell for name, cell in columns.items() if name not in left_out}
    rows = tuple(tuple(cell(one) for cell in shown.values()) for one in each(standing, findings))
    return Table(tuple(map(said, shown)), rows)


def _felt(played: Sessions | None) -> str:
    felt = played.comfort.mean if played else None
    return numeral(f"{float(felt):.1f}") if felt is not None else ""


def _done(standing: Standing) -> Table | None:
    """Nothing is compared: the days on which each was done, the most often done first."""
    rows = tuple(
        (capital(_named(name, standing)), numeral(str(days))) for name, days in _most_often_first(standing)
    )
    return Table((said("technique"), said("days")), rows) if rows else None


def _most_often_first(standing: Standing) -> list[tuple[str, int]]:
    return sorted(standing.days_done.items(), key=lambda pair: (-pair[1], pair[0]))


def _named(name: str, standing: Standing) -> str:
    return words()["so_far"]["other"] if name == OTHER else called(name, standing.own)


def _stops(standing: Standing) -> tuple[str, ...]:
    why = words()[SECTION]["hurt"]
    listed = [
        said("stop_one", name=called(name, standing.own), day=said_day(on), why=why[str(reason)])
        for on, name, reason in stops_of(standing)
    ]
    return (said("stopped", list="; ".join(listed)),) if listed else ()


def _taught(standing: Standing) -> tuple[str, ...]:
    used = [technique(name, standing.own) for name in standing.techniques if name in standing.own]
    return tuple(said("taught", who=one.taught_by, name=one.name) for one in used if one.taught_by)


def _cell(estimate: Estimate | None) -> str:
    return signed(estimate) if estimate else said("too_few")
