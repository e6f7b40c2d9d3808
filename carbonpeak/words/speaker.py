"""Who speaks to the reader: every word, list and clause in one language."""

from collections.abc import Iterable
from dataclasses import dataclass

from carbonpeak.data.catalogue import Text
from carbonpeak.words import Lang, pick, say


@dataclass(frozen=True)
class Speaker:
    """Says texts by their keys in one language."""

    lang: Lang

    def __call__(self, key: str, **values: object) -> str:
        """Return the text of a key with its places filled."""
        return say(key, self.lang, **values)

    @property
    def is_chinese(self) -> bool:
        """Whether the language is Chinese."""
        return self.lang == "zh"

    def text(self, both: Text) -> str:
        """Return one text of the tables in the language."""
        return pick(both, self.lang)

    def listed(self, items: Iterable[str]) -> str:
        """Return items as a list within a sentence."""
        return self("list.separator").join(items)

    def enumerated(self, items: Iterable[str]) -> str:
        """Return items as a list whose last two are joined by "and" where the language does so."""
        *first, last = items
        return self("list.last", first=self.listed(first), last=last) if first else last

    def clauses(self, items: Iterable[str]) -> str:
        """Return clauses side by side in one sentence."""
        return self("clause.separator").join(items)

    def sentences(self, items: Iterable[str]) -> str:
        """Return sentences or words one after the other, with a blank where the language has one."""
        return ("" if self.is_chinese else " ").join(items)

    def years(self, first: int, last: int) -> str:
        """Return a span of years, a single year as itself."""
        dash = "—" if self.is_chinese else "-"
        return str(first) if first == last else f"{first}{dash}{last}"
