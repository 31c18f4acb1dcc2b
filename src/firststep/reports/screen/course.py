"""How a comparison goes on, in words: where it stands, less of it, and tapering off."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from firststep.care import (
    Graduation,
    Leaving,
    Less,
    Offer,
    Stage,
    StageKind,
    Standing,
    graduation,
    offer,
    stage,
)
from firststep.care.course.graduation import EASY, TWICE_A_WEEK
from firststep.care.sessions import script
from firststep.knowledge import called, phrase, technique
from firststep.records.household import KeptVerdict
from firststep.reports.screen.comfort import to_go_on_with
from firststep.trial import ChoiceKind, Findings
from firststep.trial.yardsticks import HORIZON

MINUTE = 60


def offered_less(now: Standing, drawn: Mapping[date, str | None], today: date) -> dict[str, Any] | None:
    """What is offered after some days without, ready for JSON; None where nothing is.

    drawn
        {day: technique} of the lines that were shown, None on a rest day.
    """
    found = offer(now, drawn, today)
    if found is None:
        return None
    says = [phrase("course", "offer"), phrase("course", "offer_less")]
    says += [_choice(one, found, now) for one in found.choices]
    return {"says": says, "choices": [str(one) for one in found.choices]}


def _choice(one: Less, found: Offer, now: Standing) -> str:
    match one:
        case Less.SHORTER:
            return _shorter(found, now)
        case Less.FEWER:
            return phrase("course", "offer_fewer")
        case Less.NONE:
            return phrase("course", "offer_none")


def _shorter(found: Offer, now: Standing) -> str:
    assert found.shorter is not None
    long, short = found.shorter
    seconds = [script(technique(name, now.own), str(now.foot)).seconds for name in found.shorter]
    names = {"long": called(long, now.own), "short": called(short, now.own)}
    return phrase("course", "offer_shorter", minutes=(seconds[0] - seconds[1]) // MINUTE, **names)


def stage_as_data(now: Standing, findings: Findings, today: date) -> dict[str, Any] | None:
    """Where the comparison stands, ready for JSON; None where nothing is compared."""
    found = stage(now, findings, today)
    return {"kind": str(found.kind), "says": _stage(found)} if found else None


def _stage(found: Stage) -> list[str]:
    match found.kind:
        case StageKind.FIRST_WEEK:
            tried = phrase("course", "stage_first_week", tried=found.tried, all=found.all)
            return [tried, phrase("course", "stage_unpleasant")]
        case StageKind.GATHERING:
            return [phrase("course", "stage_gathering")]
        case StageKind.KNOWN_SO_FAR:
            return [phrase("course", "stage_known"), phrase("course", "stage_cannot_tell")]
        case StageKind.ANSWER:
            return [phrase("course", "stage_answer")]


def to_go(findings: Findings) -> dict[str, Any] | None:
    """About how many mornings an answer may take, ready for JSON; None where no forecast is made."""
    if findings.choice.mornings_to_go is None:
        return None
    low, likely, high = findings.choice.mornings_to_go
    if likely is None:
        says = phrase("course", "beyond", most=HORIZON)
    elif high is None:
        says = phrase("course", "open_end", likely=likely, low=low, most=HORIZON)
    else:
        says = phrase("course", "within", likely=likely, low=low, high=high)
    return {"low": low, "likely": likely, "high": high, "says": says}


def graduation_as_data(now: Standing, verdicts: Sequence[KeptVerdict], today: date) -> dict[str, Any]:
    """Where the person is on the way out, ready for JSON.

    verdicts
        The answers that were given for this foot, oldest first.
    """
    found = graduation(now, verdicts, today)
    says = _leaving(found)
    if found.stage is Leaving.ANSWERED and verdicts[-1].choice == ChoiceKind.NO_DIFFERENCE:
        says[1:1] = to_go_on_with(now, today)
    return {"stage": str(found.stage), "says": says, "every": found.every}


def _leaving(found: Graduation) -> list[str]:
    suggest = [phrase("course", "taper"), phrase("course", "taper_choose")]
    match found.stage:
        case Leaving.NONE:
            return []
        case Leaving.ANSWERED:
            return [phrase("course", "answered"), *suggest]
        case Leaving.EASY:
            return [phrase("course", "easy", pain=EASY), *suggest]
        case Leaving.TAPERING:
            return [_how_often(found)]
        case Leaving.RELAPSE:
            return _relapse(found)


def _how_often(found: Graduation) -> str:
    if found.on_change:
        return phrase("course", "taper_changes")
    return phrase("course", "taper_twice" if found.every == TWICE_A_WEEK else "taper_once")


def _relapse(found: Graduation) -> list[str]:
    said = [phrase("course", key) for key in ("relapse", "relapse_daily", "relapse_changed")]
    return [*said, phrase("course", "relapse_check")] if found.check else said
