"""Every title of the Outlook read back by its own patterns and held against typed rows.

Titles of projections are held against the rows of their figure, but for the share of paths that
meet the target of 2025, which stands in the row of the scenario in ``projection_scenarios``.
"""

import random
import re
from itertools import chain, cycle

import pytest

from carbonpeak.domain.view import region_names
from carbonpeak.thresholds import BASE_YEAR, JUMP_SHARE, PRICE_GAP, TREND_YEARS
from carbonpeak.topics.outlook.analysis_projection import SCENARIOS
from carbonpeak.topics.outlook.analysis_sharing import GOALS, RULES, UNITS
from tests.topics.read_back import SHARE, Claims, every, is_number, is_share, made, plainly

CHANCE = random.Random(2025)
# In which language a figure is read for every place.
LANGS = cycle(("zh", "en"))
MOVED = {
    "zh": r"(?:(?P<side>增长|下降) (?P<size>[\d.]+)%|持平)",
    "en": r"(?:(?P<size>[\d.]+)% (?P<side>above|below)|level with)",
}
RISE = {"增长", "above"}


@pytest.fixture(scope="module")
def places(data):
    return list(data.ask("regions__all")["region_code"].drop(0))


@pytest.fixture(scope="module")
def doubtful(data):
    """The doubtful provinces by measure, from the growth rates and jumps themselves."""
    found = {"energy": set(), "co2": set()}
    for first in (data.last_year - TREND_YEARS, BASE_YEAR):
        years = {"base_year": first, "year": data.last_year}
        growth = data.ask("regions__growth", **years).set_index("region_code")
        apart = (growth["value_added_growth"] - growth["gdp_growth"]).abs()
        jumps = data.ask("regions__jumps", **years).set_index("region_code")["jump_share"].abs()
        for measure, codes in found.items():
            codes |= set(apart.index[apart > PRICE_GAP])
            codes |= set(jumps.index[jumps > JUMP_SHARE]) if measure == "energy" else set()
    return found


def of_all(places):
    """Every place under the first scenario, of one measure and the other in turn."""
    measures = cycle(SCENARIOS)
    return [{"quantity": next(measures), "region": place} for place in ("", "", *places)]


def sampled(places):
    """Every scenario of the nation and of two places, and rates of the reader's own at their ends.

    The places are the same under every scenario: the table of all of them is simulated once.
    """
    drawn = {measure: ("", *CHANCE.sample(places, 2)) for measure in SCENARIOS}
    sample = [
        {"quantity": measure, "scenario": scenario, "region": place}
        for measure, scenarios in SCENARIOS.items()
        for scenario in scenarios
        for place in drawn[measure]
    ]
    own = [{"scenario": "own", "growth": "10", "fall": "-2"}, {"scenario": "own", "fall": "10"}]
    return [*sample, *own]


def of_place(claims, read, data, doubtful):
    """Claim that the place stands in the title; return whether something is judged of it."""
    code, figure = read.codes.get("region", ""), read.figure
    name = region_names(data, read.lang).get(code) or {"zh": "全国", "en": "China"}[read.lang]
    claims.that(figure.title.startswith(name), f"no place: {read.said}")
    if code not in doubtful[read.codes.get("quantity", "co2")]:
        claims.that("※" not in figure.title, f"a mark without doubt: {read.said}")
        return True
    claims.that(figure.title.startswith(f"{name} ※"), f"no mark of doubt: {read.said}")
    judged = re.search(r"[\d.]+%", figure.title + figure.subtitle)
    claims.that(not judged, f"judged although doubtful: {read.said}")
    reason = any("※" in note and re.search(r"[\d.]+%", note) for note in figure.notes)
    claims.that(reason, f"no reason for the mark: {read.said}")
    return False


def matched(claims, read, zh, en):
    found = re.fullmatch(zh if read.lang == "zh" else en, read.figure.title)
    return found if claims.that(found, f"cannot be read: {read.said}") else None


def quantity(claims, read):
    found = matched(
        claims,
        read,
        rf".+：(?P<last>\d+) 年.+中位数比 (?P<known>\d+) 年{MOVED['zh']}",
        rf".+: median .+ of (?P<last>\d+) is {MOVED['en']} (?P<known>\d+)",
    )
    if not found:
        return
    known = [row for row in read.rows if row["known"].value is not None][-1]
    last = read.rows[-1]
    change = last["percentile_50"].value / known["known"].value - 1
    claims.that(int(found["last"]) == last["year"].value, f"another last year: {read.said}")
    claims.that(int(found["known"]) == known["year"].value, f"another known year: {read.said}")
    if found["side"]:
        claims.that((found["side"] in RISE) == (change > 0), f"another direction: {read.said}")
    claims.that(is_number(found["size"] or "0.0", 100 * abs(change)), f"another size: {read.said}")


# In which of how many courses the target is met, as the note below the figure counts them.
COUNTED = re.compile(r"(?:共|make) (\d+) \D+?(\d+) (?:种达到|meet)")


def index(claims, read, data):
    found = matched(
        claims,
        read,
        rf".+：{SHARE.format('meets')} 的模拟路径达到 (?P<year>\d+) 年(?P<what>.+)目标",
        rf".+: {SHARE.format('meets')} of paths meet the (?P<what>.+) target of (?P<year>\d+)",
    )
    if not found:
        return
    counted = COUNTED.search(" ".join(read.figure.notes).replace(",", ""))
    if claims.that(counted, f"no counts: {read.said}"):
        ways, met = sorted(map(int, counted.groups()), reverse=True)
        claims.that(is_share(found["meets"], met / ways, 1), f"share {met}/{ways}: {read.said}")
    if "scenario" in read.codes:
        table = made(data, "projection_scenarios", read.codes, read.lang)
        place = list(SCENARIOS[read.codes.get("quantity", "co2")]).index(read.codes["scenario"])
        share = table.rows[place]["meets_target"].value
        claims.that(is_share(found["meets"], share, 1), f"share {share}: {read.said}")
    is_energy = read.codes.get("quantity") == "energy"
    claims.that((found["what"][:2] in ("能耗", "en")) == is_energy, f"measure: {read.said}")
    median = next(
        row["percentile_50"].value for row in read.rows if row["year"].value == int(found["year"])
    )
    printed = re.search(r"(?:下降|fell|上升|rose) ([\d.]+)%", read.figure.subtitle)
    if claims.that(printed, f"no median: {read.figure.subtitle}"):
        claims.that(is_number(printed[1], abs(100 - median)), f"median: {read.figure.subtitle}")


def peak(claims, read):
    found = matched(
        claims,
        read,
        rf".+：{SHARE.format('peaks')} 的模拟路径(?:在|能耗在) (?P<year>\d+) 年前(?:达峰|见顶)",
        rf".+: (?:{SHARE.format('peaks')} of simulated paths peak before (?P<year>\d+)"
        rf"|energy is highest before (?P<then>\d+) in {SHARE.format('highest')} of "
        r"simulated paths)",
    )
    if not found:
        return
    groups = found.groupdict()
    year = int(groups["year"] or groups["then"])
    before = sum(row["share"].value for row in read.rows if row["peak_year"].value < year)
    printed = groups["peaks"] or groups["highest"]
    claims.that(is_share(printed, before), f"share {before}: {read.said}")


def scenarios(claims, read):
    among = rf"(?:均有 {SHARE.format('both')}|{SHARE.format('low')} 至 {SHARE.format('high')})"
    of_paths = rf"(?:{SHARE.format('both')}|{SHARE.format('low')} to {SHARE.format('high')}) of "
    found = matched(
        claims,
        read,
        rf".+：(?P<count>\d+) 个情景中 ?{among} 的(?:模拟)?路径(?:在|能耗在) \d+ 年前"
        r"(?:达峰|见顶)",
        rf".+: (?:energy is highest before \d+ in )?{of_paths}(?:simulated )?paths.* under "
        r"(?:each of )?the (?P<count>\d+) preset scenarios",
    )
    if not found:
        return
    own = read.codes.get("scenario") == "own"
    shares = read.values("peaks_in_time")[: -1 if own else None]
    low, high = found["both"] or found["low"], found["both"] or found["high"]
    claims.that(int(found["count"]) == len(shares), f"another count: {read.said}")
    claims.that(is_share(low, min(shares)), f"lowest {min(shares)}: {read.said}")
    claims.that(is_share(high, max(shares)), f"highest {max(shares)}: {read.said}")


def test_titles_of_projections_say_what_their_rows_say(data, places, doubtful):
    claims = Claims()
    readers = {
        "projection_quantity": quantity,
        "projection_index": lambda noted, read: index(noted, read, data),
        "projection_peak": peak,
        "projection_scenarios": scenarios,
    }
    whole, sample = of_all(places), sampled(places)
    for name, read_title in readers.items():
        # The table of all scenarios is dear: of it the sample is enough.
        wide = [] if name == "projection_scenarios" else whole
        for read in chain(every(data, name, sample), every(data, name, wide, [next(LANGS)])):
            plainly(claims, read)
            if of_place(claims, read, data, doubtful):
                read_title(claims, read)
    report(claims, at_least=900)


def ranking(claims, read):
    unit = read.codes["unit"]
    rule = read.codes["rule"]
    found = matched(
        claims,
        read,
        r"(?P<year>\d+) 年测算：(?:各(?P<each>地区|行业)强度均需年均下降 (?P<all>[\d.]+)%"
        r"|(?P<aside>不计存疑，)?(?P<name>.+)所需降幅最大（(?P<most>[\d.]+)%）)",
        r"Goal of (?P<year>\d+): (?:every (?P<each>province|division)'s intensity would have to "
        r"fall by (?P<all>[\d.]+)% a year|(?P<aside>apart from doubtful ones, )?"
        r"most is asked of (?P<name>.+), (?P<most>[\d.]+)% a year)",
    )
    if not found:
        return
    rows = [
        row
        for row in read.rows
        if row["best"].text != "—" and row[f"rate_{rule}"].value is not None
    ]
    claims.that(int(found["year"]) == GOALS[read.codes["goal"]][1], f"year: {read.said}")
    rates = [row[f"rate_{rule}"].value for row in rows]
    if found["all"]:
        claims.that(max(rates) - min(rates) < 1e-9, f"not one rate for all: {read.said}")
        claims.that(is_number(found["all"], 100 * rates[0]), f"rate: {read.said}")
        return
    sound = [row for row in rows if "doubtful" not in row[unit].marks]
    first = max(sound, key=lambda row: row[f"rate_{rule}"].value)
    claims.that(found["name"] == first[unit].value, f"not the most: {read.said}")
    claims.that(is_number(found["most"], 100 * first[f"rate_{rule}"].value), f"rate: {read.said}")
    is_hidden = max(rates) > first[f"rate_{rule}"].value + 1e-12
    claims.that(bool(found["aside"]) == is_hidden, f"hides a doubtful row in silence: {read.said}")
    records = sum("record" in row[f"rate_{rule}"].marks for row in rows)
    counted = [int(one) for note in read.figure.notes for one in RECORDS.findall(note)]
    claims.that(counted == [records], f"records {counted} {records}: {read.said}")


RECORDS = re.compile(r"(?:中 |, )(\d+) (?:个所需|would need)")


def sums(claims, read):
    unit = read.codes["unit"]
    found = matched(
        claims,
        read,
        r"缺口 (?P<gap>[\d.,]+) (?P<unit>亿吨.*)，"
        r"(?:三种规则均可全部分摊|(?P<left>\d) 种规则未能全部分摊)",
        r"A gap of (?P<gap>[\d.,]+) (?P<unit>\w+)(?:: all three rules share it out whole"
        r"|, not wholly shared out by (?P<left>\d) of three rules)",
    )
    if not found:
        return
    *_, left, total = read.rows
    keys = [f"given_{rule}" for rule in RULES]
    scale, digits = (1e8, 2) if read.lang == "zh" else (1e6, 1)
    claims.that(is_number(found["gap"], total[keys[0]].value / scale, digits), f"gap: {read.said}")
    count = sum(left[key].value > 1e-6 for key in keys)
    claims.that(int(found["left"] or 0) == count, f"{count} rules leave some: {read.said}")
    claims.that(left[unit].value != total[unit].value, f"one sum twice: {read.said}")


def test_titles_of_sharing_say_what_their_rows_say(data):
    claims = Claims()
    asked = [
        {"goal": goal, "unit": unit, "rule": rule}
        for goal in GOALS
        for unit in UNITS
        for rule in RULES
    ]
    for name, read_title in {"sharing_ranking": ranking, "sharing_table": sums}.items():
        for read in every(data, name, asked):
            plainly(claims, read)
            read_title(claims, read)
    report(claims, at_least=300)


def nowcast(claims, read):
    found = matched(
        claims,
        read,
        r"(?P<year>\d+) 年能耗强度估算下降 (?P<least>[\d.]+)%—(?P<most>[\d.]+)%，"
        r"目标 (?P<goal>[\d.]+)%",
        r"Energy intensity by (?P<year>\d+): a fall of (?P<least>[\d.]+)% to (?P<most>[\d.]+)% by "
        r"estimate, against a target of (?P<goal>[\d.]+)%",
    )
    if not found:
        return
    last = read.rows[-1]
    ends = [last[key].value for key in ("total_energy", "electricity", "output")]
    claims.that(int(found["year"]) == last["year"].value, f"year: {read.said}")
    claims.that(is_number(found["least"], 100 - max(ends)), f"least: {read.said}")
    claims.that(is_number(found["most"], 100 - min(ends)), f"most: {read.said}")
    claims.that(is_number(found["goal"], 100 - last["path"].value), f"target: {read.said}")


def methods(claims, read):
    found = matched(
        claims,
        read,
        r"三种方法回测偏差：([+−][\d.]+)、([+−][\d.]+)、([+−][\d.]+) 个百分点",
        r"Held against official years, the methods err by "
        r"([+−][\d.]+), ([+−][\d.]+) and ([+−][\d.]+) points",
    )
    if not found:
        return
    misses = read.values("miss")[:3]
    for printed, miss in zip(found.groups(), misses, strict=True):
        claims.that(is_number(printed, 100 * miss), f"miss {miss}: {read.said}")


def inputs(claims, read):
    found = matched(
        claims,
        read,
        r"三种方法的输入数据（(?P<rows>\d+) 项、(?P<values>\d+) 个数值）",
        r"The methods use (?P<rows>\d+) series, (?P<values>\d+) figures",
    )
    if not found:
        return
    years = [key for key in read.rows[0] if re.search(r"\d{4}", key)]
    claims.that(int(found["rows"]) == len(read.rows), f"rows: {read.said}")
    values = sum(row[key].value is not None for row in read.rows for key in years)
    claims.that(int(found["values"]) == values, f"values {values}: {read.said}")


def per_gdp(claims, read):
    found = matched(
        claims,
        read,
        r"单位 GDP 碳排放降幅：原口径 (?P<old>[\d.]+)%，修订口径 (?P<new>[\d.]+)%"
        r"（(?P<standing>.+)）",
        r"CO₂ per GDP, fall since 2020: (?P<old>[\d.]+)% on the old metric, "
        r"(?P<new>[\d.]+)% on the revised one \((?P<standing>.+)\)",
    )
    if not found:
        return
    for key, column in (("old", "co2_yearly"), ("new", "co2_revised")):
        end = read.values(column)[-1]
        claims.that(is_number(found[key], 100 - end), f"{column} {end}: {read.said}")
    marked = any("unverified" in row["co2_revised"].marks for row in read.rows)
    said = found["standing"] in ("unverified", "未核实", "待核实")
    claims.that(marked == said, f"standing: {read.said}")


def test_titles_of_the_nowcast_say_what_their_rows_say(data):
    claims = Claims()
    readers = {
        "nowcast": nowcast,
        "nowcast_methods": methods,
        "nowcast_inputs": inputs,
        "per_gdp": per_gdp,
    }
    for name, read_title in readers.items():
        for read in every(data, name, [{}]):
            plainly(claims, read)
            read_title(claims, read)
    report(claims, at_least=40)


def report(claims, at_least):
    """End a test: enough was claimed, and all of it is so."""
    assert claims.made >= at_least, claims.made
    assert not claims.false, f"{len(claims.false)} of {claims.made}:\n" + "\n".join(
        claims.false[:40]
    )
