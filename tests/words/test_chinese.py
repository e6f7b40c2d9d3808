"""The Chinese of every text: brackets, quotes, gaps and words that a ministry would not print."""

import re
from collections.abc import Iterator

import pytest

from carbonpeak.build.citations import NAMES
from carbonpeak.build.faults import FAULTS
from carbonpeak.topics import registry
from carbonpeak.words import WORDS, citations
from carbonpeak.words.query_heads import MEANINGS, SENTENCES
from carbonpeak.words.terms import LICENCES

assert registry.PAGES  # Every topic has added its words.

HAN = r"[\u4e00-\u9fff]"
# What may not stand in a Chinese text, and what is wrong with it.
RULES = {
    "ascii bracket": rf"{HAN} ?[()]|[()] ?{HAN}",
    "ascii comma or stop": rf"{HAN}[,;:!?]|[,;!?]{HAN}",
    "quotes in quotes": r"““|””",
    "年 twice": "年年",
    "space before a stop": r" [、，。；：]",
    "from memory": "凭记忆",
    "blame": "拖后|落后|未达标|严重滞后",
    "short for three places": "港澳台",
    "translated": "落点|走向|看细一层|覆盖不了|走完|被推翻|谁已|哪些",
    "province for region": r"(?:\{\w+\}|\d) 省|个省(?!（|级)|省份|全省|该省|本省|各省",
    "figure number": "图号",
    "net lost": "含发电供热转换投入",
    "Tibet left out": "不含西藏",
    "old unit of time": "2020 年价(?!格)",
}
# What still stands in texts of other files, by rule; a text that is mended may leave the list.
OWED: dict[str, set[str]] = {
    "translated": {
        # carbonpeak/topics/drivers/words.py
        "figure.name.driver_members",
    },
    "province for region": {
        # carbonpeak/topics/drivers/words.py
        "drivers.members.aside",
        "drivers.note.co2",
        "drivers.note.deflator",
        "drivers.note.deflator_region",
        "drivers.note.doubt",
        "drivers.note.energy",
        "drivers.note.left_out",
        "drivers.note.left_out_yearly",
        "drivers.note.region",
        "drivers.note.unsplit",
        "drivers.refused.no_split",
        "drivers.refused.years",
        "drivers.scope.nation",
        "drivers.scope.sector",
        "figure.name.driver_members",
        "limits.after.reason",
        "limits.division.question",
        "limits.division.reason",
        "limits.process.reason",
        "limits.region.question",
        "limits.region.reason",
        "limits.unsplit.reason",
        # carbonpeak/topics/overview/words.py
        "figure.name.lagging_regions",
    },
    "net lost": {
        # carbonpeak/topics/drivers/words.py
        "drivers.what.energy.with_transformation",
    },
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
    for key, text in both:
        yield key, re.sub(r"`[^`]*`", "", text)


@pytest.mark.parametrize("rule", RULES)
def test_no_chinese_text_breaks_a_rule(rule):
    found = {key for key, text in texts() if re.search(RULES[rule], text)}
    assert found - OWED.get(rule, set()) == set()


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("ascii bracket", "终端能源消费量 (万吨)"),
        ("quotes in quotes", "按““十四五”目标降速”"),
        ("年 twice", "2023—2025 年年均"),
        ("space before a stop", "尚有 47,925 、"),
        ("province for region", "28 省合计"),
        ("old unit of time", "吨/万元（2020 年价）"),
    ],
)
def test_a_rule_sees_what_it_forbids(rule, text):
    assert re.search(RULES[rule], text)
