"""A PDF is searched and copied by the characters people type."""

import re
import zlib

import pytest

from carbonpeak.export.picture import glyphs

TABLE = b"""begincmap
<00> <FF>
endcodespacerange
2 beginbfchar
<01> <2F34>
<05> <00660069>
endbfchar
1 beginbfrange
<11> <13> <2F45>
endbfrange
endcmap
"""


def pdf(table: bytes) -> bytes:
    packed = zlib.compress(table)
    return b"7 0 obj\n<</Filter /FlateDecode\n/Length %d>> stream\n%s\nendstream\nendobj\n" % (
        len(packed),
        packed,
    )


@pytest.mark.parametrize(
    ("seen", "typed"),
    [("⼴", "广"), ("⽆", "无"), ("⻰", "龙"), ("―", "—"), ("‒", "–"), ("山", "山"), ("A", "A")],
)
def test_a_look_alike_becomes_what_is_typed(seen, typed):
    assert glyphs.meant(seen) == typed


def test_radicals_leave_a_table_and_everything_else_stays():
    ((number, stream),) = glyphs.mended(pdf(TABLE))
    assert number == 7
    content = stream.get_data()
    assert content.startswith(b"begincmap\n<00> <FF>\nendcodespacerange\n5 beginbfchar\n")
    assert content.endswith(b"endbfchar\nendcmap\n")
    pairs = dict(re.findall(rb"<([0-9A-F]{2})> <([0-9A-F]{4,})>\n", content))
    assert pairs == {
        b"01": b"5E7F",
        b"05": b"00660069",
        b"11": b"65B9",
        b"12": b"65E0",
        b"13": b"65E5",
    }


def test_a_table_without_radicals_is_left_alone():
    plain = TABLE.replace(b"2F34", b"5E7F").replace(b"2F45", b"65B9")
    assert list(glyphs.mended(pdf(plain))) == []
    assert list(glyphs.mended(b"no objects at all")) == []
