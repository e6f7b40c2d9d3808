"""The definitions of the page Data and methods, their numbers taken from the tables."""

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import sectors
from carbonpeak.indicators.progress import yearly_rate
from carbonpeak.thresholds import BASE_YEAR, CO2_TARGET, ENERGY_TARGET, JUMP_SHARE, PRICE_GAP
from carbonpeak.topics.methods.words import DEFINITIONS
from carbonpeak.words.numbers import as_written, number, percent
from carbonpeak.words.sentences import moved
from carbonpeak.words.speaker import Speaker


def definitions(data: Dataset, tell: Speaker) -> tuple[str, ...]:
    """Return every definition in the order in which a reader wants them."""
    values = {
        "covered": len(sectors.coverage(data).covered),
        "gap": number(100 * PRICE_GAP),
        "jump": percent(JUMP_SHARE, 0),
        "rates": tell.listed(_rate(target, tell) for target in (ENERGY_TARGET, CO2_TARGET)),
        **_co2_years(data, tell),
        **_growth(data, tell),
    }
    return tuple(tell(key, **values) for key in DEFINITIONS)


def _rate(target: float, tell: Speaker) -> str:
    """Return the steady yearly fall that a target of five years asks for."""
    rate = percent(yearly_rate(target), 2)
    return tell("methods.rate", target=as_written(target), rate=rate)


def _co2_years(data: Dataset, tell: Speaker) -> dict[str, str]:
    """Return the years of the published inventories of CO2, and of the reconstructed ones."""
    rows = data.ask("nation__yearly").dropna(subset=["co2_t"])
    years = rows.groupby("co2_standing")["year"]
    return {
        kind: tell.years(years.min()[kind], years.max()[kind])
        for kind in ("published", "reconstructed")
    }


def _growth(data: Dataset, tell: Speaker) -> dict[str, str]:
    """Return the real growth of industry since the base year: each year, and all together."""
    rows = data.ask("nation__yearly").set_index("year")["value_added_real_cny"].dropna()
    added = rows.loc[BASE_YEAR : data.last_year]
    yearly = added.pct_change().dropna()
    return {
        "growth": tell.listed(
            tell("methods.growth", year=year, moved=moved(rate, tell, amount=True))
            for year, rate in yearly.items()
        ),
        "span": tell.years(BASE_YEAR, int(added.index[-1])),
        "whole_growth": moved(added.iloc[-1] / added.iloc[0] - 1, tell, amount=True),
    }
