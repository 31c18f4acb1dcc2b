"""A trial as people use it: mornings in, a draw for today and findings out."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from firststep.errors import TrialError
from firststep.trial import allocation
from firststep.trial.advice import ONE_DAY, Advice
from firststep.trial.checks import (
    NOTHING,
    OTHER,
    check_day,
    check_design,
    check_gap,
    check_name,
    check_score,
    unknown,
)
from firststep.trial.findings import Findings, find
from firststep.trial.log import Added, Event, Recorded, Rested, as_plain, from_plain
from firststep.trial.model.mixture import Lattices
from firststep.trial.posterior import Posterior
from firststep.trial.proof.witness import Witness, witness
from firststep.trial.series import Done, Series
from firststep.trial.verdict.answers import Better
from firststep.trial.yardsticks import ENGINE_VERSION, FEWEST_COMPARED, MOST_AHEAD, MOST_TECHNIQUES


class Trial:
    """An adaptive N-of-1 trial on one foot.

    techniques
        1 to 8 names. One alone needs usual days to be compared with.
    usual_days
        Share of days, 0 to 0.5, on which none of the techniques is done.
    better
        "lower" (pain) or "higher" (sleep quality).
    seed
        Fixes every draw: same seed, same mornings, same engine version, same advice.
    lattices
        To be shared with an analysis of the same mornings: the same numbers, only sooner.

    Raises TrialError for anything that cannot be, naming the morning.
    """

    def __init__(
        self,
        techniques: Iterable[str],
        *,
        usual_days: float = 0.0,
        better: Better = "lower",
        seed: int = 0,
        lattices: Lattices | None = None,
    ) -> None:
        listed = (techniques,) if isinstance(techniques, str) else tuple(techniques)
        check_design(listed, usual_days, better, seed)
        self.usual_days = usual_days
        self.better: Better = better
        self.seed = seed
        self._listed = listed
        self._techniques = list(listed)
        self._rested: set[str] = set()
        self._start: date | None = None
        self._pain: list[float | None] = []
        self._recorded: list[int] = []  # indices of mornings told, in order, without those between
        self._did: list[Done] = [None]
        self._log: list[Event] = []
        self._plans: dict[tuple[object, ...], allocation.Plan] = {}
        self._posteriors: dict[tuple[int, tuple[str, ...]], Posterior] = {}
        self._lattices = lattices or Lattices()

    @property
    def techniques(self) -> tuple[str, ...]:
        """Every technique that was ever compared, in the order of joining."""
        return tuple(self._techniques)

    @property
    def compared(self) -> tuple[str, ...]:
        """The techniques compared now."""
        return tuple(name for name in self._techniques if name not in self._rested)

    @property
    def advices(self) -> tuple[Advice, ...]:
        """Every advice given, as given."""
        return tuple(event for event in self._log if isinstance(event, Advice))

    @property
    def series(self) -> Series:
        """The mornings so far. TrialError before the first."""
        if self._start is None:
            raise TrialError("no morning is recorded yet", mend="record a morning first")
        return Series(self.techniques, self._start, tuple(self._pain), tuple(self._did))

    def record(
        self,
        pain: float | None,
        *,
        did: str | Iterable[str] | None = None,
        on: date | None = None,
    ) -> None:
        """Record a morning, or record it again.

        pain
            First-step score, a whole number 0 to 10; None for a missed morning.
        did
            What was done since the last morning: one technique, several, "other", () for
            nothing; None (the default) for not told, which is never nothing.
        on
            The calendar date; left out, the day after the last morning. Days in between
            are missed mornings. A date that is already recorded is corrected: the score
            is replaced, and what was done too if it is given.
        """
        day = self._day(on)
        where = f"morning of {day.isoformat()}"
        self._apply(Recorded(day, check_score(pain, where), self._set(did, where)))

    def advise(self, *, allowed: str | Iterable[str] | None = None, on: date | None = None) -> Advice:
        """The draw for a day: the last morning's, or `on`. Asking twice gives one answer.

        Once given, an advice stands for its whole block, whatever is corrected later.

        allowed
            What may be done that day; left out, everything that is compared.
        """
        series = self.series
        day = on or series.day(len(series) - 1)
        check_day(day)
        if not 0 <= (day - series.start).days < len(series) + MOST_AHEAD:
            raise TrialError(
                f"there is no draw for {day.isoformat()}: it lies before the first morning, or more "
                f"than {MOST_AHEAD} days after the last",
                mend="record the mornings up to that day first",
            )
        choices = self._allowed(allowed)
        given = [advice for advice in self.advices if advice.allowed == choices and advice.covers(day)]
        for advice in given:
            if advice.on == day:
                return advice
        advice = replace(given[-1], on=day) if given else self._draw(series, day, choices)
        self._log.append(advice)
        return advice

    def try_one(self, untried: str | Iterable[str], *, on: date | None = None) -> Advice:
        """The draw of one day, the last morning's or `on`, on which one of these is tried.

        Each has the same chance, and no score is looked at. Asking twice gives one answer.
        """
        series = self.series
        day = on or series.day(len(series) - 1)
        check_day(day)
        choices = self._allowed(untried)
        for advice in self.advices:
            if advice.trying and advice.on == day and set(advice.chances) == set(choices):
                return advice
        advice = Advice(
            technique=allocation.draw(dict.fromkeys(choices, 1.0), self.seed, day, trying=True),
            on=day,
            chances=dict.fromkeys(choices, 1.0 / len(choices)),
            usual_days=self.usual_days,
            allowed=self.compared,
            rested=(),
            block=day,
            days=ONE_DAY,
            cut_off=min(day, series.day(len(series) - 1)),
            engine=ENGINE_VERSION,
            seed=self.seed,
        )
        self._log.append(advice)
        return advice

    def keep(self, advice: Advice) -> None:
        """Take in an advice that was given before, as it was given; it stands for its block."""
        self._log.append(advice)

    def add(self, technique: str) -> None:
        """Compare one more technique, or one that was rested again. History is kept."""
        check_name(technique)
        if technique in self.compared:
            raise TrialError(f"'{technique}' is compared already")
        if len(self.compared) == MOST_TECHNIQUES:
            raise TrialError(
                f"{MOST_TECHNIQUES} techniques are compared already, the most that can be told apart",
                mend="rest one of them first",
            )
        self._apply(Added(technique))

    def rest(self, technique: str) -> None:
        """Stop comparing a technique. What was done and its effect are kept."""
        if technique not in self.compared:
            raise unknown(technique, self.compared)
        if len(self.compared) == (1 if self.usual_days else FEWEST_COMPARED):
            raise TrialError(
                f"without '{technique}' nothing would be left to compare", mend="add another technique first"
            )
        self._apply(Rested(technique))

    def findings(self) -> Findings:
        """What the mornings so far show. TrialError before the first morning."""
        return find(self.series, better=self.better, rested=frozenset(self._rested), lattices=self._lattices)

    def witness(self) -> Witness:
        """What the draws alone say, whatever the model. TrialError before the first morning."""
        return witness(self.series, self.advices)

    def to_dict(self) -> dict[str, Any]:
        """The whole trial as text, numbers, lists and dicts, ready for JSON."""
        return {
            "engine": ENGINE_VERSION,
            "techniques": list(self._listed),
            "usual_days": self.usual_days,
            "better": self.better,
            "seed": self.seed,
            "log": [as_plain(event) for event in self._log],
        }

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> "Trial":
        """The trial that `to_dict` wrote, each advice as it was given."""
        try:
            trial = cls(
                stored["techniques"],
                usual_days=stored["usual_days"],
                better=stored["better"],
                seed=stored["seed"],
            )
            entries = list(stored["log"])
        except (KeyError, TypeError) as fault:
            raise TrialError("this is not a stored trial", where="stored trial") from fault
        for number, plain in enumerate(entries, start=1):
            trial._relive(from_plain(plain, where=f"stored trial, entry {number} of the log"))
        return trial

    def replayed(self) -> "Trial":
        """The same trial lived again: every advice is drawn anew from what was known then."""
        again = Trial(self._listed, usual_days=self.usual_days, better=self.better, seed=self.seed)
        for event in self._log:
            if isinstance(event, Advice) and event.trying:
                again.try_one(event.chances, on=event.on)
            elif isinstance(event, Advice):
                again.advise(allowed=event.allowed, on=event.on)
            else:
                again._relive(event)
        return again

    def history(self, *, every: int = 7) -> list[Findings]:
        """The findings of the first so many mornings, and of all, for what is compared now."""
        series, rested = self.series, frozenset(self._rested)
        ends = sorted({*range(every, len(series), every), len(series)})
        return [find(series.before(end), better=self.better, rested=rested) for end in ends]

    def _relive(self, event: Event) -> None:
        """Take in a stored event, checked as when it was new; an advice as it was given."""
        match event:
            case Recorded(on, pain, did):
                self.record(pain, did=did, on=on)
            case Added(technique):
                self.add(technique)
            case Rested(technique):
                self.rest(technique)
            case Advice():
                self.keep(event)

    def _apply(self, event: Event) -> None:
        match event:
            case Recorded():
                self._place(event)
            case Added(technique):
                self._rested.discard(technique)
                if technique not in self._techniques:
                    self._techniques.append(technique)
            case Rested(technique):
                self._rested.add(technique)
        self._log.append(event)

    def _place(self, morning: Recorded) -> None:
        """Put a morning where it belongs; a gap before it becomes missed mornings."""
        self._start = self._start or morning.on
        index = (morning.on - self._start).days
        new = max(index + 1 - len(self._pain), 0)
        if not new:
            self._plans.clear()
        self._posteriors.clear()
        self._pain += [None] * new
        self._did += [None] * new
        self._pain[index] = morning.pain
        at = bisect_left(self._recorded, index)
        if morning.did is not None:  # done on the day of the morning told before this one
            self._did[self._recorded[at - 1] + 1 if at else 0] = morning.did
        if at == len(self._recorded) or self._recorded[at] != index:
            self._recorded.insert(at, index)

    def _draw(self, series: Series, day: date, choices: tuple[str, ...]) -> Advice:
        plan = allocation.plan_of(series.start, day, lambda first_day: self._standing_plan(series, first_day))
        weights = {name: plan.weights[name] for name in choices if name in plan.weights}
        if not weights:  # all that is allowed today is rested: any of it, evenly
            weights = dict.fromkeys(choices, 1.0)
        total = sum(weights.values())
        return Advice(
            technique=None if plan.usual else allocation.draw(weights, self.seed, plan.first_day),
            on=day,
            chances={name: weight / total for name, weight in weights.items()},
            usual_days=self.usual_days,
            allowed=choices,
            rested=tuple(name for name in plan.rested if name not in weights),
            block=plan.first_day,
            days=plan.days,
            cut_off=plan.cut_off,
            engine=ENGINE_VERSION,
            seed=self.seed,
        )

    def _standing_plan(self, series: Series, first_day: date) -> allocation.Plan:
        """The plan of a block; one that a draw was given for keeps its length."""
        plan = self._plan(series, first_day)
        given = [advice for advice in self.advices if advice.block == first_day and not advice.trying]
        return replace(plan, days=given[0].days) if given else plan

    def _plan(self, series: Series, first_day: date) -> allocation.Plan:
        known = min((first_day - series.start).days + 1, len(series))
        key = (first_day, known, self.compared)
        if key not in self._plans:
            self._plans[key] = allocation.plan(
                self._posterior(series, known),
                first_day=first_day,
                active=self.compared,
                better=self.better,
                seed=self.seed,
                usual_days=self.usual_days,
            )
        return self._plans[key]

    def _posterior(self, series: Series, known: int) -> Posterior:
        """What the first so many mornings say; blocks ahead rest on the same ones."""
        key = (known, self.techniques)
        if key not in self._posteriors:
            self._posteriors[key] = Posterior(series.before(known), self._lattices)
        return self._posteriors[key]

    def _day(self, on: date | None) -> date:
        if on is not None:
            check_day(on)
        if self._start is None:
            if on is None:
                raise TrialError("the first morning needs its date", mend="pass on=date(...)")
            return on
        if on is None:
            return self._start + timedelta(days=len(self._pain))
        check_gap((on - self._start).days + 1 - len(self._pain), f"morning of {on.isoformat()}")
        if on < self._start:
            raise TrialError(
                f"this morning lies before the first, {self._start.isoformat()}",
                where=f"morning of {on.isoformat()}",
                mend="record mornings in the order of their dates",
            )
        return on

    def _allowed(self, allowed: str | Iterable[str] | None) -> tuple[str, ...]:
        if allowed is None:
            return self.compared
        wanted = {allowed} if isinstance(allowed, str) else set(allowed)
        for name in sorted(wanted - set(self._techniques)):
            raise unknown(name, self.techniques, where="allowed")
        choices = tuple(name for name in self.compared if name in wanted)
        if not choices:
            raise TrialError(
                "nothing that is compared is allowed", mend="allow one of: " + ", ".join(self.compared)
            )
        return choices

    def _set(self, did: str | Iterable[str] | None, where: str) -> Done:
        if did is None:
            return None
        if not isinstance(did, Iterable):
            raise TrialError(f"did is {did!r}, but it must be names", where=where, mend="pass one or several")
        done = frozenset([did] if isinstance(did, str) else did)
        for name in sorted(done, key=str):
            if name == NOTHING:
                raise TrialError(f"did is '{name}'", where=where, mend="pass () for nothing done")
            if name not in self._techniques and name != OTHER:
                raise unknown(name, self.techniques, where=where)
        return done
