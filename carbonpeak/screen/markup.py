"""HTML of what Streamlit has no widget for: headings, tables, cards, tiers, notices."""

from collections.abc import Iterable, Sequence
from functools import cache
from html import escape
from pathlib import Path
from typing import Literal

import pandas as pd

from carbonpeak.charts.style import TIER_FILL
from carbonpeak.figures import labels
from carbonpeak.figures.choices import Notice, shortest
from carbonpeak.figures.figure import Card
from carbonpeak.words import Lang, say
from carbonpeak.words.numbers import is_missing, number
from carbonpeak.words.speaker import Speaker

# A cell of running text that wants room on a narrow screen: from how many letters on.
LONG, LONG_FROM = ' class="long"', 16
STYLE = Path(__file__).with_name("page.css")


@cache
def style(lang: Lang) -> str:
    """Return the style of every page, with the words that widgets have in English only."""
    words = "".join(f'{place} {{ content: "{text}"; }}' for place, text in _added(lang).items())
    return f"<style>{STYLE.read_text(encoding='utf-8')}{words}</style>"


def _added(lang: Lang) -> dict[str, str]:
    """Return the words that a style puts in, by where: menu, choice of a file, refusal, hint."""
    dropzone = '[data-testid="stFileUploaderDropzone"]'
    hint = '[data-testid="InputInstructions"] span:first-child::after'
    return {
        '[data-testid="stExpandSidebarButton"]::after': say("nav.label", lang),
        f'{dropzone} [data-testid="stBaseButton-secondary"] p::after': say("found.choose", lang),
        '[data-testid="stFileChip"][aria-invalid="true"]::after': say("found.not_sent", lang),
        hint: say("control.typed", lang),
    }


def said(text: str, role: Literal["status", "alert"] = "status") -> str:
    """Return a notice, or a fault as an alert, that shows its text letter by letter."""
    return f'<p class="notice" role="{role}">{escape(text)}</p>'


def opening(lang: Lang) -> str:
    """Return what begins the content of a page for those who hear it, and says its language."""
    return f'<h2 class="unseen" data-page-lang="{lang}">{escape(say("page.content", lang))}</h2>'


def heading(title: str, subtitle: str) -> str:
    """Return what a figure finds and what it measures."""
    return f'<h3 class="finding">{escape(title)}</h3><p class="measure">{escape(subtitle)}</p>'


def notice(one: Notice, lang: Lang) -> str:
    """Return what is said about a value of the URL that is not known."""
    values: dict[str, object] = {"name": one.name, "value": one.value}
    if one.bounds is None:
        words = say("notice.value", lang, **values)
    else:
        digits = max(1, len(shortest(one.bounds[2]).partition(".")[2]))
        low, high, step = (number(bound, digits) for bound in one.bounds)
        words = say("notice.number", lang, low=low, high=high, step=step, **values)
    return said(words)


def listed(place: int, title: str, lines: Iterable[str], note: str) -> str:
    """Return a figure of the tray: its number and title, what it shows, an author's note."""
    measures = "".join(f'<p class="measure">{escape(line)}</p>' for line in lines if line)
    own = f'<p class="own-note">{escape(note)}</p>' if note else ""
    return f'<p class="listed">{place}. {escape(title)}</p>{measures}{own}'


def table(frame: pd.DataFrame, alt: str, words: bool = False) -> str:
    """Return rows as a table that scrolls by itself where the screen is narrow."""
    kind = "table words" if words else "table"
    head = "".join(f"<th>{escape(str(column))}</th>" for column in frame.columns)
    body = "".join(f"<tr>{_cells(row, words)}</tr>" for row in frame.itertuples(index=False))
    return (
        f'<div class="{kind}" role="region" aria-label="{escape(alt)}" tabindex="0">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def cards(shown: Sequence[Card], lang: Lang) -> str:
    """Return cards side by side, below each other on a small screen."""
    return f'<div class="cards">{"".join(card(one, lang) for one in shown)}</div>'


def card(one: Card, lang: Lang) -> str:
    """Return one card: name, value, tiers, lines, and what stands small below."""
    tiers = "".join(f"<p>{escape(label)}{tier_badge(tier, lang)}</p>" for label, tier in one.tiers)
    lines = "".join(f"<p>{escape(line)}</p>" for line in one.lines)
    kind = "value words" if one.value_is_words else "value"
    since = f'<p class="small">{escape(one.since)}</p>' if one.since else ""
    return (
        f'<section class="card"><h3>{escape(one.name)}</h3>'
        f'<p class="{kind}">{escape(one.value)}</p>'
        f'{since}{tiers}{lines}<p class="small">{escape(one.small)}</p></section>'
    )


def tier_badge(tier: str, lang: Lang) -> str:
    """Return a tier as a shape, a word and a colour."""
    kind = tier if tier in TIER_FILL else "none"
    return f'<span class="tier {kind}">{escape(labels.tier(tier, Speaker(lang)))}</span>'


def _cells(row: Iterable[object], words: bool = False) -> str:
    first, *others = ("" if is_missing(value) else escape(str(value)) for value in row)
    cells = (f"<td{LONG if words and len(text) > LONG_FROM else ''}>{text}</td>" for text in others)
    return f"<th scope='row'>{first}</th>" + "".join(cells)
