"""The nowcast of the industrial energy intensity up to 2025, by three methods, from growth rates.

For the years after the last official figure each method guesses how industry's energy grew; the
growth of value added above designated size is official and the same for all.
"""

from typing import Any

import pandas as pd

from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.domain.official import RANK, official_index
from carbonpeak.indicators import nowcast as rules
from carbonpeak.indicators.progress import chain
from carbonpeak.thresholds import BASE_YEAR
from carbonpeak.topics.outlook import analysis_inputs
from carbonpeak.topics.outlook.analysis_inputs import METHODS


@once_per_dataset
def methods(data: Dataset) -> pd.DataFrame:
    """Return what each method gives, one row per method.

    Columns, fractions: a year's change (2021 ... 2025), ``hindcast`` (the method's own up to
    the last official year), ``miss`` (hindcast less official), ``cumulative`` (2020-2025: official
    to the last official year, the method from there), ``corrected`` (the same if the method went
    on missing as before); ``standing``: estimated, or unverified where an input is recalled.
    """
    standings = _standings(data)
    rows = {
        method: _outcome(data, own) | {"standing": standings[str(method)]}
        for method, own in yearly(data).items()
    }
    return pd.DataFrame.from_dict(rows, orient="index")


@once_per_dataset
def output_throughout(data: Dataset) -> "pd.Series[Any]":
    """Return a row as in ``methods`` for physical output of the same divisions in every year.

    A variant that shows what the divisions without output of the last year do; no method.
    """
    energy = analysis_inputs.by_output(data, True)["growth"]
    own = rules.intensity_changes(
        energy, analysis_inputs.fractions(analysis_inputs.value_added(data))
    )
    return pd.Series(_outcome(data, own) | {"standing": _standings(data)["output"]})


def _outcome(data: Dataset, own: "pd.Series[float]") -> dict[Any, Any]:
    """Return a method's yearly changes, hindcast, miss, outcome and correction."""
    last, known = official_end(data)
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


@once_per_dataset
def yearly(data: Dataset) -> pd.DataFrame:
    """Return the yearly change of the intensity by year and method, fractions."""
    added = analysis_inputs.fractions(analysis_inputs.value_added(data))
    energy = {
        "total_energy": analysis_inputs.fractions(analysis_inputs.total_energy(data)),
        "electricity": analysis_inputs.electricity(data),
        "output": analysis_inputs.by_output(data)["growth"],
    }
    return pd.DataFrame(
        {method: rules.intensity_changes(energy[method], added) for method in METHODS}
    )


@once_per_dataset
def index_lines(data: Dataset) -> pd.DataFrame:
    """Return each method's index from the last official year on, 2020 = 100, by year."""
    last, known = official_end(data)
    ahead = yearly(data).loc[last + 1 :].apply(lambda own: rules.chained(known, own))
    return 100 * (1 + pd.concat([pd.DataFrame(known, [last], ahead.columns), ahead]))


@once_per_dataset
def official_end(data: Dataset) -> tuple[int, float]:
    """Return the last year with an official figure, and its change since 2020, a fraction."""
    official = official_index(data)
    return int(official.index[-1]), float(official.iloc[-1]) / 100 - 1


@once_per_dataset
def _standings(data: Dataset) -> dict[str, str]:
    inputs = analysis_inputs.every(data)
    weakest = inputs["standing"].map(RANK).groupby(inputs["method"]).max()
    recalled = RANK["unverified"]
    return {
        method: "unverified" if weakest[method] >= recalled else "estimated" for method in METHODS
    }
