"""A study of a thousand rows row by row, beside the product's, which also draws its figures.

`loop(data)` and `vectorised(data)` give the same kilograms by stage, emissions and removals apart.
"""

from dataclasses import replace
from functools import cache
from itertools import count

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain.study import Study
from carbonpeak.domain.study_code import code_of
from carbonpeak.domain.study_examples import EXAMPLES, example
from carbonpeak.topics.footprint import calculator
from carbonpeak.topics.footprint.calculator_choices import StudyChoices, found_for
from carbonpeak.words.speaker import Speaker

ROWS = 1_000
KINDS = {"emission": "emissions_kg", "credit": "removals_kg"}
# Kilograms of CO2e in one of what each factor of the example gives, for activities in t, kWh, t km.
KG_OF = {
    "kg CO2e/kg": 1_000,
    "kg CO2e/kWh": 1,
    "kg CO2e/t km": 1,
    "t CO2e/t": 1_000,
}
FIGURES = (calculator.by_stage, calculator.steps, calculator.shares, calculator.rows)
# What a run reckons was not seen before: nothing of it is kept.
_RUNS = count()


@cache
def made() -> Study:
    """Return the worked example with its rows repeated, each with another amount."""
    study = example(EXAMPLES[0], "zh")
    rows = [
        replace(row, activity=float(row.activity or 0) * (1 + place / ROWS))
        for place in range(ROWS)
        for row in (study.rows[place % len(study.rows)],)
    ]
    return replace(study, rows=tuple(rows), is_example=False)


def vectorised(data: Dataset) -> dict[str, float]:
    """Return kilograms by stage as the page has them, once its four figures are drawn."""
    tell = Speaker("zh")
    code = code_of(replace(made(), product=f"{made().product} {next(_RUNS)}"))
    for draw in FIGURES:
        figure = draw(data, StudyChoices(code, ""), tell)
        assert figure is not None
        assert figure.chart is None or figure.chart.data
    found = found_for(code, tell)
    assert found is not None
    sums = found.stages[["emissions_kg", "removals_kg"]].stack()
    return {f"{stage} {kind}": float(value) for (stage, kind), value in sums.items()}


def loop(data: Dataset) -> dict[str, float]:
    """Return the same by a plain loop over the rows, with the units of the example by hand."""
    every = [f"{row.stage} {kind}" for row in made().rows for kind in KINDS.values()]
    found = dict.fromkeys(every, 0.0)
    for row in made().rows:
        kilograms = float(row.activity or 0) * row.factor.value * KG_OF[row.factor.unit]
        found[f"{row.stage} {KINDS[row.kind]}"] += kilograms
    return found
