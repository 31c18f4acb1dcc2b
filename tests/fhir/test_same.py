"""The page and the document say the same: its words word for word, its numbers digit for digit."""

import re
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from tests.fhir.lives import ANNA, MADE, full, lives
from tests.fhir.reading import code_of, is_pain, observed, part, range_of, resources, section, texts

from firststep.knowledge import called, numeral, said_day, speaking
from firststep.records import Question
from firststep.reports.fhir import bundle_of
from firststep.reports.fhir.codes import TECHNIQUES
from firststep.reports.visit import Section, visit
from firststep.reports.visit.parts import said

SETTINGS = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
TOO_FEW = "too few"


def both(life):
    return visit(life), bundle_of(life, person=ANNA, made=MADE)


def part_of(page, name):
    return next((one for one in page.parts if one.id == str(name)), None)


def words_of(one):
    """All that a reader meets in a section of the page, in its order."""
    yield from (text for pair in one.pairs for text in pair)
    if one.course:
        for at, pain in enumerate(one.course.pain):
            yield from [said_day(one.course.start + timedelta(days=at))] if at % 7 == 0 else []
            yield "·" if pain is None else numeral(f"{pain:g}")
        yield one.course.level_says
    if one.table:
        yield from (cell for row in (one.table.columns, *one.table.rows) for cell in row)
    yield from one.listed
    yield from one.says


def check_words(life):
    page, bundle = both(life)
    composition = resources(bundle, "Composition")[0]
    told = [
        one
        for one in composition["section"]
        if code_of(one["code"]) not in ("section-since", "section-method")
    ]
    assert [one["title"] for one in told] == [one.title for one in page.parts]
    assert [texts(one["text"]) for one in told] == [list(words_of(one)) for one in page.parts]
    assert texts(section(bundle, "method")["text"]) == list(page.method)
    head = [page.title, *(text for row in page.who for text in row), page.made_on]
    assert texts(composition["text"]) == head


def check_table(life):
    """A cell of the table is what the observations of its technique say."""
    page, bundle = both(life)
    tried = part_of(page, Section.TRIED)
    if tried is None:
        assert observed(bundle, "technique-tried") == []
        return
    columns = tried.table.columns
    found = {one["focus"][0]["identifier"]["value"]: one for one in observed(bundle, "technique-tried")}
    effects = {
        column: {one["focus"][0]["identifier"]["value"]: one for one in observed(bundle, code)}
        for column, code in (
            (said("others"), "effect-against-the-others"),
            (said("rest"), "effect-against-rest-days"),
        )
    }
    assert len(found) == len(tried.table.rows)
    for name, one in found.items():
        title = one["focus"][0]["display"]
        row = next(row for row in tried.table.rows if row[0].casefold() == title.casefold())
        told = dict(zip(columns, row, strict=True))
        assert told[said("days")] == str(part(one, "days-done"))
        if said("sessions") in told:
            assert told[said("sessions")] == str(part(one, "sessions"))
            comfort = part(one, "comfort")
            assert told[said("comfort")] == ("" if comfort is None else f"{comfort:.1f}")
        for column, by_name in effects.items():
            assert (column in told) == bool(by_name)
            if column in told:
                effect = by_name[name]
                if told[column] == TOO_FEW:
                    assert effect["dataAbsentReason"]["text"] == TOO_FEW
                    assert "valueQuantity" not in effect
                else:
                    assert told[column] == range_of(effect)


def check_mornings(life):
    page, bundle = both(life)
    course = part_of(page, Section.COURSE)
    scores = {
        one["effectiveDateTime"]: one["valueQuantity"]["value"] for one in observed(bundle, "first-step-pain")
    }
    if course is None:
        assert scores == {}
        return
    days = [(course.course.start + timedelta(days=at)).isoformat() for at in range(len(course.course.pain))]
    assert scores == {on: pain for on, pain in zip(days, course.course.pain, strict=True) if pain is not None}
    assert all(is_pain(one) for one in observed(bundle, "first-step-pain"))
    levels = [range_of(one) for one in observed(bundle, "level")]
    assert [level in course.course.level_says for level in levels] == [True] * len(levels)
    assert bool(levels) == ("about" in course.course.level_says)
    for drawn in observed(bundle, "level-each-morning"):
        numbers = list(map(float, drawn["valueSampledData"]["data"].split()))
        lines = (course.course.mean, course.course.low, course.course.high)
        assert numbers == [float(f"{line[at]:.1f}") + 0.0 for at in range(len(days)) for line in lines]
    kept = observed(bundle, "diary")[0]
    row = dict(page.who)[said("diary")]
    assert f"{part(kept, 'mornings-with-a-score')} mornings with a score, of {part(kept, 'days')}" in row


def check_measured(life):
    page, bundle = both(life)
    short = dict(part_of(page, Section.SHORT).pairs)
    worsts = observed(bundle, "worst-pain-of-seven-days")
    if worsts:
        last = f"{worsts[-1]['valueQuantity']['value']} of 10."
        assert last in short[said("happened")]
    answers = [
        one["valueCodeableConcept"]["text"] for code in ("choice", "helps") for one in observed(bundle, code)
    ]
    assert not answers or short[said("helped")].startswith(" ".join(answers))
    function, asked = part_of(page, Section.FUNCTION), observed(bundle, "function")
    assert bool(function) == bool(asked)
    if asked:
        now = {one["code"]["text"]: one["valueQuantity"]["value"] for one in asked[-1]["component"]}
        assert len(function.listed) == len(now)
        for line, (thing, score) in zip(function.listed, now.items(), strict=True):
            assert line.startswith(f"{thing}: {score}")


@SETTINGS
@given(lives())
def test_the_words_are_those_of_the_page(life):
    check_words(life)


@SETTINGS
@given(lives())
def test_the_numbers_are_those_of_the_page(life):
    check_table(life)
    check_mornings(life)
    check_measured(life)


def test_so_they_are_where_there_is_all_of_it():
    for question in Question:
        life = full(question=question)
        for check in (check_words, check_table, check_mornings, check_measured):
            check(life)


def test_a_full_life_has_effects_levels_and_things_that_went_before():
    """Else the tests above compare nothing."""
    bundle = bundle_of(full(question=Question.WHICH), person=ANNA, made=MADE)
    assert any("valueQuantity" in one for one in observed(bundle, "effect-against-the-others"))
    assert len(observed(bundle, "level")) == 2
    assert any(
        code_of(line["code"]) == "rose-steps-week"
        for line in observed(bundle, "what-went-before")[0]["component"]
    )


def test_the_ankle_is_told_as_on_the_page():
    page, bundle = both(full())
    lines = " ".join(part_of(page, Section.ANKLE).listed)
    knee, shin = observed(bundle, "knee-to-wall")[-1], observed(bundle, "shin-angle")[-1]
    assert (knee["valueQuantity"]["code"], shin["valueQuantity"]["code"]) == ("cm", "deg")
    assert f"{knee['valueQuantity']['value']:g} cm" in lines
    assert f"{shin['valueQuantity']['value']:g} degrees" in lines


def test_what_went_before_is_told_in_the_words_of_the_page():
    page, bundle = both(full())
    lines = list(part_of(page, Section.SET_OFF).listed)
    told = []
    for one in observed(bundle, "what-went-before"):
        assert one["valueCodeableConcept"]["text"] in lines
        told += [line["valueString"] for line in one.get("component", ())]
    assert told
    assert set(told) <= set(lines)


def test_care_is_told_in_the_words_of_the_page_each_in_the_kind_that_fits():
    page, bundle = both(full())
    lines = list(part_of(page, Section.CARE).listed)
    had = [one["code"] for one in resources(bundle, "Procedure") if code_of(one["code"])]
    taken = [one["medicationCodeableConcept"] for one in resources(bundle, "MedicationStatement")]
    worn = [one["contained"][0]["type"] for one in resources(bundle, "DeviceUseStatement")]
    called = sorted(one["text"] for one in (*had, *taken, *worn))
    assert len(called) == len(lines)
    for text, line in zip(called, sorted(lines), strict=True):  # when it was is said beside it
        assert line.startswith(text)
        assert not re.search(r"20\d\d", text)
    assert [code_of(one) for one in taken] == ["care-medicine"]
    assert sorted(map(code_of, worn)) == ["care-insoles", "care-night-splint"]


def test_in_another_language_the_words_change_and_no_value_does():
    english = bundle_of(full(), person=ANNA, made=MADE)
    with speaking("es"):
        check_words(full())
        spanish = bundle_of(full(), person=ANNA, made=MADE)
    assert (english["language"], spanish["language"]) == ("en", "es")
    says = [observed(one, "choice")[0]["valueCodeableConcept"]["text"] for one in (english, spanish)]
    assert says[0] != says[1]
    pairs = zip(resources(english)[1:-1], resources(spanish)[1:-1], strict=True)
    for one, other in pairs:
        assert (one["id"], one.get("valueQuantity")) == (other["id"], other.get("valueQuantity"))


def test_each_session_is_a_procedure_of_the_request_that_it_was_played_for():
    life = full()
    bundle = bundle_of(life, person=ANNA, made=MADE)
    requests = {f"urn:uuid:{one['id']}": one for one in resources(bundle, "ServiceRequest")}
    played = [one for one in resources(bundle, "Procedure") if not code_of(one["code"])]
    assert len(played) == len(life.standing.sessions)
    for one in played:
        assert requests[one["basedOn"][0]["reference"]]["code"] == one["code"]
    names = {one["code"]["coding"][0]["code"] for one in played}
    assert {one["code"]["coding"][0]["system"] for one in played} == {TECHNIQUES}
    assert {one["code"]["text"] for one in played} == {called(name, life.standing.own) for name in names}
