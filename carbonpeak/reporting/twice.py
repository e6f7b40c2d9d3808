"""Texts that the store holds in both languages at once, in one column: "中文 / English".

They are those of the library and of the made example, known word by word. What people typed is in
the language they chose and never taken apart, whatever signs it has.
"""

from collections.abc import Mapping

from carbonpeak.data.text import Text
from carbonpeak.words import Lang, pick


def kept(text: Text) -> str:
    """Return a text as the store keeps it."""
    return f"{text.zh} / {text.en}"


def by_kept(*texts: Text) -> dict[str, Text]:
    """Return texts by what the store keeps of them."""
    return {kept(one): one for one in texts}


def told(held: str, known: Mapping[str, Text], lang: Lang) -> str:
    """Return what the store keeps in one language where it is one of these texts, else whole."""
    return pick(known[held], lang) if held in known else held
