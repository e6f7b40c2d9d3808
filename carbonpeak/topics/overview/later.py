"""Places whose own figures go on after the nation's last year: where each stands, in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain.view import TARGETS, View, region_names
from carbonpeak.figures import labels
from carbonpeak.thresholds import BASE_YEAR
from carbonpeak.topics.peak import analysis as peaks
from carbonpeak.topics.peak import labels as peak_labels
from carbonpeak.topics.regions import analysis as regions
from carbonpeak.words.sentences import moved
from carbonpeak.words.speaker import Speaker


@dataclass(frozen=True)
class Later:
    """A place, its own last year, and where it stands in that year, in Markdown."""

    region_code: str
    year: int
    said: str


def places(data: Dataset, tell: Speaker) -> tuple[Later, ...]:
    """Return the places that go on after the nation; none where all end in one year."""
    return tuple(_place(data, code, tell) for code in data.later_places)


def _place(data: Dataset, code: str, tell: Speaker) -> Later:
    year = data.last_year_of(code)
    facts = tell.clauses((*_paces(data, code, year, tell), _peak(data, code, year, tell)))
    names = {"name": region_names(data, tell.lang)[code], "nation": data.last_year}
    return Later(code, year, tell("overview.later", year=year, facts=facts, **names))


def _paces(data: Dataset, code: str, year: int, tell: Speaker) -> Iterator[str]:
    """Yield what each intensity did since the base year and its tier, with the mark of doubt."""
    for measure in TARGETS:
        row = regions.judged(data, View(measure, year=year)).loc[[code]].iloc[0]
        if row["cumulative"] == row["cumulative"]:
            tier = labels.tier(str(row["tier_schedule"]), tell) + labels.doubt(row)
            change = moved(float(row["cumulative"]), tell, float(row["due"]))
            quantity = tell(f"overview.later.{measure}")
            yield tell(
                "overview.later.pace", quantity=quantity, moved=change, base=BASE_YEAR, tier=tier
            )


def _peak(data: Dataset, code: str, year: int, tell: Speaker) -> str:
    row = peaks.by_last_year(data, "total", code, peaks.ALL, (year,)).iloc[0]
    return tell("overview.later.peak", state=peak_labels.clause(row, tell))
