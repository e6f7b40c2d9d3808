"""What the register of targets does not say in columns: field, task, place, number, pinyin."""

import re

import pandas as pd

from carbonpeak.build import pinyin, registers, targets
from carbonpeak.build.raw import Raw
from carbonpeak.build.register_words import chinese
from carbonpeak.build.schema import BuildError, Columns, declare
from carbonpeak.build.sources import NOTICE_TERMS, SourceRegister
from carbonpeak.data.catalogue import Text

CITATION = "This project, from the documents cited in the register of targets"
TABLE = declare(
    "target_details",
    Text("政策目标的归类和检索", "Policy targets by field, task and place"),
    Columns(
        "target_id scope_group region_code task_id qualifier bound flag pinyin",
        optional="region_code task_id qualifier bound flag",
    ),
    "target_id",
    format="csv",
    licence=NOTICE_TERMS,
    citation=CITATION,
)
SERIES = declare(
    "target_series",
    Text("政策目标与最新值的对应", "Series that hold the latest values of targets"),
    Columns("target_id series_table series_key rule is_comparable note", optional="note"),
    "target_id",
    format="csv",
    licence=NOTICE_TERMS,
    citation=CITATION,
)
PLACES_FILE, SERIES_FILE = "target_places.csv", "target_series.csv"
RULES = ("level", "fall", "chained_fall", "reported_fall")
# The fields of the register that a reader searches by.
SEARCHED = ("policy", "scope", "indicator")
SAID = re.compile(r"(>=|>|about )?([0-9]+(?:\.[0-9]+)?)(?: \(strive [0-9]+\))?")
QUALIFIERS = {">=": "at least", ">": "more than", "about ": "about"}
# "7-10": the least of a span is what the target asks for.
SPAN = re.compile(r"([0-9]+)-[0-9]+")
UNVERIFIED = "unverified"


def build(raw: Raw, sources: SourceRegister) -> pd.DataFrame:
    """One row per row of the register; BuildError where one has no place or is not in it."""
    register = targets.build(raw, sources)
    places = registers.read(PLACES_FILE, "target_id").set_index("target_id")
    unplaced = sorted(set(register["target_id"]) - set(places.index))
    if unplaced:
        raise BuildError(f"{PLACES_FILE}: say where {', '.join(unplaced)} belong.")
    own = places.loc[register["target_id"]].reset_index()
    said = [
        _said(text, unit)
        for text, unit in zip(register["value_text"], register["unit"], strict=True)
    ]
    extra = pd.DataFrame(
        {
            "qualifier": [qualifier for qualifier, _ in said],
            "bound": [bound for _, bound in said],
            "flag": [_flag(one) for one in register["target_id"]],
            "pinyin": [_spoken(row) for row in register.to_dict("records")],
        }
    )
    return own.join(extra)


def build_series(raw: Raw, sources: SourceRegister) -> pd.DataFrame:
    """One row per target whose latest value a table holds: which series, read by which rule."""
    rows = registers.read(SERIES_FILE)
    known = set(targets.build(raw, sources)["target_id"])
    rows = rows[rows["target_id"].isin(known)]
    wrong = sorted(set(rows["rule"]) - set(RULES))
    if wrong:
        raise BuildError(
            f"{SERIES_FILE}: no rule {', '.join(wrong)}; there are {', '.join(RULES)}."
        )
    return rows.assign(is_comparable=rows["is_comparable"] == "True")


def _said(text: str, unit: str) -> tuple[str | None, float | None]:
    """Return how a number is qualified, and the number; neither where the value is no number."""
    if unit == "year":
        return None, None
    span, plain = SPAN.fullmatch(text), SAID.fullmatch(text)
    if span:
        return "at least", float(span.group(1))
    if plain is None:
        return None, None
    return QUALIFIERS.get(plain.group(1) or ""), float(plain.group(2))


def _flag(target_id: str) -> str | None:
    return targets.MISFILED_FLAG if target_id in targets.MISFILED else None


def _spoken(row: dict[object, str]) -> str:
    """Return the Chinese words of a row in pinyin, whole and by initials."""
    words = [chinese(name, row[name]) for name in SEARCHED]
    return " ".join(pinyin.spoken(one) for one in words)
