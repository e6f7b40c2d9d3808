"""What it would take: the rate asked of each province or division, and all rules side by side."""

import pandas as pd

from carbonpeak.charts import demand
from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import sectors
from carbonpeak.domain.view import region_names
from carbonpeak.figures import labels
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import INTENSITY_SOURCES
from carbonpeak.figures.table import Form
from carbonpeak.topics.outlook import sharing_notes, sharing_rows
from carbonpeak.topics.outlook.analysis_sharing import Sharing, shared_out
from carbonpeak.topics.outlook.choices import OutlookChoices
from carbonpeak.words.numbers import co2_national_scale, percent, share
from carbonpeak.words.speaker import Speaker


def ranking(data: Dataset, chosen: OutlookChoices, tell: Speaker) -> Figure:
    """Return the yearly fall asked of each unit by one rule, as bars, most first."""
    sharing, rule = shared_out(data, chosen.goal, chosen.unit), chosen.rule
    names = _names(data, sharing, tell)
    listed = sharing_rows.ordered(sharing.table[sharing.table["missing"] == ""], rule)
    title = _title(sharing, listed, names, chosen, tell)
    beside = _beside(sharing, listed, chosen, tell)
    table = sharing_rows.table(data, sharing, chosen, tell)
    return Figure(
        name="sharing_ranking",
        title=title,
        subtitle=tell("share.sub", rule=tell(f"rule.{rule}"), **_scope(sharing, chosen, tell)),
        alt=tell("share.alt", title=title, beside=tell.sentences(beside)).rstrip(),
        chart=lambda: demand.draw(
            [
                sharing_rows.bar(row, names[str(code)], rule, tell)
                for code, row in listed.iterrows()
            ],
            *(tell(f"share.{key}") for key in ("within", "beyond", "best")),
        ),
        table=table.only(sharing_rows.keys_of_rule(chosen)),
        standings=("scenario",),
        source_ids=INTENSITY_SOURCES[chosen.goal_measure],
        notes=(*beside, *sharing_notes.of_ranking(data, sharing, chosen, tell)),
    )


def table(data: Dataset, chosen: OutlookChoices, tell: Speaker) -> Figure:
    """Return all rules side by side, ordered by one of them; every column adds up to the gap."""
    sharing = shared_out(data, chosen.goal, chosen.unit)
    scope = _scope(sharing, chosen, tell)
    title = _table_title(sharing, scope, tell)
    rest = _table_rest(sharing, chosen, tell)
    return Figure(
        name="sharing_table",
        title=title,
        subtitle=tell("share.table.sub", **(scope | {"unit": tell(f"unit.{chosen.goal_measure}")})),
        alt=title,
        chart=None,
        table=sharing_rows.table(data, sharing, chosen, tell),
        standings=("scenario",),
        source_ids=INTENSITY_SOURCES[chosen.goal_measure],
        notes=(*rest, *sharing_notes.of_table(data, sharing, chosen, tell)),
    )


def _names(data: Dataset, sharing: Sharing, tell: Speaker) -> dict[str, str]:
    """Return the units' names by code, doubtful ones marked."""
    plain = (sectors.names if sharing.unit == "sector" else region_names)(data, tell.lang)
    return {
        str(code): f"{plain[str(code)]} {labels.doubt(row)}".strip()
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
        "gap": national_form(measure, tell).text(sharing.gap_t),
        "unit": national_form(measure, tell).unit,
    }


def _title(
    sharing: Sharing,
    listed: pd.DataFrame,
    names: dict[str, str],
    chosen: OutlookChoices,
    tell: Speaker,
) -> str:
    """Return who is asked most; where a doubtful one is asked for more, that those are left out."""
    if sharing.gap_t <= 0:
        return tell("share.title.met", last=sharing.last_year)
    rule, sound = chosen.rule, listed[~listed["is_doubtful"]]
    first = sound.iloc[0] if len(sound) else listed.iloc[0]
    is_hidden = first.name != listed.index[0]
    return tell(
        "share.title.equal" if rule == "equal_rate" else "share.title",
        aside=tell("share.aside") if is_hidden else "",
        first=names[str(first.name)],
        units=tell(f"share.each.{chosen.unit}"),
        rate=percent(first[f"rate_{rule}"], 1),
        year=chosen.goal_year,
    )


def _beside(
    sharing: Sharing, listed: pd.DataFrame, chosen: OutlookChoices, tell: Speaker
) -> tuple[str, ...]:
    """Return how many are asked more than ever before, and what part of the gap is left over."""
    rule, left = chosen.rule, sharing.left_t[chosen.rule]
    if sharing.gap_t <= 0:
        return ()
    records = tell(
        "share.records",
        records=int(listed[f"is_record_{rule}"].sum()),
        count=len(listed),
        units=tell(f"share.units.{chosen.unit}"),
    )
    rest = tell("share.rest", part=share(left / sharing.gap_t)) if left > 0 else ""
    return (records, rest) if rest else (records,)


def national_form(measure: str, tell: Speaker) -> Form:
    """Return how a gap of the whole is written: 10^8 t in Chinese, Mt in English."""
    unit = tell("unit.co2_national" if measure == "co2" else "share.unit.energy")
    digits = 2 if tell.is_chinese else 1
    return Form(unit, per=co2_national_scale(tell.lang), digits=digits)


def _table_title(sharing: Sharing, scope: dict[str, object], tell: Speaker) -> str:
    """Return the gap, and how many rules leave some of it; that there is none where it is met."""
    if sharing.gap_t <= 0:
        return tell("share.title.met", last=sharing.last_year)
    count = sum(left > 0 for left in sharing.left_t.values())
    key = "share.table.title_rest" if count else "share.table.title"
    return tell(key, count=count, **scope)


def _table_rest(sharing: Sharing, chosen: OutlookChoices, tell: Speaker) -> tuple[str, ...]:
    """Return which rules leave how much of the gap, nothing where none does."""
    form = national_form(chosen.goal_measure, tell)
    rest = [
        tell(
            "share.table.rest",
            rule=tell(f"rule.short.{rule}"),
            left=form.text(left),
            unit=form.unit,
        )
        for rule, left in sharing.left_t.items()
        if left > 0
    ]
    return (tell("share.table.left", rest=tell.clauses(rest)),) if rest else ()
