"""Where the figures of a measure come from and what they are: years, sources, standings."""

from collections.abc import Mapping
from types import MappingProxyType

from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.domain.measures import MEASURES
from carbonpeak.figures.figure import Figure
from carbonpeak.thresholds import BASE_YEAR
from carbonpeak.words import Lang
from carbonpeak.words.speaker import Speaker

# A figure of the reader's own rows, which no table of sources can name.
READER = "reader"
# So many sources are named below a figure of a report, which lists all at its end.
MOST_NAMED = 6
NOTHING_SAID: Mapping[str, str] = MappingProxyType({})

QUANTITY = {code: one.total for code, one in MEASURES.items()}
QUANTITY_SOURCES = {code: one.sources for code, one in MEASURES.items()}
INTENSITY_SOURCES = {code: one.intensity_sources for code, one in MEASURES.items()}
LEVEL_SOURCES = ("nbs-energy-division", "nbs-input-output")

INTENSITY_STANDINGS = {code: one.intensity_standings for code, one in MEASURES.items()}


@once_per_dataset
def first_year(data: Dataset) -> int:
    """Return the first year of the energy inventories; CO2 is shown over the same years."""
    rows = data.ask("nation__yearly").dropna(subset=["energy_tce"])
    return int(rows["year"].min())


def quantity_standing(measure: str, year: int) -> str:
    """Return the standing of a year's energy or CO2."""
    return "reconstructed" if measure == "co2" and year >= BASE_YEAR else "published"


def intensity_standing(measure: str, year: int) -> str:
    """Return the standing of a year's intensity over value added that is itself verified."""
    return "reconstructed" if measure == "co2" and year >= BASE_YEAR else "derived"


def source_names(data: Dataset, source_ids: tuple[str, ...], tell: Speaker) -> str:
    """Return the names of sources for a source line, each once."""
    return tell.clauses(source_list(data, source_ids, tell))


def source_list(data: Dataset, source_ids: tuple[str, ...], tell: Speaker) -> list[str]:
    """Return the names of sources, each once."""
    names = {**_names(data, tell.lang), READER: tell("study.source")}
    return list(dict.fromkeys(names[source_id] for source_id in source_ids))


def sources_in_short(data: Dataset, source_ids: tuple[str, ...], tell: Speaker) -> str:
    """Return the names of sources where a list of all stands elsewhere: of many the first few."""
    names = source_list(data, source_ids, tell)
    if len(names) <= MOST_NAMED:
        return tell.clauses(names)
    return tell("figure.source.more", named=tell.clauses(names[:MOST_NAMED]), count=len(names))


@once_per_dataset
def _names(data: Dataset, lang: Lang) -> Mapping[str, str]:
    """Return the name of every source by its id; a frame asked for every figure costs time."""
    rows = data.ask("sources__all")
    return dict(zip(rows["source_id"], rows[f"name_{lang}"].astype(str), strict=True))


def footnotes(
    figure: Figure, sources: str, tell: Speaker, said: Mapping[str, str] = NOTHING_SAID
) -> list[str]:
    """Return the lines below a figure: its notes, what its figures are, where they come from.

    ``said`` holds notes that stand elsewhere already, by where: these are pointed to, not repeated.
    """
    fresh = [note for note in figure.notes if note not in said]
    places = dict.fromkeys(said[note] for note in figure.notes if note in said)
    pointer = [tell("figure.noted", places=tell.listed(places))] if places else []
    return [
        *fresh,
        *pointer,
        standing_line(figure, tell),
        tell("figure.source", sources=sources),
    ]


def standing_line(figure: Figure, tell: Speaker) -> str:
    """Return what the figures of a figure are, each standing once."""
    standings = tell.listed(tell(f"standing.{standing}") for standing in figure.standings)
    return tell("figure.standing", standings=standings)


def fault_words(data: Dataset, fault_id: str, tell: Speaker) -> str:
    """Return what is wrong and how it is handled, for one known fault."""
    row = data.ask("faults__all").set_index("fault_id").loc[fault_id]
    return tell.sentences(str(row[f"{part}_{tell.lang}"]) for part in ("fault", "treatment"))
