"""A session in the hand: whole, stopped, interrupted, offline, without motion, by keys, and by ear."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import kept_for_later, look, next_step, told
from tests.browser.test_languages import open_diary
from tests.people import TODAY, arrive

from firststep.care import standing
from firststep.care.sessions import Kind, script, timer
from firststep.knowledge import technique
from firststep.records import Doing, Foot, Played, Question, Remembered, Stopped, Why
from firststep.store import read

OF_EACH_KIND = (
    "frozen-bottle",
    "tennis-ball-active",
    "hands",
    "calf-roller",
    "hamstring-ball",
    "fascia-stretch",
    "point-and-flex",
    "heel-raise",
    "whole-leg",
)


BEAT = 250  # milliseconds within which the player notices that a step is over


@pytest.fixture
def anna(clock):
    """Somebody who is guided by a ball, a bottle and a roller."""
    anna = arrive("Anna")
    anna.begin(Question.GUIDE, ("tennis-ball-active", "frozen-bottle", "calf-roller"))
    anna.renew(clock.now)
    return anna


def to_session(phone, someone, clock, id_="tennis-ball-active"):
    open_diary(phone, someone, clock)
    phone.goto(f"/{someone.id}/session/?do={id_}")
    phone.get_by_role("button", name="Begin").wait_for()


def begin(phone, sound="Nothing"):
    phone.get_by_role("button", name=sound, exact=True).click()
    phone.get_by_role("button", name=re.compile("^(Begin|Go on from)")).first.click()
    phone.locator(".stage, #before-ask").wait_for()
    skip = phone.get_by_role("button", name="Skip this")
    if skip.count():
        skip.click()
    phone.locator(".stage").wait_for()


def by_hand(phone, clock):
    """From now on time passes only where a test lets it."""
    phone.clock.install(time=clock.now)
    phone.clock.pause_at(clock.now + timedelta(seconds=1))


def at(phone, step, number, steps):
    expect(phone.locator(".stage .bar")).to_contain_text(f"Step {number} of {steps}")
    expect(phone.locator(".stage h2")).to_have_text(step.title)
    expect(phone.locator(".stage .what")).to_have_text(step.what)


KEPT = """() => new Promise((resolve) => {
  const asked = indexedDB.open("firststep");
  asked.onsuccess = () => {
    const rows = asked.result.transaction("marks").objectStore("marks").getAll();
    const none = { at: -1, passed: -1 };
    rows.onsuccess = () => resolve(rows.result.find(({ passed }) => passed !== undefined) ?? none);
  };
})"""


def expect_kept(phone, *, step=0, passed=0):
    """The place that it was paused at has reached the disk: a reload of a test is faster than any hand."""
    for _ in range(100):
        place = phone.evaluate(KEPT)
        if place["at"] >= step and place["passed"] >= passed:
            return
    raise AssertionError("the place was not kept")


def left_in_all(phone):
    """Seconds, as the screen says them."""
    minutes, seconds = re.match(r"(\d+):(\d+)", phone.locator("#all-left").inner_text()).groups()
    return int(minutes) * 60 + int(seconds)


def did(someone):
    return standing(read.told(someone.id), Foot.RIGHT).doings[TODAY].what


@pytest.mark.parametrize("id_", OF_EACH_KIND)
def test_a_whole_session_is_played_step_by_step_in_its_time(phone, clock, id_):
    ben = arrive("Ben")
    ben.begin(Question.GUIDE, (id_,))
    ben.renew(clock.now)
    session = script(technique(id_), "right")
    to_session(phone, ben, clock, id_)
    by_hand(phone, clock)
    begin(phone)
    left, late = session.seconds, BEAT
    for number, step in enumerate(session.steps, 1):
        at(phone, step, number, len(session.steps))
        expect(phone.locator("#all-left")).to_have_text(f"{left // 60}:{left % 60:02} left in all")
        two = step.shows and (step.where or step.shows.foot)
        expect(phone.locator(".stage .pictures svg")).to_have_count(2 if two else 1 if step.shows else 0)
        if step.waits:
            phone.locator("#player-main").click()
        else:
            phone.clock.run_for(step.seconds * 1000 + late)
            left, late = left - step.seconds, 0
    phone.get_by_role("heading", name="The session is over").wait_for()
    told(phone)
    assert did(ben) == Doing(frozenset([id_]))


def test_the_player_can_be_used_and_heard_by_everybody(phone, clock, anna):
    to_session(phone, anna, clock)
    look(phone)
    begin(phone)
    look(phone)
    for _ in range(3):
        phone.locator("#player-main").click() if phone.get_by_role("button", name="Go on").count() else None
        phone.get_by_role("button", name="Next", exact=True).click(force=True)
    look(phone, "session-map")
    phone.get_by_role("button", name="Pause").click()
    look(phone)
    phone.get_by_role("button", name="Stop, this hurts").click()
    look(phone)


def test_every_key_is_large_enough_for_a_toe_and_stop_is_always_on_the_screen(phone, clock, anna):
    to_session(phone, anna, clock, "frozen-bottle")  # the longest words
    begin(phone)
    while not phone.get_by_role("heading", name="Stand up slowly").count():
        keys = phone.locator(".keys button")
        boxes = [keys.nth(k).bounding_box() for k in range(keys.count())]
        assert len(boxes) == 5
        assert min(box["height"] for box in boxes) >= 56
        assert min(box["width"] for box in boxes) >= 90
        assert max(box["y"] + box["height"] for box in boxes) <= 740
        skip = phone.get_by_role("button", name="Next", exact=True)
        if not skip.is_enabled() and not phone.get_by_role("button", name="Go on").count():
            return  # feeling the foot after cold, which nothing skips
        next_step(phone)


def test_pause_back_repeat_and_next_go_where_they_say(phone, clock, anna):
    session = script(technique("tennis-ball-active"), "right")
    to_session(phone, anna, clock)
    by_hand(phone, clock)
    begin(phone)
    for _ in range(2):
        phone.locator("#player-main").click()
    phone.clock.run_for(5_000 + 10_000 + BEAT)
    expect(phone.locator("#step-left")).to_have_text("0:50")
    phone.get_by_role("button", name="Pause").click()
    phone.clock.run_for(30_000)
    expect(phone.locator("#step-left")).to_have_text("0:50")
    phone.get_by_role("button", name="Go on").click()
    phone.clock.run_for(5_000)
    expect(phone.locator("#step-left")).to_have_text("0:45")
    phone.get_by_role("button", name="Repeat").click()
    expect(phone.locator("#step-left")).to_have_text("1:00")
    phone.get_by_role("button", name="Next", exact=True).click()
    at(phone, session.steps[4], 5, len(session.steps))
    phone.get_by_role("button", name="Back").click()
    at(phone, session.steps[3], 4, len(session.steps))


def test_a_reload_and_a_call_lose_nothing(phone, clock, anna):
    to_session(phone, anna, clock)
    by_hand(phone, clock)
    begin(phone)
    for _ in range(2):
        phone.locator("#player-main").click()
    phone.clock.run_for(5_000 + 20_000 + BEAT)
    phone.get_by_role("button", name="Pause").click()
    expect_kept(phone, passed=20)
    phone.reload()
    begin(phone)
    expect(phone.get_by_text("You were at step 4.")).to_be_visible()
    expect(phone.locator("#step-left")).to_have_text("0:40")
    phone.get_by_role("button", name="Go on").click()
    phone.clock.fast_forward(300_000)  # the phone slept: nothing ran, and nobody heard a word
    expect(phone.get_by_text("You were at step 4.")).to_be_visible()
    expect(phone.locator("#step-left")).to_have_text("0:40")
    phone.get_by_role("button", name="Go on").click()
    phone.clock.run_for(40_000)
    expect(phone.locator(".stage h2")).to_have_text("Inner side")


def test_an_opened_page_plays_a_whole_session_without_a_net(phone, clock, anna):
    open_diary(phone, anna, clock)
    kept_for_later(phone)
    phone.context.set_offline(True)
    phone.goto(f"/{anna.id}/session/?do=calf-roller")
    phone.get_by_role("button", name="Begin").wait_for()
    begin(phone)
    while not phone.get_by_role("heading", name="The session is over").count():
        next_step(phone)
    phone.get_by_role("button", name="Yes, I did it").click()
    phone.get_by_text("Saved on this phone.").wait_for()
    phone.context.set_offline(False)
    told(phone)
    assert did(anna) == Doing(frozenset(["calf-roller"]))


def test_without_motion_a_still_picture_has_numbers(phones, clock, anna):
    phone = phones.new(reduced_motion="reduce")
    to_session(phone, anna, clock)
    begin(phone)
    for _ in range(2):
        phone.locator("#player-main").click()
    phone.get_by_role("button", name="Next", exact=True).click()
    assert phone.locator(".where .stops text").all_text_contents() == ["1", "2", "3"]
    expect(phone.locator(".near .ghost")).to_have_count(1)  # both ends of the movement
    before = phone.locator(".pictures").inner_html()
    phone.wait_for_timeout(600)
    assert phone.locator(".pictures").inner_html() == before


def test_with_motion_the_tool_follows_the_path_and_a_pause_stops_it(phone, clock, anna):
    to_session(phone, anna, clock)
    begin(phone)
    for _ in range(2):
        phone.locator("#player-main").click()
    phone.get_by_role("button", name="Next", exact=True).click()
    mark = phone.locator(".where .mark")
    places = []
    for _ in range(4):
        places.append(mark.get_attribute("transform"))
        phone.wait_for_timeout(300)
    assert len(set(places)) == len(places)
    phone.get_by_role("button", name="Pause").click()
    phone.wait_for_timeout(100)
    still = mark.get_attribute("transform")
    phone.wait_for_timeout(400)
    assert mark.get_attribute("transform") == still


def test_a_left_foot_is_the_mirror_of_a_right_one(phone, clock):
    ben = arrive("Ben")
    ben.begin(Question.GUIDE, ("tennis-ball",))
    ben.renew(clock.now)
    to_session(phone, ben, clock, "tennis-ball")
    shapes = phone.evaluate(
        """async (base) => {
          const { drawWhere } = await import(base + "where.js");
          const { maps, sessions } = await (await fetch("../document")).json();
          const step = sessions["tennis-ball"].steps.find(({ where }) => where?.stroke === "arch-inner");
          const path = { ...step.where, path: step.where.path.map(([x, y]) => [100 - x, y]) };
          const options = { tool: "ball", number: 1, still: false };
          const all = [drawWhere(maps.sole, step.where, { ...options, side: "right" }),
                       drawWhere(maps.sole, path, { ...options, side: "left" })];
          return all.map(({ element }) => { document.body.append(element);
            const line = element.querySelector(".stroke");
            return [line.getBoundingClientRect().x - element.getBoundingClientRect().x,
                    element.getBoundingClientRect().right - line.getBoundingClientRect().right]; });
        }""",
        "/static/firststep/session/",
    )
    right, left = shapes
    assert right == pytest.approx(left[::-1], abs=0.5)
    assert right[0] > right[1] + 20  # the inner border of a right sole is on the right


def test_keys_alone_play_a_session(phone, clock, anna):
    to_session(phone, anna, clock)
    phone.get_by_role("button", name="Nothing").focus()
    phone.keyboard.press("Enter")
    phone.get_by_role("button", name="Begin").focus()
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("heading", name="How much does the heel hurt now?")).to_be_focused()
    for _ in range(2):
        phone.keyboard.press("Tab")
    expect(phone.get_by_role("button", name="1", exact=True)).to_be_focused()
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("button", name="Go on")).to_be_focused()
    phone.keyboard.press("Space")
    expect(phone.locator(".stage h2")).to_have_text("Sit down")
    phone.keyboard.press("Space")
    expect(phone.get_by_role("button", name="Pause")).to_be_focused()
    phone.keyboard.press("Space")
    expect(phone.get_by_role("button", name="Go on")).to_be_focused()
    for name in ("Back", "Repeat", "Next"):
        phone.keyboard.press("Tab")
        expect(phone.get_by_role("button", name=name, exact=True)).to_be_focused()
    phone.keyboard.press("Tab")
    expect(phone.get_by_role("button", name="Stop, this hurts")).to_be_focused()
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("heading", name="What made you stop?")).to_be_focused()


VOICES = """() => {
  const own = { lang: "en-US", localService: true, default: true, name: "Own" };
  const far = { lang: "en-US", localService: false, default: false, name: "Far" };
  window.said = [];
  window.AudioContext = undefined; // so that the clock of the page counts, which a test can turn
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
  Object.defineProperty(window, "speechSynthesis", { value: {
    speaking: false, pending: false, getVoices: () => window.voices === "far" ? [far] : [far, own],
    addEventListener() {}, cancel() {},
    speak: ({ text, voice }) => window.said.push([voice.name, text]) } });
}"""
"""A device with a voice: Chromium has none here. It keeps what it is told to say."""


def test_the_voice_says_each_step_as_it_begins_and_names_what_comes(phones, clock, anna):
    phone = phones.new()
    phone.add_init_script(f"({VOICES})()")
    to_session(phone, anna, clock)
    by_hand(phone, clock)
    begin(phone, "Voice")
    assert phone.evaluate("said")[0] == [
        "Own",
        "You need a tennis ball. Take your time.",
    ]  # in the tap itself
    assert len(phone.evaluate("said")) == 3  # and how to take care of it: there is time
    for _ in range(2):
        phone.locator("#player-main").click()
    phone.evaluate("said.length = 0")
    phone.clock.run_for(5_000 + 60_500)
    said = [text for _, text in phone.evaluate("said")]
    step, following = script(technique("tennis-ball-active"), "right").steps[3:5]
    assert said[:3] == [step.say, step.cue, f"Next, in five seconds: {following.title}."]
    assert said[3] == following.say
    assert phone.locator("#aloud").inner_text() == ""  # a screen reader would speak over it


def test_tones_leave_the_words_to_whatever_reads_the_page(phone, clock, anna):
    to_session(phone, anna, clock)
    begin(phone, "Tones")
    expect(phone.locator("#aloud")).to_contain_text("What you need. You need a tennis ball.")
    for _ in range(2):
        phone.locator("#player-main").click()
    phone.get_by_role("button", name="Next", exact=True).click()
    expect(phone.locator("#aloud")).to_contain_text("The long way. Roll along the arch.")
    expect(phone.locator("#aloud")).to_contain_text("Toes away as the ball rolls forward.")
    expect(phone.locator("#aloud")).to_contain_text("Begin two fingers in front of the heel.")


def test_a_voice_that_would_ask_somebody_else_is_not_used(phones, clock, anna):
    phone = phones.new()
    phone.add_init_script(f"({VOICES})(); window.voices = 'far'")
    to_session(phone, anna, clock)
    expect(phone.get_by_role("button", name="Voice")).to_be_disabled()
    expect(phone.get_by_text("This device has no voice of its own")).to_be_visible()


STARTS = """() => {
  const start = OscillatorNode.prototype.start;
  window.tones = [];
  OscillatorNode.prototype.start = function (when) {
    window.tones.push([this.frequency.value, when - this.context.currentTime]);
    return start.call(this, when);
  };
}"""


def test_tones_are_planned_ahead_on_the_clock_of_the_sound(phones, clock, anna):
    phone = phones.new()
    phone.add_init_script(f"({STARTS})()")
    to_session(phone, anna, clock)
    begin(phone, "Tones")
    phone.locator("#player-main").click()
    phone.evaluate("tones.length = 0")
    phone.locator("#player-main").click()  # the count, then a minute
    phone.wait_for_function("tones.length >= 14")
    waits = [round(wait) for _, wait in phone.evaluate("tones.slice(0, 14)")]
    assert waits == [0, 1, 2, 3, 4, 5, 5, 60, 61, 62, 63, 64, 65, 65]  # two notes begin a step
    phone.get_by_role("button", name="Pause").click()


def test_the_screen_is_asked_to_stay_on_again_when_the_page_comes_back(phones, clock, anna):
    phone = phones.new()
    phone.add_init_script(
        """(() => { window.locks = [];
        Object.defineProperty(navigator, "wakeLock", { value: { request: async () => {
          const lock = { released: false, release: async () => { lock.released = true; } };
          window.locks.push(lock); return lock; } } }); })()"""
    )
    to_session(phone, anna, clock)
    assert phone.evaluate("locks.length") == 0
    begin(phone)
    phone.wait_for_function("locks.length === 1")
    phone.evaluate("locks[0].released = true; document.dispatchEvent(new Event('visibilitychange'))")
    phone.wait_for_function("locks.length === 2")
    phone.locator("#player-main").click()
    phone.locator("#player-main").click()
    phone.get_by_role("button", name="Pause").click()
    phone.wait_for_function("locks.every(({ released }) => released)")


def test_the_plain_timer_marks_the_minutes_and_asks_with_what(phone, clock, anna):
    to_session(phone, anna, clock)
    phone.get_by_role("link", name="A plain timer instead").click()
    phone.get_by_role("button", name="3", exact=True).click()
    look(phone)
    by_hand(phone, clock)
    begin(phone)
    session, late = timer(3, "right"), BEAT
    for number, step in enumerate(session.steps, 1):
        at(phone, step, number, len(session.steps))
        if step.waits:
            phone.locator("#player-main").click()
        else:
            phone.clock.run_for(step.seconds * 1000 + late)
            late = 0
    expect(phone.get_by_role("button", name="Frozen bottle")).to_have_count(0)
    phone.get_by_role("button", name="Tennis ball with a moving foot").click()
    told(phone)
    assert did(anna) == Doing(frozenset(["tennis-ball-active"]))


def test_stopped_in_the_middle_it_rests_and_says_how_to_stand_up(phone, clock, anna):
    to_session(phone, anna, clock, "frozen-bottle")
    begin(phone)
    for _ in range(2):
        phone.locator("#player-main").click()
    phone.get_by_role("button", name="Stop, this hurts").click()
    phone.get_by_role("button", name="Too cold").click()
    told(phone)
    stops = [event.what for event in standing(read.told(anna.id), Foot.RIGHT).stops]
    assert stops == [Stopped("frozen-bottle", Why.COLD)]
    closing = [step.what for step in script(technique("frozen-bottle"), "right").closing]
    assert phone.locator("#page ol li").all_inner_texts() == closing
    assert Kind.DRY in {step.kind for step in script(technique("frozen-bottle"), "right").closing}


def test_what_is_not_compared_is_played_from_the_library(phone, clock, anna):
    open_diary(phone, anna, clock)
    phone.goto(f"/{anna.id}/library/calf-stick/")
    phone.get_by_role("link", name="Do it now").click()
    phone.get_by_role("heading", name="Stick on the calf, right side").wait_for()
    begin(phone)
    expect(phone.locator(".stage h2")).to_have_text("What you need")
    phone.context.set_offline(True)
    phone.get_by_role("button", name="Go on").click()
    expect(phone.locator(".stage h2")).to_have_text("Sit down")
    phone.context.set_offline(False)


def test_the_focus_stays_on_its_key_from_step_to_step(phone, clock, anna):
    to_session(phone, anna, clock)
    by_hand(phone, clock)
    begin(phone)
    for _ in range(2):
        phone.locator("#player-main").click()
    phone.get_by_role("button", name="Stop, this hurts").focus()
    phone.clock.run_for(5_000 + BEAT)
    expect(phone.locator(".stage h2")).to_have_text("The long way")
    expect(phone.get_by_role("button", name="Stop, this hurts")).to_be_focused()


@pytest.mark.parametrize("minutes", [0, 30, 119])
def test_cold_waits_until_its_time_has_passed(phone, clock, anna, minutes):
    ended = clock.now - timedelta(minutes=minutes)
    anna.tell(
        Played(
            technique="frozen-bottle", version=1, began=ended - timedelta(seconds=400), seconds=400, of=425
        )
    )
    anna.renew(clock.now)
    open_diary(phone, anna, clock)
    phone.goto(f"/{anna.id}/session/?do=frozen-bottle")
    expect(phone.locator("#apart")).to_contain_text(f"{minutes} minutes ago. At least 120 minutes")
    expect(phone.get_by_role("button", name="Begin")).to_have_count(0)
    look(phone)
    phone.goto(f"/{anna.id}/session/?do=calf-roller")
    phone.get_by_role("button", name="Begin", exact=True).wait_for()


def test_what_was_done_just_now_may_be_done_again_by_choice(phone, clock, anna):
    began = clock.now - timedelta(minutes=20)
    anna.tell(Played(technique="calf-roller", version=1, began=began, seconds=240, of=245))
    anna.renew(clock.now)
    open_diary(phone, anna, clock)
    phone.goto(f"/{anna.id}/session/?do=calf-roller")
    expect(phone.locator("#apart")).to_contain_text("You did this 16 minutes ago")
    phone.get_by_role("button", name="Begin all the same").click()
    phone.locator("#before-ask").wait_for()


def test_what_rests_is_not_begun_at_any_door_and_can_be_taken_up(phone, clock, anna):
    anna.tell(Stopped("calf-stick", Why.SHARP), Stopped("calf-roller", Why.SHARP))
    anna.renew(clock.now)
    open_diary(phone, anna, clock)
    expect(phone.locator("#resting")).to_contain_text("Stick on the calf")
    for id_ in ("calf-roller", "calf-stick"):
        phone.goto(f"/{anna.id}/session/?do={id_}")
        expect(phone.locator("#resting")).to_contain_text("rests since")
        expect(phone.get_by_role("button", name="Begin")).to_have_count(0)
    phone.get_by_role("button", name=re.compile("Take it up again.*tick on the calf")).click()
    told(phone)
    phone.get_by_role("button", name="Begin", exact=True).wait_for()


def test_no_timer_before_the_safety_check(phone, clock):
    ben = arrive("Ben")
    ben.tell(Remembered(5))
    ben.renew(clock.now)
    open_diary(phone, ben, clock)
    phone.goto(f"/{ben.id}/session/?do=timer")
    expect(phone.get_by_text("There is no session for this yet.")).to_be_visible()


def test_whoever_hurts_already_gets_half_as_long(phone, clock, anna):
    to_session(phone, anna, clock)
    phone.get_by_role("button", name="Nothing", exact=True).click()
    phone.get_by_role("button", name="Begin").click()
    phone.get_by_role("button", name="8", exact=True).click()
    phone.get_by_role("button", name="Begin, half as long and lighter").click()
    whole = script(technique("tennis-ball-active"), "right")
    assert 60 < left_in_all(phone) < whole.seconds * 0.75
    for _ in range(2):
        phone.locator("#player-main").click()
    phone.get_by_role("button", name="Next", exact=True).click()
    phone.get_by_role("button", name="Pause").click()
    expect_kept(phone, step=3)
    before = left_in_all(phone)
    phone.reload()
    phone.get_by_role("button", name=re.compile("^Go on from")).click()
    assert left_in_all(phone) == pytest.approx(before, abs=1)  # it is still the short one


@pytest.mark.parametrize(
    "size", [{"width": 740, "height": 360}, {"width": 360, "height": 740}], ids=["wide", "tall"]
)
def test_words_and_stop_can_be_reached_in_large_print_and_on_its_side(phones, clock, anna, size):
    phone = phones.new(viewport=size)
    to_session(phone, anna, clock)
    begin(phone)
    if size["height"] > size["width"]:
        phone.evaluate("document.documentElement.style.fontSize = '200%'")
    for _ in range(2):
        phone.locator("#player-main").click()
    phone.get_by_role("button", name="Next", exact=True).click()
    cue = phone.locator(".stage .cue")
    cue.scroll_into_view_if_needed()
    box, stop = cue.bounding_box(), phone.get_by_role("button", name="Stop, this hurts").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= size["width"] + 1
    assert stop["y"] + stop["height"] <= size["height"]
    assert stop["x"] + stop["width"] <= size["width"]
