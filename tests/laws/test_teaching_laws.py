"""What is written down in the form comes back as it was written, whatever it is."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from firststep.care.teaching import (
    DOES,
    HANDS,
    LIKE,
    MOVES,
    OTHER,
    STEP_DOES,
    TaughtForm,
    TaughtStep,
    form_of,
    written,
)
from firststep.care.teaching.making import filled
from firststep.knowledge import (
    OWN,
    Posture,
    Stroke,
    Technique,
    Tool,
    every,
    own_technique,
    technique_text,
    traits,
)

AGAIN = date(2027, 11, 26)

numbers = st.integers(0, 200).map(str) | st.sampled_from(["", "x", "-1", "1.5", "²"])
words = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp"]) | st.just("\\") | st.just('"'),
    max_size=45,
)


def some(of):
    return st.lists(st.sampled_from(of), unique=True).map(
        lambda chosen: tuple(one for one in of if one in chosen)
    )


steps = st.builds(
    TaughtStep,
    does=st.sampled_from(STEP_DOES),
    stroke=st.sampled_from(["", *every(Stroke)]),
    minutes=st.sampled_from(["", "1", "2"]),
    seconds=st.sampled_from(["", "5", "30"]),
    times=st.sampled_from(["1", "2"]),
    rest=st.sampled_from(["", "10"]),
    pace=st.sampled_from(["", "6"]),
    title=words,
    say=words,
    cue=words,
)
forms = st.builds(
    TaughtForm,
    by=words,
    name=words,
    tools=some([*every(Tool), HANDS, OTHER]),
    needs=words,
    like=some(LIKE),
    does=some(DOES),
    posture=st.sampled_from(list(map(str, Posture))),
    both=st.booleans(),
    steps=st.lists(steps, max_size=4).map(tuple),
    ceiling=st.sampled_from(["0", "3", "4", "5", "x"]),
    times=st.sampled_from(["1", "2", "7"]),
    every=st.sampled_from(["1", "2", ""]),
    apart=st.sampled_from(["", "60", "120", "5"]),
    stop=words,
    how=words,
)
sound = st.builds(
    TaughtForm,
    by=words.map(lambda text: f"Eva {text}"),
    name=words.map(lambda text: f"My way {text}"[:40]),
    tools=some(["tennis-ball", "towel", HANDS, OTHER]).filter({"tennis-ball", HANDS, OTHER}.intersection),
    needs=words.map(lambda text: f"cork {text}"),
    like=some(["hard", "spiky"]),
    does=some(DOES),
    posture=st.sampled_from(list(map(str, Posture))),
    both=st.booleans(),
    steps=st.lists(
        st.builds(
            TaughtStep,
            does=st.sampled_from(["stroke", "hold"]),
            stroke=st.sampled_from(["arch-middle", "arch-inner", "calf-long", "thigh-spots"]),
            minutes=st.just("1"),
            times=st.sampled_from(["1", "2"]),
            rest=st.sampled_from(["", "10"]),
            pace=st.sampled_from(["", "6"]),
            moves=st.sampled_from(["", *MOVES]),
            title=words.map(lambda text: text[:40]),
            say=words,
            cue=words,
        ),
        min_size=1,
        max_size=3,
    ).map(tuple),
    ceiling=st.sampled_from(["0", "3", "4"]),
    times=st.sampled_from(["1", "6"]),
    every=st.sampled_from(["2", "7"]),
    apart=st.sampled_from(["", "60", "720"]),
    stop=words,
    how=words,
).filter(lambda form: not ("hard" in form.like and "heel" in form.does))  # nothing hard on the heel


@given(sound)
def test_a_sound_form_is_written_read_and_shown_as_it_was(form):
    made = written(form, again=AGAIN)
    assert made.wrong == ()
    assert own_technique(made.text, name="x") == made.technique
    assert filled(form_of(made.technique)) == filled(form)


@given(sound)
def test_what_is_written_again_unchanged_is_the_same_technique(form):
    made = written(form, again=AGAIN).technique
    again = written(form_of(made), again=date(2030, 1, 1), before=made)
    assert again.technique == made


@given(forms)
def test_whatever_is_typed_is_a_technique_or_is_said_what_to_mend(form):
    made = written(form, again=AGAIN)
    assert (made.technique is None) == bool(made.wrong)
    assert all(one.says and "{" not in one.says.replace(form.by, "") for one in made.wrong)
    if made.technique:
        assert made.technique.id.startswith(OWN)
        assert own_technique(made.text, name="x") == made.technique


@given(sound)
def test_nothing_that_was_ticked_is_lost_and_the_rest_is_only_added(form):
    made = written(form, again=AGAIN).technique
    assert {*form.does, *form.like} <= traits(made)
    assert "massage" in traits(made)


@given(st.sampled_from(sorted(every(Technique))))
def test_a_technique_of_the_library_is_written_as_it_was_read(id_):
    known = every(Technique)[id_]
    mine = own_technique(f'taught_by = "Eva"\n{technique_text(known)}', name="x")
    assert technique_text(mine).replace('taught_by = "Eva"\n', "") == technique_text(known)
