"""HTML of what Streamlit has no widget for: headings, tables, cards, tiers, notices."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from html import escape
from pathlib import Path
from typing import Literal

import pandas as pd

from carbonpeak.charts.style import LIKE_TIER, TIER_FILL
from carbonpeak.data.catalogue import Text
from carbonpeak.figures import labels
from carbonpeak.figures.choices import Notice, shortest
from carbonpeak.figures.figure import Card, StatusCard
from carbonpeak.screen import sparks
from carbonpeak.words import Lang, say
from carbonpeak.words.glossary import TERMS
from carbonpeak.words.numbers import is_missing, number
from carbonpeak.words.speaker import Speaker
from carbonpeak.words.widths import width

# What Markdown would take for more than a letter.
MARKS = re.compile(r"[\\\[\]*_~`$:<>#!|]")
# The ticks of a bar to a target, in the order of the words that name them.
TICKS = ("due", "target")
# A cell of running text wants room: from how many letters on, and from what width on more of it, in
# Chinese characters, else it would be a tower and its row mostly white.
SAID, LONG, LONG_FROM = ' class="said"', ' class="said long"', 16
MORE, MORE_FROM = ' class="said long more"', 32
# A head that would be a tower of single words; and from what width on, in Chinese characters.
WIDE_HEAD, WIDE_FROM = "wide", 7.5
# The terms that are explained, longer ones before those that they hold.
TERM = re.compile(
    "|".join(
        re.escape(one)
        for one in sorted({word for term, _ in TERMS for word in (term.zh, term.en)}, key=len)[::-1]
    )
)
STYLES = tuple(Path(__file__).with_name(f"{name}.css") for name in ("page", "print"))


@cache
def style(lang: Lang) -> str:
    """Return the style of every page, with the words that widgets have in English only."""
    words = "".join(f'{place} {{ content: "{text}"; }}' for place, text in _added(lang).items())
    rules = "".join(path.read_text(encoding="utf-8") for path in STYLES)
    return f"<style>{rules}{words}</style>"


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


def text(words: str) -> str:
    """Return words letter by letter."""
    return escape(words)


def line(words: str, kind: Literal["lead", "measure"] = "measure") -> str:
    """Return a line that shows letter by letter what others may have typed, large or small."""
    return f'<p class="{kind}">{escape(words)}</p>'


def heading(title: str, subtitle: str, hint: str = "", key: str = "") -> str:
    """Return what a figure finds, what it measures, what its mark means and what a click does."""
    more = "".join(f' <span class="hint">{escape(one)}</span>' for one in (key, hint) if one)
    measure = f'<p class="measure">{explained(subtitle)}{more}</p>'
    return f'<h3 class="finding">{escape(title)}</h3>{measure}'


@cache
def explained(text: str) -> str:
    """Return words in which each known term, where it stands first, says what it means."""
    means = {one: said for pair in TERMS for one, said in _in_both(*pair)}
    seen: set[str] = set()

    def marked(found: re.Match[str]) -> str:
        term = found[0]
        if term in seen:
            return escape(term)
        seen.add(term)
        return f'<abbr class="term" title="{escape(means[term])}">{escape(term)}</abbr>'

    pieces = TERM.split(text)
    found = TERM.finditer(text)
    return escape(pieces[0]) + "".join(
        marked(one) + escape(rest) for one, rest in zip(found, pieces[1:], strict=True)
    )


def _in_both(term: Text, means: Text) -> tuple[tuple[str, str], ...]:
    return (term.zh, means.zh), (term.en, means.en)


def named(label: str, what: str) -> str:
    """Return the label of a button with what it is for, which is heard and not seen."""
    return f"{label} :gray[{letters(what)}]"


def letters(words: str) -> str:
    """Return words for a label that takes Markdown, shown letter by letter."""
    return MARKS.sub(_as_letter, words)


def _as_letter(mark: re.Match[str]) -> str:
    return f"\\{mark[0]}"


def footer(sources: str, standings: Sequence[str], tell: Speaker) -> str:
    """Return the line below a figure: where it comes from and what its numbers are."""
    line = escape(tell("figure.source", sources=sources))
    badges = "".join(badge(one, tell) for one in standings)
    label = escape(tell("figure.standing", standings=""))
    return (
        f'<p class="footer"><span class="source" title="{line}">{line}</span>'
        f'<span class="unseen">{label}</span>{badges}</p>'
    )


def badge(standing: str, tell: Speaker) -> str:
    """Return a standing as a word in a frame; what it means shows when it is pointed at."""
    word, means = (escape(tell(f"standing.{standing}{part}")) for part in ("", ".means"))
    return f'<abbr class="badge {standing}" title="{means}">{word}</abbr>'


def section(head: str, lines: Iterable[str]) -> str:
    """Return lines under a head, nothing where there are none."""
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f'<h4 class="part">{escape(head)}</h4><ul class="lines">{items}</ul>' if items else ""


def terms(head: str, pairs: Iterable[tuple[str, str]]) -> str:
    """Return words with what is said of each under a head, where there is one."""
    items = "".join(f"<dt>{escape(word)}</dt><dd>{escape(means)}</dd>" for word, means in pairs)
    above = f'<h4 class="part">{escape(head)}</h4>' if head else ""
    return f'{above}<dl class="lines">{items}</dl>' if items else ""


def page_notes(notes: Sequence[str], tell: Speaker) -> str:
    """Return all notes of a page, each once, folded."""
    items = "".join(f"<li>{escape(note)}</li>" for note in notes)
    head = escape(tell("page.notes", count=len(notes)))
    return (
        f'<details class="page-notes"><summary>{head}</summary><ol>{items}</ol></details>'
        if notes
        else ""
    )


def foot(version: str, updated: str, tell: Speaker) -> str:
    """Return the last line of a page: the data it shows, and how new they are."""
    return f'<p class="foot">{escape(tell("page.foot", version=version))} · {escape(updated)}</p>'


def notice(one: Notice, lang: Lang) -> str:
    """Return what is said about a value of the URL that was not taken."""
    values: dict[str, object] = {"name": one.name, "value": one.value}
    if one.reason != "default":
        words = say(f"notice.{one.reason}", lang, most=one.most, **values)
    elif one.bounds is None:
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


def table(frame: pd.DataFrame, alt: str, words: bool | Sequence[bool] = False) -> str:
    """Return rows as a table that scrolls by itself where the screen is narrow.

    ``words`` tells whether its columns are running text, all of them or one by one: text stands to
    the left, numbers to the right.
    """
    said = [words] * len(frame.columns) if isinstance(words, bool) else words
    kind = "table words" if all(said) else "table"
    heads = zip(frame.columns, said, strict=True)
    head = "".join(_head(str(name), one) for name, one in heads)
    rows = frame.itertuples(index=False)
    body = "".join(f"<tr>{_cells(row, said)}</tr>" for row in rows)
    return (
        f'<div class="{kind}" role="region" aria-label="{escape(alt)}" tabindex="0">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def cards(shown: Sequence[Card], lang: Lang, kind: str = "") -> str:
    """Return cards side by side; on a small screen below each other, "brief" ones two by two."""
    return f'<div class="cards {kind}">{"".join(card(one, lang) for one in shown)}</div>'


def card(one: Card, lang: Lang) -> str:
    """Return one card: name, value, tiers, lines, and what stands small below."""
    tiers = "".join(f"<p>{escape(label)}{tier_badge(tier, lang)}</p>" for label, tier in one.tiers)
    lines = "".join(f"<p>{escape(line)}</p>" for line in one.lines)
    kind = "value words" if one.value_is_words else "value"
    since = _small(one.since)
    return (
        f'<section class="card"><h3>{escape(one.name)}</h3>'
        f'<p class="{kind}">{escape(one.value)}</p>'
        f"{since}{tiers}{lines}{_small(one.small)}</section>"
    )


def _small(words: str) -> str:
    return f'<p class="small">{escape(words)}</p>' if words else ""


def status_cards(shown: Sequence[StatusCard], tell: Speaker) -> str:
    """Return cards that are read at a glance, side by side, below each other on a small screen."""
    return f'<div class="cards status">{"".join(status_card(one, tell) for one in shown)}</div>'


def status_card(one: StatusCard, tell: Speaker) -> str:
    """Return one target: a verdict, done against due and target, the years so far, a reason."""
    rule = escape(tell("status.rule"))
    ticks = [f'<i class="tick {kind}"></i>' for kind in TICKS] if one.bullet else ["", ""]
    yardsticks = "".join(
        f"<span>{tick}{escape(text)}</span>"
        for tick, text in zip(ticks, one.yardsticks, strict=False)
    )
    drawn = sparks.bullet(one.bullet) if one.bullet else ""
    trends = "".join(sparks.line(trend) for trend in one.trends)
    name = f"{escape(one.name)} {badge(one.standing, tell)}"
    value = f'{escape(one.value)} <span class="since">{escape(one.since)}</span>'
    lines = f'<p class="reason">{escape(one.reason)}</p><p class="small">{escape(one.small)}</p>'
    return (
        f'<section class="card {one.verdict}"><h3>{name}</h3>'
        f'<p class="verdict"><abbr title="{rule}">{escape(one.words)}</abbr></p>'
        f'{trends}<p class="value">{value}</p>'
        f'<p class="yardsticks">{yardsticks}</p>{drawn}'
        f"{lines}</section>"
    )


def here(page: str) -> str:
    """Return the page that is open as it stands among the links to the others."""
    return f'<p class="here" aria-current="page">{escape(page)}</p>'


def tier_badge(tier: str, lang: Lang) -> str:
    """Return a tier as a shape, a word and a colour."""
    like = LIKE_TIER.get(tier, tier)
    kind = like if like in TIER_FILL else "none"
    return f'<span class="tier {kind}">{escape(labels.tier(tier, Speaker(lang)))}</span>'


def _cells(row: Iterable[object], said: Sequence[bool]) -> str:
    first, *others = ("" if is_missing(value) else escape(str(value)) for value in row)
    long = ' class="long"' if width(first) > LONG_FROM else ""
    cells = (
        f"<td{_kind(text) if one else ''}>{text}</td>"
        for text, one in zip(others, said[1:], strict=True)
    )
    return f"<th scope='row'{long}>{first}</th>" + "".join(cells)


def _head(name: str, is_said: bool) -> str:
    kinds = [*(["said"] if is_said else []), *([WIDE_HEAD] if width(name) > WIDE_FROM else [])]
    kind = f' class="{" ".join(kinds)}"' if kinds else ""
    return f"<th{kind}>{escape(name)}</th>"


def _kind(text: str) -> str:
    if width(text) > MORE_FROM:
        return MORE
    return LONG if len(text) > LONG_FROM else SAID
