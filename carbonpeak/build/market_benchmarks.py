"""Benchmarks and balance values of power units by class, year and carrier."""

import pandas as pd

from carbonpeak.build.market_sources import publisher, readable_source, standing_of
from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import BuildError, Columns, declare
from carbonpeak.build.sources import NOTICE_TERMS, SourceRegister
from carbonpeak.data.catalogue import Text

FILE = "market/ets_power_benchmarks_2019_2026.csv"
TABLE = declare(
    "market_benchmarks",
    Text("发电机组配额基准值和平衡值", "Benchmarks and balance values of power units"),
    Columns("year unit_class carrier kind value unit output_basis rule_status standing source_id"),
    "year unit_class carrier kind",
    format="csv",
    licence=NOTICE_TERMS,
    citation="Ministry of Ecology and Environment, plans of total allowances and allocation",
)

# Both languages name the classes in words.py; these are their codes.
CLASSES = {
    "coal conventional above 300 MW class": "coal_above_300",
    "coal conventional 300 MW class and below": "coal_to_300",
    "coal unconventional (gangue, slurry, CFB)": "coal_unconventional",
    "gas": "gas",
}
KINDS = {"benchmark": "benchmark", "balance value": "balance"}
CARRIERS = ("electricity", "heat")
BASES = {
    "per MWh supplied (net)": "supplied",
    "per MWh generated (gross)": "generated",
    "per GJ heat supplied": "heat_supplied",
}
# The plan for 2023 and later counts power generated, those before power supplied. Where a year
# breaks this rule the fault "benchmark_basis_break" is another one, and the build stops.
GENERATED_FROM = 2023


def build(raw: Raw, sources: SourceRegister) -> pd.DataFrame:
    """One row per year, class, carrier and kind; a plan for two years is two rows."""
    rows = raw.csv(FILE)
    table = pd.DataFrame(
        {
            "year": [_years(period) for period in rows["vintage"]],
            "unit_class": _known(rows["unit_class"], CLASSES),
            "carrier": rows["what"].str.split(" ").str[0],
            "kind": _known(rows["what"].str.split(" ", n=1).str[1], KINDS),
            "value": rows["value"],
            "unit": rows["unit"],
            "output_basis": _known(rows["basis"], BASES),
            "rule_status": rows["status"],
            "standing": rows["standing"].map(standing_of),
            "source_id": _cited(rows, sources),
        }
    ).explode("year", ignore_index=True)
    _check_basis(table)
    return table


def _years(period: str) -> list[int]:
    first, _, last = period.partition("-")
    return list(range(int(first), int(last or first) + 1))


def _known(texts: "pd.Series[str]", codes: dict[str, str]) -> "pd.Series[str]":
    strange = sorted(set(texts) - set(codes))
    if strange:
        raise BuildError(f"{FILE}: {strange[0]!r} is none of {', '.join(codes)}.")
    return texts.map(codes)


def _cited(rows: pd.DataFrame, sources: SourceRegister) -> list[str]:
    pairs = zip(rows["document"], rows["source_url"], strict=True)
    return [
        sources.add(f"{publisher(address)}: {readable_source(document)} | {address}")
        for document, address in pairs
    ]


def _check_basis(table: pd.DataFrame) -> None:
    power = table[table["carrier"] == CARRIERS[0]]
    is_generated = power["output_basis"] == "generated"
    if (is_generated != (power["year"].astype(int) >= GENERATED_FROM)).any():
        raise BuildError(
            f"{FILE}: the basis no longer changes from supplied to generated in {GENERATED_FROM}."
        )
