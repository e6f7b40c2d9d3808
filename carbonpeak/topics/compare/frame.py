"""What the figures of the page have in common: subtitle, notes, standings, sources, filters."""

from dataclasses import dataclass

import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.figures import labels
from carbonpeak.figures.drawing import Draw
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.table import Table
from carbonpeak.topics.compare import analysis, notes
from carbonpeak.topics.compare.analysis import PLACES, Split
from carbonpeak.topics.compare.choices import CompareChoices
from carbonpeak.topics.compare.entries import Entry, chosen_entries, references
from carbonpeak.topics.compare.outcome import Outcome, outcome
from carbonpeak.words.speaker import Speaker


@dataclass(frozen=True, eq=False)
class Comparison:
    """What was chosen, found once for a figure."""

    split: Split
    entries: list[Entry]
    beside: list[Entry]
    found: Outcome | None

    @property
    def shown(self) -> list[Entry]:
        """The entries with values, the reference last."""
        return [*notes.shown(self.entries), *self.beside]


def comparison(data: Dataset, chosen: CompareChoices, tell: Speaker) -> Comparison | None:
    """Return what was chosen, None where nothing was."""
    if not chosen.chosen:
        return None
    split, entries = analysis.split(data, chosen.chosen), chosen_entries(data, chosen, tell)
    has_values = bool(notes.shown(entries))
    beside = references(data, chosen, split.kind, split.kept, tell) if has_values else []
    return Comparison(split, entries, beside, outcome(entries, chosen.scale))


def figure(
    data: Dataset,
    chosen: CompareChoices,
    made: Comparison,
    tell: Speaker,
    name: str,
    title: str,
    chart: Draw | None,
    table: Table,
) -> Figure:
    """Return a figure of a comparison with everything that travels with it."""
    kind, every = made.split.kind, [*made.entries, *made.beside]
    said = notes.notes(data, chosen, kind, every, made.found, tell)
    alt = [title, *(one.rstrip(".。") for one in notes.lacking(chosen, made.entries, tell))]
    return Figure(
        name=name,
        title=title,
        subtitle=subtitle(data, chosen, kind, tell),
        alt=tell.clauses(alt),
        chart=chart,
        table=table,
        standings=notes.kinds_of(made.entries) or usual(data, chosen, kind),
        source_ids=notes.sources(data, chosen, kind),
        notes=said,
    )


def subtitle(data: Dataset, chosen: CompareChoices, kind: str, tell: Speaker) -> str:
    """Return what is measured, on which scale, of what, in which years."""
    quantity = chosen.quantity
    scope = tell("compare.scope.places") if kind == PLACES else sector_scope(data, chosen, tell)
    return tell(
        "compare.sub",
        quantity=tell(f"compare.quantity.{quantity.code}"),
        scale=scale_words(chosen, kind, tell),
        scope=scope,
        years=tell.years(chosen.first, chosen.last),
    )


def sector_scope(data: Dataset, chosen: CompareChoices, tell: Speaker) -> str:
    """Return which provinces the sums of divisions hold; output is that of the nation."""
    return labels.scope(data, tell) if chosen.quantity.measure else tell("compare.scope.sectors")


def scale_words(chosen: CompareChoices, kind: str, tell: Speaker) -> str:
    """Return the words of a scale with its unit."""
    if chosen.scale not in ("level", "amount"):
        return tell(f"compare.scale.{chosen.scale}.unit")
    quantity = chosen.quantity
    if quantity.is_intensity and kind != PLACES:
        return tell("compare.change_alone")
    if quantity.is_intensity:
        return tell(f"unit.intensity_{quantity.measure}")
    return tell(f"unit.{quantity.measure}" if quantity.measure else "compare.unit.value_added")


def usual(data: Dataset, chosen: CompareChoices, kind: str) -> tuple[str, ...]:
    """Return the standings that the quantity has over the chosen years, where none is shown."""
    found = analysis.levels(data, kind, chosen.quantity).standings
    within = found.loc[:, chosen.first : chosen.last]
    kinds = pd.unique(within.to_numpy().ravel())
    return tuple(str(kind) for kind in kinds if isinstance(kind, str)) or ("derived",)
