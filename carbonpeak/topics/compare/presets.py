"""What a reader may begin with: a few places or sectors that the data name."""

import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain.view import View
from carbonpeak.figures import doubts
from carbonpeak.thresholds import BASE_YEAR, NATION
from carbonpeak.topics.compare import analysis
from carbonpeak.topics.compare.analysis import DIVISIONS, PLACES
from carbonpeak.topics.compare.choices import QUANTITIES
from carbonpeak.topics.compare.entries import names_of
from carbonpeak.words.speaker import Speaker

# How many codes a preset has.
COUNT = 3


def presets(data: Dataset, tell: Speaker) -> dict[str, str]:
    """Return the codes of each preset, joined as in an address, with the words for it."""
    found = (
        ("largest_places", PLACES, _largest(data, PLACES)),
        ("intensity", PLACES, _lagging(data)),
        ("largest_sectors", DIVISIONS, _largest(data, DIVISIONS)),
    )
    return {
        ",".join(codes): tell(
            f"compare.preset.{key}",
            year=data.last_year,
            base=BASE_YEAR,
            names=tell.listed(names_of(data, kind, tell)[code] for code in codes),
        )
        for key, kind, codes in found
    }


def _largest(data: Dataset, kind: str) -> list[str]:
    """Return the codes with most CO2 in the last year, the largest first."""
    values = analysis.levels(data, kind, QUANTITIES["co2"]).values
    return _highest(values.drop(index=NATION)[data.last_year])


def _lagging(data: Dataset) -> list[str]:
    """Return the provinces whose energy intensity fell least or rose most, doubtful ones aside."""
    values = analysis.of_places(data, QUANTITIES["energy_intensity"]).values.drop(index=NATION)
    doubtful = doubts.codes(data, View(year=data.last_year))
    sound = values.drop(index=[code for code in values.index if code in doubtful])
    return _highest(sound[data.last_year] / sound[BASE_YEAR])


def _highest(values: "pd.Series[float]") -> list[str]:
    known = values.dropna().sort_values(ascending=False, kind="stable")
    return [str(code) for code in known.index[:COUNT]]
