"""What a figure with a name is: the choices of its page, their words, and how it is made."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from carbonpeak.exhibits.exhibit import Exhibit
from carbonpeak.findings.view import Ask
from carbonpeak.selection import AnyChoice, Selection
from carbonpeak.wording import Lang

Raw = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Control:
    """One choice of a page: its codes, the key of its label, and what each code is called.

    ``only_with`` names another choice and the code with which this one counts; else it always does.
    """

    choice: AnyChoice
    label: str
    words: Callable[[Ask, Lang, str], str]
    only_with: tuple[str, str] | None = None


@dataclass(frozen=True)
class Figure:
    """One figure: its name, the names of the choices it depends on, and what makes it.

    ``build`` sees no other choice than those of ``uses``; it returns None where there is nothing.
    """

    name: str
    uses: tuple[str, ...]
    build: Callable[[Ask, Selection, Lang], Exhibit | None]


@dataclass(frozen=True)
class Sheet:
    """The choices and figures of one page.

    ``controls`` takes what the URL says: which codes a choice allows may depend on another choice.
    """

    page: str
    controls: Callable[[Ask, Raw], tuple[Control, ...]]
    figures: tuple[Figure, ...]
