"""The passport of a figure: what it is, what was chosen, from which data, by which method.

Its id is readable, needs no register to be resolved, and is the same in every language, format and
size: ``region_tiles;measure=energy;year=2022@df275964.1-k7q2``. Its last four characters are a
check against typing errors. Every choice is written in full, so that another default of a later
version changes nothing.
"""

import base64
import hashlib
import re
import unicodedata
from contextlib import suppress
from dataclasses import dataclass

from carbonpeak.figures.choices import LETTERS

# To be raised with every change of an indicator, a query or a rule that changes rows of a figure
# although the data stay: a test holds the rows of every figure to both versions.
METHOD_VERSION = "3"

# Two studies of a reader, each packed into letters, and all else of an id.
LONGEST_ID = 1800
# What a copied text has beside its letters: blanks, line breaks, marks of no width.
BLANKS = re.compile(r"[\s\u00ad\u200b-\u200d\u2060\ufeff]+")
CHOICES = f"(?P<choices>(?:;[a-z]+=[{LETTERS},]*)*)"
ID = re.compile(
    rf"(?P<figure>[a-z0-9_]+){CHOICES}"
    r"@(?P<data>[0-9a-f]{8})\.(?P<method>[0-9]{1,4})-(?P<check>[a-z2-7]{4})",
    re.ASCII,
)


class PassportError(Exception):
    """A text is no passport; ``reason`` says which kind of wrong: ``form`` or ``check``."""

    def __init__(self, reason: str) -> None:
        """Keep the reason for the words a reader sees."""
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Passport:
    """What identifies a figure; ``choices`` are (name, code) pairs in the order of its page."""

    figure: str
    choices: tuple[tuple[str, str], ...]
    data_version: str
    method_version: str = METHOD_VERSION

    @property
    def id(self) -> str:
        """The passport in writing."""
        return f"{self._body}-{_check(self._body)}"

    @property
    def _body(self) -> str:
        choices = "".join(f";{name}={code}" for name, code in self.choices)
        return f"{self.figure}{choices}@{self.data_version}.{self.method_version}"


def read(text: str) -> Passport:
    """Return the passport a text holds; blanks and line breaks of a copied caption are ignored.

    A blank may also be a plus that an address lost. PassportError says whether the form is wrong or
    only the check (a typing error).
    """
    short = text if len(text) <= 2 * LONGEST_ID else ""
    try:
        return _parsed(bare(short))
    except PassportError:
        with suppress(PassportError):
            return _parsed(bare(short.strip().replace(" ", "+")))
        raise


def bare(text: str) -> str:
    """Return a text without blanks, its ligatures and full-width letters as plain ones."""
    return BLANKS.sub("", unicodedata.normalize("NFKC", text))


def _parsed(bare: str) -> Passport:
    found = ID.fullmatch(bare)
    if not found:
        raise PassportError("form")
    pairs = [part.partition("=") for part in found["choices"].split(";")[1:]]
    choices = tuple((name, code) for name, _, code in pairs)
    passport = Passport(found["figure"], choices, found["data"], found["method"])
    if passport.id != bare:
        raise PassportError("check")
    return passport


def _check(body: str) -> str:
    digest = hashlib.sha256(body.encode()).digest()
    return base64.b32encode(digest)[:4].decode().lower()


def example(data_version: str) -> str:
    """Return an id as a reader is shown who is asked for one: it opens a figure of this data."""
    return Passport("peak_provinces", (("scope", "total"),), data_version).id
