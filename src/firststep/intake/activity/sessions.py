"""Sessions gathered from a file: none twice, and two of the same run count once.

A watch and a phone may both record a run and send it to one app. Where two of
the same source overlap by more than half of the shorter one, the one with more
distance counts, and the other is named among what was passed over.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from firststep.intake.activity.found import Found, Skips, source_of
from firststep.knowledge.said import Said, Sayable, said
from firststep.records.activity import MOST_SECONDS, ActiveDay, Kind, Session, of_session

MOST_NOTES = 20
TWICE = said("twice")


@dataclass(frozen=True, slots=True)
class _Taken:
    session: Session
    began: datetime
    source: str
    where: Sayable

    @property
    def ended(self) -> datetime:
        return self.began + timedelta(seconds=min(self.session.seconds or 0, MOST_SECONDS))

    def is_same_time(self, other: "_Taken") -> bool:
        """Whether two recordings share more than half of the shorter one."""
        shared = min(self.ended, other.ended) - max(self.began, other.began)
        shorter = min(self.ended - self.began, other.ended - other.began)
        return self.began == other.began or shared * 2 > shorter

    def in_shoes_of(self, other: "_Taken") -> "_Taken":
        """The same; where it names no pair, in the one that the other recording names."""
        shoe = self.session.shoe or other.session.shoe
        return replace(self, session=replace(self.session, shoe=shoe))


@dataclass(slots=True)
class Sessions:
    """What is gathered of one kind of file."""

    kind: str
    _taken: list[_Taken] = field(default_factory=list)
    _others: int = 0
    _notes: list[Said] = field(default_factory=list)

    def add(self, session: Session, *, began: datetime, device: str, where: Sayable) -> None:
        """One session, begun at a time that the clock on the wall showed."""
        if session.kind is Kind.OTHER:
            self._others += 1
            return
        self._taken.append(_Taken(session, began, source_of(self.kind, device), where))

    def note(self, sentence: Said) -> None:
        """Something the person should know, up to a number of them."""
        if sentence not in self._notes and len(self._notes) < MOST_NOTES:
            self._notes.append(sentence)

    def found(self, *, days: Iterable[ActiveDay] = (), skips: Skips) -> Found:
        """All of it, with days that the file tells beside its sessions."""
        kept = self._once(skips)
        rows = [
            of_session(one.session, on=one.began.date(), source=one.source, part=one.began.isoformat())
            for one in kept
        ]
        if self._others:
            self._notes.append(said("elsewhere", count=self._others))
        return Found(
            source_kind=self.kind,
            days=(*days, *rows),
            skipped=skips.all(),
            notes=tuple(self._notes),
        )

    def _once(self, skips: Skips) -> list[_Taken]:
        kept: list[_Taken] = []
        for one in sorted(
            self._taken, key=lambda taken: (taken.source, taken.began, -(taken.session.metres or 0))
        ):
            last = kept[-1] if kept and kept[-1].source == one.source else None
            if last is None or not last.is_same_time(one):
                kept.append(one)
                continue
            more = (one.session.metres or 0) > (last.session.metres or 0)
            skips.add(last.where if more else one.where, TWICE)
            kept[-1] = one.in_shoes_of(last) if more else last.in_shoes_of(one)
        return kept
