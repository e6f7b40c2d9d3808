"""Every title of a study says what its own rows say: amounts, shares, stages, directions."""

import re

import pytest

from carbonpeak.domain.study_code import code_of
from carbonpeak.domain.study_examples import EXAMPLES
from tests.studies import STEEL
from tests.topics.footprint.studies import many
from tests.topics.read_back import NUMBER, WIDEST, Claims, every, is_number

LEAST = 400
FIGURES = ("footprint_stages", "footprint_steps", "footprint_shares", "footprint_rows")
EMITTED = {
    "zh": rf"每 (?P<unit>.+?)排放 (?P<emitted>{NUMBER}) 千克"
    rf"(?: CO₂e|，另清除抵减 (?P<removed>{NUMBER}) 千克)",
    "en": rf"(?P<emitted>{NUMBER}) kg CO₂e emitted per (?P<unit>[^;]+)"
    rf"(?:; (?P<removed>{NUMBER}) kg removed or credited)?",
}
STEPS = {
    "zh": rf"排放减清除与抵减为 (?P<net>−?{NUMBER}) 千克 CO₂e"
    rf"|(?P<count>\d) 个阶段合计排放 (?P<sum>{NUMBER}) 千克 CO₂e",
    "en": rf"Emissions less removals and credits: (?P<net>−?{NUMBER}) kg CO₂e"
    rf"|(?P<sum>{NUMBER}) kg CO₂e emitted"
    r" over all stages \((?P<count>\d)\)",
}
SHARES = {
    "zh": r"(?P<stage>.+)占全部排放的 [<>]?(?P<share>[\d.]+)%",
    "en": r"(?P<stage>.+): [<>]?(?P<share>[\d.]+)% of all emissions",
}
ROWS = {
    "zh": r"(?P<count>\d+) 行活动数据，(?P<warned>\d+) 行有须知事项",
    "en": r"(?P<count>\d+) rows, (?P<warned>\d+) of them with points to note",
}


def column(read, key):
    return [cell.value for cell in read.figure.table.column(key).cells]


def digits_of(text):
    return len(text.partition(".")[2])


def same(text, value):
    return is_number(text.replace("−", "-").lstrip("-"), abs(value), digits_of(text))


def check(claims, read):
    forms = {"stages": EMITTED, "steps": STEPS, "shares": SHARES, "rows": ROWS}
    which = read.name.removeprefix("footprint_")
    found = re.fullmatch(forms[which][read.lang], read.figure.title)
    if claims.that(found, f"not read: {read.said}"):
        {"stages": stages, "steps": steps, "shares": shares, "rows": rows}[which](
            claims, read, found
        )


def stages(claims, read, found):
    emitted, removed = sum(column(read, "emissions")), sum(column(read, "removals"))
    claims.that(same(found["emitted"], emitted), f"emitted: {read.said}")
    claims.that((found["removed"] is not None) == (removed > 0), f"removal hidden: {read.said}")
    if found["removed"]:
        claims.that(same(found["removed"], removed), f"removed: {read.said}")


def steps(claims, read, found):
    emissions = column(read, "emissions")
    removed = sum(column(read, "removals"))
    if found["net"]:
        net = sum(emissions) - removed
        claims.that(same(found["net"], net), f"net: {read.said}")
        claims.that(found["net"].startswith("−") == (net < 0), f"sign: {read.said}")
    else:
        claims.that(removed == 0, f"removal hidden: {read.said}")
        claims.that(same(found["sum"], sum(emissions)), f"sum: {read.said}")
        claims.that(int(found["count"]) == sum(kg > 0 for kg in emissions), f"count: {read.said}")


def shares(claims, read, found):
    emissions = column(read, "emissions")
    names = [cell.text for cell in read.figure.table.column("stage").cells]
    largest = names[emissions.index(max(emissions))]
    claims.that(found["stage"].casefold() == largest.casefold(), f"stage: {read.said}")
    share = 100 * max(emissions) / sum(emissions)
    claims.that(abs(float(found["share"]) - share) <= 0.1 + 1e-9, f"share: {read.said}")


def rows(claims, read, found):
    known = column(read, "known")
    claims.that(int(found["count"]) == len(known), f"count: {read.said}")
    claims.that(int(found["warned"]) == sum(one != "" for one in known), f"warned: {read.said}")


def test_titles_are_true(data):
    claims = Claims()
    codes = [*EXAMPLES, code_of(STEEL), *map(code_of, many(40))]
    for name in FIGURES:
        for read in every(data, name, [{"study": code} for code in codes]):
            check(claims, read)
            width = sum(1 if one >= "\u2e80" else 0.5 for one in read.figure.title)
            claims.that(read.lang == "en" or width <= WIDEST, f"too wide: {read.said}")
    assert claims.false == []
    assert claims.made >= LEAST


@pytest.mark.parametrize(("factor", "word"), [(2.0, "more"), (0.5, "less"), (1.0, "the same")])
def test_a_comparison_names_the_right_side(data, factor, word):
    one, other = many(1)[0], many(1, times=factor)[0]
    codes = {"study": code_of(one), "other": code_of(other)}
    found = {read.lang: read for read in every(data, "footprint_compared", [codes])}
    read = found["en"]
    assert word in read.figure.title
    gap = sum(column(read, "emissions_2")) - sum(column(read, "emissions_1"))
    assert (gap > 0, gap < 0) == (factor > 1, factor < 1)
    zh = found["zh"].figure.title
    assert ("多" in zh, "少" in zh, "相同" in zh) == (factor > 1, factor < 1, factor == 1)
