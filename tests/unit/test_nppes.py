"""Files of NPIs: the real header and rows, and files made here with the quirks of real ones."""

import csv
import zipfile
from datetime import date
from io import BytesIO

import pytest
from bench.made_up_nppes import HEADER, SHORT, given_up, npi, row, write
from tests.conftest import SHARED, real

from firststep.care.professionals import codes_wanted
from firststep.errors import IntakeError
from firststep.intake.nppes import Counts, Told, open_file
from firststep.intake.nppes.named import WHOLE_SINCE
from firststep.records.professional import Gone, Listed, is_npi, zip5

WHOLE, WEEK = "npidata_pfile_20050523-20261108.csv", "npidata_pfile_20261109-20261115.csv"
PT, MASSAGE, FOOT = "225100000X", "225700000X", "213E00000X"
OTHER = "183500000X"


def read(path, *, everybody=False, wanted=None):
    counts = Counts()
    entries = open_file(path).entries(wanted or codes_wanted(), counts, everybody=everybody)
    return list(entries), counts


def listed(tmp_path, *rows):
    return read(write(tmp_path / WHOLE, rows))


def the_one(tmp_path, told):
    (entry,), _ = listed(tmp_path, told)
    assert isinstance(entry, Listed)
    return entry


@pytest.fixture
def nppes():
    return real(SHARED / "npi")


def test_our_own_header_is_the_real_one(nppes):
    with (nppes / "npidata_pfile_fileheader_v2.csv").open() as file:
        assert tuple(next(csv.reader(file))) == HEADER
    assert len(HEADER) == 330


def test_real_rows_are_read_with_the_primary_code_first(nppes):
    wanted = {"106S00000X": "technician", "101YP2500X": "counselor", "183500000X": "pharmacist"}
    entries, counts = read(nppes / "npidata_pfile_sample_v2.csv", wanted=wanted)
    assert [(one.npi, one.kinds, one.codes) for one in entries] == [
        ("1851806699", ("counselor", "technician"), ("101YP2500X", "106S00000X")),
        ("1699600866", ("pharmacist",), ("183500000X",)),
    ]
    first = entries[0]
    assert (first.name, first.credential) == ("POTTER, NICHOLAS MICHAEL", "MA")
    assert (first.street, first.city, first.state, first.zip) == (
        *("1055 GEZON PKWY SW", "GRAND RAPIDS", "MI"),
        "49509",
    )
    assert first.phone == "6167732908"
    assert (counts.rows, counts.entries, counts.gone) == (3, 2, 0)


def test_real_rows_of_none_of_our_kinds_are_told_of_for_the_changes_of_a_week(nppes):
    sample = nppes / "npidata_pfile_sample_v2.csv"
    assert read(sample)[0] == []
    assert read(sample, everybody=True)[0] == [Gone("1851806699"), Gone("1699600866"), Gone("1669740403")]


def test_the_real_file_of_further_places_is_another_file(nppes):
    with pytest.raises(IntakeError, match="not the file of NPIs"):
        open_file(nppes / "pl_pfile_20251103-20251109.first2000.csv")


def test_the_header_alone_has_no_rows(nppes):
    assert read(nppes / "npidata_pfile_fileheader_v2.csv") == ([], Counts())


@pytest.mark.parametrize("number", ["1851806699", "1699600866", "1669740403", "1932918026", "1234567893"])
def test_real_numbers_fit_their_check_digit(number):
    assert is_npi(number)
    assert not any(is_npi(number[:-1] + other) for other in "0123456789" if other != number[-1])


@pytest.mark.parametrize("text", ["", "123456789", "12345678931", "12345678a3", "١٢٣٤٥٦٧٨٩٣"])
def test_what_has_not_ten_digits_is_no_number(text):
    assert not is_npi(text)


def test_a_practice_with_a_comma_and_quotes_in_its_name(tmp_path):
    told = row(1, PT, entity="2", organisation='FEET, "HEELS" & SONS', last="", first="")
    entry = the_one(tmp_path, told)
    assert entry.organisation
    assert entry.name == 'FEET, "HEELS" & SONS'


def test_a_text_over_two_lines_is_one_row(tmp_path):
    entries, counts = listed(tmp_path, row(1, PT, street="SUITE 1\nMAIN ST"), row(2, PT))
    assert [one.street for one in entries] == ["SUITE 1 MAIN ST", "1 MAIN ST"]
    assert counts.rows == 2


def test_any_of_fifteen_codes_lists_somebody(tmp_path):
    assert the_one(tmp_path, row(1, *[OTHER] * 14, FOOT)).kinds == ("podiatrist",)


def test_blank_codes_between_are_no_matter(tmp_path):
    assert the_one(tmp_path, row(1, "", OTHER, "", MASSAGE)).kinds == ("massage-therapist",)


def test_who_is_of_two_kinds_is_listed_in_both_the_primary_first(tmp_path):
    entry = the_one(tmp_path, row(1, MASSAGE, OTHER, PT, primary=2))
    assert entry.kinds == ("physical-therapist", "massage-therapist")
    assert entry.codes == (PT, MASSAGE)


def test_two_codes_flagged_as_primary_keep_their_order(tmp_path):
    told = row(1, MASSAGE, PT) | {"Healthcare Provider Primary Taxonomy Switch_2": "Y"}
    assert the_one(tmp_path, told).codes == (MASSAGE, PT)


def test_a_code_in_another_field_lists_nobody(tmp_path):
    assert listed(tmp_path, row(1, OTHER, street=f"{PT} ROAD"))[0] == []


def test_a_place_abroad_is_counted_and_left_out(tmp_path):
    entries, counts = listed(tmp_path, row(1, PT, country="CA", zip="K1A0B1"), row(2, PT))
    assert [one.npi for one in entries] == [npi(2)]
    assert counts.abroad == 1


def test_a_number_that_fails_its_check_digit_is_counted_and_left_out(tmp_path):
    wrong = npi(1)[:-1] + str((int(npi(1)[-1]) + 1) % 10)
    entries, counts = listed(tmp_path, row(1, PT, npi=wrong), row(2, PT))
    assert [one.npi for one in entries] == [npi(2)]
    assert counts.wrong == 1


def test_what_was_given_up_is_told_with_its_day(tmp_path):
    entries, counts = listed(tmp_path, given_up(1, "10/12/2026"), row(2, PT))
    assert entries[0] == Gone(npi(1), date(2026, 10, 12))
    assert counts.gone == 1


@pytest.mark.parametrize(
    ("gone", "back", "there"),
    [
        ("10/12/2020", "", False),
        ("10/12/2020", "11/12/2020", True),
        ("10/12/2020", "10/12/2020", True),
        ("10/12/2020", "11/12/2019", False),
        ("", "11/12/2020", True),
    ],
)
def test_taken_up_again_it_is_there_again(tmp_path, gone, back, there):
    (entry,), _ = listed(tmp_path, row(1, PT, gone=gone, back=back))
    assert isinstance(entry, Listed) is there


@pytest.mark.parametrize(
    ("typed", "five"),
    [
        ("10001", "10001"),
        ("100010001", "10001"),
        ("10001-0001", "10001"),
        ("063602740", "06360"),
        ("1000", ""),
        ("K1A0B1", ""),
        ("", ""),
        ("١٠٠٠١", ""),
    ],
)
def test_zip_codes(typed, five):
    assert zip5(typed) == five


def test_columns_are_found_by_their_names_wherever_they_stand(tmp_path):
    told = row(1, PT)
    path = tmp_path / WHOLE
    for order in (HEADER[::-1], ("A column of tomorrow", *HEADER)):
        with path.open("w", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(order)
            writer.writerow([told.get(name, "") for name in order])
        assert [one.npi for one in read(path)[0]] == [npi(1)]


@pytest.mark.parametrize("lost", ["NPI", "Healthcare Provider Taxonomy Code_15", SHORT["zip"]])
def test_a_missing_column_is_named(tmp_path, lost):
    path = tmp_path / WHOLE
    with path.open("w", newline="") as file:
        csv.writer(file).writerow([name for name in HEADER if name != lost])
    with pytest.raises(IntakeError, match=f"no column '{lost}'"):
        open_file(path)


@pytest.mark.parametrize("cut", [1, 2, 40, 400])
def test_a_file_that_is_cut_off_is_refused(tmp_path, cut):
    path = write(tmp_path / WHOLE, [row(n, OTHER) for n in range(1, 4)])
    path.write_bytes(path.read_bytes()[:-cut])
    with pytest.raises(IntakeError) as refused:
        read(path)
    assert refused.value.mend


def test_a_row_that_lost_its_end_is_refused_even_where_nobody_is_looked_for(tmp_path):
    path = write(tmp_path / WHOLE, [row(1, OTHER)])
    path.write_bytes(path.read_bytes().rpartition(b',"","","')[0] + b"\n")
    with pytest.raises(IntakeError, match="columns in the place of 330"):
        read(path)


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16"])
def test_another_encoding_is_refused(tmp_path, encoding):
    path = write(tmp_path / WHOLE, [row(1, PT, last="MUÑOZ")])
    path.write_bytes(path.read_text().encode(encoding))
    with pytest.raises(IntakeError, match="UTF-8"):
        read(path)


def test_utf_8_is_read_with_a_mark_at_its_start_too(tmp_path):
    path = write(tmp_path / WHOLE, [row(1, PT, last="MUÑOZ")])
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert [one.name for one in read(path)[0]] == ["MUÑOZ, KIM"]


@pytest.mark.parametrize("content", [b"", b"hello\n", b'"NPI","Entity\n' * 3, b"\x00" * 500])
def test_what_is_no_such_file_is_refused_in_words(tmp_path, content):
    path = tmp_path / WHOLE
    path.write_bytes(content)
    with pytest.raises(IntakeError) as refused:
        read(path)
    assert refused.value.mend


def test_a_file_that_is_not_there_is_refused_in_words(tmp_path):
    with pytest.raises(IntakeError, match="cannot be read"):
        open_file(tmp_path / "no.csv")


def test_a_day_that_is_none_is_refused_with_its_row(tmp_path):
    with pytest.raises(IntakeError, match="'soon' is not a day"):
        listed(tmp_path, row(1, PT, gone="soon"))


def test_signs_that_cannot_be_shown_are_blanks(tmp_path):
    assert the_one(tmp_path, row(1, PT, street="1\x00 MAIN\x07 ST")).street == "1 MAIN ST"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (WHOLE, Told(WHOLE_SINCE, date(2026, 11, 8))),
        (WEEK, Told(date(2026, 11, 9), date(2026, 11, 15))),
        ("NPPES Deactivated NPI Report 20261109.csv", Told(date(2026, 11, 9), date(2026, 11, 9))),
        ("npidata_pfile_20261399-20261115.csv", None),
        ("list.csv", None),
    ],
)
def test_the_name_tells_the_days(tmp_path, name, told):
    path = write(tmp_path / name, [])
    assert open_file(path).told == told
    assert told is None or told.whole is (name == WHOLE)


def zipped(tmp_path, **parts):
    path = tmp_path / "NPPES_Data_Dissemination.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def test_the_list_is_found_in_the_zip_that_it_comes_in(tmp_path):
    content = write(tmp_path / WEEK, [row(1, PT)]).read_bytes()
    others = {"npidata_pfile_20261109-20261115_fileheader.csv": b"x", "pl_pfile_20261109-20261115.csv": b"x"}
    path = zipped(tmp_path, **{WEEK: content}, **others)
    assert open_file(path).told == Told(date(2026, 11, 9), date(2026, 11, 15))
    assert [one.npi for one in read(path)[0]] == [npi(1)]


@pytest.mark.parametrize("parts", [{}, {"a.csv": b"x"}, {WEEK: b"x", WHOLE: b"x"}])
def test_a_zip_without_one_list_is_refused(tmp_path, parts):
    path = zipped(tmp_path, **parts, **{"readme.txt": b"x"})
    with pytest.raises(IntakeError, match="lists of NPIs"):
        open_file(path)


def test_a_damaged_zip_is_refused(tmp_path):
    path = zipped(tmp_path, **{WEEK: write(tmp_path / WEEK, [row(n, PT) for n in range(99)]).read_bytes()})
    sound = path.read_bytes()
    path.write_bytes(sound[: len(sound) // 2])
    with pytest.raises(IntakeError, match="damaged"):
        open_file(path)
    path.write_bytes(sound[:2000] + bytes(200) + sound[2200:])
    with pytest.raises(IntakeError):
        read(path)


SHEET = """<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
<row r="1"><c r="A1" t="s"><v>0</v></c></row>
<row r="2"><c r="A2" t="s"><v>1</v></c>
<c r="B2" t="inlineStr"><is><t>NPPES Deactivation Date</t></is></c></row>
<row r="3"><c r="A3" t="s"><v>2</v></c><c r="B3" t="s"><v>3</v></c></row>
<row r="4"><c r="A4"><v>{second}</v></c><c r="B4"><v>46000</v></c></row>
</sheetData></worksheet>"""
SHARED_TEXTS = """<sst><si><t>Report</t></si><si><t>NPI</t></si>
<si><r><t>{first}</t></r></si><si><t>10/12/2026</t></si></sst>"""
DTD = '<!DOCTYPE a [<!ENTITY b "c">]>'


def table(sheet=SHEET):
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("xl/worksheets/sheet1.xml", sheet.format(second=npi(2)))
        archive.writestr("xl/sharedStrings.xml", SHARED_TEXTS.format(first=npi(1)))
    return buffer.getvalue()


GONE = [Gone(npi(1), date(2026, 10, 12)), Gone(npi(2), date(2025, 12, 9))]


def test_the_report_of_given_up_numbers_is_read_as_a_table(tmp_path):
    path = tmp_path / "NPPES Deactivated NPI Report 20261109.xlsx"
    path.write_bytes(table())
    assert open_file(path).is_report
    assert read(path)[0] == GONE


def test_the_report_is_read_out_of_its_zip(tmp_path):
    path = zipped(tmp_path, **{"NPPES Deactivated NPI Report 20261109.xlsx": table()})
    assert (read(path)[0], open_file(path).told.until) == (GONE, date(2026, 11, 9))


def test_the_report_is_read_as_csv(tmp_path):
    path = tmp_path / "deactivated_20261109.csv"
    path.write_text(f"NPI,NPPES Deactivation Date\n{npi(1)},10/12/2026\n{npi(2)},2025-12-09\n")
    assert read(path)[0] == GONE


@pytest.mark.parametrize(
    "content",
    [
        table("<worksheet><sheetData/></worksheet>"),
        table("<worksheet><sheetData>"),
        table(f"{DTD}<worksheet><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>"),
        table(SHEET.replace("46000", "soon")),
        table(SHEET.replace("{second}", "12")),
        b"NPI,NPPES Deactivation Date\n12,10/12/2026\n",
        b"A,NPPES Deactivation Date\n",
        b"NPI,NPPES Deactivation Date\n\xff,1\n",
    ],
    ids=["empty", "cut", "with a DTD", "no day", "no number", "no number in CSV", "no column", "no UTF-8"],
)
def test_another_table_is_refused_in_words(tmp_path, content):
    path = tmp_path / "deactivated_20261109.bin"
    path.write_bytes(content)
    with pytest.raises(IntakeError) as refused:
        read(path)
    assert refused.value.mend
