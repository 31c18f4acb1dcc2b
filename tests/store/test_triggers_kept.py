"""`firststep triggers` without a file: the days and the entries that are kept on this computer."""

import json
from dataclasses import replace

import pytest
from click.testing import CliRunner
from tests.entries import ONSET, PAIR
from tests.made_up_days import days, times
from tests.people import NOON

from firststep.actions.note import note
from firststep.actions.take_in import take_in
from firststep.cli.main import cli
from firststep.errors import RecordError
from firststep.intake.activity.found import Found
from firststep.records.activity import ActiveDay

pytestmark = pytest.mark.django_db(transaction=True)


def run(*arguments):
    done = CliRunner().invoke(cli, ["triggers", *map(str, arguments)], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def walked(someone):
    lived = times(days(before=ONSET.on), 3, last=7, before=ONSET.on)
    rows = tuple(ActiveDay(on=day.on, source="a phone", steps=day.steps) for day in lived)
    take_in(someone.id, Found(source_kind="csv", days=rows))


def test_what_was_told_in_the_browser_is_held_against_the_days_that_are_kept(anna):
    anna.begin()
    walked(anna)
    note(anna.id, replace(ONSET, within=0), NOON)
    note(anna.id, PAIR, NOON)
    text = " ".join(run().split())
    assert "BEFORE THE PAIN BEGAN, 2026-09-01" in text
    assert "steps a day in the week from 2026-08-25" in text
    assert "2026-08-20: shoes, the red ones" in text


def test_an_onset_on_the_command_line_is_looked_at_instead(anna):
    anna.begin()
    walked(anna)
    note(anna.id, ONSET, NOON)
    (data,) = json.loads(run("--onset", "2026-08-25", "--json"))
    assert data["onset"]["on"] == "2026-08-25"
    assert data["answer"] == "nothing"


def test_without_an_onset_it_says_where_to_tell_it(anna):
    anna.begin()
    with pytest.raises(RecordError, match="when the pain began is not known"):
        run()


def test_of_several_people_it_asks_whose(anna, ben):
    anna.begin()
    ben.begin()
    note(ben.id, ONSET, NOON)
    assert "Too little is known" in " ".join(run("--person", "Ben").split())
