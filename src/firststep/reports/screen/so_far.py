"""What 'So far' says: both answers, the numbers behind them, and what to draw."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from firststep.care import ArmOf, Standing, second_check, spoken
from firststep.knowledge import called, capital, counted, numeral, phrase, words
from firststep.records import Diary, Question
from firststep.reports.content import Names, report, spread
from firststep.reports.screen.comfort import comfort_as_data
from firststep.reports.screen.course import stage_as_data, to_go
from firststep.reports.screen.each import SHOWN_DIGITS, each_as_data, tables
from firststep.reports.screen.load import load_as_data
from firststep.trial import Advice, ChoiceKind, Findings, SecondLook
from firststep.trial.yardsticks import FELT_DIFFERENCE, FEWEST_MORNINGS


def so_far(
    standing: Standing,
    diary: Diary,
    findings: Findings,
    *,
    today: date,
    given: Iterable[Advice] = (),
    second: SecondLook | None = None,
) -> dict[str, Any]:
    """What the mornings show, ready for JSON: sentences, tables and the level.

    today
        The day that the document is made for.
    given
        The draws that were shown, in the order of being shown: for the second check.
    second
        The second look, with the steps of the day before; None where none are known.
    """
    names = {name: called(name, standing.own) for name in diary.techniques}
    said = report(diary, findings, ArmOf.DAY_BEFORE, names)
    choice = findings.choice
    level = findings.level
    early = findings.mornings - findings.missing < FEWEST_MORNINGS
    too_early = early or findings.choice.kind is ChoiceKind.TOO_EARLY
    return {
        "stage": stage_as_data(standing, findings, today),
        "facts": _facts(standing, findings),
        "choice": None if choice.kind is ChoiceKind.NOT_ASKED else capital(spoken(choice.says, names)),
        "comfort": comfort_as_data(standing, today) if choice.kind is ChoiceKind.NO_DIFFERENCE else None,
        "to_go": to_go(findings),
        "helps": _helps(standing, findings, names),
        "felt": phrase("so_far", "felt", points=numeral(f"{FELT_DIFFERENCE:g}")),
        "second": _second(diary, given) if standing.compared and not too_early else None,
        "load": load_as_data(second, names) if second else None,
        "level_words": phrase("so_far", "too_few", mornings=FEWEST_MORNINGS) if early else _level(findings),
        "drift": words()["so_far"]["drift"],
        "each": each_as_data(standing, findings),
        "tables": tables(standing, findings, said) if standing.compared and not early else [],
        "level": {
            "mean": [round(float(value), SHOWN_DIGITS) for value in level.mean],
            "low": [round(float(value), SHOWN_DIGITS) for value in level.low],
            "high": [round(float(value), SHOWN_DIGITS) for value in level.high],
        },
    }


def _helps(standing: Standing, findings: Findings, names: Names) -> str | None:
    if not standing.comparison or not standing.compared:
        return None
    if standing.comparison.question is Question.WHICH:
        return phrase("so_far", "no_rest_days")
    return capital(spoken(findings.helps.says, names))


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
