"""What can be set, each by a form that needs no script; and the feed of reminders."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from icalendar import Calendar
from tests.people import NOON, TODAY

from firststep.actions.leave import delete_everything
from firststep.actions.pair import make_code
from firststep.records import Foot, Morning, Name, Setting, Worst
from firststep.store import read

DAY = timedelta(days=1)


def post(someone, what, **fields):
    return someone.client().post(f"/{someone.id}/settings/{what}", fields, follow=True)


def link_in(answer) -> str:
    return re.search(r'id="address" readonly value="([^"]+)"', answer.content.decode())[1]


def feed(link, **headers):
    return Client().get(link, headers=headers)


def events(link):
    return Calendar.from_ical(feed(link).content).walk("VEVENT")


@pytest.mark.parametrize(
    ("card", "name", "value"),
    [
        ("look", Name.THEME, "dark"),
        ("day", Name.DAY_BEGINS, "14"),
        ("heels", Name.FEET, "both"),
        ("units", Name.UNITS, "imperial"),
        ("language", Name.LANGUAGE, "en"),
        ("asks", Name.ASK_WORST, "off"),
    ],
)
def test_every_card_saves_at_once_and_says_so(anna, card, name, value):
    page = post(anna, "adjust", card=card, **{name: value}).content.decode()
    assert read.settings(anna.id)[name] == value
    section = re.search(rf'<section class="card" id="{card}">.*?</section>', page, re.DOTALL)[0]
    assert '<span role="status">Saved.</span>' in section
    assert page.count("Saved.") == 1


def test_a_box_that_is_not_ticked_is_off_and_one_that_is_ticked_is_on(anna):
    post(anna, "adjust", **{"ask-worst": ["off", "on"], "ask-function": ["off"]})
    settings = read.settings(anna.id)
    assert (settings[Name.ASK_WORST], settings[Name.ASK_FUNCTION]) == ("on", "off")


def test_what_cannot_be_is_refused_in_words(anna):
    answer = post(anna, "adjust", theme="pink")
    assert answer.status_code == 400
    assert "Nothing was saved" in answer.content.decode()
    assert read.told(anna.id) == []


def test_the_chosen_look_is_on_every_page_of_the_person_and_on_nobody_elses(anna, ben):
    post(anna, "adjust", theme="dark")
    for page in ("today/", "settings/", "library/", "shell"):
        assert (
            '<html lang="en" dir="ltr" data-theme="dark">'
            in anna.client().get(f"/{anna.id}/{page}").content.decode()
        )
    assert 'data-theme="auto"' in ben.client().get(f"/{ben.id}/today/").content.decode()
    assert 'data-theme="auto"' in Client().get("/pair/").content.decode()


def test_choosing_a_heel_shows_its_diary(anna):
    anna.tell(Morning(5))
    post(anna, "adjust", feet="left")
    assert anna.client().get(f"/{anna.id}/document").json()["foot"] == Foot.LEFT


def test_only_people_whose_diary_this_browser_opens_are_named(anna, ben):
    client = anna.client()
    page = client.get(f"/{anna.id}/settings/").content.decode()
    assert "Ben" not in page
    client.post("/pair/", {"code": make_code(ben.id, NOON)})
    page = client.get(f"/{anna.id}/settings/").content.decode()
    assert f'<a class="button quiet" href="/{ben.id}/today/"><bdi>Ben</bdi></a>' in page
    assert "Anna" not in ben.client().get(f"/{ben.id}/settings/").content.decode()


# reminders


def test_the_first_time_set_shows_the_address_once(anna):
    answer = post(anna, "remind", at="06:30", again="on", zone="Europe/Berlin")
    link = link_in(answer)
    assert re.fullmatch(r"http://testserver/calendar/[\w-]{32}\.ics", link)
    assert f'href="{link.replace("http", "webcal")}"' in answer.content.decode()
    settings = read.settings(anna.id)
    assert [settings[name] for name in (Name.REMIND_AT, Name.REMIND_AGAIN, Name.ZONE)] == [
        "06:30",
        "on",
        "Europe/Berlin",
    ]
    assert "Reminders are on: 06:30." in answer.content.decode()
    later = anna.client().get(f"/{anna.id}/settings/").content.decode()
    assert link not in later
    assert "Reminders are on: 06:30." in later
    assert link not in post(anna, "remind", at="07:00:00", zone="Europe/Berlin").content.decode()
    assert events(link)[0].start.hour == 7


def test_the_feed_needs_no_cookie_and_is_fetched_as_a_calendar(anna):
    link = link_in(post(anna, "remind", at="06:30", again="on", zone="Europe/Berlin"))
    answer = feed(link)
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert not answer.cookies
    assert [event.start.strftime("%d %H:%M") for event in events(link)] == ["23 06:30", "23 09:30"]
    assert Client().head(link).status_code == 200
    assert Client().post(link).status_code == 405


def test_once_the_morning_is_told_todays_reminders_are_gone(anna):
    link = link_in(post(anna, "remind", at="18:00", again="on", zone="Europe/Berlin"))
    anna.tell(Morning(5))
    assert [event.start.day for event in events(link)] == [24, 24]


def test_a_reminder_speaks_the_language_of_the_person(anna):
    link = link_in(post(anna, "remind", at="06:30"))
    english = events(link)[0]["SUMMARY"]
    anna.tell(Setting(Name.LANGUAGE, "es"))
    spanish = events(link)[0]["SUMMARY"]
    assert (english, spanish == english) == ("Firststep: two taps", False)


def test_whoever_tapers_off_is_reminded_every_few_days(anna):
    link = link_in(post(anna, "remind", at="06:30", zone="Europe/Berlin"))
    anna.begin(on=TODAY - 30 * DAY)
    anna.live(28)
    anna.tell(Setting(Name.TAPER, "on"))
    (event,) = events(link)
    assert event["RRULE"]["INTERVAL"] == [3]
    assert event.start.date() == TODAY + 3 * DAY


def test_turned_off_the_calendar_is_empty_and_turned_on_the_link_is_the_same(anna):
    link = link_in(post(anna, "remind", at="06:30"))
    page = post(anna, "remind", at="off").content.decode()
    assert "Reminders are off." in page
    assert feed(link).status_code == 200
    assert events(link) == []
    post(anna, "remind", at="06:30")
    assert len(events(link)) == 1


def test_a_new_link_ends_the_old_one(anna):
    old = link_in(post(anna, "remind", at="06:30"))
    new = link_in(post(anna, "calendar"))
    assert feed(old).status_code == 404
    assert feed(new).status_code == 200
    delete_everything(anna.id)
    assert feed(new).status_code == 404


def test_a_link_opens_the_reminders_and_nothing_else(anna):
    link = link_in(post(anna, "remind", at="06:30"))
    client = Client(headers={"accept": "text/html"})
    client.get(link)
    assert client.get(f"/{anna.id}/today/").headers["Location"] == "/pair/"
    secret = link.rpartition("/")[2].removesuffix(".ics")
    assert client.post("/pair/", {"code": secret}).status_code == 400


@pytest.mark.parametrize("secret", ["x", "a" * 32, "..%2F..", "%00"])
def test_a_link_that_nobody_has_is_not_there(db, secret):
    assert feed(f"/calendar/{secret}.ics").status_code == 404


def test_nothing_that_was_told_is_in_the_feed(anna):
    """The same file, whatever the scores were."""
    link = link_in(post(anna, "remind", at="06:30", zone="Europe/Berlin"))
    contents = set()
    for pain in (0, 10):
        anna.tell(Morning(pain), Worst(pain))
        contents.add(feed(link).content)
    (content,) = contents
    for word in (b"pain", b"heel", b"foot", b"Anna", str(anna.id).encode(), b"ATTENDEE"):
        assert word not in content


@pytest.mark.parametrize("at", ["", "25:00", "noon", "06-30"])
def test_a_time_that_is_none_is_asked_for_again(anna, at):
    answer = post(anna, "remind", at=at)
    assert answer.status_code == 400
    assert "Choose a time" in answer.content.decode()
    assert read.settings(anna.id)[Name.REMIND_AT] == "off"


def test_without_a_script_the_reminders_float(anna):
    link = link_in(post(anna, "remind", at="06:30"))
    assert events(link)[0].start.tzinfo is None


def test_the_address_is_the_one_that_the_person_uses(anna, settings):
    settings.ALLOWED_HOSTS = ["192.168.1.5"]
    answer = anna.client().post(
        f"/{anna.id}/settings/remind", {"at": "06:30"}, headers={"host": "192.168.1.5:8443"}, secure=True
    )
    link = link_in(answer)
    assert link.startswith("https://192.168.1.5:8443/calendar/")
    content = (
        Client().get(link.partition("8443")[2], headers={"host": "192.168.1.5:8443"}, secure=True).content
    )
    assert b"URL:https://192.168.1.5:8443/" in content


def test_two_people_have_a_feed_each(anna, ben):
    links = [link_in(post(one, "remind", at=at)) for one, at in ((anna, "06:30"), (ben, "09:00"))]
    assert [events(link)[0].start.hour for link in links] == [6, 9]
    assert events(links[0])[0]["UID"] != events(links[1])[0]["UID"]


def test_the_day_of_the_feed_is_the_day_where_the_person_is(anna, monkeypatch):
    """Told at noon; at one at night it is still the evening, and the morning is told already."""
    link = link_in(post(anna, "remind", at="06:30", zone="Europe/Berlin"))
    anna.tell(Morning(5))
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOON + timedelta(hours=13))
    assert events(link)[0].start.date() == TODAY + DAY
