"""The choices and figures of the page Outlook."""

from carbonpeak.data.dataset import Dataset
from carbonpeak.figures import choices as selection
from carbonpeak.figures import controls as names
from carbonpeak.figures.choices import Choice, Number
from carbonpeak.figures.page_spec import Control, FigureSpec, PageSpec, Raw, lacks
from carbonpeak.topics.outlook import (
    chances,
    labels,
    nowcast,
    nowcast_inputs,
    per_gdp,
    projection,
    sharing,
)
from carbonpeak.topics.outlook.analysis_projection import SCENARIOS
from carbonpeak.topics.outlook.analysis_sharing import DEFAULT_RULE, GOALS, RULES, UNITS
from carbonpeak.topics.outlook.choices import OutlookChoices
from carbonpeak.topics.outlook.words import WORDS
from carbonpeak.words.speaker import Speaker


def _measure_name(data: Dataset, tell: Speaker, code: str) -> str:
    return tell(f"sectors.measure.{code}")


def _scenario_name(data: Dataset, tell: Speaker, code: str) -> str:
    return labels.scenario_name(data, code, tell)


def _goal_name(data: Dataset, tell: Speaker, code: str) -> str:
    return tell(f"goal.{code}")


def _unit_name(data: Dataset, tell: Speaker, code: str) -> str:
    return tell(f"share.unit.{code}")


def _rule_name(data: Dataset, tell: Speaker, code: str) -> str:
    return tell(f"rule.{code}")


# Not the measure that the other pages share: this page opens on CO2, they open on energy.
QUANTITY = Choice("quantity", tuple(SCENARIOS), "co2", resets=("scenario",))
FIXED = (
    Control(QUANTITY, "control.measure", _measure_name),
    names.number(Number("growth", -5.0, 10.0, 0.5, 5.0), "control.growth"),
    names.number(Number("fall", -2.0, 10.0, 0.5, 4.0), "control.fall"),
    Control(Choice("goal", tuple(GOALS), "co2_2030"), "control.goal", _goal_name),
    Control(Choice("unit", UNITS, UNITS[0]), "control.unit", _unit_name),
    Control(Choice("rule", RULES, DEFAULT_RULE), "control.rule", _rule_name),
)


def controls(data: Dataset, raw: Raw) -> tuple[Control, ...]:
    """Return the choices; which scenarios there are depends on what is projected."""
    scenarios = SCENARIOS[selection.read(raw, [QUANTITY])[0].one("quantity")]
    return (
        *FIXED,
        Control(Choice("scenario", scenarios, scenarios[0]), "control.scenario", _scenario_name),
        names.region_control(data, "control.place", "nation"),
    )


PROJECTED = ("quantity", "scenario", "region", "growth", "fall")
# All preset scenarios stand in their table, whichever of them is chosen.
PRESET = {"scenario": lacks("scenario", "own")}
SHARED = ("goal", "unit", "rule")
PAGE = PageSpec(
    "outlook",
    OutlookChoices.of,
    controls,
    (
        FigureSpec("nowcast", (), nowcast.range_of_methods),
        FigureSpec("per_gdp", (), per_gdp.figure),
        FigureSpec("nowcast_methods", (), nowcast.table_of_methods),
        FigureSpec("nowcast_inputs", (), nowcast_inputs.figure),
        FigureSpec("projection_quantity", PROJECTED, projection.quantity, to_own_last=True),
        FigureSpec("projection_index", PROJECTED, projection.index, to_own_last=True),
        FigureSpec("projection_peak", PROJECTED, chances.peak_years, to_own_last=True),
        FigureSpec("projection_scenarios", PROJECTED, chances.scenarios, PRESET, True),
        FigureSpec("sharing_ranking", SHARED, sharing.ranking),
        FigureSpec("sharing_table", SHARED, sharing.table),
    ),
    WORDS,
)
