"""What a reader types into the search, looked for everywhere.

Names of places, sectors, measures, pages and figures; factors of the library, targets of the
register, names on the lists, tables, definitions and queries. Each kind says how many there are, a
few of them, and the page that shows all.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from carbonpeak.data import queries
from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.data.table_rows import Wanted, words_of
from carbonpeak.domain import factor_search
from carbonpeak.domain.codes import plain
from carbonpeak.screen.factor_picker import named as factor_words
from carbonpeak.topics import registry
from carbonpeak.topics.green import analysis_goals
from carbonpeak.topics.methods.definitions import definitions
from carbonpeak.words import LANGS
from carbonpeak.words.query_heads import SENTENCES
from carbonpeak.words.speaker import Speaker

# So many of one kind stand in the drawer; the rest is a way to their page.
MOST_SHOWN = 6
# Words of a search that say which kind is meant, in the order of Chinese that is written without
# blanks: the longer ones first.
SAYS_KIND = {
    "factor": ("排放因子", "因子", "factors", "factor"),
    "target": ("目标", "targets", "target"),
    "table": ("数据表", "tables", "table"),
    "method": ("方法", "定义", "methods", "method", "definition"),
    "query": ("查询", "queries", "query"),
}
LISTS = "green_entities"
Query = Mapping[str, str]
NO_SPELLINGS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Hit:
    """One thing that is found: what it is called, the page that shows it, and with what choices.

    Without a page it says all there is to say.
    """

    words: str
    page: str = ""
    query: Query = field(default_factory=dict)


@dataclass(frozen=True)
class Hits:
    """What is found of one kind: the first few, how many in all, and where all of them stand."""

    kind: str
    count: int
    first: tuple[Hit, ...]
    page: str = ""
    query: Query = field(default_factory=dict)


def found(data: Dataset, search: str, names: Mapping[str, str], tell: Speaker) -> tuple[Hits, ...]:
    """Return what a search finds, by kind, without kinds of which nothing is found.

    ``names`` are what the list of the search knows: "region:350000" and what it is called. A word
    that names a kind, as "factor", asks for that kind alone.
    """
    asked = {kind: rest for kind in SAYS_KIND if (rest := _meant(search, kind)) is not None}
    looked = {
        "factor": _factors,
        "target": _targets,
        "table": _tables,
        "method": _methods,
        "query": _queries,
    }
    if asked:
        return _some(looked[kind](data, rest, tell) for kind, rest in asked.items())
    every = (look(data, search, tell) for look in looked.values())
    return _some([_names(search, names, tell), *every, _listed(data, search)])


def _some(hits: Iterable[Hits]) -> tuple[Hits, ...]:
    return tuple(one for one in hits if one.count)


def _meant(search: str, kind: str) -> str | None:
    """Return a search without the word that names a kind, None where no word of it does."""
    words = words_of(search)
    for said in SAYS_KIND[kind]:
        if said.isascii() and said in words:
            return " ".join(one for one in words if one != said)
        if not said.isascii() and said in search:
            return search.replace(said, " ").strip()
    return None


def _has(text: str, search: str) -> bool:
    """Return whether every word of a search stands in a plain text."""
    return all(plain(word, NO_SPELLINGS) in text for word in words_of(search))


def _names(search: str, names: Mapping[str, str], tell: Speaker) -> Hits:
    hits = []
    for code, words in names.items():
        if _has(plain(words, NO_SPELLINGS), search):
            kind, own = code.split(":", 1)
            hits.append(_named(kind, own, words))
    return Hits("name", len(hits), tuple(hits[:MOST_SHOWN]))


def _named(kind: str, code: str, words: str) -> Hit:
    """Return the way to a place, sector or measure on its page, or to a page or figure."""
    pages = {"region": "regions", "sector": "sectors", "measure": "regions"}
    if kind in pages:
        return Hit(words, pages[kind], {kind: code})
    return Hit(words, code if kind == "page" else registry.PAGE_OF[code].name)


def _factors(data: Dataset, search: str, tell: Speaker) -> Hits:
    rows = factor_search.found(data, search, False)
    first = rows.head(MOST_SHOWN).to_dict("records")
    hits = tuple(
        Hit(factor_words(row, tell), "footprint", {"find": str(row[f"name_{tell.lang}"])})
        for row in first
    )
    return Hits("factor", len(rows), hits, "footprint", {"find": search})


def _targets(data: Dataset, search: str, tell: Speaker) -> Hits:
    codes = analysis_goals.found(data, " ".join(words_of(search)))
    rows = analysis_goals.register(data)
    rows = rows[rows.index.isin(codes)]
    parts = ("scope", "indicator", "value", "unit", "policy")
    hits = tuple(
        Hit(
            tell("everywhere.hit.target", **{one: row[f"{one}_{tell.lang}"] for one in parts}),
            "green",
            {"find": str(code)},
        )
        for code, row in rows.head(MOST_SHOWN).iterrows()
    )
    return Hits("target", len(rows), hits, "green", {"find": search})


def _tables(data: Dataset, search: str, tell: Speaker) -> Hits:
    codes = [code for code, text in _texts_of_tables(data).items() if _has(text, search)]
    titles = {one.name: tell.text(one.title) for one in data.catalogue.tables}
    hits = tuple(Hit(titles[one], "methods", {"table": one}) for one in codes[:MOST_SHOWN])
    return Hits("table", len(codes), hits, "methods")


@once_per_dataset
def _texts_of_tables(data: Dataset) -> dict[str, str]:
    """Return by the name of a table what it and its columns are called, in both languages."""
    found = {}
    for table in data.catalogue.tables:
        texts = [table.title, *(one.meaning for one in table.fields)]
        columns = [one.name for one in table.fields]
        both = [words for text in texts for words in (text.zh, text.en)]
        found[table.name] = plain("\n".join([table.name, *columns, *both]), NO_SPELLINGS)
    return found


def _methods(data: Dataset, search: str, tell: Speaker) -> Hits:
    both = [data.cached(definitions, Speaker(lang)) for lang in LANGS]
    texts = ["\n".join(pair) for pair in zip(*both, strict=True)]
    mine = data.cached(definitions, tell)
    is_hit = [_has(plain(text, NO_SPELLINGS), search) for text in texts]
    hits = [Hit(words) for words, one in zip(mine, is_hit, strict=True) if one]
    return Hits("method", len(hits), tuple(hits[:MOST_SHOWN]), "methods")


def _queries(data: Dataset, search: str, tell: Speaker) -> Hits:
    said = {
        name: (query.sentence, SENTENCES[query.sentence])
        for name, query in queries.shipped().items()
    }
    hits = tuple(
        Hit(both[tell.is_chinese], "methods", {"query": name})
        for name, both in said.items()
        if _has(plain("\n".join((name, *both)), NO_SPELLINGS), search)
    )
    return Hits("query", len(hits), hits[:MOST_SHOWN], "methods")


def _listed(data: Dataset, search: str) -> Hits:
    count = data.count_of(Wanted(LISTS, search=search))
    return Hits("listed", count, (), "green", {"firm": search})
