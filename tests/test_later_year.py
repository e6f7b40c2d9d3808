"""With one more year in the tables every page follows: figures, choices, cards, links."""

from collections.abc import Iterator

import pytest

from carbonpeak.data.dataset import Dataset
from carbonpeak.topics import registry
from carbonpeak.topics.overview import cards
from carbonpeak.words.speaker import Speaker
from tests import frozen, miniature, needed

# The years of the input-output tables are their own, and scenarios are set side by side by 2030.
WITHOUT_THE_LAST_YEAR = {"structure_waterfall", "structure_divisions", "projection_scenarios"}
# Months, the carbon market, plants, the official tiers, green manufacturing, factors and studies do
# not hang on the inventories.
WITHOUT_INVENTORIES = {
    name
    for name in frozen.figures()
    if name.startswith(("latest_", "market_", "green_", "footprint_")) and name != "market_exposure"
} | {"region_official", "vehicle_records", "vehicles_stated", "coal_spread"}
# Versions are told by their names.
WITHOUT_INVENTORIES |= {"version_rows", "version_verdicts"}
# Records have years of their own.
WITHOUT_INVENTORIES |= {one for one in frozen.figures() if one.startswith("reporting_")}


@pytest.fixture(scope="module")
def later(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dataset]:
    """The miniature tables with inventories up to 2023."""
    folder = miniature.write(tmp_path_factory.mktemp("later") / "data", last_year=2023)
    with frozen.opened(folder) as data:
        yield data


def shown(data: Dataset, name: str) -> str:
    """Return what a figure says besides its notes."""
    codes = needed.codes(name)
    lines = frozen.text(data, name, codes, "en").splitlines()
    return "\n".join(line for line in lines if not line.startswith("note:"))


@pytest.mark.parametrize(
    "name", sorted(set(frozen.figures()) - WITHOUT_THE_LAST_YEAR - WITHOUT_INVENTORIES)
)
def test_a_figure_shows_the_year_that_came(later: Dataset, name: str) -> None:
    assert "2023" in shown(later, name)


@pytest.mark.parametrize("name", sorted(WITHOUT_THE_LAST_YEAR | WITHOUT_INVENTORIES))
def test_a_figure_of_other_years_is_drawn_all_the_same(later: Dataset, name: str) -> None:
    assert shown(later, name) != frozen.NOTHING


@pytest.mark.parametrize(("page", "choice"), [("regions", "year"), ("peak", "until")])
def test_the_year_can_be_chosen_and_is_the_default(later: Dataset, page: str, choice: str) -> None:
    for raw in ({choice: ["2023"]}, {}):
        given = registry.chosen(later, registry.PAGES[page], raw)
        assert not given.notices
        assert given.values.one(choice) == "2023"


def test_the_cards_of_the_overview_speak_of_the_year_that_came(later: Dataset) -> None:
    assert cards.carbon(later, Speaker("en")).since == "2023 against 2020"
    assert "; by 2023 CO₂ intensity" in cards.verdict(later, Speaker("en"))


def test_what_official_figures_say_keeps_their_own_last_year(later: Dataset) -> None:
    assert cards.energy(later, Speaker("en")).since == "2022 against 2020"
