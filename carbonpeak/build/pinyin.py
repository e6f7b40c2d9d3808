"""Chinese words in pinyin without tones, for those who type it."""

from functools import cache

from carbonpeak.build import registers
from carbonpeak.build.schema import BuildError

# Characters with their usual reading, and words in which one of them is read another way.
FILE = "pinyin.csv"
LONGEST_WORD = 4


def spoken(text: str) -> str:
    """Return a text by whole syllables and by initials: "能耗" as "nenghao nh".

    BuildError names a character that has no reading.
    """
    syllables = list(_syllables(text))
    return f"{''.join(syllables)} {''.join(one[0] for one in syllables)}"


def _syllables(text: str) -> list[str]:
    found: list[str] = []
    place = 0
    while place < len(text):
        word = next((one for one in _words_at(text, place) if one in _readings()), None)
        if word is None:
            found += _other(text[place])
            place += 1
        else:
            found += _readings()[word].split()
            place += len(word)
    return found


def _words_at(text: str, place: int) -> list[str]:
    """Return the words that may begin at a place, the longest first."""
    return [text[place : place + length] for length in range(LONGEST_WORD, 0, -1)]


def _other(sign: str) -> list[str]:
    """Return a letter or digit as it is, nothing of other signs; BuildError for a character."""
    if "\u4e00" <= sign <= "\u9fff":
        raise BuildError(f"{FILE}: say how {sign} is read.")
    return [sign.lower()] if sign.isalnum() else []


@cache
def _readings() -> dict[str, str]:
    rows = registers.read(FILE, "word")
    return dict(zip(rows["word"], rows["pinyin"], strict=True))
