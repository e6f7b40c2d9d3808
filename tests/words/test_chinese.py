"""The Chinese of every text: brackets, quotes, gaps and words that a ministry would not print."""

import re
from collections.abc import Iterator

import pytest

from carbonpeak.build.citations import NAMES
from carbonpeak.build.faults import FAULTS
from carbonpeak.build.fields import FIELDS
from carbonpeak.topics import registry
from carbonpeak.words import WORDS, citations
from carbonpeak.words.glossary import TERMS
from carbonpeak.words.query_heads import MEANINGS, SENTENCES
from carbonpeak.words.terms import LICENCES

assert registry.PAGES  # Every topic has added its words.

HAN = r"[\u4e00-\u9fff]"
# What may not stand in a Chinese text, by what is wrong with it.
RULES = {
    "ascii bracket": rf"{HAN} ?[()]|[()] ?{HAN}",
    "ascii comma or stop": rf"{HAN}[,;:!?]|[,;!?]{HAN}",
    "quotes in quotes": r"““|””",
    "年 twice": "年年",
    "space before a stop": r" [、，。；：]",
    "number of a document or standard": r"〔\d{4}〕\d+ 号|GB/T \d+-\d{4}",
    "from memory": "凭记忆",
    "blame": "拖后|落后|未达标|严重滞后|略有滞后|进展滞后",
    "short for three places": "港澳台",
    "translated": "落点|走向|看细一层|覆盖不了|走完|被推翻|谁[已在]|哪些|接缝|被动|变体|看齐",
    "trend for a scenario": r"[}\d] 年走势",
    "question": "为什么|怎么|吗(?:$|[：。，？])|知道什么|能算什么|有多可靠|落在哪里|走在",
    "spoken": "各地自己|自身最好|自己的目标|没能|装载|排上队|点选|找回一|现成|照实",
    "translated lead": "作为旁证|放在全国|再判一次|表年份看|^判断：|更严格：|见[上下]文",
    "said to a friend": "(?<!查)看详情|只看这些|一页纸|从哪里来|任何行业|没有缺口|改了口径|请再试",
    "word of a programmer": "一个序列|图示文字|各因素$",
    "missing in many words": "不含该地区|无法[计预][算测]，(?!以)|缺少所需|达标",
    "unit in Latin": "（Mt）",
    "province for region": r"(?:\{\w+\}|\d) 省|个省(?!（自|级)|省份|全省|该省|本省|各省|省数",
    "figure number": "图号",
    "inventory for a list of figures": "清单是空|报告清单|由清单生成",
    "net lost": "含发电供热转换投入",
    "Tibet left out": "不含西藏",
    "old unit of time": "2020 年价(?!格)",
    "indicator without industry": "(?<![业×])单位增加值|规模以上增加值|每万元增加值",
    "final energy cut short": "终端消费(?!合计|（含)|终端能耗.",
    "energy-related": "能源相关",
    "process of cement cut short": "水泥过程",
    # A database goes by its name.
    "factor": "(?<!气体)排放系数|隐含系数|隐含因子|折标系数|外购",
    "method of coal-equivalent": "发电煤耗法|供电煤耗",
    "standing": "未核实|尚未核对原始|已发表(?!清单|论文)|（引）",
    "estimate": "估计(?!和)",
    "nothing found": "(?<!平衡值)(?<!填，)(?<!完成)未见|无官方数|官方数字|官方年度数字|本地目标",
    "conflict of data": "矛盾|不合理[，、而]|缺数",
    "tier": "标尺|进度等级|降幅等级|进展顺利（",
    "verdict on a target": "很可能没有|提前达到|没有一[个种]|方可|不是官方结论|无从判断|不能判定",
    "sign with a word": r"(?:比上年|比 20\d\d 年) [{+−]|最[多少]（\{\w+_change",
    "pull": "拉动最[多少]|下拉|拉高|贡献(?!率|》)|抬高",
    "year of data": "终止年|截止年(?!份)|截至年份|最高年(?!份)|最高在|逐年数字",
    "span of a fan": "九成路径|半数路径|分界",
    "CO₂ in a head": "CO₂(?:（|占|强度| 比|，)",
}


def texts() -> Iterator[tuple[str, str]]:
    """Every Chinese text with where it stands, places and code taken out."""
    both = [(key, text.zh) for key, text in WORDS.items()]
    both += [(f"fault {key}", one.fault.zh) for key, one in FAULTS.items()]
    both += [(f"treatment {key}", one.treatment.zh) for key, one in FAULTS.items()]
    both += [(f"citation {text.en}", text.zh) for _, text in NAMES]
    both += [(f"licence {terms}", text) for terms, text in LICENCES.items()]
    both += [(f"citation {cited}", text) for cited, text in citations.IN_CHINESE.items()]
    both += [(f"head {said}", text) for said, text in {**SENTENCES, **MEANINGS}.items()]
    both += [(f"term {term.en}", meaning.zh) for term, meaning in TERMS]
    both += [(f"field {name}", text.zh) for name, (_, _, text) in FIELDS.items()]
    for key, text in both:
        yield key, re.sub(r"`[^`]*`", "", text)


@pytest.mark.parametrize("rule", RULES)
def test_no_chinese_text_breaks_a_rule(rule):
    assert {key for key, text in texts() if re.search(RULES[rule], text)} == set()


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("ascii bracket", "终端能源消费量 (万吨)"),
        ("quotes in quotes", "按““十四五”目标降速”"),
        ("年 twice", "2023—2025 年年均"),
        ("space before a stop", "尚有 47,925 、"),
        ("province for region", "28 省合计"),
        ("old unit of time", "吨/万元（2020 年价）"),
        ("indicator without industry", "单位增加值能耗（规模以上工业）"),
        ("final energy cut short", "终端能耗变化"),
        ("factor", "煤的排放系数"),
        ("nothing found", "2023 年未见官方数"),
        ("sign with a word", "比上年 {change}，比 2020 年 {since}"),
        ("trend for a scenario", "{horizon} 年走势"),
    ],
)
def test_a_rule_sees_what_it_forbids(rule, text):
    assert re.search(RULES[rule], text)


# A control over a figure says what to do with it, its choice what was chosen.
TOLD_WHAT_TO_DO = {"region", "sector", "sectors", "chosen", "growth", "fall"}
# Keys of one thing each, said in several places.
ONE_THING = [
    ("choice.from", "control.drivers_from"),
    ("choice.to", "control.drivers_to"),
    ("choice.until", "peak.column.last_year"),
    ("measure.energy", "template.intensity.energy"),
    ("measure.co2", "template.intensity.co2"),
    ("card.energy.name", "known.industry"),
    ("driver.carbon_factor", "cli.column.carbon_factor"),
    ("tier.not_split", "peak.state.not_split"),
    ("nowcast.method.output", "nowcast.short.output"),
    ("rule.benchmark", "rule.short.benchmark"),
]


def test_one_thing_has_one_name():
    controls = {key.partition(".")[2] for key in WORDS if key.startswith("control.")}
    chosen = {name for name in controls - TOLD_WHAT_TO_DO if f"choice.{name}" in WORDS}
    pairs = [*ONE_THING, *((f"choice.{name}", f"control.{name}") for name in chosen)]
    pairs += [
        (f"tier.{tier}", f"verdict.{tier}") for tier in ("on_schedule", "behind", "far_behind")
    ]
    named = [[WORDS[key].zh.partition("（")[0] for key in pair] for pair in pairs]
    assert [pair for pair, (one, other) in zip(pairs, named, strict=True) if one != other] == []
