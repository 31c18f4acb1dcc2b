"""A session in a terminal: what a moment of it looks like, which keys do what, and the loop that plays it.

The look of a moment is a pure function; the loop is handed its clock, keys and screen.
"""

import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Protocol

from rich.console import Console, Group, RenderableType
from rich.live import Live
from rich.text import Text

from firststep.care.sessions import (
    Playing,
    Session,
    Step,
    back,
    go_on,
    left,
    pause,
    repeat,
    skip,
    start,
    step_left,
    tick,
)
from firststep.care.sessions.steps import CLOSING
from firststep.knowledge import capital
from firststep.knowledge.words import phrase
from firststep.reports.known.hand_out import minutes

if sys.platform == "win32":
    import msvcrt
else:
    import select
    import termios
    import tty

GLANCE = 0.1
"""Seconds between two looks at the keys and the clock."""

PATIENCE = 10.0
"""Seconds after which a step that waits goes on where there are no keys to say so."""

BAR = 40
"""Signs of the bar."""

ANSWERS = 5
"""Answers to what made a person stop: `stop_1` to `stop_5` in the words."""


class Key(StrEnum):
    """What a key asks for."""

    SPACE = "space"
    NEXT = "next"
    BACK = "back"
    REPEAT = "repeat"
    STOP = "stop"
    HURTS = "hurts"


KEYS = MappingProxyType(
    {
        " ": Key.SPACE,
        "\r": Key.SPACE,
        "\n": Key.SPACE,
        "n": Key.NEXT,
        "right": Key.NEXT,
        "b": Key.BACK,
        "left": Key.BACK,
        "r": Key.REPEAT,
        "q": Key.STOP,
        "x": Key.HURTS,
    }
)
"""What each key asks for; every other asks for nothing."""


class Stage(Protocol):
    """Where a session is played: a real terminal, or one made for a test."""

    @property
    def has_keys(self) -> bool:
        """Whether anybody can press a key."""

    def now(self) -> float:
        """Seconds on a clock that only goes forward."""

    def key(self, seconds: float) -> str | None:
        """The next key within so many seconds: one sign, or "left" or "right"; None where there is none."""

    def show(self, seen: RenderableType) -> None:
        """Show this instead of what was shown before."""

    def bell(self) -> None:
        """Make itself heard."""


@dataclass(frozen=True, slots=True)
class End:
    """How a session ended.

    over
        Whether every step was done.
    hurts
        Whether the person stopped because of what they felt.
    answer
        Which of the answers to what made them stop, from 1; None where they gave none.
    """

    over: bool = False
    hurts: bool = False
    answer: int | None = None


def play(session: Session, stage: Stage) -> End:
    """Play a session to its end, or until somebody stops it."""
    playing, last, since = start(session), stage.now(), stage.now()
    stage.bell()
    while not playing.over:
        stage.show(frame(playing, keys=stage.has_keys))
        pressed = stage.key(GLANCE)
        now = stage.now()
        before, playing, last = playing.at, tick(playing, now - last), now
        asked = KEYS.get(pressed.lower()) if pressed else None
        if asked is Key.STOP:
            return End()
        if asked is Key.HURTS:
            stage.show(question())
            return End(hurts=True, answer=_answer(stage))
        playing = press(playing, asked)
        if playing.at == before and playing.waits and not stage.has_keys and now - since >= PATIENCE:
            playing = go_on(playing)
        if playing.at != before:
            since = now
            stage.bell()
    return End(over=True)


def press(playing: Playing, key: Key | None) -> Playing:
    """After a key. Space goes on where it waits or is paused, and pauses elsewhere."""
    match key:
        case Key.SPACE:
            return go_on(playing) if playing.paused or playing.waits else pause(playing)
        case Key.NEXT:
            return skip(playing)
        case Key.BACK:
            return back(playing)
        case Key.REPEAT:
            return repeat(playing)
        case _:
            return playing


def _answer(stage: Stage) -> int | None:
    """The number that is pressed; None for any other key, and where there are no keys."""
    while stage.has_keys:
        pressed = stage.key(GLANCE)
        if pressed:
            number = int(pressed) if pressed.isdecimal() else 0
            return number if 1 <= number <= ANSWERS else None
    return None


def frame(playing: Playing, *, keys: bool = True) -> RenderableType:
    """What a moment of a session looks like: first what is needed most, as a low screen cuts the rest off."""
    step = playing.step
    if step is None:
        return Text(_said("live_end"))
    session = playing.session
    number = _said("live_step", number=playing.at + 1, steps=len(session.steps))
    side = _said(f"hand_side_{step.side}")
    at_work = step not in (*session.opening, *session.closing)
    return Group(
        Text(f"{capital(session.name)}, {side}. {number}", style="dim"),
        Text(_keys(playing, keys=keys), style="dim"),
        Text(),
        Text(_title(step), style="bold"),
        Text(step.what),
        *((Text(_said("live_cue", cue=step.cue)),) if step.cue else ()),
        Text(),
        *_time(playing, step),
        Text(_said("live_next", title=_title(playing.next)) if playing.next else _said("live_last")),
        Text(),
        *((Text(_said("live_stop_for", stop=" ".join(session.stop))),) if at_work else ()),
        *(Text(line) for line in _beside(step)),
    )


def question() -> RenderableType:
    """The one question that is asked after "stop, this hurts"."""
    numbered = [
        Text(_said("stop_ask_key", number=number, answer=_said(f"stop_{number}")))
        for number in range(1, ANSWERS + 1)
    ]
    return Group(Text(_said("stop_ask"), style="bold"), *numbered, Text(_said("stop_keys"), style="dim"))


def farewell(session: Session, end: End) -> tuple[str, ...]:
    """What is said after the end. Who stops early is told how to stand up safely."""
    if end.over:
        return (_said("live_end"),)
    do = (_said(f"stop_do_{end.answer or ANSWERS}"),) if end.hurts else ()
    last = [f"- {step.what}" for step in session.steps if step.kind in CLOSING]
    return (_said("live_stopped"), *do, "", _said("live_before_standing"), *last)


def _title(step: Step) -> str:
    return f"{step.title} ({step.number}/{step.times})" if step.times > 1 else step.title


def _beside(step: Step) -> Iterator[str]:
    """What else there is to read beside what to do."""
    if step.where:
        yield _said("live_where", where=step.where.says)
    if step.where and step.pace_seconds:
        yield _said("live_pace" if step.where.back else "live_pace_one", seconds=step.pace_seconds)
    yield from step.notes


def _time(playing: Playing, step: Step) -> Iterator[RenderableType]:
    total = minutes(left(playing))
    if step.waits:
        yield Text(_said("live_waits", total=total))
        return
    done = int(BAR * playing.passed / step.seconds)
    yield Text("#" * done + "-" * (BAR - done))
    yield Text(_said("live_left", step=minutes(step_left(playing)), total=total))


def _keys(playing: Playing, *, keys: bool) -> str:
    if not keys:
        return _said("live_keys_none")
    if playing.paused:
        return _said("live_paused")
    return _said("live_keys_wait" if playing.waits else "live_keys")


def _said(key: str, **blanks: object) -> str:
    return phrase("session", key, **blanks)


class Terminal:
    """A real terminal."""

    def __init__(self, live: Live, *, silent: bool, keys: Callable[[float], str | None] | None) -> None:
        self._live, self._silent, self._keys = live, silent, keys

    @property
    def has_keys(self) -> bool:
        """Whether the input is a terminal too."""
        return self._keys is not None

    def now(self) -> float:
        """Seconds of the clock of this computer that only goes forward."""
        return time.monotonic()

    def key(self, seconds: float) -> str | None:
        """The next key; without keys, just the wait."""
        if self._keys:
            return self._keys(seconds)
        time.sleep(seconds)
        return None

    def show(self, seen: RenderableType) -> None:
        """Draw this over what was drawn before."""
        self._live.update(seen, refresh=True)

    def bell(self) -> None:
        """Ring the bell of the terminal."""
        if not self._silent:
            self._live.console.bell()


@contextmanager
def terminal(*, silent: bool) -> Iterator[Terminal]:
    """The terminal that this runs in. It is left as it was found, whatever happens."""
    console = Console(highlight=False)
    with _keys_of_this_terminal() as keys, Live(console=console, auto_refresh=False) as live:
        yield Terminal(live, silent=silent, keys=keys)


ARROW = re.compile(r"\x1b[\[O](?P<way>[A-D])")
WAYS = {"C": "right", "D": "left"}

if sys.platform == "win32":
    ARROW_FOLLOWS = ("\x00", "\xe0")
    WINDOWS_WAYS = {"M": "right", "K": "left"}

    @contextmanager
    def _keys_of_this_terminal() -> Iterator[Callable[[float], str | None] | None]:
        yield _windows_key if sys.stdin.isatty() else None

    def _windows_key(seconds: float) -> str | None:
        until = time.monotonic() + seconds
        while not msvcrt.kbhit():
            if time.monotonic() >= until:
                return None
            time.sleep(GLANCE / 10)
        sign = msvcrt.getwch()
        if sign == "\x03":
            raise KeyboardInterrupt
        return WINDOWS_WAYS.get(msvcrt.getwch()) if sign in ARROW_FOLLOWS else sign

else:

    @contextmanager
    def _keys_of_this_terminal() -> Iterator[Callable[[float], str | None] | None]:
        """Keys one by one and unseen, while it lasts; None where the input is no terminal."""
        if not sys.stdin.isatty():
            yield None
            return
        number = sys.stdin.fileno()
        found = termios.tcgetattr(number)
        try:
            tty.setcbreak(number)
            yield PosixKeys(number)
        finally:
            termios.tcsetattr(number, termios.TCSADRAIN, found)

    class PosixKeys:
        """Reads keys from a terminal; of several at once each is kept for its turn."""

        def __init__(self, number: int) -> None:
            self._number = number
            self._waiting: list[str] = []

        def __call__(self, seconds: float) -> str | None:
            """The next key within so many seconds. A terminal that is gone stops the session."""
            if not self._waiting:
                ready, _, _ = select.select([self._number], [], [], seconds)
                if not ready:
                    return None
                try:
                    read = os.read(self._number, 64)
                except OSError:
                    read = b""
                if not read:
                    return "q"
                self._waiting = keys_in(read.decode("utf-8", errors="ignore"))
            return self._waiting.pop(0) if self._waiting else None


def keys_in(read: str) -> list[str]:
    """The keys in what a terminal sends: signs, and arrows by their way. Other long keys are lost."""
    keys = []
    while read:
        arrow = ARROW.match(read)
        if arrow:
            keys.append(WAYS.get(arrow["way"], ""))
            read = read[arrow.end() :]
        elif read[0] == "\x1b":
            break
        else:
            keys.append(read[0])
            read = read[1:]
    return [key for key in keys if key]
