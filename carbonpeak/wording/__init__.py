"""Every word the reader sees, in Chinese and English, looked up by one key."""

from typing import Literal

from carbonpeak.catalogue import Text
from carbonpeak.wording import (
    cli,
    drivers,
    export,
    figure_names,
    frame,
    methods,
    outlook,
    overview,
    peak,
    picture,
    regions,
    report,
    sectors,
    templates,
    terms,
)

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")

WORDS: dict[str, Text] = {
    **frame.WORDS,
    **terms.WORDS,
    **overview.WORDS,
    **sectors.WORDS,
    **regions.WORDS,
    **drivers.WORDS,
    **peak.WORDS,
    **outlook.WORDS,
    **methods.WORDS,
    **export.WORDS,
    **picture.WORDS,
    **report.WORDS,
    **templates.WORDS,
    **cli.WORDS,
    **figure_names.WORDS,
}


def say(key: str, lang: Lang, **values: object) -> str:
    """Return the text of a key with its places filled; KeyError for an unknown key or a place without value."""
    return pick(WORDS[key], lang).format(**values)


def pick(text: Text, lang: Lang) -> str:
    """Return one text in the language."""
    return text.zh if lang == "zh" else text.en


def language_of(locale: str | None) -> Lang:
    """Return Chinese for a Chinese locale ("zh-CN", "zh_Hant"), English for any other or none."""
    return "zh" if (locale or "").lower().startswith("zh") else "en"
