"""A file of activity, from the phone's folder to what is kept."""

import threading

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import look
from tests.browser.test_languages import open_diary
from tests.conftest import ROOT
from tests.people import arrive

from firststep.actions.upload import work_off_one
from firststep.actions.watch_household import HouseholdWatch
from firststep.records import Name, Setting

DATA = ROOT / "tests/data/activity"


@pytest.fixture(autouse=True)
def home(settings, tmp_path):
    settings.HOME = tmp_path


@pytest.fixture
def anna(clock):
    anna = arrive("Anna")
    anna.begin()
    anna.renew(clock.now)
    return anna


def steps(tmp_path, days=400):
    """A table of steps that takes more than one part to send."""
    rows = "".join(f"2025-{1 + k // 28 % 12:02}-{1 + k % 28:02},{4_000 + k}\n" for k in range(min(days, 336)))
    file = tmp_path / "my steps.csv"
    file.write_text("date,steps\n" + rows)
    return file


def test_a_file_is_chosen_read_looked_at_and_kept(phone, clock, anna, tmp_path):
    open_diary(phone, anna, clock)
    phone.goto(f"/{anna.id}/settings/")
    phone.get_by_role("link", name="Bring in a file").click()
    phone.get_by_role("heading", name="Steps and runs").wait_for()
    look(phone)
    phone.get_by_label("Choose the file").set_input_files(steps(tmp_path))
    expect(phone.get_by_text("It waits for its turn")).to_be_visible()
    assert work_off_one()
    expect(phone.get_by_text("Nothing is kept yet.")).to_be_visible()
    expect(phone.locator("#uploads")).to_contain_text("336 days, 2025-01-01 to 2025-12-28")
    look(phone)
    phone.get_by_role("button", name="Keep this").click()
    expect(phone.locator("#kept")).to_contain_text("336 days")
    phone.get_by_role("button", name="Let go of it").click()
    expect(phone.locator("#uploads section")).to_have_count(0)
    look(phone)


def test_what_is_no_activity_says_so(phone, clock, anna, tmp_path):
    letter = tmp_path / "letter.txt"
    letter.write_text("dear heel,\n" * 20)
    open_diary(phone, anna, clock)
    phone.goto(f"/{anna.id}/active/")
    phone.get_by_label("Choose the file").set_input_files(letter)
    expect(phone.get_by_text("It waits for its turn")).to_be_visible()
    work_off_one()
    expect(phone.get_by_text("It cannot be read")).to_be_visible()


def test_a_lost_connection_sends_the_rest_and_not_the_whole(phone, clock, anna, tmp_path, monkeypatch):
    monkeypatch.setattr("firststep.web.active.views.LARGEST_PART", 1_000)
    open_diary(phone, anna, clock)
    phone.goto(f"/{anna.id}/active/")
    sent = []
    phone.on(
        "request", lambda asked: "/part?" in asked.url and sent.append(int(asked.url.partition("at=")[2]))
    )
    lost = threading.Event()

    def on_the_way(route):
        if route.request.url.endswith("at=2000") and not lost.is_set():
            lost.set()
            route.abort()
        else:
            route.continue_()

    phone.route("**/part?*", on_the_way)
    file = steps(tmp_path)
    phone.get_by_label("Choose the file").set_input_files(file)
    expect(phone.get_by_text("It waits for its turn")).to_be_visible(timeout=20_000)
    assert sent.count(0) == 1
    assert sent.count(2000) == 2
    assert max(sent) < file.stat().st_size


def test_an_export_that_landed_in_the_watched_folder_and_its_shoes_stand_on_the_page(
    phone, clock, anna, tmp_path, settings
):
    settings.WATCH = tmp_path / "landing"
    settings.WATCH.mkdir()
    anna.tell(Setting(Name.ZONE, "Europe/Madrid"), Setting(Name.UNITS, "imperial"))
    (settings.WATCH / "activities.csv").write_bytes((DATA / "strava-activities.csv").read_bytes())
    (settings.WATCH / "letter.txt").write_text("dear heel,\n" * 9)
    watch = HouseholdWatch(settings.WATCH, lambda: clock.now)
    assert [watch.look(threading.Event()) for _ in range(3)] == [0, 2, 0]
    open_diary(phone, anna, clock)
    phone.goto(f"/{anna.id}/active/")
    came = phone.locator("#watched")
    expect(came.get_by_role("heading", name="activities.csv")).to_be_visible()
    expect(came).to_contain_text("3 new days, 2026-11-04 to 2026-11-06 (strava).")
    expect(came).to_contain_text("It is no file of steps, walks or runs that Firststep knows")
    expect(phone.locator("#kept")).to_contain_text(
        "Shoes 'Blue pair': worn 2 times, 2026-11-04 to 2026-11-05, 9.3 miles."
    )
    look(phone)
