"""Links that people make: kept as ciphertext, shut for good, gone with their person."""

import json
from dataclasses import replace
from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection, connections
from tests.health_links import payload
from tests.people import NOON

from firststep.actions.gather import gather
from firststep.actions.leave import delete_everything
from firststep.actions.share import (
    LONGEST,
    TRIES,
    Asked,
    Handed,
    Wrong,
    content_of,
    hash_of,
    new_passcode,
    open_link,
    revoke,
    share,
)
from firststep.actions.take_along import export_everything
from firststep.errors import OutputError, RecordError, StoreError
from firststep.records.links import LinkState
from firststep.reports.fhir import fhir_as_json
from firststep.reports.visit import Section
from firststep.store import models, read_links

DAY = timedelta(days=1)
ASKED = Asked(address="https://heel.example", lasts=DAY, label="For Dr. Lind")
WITH_PASSCODE = replace(ASKED, passcode="2468")
SECOND = timedelta(seconds=1)


@pytest.fixture
def begun(anna):
    anna.begin()
    return anna


def secret_of(shared) -> str:
    return payload(shared.text)["url"].rpartition("/")[2]


def states(anna, now=NOON):
    return [one.state(now) for one in read_links.links_of(anna.id)]


def test_what_is_shared_is_the_page_for_a_clinician_as_it_is_now(begun):
    text = content_of(begun.id, NOON)
    known = gather(begun.id, NOON)
    assert text == fhir_as_json(known, tuple(Section), person=begun.id, made=NOON)
    assert json.loads(text)["type"] == "document"
    assert "Anna" in text


def test_the_store_has_neither_key_nor_secret_nor_passcode_nor_a_word_of_the_page(begun):
    shared = share(begun.id, WITH_PASSCODE, NOON)
    told = payload(shared.text)
    (row,) = models.Link.objects.values()
    kept = " ".join(map(str, row.values()))
    for hidden in (told["key"], secret_of(shared), WITH_PASSCODE.passcode, "Anna", "Bundle"):
        assert hidden not in kept
    assert row["path"] == hash_of(secret_of(shared))
    assert row["passcode"].startswith("scrypt$")


def test_each_link_has_a_key_and_an_address_of_its_own(begun):
    told = [payload(share(begun.id, ASKED, NOON).text) for _ in range(20)]
    assert len({one["key"] for one in told}) == len({one["url"] for one in told}) == 20


def test_an_opening_is_counted_and_when_it_was(begun):
    secret = secret_of(share(begun.id, ASKED, NOON))
    for minutes in (1, 5):
        assert isinstance(open_link(secret, "", NOON + timedelta(minutes=minutes)), Handed)
    (link,) = read_links.links_of(begun.id)
    assert (link.opened, link.last_opened) == (2, NOON + timedelta(minutes=5))


def test_it_opens_until_its_last_second_and_not_after(begun):
    secret = secret_of(share(begun.id, ASKED, NOON))
    assert isinstance(open_link(secret, "", NOON + DAY - SECOND), Handed)
    assert models.Link.objects.get().sealed
    assert open_link(secret, "", NOON + DAY) is None
    assert models.Link.objects.get().sealed == ""  # nothing is left to be opened
    assert states(begun, NOON + DAY) == [LinkState.EXPIRED]


def test_a_link_that_was_shut_opens_nothing_and_what_was_behind_it_is_gone(begun):
    shared = share(begun.id, ASKED, NOON)
    revoke(begun.id, shared.link.id, NOON)
    assert open_link(secret_of(shared), "", NOON) is None
    assert models.Link.objects.get().sealed == ""
    revoke(begun.id, shared.link.id, NOON + DAY)  # once more changes nothing
    (link,) = read_links.links_of(begun.id)
    assert (link.state(NOON), link.revoked) == (LinkState.REVOKED, NOON)


def test_nobody_shuts_the_link_of_somebody_else(begun, ben):
    shared = share(begun.id, ASKED, NOON)
    with pytest.raises(StoreError):
        revoke(ben.id, shared.link.id, NOON)
    assert states(begun) == [LinkState.OPEN]


def test_wrong_passcodes_are_counted_for_life_and_then_it_is_dead(begun):
    secret = secret_of(share(begun.id, WITH_PASSCODE, NOON))
    assert open_link(secret, "", NOON) == Wrong(TRIES)  # asked for: no try is used up
    for left in (4, 3, 2):
        assert open_link(secret, "1357", NOON) == Wrong(left)
        assert isinstance(open_link(secret, "2468", NOON), Handed)  # a right one gives none back
    assert [open_link(secret, "1357", NOON) for _ in range(2)] == [Wrong(1), Wrong(0)]
    assert open_link(secret, "2468", NOON) is None
    assert states(begun) == [LinkState.LOCKED]


def test_an_unknown_secret_opens_nothing(begun):
    secret = secret_of(share(begun.id, ASKED, NOON))
    for other in (secret[:-1], secret.swapcase(), hash_of(secret), ""):
        assert open_link(other, "", NOON) is None


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"label": "x" * 81}, "at most 80 signs"),
        ({"label": "two\nlines"}, "cannot be printed"),
        ({"passcode": "123"}, "4 to 40 signs"),
        ({"passcode": "1" * 41}, "4 to 40 signs"),
        ({"lasts": LONGEST + SECOND}, "at most 31 days"),
        ({"lasts": timedelta()}, "at most 31 days"),
        ({"address": "https://" + "h" * 80}, "at most 128 signs"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(begun, changed, says):
    with pytest.raises((RecordError, OutputError), match=says):
        share(begun.id, replace(ASKED, **changed), NOON)
    assert not models.Link.objects.exists()


def test_before_a_heel_is_chosen_there_is_nothing_to_share(anna):
    with pytest.raises(RecordError, match="no heel was chosen"):
        share(anna.id, ASKED, NOON)
    assert not models.Link.objects.exists()


def test_links_go_with_their_person(begun):
    secret = secret_of(share(begun.id, ASKED, NOON))
    delete_everything(begun.id)
    assert not models.Link.objects.exists()
    assert open_link(secret, "", NOON) is None


def test_a_month_after_its_end_a_link_leaves_the_list(begun):
    share(begun.id, ASKED, NOON)
    share(begun.id, replace(ASKED, label="later"), NOON + 31 * DAY - SECOND)
    assert [one.label for one in read_links.links_of(begun.id)] == ["later", ASKED.label]
    share(begun.id, replace(ASKED, label="last"), NOON + 31 * DAY)
    assert [one.label for one in read_links.links_of(begun.id)] == ["last", "later"]


def test_links_are_not_in_the_export(begun):
    before = export_everything(begun.id)
    share(begun.id, ASKED, NOON)
    assert export_everything(begun.id) == before


def test_a_suggested_passcode_has_six_digits():
    assert all(len(code) == 6 and code.isdecimal() for code in (new_passcode() for _ in range(200)))


@pytest.mark.django_db(transaction=True)
def test_many_who_try_at_once_have_no_more_tries_than_one(begun):
    """The specification asks for it: a total count, even of requests in parallel."""
    secret = secret_of(share(begun.id, WITH_PASSCODE, NOON))
    at_once, answers = Barrier(8), []

    def guess(code):
        at_once.wait()
        answers.append(open_link(secret, code, NOON))
        connections.close_all()

    guessing = [Thread(target=guess, args=(f"{code:04}",)) for code in range(8)]
    for one in guessing:
        one.start()
    for one in guessing:
        one.join()
    connection.close()
    assert len([one for one in answers if isinstance(one, Wrong)]) == TRIES
    assert len([one for one in answers if one is None]) == 8 - TRIES
    assert open_link(secret, "2468", NOON) is None
