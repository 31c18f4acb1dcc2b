"""What the scripts are told of the document and of events is what the server sends and takes."""

import json
from dataclasses import replace
from uuid import UUID

from tests.conftest import ROOT
from tests.entries import ENTRIES
from tests.javascript import TSC, node
from tests.people import FOUR, NOON, TODAY, told
from tests.web.test_library import screened, taught
from tests.web.test_pages import DAY

from firststep.records import (
    Again,
    AllTold,
    Answer,
    By,
    Comparing,
    Doing,
    Function,
    GoOn,
    KneeToWall,
    Morning,
    Name,
    Noted,
    Played,
    Question,
    Remembered,
    SafetyAnswer,
    Seen,
    SetAside,
    Setting,
    ShinAngle,
    Skipped,
    Stopped,
    Swapped,
    Taught,
    Why,
    Worst,
)
from firststep.records.plain import as_plain
from firststep.records.triggers import AllOf
from firststep.records.what_plain import KINDS
from firststep.reports.screen.document import blank

TYPES = ROOT / "src/firststep/web/types"
PLAYED = Played(technique=FOUR[1], version=1, began=NOON, seconds=9, of=240, before=3, after=2, comfort=4)
ONE_OF_EACH = (
    Morning(5),
    Doing(frozenset(FOUR)),
    Comparing(Question.WHICH, FOUR, FOUR[0]),
    SafetyAnswer(True),
    screened(fat_pad=Answer.UNSURE),
    *(Stopped(FOUR[0], why) for why in Why),
    GoOn(FOUR[0]),
    SetAside(FOUR[0]),
    Again(FOUR[0], False),
    PLAYED,
    replace(PLAYED, seconds=None, before=None, after=None, comfort=None),
    Skipped(FOUR[0]),
    Swapped(FOUR[0]),
    Remembered(7),
    Worst(None),
    Function((("stairs", 4),)),
    KneeToWall((8.5, 9.0, 8.5)),
    *(ShinAngle((36, 38, 37), by) for by in By),
    Setting(Name.THEME, "dark"),
    Taught("a file"),
    *(Noted(UUID(int=2), entry) for entry in (*ENTRIES, None)),
    *(AllTold(of, since) for of in AllOf for since in (TODAY, None)),
    Seen(UUID(int=1)),
)


def checked(folder, kind: str, *values: object) -> str:
    """What the type checker says of these values, as literals: each field too few or too many."""
    lines = [f"  {json.dumps(value)}," for value in values]
    code = [f'import type {{ {kind} }} from "{TYPES}";', f"export const values: {kind}[] = [", *lines, "];"]
    (folder / "values.ts").write_text("\n".join(code))
    (folder / "tsconfig.json").write_text(
        json.dumps({"extends": str(ROOT / "tsconfig.json"), "include": ["*.ts"]})
    )
    return node(TSC, "--project", folder).stdout


def rich(someone) -> dict:
    """A document with something in every place."""
    someone.begin(on=TODAY - 40 * DAY)
    someone.live(40)
    someone.tell(
        screened(fat_pad=Answer.YES, diabetes=Answer.UNSURE), taught(), Stopped(FOUR[1], Why.SHARP), PLAYED
    )
    someone.tell(*(Noted(UUID(int=number), entry) for number, entry in enumerate(ENTRIES)))
    return json.loads(someone.renew())


def grave(someone) -> dict:
    """A document in which the safety check says to get care now."""
    someone.tell(screened(blood_clot=Answer.YES))
    return json.loads(someone.renew())


def test_the_document_has_just_the_fields_that_the_scripts_are_told_of(anna, ben, tmp_path):
    documents = [blank(), rich(anna), grave(ben)]
    for place in ("techniques", "resting", "said", "played", "other_care"):
        assert documents[1][place], place
    assert all(documents[1][place] for place in ("comparing", "days", "plan", "so_far"))
    assert documents[1]["so_far"]["tables"]
    assert documents[1]["safety"]["result"]["because"]
    assert documents[1]["safety"]["result"]["left_out"]
    assert documents[2]["safety"]["result"]["outcome"] == "care-now"
    assert checked(tmp_path, "FootDocument", *documents) == ""


def test_a_field_that_the_scripts_do_not_know_is_noticed(tmp_path):
    said = checked(tmp_path, "FootDocument", blank() | {"shoes": []})
    assert '"shoes"' in said
    assert "does not exist" in said


def test_every_kind_of_event_has_the_form_that_the_scripts_are_told_of(tmp_path):
    events = [as_plain(told(what)) for what in ONE_OF_EACH]
    assert {event["kind"] for event in events} == set(KINDS)
    assert checked(tmp_path, "Told", *events) == ""
