"""Where a player is in a session. It has no clock of its own: whoever plays tells what time has passed.

Every function takes a `Playing` and gives another; nothing is changed in place.
"""

from dataclasses import dataclass, replace

from firststep.care.sessions.steps import Session, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Playing:
    """A session at one moment.

    at
        The number of the step, from 0; as many as there are steps once it is over.
    passed
        Seconds of this step that are gone: 0 and more, less than it lasts.
    paused
        Whether the time stands still. A step that waits is never paused: it has no time.
    """

    session: Session
    at: int = 0
    passed: float = 0.0
    paused: bool = False

    @property
    def over(self) -> bool:
        """Whether every step is done."""
        return self.at == len(self.session.steps)

    @property
    def step(self) -> Step | None:
        """The step that is going on; None once it is over."""
        return None if self.over else self.session.steps[self.at]

    @property
    def next(self) -> Step | None:
        """The step after this one, if there is one."""
        return self.session.steps[self.at + 1] if self.at + 1 < len(self.session.steps) else None

    @property
    def waits(self) -> bool:
        """Whether it stands at a step without a clock, until the person goes on."""
        return self.step is not None and self.step.waits


def start(session: Session) -> Playing:
    """The beginning of a session."""
    return Playing(session=session)


def tick(playing: Playing, seconds: float) -> Playing:
    """After so many seconds. It stops at a step that waits, and at the end; what is too much is lost."""
    if playing.paused:
        return playing
    steps, at, passed = playing.session.steps, playing.at, playing.passed
    if at < len(steps) and not steps[at].waits:
        passed += max(seconds, 0.0)
        while at < len(steps) and not steps[at].waits and passed >= steps[at].seconds:
            passed -= steps[at].seconds
            at += 1
    if at == len(steps) or steps[at].waits:
        passed = 0.0
    return replace(playing, at=at, passed=passed)


def pause(playing: Playing) -> Playing:
    """Let the time stand still; where there is none, nothing changes."""
    return playing if playing.over or playing.waits else replace(playing, paused=True)


def go_on(playing: Playing) -> Playing:
    """End a pause; leave a step that waits."""
    return _moved(playing, playing.at + 1) if playing.waits else replace(playing, paused=False)


def skip(playing: Playing) -> Playing:
    """To the next step, and play on. A step that is not skippable stays: its time has to pass."""
    step = playing.step
    return playing if step is None or not step.skippable else _moved(playing, playing.at + 1)


def back(playing: Playing) -> Playing:
    """To the beginning of the step before, and play on."""
    return _moved(playing, playing.at - 1)


def repeat(playing: Playing) -> Playing:
    """To the beginning of this step, and play on."""
    return _moved(playing, playing.at)


def step_left(playing: Playing) -> float:
    """Seconds left of this step; 0 where it waits, and once it is over."""
    return playing.step.seconds - playing.passed if playing.step else 0.0


def left(playing: Playing) -> float:
    """Seconds left in all; steps that wait have none."""
    return step_left(playing) + sum(step.seconds for step in playing.session.steps[playing.at + 1 :])


def _moved(playing: Playing, at: int) -> Playing:
    within = min(max(at, 0), len(playing.session.steps))
    return replace(playing, at=within, passed=0.0, paused=False)
