"""The nowcast of the industrial energy intensity 2023-2025, by three methods, from growth rates.

No official figure was found for these years. Each method guesses how industry's energy grew; the
growth of value added above designated size is official and the same for all.
"""

from typing import Any

import pandas as pd

from carbonpeak.findings import nowcast_inputs as given
from carbonpeak.findings.nowcast_inputs import METHODS
from carbonpeak.findings.official import RANK, official_index
from carbonpeak.findings.view import Ask
from carbonpeak.indicators import nowcast as rules
from carbonpeak.indicators.progress import chain
from carbonpeak.thresholds import BASE_YEAR


def methods(ask: Ask) -> pd.DataFrame:
    """Return what each method gives, one row per method.

    Columns, fractions: a year's change (2021 ... 2025), ``hindcast`` (the method's own 2021-2022),
    ``miss`` (hindcast less official), ``cumulative`` (2020-2025: official to the last official
    year, the method from there), ``corrected`` (the same if the method went on missing as before);
    ``standing``: estimated, or unverified where an input is recalled.
    """
    standings = _standings(ask)
    rows = {
        method: _outcome(ask, own) | {"standing": standings[str(method)]}
        for method, own in yearly(ask).items()
    }
    return pd.DataFrame.from_dict(rows, orient="index")


def output_throughout(ask: Ask) -> "pd.Series[Any]":
    """Return a row as in ``methods`` for physical output of the same divisions in every year.

    A variant that shows what the divisions without output of the last year do; no method.
    """
    energy = given.by_output(ask, steady=True)["growth"]
    own = rules.intensity_changes(energy, given.fractions(given.value_added(ask)))
    return pd.Series(_outcome(ask, own) | {"standing": _standings(ask)["output"]})


def _outcome(ask: Ask, own: "pd.Series[float]") -> dict[Any, Any]:
    """Return a method's yearly changes, hindcast, miss, outcome and correction."""
    last, known = official_end(ask)
    hindcast = chain(own.loc[:last])
    ahead = rules.chained(known, own.loc[last + 1 :])
    end, behind = float(ahead.iloc[-1]), last - BASE_YEAR
    return {
        **own.to_dict(),
        "hindcast": hindcast,
        "miss": hindcast - known,
        "cumulative": end,
        "corrected": rules.corrected(end, hindcast, known, behind, len(ahead)),
    }


def yearly(ask: Ask) -> pd.DataFrame:
    """Return the yearly change of the intensity by year and method, fractions."""
    added = given.fractions(given.value_added(ask))
    energy = {
        "total_energy": given.fractions(given.total_energy(ask)),
        "electricity": given.electricity(ask),
        "output": given.by_output(ask)["growth"],
    }
    return pd.DataFrame(
        {method: rules.intensity_changes(energy[method], added) for method in METHODS}
    )


def index_lines(ask: Ask) -> pd.DataFrame:
    """Return each method's index from the last official year on, 2020 = 100, by year."""
    last, known = official_end(ask)
    ahead = yearly(ask).loc[last + 1 :].apply(lambda own: rules.chained(known, own))
    return 100 * (1 + pd.concat([pd.DataFrame(known, [last], ahead.columns), ahead]))


def official_end(ask: Ask) -> tuple[int, float]:
    """Return the last year with an official figure, and its change since 2020, a fraction."""
    official = official_index(ask)
    return int(official.index[-1]), float(official.iloc[-1]) / 100 - 1


def _standings(ask: Ask) -> dict[str, str]:
    inputs = given.every(ask)
    weakest = inputs["standing"].map(RANK).groupby(inputs["method"]).max()
    recalled = RANK["unverified"]
    return {
        method: "unverified" if weakest[method] >= recalled else "estimated" for method in METHODS
    }
