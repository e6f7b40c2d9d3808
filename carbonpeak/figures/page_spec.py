"""What a figure with a name is: the choices of its page, their words, and how it is made."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from carbonpeak.data.catalogue import Text
from carbonpeak.data.dataset import Dataset
from carbonpeak.figures.choices import AnyChoice, Selection
from carbonpeak.figures.figure import Figure
from carbonpeak.words.speaker import Speaker

Raw = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Control:
    """One choice of a page: its codes, the key of its label, and what each code is called.

    ``only_with`` names another choice and the code with which this one counts; else it always does.
    """

    choice: AnyChoice
    label: str
    words: Callable[[Dataset, Speaker, str], str]
    only_with: tuple[str, str] | None = None


@dataclass(frozen=True)
class FigureSpec:
    """One figure: its name, the names of the choices it depends on, and what makes it.

    ``build`` takes the data, the choices of the page and who speaks; choices that are not in
    ``uses`` reach it at their defaults. It returns None where there is nothing to show.
    """

    name: str
    uses: tuple[str, ...]
    build: Callable[[Dataset, Any, Speaker], Figure | None]


@dataclass(frozen=True)
class PageSpec:
    """The choices, figures and words of one page.

    ``controls`` takes what the URL says: which codes a choice allows may depend on another choice.
    ``choices`` makes the topic's own record, frozen and hashable, of the values of all controls.
    """

    name: str
    choices: Callable[[Selection], Any]
    controls: Callable[[Dataset, Raw], tuple[Control, ...]]
    figures: tuple[FigureSpec, ...]
    words: Mapping[str, Text]


@dataclass(frozen=True)
class NoChoices:
    """The choices of a page that has none."""

    @classmethod
    def of(cls, values: Selection) -> "NoChoices":
        """Return nothing chosen."""
        return cls()
