"""Why a figure cannot be had, in the words of a reader: names first, codes beside them."""

from carbonpeak.export.lookup import FigureError
from carbonpeak.words import Lang, say

# What a fault names; all else was typed and is shown as it is.
FIGURES, CHOICES = {"figure", "figures"}, {"choice", "choices"}
# How much of a typed text is shown again.
SHOWN_LENGTH = 60


def words(fault: FigureError, lang: Lang) -> str:
    """Return what is wrong and what to do; a typed text stands in it as it was typed."""
    values = {key: _words(key, given, lang) for key, given in fault.values.items()}
    return say(f"figures.fault.{fault.reason}", lang, **values)


def _words(key: str, given: str | tuple[str, ...], lang: Lang) -> str:
    if isinstance(given, tuple):
        return say("list.separator", lang).join(_words(key, one, lang) for one in given)
    if key not in FIGURES | CHOICES:
        return given[:SHOWN_LENGTH]
    is_figure = key in FIGURES
    named = say(f"figure.name.{given}" if is_figure else f"choice.{given}", lang)
    return say("figures.fault.named", lang, words=named, code=given)
