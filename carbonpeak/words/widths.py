"""How long a title may be: in Chinese thirty characters, a narrow one counted half."""

import unicodedata
from collections.abc import Sequence

from carbonpeak.words.speaker import Speaker

TITLE_WIDTH = 30.0


def width(text: str) -> float:
    """Return how wide a text is in Chinese characters; a narrow one counts half."""
    return sum(1.0 if unicodedata.east_asian_width(one) in "WFA" else 0.5 for one in text)


def fitting(titles: Sequence[str], tell: Speaker) -> str:
    """Return the first title that is short enough, the last where none is; English has room."""
    if not tell.is_chinese:
        return titles[0]
    return next((title for title in titles if width(title) <= TITLE_WIDTH), titles[-1])
