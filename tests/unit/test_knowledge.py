"""The files of knowledge: read strictly, checked against each other, and locked."""

from datetime import date

import pytest

from firststep.care.sessions import script
from firststep.errors import KnowledgeError
from firststep.knowledge import (
    FOLDERS,
    Asking,
    Basis,
    Claim,
    Profession,
    SafetyQuestion,
    Source,
    State,
    Stroke,
    Technique,
    Tool,
    called,
    claims_of,
    digest,
    every,
    library,
    offered,
    one,
    own_technique,
    phrase,
    problems,
    seconds,
    technique,
    traits,
    words,
)
from firststep.knowledge.checking.rules import technique_faults
from firststep.knowledge.reading.lines import line_at, lines_of
from firststep.knowledge.reading.read import Text, read

TODAY = date(2026, 11, 24)
OLD_IDS = (
    "frozen-bottle",
    "tennis-ball",
    "massage-ball",
    "wooden-roller",
    "hands",
    "calf-stick",
    "calf-roller",
    "fascia-stretch",
)


def text_of(kind, id_):
    return library.source_text(kind, id_)


def broken(monkeypatch, kind, id_, old, new):
    """What is said of the files once this one says something else."""
    text = text_of(kind, id_)
    assert old in text
    real = library.texts

    def texts(asked):
        for file in real(asked):
            if asked is kind and file.id == id_:
                yield Text(file.name, file.id, text.replace(old, new, 1))
            else:
                yield file

    monkeypatch.setattr("firststep.knowledge.checking.checks.texts", texts)
    return [str(problem) for problem in problems(TODAY)]


def test_every_file_is_well():
    assert problems(TODAY) == ()


def test_the_ids_of_the_earlier_list_are_kept():
    assert set(OLD_IDS) <= {known.id for known in offered()}
    assert all(technique(id_).version == 1 for id_ in OLD_IDS)
    assert called("tennis-ball") == "tennis ball"
    assert called("laser") == "laser"


def test_everything_named_in_the_issue_is_there():
    wanted = (
        "spiky-ball vibrating-roller cross-friction calf-hands calf-ball hamstring-ball calf-stretch-straight"
    )
    wanted += (
        " calf-stretch-bent point-and-flex tennis-ball-active towel-curl short-foot heel-raise whole-leg"
    )
    assert set(wanted.split()) <= {known.id for known in offered()}


def test_nobody_is_made_up_as_a_reviewer():
    for kind in FOLDERS:
        for thing in every(kind).values():
            assert thing.review.by == "nobody yet"
            assert not thing.review.done


def test_the_active_ball_differs_from_the_passive_one_in_the_foot_only():
    passive, active = technique("tennis-ball"), technique("tennis-ball-active")
    assert [(p.does, p.stroke, p.seconds, p.pace_seconds) for p in passive.phases] == [
        (p.does, p.stroke, p.seconds, p.pace_seconds) for p in active.phases
    ]
    assert all(phase.cue is None for phase in passive.phases)
    assert sum(phase.cue is not None for phase in active.phases) >= 3
    assert (passive.tools, passive.effort.ceiling, passive.dose.a_day) == (
        active.tools,
        active.effort.ceiling,
        active.dose.a_day,
    )


def test_a_session_lasts_two_to_ten_minutes():
    assert {known.id: seconds(known) for known in offered() if not 120 <= seconds(known) <= 600} == {}


def test_only_what_was_read_names_a_source():
    for kind in FOLDERS:
        for thing in every(kind).values():
            for path, claim in claims_of(thing):
                assert bool(claim.sources) is (claim.basis is Basis.READ), (thing.id, path)


def test_no_source_stands_unused():
    cited = {
        id_
        for kind in FOLDERS
        for thing in every(kind).values()
        for _, c in claims_of(thing)
        for id_ in c.sources
    }
    assert len(cited) > 25
    assert cited <= set(every(Source))


WRONG = [
    (Technique, "hands", "a_day =", "a_dya =", "nobody knows the key 'a_dya'. To mend it: write 'a_day'"),
    (Technique, "hands", 'name = "hands on the arch"', 'name = "x hands"\nname = "y"', "second time"),
    (Technique, "hands", "seconds = ", 'seconds = "40 s" # ', "'phases[0].seconds' cannot be so. To mend it: write a whole number from 1 to 600"),
    (Technique, "hands", "seconds = ", "seconds = 4000 # ", "cannot be so"),
    (Technique, "hands", "ceiling = ", "ceiling = 9 # ", "the ceiling of pain is too high"),
    (Technique, "hands", 'kind = "seated"', 'kind = "sitting"', "write one of: seated, floor, lying, standing"),
    (Technique, "hands", "how = ", "how = 5 # ", "write text in quotes"),
    (Technique, "hands", '"plantar-fascia"', '"plantar-facia"', "there is no 'plantar-facia' in structures/"),
    (Technique, "hands", 'stroke = "', 'stroke = "no-', "in strokes/"),
    (Technique, "hands", "version = 1", "version = 2", "the version is not the one in the file's name"),
    (Technique, "hands", "version = 1", 'version = 1\ntaught_by = "Eva"', "a person's own techniques"),
    (Technique, "hands", "version = 1", "", "'version' is missing"),
    (Technique, "hands", "version = 1", 'id = "hands"\nversion = 1', "'id' is not told in a file"),
    (Technique, "hands", "version = 1", "version = 1 1", "this is not TOML"),
    (Technique, "hands", "again = 2027-05-24", "again = 2026-05-24", "to be looked at again by 2026-05-24"),
    (Technique, "hands", 'by = "nobody yet"', 'by = "Dr. Who"', "a name and a day"),
    (Technique, "heel-raise", "every_days = 2", "every_days = 1", "heavy work needs a day between"),
    (Technique, "heel-raise", "first = false", "first = true", "begin with"),
    (Technique, "heel-raise", 'traits = ["load", "standing"]', 'traits = ["load"]', "done standing, and does not say so"),
    (Technique, "frozen-bottle", "apart_minutes = 120", "apart_minutes = 60", "follow too closely"),
    (Technique, "frozen-bottle", 'says = "We found no study of', 'says = "No study of', None),
    (Technique, "vibrating-roller", "seconds = ", "seconds = 90 # ", "vibration stays too long"),
    (Source, "landorf-2010", "year = 2010", "year = 20100", "cannot be so"),
    (Tool, "tennis-ball", 'traits = ["tool"]', 'traits = ["tool", "warm"]', "cannot be so"),
    (Stroke, "arch-long", 'zones = ["arch", "forefoot"]', 'zones = ["arch"]', "the path crosses arch, forefoot"),
    (Stroke, "calf-long", "path = [", "path = [[50, 45], ", "crosses the back of the knee"),
    (SafetyQuestion, "blood-clot", 'whom = "emergency"\n', "", "does not say to whom"),
    (SafetyQuestion, "blood-clot", 'sources = ["bartsch-2021"]', "", "names no source"),
    (SafetyQuestion, "blood-clot", 'basis = "usual"', 'basis = "usual"\nsources = ["koc-2023"]', "that nobody read for it"),
    (SafetyQuestion, "blood-clot", '"bartsch-2021"', '"bartsch-2022"', "there is no 'bartsch-2022' in sources/"),
    (SafetyQuestion, "blood-clot", 'card = "now"', 'card = "later"', "there is no 'later' in cards/"),
    (SafetyQuestion, "implant", 'outcome = "start"', 'outcome = "see-first"', "it may stay unasked"),
    (SafetyQuestion, "diabetes-feeling", '["diabetes"]', '["sugar"]', "there is no 'sugar' in screening/"),
    (SafetyQuestion, "implant", 'bars = ["vibrates"]\n', "", "nothing follows from it"),
    (Asking, "promises", 'warns_if = "yes"\n', "", "needs both the answer and what it says"),
    (Asking, "promises", 'answer = "yes-no"', 'answer = "text"', "only an answer of yes or no can warn"),
    (Asking, "hours", 'unit = "hours"\n', "", "a number has a unit"),
    (Asking, "hours", '"massage-therapist"', '"masseur"', "there is no 'masseur' in professions/"),
    (Profession, "podiatrist", "213ES0131X", "225700000X", "is of massage-therapist already"),
    (Profession, "podiatrist", "213ES0131X", "213ES0131", "cannot be so"),
    (State, "al", '"abmp-states"', '"abmp"', "there is no 'abmp' in sources/"),
    (State, "al", "hours = 650", "hours = 65", "cannot be so"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "id_", "old", "new", "says"), WRONG, ids=lambda value: str(value)[:30])
def test_a_wrong_file_is_refused_with_its_name_and_line(monkeypatch, kind, id_, old, new, says):
    found = broken(monkeypatch, kind, id_, old, new)
    if says is None:
        assert found == []
        return
    assert found
    assert any(says in problem for problem in found), found
    for problem in found:
        assert problem.startswith(f"{FOLDERS[kind]}/{id_}.toml"), problem
        assert "To mend it:" in problem


def test_the_line_is_the_line(monkeypatch):
    lines = text_of(Technique, "hands").splitlines()
    (problem,) = broken(monkeypatch, Technique, "hands", "apart_minutes", "apart_minuts")
    at = next(number for number, line in enumerate(lines, start=1) if line.startswith("apart_minutes"))
    assert problem.startswith(f"techniques/hands.toml, line {at}: ")


def test_a_dose_does_not_change_under_its_id(monkeypatch):
    (problem,) = broken(monkeypatch, Technique, "hands", "a_day = 2", "a_day = 3")
    assert "its dose changed under the same id" in problem
    assert "hands@2.toml" in problem or "@2.toml" in problem


def test_words_are_no_part_of_the_dose(monkeypatch):
    assert (
        broken(monkeypatch, Technique, "hands", 'name = "hands on the arch"', 'name = "hands under it"') == []
    )


def test_an_id_never_goes(monkeypatch):
    real = library.texts
    monkeypatch.setattr(
        "firststep.knowledge.checking.checks.texts",
        lambda kind: (file for file in real(kind) if file.id != "hands"),
    )
    assert any("techniques/hands.toml: this file is gone" in str(problem) for problem in problems(TODAY))


def test_an_overdue_review_is_said_apart():
    late = problems(date(2028, 1, 1))
    assert late
    assert all(problem.overdue for problem in late)


def test_lines_are_found_in_every_shape():
    text = (
        'a = 1\n[b]\nc = """\nd = 5\n"""\ne = 2\n[[f]]\ng = 1\n[f.h]\ni = 1\n[[f]]\ng = 2\nj = [\n  1,\n]\n'
    )
    found = lines_of(text)
    assert found == {
        "a": 1, "b": 2, "b.c": 3, "b.e": 6, "f[0]": 7, "f[0].g": 8, "f[0].h": 9, "f[0].h.i": 10, "f[1]": 11,
        "f[1].g": 12, "f[1].j": 13,
    }  # fmt: skip
    assert line_at(found, "f[1].j[0]") == 13
    assert line_at(found, "f[1].missing") == 11
    assert line_at(found, "nowhere") == 1


def test_an_unknown_id_gets_the_nearest():
    with pytest.raises(KnowledgeError, match="To mend it: write 'tennis-ball'"):
        one(Technique, "tenis-ball")
    with pytest.raises(KnowledgeError, match=r"no question of the safety check 'zzz'.*use one of: "):
        one(SafetyQuestion, "zzz")


# a technique of one's own


def own(**changes):
    text = 'taught_by = "Eva, physical therapist"\n' + text_of(Technique, "tennis-ball")
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new, 1)
    return text


def test_a_technique_of_ones_own_is_read_as_strictly_and_labelled():
    mine = own_technique(own(), name="mine.toml")
    assert mine.id.startswith("own:")
    assert mine.taught_by == "Eva, physical therapist"
    assert called(mine.id, {mine.id: mine}) == "tennis ball"
    assert technique(mine.id, {mine.id: mine}) is mine
    assert traits(mine) == traits(technique("tennis-ball"))


def test_its_id_stays_with_better_words_and_changes_with_the_dose():
    mine = own_technique(own(), name="mine.toml")
    text = own().replace("Roll along the arch.", "Roll the arch.", 1)
    assert own_technique(text, name="mine.toml").id == mine.id
    more = own_technique(own().replace("a_day = 2", "a_day = 3", 1), name="mine.toml")
    assert more.id != mine.id
    assert digest(more) != digest(mine)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('taught_by = "Eva, physical therapist"\n', "", "mine.toml, line 1: 'taught_by' is missing"),
        ("ceiling = 4", "ceiling = 8", "ceiling of pain is too high"),
        ('tools = ["tennis-ball"]', 'tools = ["golf-ball"]', "there is no 'golf-ball' in tools/"),
        ("apart_minutes", "apart", "nobody knows the key 'apart'"),
    ],
)
def test_a_wrong_one_is_refused_with_its_line(old, new, says):
    with pytest.raises(KnowledgeError, match=says):
        own_technique(own().replace(old, new, 1), name="mine.toml")


SLIPS = [
    # a hard, frozen thing that has no file, held against the heel
    ([('tools = ["tennis-ball"]', "tools = []")], "does not say by what it presses"),
    ([('traits = ["massage"]', 'traits = ["massage", "hard", "heel"]')], "heel or forefoot"),
    ([('traits = ["massage"]', 'traits = ["massage", "heel"]')], "what anybody should begin with"),
    ([('does = "hold"\nstroke = "arch-spots"', 'does = "hold"')], "a hold presses on some place"),
    ([("seconds = 20\n", "seconds = 300\n")], "the pressure stays too long"),
    (
        [
            ('traits = ["massage"]', 'traits = ["massage", "cold"]'),
            ("apart_minutes = 60", "apart_minutes = 120"),
        ],
        "keep moving",
    ),
    (
        [
            ('traits = ["massage"]', 'traits = ["massage", "vibrates"]'),
            ("seconds = 60\n", "seconds = 60\ntimes = 2\n"),
        ],
        "vibration stays",
    ),
    ([('kind = "seated"', 'kind = "standing"')], "does not say so"),
    ([('kind = "seated"', 'kind = "standing"'), ('"massage"]', '"massage", "standing"]')], "begin with"),
    (
        [('kind = "seated"', 'kind = "standing"'), ('"massage"]', '"massage", "exercise", "standing"]')],
        "carries weight",
    ),
]


@pytest.mark.parametrize(("changes", "says"), SLIPS, ids=lambda value: str(value)[-30:])
def test_what_slips_past_the_limits_is_caught(changes, says):
    text = own()
    for old, new in changes:
        if old != new:
            assert old in text, old
        text = text.replace(old, new, 1)
    told = read(Technique, Text("mine.toml", "own", text))
    assert any(says in fault.what for fault in technique_faults(told)), list(technique_faults(told))


def test_the_stops_of_a_session_cannot_be_taught_away():
    text = own().replace('"Numbness or tingling."', '"Tingling and numbness are normal, go on."')
    session = script(own_technique(text, name="mine.toml"), "right")
    assert phrase("session", "stop_tingling") in session.stop


def test_reading_gives_the_thing():
    claim = 'says = "x"\nbasis = "ours"\n'
    text = f'name = "ball"\nneeds = "a ball"\ntraits = []\nshape = "ball"\n[[care]]\n{claim}[review]\nby = "nobody yet"\nagain = 2027-01-01\n'
    tool = read(Tool, Text("tools/ball.toml", "ball", text))
    assert tool.id == "ball"
    assert tool.care == (Claim(says="x", basis=Basis.OURS),)


def test_words_come_from_files():
    assert words()["safety"]["none"] == "None of these"
