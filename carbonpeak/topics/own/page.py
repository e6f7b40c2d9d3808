"""The choices of the page Own data; it has no figure of its own."""

from carbonpeak.data.dataset import Dataset
from carbonpeak.figures.choices import Choice
from carbonpeak.figures.page_spec import Control, PageSpec, Raw
from carbonpeak.incoming import check
from carbonpeak.incoming.sent import EVERY
from carbonpeak.topics.own.choices import OwnChoices
from carbonpeak.topics.own.words import WORDS
from carbonpeak.words.speaker import Speaker

# What a statistics bureau has comes first; the other tables of figures follow.
FIRST = ("energy", "co2", "value_added", "gdp", "energy_transformation")
# A table of figures says of each row what it is and where it comes from.
OF_FIGURES = {"standing", "source_id"}


def tables(data: Dataset) -> tuple[str, ...]:
    """Return the tables that files can be given for, those of a bureau first."""
    known = [one.name for one in check.importable(data) if _is_of_figures(data, one.name)]
    first = [name for name in FIRST if name in known]
    return (*first, *(name for name in known if name not in first))


def _is_of_figures(data: Dataset, name: str) -> bool:
    return {one.name for one in data.catalogue.table(name).fields} >= OF_FIGURES


def controls(data: Dataset, raw: Raw) -> tuple[Control, ...]:
    """Return the choice of a table."""
    names = tables(data)
    return (Control(Choice("table", (*names, EVERY), names[0]), "own.table", _title),)


def _title(data: Dataset, tell: Speaker, code: str) -> str:
    if code == EVERY:
        return tell("own.table.all")
    return f"{tell.text(data.catalogue.table(code).title)} · {code}"


PAGE = PageSpec("own_data", OwnChoices.of, controls, (), WORDS)
