"""Energy or CO2 by group of fuels over the years, for a province or a division."""

import pandas as pd
import plotly.graph_objects as go

from carbonpeak.charts import bars
from carbonpeak.charts.style import FUEL_FILL
from carbonpeak.exhibits.exhibit import Exhibit
from carbonpeak.exhibits.origin import FIRST_YEAR, QUANTITY, QUANTITY_SOURCES, fault_words
from carbonpeak.findings.view import Ask
from carbonpeak.wording import Lang, say
from carbonpeak.wording.numbers import TCE_PER_1E4_TCE, co2, co2_scale, energy, is_missing, percent

STANDINGS: dict[str, tuple[str, ...]] = {
    "energy": ("published",),
    "co2": ("published", "reconstructed"),
}


def of_region(ask: Ask, lang: Lang, measure: str, region_code: str, name: str) -> Exhibit | None:
    """Return a province's industry by group of fuels, None where no inventory covers it."""
    wide = _by_group(ask("fuels__of_industry", region_code=region_code), measure)
    rows = ask("regions__yearly", region_code=region_code, first_year=FIRST_YEAR)
    return _exhibit(
        "region_fuels", wide, lang, measure, name, name, _withheld(ask, rows, measure, lang)
    )


def of_sector(ask: Ask, lang: Lang, measure: str, sector_code: str, name: str) -> Exhibit | None:
    """Return a division by group of fuels over the provinces with a usable split, or None."""
    wide = _by_group(ask("fuels__of_sector", sector_code=sector_code), measure)
    rows = ask("sectors__yearly", region_code=None, first_year=FIRST_YEAR)
    own = rows[rows["sector_code"] == sector_code]
    notes = (say("sectors.scope_note", lang), *_withheld(ask, own, measure, lang))
    return _exhibit("sector_fuels", wide, lang, measure, name, say("sectors.scope", lang), notes)


def _withheld(ask: Ask, rows: pd.DataFrame, measure: str, lang: Lang) -> tuple[str, ...]:
    """Return what must be said where a cement cell is withheld: the bars of that year lack it."""
    if measure != "co2" or not rows["co2_withheld"].any():
        return ()
    return (fault_words(ask, "cement_implausible", lang),)


def _by_group(rows: pd.DataFrame, measure: str) -> pd.DataFrame:
    """Return one row per year and one column per group of fuels."""
    column = QUANTITY[measure]
    rows = rows[(rows["year"] >= FIRST_YEAR) & rows[column].notna()]
    return rows.pivot(index="year", columns="fuel_group", values=column)


def _exhibit(
    key: str,
    wide: pd.DataFrame,
    lang: Lang,
    measure: str,
    name: str,
    scope: str,
    notes: tuple[str, ...] = (),
) -> Exhibit | None:
    if wide.empty:
        return None
    title = _title(wide, name, lang)
    dash = "—" if lang == "zh" else "-"
    words = {
        "quantity": say(f"sectors.{measure}", lang),
        "unit": say(f"unit.{measure}", lang),
        "scope": scope,
        "period": f"{wide.index[0]}{dash}{wide.index[-1]}",
    }
    return Exhibit(
        name=key,
        title=title,
        subtitle=say("sectors.fuels.sub", lang, **words),
        alt=title,
        chart=_chart(wide, lang, measure),
        table=_table(wide, lang, measure),
        standings=STANDINGS[measure],
        source_ids=QUANTITY_SOURCES[measure],
        notes=notes,
    )


def _title(wide: pd.DataFrame, name: str, lang: Lang) -> str:
    """Return which group is largest in the last year."""
    last = wide.iloc[-1].sort_values(ascending=False)
    return say(
        "sectors.fuels.title",
        lang,
        name=name,
        fuel=say(f"fuel.{last.index[0]}", lang),
        share=percent(last.iloc[0] / wide.iloc[-1].sum(), 0),
        year=wide.index[-1],
    )


def _chart(wide: pd.DataFrame, lang: Lang, measure: str) -> go.Figure:
    scale = TCE_PER_1E4_TCE if measure == "energy" else co2_scale(lang)
    scaled = wide.fillna(0) / scale
    groups = {str(group): list(scaled[group]) for group in scaled.columns}
    years = [int(year) for year in wide.index]
    return bars.stacked(years, groups, _names(lang), say(f"unit.{measure}", lang))


def _table(wide: pd.DataFrame, lang: Lang, measure: str) -> pd.DataFrame:
    years = {say("column.year", lang): [str(year) for year in wide.index]}
    cells = {
        name: [_shown(value, lang, measure) for value in wide[group]]
        for group, name in _names(lang).items()
        if group in wide
    }
    return pd.DataFrame(years | cells)


def _shown(value: float, lang: Lang, measure: str) -> str:
    if is_missing(value):
        return say("missing.no_data", lang)
    return energy(value, 1) if measure == "energy" else co2(value, lang, 1)


def _names(lang: Lang) -> dict[str, str]:
    return {group: say(f"fuel.{group}", lang) for group in FUEL_FILL}
