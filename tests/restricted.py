"""Tiny tables of which one is restricted: reports of firms, each with a word to look for."""

import re
from pathlib import Path

import pandas as pd

from carbonpeak.data import catalogue, table_files
from carbonpeak.data.catalogue import Catalogue, Field, Table, Text
from carbonpeak.data.scope import Scope
from tests import tiny_data

PLACES = ("110000", "320000", "330000")
FIRMS = ("f1", "f2")
TABLE = Table(
    "firm_reports",
    Text("企业报告", "Reports of firms"),
    (
        Field("company_id", "string", "", Text("企业", "firm")),
        Field("region_code", "string", "", Text("地区", "place"), required=False),
        Field("year", "integer", "", Text("年", "year")),
        Field("word", "string", "", Text("字", "word")),
        Field("co2_t", "number", "t", Text("排放", "emissions")),
    ),
    ("company_id", "word"),
    format="csv",
    licence="x",
    citation="x",
    restricted=(("region", "region_code"), ("company", "company_id")),
)
MARK = re.compile(r"secret-(\w+)-(\w+)-\d")
SCOPES = {
    "public": Scope(),
    "one place": Scope("restricted", frozenset({"320000"}), None),
    "other place": Scope("restricted", frozenset({"110000"}), None),
    "one firm": Scope("restricted", None, frozenset({"f1"})),
    "firm in place": Scope("restricted", frozenset({"330000"}), frozenset({"f2"})),
    "all": Scope("restricted", None, None),
}


def rows() -> pd.DataFrame:
    """Return two years of every firm in every place, and one row whose place is not known."""
    found = [
        (firm, place, year, f"secret-{place}-{firm}-{year - 2020}", 1.0)
        for firm in FIRMS
        for place in PLACES
        for year in (2021, 2022)
    ]
    nowhere = ("f1", None, 2021, "secret-nowhere-f1-1", 1.0)
    return pd.DataFrame([*found, nowhere], columns=[field.name for field in TABLE.fields])


def write(folder: Path) -> Path:
    """Write the tiny tables and the restricted one; return the folder."""
    tiny_data.write(folder)
    known = catalogue.load(folder).tables
    tables = (*known, table_files.write(rows(), TABLE, folder))
    catalogue.save(Catalogue(catalogue.version_of(tables), tables), folder)
    return folder


def seen(text: str) -> set[tuple[str, str]]:
    """Return whose rows a text shows: pairs of place and firm."""
    return set(MARK.findall(text))


def allowed(scope: Scope) -> set[tuple[str, str]]:
    """Return whose rows a scope may see, reckoned here from its codes alone."""
    found = {
        (place, firm)
        for place in PLACES
        for firm in FIRMS
        if scope.regions is None or place in scope.regions
        if scope.companies is None or firm in scope.companies
    }
    nowhere = scope.regions is None and (scope.companies is None or "f1" in scope.companies)
    return found | ({("nowhere", "f1")} if nowhere else set())
