"""The choices and figures of the page Outlook."""

from carbonpeak.data.dataset import Dataset
from carbonpeak.figures import choices as selection
from carbonpeak.figures import controls as names
from carbonpeak.figures.choices import Choice, Number
from carbonpeak.figures.page_spec import Control, FigureSpec, PageSpec, Raw
from carbonpeak.topics.outlook import chances, nowcast, nowcast_inputs, per_gdp, projection, sharing
from carbonpeak.topics.outlook.analysis_projection import SCENARIOS
from carbonpeak.topics.outlook.analysis_sharing import GOALS, RULES, UNITS
from carbonpeak.topics.outlook.choices import OutlookChoices
from carbonpeak.topics.outlook.words import WORDS

# Not the measure that the other pages share: this page opens on CO2, they open on energy.
QUANTITY = Choice("quantity", tuple(SCENARIOS), "co2", resets=("scenario",))
FIXED = (
    Control(QUANTITY, "control.measure", lambda data, tell, code: tell(f"sectors.measure.{code}")),
    names.number(Number("growth", -5.0, 10.0, 0.5, 5.0), "control.growth"),
    names.number(Number("fall", -2.0, 10.0, 0.5, 4.0), "control.fall"),
    Control(
        Choice("goal", tuple(GOALS), "co2_2030"),
        "control.goal",
        lambda data, tell, code: tell(f"goal.{code}"),
    ),
    Control(
        Choice("unit", UNITS, UNITS[0]),
        "control.unit",
        lambda data, tell, code: tell(f"share.unit.{code}"),
    ),
    Control(
        Choice("rule", RULES, RULES[0]),
        "control.rule",
        lambda data, tell, code: tell(f"rule.{code}"),
    ),
)


def controls(data: Dataset, raw: Raw) -> tuple[Control, ...]:
    """Return the choices; which scenarios there are depends on what is projected."""
    scenarios = SCENARIOS[selection.read(raw, [QUANTITY])[0].one("quantity")]
    return (
        *FIXED,
        Control(
            Choice("scenario", scenarios, scenarios[0]),
            "control.scenario",
            lambda data, tell, code: tell(f"scenario.{code}"),
        ),
        names.region_control(data, "control.place", "nation"),
    )


PROJECTED = ("quantity", "scenario", "region", "growth", "fall")
SHARED = ("goal", "unit", "rule")
PAGE = PageSpec(
    "outlook",
    OutlookChoices.of,
    controls,
    (
        FigureSpec("nowcast", (), lambda data, chosen, tell: nowcast.range_of_methods(data, tell)),
        FigureSpec("per_gdp", (), lambda data, chosen, tell: per_gdp.figure(data, tell)),
        FigureSpec("nowcast_methods", (), lambda data, chosen, tell: nowcast.methods(data, tell)),
        FigureSpec(
            "nowcast_inputs", (), lambda data, chosen, tell: nowcast_inputs.figure(data, tell)
        ),
        FigureSpec(
            "projection_quantity",
            PROJECTED,
            lambda data, chosen, tell: projection.quantity(data, chosen.asked, tell),
        ),
        FigureSpec(
            "projection_index",
            PROJECTED,
            lambda data, chosen, tell: projection.index(data, chosen.asked, tell),
        ),
        FigureSpec(
            "projection_peak",
            PROJECTED,
            lambda data, chosen, tell: chances.peak_years(data, chosen.asked, tell),
        ),
        FigureSpec(
            "projection_scenarios",
            PROJECTED,
            lambda data, chosen, tell: chances.scenarios(data, chosen.asked, tell),
        ),
        FigureSpec(
            "sharing_ranking",
            SHARED,
            lambda data, chosen, tell: sharing.ranking(
                data, chosen.goal, chosen.unit, chosen.rule, tell
            ),
        ),
        FigureSpec(
            "sharing_table",
            SHARED,
            lambda data, chosen, tell: sharing.table(
                data, chosen.goal, chosen.unit, chosen.rule, tell
            ),
        ),
    ),
    WORDS,
)
