"""Which regions the tables cover: all of them, those with an inventory, those split by sector."""

from dataclasses import dataclass

from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.domain.view import provinces

# A division that every province has.
POWER = "44"


@dataclass(frozen=True)
class Coverage:
    """How many regions there are, and the codes of those that are not covered, or not split."""

    regions: int
    uncovered: tuple[str, ...]
    unsplit: tuple[str, ...]


@once_per_dataset
def coverage(data: Dataset) -> Coverage:
    """Return what the inventories of the last year cover."""
    places = provinces(data)
    rows = data.ask("regions__of_sector", sector_code=POWER, first_year=data.last_year)
    unsplit = rows["region_code"][~rows["is_split_usable"].astype(bool)].unique()
    uncovered = places.index[~places["in_inventory"].astype(bool)]
    return Coverage(len(places), tuple(map(str, uncovered)), tuple(map(str, unsplit)))
