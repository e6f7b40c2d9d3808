"""The choices and figures of the page Outlook."""

from carbonpeak import selection
from carbonpeak.exhibits import (
    nowcast,
    nowcast_inputs,
    per_gdp,
    projection,
    projection_chances,
    sharing,
)
from carbonpeak.figures import names
from carbonpeak.figures.figure import Control, Figure, Raw, Sheet
from carbonpeak.findings.projection import SCENARIOS, Asked, asked_of
from carbonpeak.findings.sharing import GOALS, RULES, UNITS
from carbonpeak.findings.view import Ask
from carbonpeak.selection import Choice, Number, Selection
from carbonpeak.wording import say

# Not the measure that the other pages share: this page opens on CO2, they open on energy.
QUANTITY = Choice("quantity", tuple(SCENARIOS), "co2", resets=("scenario",))
FIXED = (
    Control(
        QUANTITY, "control.measure", lambda ask, lang, code: say(f"sectors.measure.{code}", lang)
    ),
    names.number(Number("growth", -5.0, 10.0, 0.5, 5.0), "control.growth"),
    names.number(Number("fall", -2.0, 10.0, 0.5, 4.0), "control.fall"),
    Control(
        Choice("goal", tuple(GOALS), "co2_2030"),
        "control.goal",
        lambda ask, lang, code: say(f"goal.{code}", lang),
    ),
    Control(
        Choice("unit", UNITS, UNITS[0]),
        "control.unit",
        lambda ask, lang, code: say(f"share.unit.{code}", lang),
    ),
    Control(
        Choice("rule", RULES, RULES[0]),
        "control.rule",
        lambda ask, lang, code: say(f"rule.{code}", lang),
    ),
)


def controls(ask: Ask, raw: Raw) -> tuple[Control, ...]:
    """Return the choices; which scenarios there are depends on what is projected."""
    scenarios = SCENARIOS[selection.read(raw, [QUANTITY])[0].one("quantity")]
    return (
        *FIXED,
        Control(
            Choice("scenario", scenarios, scenarios[0]),
            "control.scenario",
            lambda ask, lang, code: say(f"scenario.{code}", lang),
        ),
        names.region_control(ask, "control.place", "nation"),
    )


def asked(chosen: Selection) -> Asked:
    """Return what is projected, by which scenario, where; own rates count for their scenario."""
    return asked_of(
        chosen.one("quantity"),
        chosen.one("scenario"),
        chosen.one("region"),
        chosen.number("growth"),
        chosen.number("fall"),
    )


def _sharing(chosen: Selection) -> tuple[str, str, str]:
    return chosen.one("goal"), chosen.one("unit"), chosen.one("rule")


PROJECTED = ("quantity", "scenario", "region", "growth", "fall")
SHARED = ("goal", "unit", "rule")
SHEET = Sheet(
    "outlook",
    controls,
    (
        Figure("nowcast", (), lambda ask, chosen, lang: nowcast.range_of_methods(ask, lang)),
        Figure("per_gdp", (), lambda ask, chosen, lang: per_gdp.exhibit(ask, lang)),
        Figure("nowcast_methods", (), lambda ask, chosen, lang: nowcast.methods(ask, lang)),
        Figure("nowcast_inputs", (), lambda ask, chosen, lang: nowcast_inputs.exhibit(ask, lang)),
        Figure(
            "projection_quantity",
            PROJECTED,
            lambda ask, chosen, lang: projection.quantity(ask, asked(chosen), lang),
        ),
        Figure(
            "projection_index",
            PROJECTED,
            lambda ask, chosen, lang: projection.index(ask, asked(chosen), lang),
        ),
        Figure(
            "projection_peak",
            PROJECTED,
            lambda ask, chosen, lang: projection_chances.peak_years(ask, asked(chosen), lang),
        ),
        Figure(
            "projection_scenarios",
            PROJECTED,
            lambda ask, chosen, lang: projection_chances.scenarios(ask, asked(chosen), lang),
        ),
        Figure(
            "sharing_ranking",
            SHARED,
            lambda ask, chosen, lang: sharing.ranking(ask, *_sharing(chosen), lang),
        ),
        Figure(
            "sharing_table",
            SHARED,
            lambda ask, chosen, lang: sharing.table(ask, *_sharing(chosen), lang),
        ),
    ),
)
