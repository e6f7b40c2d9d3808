"""What may be wrong with data, said in both languages; the words stand in ``words.py``."""

from carbonpeak.data.text import Text
from carbonpeak.data.words import WORDS


def said(key: str, **facts: object) -> Text:
    """Return a sentence with its places filled; KeyError for an unknown key or a place left."""
    words = WORDS[key]
    return Text(words.zh.format(**facts), words.en.format(**facts))


class DataFault(Exception):
    """Data, a query or what was asked of them is not as it must be; ``str`` is the English."""

    def __init__(self, words: Text | str) -> None:
        """Keep the sentence; one that only the command line shows is English alone."""
        self.text = Text(words, words) if isinstance(words, str) else words
        super().__init__(self.text.en)
