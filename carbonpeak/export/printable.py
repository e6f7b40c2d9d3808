"""A printable figure: one figure in one language with everything that goes along into a file."""

from dataclasses import dataclass

from carbonpeak.data.dataset import Scope
from carbonpeak.export.passport import Passport
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import footnotes
from carbonpeak.words import Lang
from carbonpeak.words.speaker import Speaker

SOFTWARE = "carbonpeak"


@dataclass(frozen=True, eq=False)
class PrintableFigure:
    """A figure ready for a file.

    ``filters`` holds (what, chosen) in words for every choice the figure depends on; ``sources`` is
    the text of the source line, ``sources_in_short`` that where all stand elsewhere. ``own_title``
    and ``own_note`` are an author's words; without them the figure's title, the finding, stands
    above the figure.
    """

    figure: Figure
    tell: Speaker
    scope: Scope
    passport: Passport
    filters: tuple[tuple[str, str], ...]
    sources: str
    own_title: str = ""
    own_note: str = ""
    sources_in_short: str = ""

    @property
    def lang(self) -> Lang:
        """The language of the figure."""
        return self.tell.lang

    @property
    def title(self) -> str:
        """The title above the figure: the author's where there is one."""
        return self.own_title or self.figure.title

    @property
    def filter_line(self) -> str:
        """Every filter in full, in one line; nothing where the figure has no choices."""
        joint = self.tell("figure.joint")
        pairs = [self.tell("figure.filter", name=name, value=v) for name, v in self.filters]
        return self.tell("figure.filters", filters=joint.join(pairs)) if pairs else ""

    @property
    def identity_line(self) -> str:
        """Data version, method version and passport, as they stand below the figure."""
        return self.tell(
            "figure.identity",
            data=self.passport.data_version,
            method=self.passport.method_version,
            passport=self.passport.id,
        )

    @property
    def lines(self) -> tuple[str, ...]:
        """What stands below the figure: note, filters, notes, standing, source, identity."""
        above = [self.own_note, self.filter_line]
        below = footnotes(self.figure, self.sources, self.tell)
        return (*(line for line in above if line), *below, self.identity_line)

    @property
    def metadata(self) -> dict[str, str]:
        """What is written into a file beside the picture: ASCII keys, texts of the language."""
        return {
            "Title": self.title,
            "Description": self.figure.subtitle,
            "Source": self.sources,
            "Passport": self.passport.id,
            "DataVersion": self.passport.data_version,
            "Language": {"zh": "zh-CN", "en": "en"}[self.lang],
            "Software": SOFTWARE,
        }
