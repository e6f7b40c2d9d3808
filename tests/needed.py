"""What must be chosen before a figure shows anything, by the name of the figure."""

from tests import records

PROVINCE = {"region": "320000"}
SEVERAL = {"chosen": "320000,330000,130000"}
# What shows own figures alone, of which none are shipped.
OF_OWN_FIGURES = {"facility_sums", "market_own_spread", "market_own_units", "market_quotes"}
NEEDED = {
    "region_path": PROVINCE,
    "region_fuels": PROVINCE,
    "region_sectors": PROVINCE,
    "footprint_compared": {"other": "steel"},
    "reporting_completeness": records.CHOSEN,
    "reporting_overdue": records.CHOSEN,
    **dict.fromkeys(
        ("reporting_states", "reporting_emissions", "reporting_verified", "reporting_disclosed"),
        {"reported": records.CHOSEN["reported"]},
    ),
    "reporting_company": {"company": "a"},
    "reporting_products": {"company": "a"},
    "reporting_findings": {"company": "b"},
    "reporting_changes": {"company": "a"},
    "compare_lines": SEVERAL,
    "compare_bars": SEVERAL,
    "compare_table": SEVERAL,
}


def codes(name: str) -> tuple[tuple[str, str], ...]:
    """Return what is chosen for a figure in tests, nothing for most."""
    return tuple(NEEDED.get(name, {}).items())
