"""Why the safety check should be answered again, from what was told, and whether all pauses until then."""

from datetime import date

from firststep.care.comparing.standing import Standing
from firststep.care.screening.again import PAUSE, Change, Reason, reasons_to_ask
from firststep.knowledge import technique, traits
from firststep.records import Morning, Stopped, Told, Why
from firststep.records.triggers import CareKind, OtherCare

NUMB = (Why.NUMB, Why.TINGLING)


def reasons(standing: Standing, today: date) -> tuple[Reason, ...]:
    """Why the check should be answered again today; none where the last answers still hold."""
    screening = standing.screening
    if standing.safety is None or screening is None:
        return reasons_to_ask(None, today=today)
    told = {on: event.what for on, event in standing.mornings.items()}
    return reasons_to_ask(
        standing.safety.on,
        today=today,
        mornings={on: what.pain for on, what in told.items() if isinstance(what, Morning)},
        changes=_changes(standing),
        numb=any(_numb(event, standing) for event in standing.stops),
        open_questions=0 if screening.outcome else len(screening.open),
    )


def _changes(standing: Standing) -> tuple[Change, ...]:
    """What was told by hand, of a day after the check, that the check asks about: an injection."""
    checked = standing.safety.on if standing.safety else date.max
    since = [one.kind for one in standing.book.of(OtherCare, standing.foot) if one.since > checked]
    return (Change.INJECTION,) if CareKind.INJECTION in since else ()


def paused(standing: Standing, today: date) -> Reason | None:
    """Why nothing is drawn until the check has been answered again; None where nothing pauses."""
    return next((reason for reason in reasons(standing, today) if reason in PAUSE), None)


def _numb(event: Told, standing: Standing) -> bool:
    """Whether a stop since the check asks after nerves. Ice makes numb by itself: that only rests it."""
    what, checked = event.what, standing.safety
    if not isinstance(what, Stopped) or what.why not in NUMB or checked is None:
        return False
    cold = "cold" in traits(technique(what.technique, standing.own))
    return event.happened > checked.happened and not (cold and what.why is Why.NUMB)
