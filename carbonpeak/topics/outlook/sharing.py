"""What it would take: the rate asked of each province or division, and all rules side by side."""

import pandas as pd

from carbonpeak.charts import demand
from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import sectors
from carbonpeak.domain.view import region_names
from carbonpeak.figures import labels
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import INTENSITY_SOURCES
from carbonpeak.topics.outlook import sharing_notes, sharing_rows
from carbonpeak.topics.outlook.analysis_sharing import RULES, Sharing, shared_out
from carbonpeak.topics.outlook.choices import OutlookChoices
from carbonpeak.words.numbers import percent, share
from carbonpeak.words.speaker import Speaker


def ranking(data: Dataset, chosen: OutlookChoices, tell: Speaker) -> Figure:
    """Return the yearly fall asked of each unit by one rule, as bars, most first."""
    sharing, rule = shared_out(data, chosen.goal, chosen.unit), chosen.rule
    names = _names(data, sharing, tell)
    listed = sharing_rows.ordered(sharing.table[sharing.table["missing"] == ""], rule)
    bars = [sharing_rows.bar(row, names[str(code)], rule, tell) for code, row in listed.iterrows()]
    title = _title(sharing, listed, names, chosen, tell)
    within, beyond, best = (tell(f"share.{key}") for key in ("within", "beyond", "best"))
    table = sharing_rows.table(data, sharing, chosen, tell)
    return Figure(
        name="sharing_ranking",
        title=title,
        subtitle=tell("share.sub", rule=tell(f"rule.{rule}"), **_scope(sharing, chosen, tell)),
        alt=title,
        chart=demand.draw(bars, within, beyond, best),
        table=table.only(sharing_rows.keys_of_rule(chosen)),
        standings=("scenario",),
        source_ids=INTENSITY_SOURCES[chosen.goal_measure],
        notes=sharing_notes.of_ranking(data, sharing, chosen, tell),
    )


def table(data: Dataset, chosen: OutlookChoices, tell: Speaker) -> Figure:
    """Return all rules side by side, ordered by one of them; every column adds up to the gap."""
    sharing = shared_out(data, chosen.goal, chosen.unit)
    scope = _scope(sharing, chosen, tell)
    title = _table_title(sharing, scope, chosen, tell)
    return Figure(
        name="sharing_table",
        title=title,
        subtitle=tell("share.table.sub", **scope),
        alt=title,
        chart=None,
        table=sharing_rows.table(data, sharing, chosen, tell),
        standings=("scenario",),
        source_ids=INTENSITY_SOURCES[chosen.goal_measure],
        notes=tuple(sharing_notes.how(rule, chosen.unit, tell) for rule in RULES),
    )


def _names(data: Dataset, sharing: Sharing, tell: Speaker) -> dict[str, str]:
    """Return the units' names by code, doubtful ones marked."""
    if sharing.unit == "sector":
        return sectors.names(data, tell.lang)
    places = region_names(data, tell.lang)
    return {
        str(code): f"{places[str(code)]} {labels.doubt(row)}".strip()
        for code, row in sharing.table.iterrows()
    }


def _scope(sharing: Sharing, chosen: OutlookChoices, tell: Speaker) -> dict[str, object]:
    """Return measure, goal, years and gap for a title or subtitle."""
    measure = chosen.goal_measure
    return {
        "measure": tell(f"measure.{measure}"),
        "goal": tell(f"goal.{chosen.goal}"),
        "first": sharing.last_year + 1,
        "year": chosen.goal_year,
        "last": sharing.last_year,
        "gap": labels.amount(sharing.gap_t, measure, tell),
        "unit": tell(f"unit.{measure}"),
    }


def _title(
    sharing: Sharing,
    listed: pd.DataFrame,
    names: dict[str, str],
    chosen: OutlookChoices,
    tell: Speaker,
) -> str:
    """Return who is asked most (doubtful ones aside), and how many more than ever before."""
    if sharing.gap_t <= 0:
        return tell("share.title.met", last=sharing.last_year)
    rule, sound = chosen.rule, listed[~listed["is_doubtful"]]
    first = sound.iloc[0] if len(sound) else listed.iloc[0]
    return tell(
        "share.title.equal" if rule == "equal_rate" else "share.title",
        rule=tell(f"rule.{rule}"),
        first=names[str(first.name)],
        rate=percent(first[f"rate_{rule}"], 1),
        records=int(listed[f"is_record_{rule}"].sum()),
        count=len(listed),
        units=tell(f"share.units.{chosen.unit}"),
        rest=_rest(sharing, rule, tell),
        year=chosen.goal_year,
    )


def _rest(sharing: Sharing, rule: str, tell: Speaker) -> str:
    """Return what part of the gap the rule does not cover, nothing where it covers all."""
    left = sharing.left_t[rule]
    return tell("share.rest", part=share(left / sharing.gap_t)) if left > 0 else ""


def _table_title(
    sharing: Sharing, scope: dict[str, object], chosen: OutlookChoices, tell: Speaker
) -> str:
    """Return the gap, and which rules leave how much of it."""
    rest = [
        tell(
            "share.table.rest",
            rule=tell(f"rule.short.{rule}"),
            left=labels.amount(left, chosen.goal_measure, tell),
        )
        for rule, left in sharing.left_t.items()
        if left > 0
    ]
    key = "share.table.title_rest" if rest else "share.table.title"
    return tell(key, rest=tell.listed(rest), **scope)
