"""Every word the reader sees, in Chinese and English, looked up by one key."""

from collections.abc import Mapping
from typing import Literal

from carbonpeak.data.catalogue import Text
from carbonpeak.words import (
    access,
    catalogue,
    cli,
    export,
    frame,
    monthly,
    picture,
    power,
    report,
    reporting,
    server,
    study,
    templates,
    terms,
)

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")

# The shared words; each topic adds its own.
WORDS: dict[str, Text] = {}


def add(words: Mapping[str, Text]) -> None:
    """Take in the words of a module; ValueError for a key that already says something else."""
    doubled = [key for key, text in words.items() if WORDS.get(key, text) != text]
    if doubled:
        raise ValueError(f"keys of words given twice: {', '.join(doubled)}")
    WORDS.update(words)


for _module in (
    frame,
    terms,
    export,
    picture,
    report,
    templates,
    cli,
    power,
    server,
    catalogue,
    monthly,
    study,
    access,
    reporting,
):
    add(_module.WORDS)


def say(key: str, lang: Lang, **values: object) -> str:
    """Return the text of a key with its places filled; KeyError for an unknown key or a place without value."""
    return pick(WORDS[key], lang).format(**values)


def both(key: str, **values: object) -> Text:
    """Return the text of a key in both languages with its places filled; KeyError as above."""
    return Text(*(say(key, lang, **values) for lang in LANGS))


def pick(text: Text, lang: Lang) -> str:
    """Return one text in the language."""
    return text.zh if lang == "zh" else text.en


def language_of(locale: str | None) -> Lang:
    """Return Chinese for a Chinese locale ("zh-CN", "zh_Hant"), English for any other or none."""
    return "zh" if (locale or "").lower().startswith("zh") else "en"
