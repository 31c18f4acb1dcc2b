"""What somebody was taught, written down in a form: what it means, what is wrong with it, and back."""

from firststep.care.teaching.away import put_away, take_out
from firststep.care.teaching.fields import form_from
from firststep.care.teaching.form import (
    DOES,
    HANDS,
    LIKE,
    MOST_STEPS,
    MOVES,
    OTHER,
    STEP_DOES,
    TaughtForm,
    TaughtStep,
)
from firststep.care.teaching.making import Written, written
from firststep.care.teaching.shape import Wrong
from firststep.care.teaching.showing import copied, form_of

__all__ = [
    "DOES",
    "HANDS",
    "LIKE",
    "MOST_STEPS",
    "MOVES",
    "OTHER",
    "STEP_DOES",
    "TaughtForm",
    "TaughtStep",
    "Written",
    "Wrong",
    "copied",
    "form_from",
    "form_of",
    "put_away",
    "take_out",
    "written",
]
