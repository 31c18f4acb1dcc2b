"""The safety check on the pages: its cards, the last answers, what follows, and whether to ask again."""

from datetime import date
from functools import cache, lru_cache
from typing import Any

from firststep.care import Standing, cards, paused, reasons, screen
from firststep.knowledge import Outcome, SafetyQuestion, Technique, every, language, offered, words
from firststep.records import Answer, Screened
from firststep.reports.known.safety import safety_as_data, whom

KEPT_RESULTS = 64
"""So many results are kept ready: what follows is a matter of the answers and of knowledge only."""


def safety(now: Standing, today: date) -> dict[str, Any]:
    """All that the pages need of the safety check, ready for JSON.

    today
        The day that the document is made for.
    """
    check = now.safety.what if now.safety else None
    full = isinstance(check, Screened)
    return {
        "cards": cards_as_data(),
        "answers": {id_: str(answer) for id_, answer in check.answers} if isinstance(check, Screened) else {},
        "result": _result(now),
        "again": _again(now, today),
        "paused": paused(now, today) is not None,
        "on": now.safety.on.isoformat() if now.safety else None,
        "short": check is not None and not full,
    }


def cards_as_data() -> list[dict[str, Any]]:
    """Every card with every question that may ever be asked, in the order of being asked."""
    return _cards_in(language())


@cache
def _cards_in(_code: str) -> list[dict[str, Any]]:
    unsure = dict.fromkeys(every(SafetyQuestion), Answer.UNSURE)  # opens what only follows
    return [
        {
            "id": card.id,
            "title": card.title,
            "help": card.help,
            "questions": [_question(question) for question in asked],
        }
        for card, asked in cards(unsure, offered())
    ]


def barred(now: Standing, technique: Technique) -> tuple[SafetyQuestion, ...]:
    """The questions of the check that rule a technique out; none before the check and after the short one."""
    return now.screening.bars(technique) if now.screening else ()


def _question(question: SafetyQuestion) -> dict[str, Any]:
    """`stop` is said at once, with or without a server, where any other answer ends the cards."""
    stop = {"see": whom(question), "tell": question.tell}
    return {
        "id": question.id,
        "asks": question.asks,
        "help": question.help,
        "after": list(question.after),
        "safe_if": question.safe_if,
        "stop": stop if question.outcome is Outcome.CARE_NOW else None,
    }


def _result(now: Standing) -> dict[str, Any] | None:
    if now.safety is None or not isinstance(now.safety.what, Screened):
        return None
    return _result_of(now.safety.what.answers, tuple(now.own.values()), language())


@lru_cache(maxsize=KEPT_RESULTS)
def _result_of(
    answers: tuple[tuple[str, Answer], ...], own: tuple[Technique, ...], _code: str
) -> dict[str, Any]:
    return safety_as_data(screen(dict(answers), own=own))


def _again(now: Standing, today: date) -> list[str]:
    """Why the check is to be answered again, in words; none where the last answers still hold."""
    said = words()["safety"]
    if now.safety and now.screening is None:
        return [said["again_short"]]
    return [said[f"again_{reason}"] for reason in reasons(now, today)]
