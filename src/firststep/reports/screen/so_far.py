"""What 'So far' says: both answers, the numbers behind them, and what to draw."""

from collections.abc import Iterable
from typing import Any

from firststep.care import ArmOf, Standing, second_check, spoken
from firststep.knowledge import called, counted, numeral, phrase, words
from firststep.records import Diary, Question
from firststep.reports.content import Names, report, spread
from firststep.trial import Advice, ChoiceKind, Findings
from firststep.trial.yardsticks import FELT_DIFFERENCE, FEWEST_MORNINGS

SHOWN_DIGITS = 2


def so_far(
    standing: Standing, diary: Diary, findings: Findings, given: Iterable[Advice] = ()
) -> dict[str, Any]:
    """What the mornings show, ready for JSON: sentences, tables and the level.

    given
        The draws that were shown, in the order of being shown: for the second check.
    """
    names = {name: called(name, standing.own) for name in diary.techniques}
    said = report(diary, findings, ArmOf.DAY_BEFORE, names)
    choice = findings.choice
    level = findings.level
    text = words()["so_far"]
    tables = (
        (text["numbers"], *said.effects),
        (text["pairs"], (text["pair"], text["points"]), said.pairs[1]),
    )
    early = findings.mornings - findings.missing < FEWEST_MORNINGS
    return {
        "facts": _facts(standing, findings),
        "choice": None if choice.kind is ChoiceKind.NOT_ASKED else _sentence(spoken(choice.says, names)),
        "helps": _helps(standing, findings, names),
        "felt": phrase("so_far", "felt", points=numeral(f"{FELT_DIFFERENCE:g}")),
        "second": None if early or not standing.compared else _second(diary, given),
        "level_words": phrase("so_far", "too_few", mornings=FEWEST_MORNINGS) if early else _level(findings),
        "drift": text["drift"],
        "tables": [_table(*table) for table in tables if table[2] and standing.compared and not early],
        "level": {
            "mean": [round(float(value), SHOWN_DIGITS) for value in level.mean],
            "low": [round(float(value), SHOWN_DIGITS) for value in level.low],
            "high": [round(float(value), SHOWN_DIGITS) for value in level.high],
        },
    }


def _table(title: str, columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> dict[str, Any]:
    return {
        "title": title,
        "columns": [_sentence(name) for name in columns],
        "rows": [[_sentence(row[0]), *row[1:]] for row in rows],
    }


def _helps(standing: Standing, findings: Findings, names: Names) -> str | None:
    if not standing.comparison or not standing.compared:
        return None
    if standing.comparison.question is Question.WHICH:
        return phrase("so_far", "no_rest_days")
    return _sentence(spoken(findings.helps.says, names))


def _second(diary: Diary, given: Iterable[Advice]) -> str | None:
    check = second_check(diary, given)
    return spoken(check.says) if check.blocks else None


def _level(findings: Findings) -> str:
    level = findings.level
    first, last = (spread(level.mean[k], level.low[k], level.high[k]) for k in (0, -1))
    return phrase("so_far", "level_now", first=first, last=last)


def _facts(standing: Standing, findings: Findings) -> str:
    days, scored = findings.mornings, findings.mornings - findings.missing
    lived = counted("so_far", "day", days, days=days)
    return phrase("so_far", f"facts_{standing.foot}", days=lived, scored=scored)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
