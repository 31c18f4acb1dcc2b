"""GPX: recorded tracks. Each track is a session; where its file does not say which sport, its pace does.

The way is measured from place to place within a segment, never across the gap between two. Points
without a place are passed over, jumps of the receiver are left out. Times are UTC.
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

KIND = "gpx"
WHOLE = False
MOST_TRACKS = 20_000
GUESSED = said("guessed")


def is_mine(file: Peek) -> bool:
    """Whether a part is a GPX file."""
    text = file.text().lstrip()
    return text.startswith("<") and ("<gpx" in text or ":gpx " in text)


def read(file: Opened) -> Found:
    """The sessions of one or more GPX files."""
    nothing = IntakeError(
        "there is no recorded track in this file, only places or a planned way",
        where=file.parts[0].name,
        mend="export the recorded activity",
    )
    return sessions_of(file, _Reader, kind=KIND, nothing=nothing)


@dataclass(slots=True)
class _Track:
    """A track while it is read."""

    sport: str | None = None
    first: tuple[datetime, bool] | None = None
    metres: float = 0.0
    seconds: float = 0.0
    points: int = 0
    here: tuple[float, float] | None = None
    at: datetime | None = None

    def gap(self) -> None:
        """A segment ends: nothing is known of what lies between two."""
        self.here = self.at = None

    def go(self, place: tuple[float, float] | None, text: str | None) -> None:
        """A point: where, and when as the file writes it."""
        moment = tracks.moment_of(text) if text else None
        if place is None or moment is None:
            return
        self.points += 1
        self.first = self.first or moment
        if self.here is not None and self.at is not None:
            lasted = (moment[0] - self.at).total_seconds()
            metres = tracks.metres_between(self.here, place)
            if lasted < 0 or metres > tracks.TOO_FAST * max(lasted, 1.0):
                self.here, self.at = place, moment[0]
                return
            self.metres += metres
            self.seconds += lasted
        self.here, self.at = place, moment[0]


@dataclass(slots=True)
class _Reader:
    """Listens to one file."""

    file: Opened
    part: Part
    skips: Skips
    days: list[ActiveDay] = field(default_factory=list)
    notes: list[Said] = field(default_factory=list)
    _inside: list[str] = field(default_factory=list)
    _creator: str | None = None
    _track: _Track | None = None
    _place: tuple[float, float] | None = None
    _time: str | None = None
    _number: int = 0

    def began(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self._inside.append(name)
        if name == "gpx":
            self._creator = attributes.get("creator")
        elif name == "trk":
            self._track, self._number = _Track(), self._number + 1
        elif name == "trkpt":
            self._place = tracks.place_of(attributes.get("lat"), attributes.get("lon"))
            self._time = None

    def ended(self, name: str, text: str) -> None:
        """An element ends."""
        self._inside.pop()
        outer = self._inside[-1] if self._inside else ""
        if self._track is None:
            return
        if name == "time" and outer == "trkpt":
            self._time = text
        elif name == "trkpt":
            self._track.go(self._place, self._time)
        elif name == "trkseg":
            self._track.gap()
        elif name == "type" and outer == "trk":
            self._track.sport = text
        elif name == "trk":
            self.finish()

    def finish(self) -> None:
        """A track is at its end, or the file is."""
        track, self._track = self._track, None
        if track is None:
            return
        where = said("at_track", name=self.part.name, n=self._number)
        if track.first is None:
            self.skips.add(where, said("no_times"))
        elif len(self.days) >= MOST_TRACKS:
            self.skips.add(where, said("too_many_tracks"))
        else:
            self._keep(track, track.first, where)

    def _keep(self, track: _Track, first: tuple[datetime, bool], where: Said) -> None:
        began, zoned = first
        kind = tracks.kind_of(track.sport)
        if kind is None:
            kind, self.notes = tracks.kind_by_pace(track.metres, track.seconds), [GUESSED]
        if kind is Kind.OTHER:
            self.skips.add(where, said("neither"))
            return
        self.days.append(
            of_session(
                Session(kind=kind, metres=track.metres, seconds=track.seconds),
                on=began.date() if zoned else tracks.day_of(began, self.file.zone_for(self.part)),
                source=source_of(KIND, self._creator),
                part=tracks.part_of(began),
            )
        )
