"""Who emits what by state: bars of provinces, divisions, and divisions without power and heat."""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from carbonpeak.charts import hover
from carbonpeak.charts.style import PEAK_INK
from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import power, sectors
from carbonpeak.domain.view import region_names
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.table import Cell, Form, Head, Table, number, share_form, words
from carbonpeak.topics.peak import analysis, charts, labels
from carbonpeak.topics.peak.charts import Segment
from carbonpeak.topics.peak.choices import PeakChoices
from carbonpeak.topics.peak.facts import facts
from carbonpeak.words.numbers import share
from carbonpeak.words.speaker import Speaker

COUNT, SHARE = Form(), share_form()


@dataclass(frozen=True)
class Part:
    """The members of a group that stand in one state: their names, the largest first, and CO2, t.

    ``share`` is their part of the CO2 of the group, a fraction.
    """

    group: str
    state: str
    names: tuple[str, ...]
    co2_t: float
    share: float


def bars(data: Dataset, chosen: PeakChoices, tell: Speaker) -> Figure:
    """Return the parts of CO2 by state, of provinces and of divisions with and without power."""
    found, until = parts(data, chosen, tell), chosen.until
    form = labels.scale(sum(one.co2_t for one in found), tell)
    known, basis = facts(data), tell(f"basis.{chosen.scope}")
    span = labels.until(data, chosen.scope, until, tell)
    title, said = _title(found, tell), labels.legend(pd.Series([one.state for one in found]), tell)
    return Figure(
        name="peak_shares",
        title=title,
        subtitle=tell("peak.shares.sub", basis=basis, first=known.first_year, until=span),
        alt=tell.clauses((title, *(_in_words(one, tell) for one in found))),
        chart=lambda: charts.shares(
            [_segment(one, tell) for one in found], said, labels.FILLS, PEAK_INK
        ),
        table=Table.of_rows(_row(one, form, tell) for one in found),
        standings=labels.standings(data, until),
        source_ids=labels.sources(data, chosen.scope, until),
        notes=(
            tell("peak.shares.weights"),
            *labels.withheld_note(data, chosen.scope, tell),
            tell(
                "peak.shares.summed", count=facts(data).split_count, total=len(facts(data).covered)
            ),
        ),
    )


def parts(data: Dataset, chosen: PeakChoices, tell: Speaker) -> list[Part]:
    """Return the parts of each group, from the peaked on."""
    judged = analysis.states(data, chosen.scope, chosen.until)
    provinces, divisions = analysis.covered_provinces(judged), analysis.divisions(data, judged)
    named = divisions.assign(name=divisions.index.map(sectors.names(data, tell.lang)))
    groups = {
        "provinces": provinces.assign(name=provinces.index.map(region_names(data, tell.lang))),
        "divisions": named,
        "without_power": named.drop(index=list(power.divisions(data))),
    }
    return [part for group, rows in groups.items() for part in _parts(group, rows)]


def _parts(group: str, judged: pd.DataFrame) -> Iterator[Part]:
    for state in (key for key in labels.LEGEND if key in set(judged["state"])):
        is_in = judged["state"] == state
        members = judged[is_in].sort_values("last", ascending=False)
        names = tuple(str(name) for name in members["name"])
        weight = float(members["last"].sum())
        yield Part(group, state, names, weight, analysis.share(judged, is_in))


def _title(found: list[Part], tell: Speaker) -> str:
    """Return what part of CO2 is that of provinces which still rise."""
    rising = [one for one in found if (one.group, one.state) == ("provinces", "rising")]
    if not rising:
        return tell("peak.shares.none")
    return tell("peak.shares.title", share=share(rising[0].share, 1))


def _in_words(one: Part, tell: Speaker) -> str:
    places = {"group": _group(one, tell), "state": labels.state(one.state, tell)}
    return tell("peak.shares.part", share=share(one.share, 1), **places)


def _group(one: Part, tell: Speaker) -> str:
    return tell(f"peak.shares.{one.group}")


def _segment(one: Part, tell: Speaker) -> Segment:
    state, names = labels.state(one.state, tell), tell.listed(one.names)
    counted = tell(f"peak.count.{one.state}", count=len(one.names))
    said = hover.card(f"{_group(one, tell)}: {state}", share(one.share, 1), counted, names)
    return Segment(_group(one, tell), one.state, one.share, share(one.share), said)


def _row(one: Part, form: Form, tell: Speaker) -> dict[Head, Cell]:
    return {
        Head("group", tell("peak.shares.group")): words(_group(one, tell), one.group),
        Head("state", tell("peak.column.state")): words(labels.state(one.state, tell), one.state),
        Head("count", tell("peak.shares.count")): number(len(one.names), COUNT),
        Head("share", tell("peak.shares.share")): number(one.share, SHARE),
        Head("co2", tell("peak.shares.co2", unit=form.unit), form.unit): number(one.co2_t, form),
        Head("members", tell("peak.shares.members")): words(tell.listed(one.names)),
    }
