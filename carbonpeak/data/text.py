"""One thing said in both languages."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Text:
    """One thing said in both languages."""

    zh: str
    en: str
