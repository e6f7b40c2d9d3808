"""Where the figures of a measure come from and what they are: years, sources, standings."""

from carbonpeak.exhibits.exhibit import Exhibit
from carbonpeak.findings.view import Ask
from carbonpeak.thresholds import BASE_YEAR
from carbonpeak.wording import Lang, say

# The last year of the inventories.
LAST_YEAR = 2022
# Before this year the energy inventories have no rows; CO2 is shown over the same years.
FIRST_YEAR = 2011

QUANTITY = {"energy": "energy_tce", "co2": "co2_t"}
QUANTITY_SOURCES: dict[str, tuple[str, ...]] = {
    "energy": ("ceads-energy",),
    "co2": ("ceads-co2", "reconstruction"),
}
INTENSITY_SOURCES = {
    measure: (*sources, "nbs-value-added") for measure, sources in QUANTITY_SOURCES.items()
}
LEVEL_SOURCES = ("nbs-energy-division", "nbs-input-output")

INTENSITY_STANDINGS: dict[str, tuple[str, ...]] = {
    "energy": ("derived",),
    "co2": ("reconstructed", "derived"),
}


def quantity_standing(measure: str, year: int) -> str:
    """Return the standing of a year's energy or CO2."""
    return "reconstructed" if measure == "co2" and year >= BASE_YEAR else "published"


def intensity_standing(measure: str, year: int) -> str:
    """Return the standing of a year's intensity over value added that is itself verified."""
    return "reconstructed" if measure == "co2" and year >= BASE_YEAR else "derived"


def source_names(ask: Ask, source_ids: tuple[str, ...], lang: Lang) -> str:
    """Return the names of sources for a source line, each once."""
    names = ask("sources__all").set_index("source_id")[f"name_{lang}"]
    return ("；" if lang == "zh" else "; ").join(names[one] for one in dict.fromkeys(source_ids))


def footnotes(exhibit: Exhibit, sources: str, lang: Lang) -> list[str]:
    """Return the lines below a figure: its notes, what its figures are, where they come from."""
    kinds = [say(f"standing.{one}", lang) for one in exhibit.standings]
    return [
        *exhibit.notes,
        say("figure.standing", lang, standings=say("list.separator", lang).join(kinds)),
        say("figure.source", lang, sources=sources),
    ]


def fault_words(ask: Ask, fault_id: str, lang: Lang) -> str:
    """Return what is wrong and how it is handled, for one known fault."""
    row = ask("faults__all").set_index("fault_id").loc[fault_id]
    joint = "" if lang == "zh" else " "
    return f"{row[f'fault_{lang}']}{joint}{row[f'treatment_{lang}']}"
