"""The tables of the store as SQLAlchemy Core knows them; ``migrations`` make them.

Rows are added, never altered: of a thing with several rows the one of the highest ``number``
counts. ``number`` is that of the entry of the audit with which a row came, so that the store as it
was after any entry can be read again. Only a made example is ever taken out, whole.
"""

from sqlalchemy import BigInteger, Boolean, Column, Double, Integer, MetaData, Table, Text

METADATA = MetaData()

# One row is one thing somebody did. It is only ever added to: triggers refuse the rest.
AUDIT = Table(
    "audit",
    METADATA,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("before_hash", Text, nullable=False),
    Column("hash", Text, nullable=False, unique=True),
)


def _record(name: str, *columns: Column[object]) -> Table:
    """Return a table of records: with the entry each came with, whose it is, whether it is made.

    The company is named among the columns where it is in the key.
    """
    is_named = any(column.name == "company_id" for column in columns)
    whose = [] if is_named else [Column("company_id", Text, nullable=False, index=True)]
    return Table(
        name,
        METADATA,
        Column("number", BigInteger, primary_key=True, autoincrement=False),
        *columns,
        *whose,
        Column("region_code", Text, nullable=False),
        Column("is_made", Boolean, nullable=False),
    )


def _key(name: str, kind: type[Text | Integer] = Text) -> Column[object]:
    # The number leads the key, so what is looked for by its name has an index of its own.
    return Column(name, kind, primary_key=True, autoincrement=False, index=kind is Text or None)


def _text(name: str) -> Column[object]:
    return Column(name, Text, nullable=False)


def _found(name: str) -> Column[object]:
    return Column(name, Text, nullable=False, index=True)


# The registered seat of a company is its ``region_code``; of all else it is where the unit stands.
COMPANIES = _record(
    "companies",
    _key("company_id"),
    _text("credit_code"),
    _text("name_zh"),
    _text("name_en"),
    _text("sector_code"),
    Column("is_removed", Boolean, nullable=False),
)

UNITS = _record(
    "units",
    _key("unit_id"),
    _text("name_zh"),
    _text("name_en"),
    _text("sector_code"),
    Column("first_year", Integer, nullable=False),
    Column("last_year", Integer),
)

ACCOUNTS = _record(
    "accounts",
    _key("account_id"),
    _text("holder"),
    Column("is_active", Boolean, nullable=False),
)

# One row is one revision of the report of a unit for a year.
REPORTS = _record(
    "reports",
    _key("report_id"),
    _key("revision", Integer),
    _found("unit_id"),
    _text("sector_code"),
    Column("year", Integer, nullable=False),
    Column("co2_t", Double, nullable=False),
    _text("why"),
)

# One row is one activity of a revision with the factor as it was when it was entered.
LINES = _record(
    "lines",
    _key("report_id"),
    _key("revision", Integer),
    _key("line", Integer),
    _text("kind"),
    _text("activity"),
    Column("quantity", Double, nullable=False),
    _text("unit"),
    _text("factor_id"),
    _text("factor_name"),
    Column("factor", Double, nullable=False),
    _text("factor_unit"),
    Column("co2_t", Double, nullable=False),
)

# One row is one step of a revision from a state to the next.
MOVES = _record(
    "moves",
    _key("report_id"),
    Column("revision", Integer, nullable=False),
    _text("from_state"),
    _text("to_state"),
    _text("at"),
    _text("who"),
    _text("why"),
)

# What a verifier found wrong; ``estimate_co2_t`` stands in for it where it is not mended.
FINDINGS = _record(
    "findings",
    _key("report_id"),
    _key("finding", Integer),
    Column("revision", Integer, nullable=False),
    _text("text"),
    _text("outcome"),
    Column("estimate_co2_t", Double),
)

PRODUCT_RECORDS = _record(
    "product_records",
    _key("record_id"),
    _found("unit_id"),
    Column("year", Integer, nullable=False),
    _text("product_zh"),
    _text("product_en"),
    Column("quantity", Double, nullable=False),
    _text("quantity_unit"),
    Column("co2e_kg_per_unit", Double, nullable=False),
    Column("is_withdrawn", Boolean, nullable=False),
)

# What everybody may see, written when a report is disclosed; a later row takes its place.
DISCLOSED = _record(
    "disclosed",
    _key("report_id"),
    Column("revision", Integer, nullable=False),
    _text("unit_id"),
    _text("company_zh"),
    _text("company_en"),
    _text("unit_zh"),
    _text("unit_en"),
    _text("sector_code"),
    Column("year", Integer, nullable=False),
    Column("co2_t", Double, nullable=False),
    Column("first_co2_t", Double, nullable=False),
    _text("why"),
    _text("at"),
)

# Every table of records, whose rows are restricted to region and company but for DISCLOSED.
RECORDS = (COMPANIES, UNITS, ACCOUNTS, REPORTS, LINES, MOVES, FINDINGS, PRODUCT_RECORDS, DISCLOSED)
