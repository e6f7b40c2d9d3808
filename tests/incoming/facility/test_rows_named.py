"""What is wrong with a file of facility rows is said of the row of the file, however deep it is."""

import resource
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from carbonpeak.data import own_versions
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.facility import store
from carbonpeak.data.facility.engine import UnreadRows, opened
from carbonpeak.data.own_versions import Origin
from carbonpeak.data.publishing import PublishError
from carbonpeak.incoming.facility.importing import Imported, imported
from tests import tiny_data
from tests.incoming.facility.test_importing import HEADING, WHOLE

Lines = list[str]
# Several times the rows of a piece in which DuckDB writes: 122,880.
DEEP = 300_000
LETTER = "A,A,30,河北,2023,1,raw_coal,1O0,吨,"
PLACE = "A,A,30,火星,2023,1,raw_coal,1,吨,"
SHORT = "A,A,30,河北,2023,1,raw_coal,1,吨"
LONG = f"{SHORT},,5"
OPEN = f'{SHORT},"5'
OWNERS = (("A", "raw_coal,1,吨,"), ("B", "natural_gas,1,m3,"))
# A cell with a line break: two lines, and one row of a sheet.
BROKEN_CELL = '"A\nB",A,30,河北,2023,1,raw_coal,1,吨,'


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dataset]:
    """Tiny tables for all tests here: no file of theirs is taken in."""
    with closing(Dataset.open(tiny_data.write(tmp_path_factory.mktemp("named") / "data"))) as made:
        yield made


@pytest.fixture(scope="module")
def deep() -> Lines:
    """Rows of a file without a fault: that with the heading is row 1."""
    rows = (f"U{place},C{place % 99},30,河北,2023,1,raw_coal,7,吨," for place in range(DEEP))
    return [HEADING, *rows]


def given(data: Dataset, content: bytes, name: str = "rows.csv") -> Imported:
    folder = data.root
    file = folder.parent / name
    file.write_bytes(content)
    made = imported(data, file, Origin("a clerk", "test"), folder, folder)
    assert own_versions.listed(folder) == {}
    assert list(store.root(folder).iterdir()) == []
    return made


def named(made: Imported) -> list[tuple[str, int]]:
    assert made.is_refused
    return [(one.rule, one.row) for one in made.findings]


def with_row(lines: Lines, **rows: str) -> Lines:
    """Return the lines with some put before those of a row (``r7``)."""
    made = list(lines)
    for place, line in sorted(rows.items(), key=lambda one: int(one[0][1:])):
        made.insert(int(place[1:]) - 1, line)
    return made


def test_every_bad_row_deep_in_a_file_is_named_at_once(data: Dataset, deep: Lines):
    lines = with_row(deep, r5=BROKEN_CELL, r90000="", r230001=LETTER, r260002=PLACE, r299999=SHORT)
    made = given(data, b"\xef\xbb\xbf" + "\r\n".join(lines).encode())
    assert named(made) == [("row.cells", 299_999), ("number.unit", 230_001), ("cell.code", 260_002)]
    assert made.findings[0].value == "9 / 10"


def test_a_row_that_breaks_a_rule_of_rows_is_named_deep_in_a_file(data: Dataset, deep: Lines):
    lines = with_row(deep, r90000="", r250001="A,A,30,河北,2023,1,raw_coal,-1,吨,")
    assert named(given(data, "\n".join(lines).encode())) == [("below_zero", 250_001)]


def test_a_rule_of_months_is_said_at_the_first_row_of_the_first_month_that_breaks_it(data: Dataset):
    # A facility of two owners in rows 4 and 5, and another one twice in two months.
    twice = [f"B,B,30,河北,2023,{month},raw_coal,1,吨," for month in (1, 2, 2, 1)]
    owners = [f"A,{owner},30,河北,2023,1,{fuel}" for owner, fuel in OWNERS]
    made = given(data, "\n".join([HEADING, *WHOLE[:2], *owners, *twice]).encode())
    assert named(made) == [("facility.owner", 4), ("facility.twice", 6)]
    assert [one.value for one in made.findings] == ["", "×2"]


ABOVE: dict[str, Callable[[Lines], Lines]] = {
    "empty row": lambda lines: with_row(lines, r4=""),
    "cell with a break": lambda lines: with_row(lines, r4=BROKEN_CELL),
    "title": lambda lines: ["某省企业能源消费", *lines],
    "title with a break": lambda lines: ['"某省\n企业",,,,,,,,,', *lines],
    "heading with a break": lambda lines: [
        lines[0].replace("消费量", '"消费\n量"'),
        *with_row(lines, r4=BROKEN_CELL)[1:],
    ],
}


@pytest.mark.parametrize("above", ABOVE)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_stands_above_a_row_does_not_move_it(data: Dataset, above: str, end: str):
    lines = ABOVE[above]([HEADING, *WHOLE[:6], SHORT, LETTER, *WHOLE[6:]])
    made = given(data, end.join(lines).encode())
    assert named(made) == [("row.cells", 9), ("number.unit", 10)]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_encodings_and_old_line_ends_do_not_move_a_row(data: Dataset, encoding: str):
    lines = [HEADING, *WHOLE[:3], "", *WHOLE[3:6], SHORT, *WHOLE[6:]]
    assert named(given(data, "\r".join(lines).encode(encoding))) == [("row.cells", 9)]


def test_rows_alike_are_counted_and_nothing_is_said_of_those_behind_an_open_quote(data: Dataset):
    lines = [HEADING, SHORT, SHORT, *WHOLE, OPEN, LETTER, SHORT]
    made = given(data, "\n".join(lines).encode())
    assert named(made) == [("row.cells", 2), ("row.quotes", len(WHOLE) + 4)]
    assert made.findings[0].value == "9 / 10 ×2"


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"%PDF-1.7\n1 0 obj", "file.format"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "file.old_workbook"),
        (b"\x1f\x8b\x08\x00rows", "file.packed"),
        (b"<html><table></table></html>", "file.page"),
        (f"{HEADING}\n{LETTER}".encode("utf-16-le"), "file.encoding"),
        ("facility_id,company_id\nA,A".encode("utf-16-le"), "file.encoding"),
        (b" \r\n\r\n", "file.empty"),
        (b"PAR1 and no more", "file.damaged"),
        (f"{HEADING}\n".encode(), "rows.none"),
    ],
)
def test_what_is_no_table_is_said_to_be_none(data: Dataset, content: bytes, rule: str):
    assert named(given(data, content)) == [(rule, 0)]


def test_signs_of_patterns_in_the_name_of_a_file_are_letters(data: Dataset):
    content = "\n".join([HEADING, LETTER]).encode()
    assert named(given(data, content, "rows[1]*.csv")) == [("number.unit", 2)]


@contextmanager
def room(most_bytes: int) -> Iterator[None]:
    """Let files of this process have no more bytes: a disk that is full a little later."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_disk_without_room_is_not_a_fault_of_the_file(data: Dataset):
    content = "\n".join([HEADING, *WHOLE]).encode()
    (data.root.parent / "rows.csv").write_bytes(content)
    with pytest.raises(PublishError, match="File too large"), room(len(content)):
        given(data, content)
    assert list(store.root(data.root).iterdir()) == []


def test_a_file_that_is_gone_meanwhile_is_told_of(tmp_path: Path):
    with opened(tmp_path) as engine, pytest.raises(UnreadRows) as fault:
        engine.stage_csv(tmp_path.parent / "gone.csv", {"unit": 0}, 1, 1, ",")
    assert fault.value.rule == "file.unread"
