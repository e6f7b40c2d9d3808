"""Companies, units, accounts, reports, what became of them, product records."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

TEXT, INTEGER, NUMBER, TRUTH = sa.Text, sa.Integer, sa.Double, sa.Boolean
WHOSE = (("company_id", TEXT), ("region_code", TEXT), ("is_made", TRUTH))
# By table: the columns of its key after the number, the other columns, those that may be empty.
TABLES: dict[str, tuple[Any, Any, set[str]]] = {
    "companies": (
        (("company_id", TEXT),),
        (
            *((name, TEXT) for name in ("credit_code", "name_zh", "name_en", "sector_code")),
            ("is_removed", TRUTH),
            ("region_code", TEXT),
            ("is_made", TRUTH),
        ),
        set(),
    ),
    "units": (
        (("unit_id", TEXT),),
        (
            *((name, TEXT) for name in ("name_zh", "name_en", "sector_code")),
            ("first_year", INTEGER),
            ("last_year", INTEGER),
            *WHOSE,
        ),
        {"last_year"},
    ),
    "accounts": (
        (("account_id", TEXT),),
        (("holder", TEXT), ("is_active", TRUTH), *WHOSE),
        set(),
    ),
    "reports": (
        (("report_id", TEXT), ("revision", INTEGER)),
        (
            ("unit_id", TEXT),
            ("sector_code", TEXT),
            ("year", INTEGER),
            ("co2_t", NUMBER),
            ("why", TEXT),
            *WHOSE,
        ),
        set(),
    ),
    "lines": (
        (("report_id", TEXT), ("revision", INTEGER), ("line", INTEGER)),
        (
            ("kind", TEXT),
            ("activity", TEXT),
            ("quantity", NUMBER),
            *((name, TEXT) for name in ("unit", "factor_id", "factor_name")),
            ("factor", NUMBER),
            ("factor_unit", TEXT),
            ("co2_t", NUMBER),
            *WHOSE,
        ),
        set(),
    ),
    "moves": (
        (("report_id", TEXT),),
        (
            ("revision", INTEGER),
            *((name, TEXT) for name in ("from_state", "to_state", "at", "who", "why")),
            *WHOSE,
        ),
        set(),
    ),
    "findings": (
        (("report_id", TEXT), ("finding", INTEGER)),
        (
            ("revision", INTEGER),
            ("text", TEXT),
            ("outcome", TEXT),
            ("estimate_co2_t", NUMBER),
            *WHOSE,
        ),
        {"estimate_co2_t"},
    ),
    "product_records": (
        (("record_id", TEXT),),
        (
            ("unit_id", TEXT),
            ("year", INTEGER),
            ("product_zh", TEXT),
            ("product_en", TEXT),
            ("quantity", NUMBER),
            ("quantity_unit", TEXT),
            ("co2e_kg_per_unit", NUMBER),
            ("is_withdrawn", TRUTH),
            *WHOSE,
        ),
        set(),
    ),
    "disclosed": (
        (("report_id", TEXT),),
        (
            ("revision", INTEGER),
            *(
                (name, TEXT)
                for name in ("unit_id", "company_zh", "company_en", "unit_zh", "unit_en")
            ),
            ("sector_code", TEXT),
            ("year", INTEGER),
            ("co2_t", NUMBER),
            ("first_co2_t", NUMBER),
            ("why", TEXT),
            ("at", TEXT),
            *WHOSE,
        ),
        set(),
    ),
}


def upgrade() -> None:
    """Make the tables, and an index by company where it is not in the key."""
    for name, (key, others, may_be_empty) in TABLES.items():
        op.create_table(
            name,
            sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
            *(sa.Column(one, kind, primary_key=True, autoincrement=False) for one, kind in key),
            *(sa.Column(one, kind, nullable=one in may_be_empty) for one, kind in others),
        )
        if WHOSE[0] in others:
            op.create_index(f"ix_{name}_company_id", name, ["company_id"])
