"""Every title of Carbon market says what its own rows say: months, prices, sizes, directions."""

import re

import pytest

from carbonpeak.topics import registry
from tests.topics.read_back import Claims, Read, every, is_number, is_share, made, plainly

LINES = ("power", "clinker", "steel", "aluminium")
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
SCALE = {"元": 1, "万元": 1e4, "亿元": 1e8, "yuan": 1, "million yuan": 1e6, "bn yuan": 1e9}
# What is asserted of the titles at least: a change of choices must not make the test hollow.
LEAST = 1500


def samples(data, name):
    """Every code of every choice alone; for a unit, lines, vintages and classes with amounts."""
    uses = registry.FIGURES[name].uses
    if "line" not in uses:
        controls = registry.chosen(data, registry.PAGE_OF[name], {}).controls
        codes = {one: getattr(controls[one].choice, "allowed", ()) for one in uses}
        prices = [{"price": one} for one in ("0.01", "55.5", "1000")] if "price" in uses else []
        return [{}, *({one: code} for one in codes for code in codes[one]), *prices]
    return [one for line in LINES for one in of_line(data, line, "price" in uses)]


def of_line(data, line, has_price):
    controls = registry.chosen(data, registry.PAGES["market"], {"line": [line]}).controls
    for vintage in controls["vintage"].choice.allowed:
        for given in amounts(data, line, vintage):
            more = {"price": "12.34"} if has_price and "balance" in given else {}
            yield {"line": line, "vintage": vintage, **given, **more}


def amounts(data, line, vintage):
    if line != "power":
        yield from ({}, {"emissions": "0"}, {"product": "777777"})
        gases = (
            {"tetrafluoromethane": "2", "hexafluoroethane": "0.1"} if line == "aluminium" else {}
        )
        for balance in ("0.5", "0.86", "3"):
            yield {"balance": balance, "emissions": "1000000", "product": "1200000", **gases}
        return
    raw = {"line": [line], "vintage": [vintage]}
    controls = registry.chosen(data, registry.PAGES["market"], raw).controls
    for code in controls["class"].choice.allowed:
        yield from ({"class": code, **more} for more in ({}, {"heat": "0"}, {"load": "0.3"}))
        yield {"class": code, "emissions": "9000000", "load": "0.9"}
        yield {"class": code, "emissions": "1", "electricity": "1", "heat": "0", "load": "1"}


def money(text):
    """Return what an amount with its unit is in yuan, and half of its last digit."""
    size, unit = re.fullmatch(r"([\d,.]+) (.+)", text).groups()
    digits = len(size.partition(".")[2])
    return float(size.replace(",", "")) * SCALE[unit], 0.5 * 10.0**-digits * SCALE[unit]


def is_money(text, cny):
    size, half = money(text)
    return abs(size - abs(cny)) <= half * (1 + 1e-9) + 1e-6


def matched(claims: Claims, read: Read, zh: str, en: str):
    found = re.fullmatch(zh if read.lang == "zh" else en, read.figure.title)
    claims.that(found, f"not read: {read.said}")
    return found


def moved(claims: Claims, read: Read, text: str, change: float) -> None:
    word, _, size = text.rpartition(" ")
    falls = word in ("下降", "fell")
    claims.that(word in ("下降", "上升", "fell", "rose"), f"no direction: {read.said}")
    claims.that(falls == (change < 0), f"wrong direction: {read.said}")
    digits = len(size.rstrip("%").partition(".")[2])
    claims.that(is_number(size, abs(100 * change), digits), f"wrong size: {read.said}")


def coverage(claims, data, read):
    """The counts of all units after the widening: of the register, whose rows the table shows."""
    found = matched(
        claims, read,
        r"扩围后各来源统计的单位数：(.+) 至(.+) 家",
        r"After the widening, counts of units run from (.+) to (.+)",
    )  # fmt: skip
    rows = data.ask("market__coverage")
    counts = sorted(rows.loc[rows["aspect"] == "all_units", "value"])
    for text, value in zip(found.groups(), (counts[0], counts[-1]), strict=True):
        claims.that(is_number(re.sub(r"[^\d,]", "", text), value, 0), read.said)
        claims.that(value in read.values("value"), f"not in the rows: {read.said}")


def price(claims, data, read):
    found = matched(
        claims, read,
        r"(\d+) 年 (\d+) 月均价 ([\d.]+) 元，同比(.+)",
        r"(\w+) (\d+): ([\d.]+) yuan a tonne on average; on the year before it (.+)",
    )  # fmt: skip
    first, second, printed, direction = found.groups()
    year, month = (first, int(second)) if read.lang == "zh" else (second, MONTHS.index(first) + 1)
    by_month = {row["month"].value: row["all_average"].value for row in read.rows}
    named = f"{year}-{month:02d}"
    claims.that(named == max(by_month), f"not the last month: {read.said}")
    claims.that(is_number(printed, by_month[named], 2), read.said)
    before = by_month[f"{int(year) - 1}-{month:02d}"]
    moved(claims, read, direction, by_month[named] / before - 1)


def volume(claims, data, read):
    found = matched(
        claims, read,
        r"近 (\d+) 个月大宗协议占成交量 (.+%)（(.+) 至 (.+)）",
        r"Block trades were (?P<s>.+%) of the volume in (?P<n>\d+) months, (?P<a>.+) to (?P<b>.+)",
    )  # fmt: skip
    parts = found.groupdict() or dict(zip("nsab", found.groups(), strict=True))
    rows = read.rows[-int(parts["n"]) :]
    ends = rows[0]["month"].value, rows[-1]["month"].value
    claims.that((parts["a"], parts["b"]) == ends, read.said)
    total, block = (sum(row[key].value for row in rows) for key in ("volume", "block"))
    claims.that(is_share(parts["s"], block / total), read.said)


def years(claims, data, read):
    found = matched(
        claims, read,
        r"(\d+) 年成交 ([\d.,]+) 亿吨，均价 ([\d.]+) 元/吨",
        r"(\d+): ([\d.,]+) Mt traded at ([\d.]+) yuan a tonne on average",
    )  # fmt: skip
    year, size, average = found.groups()
    [row] = [row for row in read.rows if row["year"].value == int(year)]
    claims.that(row["year"].text == year, f"not a whole year: {read.said}")
    claims.that(
        is_number(size, row["volume"].value / (1e8 if read.lang == "zh" else 1e6), 2), read.said
    )
    claims.that(is_number(average, row["average"].value, 2), read.said)


def pilots(claims, data, read):
    found = matched(
        claims, read,
        r"(\d+) 个试点末月均价 (\d+)—(\d+) 元/吨",
        r"(\d+) pilots: averages of their last months run from (\d+) to (\d+) yuan a tonne",
    )  # fmt: skip
    last = {
        row["region"].value: row["average"].value
        for row in read.rows
        if row["average"].value is not None
    }
    count, low, high = found.groups()
    claims.that(int(count) == len(last), read.said)
    claims.that(is_number(low, min(last.values()), 0), read.said)
    claims.that(is_number(high, max(last.values()), 0), read.said)


def benchmarks(claims, data, read):
    found = matched(
        claims, read,
        r"(.+) (\d+) 年(?:供热)?基准值(.+)",
        r"(.+): the benchmark (?:of heat )?(.+) in (\d+)",
    )  # fmt: skip
    name, *rest = found.groups()
    year, direction = rest if read.lang == "zh" else reversed(rest)
    final = [
        row for row in read.rows if row["class"].text == name and row["status"].value == "final"
    ]
    row = max(final, key=lambda one: one["year"].value)
    claims.that(row["year"].value == int(year), f"not the last final year: {read.said}")
    moved(claims, read, direction, row["change"].value)
    claims.that(
        ("供热" in read.figure.title or "of heat" in read.figure.title)
        == (read.codes.get("carrier") == "heat"),
        read.said,
    )


def unit(claims, data, read):
    steps = {row["step"].value: row["value"].value for row in read.rows}
    title = read.figure.title
    if steps["allowances"] is None:
        printed = re.search(r"[\d.,]+$", title).group()
        claims.that(is_number(printed, steps["intensity"], 4), read.said)
        claims.that("配额缺口" not in title and "short" not in title, read.said)
        return
    due = steps["due"]
    if abs(due) < 0.5:
        claims.that("相等" in title or "equal" in title, read.said)
        return
    found = matched(
        claims, read,
        r"配额(?P<w>盈余|缺口) (?P<t>[\d,]+) 吨，按 (?P<p>[\d,.]+) 元(?:计值|需) (?P<m>.+)",
        r"(?P<t>[\d,]+) t of allowances (?P<w>left|short), (?:worth )?(?P<m>.+?)(?: to buy)? "
        r"at (?P<p>[\d,.]+) yuan",
    )  # fmt: skip
    claims.that((found["w"] in ("盈余", "left")) == (due > 0), f"wrong side: {read.said}")
    claims.that(is_number(found["t"], abs(due), 0), read.said)
    claims.that(is_number(found["p"], steps["price"], 2), read.said)
    claims.that(is_money(found["m"], steps["worth"]), f"money: {read.said} {steps['worth']}")
    claims.that(abs(steps["worth"] - due * steps["price"]) < 1e-6 * abs(due) + 1e-6, read.said)
    claims.that(abs(steps["surplus"] - steps["allowances"] + steps["emissions"]) < 1e-3, read.said)


def curve(claims, data, read):
    """Break-even against the rows of the curve, the unit against the rows of its own figure."""
    columns = [column.head.key for column in read.figure.table.columns]
    if "relative" in columns:
        found = re.findall(r"(\d+)%", read.figure.title)
        most, apart = (int(one) / 100 for one in found)
        rates = read.values("rate")
        claims.that(abs(max(rates) - most) < 1e-9 and abs(min(rates) + most) < 1e-9, read.said)
        reached = [
            abs(1 - row["relative"].value) for row in read.rows if row["rate"].value >= most - 1e-12
        ]
        claims.that(abs(min(reached) - apart) <= 0.011, read.said)
        return
    if not any(read.values("surplus")):
        claims.that(
            "不盈不缺" in read.figure.title or "nothing left" in read.figure.title, read.said
        )
        return
    found = matched(
        claims, read,
        r"盈亏平衡强度 ([\d.,]+)，本单位 ([\d.,]+) (.+)",
        r"Break-even at ([\d.,]+); the unit stands at ([\d.,]+) (.+)",
    )  # fmt: skip
    even, intensity, _ = found.groups()
    pairs = [(row["intensity"].value, row["surplus"].value) for row in read.rows]
    at = min(pairs, key=lambda pair: abs(pair[1]))[0]
    claims.that(is_number(even, at, 4), f"{at}: {read.said}")
    own = made(data, "market_unit", read.codes, read.lang)
    steps = {row["step"].value: row["value"].value for row in own.rows}
    claims.that(is_number(intensity, steps["intensity"], 4), read.said)
    lies_below = float(intensity.replace(",", "")) < float(even.replace(",", ""))
    if intensity != even:
        claims.that(lies_below == (steps["surplus"] > 0), f"side: {read.said}")


def exposure(claims, data, read):
    found = matched(
        claims, read,
        r"缺口 (.+)%：(\d+) 个地区中(.+)成本最大，(.+)",
        r"At a short rate of (.+)%, (.+) would pay most of (\d+) provinces: (.+)",
    )  # fmt: skip
    rate, one, other, amount = found.groups()
    count, name = (one, other) if read.lang == "zh" else (other, one)
    most = max(read.rows, key=lambda row: row["cost"].value)
    claims.that(name == most["region"].text, f"not the most: {read.said}")
    claims.that(int(count) == len(read.rows), read.said)
    claims.that(is_money(amount, most["cost"].value), read.said)
    claims.that(float(rate) == float(read.codes.get("short", "1")), read.said)
    price_cny = float(read.codes.get("price", "88.1"))
    for row in read.rows:
        expected = row["covered_co2"].value * float(rate) / 100 * price_cny
        claims.that(abs(row["cost"].value - expected) <= 1e-6 * expected, read.said)


def events(claims, data, read):
    claims.that(re.search(rf"\b{len(read.rows)}\b", read.figure.title), read.said)
    kinds = {row["kind"].text for row in read.rows}
    chosen = read.codes.get("events", "compliance")
    claims.that(
        chosen == "all" or kinds == {kind for kind in kinds if kind in read.figure.title}, read.said
    )
    claims.that(chosen == "all" or len(kinds) == 1, f"of several kinds: {read.said}")


def rules(claims, data, read):
    claims.that(re.search(rf"\b{len(read.rows)}\b", read.figure.title), read.said)


CHECKS = {
    "market_coverage": coverage,
    "market_price": price,
    "market_volume": volume,
    "market_years": years,
    "market_pilots": pilots,
    "market_benchmarks": benchmarks,
    "market_unit": unit,
    "market_curve": curve,
    "market_exposure": exposure,
    "market_events": events,
    "market_rules": rules,
}


@pytest.fixture(scope="module")
def counted():
    return []


@pytest.mark.parametrize("name", CHECKS)
def test_every_title_says_what_its_rows_say(data, counted, name):
    claims = Claims()
    for read in every(data, name, list(samples(data, name))):
        plainly(claims, read)
        CHECKS[name](claims, data, read)
    counted.append(claims.made)
    assert claims.made
    assert not claims.false, "\n".join(claims.false[:10])


def test_enough_is_claimed(counted):
    assert len(counted) < len(CHECKS) or sum(counted) >= LEAST
