"""TCX, of training devices: each activity is a session, its way and time are the sums of its laps.

A device writes "Other" for whatever is neither a run nor a ride, walks too; what it was cannot be
known, and it counts as none. Times are UTC.
"""

from dataclasses import dataclass, field
from datetime import datetime

from firststep.errors import IntakeError
from firststep.intake.activity import tracks
from firststep.intake.activity.found import Found, Skips, source_of
from firststep.intake.activity.listening import sessions_of
from firststep.intake.activity.parts import Opened, Part, Peek
from firststep.knowledge.said import Said, said
from firststep.records.activity import ActiveDay, Kind, Session, of_session

KIND = "tcx"
WHOLE = False
MOST_ACTIVITIES = 20_000


def is_mine(file: Peek) -> bool:
    """Whether a part is a TCX file."""
    text = file.text().lstrip()
    return text.startswith("<") and "TrainingCenterDatabase" in text


def read(file: Opened) -> Found:
    """The sessions of one or more TCX files."""
    nothing = IntakeError(
        "there is no recorded activity in this file",
        where=file.parts[0].name,
        mend="export the activity itself, not a course or a workout",
    )
    return sessions_of(file, _Reader, kind=KIND, nothing=nothing)


@dataclass(slots=True)
class _Activity:
    """An activity while it is read; `reached` is the way that its last point says."""

    sport: str | None
    began: tuple[datetime, bool] | None = None
    device: str | None = None
    metres: float | None = None
    seconds: float | None = None
    reached: float | None = None


@dataclass(slots=True)
class _Reader:
    """Listens to one file."""

    file: Opened
    part: Part
    skips: Skips
    days: list[ActiveDay] = field(default_factory=list)
    notes: list[Said] = field(default_factory=list)
    _inside: list[str] = field(default_factory=list)
    _activity: _Activity | None = None
    _number: int = 0

    def began(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self._inside.append(name)
        if name == "Activity":
            self._activity, self._number = _Activity(attributes.get("Sport")), self._number + 1
        elif name == "Lap" and self._activity is not None and self._activity.began is None:
            self._activity.began = tracks.moment_of(attributes.get("StartTime", ""))

    def ended(self, name: str, text: str) -> None:
        """An element ends."""
        self._inside.pop()
        outer = self._inside[-1] if self._inside else ""
        activity = self._activity
        if activity is None:
            return
        if name == "Activity":
            self.finish()
        elif outer == "Lap" and name in {"TotalTimeSeconds", "DistanceMeters"}:
            self._lap(activity, name, tracks.number_of(text))
        elif outer == "Trackpoint" and name == "DistanceMeters":
            activity.reached = tracks.number_of(text) or activity.reached
        elif outer == "Activity" and name == "Id" and activity.began is None:
            activity.began = tracks.moment_of(text)
        elif outer == "Creator" and name == "Name":
            activity.device = text

    @staticmethod
    def _lap(activity: _Activity, name: str, amount: float | None) -> None:
        if amount is None:
            return
        if name == "DistanceMeters":
            activity.metres = (activity.metres or 0.0) + amount
        else:
            activity.seconds = (activity.seconds or 0.0) + amount

    def finish(self) -> None:
        """An activity is at its end, or the file is."""
        activity, self._activity = self._activity, None
        if activity is None:
            return
        where = said("at_activity", name=self.part.name, n=self._number)
        kind = tracks.kind_of(activity.sport) or Kind.OTHER
        if activity.began is None:
            self.skips.add(where, said("no_begin"))
        elif kind is Kind.OTHER:
            self.skips.add(where, said("device_says_other"))
        elif len(self.days) >= MOST_ACTIVITIES:
            self.skips.add(where, said("too_many_activities"))
        else:
            self._keep(activity, kind, activity.began)

    def _keep(self, activity: _Activity, kind: Kind, first: tuple[datetime, bool]) -> None:
        began, zoned = first
        metres = activity.metres if activity.metres is not None else activity.reached
        self.days.append(
            of_session(
                Session(kind=kind, metres=metres, seconds=activity.seconds),
                on=began.date() if zoned else tracks.day_of(began, self.file.zone_for(self.part)),
                source=source_of(KIND, activity.device),
                part=tracks.part_of(began),
            )
        )
