"""Find the rows of one company, unit or report without reading all."""

from alembic import op

revision = "0003"
down_revision = "0002"

FOUND = (
    ("companies", "company_id"),
    ("units", "unit_id"),
    ("accounts", "account_id"),
    ("reports", "report_id"),
    ("reports", "unit_id"),
    ("lines", "report_id"),
    ("moves", "report_id"),
    ("findings", "report_id"),
    ("product_records", "record_id"),
    ("product_records", "unit_id"),
    ("disclosed", "report_id"),
)


def upgrade() -> None:
    """Make an index for each."""
    for table, column in FOUND:
        op.create_index(f"ix_{table}_{column}", table, [column])
