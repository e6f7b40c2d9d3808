"""Which region or sector is meant: by code or by name, as people write them, in either language."""

import unicodedata
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.data.queries import QueryError

# By kind: the query that says how codes read, its columns of names, the standard of the codes.
KINDS = {
    "region": ("regions__all", "name", "GB/T 2260"),
    "sector": ("sectors__all", "short", "GB/T 4754-2017"),
}
# A name is near where this share of its letters stands in the same order.
NEAR_RATIO = 0.7
NEAR_COUNT = 3
# One letter begins too many names.
LEAST_BEGUN = 2
SHOWN_LENGTH = 80
# Names of all tables, asked for again with each version and each file.
KEPT_NAMES = 10_000
# Signs that names are written with and without: kinds of characters (blanks, hyphens, underscores,
# accents), and single ones.
LOOSE = ("Zs", "Pd", "Pc", "Mn")
LOOSE_SIGNS = "'’`.·,、()&+"


class UnknownName(QueryError):
    """No region or sector has this name or code; ``near`` are codes that may be meant."""

    def __init__(self, kind: str, asked: str, near: Mapping[str, tuple[str, str]]) -> None:
        """Keep what was asked for, and the Chinese and English names of near ones by code."""
        self.kind, self.asked, self.near = kind, asked[:SHOWN_LENGTH], dict(near)
        listed = ", ".join(f"{en} {zh} ({code})" for code, (zh, en) in self.near.items())
        self.standard = KINDS[kind][2]
        told = f"Near: {listed}." if listed else f"Give a code of {self.standard} or a name."
        super().__init__(f"There is no {kind} {self.asked!r}. {told}")


def region(data: Dataset, asked: str) -> str:
    """Return the code of a region, the nation among them; UnknownName gives near ones."""
    return _code(data, "region", asked)


def sector(data: Dataset, asked: str) -> str:
    """Return the code of a division; UnknownName gives near ones."""
    return _code(data, "sector", asked)


def either(data: Dataset, kinds: Sequence[str], asked: str) -> str:
    """Return the code of a region or sector; UnknownName has near ones of a kind that has any."""
    faults = []
    for kind in kinds:
        try:
            return _code(data, kind, asked)
        except UnknownName as fault:
            faults.append(fault)
    raise next((fault for fault in faults if fault.near), faults[0])


def code_named(data: Dataset, kind: str, asked: str) -> str | None:
    """Return the code of a region or a sector, None where none has this name."""
    return _names(data, kind).get(plain(asked, _spellings(data)))


def plain(text: str, spellings: Mapping[str, str]) -> str:
    """Return a name without what people write one way or the other.

    That is capitals, blanks, hyphens, marks and brackets, full width, and the ``spellings``: plain
    standard ones by other ones. Any other sign stays: "%00" is not the code 00.
    """
    kept = _bare(text)
    return spellings.get(kept) or "".join(spellings.get(one, one) for one in kept)


@lru_cache(maxsize=KEPT_NAMES)
def _bare(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(one for one in folded if not _is_loose(one))


def _is_loose(sign: str) -> bool:
    """Whether people leave a sign out of a name or put it in: blank, hyphen, accent, bracket."""
    return unicodedata.category(sign) in LOOSE or sign in LOOSE_SIGNS


def _code(data: Dataset, kind: str, asked: str) -> str:
    code = code_named(data, kind, asked)
    if code is None:
        raise UnknownName(kind, asked, _near(data, kind, asked))
    return code


@once_per_dataset
def _names(data: Dataset, kind: str) -> dict[str, str]:
    """Return the codes by every plain name."""
    rows = data.ask("names__known")
    rows = rows[rows["kind"] == kind]
    named = zip(rows["name"], rows["code"], strict=True)
    return {plain(name, _spellings(data)): code for name, code in named}


@once_per_dataset
def _spellings(data: Dataset) -> dict[str, str]:
    """Return plain standard spellings by plain other ones; none in data older than their table."""
    if "spellings" not in {table.name for table in data.catalogue.tables}:
        return {}
    rows = data.ask("spellings__all")
    both = zip(rows["spelling"], rows["standard_spelling"], strict=True)
    return {plain(spelling, {}): plain(standard, {}) for spelling, standard in both}


def _near(data: Dataset, kind: str, asked: str) -> dict[str, tuple[str, str]]:
    """Return the names of what may be meant by code, the most likely first."""
    text, names = plain(asked, _spellings(data)), _names(data, kind)
    # Other spellings of whole names are names, too, when it comes to what looks alike.
    spelt = {other: names[same] for other, same in _spellings(data).items() if same in names}
    query, called, _ = KINDS[kind]
    rows = data.ask(query).set_index(f"{kind}_code")[[f"{called}_zh", f"{called}_en"]]
    codes = _begun(text, names) or _alike(text, names | spelt)
    return {code: (str(zh), str(en)) for code, zh, en in rows.loc[codes].itertuples()}


def _begun(text: str, names: Mapping[str, str]) -> list[str]:
    """Return the codes whose names begin the text or begin with it."""
    found = (
        code
        for name, code in names.items()
        if min(len(name), len(text)) >= LEAST_BEGUN
        and (text.startswith(name) or name.startswith(text))
    )
    return list(dict.fromkeys(found))[:NEAR_COUNT]


def _alike(text: str, names: Mapping[str, str]) -> list[str]:
    """Return the codes whose names have most letters of the text in the same order."""
    best: dict[str, float] = {}
    for name, code in names.items():
        ratio = SequenceMatcher(None, text, name).ratio()
        best[code] = max(ratio, best.get(code, 0.0))
    near = [code for code, ratio in best.items() if ratio >= NEAR_RATIO]
    return sorted(near, key=lambda code: (-best[code], code))[:NEAR_COUNT]
