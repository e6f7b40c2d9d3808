"""Who reads: the language, and what was chosen on the page."""

from dataclasses import dataclass

from carbonpeak import server
from carbonpeak.exhibits.exhibit import Exhibit
from carbonpeak.figures import registry
from carbonpeak.figures.figure import Control
from carbonpeak.figures.registry import Chosen, Codes
from carbonpeak.selection import Selection
from carbonpeak.wording import Lang, say


@dataclass(frozen=True)
class Reader:
    """The reader of one page in one run."""

    lang: Lang
    given: Chosen

    @property
    def chosen(self) -> Selection:
        """The values of the page's choices."""
        return self.given.values

    def control(self, name: str) -> Control:
        """Return a choice of the page with its words; KeyError where the page has none."""
        return self.given.controls[name]

    def words(self, name: str, code: str) -> str:
        """Return what a code of a choice is called."""
        return self.control(name).words(server.ask, self.lang, code)

    def codes(self, figure: str) -> Codes:
        """Return the codes of every choice a figure depends on."""
        return self.given.in_full(registry.FIGURES[figure])

    def exhibit(self, figure: str) -> Exhibit | None:
        """Return a figure for what was chosen, None where there is nothing to show."""
        return server.made(registry.exhibit, figure, self.codes(figure), self.lang)

    def say(self, key: str, **values: object) -> str:
        """Return a text in the reader's language."""
        return say(key, self.lang, **values)
