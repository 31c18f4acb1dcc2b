"""The export of a Garmin account: its UDSFile has a line of totals for each day, the person's own day.

Its distance is walking and running together, so it is handed on as neither;
the steps are. Runs are in the FIT files of the same export.
"""

from typing import Any

from firststep.intake.activity.daily import Days
from firststep.intake.activity.found import Found
from firststep.intake.activity.json_list import count, day_of, listed
from firststep.intake.activity.parts import Opened, Peek
from firststep.knowledge.said import Said, said
from firststep.records.activity import ActiveDay

KIND = "garmin-export"
WHOLE = False
DAY, STEPS = "calendarDate", "totalSteps"
OURS = ('"totalSteps"', '"dailyStepGoal"', '"userProfilePK"')
NO_DAY = said("entry_no_date")
NO_STEPS = said("no_count")


def is_mine(file: Peek) -> bool:
    """Whether it is a list of days as Garmin writes them."""
    text = file.text().lstrip()
    return text.startswith("[") and f'"{DAY}"' in text and any(key in text for key in OURS)


def read(file: Opened) -> Found:
    """The steps of every day."""
    days = Days(KIND)
    for part in file.parts:
        entries = listed(part)
        for number, entry in entries.objects(entries.text.find("[")):
            _take(entry, said("at_entry", name=part.name, n=number), days)
        for fault in entries.faults:
            days.note(said("of_file", name=part.name, why=fault))
    return days.found()


def _take(entry: dict[str, Any], where: Said, days: Days) -> None:
    on, steps = day_of(entry.get(DAY)), count(entry.get(STEPS))
    if on is None or steps is None:
        days.skips.add(where, NO_DAY if on is None else NO_STEPS)
        return
    days.add(ActiveDay(on=on, source=KIND, steps=steps))
