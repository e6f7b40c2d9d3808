"""Monthly figures after the last inventories: industry, prices, power, output of energy."""

import re

import pandas as pd

from carbonpeak.build.notes import readable
from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import BuildError, Columns, declare, standing
from carbonpeak.build.sources import SourceRegister
from carbonpeak.data.catalogue import Text

INDUSTRY = "monthly/industry_monthly_national_2016_2026.csv"
POWER = "monthly/power_generation_monthly_ember_2020_2026.csv"
OUTPUT = "monthly/nbs_energy_production_2026.csv"
OFFICIAL = "official/01_industrial_energy_intensity.csv"
TABLE = declare(
    "monthly_statistics",
    Text("月度统计", "Monthly statistics"),
    Columns(
        "series_code period month month_count value unit change_on_year_pct released_on standing "
        "source_id",
        optional="change_on_year_pct released_on",
    ),
    "series_code period",
    format="csv",
    licence="Facts of NBS; Ember CC BY 4.0; cite as row by row",
    citation="National Bureau of Statistics and Ember, as cited row by row",
)

# The month of the intensity stands among the official statistics: here it is only compared.
REPEATED = "energy per value added, above-scale industry, year on year"
SERIES = {
    "above-scale industrial value added, real, year on year": "value_added_growth",
    "producer price index, year on year": "producer_prices",
}
OUTPUTS = {
    "raw coal output": ("raw_coal", "Mt"),
    "natural gas output": ("natural_gas", "bn m3"),
    "crude oil output": ("crude_oil", "Mt"),
}
# Column of the file, series, unit, standing: the intensity is an estimate of its publisher.
GENERATION = (
    ("demand_twh", "power_demand", "TWh", "published"),
    ("coal_twh", "coal_power", "TWh", "published"),
    ("fossil_twh", "fossil_power", "TWh", "published"),
    ("clean_twh", "clean_power", "TWh", "published"),
    ("carbon_intensity_gco2_per_kwh", "grid_intensity", "g/kWh", "estimated"),
)
# The beginning of a source as the file words it.
SOURCES = {
    "akshare (release calendar)": "nbs-months-calendar",
    "NBS via DBnomics": "nbs-months-dbnomics",
    "NBS via akshare": "nbs-prices-months",
    "derived: August 2026 is 0.7 points above July": "nbs-july-2026-derived",
    "NBS monthly energy release": "nbs-energy-months",
}
PERIOD = re.compile(r"(\d{4})-(?:(01)/(02)|(0[1-9]|1[0-2]))")
RELEASED = re.compile(r"release date (\d{4}-\d{2}-\d{2})")


def build(raw: Raw, sources: SourceRegister) -> pd.DataFrame:
    """One row per series and period; January and February may be one period."""
    rows = pd.concat([_industry(raw, sources), _power(raw), _output(raw)], ignore_index=True)
    periods = [period(text) for text in rows["period"]]
    return rows.assign(
        month=[month for month, _ in periods], month_count=[count for _, count in periods]
    )


def period(text: str) -> tuple[str, int]:
    """Return the last month of a period and how many months it has; BuildError for other forms."""
    match = PERIOD.fullmatch(text)
    if match is None:
        raise BuildError(
            f"monthly, column month: {text!r} is no month such as 2026-03 or 2026-01/02."
        )
    return f"{match[1]}-{match[3] or match[4]}", 2 if match[3] else 1


def source(text: str) -> str:
    """Return the id of a source as a file words it; BuildError for one that is not known."""
    found = [name for beginning, name in SOURCES.items() if text.startswith(beginning)]
    if not found:
        raise BuildError(f"monthly, column source: {text!r} is no known source.")
    return found[0]


def _industry(raw: Raw, sources: SourceRegister) -> pd.DataFrame:
    rows, official = raw.csv(INDUSTRY), raw.csv(OFFICIAL)
    repeated = rows[rows["what"] == REPEATED]
    _compare_intensity(repeated, official)
    told = _told(repeated, official, sources)
    rows = rows[rows["what"] != REPEATED]
    return pd.DataFrame(
        {
            "series_code": rows["what"].map(SERIES),
            "period": rows["month"],
            "value": rows["value"].astype(float),
            "unit": rows["unit"],
            "change_on_year_pct": None,
            "released_on": [_released(note) for note in rows["note"]],
            "standing": [standing(one) for one in rows["standing"]],
            "source_id": [told.get(one) or source(one) for one in rows["source"]],
        }
    )


def _told(
    repeated: pd.DataFrame, official: pd.DataFrame, sources: SourceRegister
) -> dict[str, str]:
    """Return the id of the press conference that told the intensity: it told the growth too.

    It stands among the official statistics under the name by which it is cited there.
    """
    cited = official.set_index("year")["source"]
    return {
        text: sources.add(readable(cited[month]) or "")
        for text, month in zip(repeated["source"], repeated["month"], strict=True)
    }


def _released(note: str | None) -> str | None:
    match = RELEASED.fullmatch(note or "")
    return match[1] if match else None


def _compare_intensity(rows: pd.DataFrame, official: pd.DataFrame) -> None:
    """Refuse a month of the intensity that the official statistics do not have as it stands."""
    known = set(zip(official["year"], official["value"].astype(float), strict=True))
    for month, value in zip(rows["month"], rows["value"].astype(float), strict=True):
        if (month, value) not in known:
            raise BuildError(f"{INDUSTRY}: {month}, {value} is not the figure of {OFFICIAL}.")


def _power(raw: Raw) -> pd.DataFrame:
    rows = raw.csv(POWER)
    parts = [
        pd.DataFrame(
            {
                "series_code": series,
                "period": rows["month"],
                "value": rows[column].astype(float),
                "unit": unit,
                "change_on_year_pct": None,
                "released_on": None,
                "standing": kind,
                "source_id": "ember-months",
            }
        )
        for column, series, unit, kind in GENERATION
    ]
    return pd.concat(parts, ignore_index=True)


def _output(raw: Raw) -> pd.DataFrame:
    rows = raw.csv(OUTPUT)
    # The source is written out once; the other rows say that theirs is the same.
    sources = rows["source"].where(rows["source"] != "same", None).ffill()
    return pd.DataFrame(
        {
            "series_code": [OUTPUTS[what][0] for what in rows["what"]],
            "period": rows["month"],
            "value": rows["value"].astype(float),
            "unit": rows["unit"],
            "change_on_year_pct": rows["yoy_pct"].astype(float),
            "released_on": None,
            "standing": [standing(one) for one in rows["standing"]],
            "source_id": [source(one) for one in sources],
        }
    )
