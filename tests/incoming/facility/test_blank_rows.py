"""Empty rows of a CSV are counted, as a spreadsheet counts them."""

from hypothesis import given
from hypothesis import strategies as st

from carbonpeak.incoming.facility import blank_rows


def test_empty_rows_are_found_and_no_empty_line_of_a_cell(tmp_path):
    file = tmp_path / "rows.csv"
    file.write_bytes(b'head\r\na,1\r\n\r\n"b\r\n\r\nb",2\r\n\r\n\r\nc,3\r\n')
    blank = blank_rows.places(file, 1)
    assert blank == [1, 3, 4]
    assert [blank_rows.counted(place, blank) for place in range(3)] == [0, 2, 5]


@given(st.lists(st.sampled_from(["a,1", "", '"x\n\ny",2'])))
def test_every_row_is_told_its_place_among_all(tmp_path_factory, rows):
    file = tmp_path_factory.mktemp("blank") / "rows.csv"
    file.write_text("".join(f"{row}\n" for row in rows))
    blank = blank_rows.places(file, 0)
    assert blank == [place for place, row in enumerate(rows) if not row]
    kept = [place for place, row in enumerate(rows) if row]
    assert [blank_rows.counted(number, blank) for number in range(len(kept))] == kept
