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

    def clauses(self, items: Iterable[str]) -> str:
        """Return clauses side by side in one sentence."""
        return self("clause.separator").join(items)

    def sentences(self, items: Iterable[str]) -> str:
        """Return sentences or words one after the other, with a blank where the language has one."""
        return ("" if self.is_chinese else " ").join(items)
