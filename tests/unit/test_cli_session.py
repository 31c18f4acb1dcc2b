"""`firststep session`: played on a stage made for the test, and once in a real terminal."""

import json
import os
import re
import select
import subprocess
import sys
import time
from io import StringIO

import click
import msgspec
import pytest
from click.testing import CliRunner
from rich.console import Console
from tests.conftest import ROOT

from firststep.care.sessions import Kind, go_on, left, pause, script, skip, start, tick, timer
from firststep.cli.known import live
from firststep.cli.known.live import GLANCE, PATIENCE, End, farewell, frame, keys_in, play, question
from firststep.cli.known.session import session as command
from firststep.errors import IntakeError, KnowledgeError
from firststep.knowledge.kinds.technique import Technique
from firststep.knowledge.library import every, one
from firststep.knowledge.words import phrase
from firststep.reports.known.hand_out import minutes

OWN = ROOT / "src/firststep/knowledge/data/techniques/tennis-ball.toml"
RUN = """
import fcntl, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
from firststep.cli.known import session
sys.exit(session.session())
"""
"""The command in a terminal of its own, so that Control-C reaches it."""


class Told:
    """A stage where time passes as keys are waited for, and keys come when they are due."""

    def __init__(self, keys=(), *, has_keys=True):
        self.due, self.has_keys, self.clock, self.seen, self.bells = sorted(keys), has_keys, 100.0, [], 0

    def now(self):
        return self.clock

    def key(self, seconds):
        if self.due and self.due[0][0] <= self.clock - 100.0 + seconds:
            when, pressed = self.due.pop(0)
            self.clock = max(self.clock, when + 100.0)
            return pressed
        self.clock += seconds
        return None

    def show(self, seen):
        self.seen.append(seen)

    def bell(self):
        self.bells += 1

    @property
    def passed(self):
        return self.clock - 100.0


def drawn(seen, width=80):
    console = Console(file=StringIO(), width=width, highlight=False)
    console.print(seen)
    return console.file.getvalue()


@pytest.fixture
def ball():
    return one(Technique, "tennis-ball")


@pytest.fixture
def short(ball):
    """A session of a few seconds."""
    phases = [msgspec.structs.replace(phase, seconds=2) for phase in ball.phases[:2]]
    return script(msgspec.structs.replace(ball, phases=tuple(phases)), "right", ready=1)


@pytest.fixture
def working(short):
    """The first step of the work."""
    return skip(go_on(go_on(start(short))))


def test_a_session_plays_to_its_end_and_rings_at_each_step(short):
    stage = Told([(1, " "), (2, " "), (60, " ")])
    assert play(short, stage) == End(over=True)
    assert stage.bells == 1 + len(short.steps)
    assert stage.passed == pytest.approx(60, abs=2 * GLANCE)


def test_the_time_of_the_steps_is_the_time_that_passes(short):
    stage = Told([(0, " "), (0, " "), (short.seconds + 1, " ")])
    assert play(short, stage).over
    waited = [k for k, seen in enumerate(stage.seen) if phrase("session", "stand_seated") in drawn(seen)]
    assert waited[0] * GLANCE == pytest.approx(short.seconds, abs=1)


def test_a_pause_makes_it_longer_by_the_pause(short):
    straight, paused = (
        Told([(0, " "), (0, " "), (300, " ")]),
        Told([(0, " "), (0, " "), (2, " "), (9, " "), (300, " ")]),
    )
    play(short, straight)
    play(short, paused)
    last = [
        next(k for k, seen in enumerate(stage.seen) if phrase("session", "stand_seated") in drawn(seen))
        for stage in (straight, paused)
    ]
    assert (last[1] - last[0]) * GLANCE == pytest.approx(7, abs=0.5)


def test_keys_go_on_back_and_again(short):
    quick = Told([(k / 10, "n") for k in range(len(short.steps))])
    assert play(short, quick).over
    stage = Told([(0, "n"), (0.1, "right"), (0.2, "n"), (0.3, "b"), (0.4, "left"), (1, "R"), (2, "q")])
    assert play(short, stage) == End()
    assert stage.passed == pytest.approx(2, abs=GLANCE)


@pytest.mark.parametrize("key", ["q", "Q"])
def test_stopping_asks_nothing(short, key):
    stage = Told([(3, key), (4, " ")])
    assert play(short, stage) == End()
    assert not any("What made you stop?" in drawn(seen) for seen in stage.seen)


@pytest.mark.parametrize(("key", "answer"), [*[(str(k), k) for k in range(1, 6)], ("7", None), ("z", None)])
def test_this_hurts_asks_one_question_and_ends(short, key, answer):
    stage = Told([(1, " "), (3, "x"), (4, key)])
    assert play(short, stage) == End(hurts=True, answer=answer)
    asked = drawn(stage.seen[-1])
    assert "What made you stop?" in asked
    assert all(phrase("session", f"stop_{k}") in asked for k in range(1, 6))


@pytest.mark.parametrize("answer", [1, 2, 3, 4, 5, None])
def test_whoever_stops_is_told_what_to_do_and_how_to_stand_up(answer):
    session = script(one(Technique, "frozen-bottle"), "left")
    said = "\n".join(farewell(session, End(hurts=True, answer=answer)))
    assert phrase("session", f"stop_do_{answer or 5}") in said
    assert all(step.what in said for step in session.closing)


def test_whoever_stops_for_another_reason_is_not_questioned(short):
    said = "\n".join(farewell(short, End()))
    assert "Stopped." in said
    assert short.closing[-1].what in said
    assert phrase("session", "stop_do_5") not in said
    assert farewell(short, End(over=True)) == ("The session is over.",)


def test_without_keys_what_waits_goes_on_after_a_while(short):
    stage = Told(has_keys=False)
    assert play(short, stage).over
    waits = sum(step.waits for step in short.steps)
    assert stage.passed == pytest.approx(short.seconds + waits * PATIENCE, abs=1)


def test_a_frame_says_what_to_do_how_long_and_what_comes_next(working):
    text = drawn(frame(tick(working, 0.5)))
    step = working.step
    for said in (step.title, step.what, "0:02 left of this step", "Next: Inner side", "n next", "Sharp pain"):
        assert said in text
    assert step.where.says in " ".join(text.split())
    assert f"{minutes(left(working) - 0.5)} in all" in text
    assert "Step 4 of" in text


def test_a_frame_shows_the_pause_the_wait_and_the_missing_keys(short, working):
    assert "Paused. Space goes on." in drawn(frame(pause(working)))
    assert "Take your time." in drawn(frame(start(short)))
    assert "Control-C stops." in drawn(frame(working, keys=False))
    assert "This is the last step." in drawn(
        frame(start(short).__class__(session=short, at=len(short.steps) - 1))
    )


@pytest.mark.parametrize("technique", tuple(every(Technique)))
def test_every_moment_of_every_session_can_be_drawn(technique):
    playing = start(script(one(Technique, technique), "both"))
    while not playing.over:
        text = drawn(frame(playing), width=72)
        assert playing.step.title in text
        assert max(map(len, text.splitlines())) <= 72
        needed = text.splitlines()[:20]
        assert any("Next: " in line or "last step" in line for line in needed)
        playing = go_on(playing) if playing.waits else tick(playing, playing.step.seconds - playing.passed)
    assert "over" in drawn(frame(playing))
    assert drawn(question())


@pytest.mark.parametrize(
    ("read", "keys"),
    [
        (" nq", [" ", "n", "q"]),
        ("\x1b[C\x1b[D", ["right", "left"]),
        ("\x1bOC", ["right"]),
        ("\x1b[A", []),
        ("a\x1b", ["a"]),
        ("n\x1b[15~", ["n"]),
        ("", []),
    ],
)
def test_keys_are_told_apart(read, keys):
    assert keys_in(read) == keys


def invoke(*arguments):
    return CliRunner().invoke(command, list(map(str, arguments)), catch_exceptions=True)


def test_where_there_is_no_terminal_it_prints_the_hand_out():
    plain, asked = invoke("tennis-ball"), invoke("tennis-ball", "--print")
    assert plain.exit_code == 0
    assert plain.output == asked.output
    assert plain.output.startswith("Tennis ball, right side\n")
    assert "Reviewed by: nobody yet." in plain.output


def test_json_is_the_session_as_data():
    told = json.loads(invoke("tennis-ball", "--side", "both", "--json").output)
    assert (told["technique"], told["feet"]) == ("tennis-ball", "both")
    assert told["seconds"] == sum(step["seconds"] for step in told["steps"])


def test_the_timer_takes_minutes_and_a_technique_does_not():
    told = json.loads(invoke("timer", "--minutes", 7, "--side", "left", "--json").output)
    assert len([step for step in told["steps"] if step["kind"] == Kind.TIME]) == 7
    assert invoke("timer", "--json").output == invoke("timer", "--minutes", 5, "--json").output
    refused = invoke("tennis-ball", "--minutes", 7)
    assert refused.exit_code == 2
    assert "A technique has its own time." in refused.output
    assert invoke("timer", "--minutes", 31).exit_code == 2


def test_rests_between_repeats_can_be_left_out():
    whole, short = (
        json.loads(invoke("fascia-stretch", *how, "--json").output) for how in ([], ["--no-rests"])
    )
    assert short["seconds"] < whole["seconds"]
    assert not any(step["kind"] == "rest" and step["number"] > 1 for step in short["steps"])


def test_an_unknown_technique_is_said():
    assert isinstance(invoke("socks").exception, KnowledgeError)
    assert "there is no technique 'socks'" in str(invoke("socks").exception)


def test_a_technique_of_ones_own_is_played_from_its_file(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(f'taught_by = "Anna, physical therapist"\n{OWN.read_text()}')
    done = invoke(path)
    assert done.exit_code == 0, done.exception
    assert "Taught by: Anna, physical therapist." in done.output


@pytest.mark.parametrize(
    ("content", "said"),
    [(None, "no such file"), (b"\xff\xfe\xff", "this is not text"), (b"#" * 100_001, "too long")],
)
def test_a_file_that_cannot_be_read_is_said(tmp_path, content, said):
    path = tmp_path / "mine.toml"
    if content is not None:
        path.write_bytes(content)
    fault = invoke(path).exception
    assert isinstance(fault, IntakeError)
    assert said in str(fault)


def test_the_help_reads_as_sentences():
    text = " ".join(invoke("--help").output.split())
    assert "Do one technique, step by step." in text
    assert "Press x if it hurts." in text


@pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is of POSIX")
class TestInATerminal:
    """The command itself, in a pseudo-terminal."""

    @pytest.fixture
    def start(self, tmp_path):
        import pty  # noqa: PLC0415
        import termios  # noqa: PLC0415

        started = []

        def begin(*options):
            own, other = pty.openpty()
            termios.tcsetwinsize(own, (30, 90))
            process = subprocess.Popen(
                [sys.executable, "-c", RUN, str(self.few_seconds(tmp_path)), *options],
                stdin=other,
                stdout=other,
                stderr=other,
                start_new_session=True,
                env=os.environ | {"TERM": "xterm-256color"},
            )
            os.close(other)
            started.append((process, own))
            return Seen(process, own)

        yield begin
        for process, own in started:
            process.kill()
            process.wait()
            os.close(own)

    def few_seconds(self, tmp_path):
        """A technique as a person writes it, whose first two steps take two seconds each."""
        text = re.sub(r"(?m)^seconds = \d+$", "seconds = 60", OWN.read_text())
        text = re.sub(r"(?m)^seconds = \d+$", "seconds = 2", text, count=2)
        text = re.sub(r"(?m)^pace_seconds = \d+$", "pace_seconds = 2", text)
        path = tmp_path / "short.toml"
        path.write_text(f'taught_by = "Anna"\n{text}')
        return path

    def test_it_plays_pauses_and_ends(self, start):
        seen = start()
        seen.until("Step 1 of")
        assert "\a" in seen.text
        seen.press(" ")
        seen.until("Step 2 of")
        seen.press(" ")
        seen.until("Step 3 of")
        seen.press("n")
        seen.until("Step 4 of")
        seen.press(" ")
        seen.until("Paused. Space goes on.")
        seen.press(" ")
        seen.until("Step 5 of")  # two seconds later, by itself
        steps = int(re.search(r"Step 5 of (\d+)", seen.text)[1])
        seen.press("\x1b[C" * (steps - 5))
        seen.until("This is the last step")
        seen.press(" ")
        seen.until("The session is over.")
        assert seen.process.wait(10) == 0

    def test_this_hurts_leads_to_what_to_do(self, start):
        seen = start("--silent")
        seen.until("What you need")
        seen.press("x")
        seen.until("What made you stop")
        seen.press("3")
        seen.until("It may be a nerve")
        seen.until("Then stand, slowly")
        assert seen.process.wait(10) == 0
        assert "\a" not in seen.text

    def test_control_c_ends_kindly_and_leaves_the_terminal_as_it_was(self, start):
        import termios  # noqa: PLC0415

        seen = start()
        before = termios.tcgetattr(seen.own)[3] | termios.ECHO | termios.ICANON
        seen.until("What you need")
        seen.press("\x03")
        seen.until("Stopped. That is fine at any time")
        seen.until("Then stand, slowly")
        assert seen.process.wait(10) == 0
        assert termios.tcgetattr(seen.own)[3] == before
        assert "Traceback" not in seen.text


class Seen:
    """What stands on the screen of a running command, and its keyboard."""

    def __init__(self, process, own):
        self.process, self.own, self.text = process, own, ""

    def press(self, keys):
        os.write(self.own, keys.encode())

    def until(self, pattern, seconds=20):
        """Wait until this was written after what was waited for before."""
        end, begin = time.monotonic() + seconds, len(self.text)
        while not re.search(pattern, self.text[max(begin - 2000, 0) :]):
            ready, _, _ = select.select([self.own], [], [], max(end - time.monotonic(), 0))
            assert ready, f"no {pattern!r} in {self.text[-2000:]!r}"
            try:
                self.text += os.read(self.own, 4096).decode("utf-8", errors="replace")
            except OSError:
                raise AssertionError(f"it ended without {pattern!r}: {self.text[-2000:]!r}") from None


def test_the_command_is_a_click_command_named_session():
    assert isinstance(command, click.Command)
    assert command.name == "session"
    assert timer(1, "left").seconds
    assert live.KEYS[" "] == "space"
