"""Who reads: which data may be seen, in which language, and what was chosen on the page."""

from dataclasses import dataclass, field
from typing import Any

from carbonpeak.data.dataset import Dataset
from carbonpeak.figures.choices import Selection
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.page_spec import Control
from carbonpeak.topics import registry
from carbonpeak.topics.registry import Chosen, Codes
from carbonpeak.words import Lang
from carbonpeak.words.speaker import Speaker


@dataclass(frozen=True)
class Reader:
    """The reader of one page in one run."""

    data: Dataset
    say: Speaker
    given: Chosen
    # The figures that stand on the page so far.
    shown: list[Figure] = field(default_factory=list)

    @property
    def lang(self) -> Lang:
        """The language of the reader."""
        return self.say.lang

    @property
    def chosen(self) -> Any:
        """The choices of the page, as its topic reads them."""
        return self.given.typed

    @property
    def values(self) -> Selection:
        """The values of the page's choices by their names in the URL."""
        return self.given.values

    def control(self, name: str) -> Control:
        """Return a choice of the page with its words; KeyError where the page has none."""
        return self.given.controls[name]

    def words(self, name: str, code: str) -> str:
        """Return what a code of a choice is called."""
        return self.control(name).words(self.data, self.say, code)

    def codes(self, figure: str) -> Codes:
        """Return the codes of every choice a figure depends on."""
        return self._given_for(figure).in_full(registry.FIGURES[figure])

    def has_shown(self, figure: Figure) -> None:
        """Keep a figure that stands on the page now."""
        self.shown.append(figure)

    @property
    def notes(self) -> tuple[str, ...]:
        """The notes of all figures on the page, each once."""
        return tuple(dict.fromkeys(note for figure in self.shown for note in figure.notes))

    def figure(self, name: str) -> Figure | None:
        """Return a figure for what was chosen, None where there is nothing to show.

        A figure of another page is that of its defaults.
        """
        return registry.figure(self.data, name, self._given_for(name), self.say)

    def _given_for(self, figure: str) -> Chosen:
        """Return what counts for a figure: the choices of this page, or the defaults of its own."""
        page = registry.PAGE_OF[figure]
        return self.given if page is self.given.page else registry.chosen(self.data, page, {})
