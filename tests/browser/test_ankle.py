"""How far the ankle bends, measured on a phone: with a tape at the wall, or with the phone's own sensor."""

import re

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import kept_for_later, look, told
from tests.browser.test_measures import tell_before
from tests.browser.test_player import STARTS
from tests.browser.test_stories import kept, score
from tests.people import TODAY

from firststep.care import none_of_it
from firststep.records import (
    Answer,
    By,
    Function,
    KneeToWall,
    Morning,
    Name,
    Screened,
    Setting,
    ShinAngle,
    Worst,
)
from firststep.store import read

pytestmark = pytest.mark.django_db(transaction=True)
HARD = Function((("stairs", 4), ("shopping", 7), ("standing", 1)))
SECONDS = 1_000  # milliseconds


@pytest.fixture
def due(begun, clock):
    """The third morning, with all else that is asked for told yesterday: the ankle is due."""
    for days in (1, 2):
        tell_before(clock, Morning(6), days=days)
    tell_before(clock, Worst(8), HARD, days=1)
    begun.goto("/")
    score(begun, 6)
    return begun


def measure(phone, what=""):
    """The page by itself."""
    phone.goto(f"/{read.members()[0].id}/measure/{f'?what={what}' if what else ''}")
    phone.get_by_role("heading", level=1).wait_for()


def go_on(phone, times):
    for _ in range(times):
        phone.get_by_role("button", name="Go on").click()


def keep(phone):
    phone.get_by_role("button", name="Save this number").click()


def type_in(phone, label, *numbers):
    for number in numbers:
        phone.get_by_label(label).fill(number)
        keep(phone)


class Sensor:
    """The orientation sensor of a phone, as the browser itself tells it to a page."""

    def __init__(self, phone):
        self.browser = phone.context.new_cdp_session(phone)

    def turn(self, beta, *, alpha=120, gamma=20):
        self.browser.send(
            "DeviceOrientation.setDeviceOrientationOverride", {"alpha": alpha, "beta": beta, "gamma": gamma}
        )


def panel(phone):
    return phone.locator("#taking")


def take(phone, sensor, beta):
    """From the tap into the lunge, with the phone turned on the way, until it is taken."""
    sensor.turn(beta + 30)
    phone.get_by_role("button", name="Start", exact=True).click()
    expect(panel(phone)).to_contain_text("Phone on the shin")
    sensor.turn(beta)
    expect(panel(phone)).to_contain_text("Taken", timeout=20 * SECONDS)


def test_today_asks_for_it_and_leads_through_it_three_times(due):
    card = due.locator("#measure-knee-to-wall")
    look(due)
    card.get_by_role("link", name="Measure", exact=True).click()
    expect(due.get_by_role("heading", level=1)).to_have_text("Knee to wall, right side")
    expect(due.locator(".measuring")).to_contain_text("You need a wall, a tape measure")
    look(due)
    go_on(due, 1)
    expect(due.locator(".measuring")).to_contain_text("keep a hand on it all the time")
    go_on(due, 1)
    look(due)
    expect(due.get_by_role("img")).to_have_accessible_name(re.compile("^From the side: "))
    type_in(due, "Centimetres", "8.5", "9,5")
    expect(due.locator(".measuring")).to_contain_text("Before: 8.5 cm, 9.5 cm")
    type_in(due, "Centimetres", "8")
    told(due)
    assert kept().knees[TODAY].what == KneeToWall((8.5, 9.5, 8.0))
    result = due.locator("#ankle-result")
    expect(result).to_contain_text("The middle one of three: 8.5 cm")
    expect(result).to_contain_text("There is no earlier time to hold it against.")
    expect(result).to_contain_text("1.9 cm (Powden and others, 2015, Man Ther)")
    expect(result).to_contain_text("At home, on yourself, nobody has looked")
    assert due.evaluate("document.activeElement.id") == "ankle-title"
    look(due)
    due.get_by_role("link", name="To Today").click()
    expect(due.locator("#measure-knee-to-wall")).to_contain_text("Knee to wall: 8.5 cm")
    look(due)


def test_a_number_that_cannot_be_is_not_kept(begun):
    measure(begun, "knee-to-wall")
    go_on(begun, 2)
    for wrong in ("", "nine", "31"):
        type_in(begun, "Centimetres", wrong)
        expect(begun.get_by_role("alert")).to_have_text("Give a number from 0 to 30.")
    expect(begun.get_by_role("heading", level=2)).to_contain_text("Number 1 of 3")
    type_in(begun, "Centimetres", "9")
    expect(begun.get_by_role("heading", level=2)).to_contain_text("Number 2 of 3")


def test_plus_and_minus_are_large_and_go_on_from_the_number_before(begun):
    measure(begun, "knee-to-wall")
    go_on(begun, 2)
    type_in(begun, "Centimetres", "11.5")
    for name, shows in (("More: 0.5", "11.5"), ("More: 0.5", "12"), ("Less: 0.5", "11.5")):
        button = begun.get_by_role("button", name=name)
        assert button.bounding_box()["height"] >= 60
        button.click()
        expect(begun.get_by_label("Centimetres")).to_have_value(shows)


def test_back_takes_a_number_anew(begun):
    measure(begun, "knee-to-wall")
    go_on(begun, 2)
    type_in(begun, "Centimetres", "8", "20")
    begun.get_by_role("button", name="Back").click()
    expect(begun.locator(".measuring")).to_contain_text("Before: 8 cm")
    expect(begun.locator(".measuring")).not_to_contain_text("20 cm")
    type_in(begun, "Centimetres", "9", "10")
    told(begun)
    assert kept().knees[TODAY].what == KneeToWall((8.0, 9.0, 10.0))


def test_less_than_the_error_is_not_called_a_change_and_so_far_says_the_same(begun, clock):
    tell_before(clock, KneeToWall((8.0, 8.0, 8.0)), Morning(5), days=14)
    measure(begun, "knee-to-wall")
    go_on(begun, 2)
    type_in(begun, "Centimetres", "9", "9.5", "10")
    told(begun)
    says = "1.5 cm more. That is less than the measurement error of 1.9 cm, so it is not called a change."
    expect(begun.locator("#ankle-result")).to_contain_text(says)
    begun.get_by_role("link", name="To So far").click()
    table = begun.locator("#measured-knee-to-wall")
    expect(table).to_contain_text(says)
    expect(table.locator("tbody tr").first).to_contain_text("9.5 cm9 cm, 9.5 cm, 10 cm")
    look(begun)


def test_in_inches_it_is_typed_and_shown_and_kept_in_centimetres(begun, clock):
    tell_before(clock, Setting(Name.UNITS, "imperial"), KneeToWall((8.0, 8.0, 8.0)), days=14)
    begun.goto(f"/{read.members()[0].id}/so-far/")
    expect(begun.locator("#measured-knee-to-wall tbody tr").first).to_contain_text("3⅛ in")
    measure(begun, "knee-to-wall")
    go_on(begun, 2)
    type_in(begun, "Inches", "4", "4.125", "4.25")
    told(begun)
    result = begun.locator("#ankle-result")
    expect(result).to_contain_text("The middle one of three: 4⅛ in")
    expect(result).to_contain_text("0.98 inches more, which is better.")
    assert kept().knees[TODAY].what == KneeToWall((10.2, 10.5, 10.8))


def test_the_phone_takes_the_lean_by_itself_and_says_so(begun):
    sensor = Sensor(begun)
    sensor.turn(80)
    measure(begun, "shin-angle")
    go_on(begun, 3)
    look(begun)
    begun.get_by_role("button", name="Use the sensor of this phone").click()
    begun.get_by_role("button", name="Start", exact=True).wait_for()
    look(begun)
    for beta, lean in ((54, 36), (126, 36), (-50, 40)):
        take(begun, sensor, beta)
        expect(panel(begun)).to_contain_text(f"Taken: {lean}°")
        expect(begun.locator("#aloud")).to_contain_text(f"Taken: {lean}°")
        look(begun)
        keep(begun)
    told(begun)
    assert kept().shins[TODAY].what == ShinAngle((36, 36, 40), By.SENSOR)
    expect(begun.locator("#ankle-result")).to_contain_text("The middle one of three: 36°")
    expect(begun.locator("#ankle-result")).to_contain_text("With the same phone in the same case")
    look(begun)


@pytest.mark.parametrize(("heard", "sounds"), [("Tones", True), ("Nothing", False)])
def test_that_it_is_taken_is_heard_only_where_sound_is_wished_and_seen_always(begun, heard, sounds):
    begun.add_init_script(f"({STARTS})()")
    sensor = Sensor(begun)
    sensor.turn(80)
    measure(begun, "shin-angle")
    begun.get_by_role("button", name=heard, exact=True).click()
    go_on(begun, 3)
    begun.get_by_role("button", name="Use the sensor of this phone").click()
    take(begun, sensor, 50)
    expect(panel(begun)).to_contain_text("Taken: 40°")
    notes = [round(hertz) for hertz, _ in begun.evaluate("tones")]
    assert (659 in notes) is sounds  # of the tone that ends something; no step begins with it
    assert bool(notes) is sounds


def test_a_page_that_is_put_away_takes_nothing(begun):
    sensor = Sensor(begun)
    sensor.turn(50)
    measure(begun, "shin-angle")
    go_on(begun, 3)
    begun.get_by_role("button", name="Use the sensor of this phone").click()
    begun.get_by_role("button", name="Start", exact=True).click()
    expect(panel(begun)).to_contain_text("Phone on the shin")
    begun.evaluate(
        """() => {
          Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
          document.dispatchEvent(new Event("visibilitychange"));
        }"""
    )
    expect(begun.get_by_role("button", name="Start", exact=True)).to_be_visible()
    expect(panel(begun)).not_to_contain_text("Taken")


def test_nothing_is_taken_while_the_phone_moves(begun):
    sensor = Sensor(begun)
    sensor.turn(80)
    measure(begun, "shin-angle")
    go_on(begun, 3)
    begun.get_by_role("button", name="Use the sensor of this phone").click()
    begun.get_by_role("button", name="Start", exact=True).click()
    expect(panel(begun)).to_contain_text("Hold still", timeout=15 * SECONDS)
    for step in range(12):  # three seconds
        sensor.turn(50 + 6 * (step % 2))
        begun.wait_for_timeout(250)
    expect(panel(begun)).to_contain_text("Hold still")
    sensor.turn(55)
    expect(panel(begun)).to_contain_text("Taken: 35°")
    begun.get_by_role("button", name="Take this one again").click()
    expect(panel(begun)).to_contain_text("Phone on the shin")
    begun.get_by_role("button", name="Leave it").click()
    expect(begun.get_by_role("button", name="Start", exact=True)).to_be_visible()


def test_without_a_sensor_it_is_said_and_typing_stays(begun):
    measure(begun, "shin-angle")
    go_on(begun, 3)
    begun.get_by_role("button", name="Use the sensor of this phone").click()
    expect(panel(begun)).to_contain_text("The sensor said nothing for two seconds")
    look(begun)
    begun.get_by_text("Type a number instead").click()
    look(begun)
    type_in(begun, "Degrees from upright", "36", "38", "37.4")
    told(begun)
    assert kept().shins[TODAY].what == ShinAngle((36, 38, 37), By.TYPED)


def test_one_that_was_typed_makes_it_no_measurement_of_the_sensor(begun):
    sensor = Sensor(begun)
    sensor.turn(80)
    measure(begun, "shin-angle")
    go_on(begun, 3)
    begun.get_by_role("button", name="Use the sensor of this phone").click()
    take(begun, sensor, 50)
    keep(begun)
    begun.get_by_text("Type a number instead").click()
    type_in(begun, "Degrees from upright", "36", "38")
    told(begun)
    assert kept().shins[TODAY].what == ShinAngle((40, 36, 38), By.TYPED)


def test_where_the_browser_does_not_allow_it_that_is_said(begun):
    """As on an iPhone: the page asks from the tap, and the person says no."""
    begun.add_init_script("DeviceOrientationEvent.requestPermission = async () => 'denied'")
    measure(begun, "shin-angle")
    go_on(begun, 3)
    begun.get_by_role("button", name="Use the sensor of this phone").click()
    expect(panel(begun)).to_contain_text("was not allowed to use the sensor")
    expect(begun.get_by_text("Type a number instead")).to_be_visible()


@pytest.mark.parametrize(
    ("question", "says"),
    [("unsteady", "Unsteady on your feet"), ("pop-or-tear", "until somebody has looked at the foot")],
)
def test_whom_the_safety_check_keeps_off_a_lunge_is_not_led_into_one(due, clock, question, says):
    answers = tuple(sorted((none_of_it() | {question: Answer.YES}).items()))
    tell_before(clock, Screened(answers), days=0)
    due.goto("/")
    expect(due.locator("#measure-knee-to-wall")).to_have_count(0)
    for what in ("knee-to-wall", "shin-angle"):
        measure(due, what)
        expect(due.get_by_role("heading", level=1)).to_have_text("Not now")
        expect(due.locator("main")).to_contain_text(says)
        expect(due.get_by_role("button", name="Go on")).to_have_count(0)
    look(due)


def test_stop_this_hurts_ends_it_and_it_is_not_asked_for_any_more(due):
    due.locator("#measure-knee-to-wall").get_by_role("link", name="Measure", exact=True).click()
    go_on(due, 2)
    type_in(due, "Centimetres", "8")
    due.get_by_role("button", name="Stop, this hurts").click()
    expect(due.get_by_role("heading", level=1)).to_have_text("Stopped. That is fine at any time.")
    expect(due.locator("main")).to_contain_text("Bring your feet together")
    told(due)
    assert kept().settings[Name.ASK_ANKLE] == "off"
    assert kept().knees == {}
    look(due)
    due.get_by_role("link", name="To Today").click()
    expect(due.locator("#plan")).to_be_visible()
    expect(due.locator("#measures")).to_have_count(0)
    due.wait_for_load_state("networkidle")


def test_what_was_told_can_be_changed_and_taken_back(due, clock):
    tell_before(clock, ShinAngle((36, 38, 37), By.SENSOR), days=0)
    due.goto("/")
    card = due.locator("#measure-shin-angle")
    expect(card).to_contain_text("Lean of the shin: 37°")
    card.get_by_role("button", name="Change").click()
    look(due)
    due.get_by_label("Number 2").fill("80")
    card.get_by_role("button", name="Save").click()
    expect(card.get_by_role("alert")).to_have_text("Give a number from 0 to 70.")
    due.get_by_label("Number 2").fill("30")
    card.get_by_role("button", name="Save").click()
    told(due)
    expect(card).to_contain_text("Lean of the shin: 36°")
    assert kept().shins[TODAY].what == ShinAngle((36, 30, 37), By.TYPED)
    card.get_by_role("button", name="Change").click()
    card.get_by_role("button", name="Take it back").click()
    told(due)
    assert kept().shins[TODAY].what == ShinAngle((), By.TYPED)


def test_history_shows_it_and_deletes_it_with_the_day(due, clock):
    tell_before(clock, KneeToWall((8.0, 9.0, 8.5)), days=1)
    due.goto(f"/{read.members()[0].id}/history/")
    yesterday = due.get_by_role("button", name="November 22", exact=False)
    expect(yesterday).to_have_accessible_name(re.compile("how far the ankle bends"))
    yesterday.click()
    part = due.locator("#history-knee-to-wall")
    expect(part).to_contain_text("8.5 cm: 8 cm, 9 cm, 8.5 cm")
    look(due)
    part.get_by_role("button", name="Delete").click()
    expect(part).to_have_count(0)
    due.get_by_role("button", name="Undo").click()
    expect(part).to_contain_text("8.5 cm")
    told(due)


def test_without_a_net_it_is_measured_all_the_same(begun):
    begun.goto("/")
    kept_for_later(begun)
    begun.context.set_offline(True)
    measure(begun, "knee-to-wall")
    go_on(begun, 2)
    type_in(begun, "Centimetres", "8", "9", "8.5")
    result = begun.locator("#ankle-result")
    expect(result).to_contain_text("The middle one of three: 8.5 cm")
    expect(result).to_contain_text("What changed is said once this is saved on the server.")
    begun.context.set_offline(False)
    told(begun)
    assert kept().knees[TODAY].what == KneeToWall((8.0, 9.0, 8.5))


def test_so_far_and_settings_lead_to_it_at_any_time(begun):
    person = read.members()[0].id
    for page, link in (("so-far", "Measure the ankle"), ("settings", "Measure the ankle now")):
        begun.goto(f"/{person}/{page}/")
        begun.get_by_role("link", name=link, exact=True).click()
        expect(begun.get_by_role("link", name="Measure: Lean of the shin")).to_be_visible()
    look(begun)


def test_at_320_pixels_and_in_the_dark(begun):
    begun.set_viewport_size({"width": 320, "height": 640})
    begun.emulate_media(color_scheme="dark")
    sensor = Sensor(begun)
    sensor.turn(80)
    for what, steps in (("knee-to-wall", 2), ("shin-angle", 3)):
        measure(begun, what)
        for _ in range(steps):
            look(begun)
            go_on(begun, 1)
        look(begun)
    begun.get_by_role("button", name="Use the sensor of this phone").click()
    take(begun, sensor, 50)
    look(begun)
