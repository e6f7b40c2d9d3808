"""What the source files on green manufacturing and later facts of policy must be like."""

from carbonpeak.data.reading.layout import Bounds, Layout

KINDS = frozenset({"green factory", "green industrial park", "green supply-chain firm"})
BATCHES = frozenset({"1", "2", "3", "4", "5", "2021"})
COUNT = Bounds(low=1)

LAYOUTS: dict[str, Layout] = {
    "green/green_manufacturing_by_province_batch_2017_2021.csv": Layout(
        ("kind", "batch", "province_code", "province", "value", "list_date", "unit", "source"),
        ("kind", "batch", "province_code"),
        filled=("list_date",),
        numbers={"value": COUNT},
        allowed={
            "kind": KINDS,
            "batch": BATCHES,
            "unit": frozenset({"count of listed entities, new in that batch"}),
        },
    ),
    "green/green_manufacturing_entities_2017_2021.csv.gz": Layout(
        ("kind", "batch", "list_date", "province_code", "name_zh", "url", "sector_by_name"),
        ("kind", "batch", "province_code", "name_zh"),
        filled=("list_date", "url"),
        allowed={"kind": KINDS, "batch": BATCHES},
    ),
    "green/green_factories_by_province_batch_sector_derived.csv": Layout(
        ("batch", "province_code", "sector_by_name", "value"),
        ("batch", "province_code", "sector_by_name"),
        numbers={"value": COUNT},
        allowed={"batch": BATCHES},
    ),
    "policy/policy_facts_2026.csv": Layout(
        (
            "id",
            "date",
            "system",
            "what",
            "value",
            "unit",
            "source",
            "source_url",
            "standing",
            "note",
        ),
        ("id",),
        filled=("date", "system", "what", "value", "source", "standing"),
    ),
    "policy/provincial_industrial_targets_additions.csv": Layout(
        (
            "indicator",
            "province_code",
            "province",
            "sector",
            "target_year",
            "value",
            "unit",
            "document",
            "source_url",
            "evidence",
            "confidence",
            "note",
        ),
        ("indicator", "province_code"),
        filled=("target_year", "value", "unit", "document", "source_url"),
        years=("target_year",),
        allowed={
            "evidence": frozenset({"secondary"}),
            "confidence": frozenset({"high", "medium", "low"}),
        },
    ),
}
