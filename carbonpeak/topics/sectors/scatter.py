"""All divisions at once: change of energy against change of CO2, the part of CO2 as area."""

from typing import Any

import pandas as pd

from carbonpeak.charts import bubbles, hover
from carbonpeak.charts.bubbles import Bubble
from carbonpeak.data.dataset import Dataset
from carbonpeak.figures import labels
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import QUANTITY_SOURCES, quantity_standing
from carbonpeak.figures.table import Cell, Head, Table, percent_form, share_form
from carbonpeak.figures.table import number as number_cell
from carbonpeak.figures.table import words as cell_of_words
from carbonpeak.topics.sectors import divisions, titles
from carbonpeak.topics.sectors.choices import SectorsChoices
from carbonpeak.topics.sectors.listing import rows
from carbonpeak.words.numbers import percent, share
from carbonpeak.words.sentences import moved
from carbonpeak.words.speaker import Speaker

NUMBERS = ("energy_change", "co2_change", "co2_share")
CHANGE, SHARE = percent_form(1, sign=True), share_form()
# So many of the largest are named beside their circles, if they have this part of all CO2.
NAMED, NAMED_FROM = 8, 0.004


def figure(data: Dataset, chosen: SectorsChoices, tell: Speaker) -> Figure | None:
    """Return what is listed as circles, None where nothing of it has both changes."""
    year = chosen.view.year
    known = rows(data, chosen.view, chosen.listing).dropna(subset=list(NUMBERS))
    if known.empty:
        return None
    names = [divisions.name(data, str(code), row, tell) for code, row in known.iterrows()]
    named = known.assign(
        name=names, is_doubtful=known["is_doubtful_energy"] | known["is_doubtful_co2"]
    ).sort_values("co2_share", ascending=False)
    scope = titles.listed(data, chosen.listing, len(named), tell)
    sub = tell("sectors.scatter.sub", scope=labels.scope(data, tell), year=year)
    return Figure(
        name="sector_scatter",
        title=_title(named, scope, tell),
        subtitle=divisions.with_scope(sub, scope, tell),
        alt=_in_words(named, scope, tell),
        chart=lambda: bubbles.draw(
            _bubbles(named, tell), tell("sectors.scatter.x"), tell("sectors.scatter.y")
        ),
        table=Table.of_rows(_row(row, tell) for _, row in named.iterrows()),
        standings=(quantity_standing("energy", year), quantity_standing("co2", year)),
        source_ids=tuple(dict.fromkeys((*QUANTITY_SOURCES["energy"], *QUANTITY_SOURCES["co2"]))),
        notes=(
            tell("sectors.scatter.read"),
            labels.scope_note(data, tell),
            *divisions.changes_notes(data, chosen, named, ("energy", "co2"), tell),
            *divisions.feedstock(data, "co2", tell),
        ),
    )


def _title(named: pd.DataFrame, scope: str, tell: Speaker) -> str:
    """Return what part of the CO2 of what is listed is that of those whose CO2 rose."""
    quantity = tell("sectors.short.co2")
    if len(named) == 1:
        row = named.iloc[0]
        change = moved(float(row["co2_change"]), tell, amount=True)
        return tell("sectors.ranking.one", name=row["name"], quantity=quantity, moved=change)
    is_up = named["co2_change"] > 0
    key = "sectors.scatter.title" if is_up.any() else "sectors.scatter.none"
    part = share(float(named["co2_t"][is_up].sum() / named["co2_t"].sum()), 1)
    words = tell("sectors.scatter.listed", listed=scope) if scope else ""
    return tell(key, listed=words, share=part)


def _in_words(named: pd.DataFrame, scope: str, tell: Speaker) -> str:
    first = [_facts(row, tell) for _, row in named.head(NAMED).iterrows()]
    said = [tell("list.named", name=name, items=tell.listed(facts)) for name, *facts in first]
    return tell.clauses((_title(named, scope, tell), *said))


def _facts(row: "pd.Series[Any]", tell: Speaker) -> tuple[str, str, str, str]:
    """Return name, change of energy, change of CO2 and part of CO2, in words."""
    energy, co2 = (percent(float(row[f"{one}_change"]), 1, sign=True) for one in ("energy", "co2"))
    return (
        f"{row['name']} {labels.doubt(row)}".strip(),
        tell("sectors.scatter.energy", change=energy),
        tell("sectors.scatter.co2", change=co2),
        tell("sectors.scatter.part", share=share(float(row["co2_share"]), 1)),
    )


def _bubbles(named: pd.DataFrame, tell: Speaker) -> list[Bubble]:
    drawn = []
    for place, (code, row) in enumerate(named.iterrows()):
        name, *facts = _facts(row, tell)
        is_named = place < NAMED and (row["co2_share"] >= NAMED_FROM or len(named) <= NAMED)
        drawn.append(
            Bubble(
                code=str(code),
                across=float(row["energy_change"]),
                up=float(row["co2_change"]),
                part=float(row["co2_share"]),
                label=name if is_named else "",
                hover=hover.card(name, *facts),
                is_doubtful=bool(row["is_doubtful"]),
            )
        )
    return drawn


def _row(row: "pd.Series[Any]", tell: Speaker) -> dict[Head, Cell]:
    marks = labels.doubt_marks(row)
    part = float(row["co2_share"])
    return {
        Head("sector", tell("column.name")): cell_of_words(
            f"{row['name']} {labels.doubt(row)}".strip(), row["name"], marks
        ),
        Head("energy_change", tell("sectors.scatter.x")): number_cell(row["energy_change"], CHANGE),
        Head("co2_change", tell("sectors.scatter.y")): number_cell(row["co2_change"], CHANGE),
        Head("co2_share", tell("column.co2_share")): number_cell(part, SHARE),
    }
