"""Registers of the national carbon market: its rules, dated events, coverage by stage, breaks."""

import re

import pandas as pd

from carbonpeak.build import policy, registers
from carbonpeak.build.market_sources import publisher, readable_source, standing_of
from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import BuildError, Columns, declare
from carbonpeak.build.sources import NOTICE_TERMS, SourceRegister
from carbonpeak.data.catalogue import Table, Text

RULES_FILE = "market/ets_allocation_rules.csv"
EVENTS_FILE = "market/ets_events_2021_2026.csv"
STAGES_FILE = "market_stages.csv"
CITATION = "Documents of the Ministry of Ecology and Environment, as cited row by row"


def _declare(name: str, title: Text, columns: str, key: str, optional: str = "") -> Table:
    return declare(
        name,
        title,
        Columns(columns, optional),
        key,
        format="csv",
        licence=NOTICE_TERMS,
        citation=CITATION,
    )


RULES = _declare(
    "market_rules",
    Text("全国碳市场配额分配规则", "Allocation rules of the national carbon market"),
    "item_id period scope item value_text value unit note standing source_id",
    "item_id",
    optional="value note",
)
EVENTS = _declare(
    "market_events",
    Text("全国碳市场大事记", "Dated events of the national carbon market"),
    "date kind event flag standing source_id",
    "date event",
    optional="flag",
)
COVERAGE = _declare(
    "market_coverage",
    Text("全国碳市场分阶段覆盖范围", "Coverage of the national carbon market by stage"),
    "item_id stage aspect scope item period value_text value qualifier unit note standing "
    "source_id",
    "item_id",
    optional="scope period value qualifier note",
)
BREAKS = _declare(
    "market_breaks",
    Text("全国碳市场数据断点", "Breaks in series of the national carbon market"),
    "series date flag standing source_id",
    "series date",
)

# What a note of the rules says that was written for those who collect them.
UNSEEN = "verify before showing"
NOTES = {
    r"E 1,000,000 t, output": "emissions 1,000,000 t, output",
    r"^worked check: ": "worked example: ",
    r"is the test input of that code, NOT a published": (
        "is an input of that example, not a published"
    ),
    r"the code seen only implements cement: verify before showing it for": (
        "the public code seen has cement alone: not verified for"
    ),
}
UNCONFIRMED = "secondary (unconfirmed)"
# "about 3", ">60", ">1300 (1,277 accounts opened)", "26000": how sure, and the number.
SAID = re.compile(r"(>|about )?([0-9]+(?:\.[0-9]+)?)(?: \(.*\))?")
QUALIFIERS = {">": "more than", "about ": "about"}

# Where a series changes what it measures: series, date, fault, and the event or document for it.
EXCHANGE = (
    "Shanghai Environment and Energy Exchange: daily quotes are of the listed contract to "
    "2023-08-27, of the composite of all vintages from 2023-08-28"
)
SUPPLIED = "MEE: MEE Guohuangui Qihou [2024] 1, 2024-10-16"
WIDENED = "MEE: work plan for steel, cement and aluminium smelting, 2025-03-26"
BREAK_ROWS = (
    ("price", "2023-08-28", "market_price_basis", EXCHANGE),
    ("power_benchmark", "2023-01-01", "benchmark_basis_break", SUPPLIED),
    ("coverage", "2024-01-01", "market_scope_break", WIDENED),
)


def build_rules(raw: Raw, sources: SourceRegister) -> pd.DataFrame:
    """One row per rule, numbered in the order of the file."""
    rows = raw.csv(RULES_FILE)
    is_unseen = rows["note"].fillna("").str.contains(UNSEEN)
    return pd.DataFrame(
        {
            "item_id": [f"M{place:02d}" for place in range(1, len(rows) + 1)],
            "period": rows["vintage"],
            "scope": rows["sector"],
            "item": rows["what"],
            "value_text": rows["value"],
            "value": [_said(text)[1] for text in rows["value"]],
            "unit": rows["unit"],
            "note": [_note(text) for text in rows["note"]],
            "standing": rows["standing"].map(standing_of).mask(is_unseen, "unverified"),
            "source_id": _cited_rules(rows, sources),
        }
    )


def build_events(raw: Raw, sources: SourceRegister) -> pd.DataFrame:
    """One row per dated event; one that its own ministry's page does not confirm is marked."""
    rows = raw.csv(EVENTS_FILE)
    is_unconfirmed = rows["standing"] == UNCONFIRMED
    if is_unconfirmed.sum() != 1:
        raise BuildError(f"{EVENTS_FILE}: one unconfirmed event is known, {is_unconfirmed.sum()}.")
    pairs = zip(rows["date"], rows["source_url"], strict=True)
    return pd.DataFrame(
        {
            "date": rows["date"],
            "kind": rows["kind"],
            "event": rows["event"],
            "flag": is_unconfirmed.map({True: "event_unconfirmed", False: None}),
            "standing": rows["standing"].map(standing_of),
            "source_id": [
                sources.add(f"{publisher(address)}, {date} | {address}") for date, address in pairs
            ],
        }
    )


def build_coverage(raw: Raw, sources: SourceRegister) -> pd.DataFrame:
    """One row per statement on coverage, those that contradict each other side by side."""
    builders = {table.name: build for table, build in policy.BUILDERS}
    both = [builders["carbon_market"](raw, sources), build_rules(raw, sources)]
    known = pd.concat(both).set_index("item_id")
    stages = registers.read(STAGES_FILE)
    stages = stages[stages["item_id"].isin(known.index)].reset_index(drop=True)
    rows = known.loc[stages["item_id"]].reset_index()
    said = [_said(text) for text in rows["value_text"]]
    numbers = pd.DataFrame(said, columns=["qualifier", "value"])
    placed = rows.drop(columns="value").assign(stage=stages["stage"], aspect=stages["aspect"])
    return placed.join(numbers)


def build_breaks(_raw: Raw, sources: SourceRegister) -> pd.DataFrame:
    """One row per series and date from which it measures something else."""
    rows = [
        (series, date, flag, "published", sources.add(document))
        for series, date, flag, document in BREAK_ROWS
    ]
    return pd.DataFrame(rows, columns=[field.name for field in BREAKS.fields])


def _said(text: str) -> tuple[str | None, float | None]:
    """Return how sure a number is said to be, and the number; neither where it is no number."""
    match = SAID.fullmatch(text)
    if match is None:
        return None, None
    return QUALIFIERS.get(match.group(1) or ""), float(match.group(2))


def _note(text: str | None) -> str | None:
    for pattern, words in NOTES.items():
        text = re.sub(pattern, words, text) if text else None
    return text


def _cited_rules(rows: pd.DataFrame, sources: SourceRegister) -> list[str]:
    pairs = zip(rows["document"], rows["source"], strict=True)
    return [
        sources.add(f"{readable_source(document)}, after {readable_source(source)}")
        for document, source in pairs
    ]
