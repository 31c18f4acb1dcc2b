"""Codes open once, recovery codes again and again, and only hashes are kept."""

from datetime import timedelta
from uuid import uuid4

import pytest
from tests.people import NOON

from firststep.actions import codes
from firststep.actions.join import join
from firststep.actions.leave import delete_everything
from firststep.actions.pair import DAYS_AT_START, MINUTES, codes_at_start, make_code, pair, unpair
from firststep.actions.recover import new_recovery_code
from firststep.errors import StoreError
from firststep.store import read
from firststep.store.models import Browser, Code, Event, Page, Person, Plan, Verdict

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(minutes=MINUTES, seconds=1)


def test_a_code_opens_once(anna):
    browser, code = uuid4(), make_code(anna.id, NOON)
    assert pair(browser, code, "Phone", NOON).person == anna.id
    assert read.may_open(browser, anna.id) == anna.member
    assert pair(uuid4(), code, "Phone", NOON) is None


def test_a_code_runs_out(anna):
    assert pair(uuid4(), make_code(anna.id, NOON), "Phone", LATER) is None


def test_typing_is_forgiven(anna):
    code = make_code(anna.id, NOON)
    typed = " " + code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert pair(uuid4(), typed, "Phone", NOON).person == anna.id


def test_a_wrong_code_opens_nothing_and_leaves_the_right_one(anna):
    code = make_code(anna.id, NOON)
    assert pair(uuid4(), "0000-0000", "Phone", NOON) is None
    assert pair(uuid4(), "", "Phone", NOON) is None
    assert pair(uuid4(), code, "Phone", NOON).person == anna.id


def test_at_the_start_there_is_a_code_for_everybody_and_for_the_first_person(anna, ben):
    listed = codes_at_start(NOON)
    assert [name for name, _ in listed] == ["Anna", "Ben"]
    assert pair(uuid4(), listed[1][1], "Phone", NOON).person == ben.id
    delete_everything(anna.id)
    delete_everything(ben.id)
    ((name, code),) = codes_at_start(NOON)
    assert name == ""
    assert pair(uuid4(), code, "Phone", NOON).person is None


def test_a_start_makes_the_codes_of_the_start_before_useless(anna):
    ((_, old),) = codes_at_start(NOON)
    codes_at_start(NOON)
    assert pair(uuid4(), old, "Phone", NOON) is None


def test_a_code_of_the_start_lasts_longer_than_one_from_a_browser(anna):
    ((_, code),) = codes_at_start(NOON)
    assert pair(uuid4(), code, "Phone", NOON + timedelta(days=DAYS_AT_START, minutes=-1)).person == anna.id


def test_a_recovery_code_works_again_and_again_until_a_new_one(anna):
    code = new_recovery_code(anna.id)
    for _ in range(2):
        assert pair(uuid4(), code, "Phone", NOON).person == anna.id
    new_recovery_code(anna.id)
    assert pair(uuid4(), code, "Phone", NOON) is None


def test_only_hashes_are_kept(anna):
    once, ever = make_code(anna.id, NOON), new_recovery_code(anna.id)
    kept = str([*Code.objects.values_list(), *Person.objects.values_list()])
    for code in (once, ever):
        assert code not in kept
        assert code.replace("-", "") not in kept


def test_a_code_has_the_bits_it_promises():
    assert len(codes.ALPHABET) == 2**5
    assert len(set(codes.ALPHABET)) == len(codes.ALPHABET)
    assert len(codes.one_time().replace("-", "")) * 5 == 40
    assert len(codes.recovery().replace("-", "")) * 5 == 100


def test_an_unpaired_browser_may_open_nothing_nor_by_a_code_that_it_has_seen(anna):
    once, ever = make_code(anna.id, NOON), new_recovery_code(anna.id)
    unpair(anna.browser, anna.id)
    assert read.may_open(anna.browser, anna.id) is None
    assert pair(anna.browser, once, "Phone", NOON) is None
    assert pair(anna.browser, ever, "Phone", NOON) is None


def test_an_invitation_lets_one_person_in(anna):
    code = make_code(None, NOON)
    first, second = (pair(uuid4(), code, "Phone", NOON) for _ in range(2))
    assert first == second
    join(uuid4(), "Ben", "Phone", NOON, first.invitation)
    with pytest.raises(StoreError, match="used before"):
        join(uuid4(), "Eve", "Phone", NOON, second.invitation)
    assert pair(uuid4(), code, "Phone", NOON) is None
    assert [one.name for one in read.members()] == ["Anna", "Ben"]


@pytest.mark.parametrize("name", ["a\0b", "\u202eanna", ""])
def test_a_name_that_cannot_be_shown_is_refused(db, name):
    with pytest.raises(StoreError):
        join(uuid4(), name, "Phone", NOON)


def test_deleting_leaves_nothing_of_a_person_and_all_of_another(anna, ben):
    for someone in (anna, ben):
        someone.begin()
        someone.live(3)
        someone.renew()
    make_code(anna.id, NOON)
    delete_everything(anna.id)
    for table in (Event, Plan, Verdict, Page):
        assert set(table.objects.values_list("person", flat=True)) == {ben.id}
    assert [person.name for person in Person.objects.all()] == ["Ben"]
    assert [browser.pk for browser in Browser.objects.all()] == [ben.browser]
    assert not Code.objects.exists()
