"""Cells of a table in a report: how wide its columns are and how a large one is cut."""

from dataclasses import dataclass, replace

from carbonpeak.export.rows.plain import glyphs

# In digits: the margins of a cell, a Chinese text that is not broken further, the longest word
# that is kept whole, and the longest text that is given its own room.
PADDING, LEAST_CHINESE, LONGEST_WORD, LONGEST_LIKED = 2.0, 6, 14, 60


@dataclass(frozen=True)
class Grid:
    """Cells of a table; ``figures`` says of each column whether it holds numbers."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: tuple[bool, ...]

    def shares(self, room: float) -> tuple[float, ...]:
        """Return how wide each column is, as parts of one, in a room so many digits wide.

        First what no line break can shorten, then of what is left what each would like.
        """
        texts = tuple(zip(self.head, *self.rows, strict=True))
        least = [PADDING + max(map(_unbreakable, cells)) for cells in texts]
        liked = [PADDING + _liked(cells) for cells in texts]
        rest = max(room - sum(least), 0.0)
        more = [max(like - need, 0.0) for like, need in zip(liked, least, strict=True)]
        part = min(rest / sum(more), 1.0) if any(more) else 0.0
        widths = [need + part * one for need, one in zip(least, more, strict=True)]
        return tuple(one / sum(widths) for one in widths)

    def bands(self, most: int) -> tuple["Grid", ...]:
        """Return the grid cut into grids of at most so many columns, each with the first one."""
        width = len(self.head)
        if width <= most:
            return (self,)
        count = -(-(width - 1) // (most - 1))
        step = -(-(width - 1) // count)
        starts = range(1, width, step)
        return tuple(self._taking((0, *range(at, min(at + step, width)))) for at in starts)

    def pages(self, most: int) -> tuple["Grid", ...]:
        """Return the grid cut into grids of at most so many rows, of about equal length."""
        count = max(1, -(-len(self.rows) // most))
        step = max(1, -(-len(self.rows) // count))
        cuts = range(0, max(len(self.rows), 1), step)
        return tuple(replace(self, rows=self.rows[at : at + step]) for at in cuts)

    def _taking(self, places: tuple[int, ...]) -> "Grid":
        rows = tuple(tuple(row[place] for place in places) for row in self.rows)
        head = tuple(self.head[place] for place in places)
        return Grid(head, rows, tuple(self.figures[place] for place in places))


def _unbreakable(text: str) -> float:
    """Return how wide the longest part of a text is that no line break can shorten."""
    return max((_word(one) for one in text.split()), default=0)


def _word(word: str) -> float:
    width = glyphs(word)
    return min(width, LONGEST_WORD if width == len(word) else LEAST_CHINESE)


def _liked(cells: tuple[str, ...]) -> float:
    head, *others = cells
    return min(max(glyphs(head) / 2, *map(glyphs, others), 0), LONGEST_LIKED)
