"""A few places or sectors as lines over years, labelled at their ends."""

import plotly.graph_objects as go

from carbonpeak.charts import compared
from carbonpeak.charts.compared import Labelled
from carbonpeak.charts.lines import Line
from carbonpeak.charts.seams import Seam
from carbonpeak.data.dataset import Dataset
from carbonpeak.figures import standing
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.table import Form
from carbonpeak.topics.compare import forms, frame, notes, rows, titles
from carbonpeak.topics.compare.choices import CompareChoices
from carbonpeak.topics.compare.entries import Entry
from carbonpeak.topics.compare.frame import Comparison
from carbonpeak.words.speaker import Speaker

# What lines on a scale are read against, in the unit that is drawn.
BASES = {"index": 100.0, "change": 0.0, "needed": 0.0}


def lines(data: Dataset, chosen: CompareChoices, tell: Speaker) -> Figure | None:
    """Return the chosen places or sectors over the years; None where none is chosen.

    Where none of them has values there is no chart, and the rows say why.
    """
    made = frame.comparison(data, chosen, tell)
    if made is None:
        return None
    own = forms.form(chosen, tell)
    title = titles.finding(made.entries, made.found, chosen, own, tell)
    chart = (lambda: _chart(chosen, made, own, tell)) if made.shown else None
    table = (
        rows.by_year(made.shown, chosen.scale, own, tell)
        if made.shown
        else rows.reasons(made.entries, tell)
    )
    return frame.figure(data, chosen, made, tell, "compare_lines", title, chart, table)


def _chart(chosen: CompareChoices, made: Comparison, own: Form, tell: Speaker) -> go.Figure:
    explained = {kind: tell(f"standing.{kind}") for kind in notes.kinds_of(made.entries)}
    drawn = [_labelled(one, chosen.scale, own, tell) for one in made.shown]
    from_zero = chosen.scale == "level" and not chosen.quantity.is_intensity
    base = BASES.get(chosen.scale)
    return compared.draw(drawn, explained, _seams(made, tell), from_zero, base)


def _seams(made: Comparison, tell: Speaker) -> list[Seam]:
    """Return from which years another standing holds, where it is the same for all entries."""
    found = {
        standing.seams({year: (kind,) for year, kind in one.standings.items()}, tell)
        for one in notes.shown(made.entries)
    }
    return list(next(iter(found))) if len(found) == 1 else []


def _labelled(one: Entry, scale: str, own: Form, tell: Speaker) -> Labelled:
    texts = {year: forms.cell(one.value(year), scale, own, tell).text for year in one.years}
    gaps = {year for year in one.years[1:] if year - 1 not in one.years}
    line = Line(
        one.marked,
        one.years,
        [own.written(one.value(year)) for year in one.years],
        [one.standings[year] for year in one.years],
        [_hover(one, year, text, own, tell) for year, text in texts.items()],
        frozenset(gaps) | one.breaks,
    )
    label = f"{one.marked} {texts[one.years[-1]]}"
    return Labelled(line, label, one.colour, one.is_reference, one.breaks - gaps)


def _hover(one: Entry, year: int, text: str, own: Form, tell: Speaker) -> str:
    """Return what a point is: whose, year, value with its unit, standing."""
    unit = "" if own.unit == "%" else f" {own.unit}"
    return f"{one.marked}<br>{year}: {text}{unit} · {tell(f'standing.{one.standings[year]}')}"
