"""Our diary: what it may say, and what is said of one that is wrong."""

from datetime import date

import pytest

from firststep import Trial, analyse, read_diaries, read_diary
from firststep.errors import IntakeError, TrialError


@pytest.fixture
def write(tmp_path):
    def write(text, name="diary.csv", encoding="utf-8"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return path

    return write


GOOD = """date,pain,did
2026-11-01,6,tennis-ball
2026-11-02,,none
2026-11-04,5,tennis-ball;calf-stick
2026-11-05,4,
"""


def test_a_diary_is_read_as_it_stands(write):
    diary = read_diary(write(GOOD))
    assert diary.techniques == ("calf-stick", "tennis-ball")
    assert [day.pain for day in diary.days] == [6.0, None, 5.0, 4.0]
    assert [day.did for day in diary.days] == [
        frozenset(["tennis-ball"]),
        frozenset(),
        frozenset(["tennis-ball", "calf-stick"]),
        None,
    ]


@pytest.mark.parametrize(
    "text",
    [
        GOOD.replace(",", "\t"),
        GOOD.replace("\n", "\r\n"),
        "\ufeff" + GOOD,
        "Date, Pain ,DID\n" + GOOD.partition("\n")[2],
        GOOD.replace("\n2026-11-04", "\n\n2026-11-04"),
        'date;pain;did\n2026-11-01;6;tennis-ball\n2026-11-02;;none\n2026-11-04;5;"tennis-ball;calf-stick"\n2026-11-05;4;\n',
    ],
    ids=["tabs", "windows", "bom", "header", "blank row", "semicolons"],
)
def test_spreadsheets_write_it_in_their_own_ways(write, text):
    assert read_diary(write(text)) == read_diary(write(GOOD))


def test_utf_16_from_a_spreadsheet_is_read(write):
    assert read_diary(write(GOOD, encoding="utf-16")) == read_diary(write(GOOD))


def test_optional_columns_are_let_be_and_unknown_ones_are_named(write):
    text = "date,pain,did,advised,steps,weather\n2026-11-01,6,none,calf-stick,9000,rain\n"
    diary = read_diary(write(text))
    assert diary.techniques == ("calf-stick",)
    assert diary.notes == ("Columns that Firststep does not know were left out: weather.",)


def test_a_name_that_looks_like_a_slip_is_pointed_out(write):
    rows = "".join(
        f"2026-11-{day:02},5,{'tenis-ball' if day == 9 else 'tennis-ball'}\n" for day in range(1, 20)
    )
    (note,) = read_diary(write("date,pain,did\n" + rows)).notes
    assert note == "'tenis-ball' stands 1x and 'tennis-ball' 18x: are they one?"


def row(text):
    return f"date,pain,did\n2026-11-01,6,tennis-ball\n{text}\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            row("2026-11-02,11,none"),
            "row 3, column 'pain': the score is '11', but it must be a whole number 0 to 10",
        ),
        (row("2026-11-02,5.5,none"), "row 3, column 'pain'"),
        (row("2026-11-02,six,none"), "row 3, column 'pain'"),
        (row("2026-11-02,nan,none"), "row 3, column 'pain'"),
        (row("02/11/2026,5,none"), "row 3, column 'date': '02/11/2026' is not a date"),
        (row("2026-11-01,5,none"), "row 3, column 'date': 2026-11-01 stands twice"),
        (row("2026-10-30,5,none"), "row 3, column 'date': 2026-10-30 comes after 2026-11-01"),
        (row("2026-11-02,5,none;calf-stick"), "row 3, column 'did': 'none;calf-stick' says both"),
        (row("2026-11-0"), "row 3: this row has 1 of 3 columns"),
        (row('2026-11-02,5,"calf'), "row 3: the row cannot be read as a table row"),
        ("date,pain\n", "row 1: the column 'did' is missing"),
        ("date,pian,did\n", "row 1: the column 'pain' is missing (is it 'pian'?)"),
        ("date,pain,did,pain\n", "row 1: the column 'pain' stands twice"),
        ("date,pain,did\n", "diary.csv: the diary has no day"),
        ("", "diary.csv: the file is empty"),
        ("shopping\nmilk\n", "this is not a diary that Firststep knows"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "this is not a text file"),
        (row("2026-11-02,5,fu\xdf").encode("latin-1"), "row 3: a letter is stored in an encoding"),
        (
            "date,pain,did\n" + "".join(f"2026-11-{d:02},5,thing-{d}\n" for d in range(1, 10)),
            "row 10, column 'did': this is the 9th technique",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_place(write, text, said):
    with pytest.raises(IntakeError) as caught:
        read_diary(write(text))
    assert said in str(caught.value)
    assert "To mend it:" in str(caught.value)


def test_a_technique_that_is_not_in_the_comparison_is_refused_with_a_guess(write):
    with pytest.raises(
        IntakeError, match=r"row 2, column 'did'.*'tennis-ball'.*did you mean 'tenis-ball'"
    ) as caught:
        read_diary(write(GOOD), techniques=("tenis-ball", "calf-stick"))
    assert caught.value.exit_code == 3


def test_a_file_that_is_not_there_or_a_folder_is_refused(tmp_path):
    with pytest.raises(IntakeError, match="cannot be opened"):
        read_diary(tmp_path / "none.csv")
    with pytest.raises(IntakeError, match="folder"):
        read_diary(tmp_path)


def test_a_hundred_megabytes_of_noise_are_refused_before_they_are_read(tmp_path):
    path = tmp_path / "noise.csv"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    with pytest.raises(IntakeError, match="100 MB"):
        read_diary(path)


def test_noise_that_is_small_enough_is_refused_too(write):
    noise = bytes((k * 7919) % 251 + 1 for k in range(300_000))
    with pytest.raises(IntakeError):
        read_diary(write(noise))
    with pytest.raises(IntakeError):
        read_diary(write(b"date,pain,did\n" + noise))


def test_the_diary_and_the_python_trial_say_the_same(write):
    """The worked example of docs/how-to/diary.md: the `did` of a row is told with the next."""
    trial = Trial(["calf-stick", "tennis-ball"])
    trial.record(6, on=date(2026, 11, 1))
    trial.record(None, did="tennis-ball")
    trial.record(5, did=(), on=date(2026, 11, 4))
    trial.record(4, did=["tennis-ball", "calf-stick"])
    findings = analyse(read_diary(write(GOOD)))
    assert findings.series == trial.series
    assert findings.effects == trial.findings().effects


def test_one_person_is_one_diary(write):
    assert len(read_diaries(write(GOOD))) == 1


def test_capital_letters_make_no_second_technique(write):
    doings = ("Tennis-ball", "tennis-ball", "None", "OTHER")
    rows = "".join(f"2026-11-0{day},5,{did}\n" for day, did in enumerate(doings, start=1))
    diary = read_diary(write("date,pain,did\n" + rows))
    assert diary.techniques == ("Tennis-ball",)
    assert [day.did for day in diary.days] == [
        frozenset(["Tennis-ball"]),
        frozenset(["Tennis-ball"]),
        frozenset(),
        frozenset(["other"]),
    ]


def test_advice_may_have_been_nothing_or_something_else(write):
    text = "date,pain,did,advised\n2026-11-01,6,a,none\n2026-11-02,5,b,other\n2026-11-03,5,b,a\n"
    assert [day.advised for day in read_diary(write(text)).days] == ["none", None, "a"]


def test_a_year_that_is_a_slip_of_the_pen_is_refused(write):
    with pytest.raises(IntakeError, match="row 3, column 'date': 2206-11-02 is 65744 days after 2026-11-01"):
        read_diary(write(row("2206-11-02,5,none")))


def test_a_technique_named_twice_on_the_command_line_is_refused(write):
    with pytest.raises(TrialError, match="'tennis-ball' is listed twice"):
        analyse(read_diary(write(GOOD), techniques=("tennis-ball", "calf-stick", "tennis-ball")))


def test_a_lone_separator_is_not_told_and_never_nothing(write):
    (day,) = read_diary(write("date\tpain\tdid\n2026-11-01\t6\t;\n")).days
    assert day.did is None
