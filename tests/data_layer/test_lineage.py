"""From a query to the tables it reads, as its own plan in DuckDB has them."""

import re

import pytest

from carbonpeak.data import lineage, queries
from carbonpeak.data.queries import QueryError
from carbonpeak.data.record_tables import TABLES
from tests.of_all import of_all


def test_summaries_lead_to_the_tables_they_sum():
    tables = [one.table for one in lineage.reads("regions__yearly")]
    assert tables == [
        "energy", "co2", "sectors", "energy_transformation", "value_added", "series_breaks",
    ]  # fmt: skip


def test_each_step_stands_before_what_it_reads():
    names = [one.name for one in lineage.steps("peak__series")]
    assert names == [
        "peak__series", "peak_series", "industry_cells", "industry_totals", "full_years",
    ]  # fmt: skip


def test_a_table_is_read_for_industry_where_every_way_says_so():
    found = {one.table: one.of_industry for one in lineage.reads("nation__yearly")}
    assert found["energy"]
    assert found["co2"]
    assert not found["value_added"]
    assert not {one.of_industry for one in lineage.reads("inventories__compared")} - {False}


def test_a_query_that_there_is_not_is_told():
    with pytest.raises(QueryError, match="regions__yearly"):
        lineage.reads("regions__yearl")


@of_all("name", sorted(queries.shipped()))
def test_every_table_of_a_head_stands_in_the_select(shipped, name):
    """A head that names a table too many, or none for one that is read, would lead astray."""
    tables = (table.name for table in shipped.catalogue.tables)
    known = {*lineage.summaries(), *tables, *TABLES}
    for step in lineage.steps(name):
        select = re.sub(r"--.*", "", step.sql)
        read = set(re.findall(r"(?:from|join)\s+(\w+)", select)) & known
        # A part of a select that bears the name of a table hides it.
        assert set(step.tables) == read - set(re.findall(r"(\w+) as \(", select)), step.name
