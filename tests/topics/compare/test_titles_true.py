"""Every title of the page Compare, read back, says what the rows of its figure say."""

import random
import re

import pytest

from carbonpeak.domain import sectors
from carbonpeak.domain.view import provinces
from carbonpeak.thresholds import NATION
from tests.topics.read_back import Claims, every, plainly

NUMBER = r"\d[\d,]*(?:\.\d+)?"
YEARS = r"\d{4}(?:[—-]\d{4})?"
OF_ZH = "(?:终端能耗|直接排放|能耗强度|碳排放强度|工业增加值)"
FIRST_EN = "needs the largest yearly fall|fell most|rose most|is highest"
LAST_EN = "rose most|least|lowest|the smallest|has reached the target’s fall"
ALONE = {
    "zh": re.compile(
        rf"(?P<apart>除存疑※外，)?(?P<name>[^\d]+?)(?P<mark>※?) ?(?:{OF_ZH} )?"
        rf"(?P<years>{YEARS}) 年(?:{OF_ZH}(?P<what>为|需年均下降) "
        rf"(?P<value>{NUMBER})%?|(?P<moved>下降|上升|增长) (?P<size>{NUMBER})%|(?P<same>持平))"
    ),
    "en": re.compile(
        rf"(?P<apart>Apart from doubtful ones \(※\), )?(?P<name>[^※:]+)(?P<mark>※?): "
        r"(?:final energy|direct CO₂|energy intensity|CO₂ intensity|real value added) "
        rf"(?:(?P<what>was|needs to fall) (?P<value>{NUMBER})%?(?: a year)?|(?P<moved>fell|rose) "
        rf"(?P<size>{NUMBER})%|(?P<same>did not change)) in (?P<years>{YEARS})"
    ),
}
PASSED = {
    "zh": re.compile(r"(?:除存疑※外，)?(?P<name>[^※]+?)※?(?:能耗强度|碳排放强度)已达到目标降幅"),
    "en": re.compile(
        r"(?:Apart from doubtful ones \(※\), )?(?P<name>[^※:]+)※?: .+ has reached the target’s fall"
    ),
}
EXTREMES = {
    "zh": re.compile(
        rf"(?:(?P<years>{YEARS}) 年)?(?P<apart>除存疑※外，)?(?P<one>[^※]+?)"
        rf"(?P<first>还需年均降幅最大|降幅最大|升幅最大|增幅最大|最高)（(?P<a>{NUMBER})%?）"
        rf"(?:，(?P<two>[^※]+?)(?P<last>升幅最大|增幅最大|最小|最低|已达目标降幅)"
        rf"(?:（(?P<b>{NUMBER})%?）)?)?"
    ),
    "en": re.compile(
        rf"(?P<years>{YEARS}): (?P<apart>apart from doubtful ones \(※\), )?(?P<one>[^※]+?) "
        rf"(?P<first>{FIRST_EN}) \((?P<a>{NUMBER})%?\), "
        rf"(?P<two>[^※]+?) (?P<last>{LAST_EN})"
        rf"(?: \((?P<b>{NUMBER})%?\))?"
    ),
}
FIXED = {
    "doubtful": ("所选均存疑（※），不作比较", "All that is chosen is doubtful (※): no comparison"),
    "none": (
        "所选条件下均无数据，无法比较",
        "Nothing can be compared: none has values for these choices",
    ),
    "no_common": (
        "所选各项没有共同年份，无法比较",
        "Nothing can be compared: no year is common to all",
    ),
}
NONE_OF = (
    re.compile(r"(.+)：所选条件下无数据"),
    re.compile(r"(.+) has no values for these choices"),
)
SAME = re.compile(
    r"(?:.*年|.*: )?(?:.*，|.*, )?(?:所选各项数值相同|all have the same value)", re.IGNORECASE
)
ALL_PASSED = re.compile(r".*(?:均已达到目标降幅|all have reached the target’s fall)", re.IGNORECASE)
TILES_MOVED = re.compile(
    rf"(?P<years>{YEARS})"
    r"(?: 年 (?P<n>\d+) 个地区中 (?P<fell>\d+) 个下降、(?P<rose>\d+) 个(?:上升|增长)"
    r"|: of (?P<nn>\d+) provinces (?P<ff>\d+) fell and (?P<rr>\d+) rose)"
)
TILES_NEEDED = re.compile(
    rf"(?P<years>{YEARS}) 年 (?P<n>\d+) 个地区中 (?P<more>\d+) 个需年均降幅高于 (?P<rate>{NUMBER})%"
    rf"|(?P<mm>\d+) of (?P<nn>\d+) provinces need a larger fall in (?P<yy>{YEARS}) than the "
    rf"(?P<rr>{NUMBER})% a year of the steady path"
)
SCALES = ("index", "level", "change", "needed")
QUANTITIES = ("energy", "co2", "energy_intensity", "co2_intensity", "value_added")
SPANS = ({}, {"from": "2015", "to": "2021"}, {"from": "2021", "to": "2021"}, {"to": "2019"})


def samples(data, name):
    """Return each code alone, each choice of the others, and seeded combinations."""
    lots = random.Random(name)
    places, divisions = [NATION, *provinces(data).index], list(sectors.codes(data))
    alone = [{"chosen": one, "quantity": lots.choice(QUANTITIES)} for one in places + divisions]
    some = []
    for quantity in QUANTITIES:
        for scale in SCALES if quantity.endswith("intensity") else SCALES[:3]:
            for span in SPANS:
                if span.get("from") == "2015" and quantity == "energy" and scale == "level":
                    continue
                kind = lots.choice((places, places, divisions))
                codes = ",".join(lots.sample(kind, lots.choice((2, 3, 6))))
                some.append({"chosen": codes, "quantity": quantity, "scale": scale} | span)
    # Half of the combinations for lines, the other half for bars.
    some = {"compare_lines": some[::2], "compare_bars": some[1::2]}.get(name, some)
    # Every code once among the three figures that share the sentence; half of them in lines.
    of_each = {
        "compare_lines": alone[::2],
        "compare_bars": alone[1::4],
        "compare_table": alone[3::4],
    }
    every_one = [*of_each.get(name, ()), *some]
    if name == "compare_table":
        return [{key: one[key] for key in one if key != "scale"} for one in every_one][::2]
    return every_one


def numbers(read, names):
    """Return (kind, start, end, {name: (value, form, is doubtful)}) as the rows have them."""
    scale = read.codes.get("scale", "index")
    if read.name == "compare_lines":
        return of_lines(read, names, scale)
    if read.name == "compare_bars":
        return of_bars(read, names)
    return of_table(read, names)


def of_lines(read, names, scale):
    known = series_of(read) if read.figure.chart else {}
    common = sorted(set.intersection(*map(set, known.values()))) if known else []
    if not common:
        return None
    start, end = common[0], common[-1]
    kind = {"change": "moved", "needed": "needed", "level": "level"}.get(scale)
    kind = kind or ("moved" if start < end else "level")
    found = {}
    for label, own in known.items():
        is_ratio = scale == "index" and kind == "moved"
        value = own[end].value / own[start].value - 1 if is_ratio else own[end].value
        form = None if kind == "moved" else own[end].form
        found[label.rstrip("※")] = (value, form, label.endswith("※"))
    begin = end - 1 if scale == "change" else start if kind == "moved" else end
    return kind, begin, end, found


def series_of(read):
    """Return the cells with values of each series by year, references left out."""
    columns = [one for one in read.figure.table.columns if not one.head.in_files]
    (years,) = [one.cells for one in columns if one.head.key == "year"]
    return {
        one.head.label: {
            year.value: cell
            for year, cell in zip(years, one.cells, strict=True)
            if cell.value is not None
        }
        for one in columns
        if one.head.key.startswith(("region_", "sector_"))
    }


def of_bars(read, names):
    heads = read.figure.table.columns
    rows = [
        row for row in read.rows if row["name"].value in names and row["value"].value is not None
    ]
    if not rows or not re.search(r"\d{4}", heads[1].head.label):
        return None
    label = heads[1].head.label
    years = [int(one) for one in re.findall(r"\d{4}", label)]
    kind = "moved" if "变化" in label or "Change" in label else "level"
    if "年均" in label or "Needed" in label:
        kind, years = "needed", [years[0] - 1]
    found = {
        row["name"].value: (
            row["value"].value,
            None if kind == "moved" else row["value"].form,
            "doubtful" in row["name"].marks,
        )
        for row in rows
    }
    return kind, years[0], years[-1], found


def of_table(read, names):
    rows = [r for r in read.rows if r["name"].value in names and r["last_year"].value is not None]
    ends = {(row["first_year"].value, row["last_year"].value) for row in rows}
    if len(ends) != 1:
        return None
    ((start, end),) = ends
    is_moved = start < end
    if not is_moved and "last" not in rows[0]:
        return None
    found = {
        row["name"].value: (
            row["change"].value if is_moved else row["last"].value,
            None if is_moved else row["last"].form,
            "doubtful" in row["name"].marks,
        )
        for row in rows
    }
    return "moved" if is_moved else "level", start, end, found


def is_printed(text, value, form):
    """Return whether a printed number is a value: the size of a fraction, or in its own unit."""
    bare = text.replace(",", "")
    shown = abs(100 * value) if form is None else value * form.times / form.per
    digits = len(bare.partition(".")[2])
    return abs(float(bare) - abs(shown)) <= 0.5 * 10.0**-digits + 1e-9


def span_of(kind, start, end):
    if kind == "needed":
        return {end + 1, 2025}
    return {start, end}


def named_years(text):
    return {int(one) for one in re.findall(r"\d{4}", text or "")}


def claim_alone(claims, read, match, found):
    kind, start, end, values = found
    name = match["name"].strip()
    name = name.removesuffix("的")
    own = next((one for one in values if name == one), None)
    if not claims.that(own, f"no such name {name!r}: {read.said}"):
        return
    value, form, is_doubtful = values[own]
    claims.that(bool(match["mark"]) == is_doubtful, f"mark: {read.said}")
    claims.that(named_years(match["years"]) == span_of(kind, start, end), f"years: {read.said}")
    sound = [one for one, (_, _, doubt) in values.items() if not doubt]
    claims.that(len(values) == 1 or sound == [own], f"alone among {len(values)}: {read.said}")
    claims.that(bool(match["apart"]) == (len(values) > 1), f"apart: {read.said}")
    if match["value"]:
        claims.that(is_printed(match["value"], value, form), f"value: {read.said}")
    elif match["moved"]:
        falls = match["moved"] in ("fell", "下降")
        claims.that(falls == (value < 0), f"direction: {read.said}")
        claims.that(is_printed(match["size"], value, None), f"size: {read.said}")
        claims.that(float(match["size"].replace(",", "")) > 0, f"nothing moved: {read.said}")
    else:
        claims.that(abs(value) < 5e-7, f"did move: {read.said}")


def claim_extremes(claims, read, match, found):
    kind, start, end, values = found
    sound = {one: value for one, (value, _, doubt) in values.items() if not doubt}
    forms = {one: form for one, (_, form, _) in values.items()}
    claims.that(len(sound) > 1, f"extremes of one: {read.said}")
    low, high = min(sound, key=sound.get), max(sound, key=sound.get)
    first_is_low = match["first"] in ("fell most", "降幅最大")
    first, last = (low, high) if first_is_low else (high, low)
    claims.that(match["one"] == first, f"not {match['one']} but {first}: {read.said}")
    claims.that(is_printed(match["a"], sound[first], forms[first]), f"size: {read.said}")
    if match["years"]:
        claims.that(named_years(match["years"]) == span_of(kind, start, end), f"years: {read.said}")
    shown = str(end) in read.figure.subtitle or read.lang == "zh"
    claims.that(match["years"] or shown, f"no years: {read.said}")
    if kind == "moved":
        claims.that(first_is_low == (sound[low] < 0), f"direction: {read.said}")
    if match["two"]:
        claims.that(match["two"] == last, f"not {match['two']} but {last}: {read.said}")
        if match["b"]:
            claims.that(is_printed(match["b"], sound[last], forms[last]), f"size: {read.said}")
        else:
            claims.that(sound[last] <= 0, f"not reached: {read.said}")
        if kind == "moved":
            says_rise = match["last"] in ("rose most", "升幅最大", "增幅最大") or not first_is_low
            claims.that(says_rise == (sound[last] > 0), f"direction of last: {read.said}")
    hidden = [v for v, _, d in values.values() if d and not sound[low] <= v <= sound[high]]
    claims.that(bool(match["apart"]) == bool(hidden), f"apart: {read.said}")


def claim_fixed(claims, read, found):
    """Return whether a title without a number was one, and claim what it says."""
    title, place = read.figure.title, 0 if read.lang == "zh" else 1
    if title == FIXED["doubtful"][place]:
        claims.that(all(doubt for _, _, doubt in found[3].values()), f"a sound one: {read.said}")
    elif title == FIXED["none"][place] or NONE_OF[place].fullmatch(title):
        claims.that(found is None, f"there are values: {read.said}")
    elif title == FIXED["no_common"][place]:
        claims.that(found is None, f"a year is common: {read.said}")
    elif found and SAME.fullmatch(title):
        values = [value for value, _, _ in found[3].values()]
        claims.that(max(values) - min(values) < 1e-9, f"not the same: {read.said}")
    elif found and ALL_PASSED.fullmatch(title):
        sound = [value for value, _, doubt in found[3].values() if not doubt]
        claims.that(max(sound) <= 0, f"not reached: {read.said}")
    elif found and (match := PASSED[read.lang].fullmatch(title)):
        claims.that(found[3][match["name"]][0] <= 0, f"not reached: {read.said}")
    else:
        return False
    return True


def check(claims, read, names):
    plainly(claims, read)
    found = numbers(read, names)
    if found and (match := EXTREMES[read.lang].fullmatch(read.figure.title)):
        claim_extremes(claims, read, match, found)
        return
    if claim_fixed(claims, read, found):
        return
    if not claims.that(found, f"no numbers behind: {read.said}"):
        return
    if match := ALONE[read.lang].fullmatch(read.figure.title):
        claim_alone(claims, read, match, found)
    else:
        claims.that(False, f"not understood: {read.said}")


def names_of_chosen(data, read):
    places = data.ask("regions__all").set_index("region_code")[f"name_{read.lang}"].to_dict()
    every_name = places | sectors.names(data, read.lang)
    return {every_name[code] for code in read.codes["chosen"].split(",")}


@pytest.mark.parametrize("name", ["compare_lines", "compare_bars", "compare_table"])
def test_what_a_comparison_says_is_what_its_rows_say(data, name):
    claims = Claims()
    for read in every(data, name, samples(data, name)):
        check(claims, read, names_of_chosen(data, read))
    assert claims.made > 300
    assert claims.false == [], f"{len(claims.false)} of {claims.made}"


def claim_tiles_moved(claims, read, match, rows, years):
    start, end = min(named_years(match["years"])), max(named_years(match["years"]))
    is_yearly = read.codes.get("scale", "index") == "change"
    claims.that(end == years[-1], f"last year: {read.said}")
    claims.that(start == (end - 1 if is_yearly else years[0]), f"first: {read.said}")
    moves = moves_of(rows, start, end, is_yearly)
    given = [match[zh] or match[en] for zh, en in (("n", "nn"), ("fell", "ff"), ("rose", "rr"))]
    counted = [len(moves), sum(m < 0 for m in moves), sum(m > 0 for m in moves)]
    claims.that(list(map(int, given)) == counted, f"{counted}: {read.said}")


def moves_of(rows, start, end, is_yearly):
    """Return by how much each row moved; the cells of a yearly change are moves already."""
    last = [row[f"year_{end}"].value for row in rows]
    if is_yearly:
        return [value for value in last if value is not None]
    first = [row[f"year_{start}"].value for row in rows]
    both = [pair for pair in zip(first, last, strict=True) if None not in pair]
    return [after / before - 1 for before, after in both]


# By what energy and CO2 per value added have to fall within five years.
GOALS = {"energy": 0.135, "co2": 0.18}


def claim_tiles_needed(claims, read, match, rows, years):
    rate = float(match["rate"] or match["rr"])
    paces = [row[f"year_{years[-1]}"].value for row in rows]
    known = [100 * pace for pace in paces if pace is not None]
    steady = 100 * (1 - (1 - GOALS[read.codes["quantity"].split("_")[0]]) ** 0.2)
    claims.that(abs(rate - steady) <= 0.005, f"rate: {read.said}")
    claims.that(int(match["n"] or match["nn"]) == len(known), f"count: {read.said}")
    more = sum(pace > steady + 1e-7 for pace in known)
    claims.that(int(match["more"] or match["mm"]) == more, f"more: {read.said}")


def claim_tiles_extremes(claims, read, match, rows, years):
    cells = {
        row["name"].value: (row[f"year_{years[-1]}"], "doubtful" in row["name"].marks)
        for row in rows
    }
    last = {
        name: (cell.value, cell.form, is_doubtful)
        for name, (cell, is_doubtful) in cells.items()
        if cell.value is not None
    }
    claim_extremes(claims, read, match, ("level", years[-1], years[-1], last))


def check_tiles(claims, read, rows):
    years = sorted(int(key[5:]) for key in rows[0] if key.startswith("year_"))
    title = read.figure.title
    if match := TILES_MOVED.fullmatch(title):
        claim_tiles_moved(claims, read, match, rows, years)
    elif match := TILES_NEEDED.fullmatch(title):
        claim_tiles_needed(claims, read, match, rows, years)
    elif match := EXTREMES[read.lang].fullmatch(title):
        claim_tiles_extremes(claims, read, match, rows, years)
    elif title in (FIXED["none"]):
        claims.that(not any(row[f"year_{y}"].value for row in rows for y in years), read.said)
    else:
        claims.that(SAME.fullmatch(title), f"not understood: {read.said}")


def test_what_the_small_lines_say_is_what_their_rows_say(data):
    claims, names = Claims(), set(provinces(data)["name_zh"]) | set(provinces(data)["name_en"])
    for read in every(data, "compare_tiles", samples(data, "compare_tiles")[::4]):
        plainly(claims, read)
        check_tiles(claims, read, [row for row in read.rows if row["name"].value in names])
    assert claims.made > 150
    assert claims.false == [], f"{len(claims.false)} of {claims.made}"
