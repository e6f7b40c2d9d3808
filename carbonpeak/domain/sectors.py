"""The divisions of industry by code, as the tables name them."""

from dataclasses import dataclass

from carbonpeak.data import asked
from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.domain.view import provinces

# The division of the decomposition that stands for all of a province without a usable split.
WHOLE = "all"


@dataclass(frozen=True)
class Coverage:
    """Which provinces the sums of divisions hold, by code.

    ``counted`` have a usable split by sector, ``unsplit`` an inventory whose split is not usable,
    ``uncovered`` no inventory.
    """

    counted: tuple[str, ...]
    unsplit: tuple[str, ...]
    uncovered: tuple[str, ...]

    @property
    def covered(self) -> tuple[str, ...]:
        """The provinces with an inventory."""
        return tuple(sorted((*self.counted, *self.unsplit)))

    @property
    def left_out(self) -> tuple[str, ...]:
        """The provinces that no sum of divisions holds."""
        return (*self.unsplit, *self.uncovered)


@once_per_dataset
def coverage(data: Dataset) -> Coverage:
    """Return which provinces the sums of divisions hold."""
    places = provinces(data)
    # Which provinces count is a fact of all tables: it is behind no single number.
    with asked.listening():
        whole = data.ask("drivers__cells", region_code=None, sector_code=WHOLE, years=None)
    covered = places.index[places["in_inventory"]]
    unsplit = covered.isin(whole["region_code"].unique())
    uncovered = places.index.difference(covered)
    return Coverage(tuple(covered[~unsplit]), tuple(covered[unsplit]), tuple(uncovered))


@once_per_dataset
def names(data: Dataset, lang: str) -> dict[str, str]:
    """Return the short names of the divisions by code, in the order of their codes."""
    rows = data.ask("sectors__all")
    return dict(zip(rows["sector_code"], rows[f"short_{lang}"], strict=True))


@once_per_dataset
def codes(data: Dataset) -> tuple[str, ...]:
    """Return the codes of the divisions, in order."""
    return tuple(data.ask("sectors__all")["sector_code"])


@once_per_dataset
def plan_industries(data: Dataset, lang: str) -> dict[str, str]:
    """Return the key industries of the peaking plan by code, in the order of the plan."""
    rows = data.ask("sectors__all").dropna(subset=["plan_industry_code"]).sort_values("plan_order")
    return dict(zip(rows["plan_industry_code"], rows[f"plan_industry_{lang}"], strict=True))
