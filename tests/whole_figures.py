"""What every figure must have, whatever it shows."""

from carbonpeak.data.dataset import Dataset
from carbonpeak.figures.figure import Figure


def assert_whole(data: Dataset, figure: Figure | None) -> None:
    """Assert that a figure has its words, standings, known sources, and rows without holes."""
    assert figure is not None
    assert figure.title
    assert figure.subtitle
    assert figure.alt
    assert figure.standings
    assert figure.source_ids
    assert set(figure.source_ids) <= set(data.ask("sources__all")["source_id"])
    assert len(figure.table) > 0
    cells = [cell for column in figure.table.columns for cell in column.cells]
    assert all(cell.text for cell in cells)
    assert all((cell.value is None) == bool(cell.missing) for cell in cells)
