"""Study files of every kind: written, told apart by content, read back, refused in words."""

import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from carbonpeak.domain.study import Study, result
from carbonpeak.domain.study_json import dumps
from carbonpeak.export.study import files
from carbonpeak.export.study.files import ENDINGS, StudyFault, opened, saved
from carbonpeak.words import LANGS
from tests.studies import STEEL

CREATED = "2026-11-28T00:00:00Z"
HOSTILE = '=cmd|"/c calc"!A1'
MARKED = replace(STEEL, notes="two lines\nhere", product=HOSTILE)


@pytest.mark.parametrize("kind", ENDINGS)
@pytest.mark.parametrize("study", [STEEL, MARKED], ids=["steel", "hostile"])
def test_a_study_is_read_back_whole_from_every_kind(kind: str, study: Study) -> None:
    for lang in LANGS:
        back, cautions = opened(saved(study, kind, lang, CREATED))
        assert cautions == ()
        assert replace(back, record=study.record) == study
        assert result(back).totals == result(study).totals


@pytest.mark.parametrize("kind", ENDINGS)
def test_the_same_study_gives_the_same_bytes(kind: str) -> None:
    assert saved(STEEL, kind, "zh", CREATED) == saved(STEEL, kind, "zh", CREATED)


def test_a_workbook_holds_no_formula() -> None:
    book = openpyxl.load_workbook(io.BytesIO(saved(MARKED, "xlsx", "en", CREATED)))
    cells = [cell for sheet in book for line in sheet.iter_rows() for cell in line]
    assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
    assert HOSTILE in [cell.value for cell in cells]


def test_ten_thousand_rows_and_one_more_come_back() -> None:
    more = replace(STEEL, rows=STEEL.rows[:1] * 10_001)
    assert opened(saved(more, "xlsx", "zh", CREATED))[0] == more


def edited(change: Callable[[Any], None]) -> bytes:
    """Return the workbook of the steel part after a person worked in it."""
    book = openpyxl.load_workbook(io.BytesIO(saved(STEEL, "xlsx", "en", CREATED)))
    change(book)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def put(sheet: str, cell: str, value: object) -> bytes:
    def change(book: Any) -> None:
        book[sheet][cell] = value

    return edited(change)


def without(sheet: str) -> bytes:
    return edited(lambda book: book.remove(book[sheet]))


def test_numbers_as_texts_and_words_of_either_language_are_read() -> None:
    assert opened(put("rows", "C2", "1.05"))[0] == STEEL
    assert opened(put("rows", "A2", "原材料获取"))[0] == STEEL
    assert opened(put("rows", "A1", "阶段"))[0] == STEEL
    assert opened(put("rows", "I2", "2024.0"))[0] == STEEL


def archive_of(**members: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as out:
        for name, text in members.items():
            out.writestr(name.replace("__", "/").replace("_dot_", "."), text)
    return content.getvalue()


def bomb() -> bytes:
    """Return a workbook of little that unpacks to very much."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as out:
        out.writestr("xl/workbook.xml", "<x/>")
        with out.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as member:
            for _ in range(200):
                member.write(b" " * 2**20)
    return content.getvalue()


def empty_book() -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        book.add_worksheet("other")
    return content.getvalue()


WHOLE = saved(STEEL, "xlsx", "en", CREATED)
OLCA = saved(STEEL, "jsonld", "en", CREATED)
ABOUT = {"olca-schema_dot_json": '{"version": 2}'}
BROKEN = {
    "nothing": (b"", "file_kind"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "file_kind"),
    "a sentence": ("你好".encode(), "file_kind"),
    "json of something else": (b'{"a": 1}', "file_schema"),
    "a json that is cut": (dumps(STEEL).encode()[:400], "file_json"),
    "a book that is cut": (WHOLE[: len(WHOLE) // 2], "file_damaged"),
    "a bomb": (bomb(), "file_too_large"),
    "a book of another": (empty_book(), "sheet_lacking"),
    "a book without rows": (without("rows"), "sheet_lacking"),
    "another version": (put("study", "C2", 2), "file_version"),
    "another schema": (put("study", "C1", "other"), "file_schema"),
    "a formula": (put("rows", "C2", "=1+1"), "sheet_formula"),
    "a formula among the fields": (put("study", "C4", "=HYPERLINK(1)"), "sheet_formula"),
    "a column nobody knows": (put("rows", "P1", "colour"), "sheet_head_unknown"),
    "a column less": (put("rows", "C1", None), "sheet_heads"),
    "a column twice": (put("rows", "P1", "Stage"), "file_twice"),
    "thousands": (put("rows", "C2", "1,050"), "sheet_number"),
    "a unit in the number": (put("rows", "C2", "1.05 t"), "sheet_number"),
    "full-width digits": (put("rows", "C2", "１"), "sheet_number"),
    "a year that is none": (put("rows", "I2", "20 24"), "sheet_year"),
    "a stage that is none": (put("rows", "A2", "sale"), "sheet_code"),
    "a long text": (put("rows", "O2", "x" * 2001), "file_long"),
    "no openLCA": (archive_of(a_dot_json="{}"), "olca_version"),
    "openLCA of version 1": (archive_of(context_dot_json="{}"), "olca_version"),
    "no process": (archive_of(**ABOUT), "olca_none"),
    "two processes": (
        archive_of(**ABOUT, processes__a_dot_json="{}", processes__b_dot_json="{}"), "olca_many",
    ),
    "a process that is none": (archive_of(**ABOUT, processes__a_dot_json="[]"), "olca_process"),
    "a process that is cut": (archive_of(**ABOUT, processes__a_dot_json="{"), "file_json"),
    "no reference": (archive_of(**ABOUT, processes__a_dot_json="{}"), "olca_reference"),
    "an archive that is cut": (OLCA[:500], "file_damaged"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "key"), BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_refused_in_both_languages(data: bytes, key: str) -> None:
    with pytest.raises(StudyFault) as fault:
        opened(data)
    assert [one.key for one in fault.value.flaws] == [key]
    assert fault.value.text.zh
    assert fault.value.text.zh != fault.value.text.en


def test_every_broken_cell_is_told_at_once() -> None:
    def change(book: Any) -> None:
        book["rows"]["C2"], book["rows"]["A3"], book["rows"]["C4"] = "many", "sale", "1 000"

    with pytest.raises(StudyFault) as fault:
        opened(edited(change))
    assert [(one.key, one.row) for one in fault.value.flaws] == [
        ("sheet_number", 2),
        ("sheet_code", 3),
        ("sheet_number", 4),
    ]


def test_what_was_altered_beside_its_study_is_refused() -> None:
    with zipfile.ZipFile(io.BytesIO(OLCA)) as old:
        texts = {name: old.read(name).decode() for name in old.namelist()}
    name = next(one for one in texts if one.startswith("processes/"))
    process = json.loads(texts[name])
    process["exchanges"][1]["amount"] = 5
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as out:
        for one, text in (texts | {name: json.dumps(process)}).items():
            out.writestr(one, text)
    with pytest.raises(StudyFault) as fault:
        opened(content.getvalue())
    assert [one.key for one in fault.value.flaws] == ["olca_disagrees"]


def test_a_process_of_others_becomes_rows_and_none_is_lost() -> None:
    exchanges = [
        {"flow": {"name": "steel sheet"}, "unit": {"name": "kg"}, "amount": 2.5,
         "isQuantitativeReference": True},
        {"flow": {"name": "Carbon dioxide, fossil"}, "unit": {"name": "kg"}, "amount": 3.25},
        {"flow": {"name": "electricity"}, "unit": {"name": "kWh"}, "amount": 7, "isInput": True},
        {"flow": {"name": "water"}, "unit": {"name": "Item(s)"}, "amount": 1, "isInput": True},
    ]  # fmt: skip
    process = {"@type": "Process", "name": "sheet", "exchanges": exchanges}
    study, _ = opened(archive_of(**ABOUT, processes__a_dot_json=json.dumps(process)))
    assert (study.product, study.amount, study.unit) == ("sheet", 2.5, "kg")
    assert [(row.name, row.activity, row.unit, row.factor.value) for row in study.rows] == [
        ("Carbon dioxide, fossil", 3.25, "kg", 1.0),
        ("electricity", 7.0, "kWh", None),
        ("water", 1.0, "Item(s)", None),
    ]


def test_only_so_many_sentences_are_said() -> None:
    def change(book: Any) -> None:
        for line in range(2, 70):
            book["rows"].cell(line, 1, "sale")

    with pytest.raises(StudyFault) as fault:
        opened(edited(change))
    assert len(fault.value.text.en.splitlines()) == files.MOST_SENTENCES + 1
