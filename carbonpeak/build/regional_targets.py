"""Regional targets: what nation and provinces promised for 2025 and what they have reported."""

import re

import pandas as pd

from carbonpeak.build import targets
from carbonpeak.build.notes import readable, with_provenance
from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import Columns, declare, fault
from carbonpeak.build.sources import NOTICE_TERMS, SourceRegister
from carbonpeak.data.catalogue import Text
from carbonpeak.thresholds import TARGET_FALLS_PCT

FILE = "policy/targets_progress_14fyp.csv"
TABLE = declare(
    "regional_targets",
    Text("各地区“十四五”节能降碳目标与进展", "Targets and progress by region, 2021-2025"),
    Columns(
        "region_code measure kind year change_pct qualifier is_preferred note standing source_id",
        optional="qualifier note",
    ),
    # The source belongs to the key: where two documents give the same target, both rows stay.
    "region_code measure kind year source_id",
    format="csv",
    licence=NOTICE_TERMS,
    citation="Policy documents of the nation and the provinces, as cited row by row",
)

MEASURES = {
    "energy_per_gdp": "energy_per_gdp",
    "energy_per_industrial_va": "energy_per_value_added",
    "co2_per_gdp": "co2_per_gdp",
}
KINDS = {
    "target_2020_2025": "target",
    "progress_cum": "progress_cumulative",
    "progress_annual": "progress_year",
    "progress_q1": "progress_quarter",
    "progress_month_yoy": "progress_month",
}
SOURCE_INDICATOR = re.compile(r"(target|progress)_(\w+)_change_(\w+)")

# Read in this order in the note as the source words it; the first that fits qualifies the figure.
QUALIFIERS = {
    "at least": r"\(at least\)",
    "about": r"\babout\b",
    "draft": r"\bdraft\b",
    "earlier plan": r"^earlier plan$",
    "revised method": r"\b(revised|new) method\b",
    "old method": r"\bold method\b",
}
# Reposts of government documents are published figures, but for a press report on a draft and for a
# page that its finder wants verified.
UNVERIFIED = r"verify against|report on the draft"

# Peaking plans of provinces in the register of targets; it alone has their CO2 per value added.
REGISTER_PLANS = {
    "Jiangsu industrial peaking plan": "320000",
    "Zhejiang industrial peaking plan": "330000",
}
REGISTER_MEASURES = {
    "energy per unit of value added": "energy_per_value_added",
    "CO2 per unit of value added": "co2_per_value_added",
}
REGISTER_VALUE = re.compile(r"(>=)?(\d+(?:\.\d+)?)(?: \(strive (\d+)\))?")


def build(raw: Raw, sources: SourceRegister) -> pd.DataFrame:
    """One row per region, measure, kind, year and source."""
    reposts = _reposts(raw.csv(FILE), sources)
    plans = _plans(raw.csv(targets.FILE), sources)
    rows = pd.concat([plans, reposts], ignore_index=True)
    _refuse_absurd(rows)
    return rows.assign(is_preferred=preferred(rows))


def _refuse_absurd(rows: pd.DataFrame) -> None:
    """BuildError for a target that is no fall of a size that a region was ever given."""
    least, most = TARGET_FALLS_PCT
    targets_of = rows[rows["kind"] == "target"]
    absurd = targets_of[~targets_of["change_pct"].between(-most, -least)]
    for row in absurd.to_dict("records"):
        named = {str(name): row[name] for name in ("region_code", "measure", "year", "change_pct")}
        raise fault(
            "absurd_target", file=f"{FILE}, {targets.FILE}", least=least, most=most, **named
        )


def _reposts(source: pd.DataFrame, sources: SourceRegister) -> pd.DataFrame:
    notes = [note or "" for note in source["note"]]
    measures, kinds = zip(*map(_measure_and_kind, source["indicator"]), strict=True)
    return pd.DataFrame(
        {
            "region_code": source["province_code"],
            "measure": measures,
            "kind": kinds,
            "year": source["year"],
            "change_pct": source["value"].astype(float),
            "qualifier": [_qualifier(note) for note in notes],
            "note": [readable(note) for note in notes],
            "standing": [
                "unverified" if re.search(UNVERIFIED, note) else "published" for note in notes
            ],
            "source_id": [sources.add(readable(text) or "") for text in source["source"]],
            "is_plan_text": False,
        }
    )


def _plans(source: pd.DataFrame, sources: SourceRegister) -> pd.DataFrame:
    rows = source[
        source["policy"].isin(REGISTER_PLANS) & source["indicator"].isin(REGISTER_MEASURES)
    ]
    if len(rows) != len(REGISTER_PLANS) * len(REGISTER_MEASURES):
        raise fault("peaking_plans", file=targets.FILE, found=len(rows))
    rows = with_provenance(rows, sources)
    values = [_register_value(text) for text in rows["value_text"]]
    qualifiers = [qualifier for qualifier, _, _ in values]
    notes = map(_plan_note, rows["scope_note"], [aim for _, _, aim in values])
    return rows.assign(
        region_code=rows["policy"].map(REGISTER_PLANS),
        measure=rows["indicator"].map(REGISTER_MEASURES),
        kind="target",
        year=rows["target_year"],
        change_pct=[-fall for _, fall, _ in values],
        qualifier=pd.Series(qualifiers, rows.index, dtype=object),
        note=pd.Series(list(notes), rows.index, dtype=object),
        is_plan_text=True,
    )


def _plan_note(note: str | None, aim: str | None) -> str | None:
    words = [readable(note), f"strive for {aim} %" if aim else None]
    return "; ".join(filter(None, words)) or None


def _measure_and_kind(indicator: str) -> tuple[str, str]:
    match = SOURCE_INDICATOR.fullmatch(indicator)
    kind = match and KINDS.get(f"{match[1]}_{match[3]}")
    if match is None or kind is None or match[2] not in MEASURES:
        raise fault("indicator", file=FILE, found=indicator)
    return MEASURES[match[2]], kind


def _qualifier(note: str) -> str | None:
    return next((name for name, sign in QUALIFIERS.items() if re.search(sign, note)), None)


def _register_value(text: str) -> tuple[str | None, float, str | None]:
    """Return qualifier, fall in percent and aim beyond it of a text such as ">=16 (strive 18)"."""
    match = REGISTER_VALUE.fullmatch(text)
    if match is None:
        raise fault("no_fall", file=targets.FILE, found=repr(text))
    return ("at least" if match[1] else None), float(match[2]), match[3]


def preferred(rows: pd.DataFrame) -> "pd.Series[bool]":
    """Mark one row per region, measure, kind and year: the figure the product shows.

    Several documents may give one target. Verified figures come first, then plans in force before
    earlier ones, then the text of the province's industrial peaking plan before a repost of its
    energy-saving plan.
    """
    ranked = pd.DataFrame(
        {
            "unverified": rows["standing"] == "unverified",
            "superseded": rows["qualifier"] == "earlier plan",
            "repost": ~rows["is_plan_text"],
        }
    ).join(rows[["region_code", "measure", "kind", "year"]])
    ranked = ranked.sort_values(["unverified", "superseded", "repost"], kind="stable")
    first = ~ranked.duplicated(["region_code", "measure", "kind", "year"])
    return first.reindex(rows.index)
