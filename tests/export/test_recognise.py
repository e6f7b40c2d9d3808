"""A file that is dropped is found again, or refused in words; hostile ones do no harm."""

import io
import subprocess
import sys
import traceback
import zipfile

import docx
import pandas as pd
import pptx
import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from pypdf.errors import PyPdfError

from carbonpeak.export import foreign, foreign_ids, recognise
from carbonpeak.export.foreign_ids import MAX_BYTES, MOST_ENDS, MOST_IDS, Refused
from carbonpeak.export.passport import Passport
from carbonpeak.export.recognise import REASONS, RecogniseError, ids_in, picture_in
from carbonpeak.export.report import slides, web, word
from carbonpeak.export.rows import writers as sheets
from carbonpeak.words import LANGS, say
from tests.export import samples

ID = samples.printable().passport.id
LONG = Passport("sector_ranking", tuple((f"{'k' * 9}", "v" * 20) for _ in range(9)), "df275964").id
OTHER = Passport("peak_series", (("sector", "41+43"),), "df275964").id


@pytest.fixture
def tiny():
    return samples.printable(samples.figure(chart=False))


def every(data):
    """Return all ids of a file, read in this process."""
    return list(foreign_ids.ids(data))


def first(data):
    return next(foreign_ids.ids(data))


def fault_of(data):
    """Return why a file gives no id, as the process that reads it tells."""
    with pytest.raises(RecogniseError) as caught:
        ids_in(data)
    return caught.value.reason


def refused(data):
    """Return why a file gives no id where no parser fails, read in this process."""
    with pytest.raises(Refused) as caught:
        every(data)
    return caught.value.reason


def outcome_of(data):
    """Return the first id of a file, or why it gives none; what a parser finds wrong is damage."""
    try:
        return first(data)
    except Refused as fault:
        return fault.reason
    except (PyPdfError, zipfile.BadZipFile):
        return "damaged"
    except (AttributeError, IndexError, KeyError, RecursionError, TypeError, ValueError) as fault:
        # What pypdf stumbles over ends the process that reads the file, and is told as damage.
        if "pypdf" not in traceback.extract_tb(fault.__traceback__)[-1].filename:
            raise
        return "damaged"


def zipped(**members):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
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


def flagged(archive, byte, bit):
    """Set a bit among those of a member, in both of its headers."""
    flags = bytearray(archive)
    flags[6 + byte] |= bit
    flags[flags.index(b"PK\x01\x02") + 8 + byte] |= bit
    return bytes(flags)


def without_its_middle():
    """An archive that lost bytes, so that a member begins before the file does."""
    whole = zipped(a_dot_txt="some words")
    return whole[:4] + whole[34:]


def misnamed():
    """An archive that says its name is UTF-8, which it is not."""
    return flagged(zipped(a_dot_txt=ID).replace(b"a.txt", b"\xff.txt"), 1, 8)


@pytest.mark.parametrize("kind", ["png", "svg", "pdf"])
def test_a_picture_is_found_again(renderer, tiny, kind):
    assert first(renderer.render(tiny, kind, 75)) == ID
    assert first(renderer.render(tiny, kind, 75, has_words=False)) == ID


@pytest.mark.parametrize("write", [sheets.csv, sheets.xlsx, sheets.parquet, sheets.json])
def test_rows_are_found_again(tiny, write):
    assert every(write(tiny)) == [ID]


@pytest.mark.parametrize("write", [word.write, slides.write])
def test_a_figure_in_a_report_is_found_again(write):
    assert first(write(samples.whole(), samples.png)) == ID


def test_a_figure_in_a_page_or_its_print_is_found_again(renderer):
    page = web.write(samples.whole(), samples.svg)
    assert first(page) == ID
    assert first(renderer.print_html(page.decode())) == ID


def test_an_id_cut_into_pieces_or_lines_is_found_again():
    assert first(f"<a><b>{LONG[:20]}</b><b>{LONG[20:]}</b></a>".encode()) == LONG
    assert first(f"{LONG[:30]}\r\n{LONG[30:90]}\n {LONG[90:]}".encode()) == LONG
    assert first(f"图表编码{ID}。".encode()) == ID


def test_a_pdf_saved_by_another_program_is_found_again():
    assert first(blank_pdf(Keywords=ID)) == ID


def test_an_id_with_a_typing_error_is_passed_over():
    wrong = ID[:-1] + ("a" if ID[-1] != "a" else "b")
    assert fault_of(wrong.encode()) == "no_passport"
    assert first(f"{wrong} {LONG}".encode()) == LONG


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
        (misnamed(), "damaged"),
        (without_its_middle(), "damaged"),
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
    assert fault_of(flagged(zipped(a_dot_txt=ID), 0, 1)) == "damaged"


STARTS = [b"", b"%PDF-1.4\n", b"PK\x03\x04", b"\x89PNG\r\n\x1a\n", b"<svg>"]


@given(st.sampled_from(STARTS), st.binary())
def test_any_bytes_give_a_reason(start, rest):
    assert outcome_of(start + rest) in REASONS


@pytest.mark.parametrize("start", STARTS)
def test_the_process_tells_the_reason_that_its_reader_finds(start):
    content = start + bytes(range(256))
    assert fault_of(content) == outcome_of(content)


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


def test_a_table_of_many_rows_is_read_to_its_end_and_an_end_without_id_not_for_ever():
    rows = pd.DataFrame({"a": ["a" * 1000] * 20_000}).to_csv(index=False).encode()
    assert refused(rows) == "no_passport"
    assert refused(b"@df275964.1-abcd" * (MOST_ENDS + 1)) == "too_much"


@pytest.mark.parametrize("data", [b"<" * 2**20, b"<a" * 2**19, b"<svg>" + b"<" * 2**20])
def test_a_text_of_nothing_but_brackets_is_read_in_one_go(data):
    assert refused(data) == "no_passport"


def test_a_member_in_another_encoding_does_not_hide_the_others(tmp_path):
    passport_id = Passport("peak_tiles", (), "df275964").id
    file = tmp_path / "a.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", "说明".encode("gbk"))
        archive.writestr("f.svg", f"<svg><text>{passport_id}</text></svg>")
    assert first(file.read_bytes()) == passport_id


def png_of(text):
    """A picture that says its id in its texts, as ours do."""
    content, said = io.BytesIO(), PngInfo()
    said.add_itxt("Passport", text)
    Image.new("RGB", (9, 9)).save(content, "PNG", pnginfo=said)
    return content.getvalue()


def document_with(picture):
    content = io.BytesIO()
    document = docx.Document()
    document.add_picture(io.BytesIO(picture))
    document.save(content)
    return content.getvalue()


def slides_with(picture):
    content = io.BytesIO()
    shown = pptx.Presentation()
    shown.slides.add_slide(shown.slide_layouts[6]).shapes.add_picture(io.BytesIO(picture), 0, 0)
    shown.save(content)
    return content.getvalue()


@pytest.mark.parametrize("put", [document_with, slides_with])
def test_our_picture_in_a_document_of_another_hand_is_found(put):
    assert every(put(png_of(ID))) == [ID]
    assert every(zipped(a_dot_docx=put(png_of(OTHER)))) == [OTHER]


def test_all_figures_of_an_archive_are_found_in_order_and_once():
    files = {"a.png": png_of(LONG), "b.pdf": blank_pdf(Keywords=OTHER), "c.png": png_of(ID)}
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, data in {**files, "d.png": png_of(ID)[:-20]}.items():
            archive.writestr(name, data)
    assert every(content.getvalue()) == [LONG, ID, OTHER]


def test_archives_within_archives_are_not_followed_for_ever():
    inner = zipped(a_dot_txt=ID)
    assert every(zipped(a_dot_zip=inner)) == [ID]
    assert refused(zipped(a_dot_zip=zipped(a_dot_zip=inner))) == "no_passport"


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
@pytest.mark.parametrize(
    "text", [f"<svg><text>图表编码：{ID}。</text></svg>", f"地区,图表编码\r\n山西,{ID}"]
)
def test_a_text_in_an_encoding_of_offices_is_read(text, encoding):
    assert every(text.encode(encoding)) == [ID]


def test_an_id_in_a_row_of_a_table_is_found_among_numbers():
    rows = f'a,b,id\r\n1.5,-2,{LONG}\r\n,"x, y",{ID}\r\n7;8;{OTHER}'
    assert every(rows.encode()) == [LONG, ID, OTHER]


def test_letters_that_grew_together_with_an_id_are_taken_off():
    assert every(f"figure id\n{LONG[:30]}\n{LONG[30:]}".encode()) == [LONG]
    path = Passport("region_path", (("basis", "final"),), "df275964").id
    assert every(path.replace("fi", "\ufb01").encode()) == [path]


@pytest.mark.parametrize("length", [foreign_ids.WINDOW - 40, foreign_ids.WINDOW * 2 - 2100])
def test_an_id_on_the_edge_of_a_piece_is_found_whole(length):
    for shift in range(0, 160, 8):
        assert every(f"{' ' * (length - shift)}{LONG} end".encode()) == [LONG]


def test_no_more_ids_are_told_than_a_list_can_show():
    many = [
        Passport("peak_tiles", (("until", str(n)),), "df275964").id for n in range(MOST_IDS + 9)
    ]
    assert every(" ".join(many).encode()) == many[:MOST_IDS]


def test_a_report_in_pdf_tells_its_figures(renderer):
    page = web.write(samples.whole(), samples.svg)
    assert ids_in(renderer.print_html(page.decode())) == (ID,)


def test_what_was_found_before_the_damage_is_told():
    broken = zipped(a_dot_txt=ID, b_dot_txt="x" * 9_000)
    place = broken.index(b"b.txt") + 8
    assert ids_in(broken[:place] + b"\xff" * 9 + broken[place + 9 :]) == (ID,)


def test_a_reader_of_files_that_swells_or_hangs_is_ended(monkeypatch):
    monkeypatch.setattr(recognise, "MOST_S", 0.0)
    monkeypatch.setattr(recognise, "EVERY_S", 0.01)
    assert fault_of(b"x" * MAX_BYTES) == "too_much"


def test_what_is_raised_meanwhile_ends_the_reading_and_frees_the_place(monkeypatch):
    monkeypatch.setattr(recognise, "EVERY_S", 0.001)

    def gone():
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ids_in(b"x" * MAX_BYTES, gone)
    assert ids_in(ID.encode()) == (ID,)


def limited(code, data=b""):
    """Run lines in a process with the limits of the reader of files."""
    head = "import sys\nfrom carbonpeak.export import foreign\nforeign.limit()\n"
    command = [sys.executable, "-c", head + code]
    return subprocess.run(command, input=data, cwd=recognise.ROOT, capture_output=True)


def test_the_reader_of_files_has_limits_of_memory_and_time_and_writes_no_file(tmp_path):
    swollen = limited(f"x = bytes({foreign.MOST_MEMORY_BYTES})")
    assert b"MemoryError" in swollen.stderr
    written = limited(f"open({str(tmp_path / 'x')!r}, 'w').write('a' * 99999)")
    assert b"File too large" in written.stderr or written.returncode < 0
    quick = f"import resource; resource.setrlimit(resource.RLIMIT_CPU, (1, {foreign.MOST_CPU_S}))"
    endless = limited(f"{quick}\nwhile True: pass")
    assert endless.returncode in recognise.AT_LIMITS


def test_memory_beyond_the_limit_is_said_in_a_word(monkeypatch, capsys):
    def swell(data):
        raise MemoryError

    monkeypatch.setitem(foreign.TELL, "ids", swell)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))
    foreign.tell("ids")
    assert capsys.readouterr().out == "fault too_much\n"


def drawn(mode="RGB", size=(3000, 20), **options):
    content = io.BytesIO()
    Image.new(mode, size).save(content, "PNG", **options)
    return content.getvalue()


@pytest.mark.parametrize("mode", ["RGB", "L", "I;16", "P", "RGBA", "1", "LA"])
def test_the_original_is_shown_in_the_width_of_a_screen(mode):
    with Image.open(io.BytesIO(picture_in(drawn(mode)))) as shown:
        assert (shown.mode, shown.width) == ("RGB", foreign.SHOWN_ACROSS)


def test_a_drawing_is_shown_as_its_text():
    assert picture_in(b"<?xml version='1.0'?><svg></svg>") == "<?xml version='1.0'?><svg></svg>"


def cut_in_its_pixels():
    whole = png_of(ID)
    place = whole.index(b"IDAT") + 6
    return whole[:place] + b"\xff\xff\xff" + whole[place + 3 :]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"hello",
        b"%PDF-1.7",
        b"<?xml version='1.0'?><a/>",
        b"\x89PNG\r\n",
        drawn()[:60],
        drawn(size=(foreign.MOST_ACROSS + 1, 1)),
        drawn(size=(1, foreign.MOST_DOWN + 1)),
        cut_in_its_pixels(),
        b"<svg>" + b" " * recognise.LARGEST_DRAWING_BYTES,
    ],
    ids=range(10),
)
def test_what_is_no_picture_or_too_large_a_one_is_not_shown(data):
    assert picture_in(data) is None
