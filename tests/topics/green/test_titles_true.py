"""Every title of the page Green manufacturing read back and held against typed rows.

Totals against the last row of the table; tiles and ranking against the counts and densities of all
provinces; goals and the register against the states, fields and years of their own rows, and of the
tables for what a filter asks.
"""

import re

import pytest

from carbonpeak.topics import registry
from tests.topics.read_back import NUMBER, Claims, every, figures, is_number, plainly, printed

KIND = {
    "zh": {
        "绿色工厂": "green_factory",
        "绿色工业园区": "green_park",
        "绿色供应链企业": "green_firm",
    },
    "en": {
        "green factories": "green_factory",
        "green parks": "green_park",
        "green supply-chain firms": "green_firm",
    },
}  # fmt: skip
BATCH = {
    "zh": {
        **{f"第{name}批": str(number) for number, name in enumerate("一二三四五", start=1)},
        "2021 年度": "2021",
    },
    "en": {**{f"batch {number}": str(number) for number in range(1, 6)}, "list of 2021": "2021"},
}  # fmt: skip
FIELD = {
    "全社会": "economy", "工业综合": "industry", "钢铁": "steel", "建材": "building_materials",
    "石化化工": "petrochemicals", "有色金属": "nonferrous_metals", "消费品": "consumer_goods",
    "装备制造": "equipment", "电子信息": "electronics", "电力": "power", "再生资源": "recycling",
    "园区和工厂": "parks_factories", "Whole economy": "economy", "Industry as a whole": "industry",
    "Steel": "steel", "Building materials": "building_materials",
    "Petrochemicals": "petrochemicals", "Non-ferrous metals": "nonferrous_metals",
    "Consumer goods": "consumer_goods", "Equipment": "equipment", "Electronics": "electronics",
    "Power": "power", "Recycling": "recycling", "Parks and factories": "parks_factories",
}  # fmt: skip
STATE = {
    "已达到": "met", "累计快于进度": "ahead", "待到期数据": "open", "累计慢于进度": "late",
    "不降反升": "rose", "未达到": "missed", "口径不同": "indicative", "无数据": "no_data",
    "无量化": "no_number", "完成情况": "result", "reached": "met", "ahead so far": "ahead",
    "awaits data": "open", "behind so far": "late", "rose": "rose", "not reached": "missed",
    "guide only": "indicative", "no data": "no_data", "no number": "no_number",
    "results": "result",
}  # fmt: skip
N = NUMBER
MARKS = {
    "zh": r"（(?P<period>[\d-]+)(?P<derived>，推算)?(?P<unverified>，待核实)?）",
    "en": r" \((?P<period>[\d-]+)(?P<derived>, derived)?(?P<unverified>, unverified)?\)",
}
HEAD = {"zh": r"(?:(?P<batch>[^：]+)：)?", "en": r"(?:(?P<batch>[^:]+): )?"}
KINDS = {lang: rf"(?P<kind>{'|'.join(known)})" for lang, known in KIND.items()}
TOTALS = {
    "zh": rf"{KINDS['zh']}累计 (?P<count>{N}) 家{MARKS['zh']}",
    "en": rf"(?P<kind>Green .+): (?P<count>{N}){MARKS['en']}",
}
FOUNDING = {
    "zh": rf"(?P<item>.+)由 (?P<before>{N}) 家增至 (?P<count>{N}) 家{MARKS['zh']}",
    "en": rf"(?P<item>.+): from (?P<before>{N}) to (?P<count>{N}){MARKS['en']}",
}
TILES = {
    "zh": rf"{HEAD['zh']}(?:(?P<many>\d+) 个地区)?(?P<name>\D*?){KINDS['zh']}"
    rf"(?:密度)?(?:并列)?最(?:多|高)（(?P<value>{N})(?: 家)?）",
    "en": rf"{HEAD['en']}(?:(?P<many>\d+) provinces share|(?P<name>.+?) has) (?:the )?"
    rf"(?:most|highest density of) {KINDS['en']} \((?P<value>{N})(?: each)?\)",
}
RANKING = {
    "zh": rf"{HEAD['zh']}(?:列入最多的 (?P<first>\d+) 个地区占{KINDS['zh']} (?P<share>\d+)%"
    rf"|(?P<kind2>.+)密度为 (?P<low>{N})—(?P<high>{N})|(?P<kind3>.+)列在 (?P<few>\d+) 个地区)",
    "en": rf"{HEAD['en']}(?:[Tt]he (?P<first>\d+) provinces with most hold (?P<share>\d+)% of the "
    rf"{KINDS['en']}|[Dd]ensity of (?P<kind2>.+) from (?P<low>{N}) to (?P<high>{N})"
    rf"|(?P<kind3>.+) are listed in (?P<few>\d+) provinces)",
}
BATCHES = {
    "zh": rf"(?:(?P<place>.+)：)?(?P<lists>\d+) 批名单(?:共列{KINDS['zh']} (?P<total>{N}) 家"
    rf"|均未列(?P<none>.+))",
    "en": rf"(?:(?P<place>.+): )?(?:none of )?(?P<lists>\d+) lists (?:holds (?P<none>.+)"
    rf"|hold (?P<total>{N}) {KINDS['en']})",
}
SECTORS = {
    "zh": rf"按名称：水泥 (?P<cement>{N})、汽车 (?P<vehicles>{N})、钢铁 (?P<steel>{N}) 家",
    "en": rf"By name: (?P<cement>{N}) of cement, (?P<vehicles>{N}) of vehicles, "
    rf"(?P<steel>{N}) of steel",
}
BOARD = {
    "zh": r"(?P<count>\d+) 项目标中 (?P<known>\d+) 项有口径一致的最新值",
    "en": r"Of (?P<count>\d+) goals (?P<known>\d+) have a latest value of the same measure",
}
GOALS = {
    "zh": r"(?:(?P<known>\d+) 项目标有最新值，(?P<good>\d+) 项已达到或快于进度"
    r"|(?P<task>.+)：(?P<count>\d+) 项目标，(?P<held>\d+) 项有最新值)",
    "en": r"(?:(?P<known>\d+) goals have a latest value, (?P<good>\d+) of them reached or ahead"
    r"|(?P<task>.+): latest values for (?P<held>\d+) of (?P<count>\d+) goals)",
}
REGISTER = {
    "zh": r"目标登记表共 (?P<all>\d+) 项|登记表 (?P<count>\d+) 项：(?P<filters>.+)",
    "en": r"The register of targets holds (?P<all>\d+) rows"
    r"|Register, (?P<count>\d+) rows: (?P<filters>.+)",
}
FACTS = {
    "zh": r"后续政策事实和 (?P<provinces>\d+) 个地区的目标共 (?P<count>\d+) 项",
    "en": r"(?P<count>\d+) later facts, goals of (?P<provinces>\d+) provinces among them",
}


def whole(text):
    return int(text.replace(",", ""))


def of_filter(claims, read, found):
    """The title names the kind, and the batch where one is chosen, and no other."""
    said = next((found[one] for one in ("kind", "kind2", "kind3") if found.get(one)), "")
    known = KIND[read.lang][said[:1].lower() + said[1:]]
    claims.that(known == read.in_full["kind"], f"another kind: {read.said}")
    batch = BATCH[read.lang].get((found.get("batch") or "").lower(), "all")
    claims.that(batch == read.in_full.get("batch", "all"), f"another batch: {read.said}")


def marks(claims, read, found, row, standing):
    claims.that(found["period"] == row["period"], f"another date: {read.said}")
    is_derived = row["how"] == "derived"
    claims.that(bool(found["derived"]) == is_derived, f"derived or not: {read.said}")
    is_open = standing == "unverified"
    claims.that(bool(found["unverified"]) == is_open, f"verified or not: {read.said}")


def totals(claims, read, found, data):
    last = {key: cell.value for key, cell in read.rows[-1].items()}
    known = found["kind"][:1].lower() + found["kind"][1:]
    claims.that(KIND[read.lang][known] == read.in_full["kind"], f"another kind: {read.said}")
    claims.that(whole(found["count"]) == last["count"], f"not the last: {read.said}")
    periods = read.values("period")
    claims.that(last["period"] == max(periods), f"not the newest: {read.said}")
    marks(claims, read, found, last, last["standing"])


def founding(claims, read, found, data):
    first = {key: cell.value for key, cell in read.rows[0].items()}
    text = read.rows[0]["item"].text
    claims.that(found["item"].lower() == text.lower(), f"another thing: {read.said}")
    claims.that(whole(found["before"]) == int(first["founding"]), f"before: {read.said}")
    claims.that(found["count"] == first["later"], f"after: {read.said}")
    rows = data.ask("green__counts").set_index("item_en")
    own = rows.loc[[first["item"]]]
    own = own[(own["period"] == first["later_period"]) & (own["value"] == whole(first["later"]))]
    row = {"period": first["later_period"], "how": own["kind"].iloc[0]}
    marks(claims, read, found, row, first["later_standing"])


def tiles(claims, read, found, data):
    of_filter(claims, read, found)
    is_density = read.in_full["per"] == "density"
    key, digits = ("density", 1) if is_density else ("listed", 0)
    claims.that(is_density == bool(re.search("密度|density", read.title)), read.said)
    known = [(row["region"].value, row[key].value) for row in read.rows]
    known = [(name, value) for name, value in known if value is not None]
    best = max(value for _, value in known)
    claims.that(is_number(found["value"], best, digits), f"not the most: {read.said}")
    first = {name for name, value in known if is_number(found["value"], value, digits)}
    if found["many"]:
        claims.that(int(found["many"]) == len(first) > 2, f"how many share: {read.said}")
        return
    named = set(re.split("、| and |, ", found["name"]))
    claims.that(named == first, f"not those: {first} {read.said}")


def ranking(claims, read, found, data):
    of_filter(claims, read, found)
    rows = [row for row in read.rows if row["listed"].value > 0]
    if found["few"]:
        claims.that(int(found["few"]) == len(rows), f"few: {read.said}")
    elif found["share"]:
        counts = sorted((row["listed"].value for row in rows), reverse=True)
        part = 100 * sum(counts[: int(found["first"])]) / sum(counts)
        claims.that(is_number(found["share"], part, 0), f"share: {read.said}")
    else:
        values = [row["density"].value for row in rows if row["density"].value is not None]
        claims.that(is_number(found["low"], min(values)), f"low: {read.said}")
        claims.that(is_number(found["high"], max(values)), f"high: {read.said}")


def batches(claims, read, found, data):
    place = read.in_full["region"]
    names = data.ask("regions__all").set_index("region_code")[f"name_{read.lang}"]
    claims.that((found["place"] or "") == (names[place] if place else ""), f"place: {read.said}")
    total = sum(read.values("listed"))
    claims.that(whole(found["total"] or "0") == total, f"total: {read.said}")
    claims.that(int(found["lists"]) == len(read.rows), f"lists: {read.said}")
    said = found["kind"] or found["none"]
    claims.that(KIND[read.lang][said] == read.in_full["kind"], f"kind: {read.said}")
    rows = data.ask("green__lists")
    rows = rows[rows["kind"] == read.in_full["kind"]]
    own = rows[rows["region_code"] == place] if place else rows
    claims.that(total == own["entity_count"].sum(), f"not those of the tables: {read.said}")


def sectors(claims, read, found, data):
    for key in ("cement", "vehicles", "steel"):
        claims.that(whole(found[key]) == sum(read.values(key)), f"{key}: {read.said}")


def board(claims, read, found, data):
    claims.that(int(found["count"]) == sum(read.values("goals")), f"count: {read.said}")
    judged = ("met", "ahead", "open", "late", "rose", "missed")
    known = sum(sum(read.values(one)) for one in judged)
    claims.that(int(found["known"]) == known, f"known: {read.said}")
    states = [*judged, "indicative", "no_data", "no_number"]
    for row in read.rows:
        parts = sum(row[one].value for one in states)
        claims.that(parts == row["goals"].value, f"parts of {row['task'].text}: {read.said}")


def goals(claims, read, found, data):
    held = len(read.values("latest"))
    states = read.values("state")
    task = read.in_full["task"]
    if found["known"]:
        claims.that(task == "known" and held == len(read.rows), f"not all held: {read.said}")
        claims.that(int(found["known"]) == held, f"known: {read.said}")
        good = sum(one in ("met", "ahead") for one in states)
        claims.that(int(found["good"]) == good, f"good: {read.said}")
        return
    claims.that(int(found["count"]) == len(read.rows), f"count: {read.said}")
    claims.that(int(found["held"]) == held, f"held: {read.said}")
    rows = data.ask("tasks__all").set_index("item_id")
    name = rows.loc[task, f"title_{read.lang}"]
    own = {"zh": "总体目标", "en": "General goals"}[read.lang] if task == "K017" else name
    claims.that(found["task"].lower() == own.lower(), f"another task: {read.said}")


def filters_said(text, chosen):
    """Return the choices that a title names, as far as its words tell them apart."""
    said = {}
    for one in re.split("、|, ", text) if text else []:
        if one in FIELD:
            said["field"] = FIELD[one]
        elif re.fullmatch(r"\d{4}(?: 年)?", one):
            said["due"] = one[:4]
        elif one in ("单一文件", "one document"):
            said["plan"] = chosen["plan"]
        elif one in STATE:
            said["state"] = STATE[one]
        elif one in ("不含待核实", "without unverified"):
            said["checked"] = "yes"
    return said


def register(claims, read, found, data):
    claims.that(int(found["all"] or found["count"]) == len(read.rows), f"count: {read.said}")
    chosen = read.in_full
    usual = {"field": "all", "due": "all", "plan": "all", "state": "all", "checked": "no"}
    wanted = {key: chosen[key] for key, none in usual.items() if chosen[key] != none}
    said = filters_said(found["filters"], chosen)
    claims.that(said == wanted, f"other filters: {said} {read.said}")
    for key in set(said) & {"field", "state", "due"}:
        values = {str(value) for value in read.values(key)}
        claims.that(values == {said[key]}, f"{key} of rows: {read.said}")
    if "plan" in said:
        claims.that(len(set(read.values("plan"))) == 1, f"several plans: {read.said}")
        claims.that(read.cells("plan")[0].text in read.figure.subtitle, f"plan: {read.said}")
    if "checked" in said:
        claims.that("unverified" not in read.values("standing"), f"unverified: {read.said}")


def facts(claims, read, found, data):
    rows = data.ask("green__facts")
    claims.that(int(found["count"]) == len(read.rows) == len(rows), f"count: {read.said}")
    claims.that(int(found["provinces"]) == rows["region_code"].nunique(), f"places: {read.said}")


READ = {
    "green_totals": (TOTALS, totals),
    "green_founding": (FOUNDING, founding),
    "green_tiles": (TILES, tiles),
    "green_ranking": (RANKING, ranking),
    "green_batches": (BATCHES, batches),
    "green_sectors": (SECTORS, sectors),
    "green_board": (BOARD, board),
    "green_goals": (GOALS, goals),
    "green_register": (REGISTER, register),
    "green_facts": (FACTS, facts),
}


def test_every_figure_of_the_page_is_read():
    assert set(READ) == {spec.name for spec in registry.PAGES["green"].figures}


@pytest.mark.parametrize("name", READ)
def test_titles_say_what_their_rows_say(data, name):
    claims, (patterns, check) = Claims(), READ[name]
    for read in figures(data, name, together=20):
        plainly(claims, read)
        found = re.fullmatch(patterns[read.lang], read.figure.title)
        if claims.that(found, f"unread: {read.said}"):
            check(claims, read, found.groupdict(), data)
    print(name, claims.made, len(claims.false))
    assert claims.made > 0
    assert claims.false == [], f"{len(claims.false)} of {claims.made}"


POINTS = {"zh": rf"还差 (?P<left>{N}) 个百分点", "en": rf"(?P<left>{N}) points to go"}
REACHED = {
    "zh": rf"(?P<way>上升 |下降 |)(?P<value>{N})%(?: 以上| 左右)?（(?P<year>\d+) 年）",
    "en": rf"(?:(?P<way>rose by |fell by ))?(?:about |over |at least )?(?P<value>{N})%"
    r" \((?P<year>\d+)\)",
}


def test_what_is_left_is_the_goal_less_its_latest_value(data):
    """Cells of words: every percent of the register, read back with its direction and its year."""
    claims = Claims()
    latest = data.ask("targets__latest").set_index("target_id")
    bounds = data.ask("targets__all").set_index("target_id")["bound"]
    for read in every(data, "green_register", [{}]):
        for row in read.rows:
            code, text = row["number"].value, row["latest"].text
            found = re.fullmatch(REACHED[read.lang], text)
            if found is None:
                continue
            value = latest.loc[code, "reached"]
            number, half = printed(found["value"])
            claims.that(abs(number - abs(value)) <= half, f"{code} value {text}")
            claims.that(int(found["year"]) == latest.loc[code, "value_year"], f"{code} {text}")
            is_rise = bool(re.match("上升|rose", found["way"] or ""))
            claims.that(is_rise == (value < 0), f"{code} direction {text}")
            left = re.fullmatch(POINTS[read.lang], row["left"].text)
            if claims.that(bool(left) == (bounds[code] > value), f"{code} left {row['left'].text}"):
                gap = bounds[code] - value
                claims.that(not left or is_number(left["left"], gap), f"{code} gap")
    print("register cells", claims.made, len(claims.false))
    assert claims.made > 100
    assert claims.false == []
