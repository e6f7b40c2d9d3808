"""What is asked of a decomposition, and in which cases it cannot be answered."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.data.queries import QueryError, unknown
from carbonpeak.data.text import Text
from carbonpeak.domain import power, sectors
from carbonpeak.domain.power import WITHOUT_POWER
from carbonpeak.domain.view import BASES, provinces
from carbonpeak.thresholds import BASE_YEAR
from carbonpeak.topics.drivers.analysis_cells import FUELS, UNSPLIT, known_years
from carbonpeak.topics.drivers.words import WORDS

# A change that ends no later than the base year of the targets is told from the base before it.
EARLIER_START = 2015
# The drivers in the order of the chain: value added, its share by province, energy per value added,
# share of each group of fuels, CO2 per energy; cement process CO2 is a term of its own.
CHAIN = {
    "energy": ("activity", "structure", "intensity"),
    "co2": ("activity", "structure", "intensity", "fuel_mix", "carbon_factor"),
}
# Why a question has no answer, in words of the command line; the pages have their own.
REFUSALS = ("same_year", "reversed", "years", "no_inventory", "no_split", "nothing")


@dataclass(frozen=True)
class Question:
    """What changed between which years, on which basis ("" for the first), where ("" for all)."""

    measure: str
    basis: str
    first: int
    last: int
    region_code: str = ""
    sector_code: str = ""

    @property
    def basis_name(self) -> str:
        """The basis, the measure's first where none is named."""
        return self.basis or next(iter(BASES[self.measure]))

    @property
    def has_process(self) -> bool:
        """Whether cement process CO2 counts."""
        return self.measure == "co2" and self.basis_name == "total"

    @property
    def drivers(self) -> tuple[str, ...]:
        """The effects asked for; within one province there is no structure of provinces."""
        chain = CHAIN[self.measure]
        own = tuple(name for name in chain if name != "structure") if self.region_code else chain
        return (*own, "process") if self.has_process else own

    @property
    def is_one_sector(self) -> bool:
        """Whether one division is asked for, not several and not all."""
        return self.sector_code not in ("", WITHOUT_POWER)

    def holds(self, data: Dataset, codes: "pd.Series[str]") -> "pd.Series[bool]":
        """Return which divisions are asked for, all where none is named."""
        if not self.sector_code:
            return pd.Series(True, index=codes.index)
        return power.holds(data, self.sector_code, codes)

    def among(self, data: Dataset) -> "Question":
        """Return the same change in all provinces and divisions, with the name of its basis.

        Up to a year that a province alone has, in all divisions of that province.
        """
        place = self.region_code if self.last > data.last_year else ""
        return replace(self, basis=self.basis_name, region_code=place, sector_code="")


def usual_years(data: Dataset, region_code: str = "") -> tuple[int, int]:
    """Return the years of a change unless others are chosen: since the base of the targets.

    Of one province up to its own last year.
    """
    last = known_years(data, region_code)[-1]
    return usual_first(data, last), last


def usual_first(data: Dataset, last: int) -> int:
    """Return the year from which a change up to a last one is told unless another is chosen."""
    years = known_years(data)
    starts = (start for start in (BASE_YEAR, EARLIER_START) if start in years and start < last)
    return next(starts, years[0])


def usual_question(
    data: Dataset, measure: str = "energy", basis: str = "", region_code: str = ""
) -> Question:
    """Return what changed, between the years told unless others are chosen."""
    return Question(measure, basis, *usual_years(data, region_code), region_code)


def check(data: Dataset, question: Question) -> None:
    """Raise QueryError with a sentence where a question has no answer."""
    check_word("measure", question.measure, CHAIN)
    check_word("basis", question.basis_name, BASES[question.measure])
    if question.region_code:
        check_word("region", question.region_code, provinces(data).index)
    if question.sector_code:
        check_word("sector", question.sector_code, sector_codes(data))
    reason = refusal(data, question)
    if reason:
        raise QueryError(_sentence(data, reason, question))


def sector_codes(data: Dataset) -> tuple[str, ...]:
    """Return the codes a question may name: all industry but power and heat, every division."""
    return (WITHOUT_POWER, *sectors.codes(data))


def check_word(kind: str, asked: str, known: Iterable[str]) -> None:
    """Raise QueryError with near ones where a word is not one of the known."""
    if asked not in (words := list(known)):
        raise QueryError(unknown(kind, asked, words))


def refusal(data: Dataset, question: Question) -> str:
    """Return the key of REFUSALS that says why there is no answer, "" where there is one."""
    if question.first == question.last:
        return "same_year"
    if question.first > question.last:
        return "reversed"
    if not {question.first, question.last} <= set(known_years(data, question.region_code)):
        return "years"
    return _place_refusal(data, question)


def _place_refusal(data: Dataset, question: Question) -> str:
    region, sector = question.region_code, question.sector_code
    if not (region or sector):
        return ""
    if region and not provinces(data)["in_inventory"][region]:
        return "no_inventory"
    years = [question.first, question.last]
    rows = data.ask("drivers__cells", region_code=region or None, sector_code=None, years=years)
    if sector and set(rows["sector_code"]) == {UNSPLIT}:
        return "no_split"
    own = rows[question.holds(data, rows["sector_code"])]
    return "" if (own[_columns(question)].sum() > 0).any() else "nothing"


def _columns(question: Question) -> list[str]:
    """Return the columns of the cells that add up to what is asked for."""
    if question.measure == "energy":
        return [BASES["energy"][question.basis_name]]
    burnt = [column for column in FUELS.values() if column]
    return [*burnt, "process_co2_t"] if question.has_process else burnt


def _sentence(data: Dataset, reason: str, question: Question) -> Text:
    years = known_years(data, question.region_code)
    words = WORDS[f"drivers.cannot.{reason}"]
    facts = {
        "first": question.first,
        "last": question.last,
        "known_first": years[0],
        "known_last": years[-1],
        "region": question.region_code,
        "sector": question.sector_code,
    }
    return Text(
        words.zh.format(**facts, where=question.region_code or "任何地区"),
        words.en.format(**facts, where=question.region_code or "any province"),
    )
