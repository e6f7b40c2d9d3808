"""The titles of the page Versions read back and held against their typed rows."""

import re
from itertools import product

from carbonpeak.topics.versions.choices import seen
from tests.topics.read_back import Claims, every, plainly

NAME = r"(?P<{0}>[0-9a-f]{{8}})"
BOTH = f"{NAME.format('before')}", f"{NAME.format('after')}"
CHANGED = {
    "version_verdicts": {
        "zh": rf"版本 {BOTH[0]} 至 {BOTH[1]}：(?:(?P<count>[\d,]+) 项判断改变|判断均未改变)",
        "en": rf"(?:(?P<count>[\d,]+)|None) of (?P<compared>\d+) judgements changed "
        rf"from {BOTH[0]} to {BOTH[1]}",
    },
    "version_rows": {
        "zh": rf"版本 {BOTH[0]} 至 {BOTH[1]}：(?:(?P<count>[\d,]+) 行不同|数据均相同)",
        "en": rf"(?:(?P<count>[\d,]+) rows differ|No row differs) from {BOTH[0]} to {BOTH[1]}",
    },
}
SAME = {
    "zh": r"版本 (?P<one>[0-9a-f]{8}) 与自身比较：(?:判断|数据)均相同",
    "en": r"(?:All judgements are the same|No row differs): (?P<one>[0-9a-f]{8}) is compared "
    "with itself",
}
KINDS = ("added", "changed", "removed")


def count_of(read) -> int:
    """How many differences the rows of a figure hold."""
    if read.name == "version_rows":
        whole, *tables = read.rows
        for kind in KINDS:
            assert whole[kind].value == sum(row[kind].value for row in tables), read.said
        return sum(whole[kind].value for kind in KINDS)
    if "flipped" in read.rows[0]:
        return sum(row["flipped"].value for row in read.rows)
    assert all(row["before"].value != row["after"].value for row in read.rows), read.said
    return len(read.rows)


def test_titles_say_what_their_rows_say(versions):
    claims = Claims()
    asked = [
        {"before": before, "after": after} for before, after in product(seen(versions), repeat=2)
    ]
    for name, patterns in CHANGED.items():
        for read in every(versions, name, [{}, *asked]):
            plainly(claims, read)
            chosen = read.in_full
            found = re.fullmatch(patterns[read.lang], read.title)
            if chosen["before"] == chosen["after"]:
                same = re.fullmatch(SAME[read.lang], read.title)
                claims.that(same and same["one"] == chosen["after"], f"version: {read.said}")
                claims.that(count_of(read) == 0, f"differs: {read.said}")
                continue
            if not claims.that(found, f"unread: {read.said}"):
                continue
            for side in ("before", "after"):
                claims.that(found[side] == chosen[side], f"{side}: {read.said}")
            told = int((found["count"] or "0").replace(",", ""))
            claims.that(told == count_of(read), f"count: {read.said}")
            # A doubtful place wears its mark, and the notes say what it means.
            for row in read.rows if name == "version_verdicts" and "region" in read.rows[0] else ():
                is_doubtful = "doubtful" in row["region"].marks
                claims.that(is_doubtful == ("※" in row["region"].text), f"mark: {read.said}")
                noted = any("※" in note for note in read.figure.notes)
                claims.that(noted or not is_doubtful, f"reason: {read.said}")
    assert claims.made >= 150
    assert claims.false == []
