"""What a terminal can show: its letters, its language, its width."""

import codecs
import io
import os
import sys
import unicodedata
from collections.abc import Mapping, Sequence
from itertools import pairwise

from carbonpeak.words import LANGS, Lang, language_of, say

# Signs that a plain terminal lacks, and what stands for them; others lose their marks.
PLAIN = {
    "−": "-", "–": "-", "—": "-", "‑": "-", "·": ".", "•": "*", "※": "*", "×": "x", "→": "->",
    "≥": ">=", "≤": "<=", "≈": "~", "“": '"', "”": '"', "‘": "'", "’": "'", "…": "...",
    "，": ",", "。": ".", "：": ":", "；": ";", "（": "(", "）": ")", "、": ",",
}  # fmt: skip
UNKNOWN = "?"
CLOSEST = "carbonpeak.closest"
# In this order they say the language of messages.
LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")


def prepare() -> None:
    """Let the streams replace what they cannot write by its closest letters."""
    codecs.register_error(CLOSEST, closest)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=CLOSEST)


def closest(fault: UnicodeError) -> tuple[str, int]:
    """Return what stands for letters that an encoding lacks, and where to go on."""
    if not isinstance(fault, UnicodeEncodeError):
        raise fault
    letters = fault.object[fault.start : fault.end]
    return "".join(_closest(one, fault.encoding) for one in letters), fault.end


def _closest(letter: str, encoding: str) -> str:
    decomposed = unicodedata.normalize("NFKD", letter)
    bare = "".join(one for one in decomposed if not unicodedata.combining(one))
    for way in (PLAIN.get(letter, ""), bare):
        if way and _can_write(way, encoding):
            return way
    return UNKNOWN


def _can_write(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def typed(text: str) -> str:
    """Return a word of the command line as it was typed, also where the locale knows no Chinese."""
    raw = text.encode("utf-8", "surrogateescape")
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("utf-8", "replace")


def language(asked: str | None, environment: Mapping[str, str] = os.environ) -> Lang:
    """Return the language asked for, or else that of the terminal's locale."""
    if asked in LANGS:
        return language_of(asked)
    return language_of(next((environment[one] for one in LOCALES if environment.get(one)), None))


def language_in(words: Sequence[str]) -> Lang:
    """Return the language of a command before it is understood: help and faults speak it, too."""
    pairs = pairwise([*words, ""])
    asked = [value for word, value in pairs if word == "--lang"]
    joined = [word.removeprefix("--lang=") for word in words if word.startswith("--lang=")]
    return language(next(iter([*asked, *joined]), None))


def stopped(words: Sequence[str]) -> str:
    """Return the sentence for a command that was stopped by hand."""
    return say("cli.stopped", language_in(words))
