"""A file that is dropped is found again, or refused in words; hostile ones do no harm."""

import io
import zipfile

import pandas as pd
import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from carbonpeak.export.passport import Passport
from carbonpeak.export.recognise import MAX_BYTES, RecogniseError, read_passport
from carbonpeak.export.report import slides, web, word
from carbonpeak.export.rows import writers as sheets
from carbonpeak.words import LANGS, say
from tests.export import samples

ID = samples.printable().passport.id
LONG = Passport("sector_ranking", tuple((f"{'k' * 9}", "v" * 20) for _ in range(9)), "df275964").id
REASONS = ("too_large", "not_a_figure", "damaged", "no_passport")


@pytest.fixture
def tiny():
    return samples.printable(samples.figure(chart=False))


def fault_of(data):
    with pytest.raises(RecogniseError) as caught:
        read_passport(data)
    return caught.value.reason


def outcome_of(data):
    """Return the id a file gives, or the reason why it gives none."""
    try:
        return read_passport(data)
    except RecogniseError as fault:
        return fault.reason


def zipped(**members):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), text)
    return content.getvalue()


def picture():
    content = io.BytesIO()
    Image.new("RGB", (9, 9)).save(content, "PNG")
    return content.getvalue()


def blank_pdf(**facts):
    writer = pypdf.PdfWriter()
    writer.add_blank_page(width=10, height=10)
    writer.add_metadata({f"/{name}": text for name, text in facts.items()})
    content = io.BytesIO()
    writer.write(content)
    return content.getvalue()


@pytest.mark.parametrize("kind", ["png", "svg", "pdf"])
def test_a_picture_is_found_again(renderer, tiny, kind):
    assert read_passport(renderer.render(tiny, kind, 75)) == ID
    assert read_passport(renderer.render(tiny, kind, 75, has_words=False)) == ID


@pytest.mark.parametrize("write", [sheets.csv, sheets.xlsx, sheets.parquet])
def test_rows_are_found_again_where_they_carry_it(tiny, write):
    if write is sheets.csv:
        assert fault_of(write(tiny)) == "no_passport"
    else:
        assert read_passport(write(tiny)) == ID


@pytest.mark.parametrize("write", [word.write, slides.write])
def test_a_figure_in_a_report_is_found_again(write):
    assert read_passport(write(samples.whole(), samples.png)) == ID


def test_a_figure_in_a_page_or_its_print_is_found_again(renderer):
    page = web.write(samples.whole(), samples.svg)
    assert read_passport(page) == ID
    assert read_passport(renderer.print_html(page.decode())) == ID


def test_an_id_cut_into_pieces_or_lines_is_found_again():
    assert read_passport(f"<a><b>{LONG[:20]}</b><b>{LONG[20:]}</b></a>".encode()) == LONG
    assert read_passport(f"{LONG[:30]}\r\n{LONG[30:90]}\n {LONG[90:]}".encode()) == LONG
    assert read_passport(f"图号{ID}。".encode()) == ID


def test_a_pdf_saved_by_another_program_is_found_again():
    assert read_passport(blank_pdf(Keywords=ID)) == ID


def test_an_id_with_a_typing_error_is_passed_over():
    wrong = ID[:-1] + ("a" if ID[-1] != "a" else "b")
    assert fault_of(wrong.encode()) == "no_passport"
    assert read_passport(f"{wrong} {LONG}".encode()) == LONG


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no_passport"),
        (b"just words", "no_passport"),
        (picture(), "no_passport"),
        (blank_pdf(), "no_passport"),
        (zipped(a_dot_txt="nothing"), "no_passport"),
        (b"\xff\xd8\xff\xe0JFIF", "not_a_figure"),
        (picture()[:40], "damaged"),
        (b"%PDF-1.4 and no more", "damaged"),
        (zipped(a_dot_txt="x" * 999)[:60], "damaged"),
        (b"x" * (MAX_BYTES + 1), "too_large"),
        (zipped(a_dot_xml=b"0" * (MAX_BYTES + 1)), "too_large"),
        (zipped(**{f"a{n}_dot_xml": b"0" * (MAX_BYTES // 2) for n in range(9)}), "too_large"),
        (zipped(**{f"a{n}_dot_txt": "" for n in range(5001)}), "too_large"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_holds_no_id_is_refused_with_its_reason(data, reason):
    assert fault_of(data) == reason


def test_entities_are_not_followed(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text(ID)
    asking = f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]><a>&x;</a>'
    assert fault_of(asking.encode()) == "no_passport"
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    assert fault_of(f'<!DOCTYPE a [<!ENTITY l0 "ha">{laughs}]><a>&l11;</a>'.encode()) == (
        "no_passport"
    )


def test_a_locked_archive_is_refused():
    locked = bytearray(zipped(a_dot_txt=ID))
    # The bit that says a member is encrypted, in both of its headers.
    locked[6] |= 1
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    assert fault_of(bytes(locked)) == "damaged"


@given(
    st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04", b"\x89PNG\r\n\x1a\n", b"<svg>"]),
    st.binary(),
)
def test_any_bytes_give_a_reason(start, rest):
    assert fault_of(start + rest) in REASONS


@given(st.data())
def test_a_pdf_with_flipped_bytes_gives_the_id_or_a_reason(data):
    content = bytearray(blank_pdf(Keywords=ID))
    for _ in range(3):
        content[data.draw(st.integers(5, len(content) - 1))] = data.draw(st.integers(0, 255))
    assert outcome_of(bytes(content)) in {ID, *REASONS}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_has_words(reason, lang):
    assert len(say(f"recognise.fault.{reason}", lang)) > 15


def test_a_table_of_many_rows_is_searched_quickly_enough_to_finish():
    rows = pd.DataFrame({"a": ["a" * 1000] * 20_000}).to_csv(index=False).encode()
    assert fault_of(rows) == "no_passport"
    assert fault_of(b"@df275964.1-abcd" * 200_000) == "no_passport"


@pytest.mark.parametrize("data", [b"<" * 2**20, b"<a" * 2**19, b"<svg>" + b"<" * 2**20])
def test_a_text_of_nothing_but_brackets_is_read_in_one_go(data):
    with pytest.raises(RecogniseError):
        read_passport(data)


def test_a_member_in_another_encoding_does_not_hide_the_others(tmp_path):
    passport_id = Passport("peak_tiles", (), "df275964").id
    file = tmp_path / "a.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", "说明".encode("gbk"))
        archive.writestr("f.svg", f"<svg><text>{passport_id}</text></svg>")
    assert read_passport(file.read_bytes()) == passport_id
