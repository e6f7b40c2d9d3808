"""What a figure with a name is: the choices of its page, their words, and how it is made."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from carbonpeak.data.catalogue import Text
from carbonpeak.data.dataset import Dataset
from carbonpeak.figures.choices import AnyChoice, Selection
from carbonpeak.figures.figure import Figure
from carbonpeak.words.speaker import Speaker

Raw = Mapping[str, Sequence[str]]
# Whether something holds of the values of a page.
When = Callable[[Selection], bool]


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
    ``to_own_last`` says that it shows each place up to that place's own last year.
    ``idle`` says of a choice in ``uses`` when it changes nothing, as the others are set: then it
    reaches ``build`` at its default, and is neither printed as a filter nor written into the id.
    """

    name: str
    uses: tuple[str, ...]
    build: Callable[[Dataset, Any, Speaker], Figure | None]
    idle: Mapping[str, When] = field(default_factory=dict)
    to_own_last: bool = False

    def __post_init__(self) -> None:
        """Refuse a rule for a choice that the figure does not have."""
        if not set(self.idle) <= set(self.uses):
            raise ValueError(f"{self.name} does not depend on {set(self.idle) - set(self.uses)}")

    def is_idle(self, name: str, values: Selection) -> bool:
        """Return whether a choice changes nothing in the figure as the others are set."""
        return name in self.idle and self.idle[name](values)


def has(name: str, *codes: str) -> When:
    """Return whether a choice has one of some codes, as a rule for ``FigureSpec.idle``."""
    return lambda values: values.one(name) in codes


def lacks(name: str, *codes: str) -> When:
    """Return whether a choice has none of some codes; ``""`` is the code of nothing chosen."""
    return lambda values: values.one(name) not in codes


def either(*rules: When) -> When:
    """Return whether one of some rules holds."""
    return lambda values: any(rule(values) for rule in rules)


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
