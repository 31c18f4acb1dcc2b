"""What was settled is frozen with the first plan, and stays as it was."""

import json
import re
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from tests.people import CLEAR, FOUR, NOON, TODAY

from firststep.actions.take_along import export_everything
from firststep.care.looking_back import sealing
from firststep.errors import TrialError
from firststep.records import Comparing, Foot, Morning, Question
from firststep.store import read
from firststep.store.models import Plan


def frozen(someone, now=NOON):
    someone.renew(now)
    return read.protocols(someone.id, Foot.RIGHT)


def test_it_is_kept_with_the_first_plan_and_before_any_morning(anna):
    anna.tell(CLEAR, Comparing(Question.HELPS, FOUR, expects="tennis-ball"))
    anna.renew()
    (protocol,) = frozen(anna)
    assert protocol.techniques == FOUR
    assert protocol.expects.technique == "tennis-ball"
    assert not read.everything(anna.id).verdicts
    assert read.everything(anna.id).plans[0].protocol["digest"] == protocol.digest


def test_mornings_and_later_plans_do_not_change_it(anna):
    anna.begin()
    before = frozen(anna)
    anna.live(20)
    assert frozen(anna) == before
    assert Plan.objects.count() > 1


def test_another_question_or_list_is_another_protocol(anna):
    anna.begin()
    anna.renew()
    anna.tell(Comparing(Question.WHICH, FOUR[:2]))
    anna.renew()
    anna.tell(Comparing(Question.WHICH, FOUR[:2], expects=FOUR[0]))
    assert [one.question for one in frozen(anna)] == ["helps", "which", "which"]
    assert frozen(anna)[-1].expects.technique == FOUR[0]


def test_one_who_is_only_guided_has_none(anna):
    anna.begin(Question.GUIDE, FOUR[:1])
    assert frozen(anna) == ()


def test_a_new_engine_leaves_what_was_frozen(anna, monkeypatch):
    anna.begin()
    before = frozen(anna)
    usual = sealing.protocol
    monkeypatch.setattr(sealing, "protocol", lambda *a, **k: replace(usual(*a, **k), engine="9.9"))
    later = NOON + timedelta(days=1)
    anna.tell(Morning(5), on=later.date(), now=later, at=later)
    assert frozen(anna, later) == before


def test_what_is_expected_must_be_among_what_is_compared(anna):
    anna.tell(CLEAR)
    with pytest.raises(TrialError, match="was not chosen"):
        anna.tell(Comparing(Question.WHICH, FOUR[:2], expects=FOUR[3]))
    assert frozen(anna) == ()


def test_the_export_has_the_protocol_and_the_account_in_words(anna):
    anna.begin(on=TODAY - timedelta(days=29))
    anna.live(30)
    digest = frozen(anna)[-1].digest
    with ZipFile(BytesIO(export_everything(anna.id))) as archive:
        protocol, account = (archive.read(f"{name}-right.txt").decode() for name in ("protocol", "account"))
        kept = json.loads(archive.read("firststep.json"))
    assert digest in protocol
    assert digest in account
    assert "opened, and it fits" in re.sub(r"\s+", " ", account)
    assert [plan["protocol"]["digest"] for plan in kept["plans"] if plan["protocol"]] == [digest]
