"""The tray: figures an author has put together, in their order, with own titles and notes.

It lives in the URL, so that it survives a reload and can be handed on as a link: a list in JSON,
compressed, in letters an address may hold.
"""

import base64
import binascii
import json
import re
import zlib
from dataclasses import dataclass, replace

from carbonpeak.figures.choices import LETTERS
from carbonpeak.topics.registry import Codes

MOST_FIGURES = 40
LONGEST_TITLE, LONGEST_NOTE = 120, 400
# What an address may hold on its way through other machines, and what that unpacks to at most.
LONGEST_TEXT, LARGEST_BYTES = 7_000, 60_000
FIGURE, DATA_VERSION = re.compile(r"[a-z0-9_]{1,60}"), re.compile(r"[0-9a-f]{8}")
CODES = re.compile(rf"([a-z]+=[{LETTERS},]*(;|$))*", re.ASCII)


class TrayError(Exception):
    """A text holds no tray, or a tray is too long for an address."""


@dataclass(frozen=True)
class Item:
    """One figure of a tray; without own title or note it keeps those it has."""

    figure: str
    codes: Codes
    title: str = ""
    note: str = ""


@dataclass(frozen=True)
class Tray:
    """Figures in the order of the report, and the version of the data they were chosen from."""

    data_version: str
    items: tuple[Item, ...] = ()

    @property
    def is_full(self) -> bool:
        """Whether no figure can be added."""
        return len(self.items) >= MOST_FIGURES

    def has(self, item: Item) -> bool:
        """Return whether a figure with the same choices lies in it."""
        return (item.figure, item.codes) in {(one.figure, one.codes) for one in self.items}

    def added(self, item: Item) -> "Tray":
        """Return it with a figure at its end, unless it lies in it or the tray is full."""
        return self if self.is_full or self.has(item) else self._with((*self.items, item))

    def removed(self, place: int) -> "Tray":
        """Return it without the figure at a place."""
        return self._with((*self.items[:place], *self.items[place + 1 :]))

    def moved(self, place: int, by: int) -> "Tray":
        """Return it with a figure moved up (-1) or down (1); none falls off the end."""
        rest = [*self.items[:place], *self.items[place + 1 :]]
        rest.insert(min(max(place + by, 0), len(rest)), self.items[place])
        return self._with(tuple(rest))

    def worded(self, place: int, title: str, note: str) -> "Tray":
        """Return it with an author's title and note for the figure at a place."""
        item = replace(
            self.items[place], title=_cut(title, LONGEST_TITLE), note=_cut(note, LONGEST_NOTE)
        )
        return self._with((*self.items[:place], item, *self.items[place + 1 :]))

    def _with(self, items: tuple[Item, ...]) -> "Tray":
        return replace(self, items=items)


def written(tray: Tray) -> str:
    """Return the text of a tray for a URL, nothing for an empty one; TrayError if too long.

    What is written can always be read again.
    """
    if not tray.items:
        return ""
    items = [[one.figure, _joined(one.codes), one.title, one.note] for one in tray.items]
    content = json.dumps([tray.data_version, items], ensure_ascii=False, separators=(",", ":"))
    packed = zlib.compress(content.encode(), 9)
    text = base64.urlsafe_b64encode(packed).decode().rstrip("=")
    if len(text) > LONGEST_TEXT or len(content.encode()) > LARGEST_BYTES:
        raise TrayError("too long")
    return text


def read(text: str) -> Tray:
    """Return the tray a text holds, also figures that do not exist here; TrayError if it is none.

    Nothing of what came from outside is bent into shape: it is what ``written`` writes, or no tray.
    """
    try:
        content = json.loads(_unpacked(text))
    except (ValueError, binascii.Error, zlib.error, RecursionError) as fault:
        raise TrayError("no list") from fault
    match content:
        case [str(version), list(rows)] if DATA_VERSION.fullmatch(version):
            items = tuple(map(_item, rows))
        case _:
            raise TrayError("no version and figures")
    if len(items) > MOST_FIGURES:
        raise TrayError("too many figures")
    # A figure lies in a tray once.
    return Tray(version, tuple({(one.figure, one.codes): one for one in items}.values()))


def _item(row: object) -> Item:
    match row:
        case [str(figure), str(codes), str(title), str(note)] if FIGURE.fullmatch(figure):
            own = _cut(title, LONGEST_TITLE), _cut(note, LONGEST_NOTE)
            return Item(figure, _split(codes), *own)
    raise TrayError("no figure")


def _unpacked(text: str) -> str:
    if len(text) > LONGEST_TEXT:
        raise ValueError("too long")
    packed = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    opener = zlib.decompressobj()
    # A few bytes can unpack to gigabytes: never more than any tray needs.
    content = opener.decompress(packed, LARGEST_BYTES)
    if opener.unconsumed_tail or not opener.eof:
        raise ValueError("too large")
    return content.decode()


def _joined(codes: Codes) -> str:
    return ";".join(f"{name}={code}" for name, code in codes)


def _split(text: str) -> Codes:
    if not CODES.fullmatch(text):
        raise TrayError("no codes")
    pairs = [part.partition("=") for part in text.split(";") if part]
    return tuple((name, code) for name, _, code in pairs)


def _cut(text: str, longest: int) -> str:
    return "".join(one for one in text if one.isprintable() or one == "\n")[:longest]
