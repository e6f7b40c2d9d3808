"""Both languages whole: every key has both texts, the same places to fill, and is used."""

import ast
import re
import string
from functools import cache
from pathlib import Path

import pytest

from carbonpeak import words
from carbonpeak.data.catalogue import Text
from carbonpeak.topics import registry
from carbonpeak.words import WORDS, language_of, say
from carbonpeak.words.terms import TIER_SYMBOLS

ROOT = Path(__file__).resolve().parent.parent.parent
FILES = [
    ROOT / "dashboard.py",
    *(ROOT / "pages").glob("*.py"),
    *(
        file
        for file in (ROOT / "carbonpeak").rglob("*.py")
        if "WORDS: dict" not in file.read_text()
    ),
]
CODE = "\n".join(file.read_text(encoding="utf-8") for file in FILES)

# The same in both languages on purpose.
# Or it is no text: by which signs the browser writes a moment.
SAME = {"lang.zh", "lang.en", "desk.audit.moment"}
# Field's own abbreviations may stand in a Chinese text.
LATIN_IN_CHINESE = {
    *("CO", "GDP", "CEADs", "GB", "T", "Mt", "ln", "n", "English"),
    *("S", "M", "t", "p"),
    *("python", "m", "carbonpeak", "query", "sources", "data", "tables", "csv"),
    # Formats and programs go by their names.
    *(
        "PNG",
        "SVG",
        "PDF",
        "CSV",
        "JSON",
        "XLSX",
        "Parquet",
        "ZIP",
        "HTML",
        "Word",
        "WPS",
        "PowerPoint",
    ),
    *("JSON", "Chromium", "Chrome", "Noto", "Sans", "CJK", "MB"),
    *("Edge", "Firefox", "Safari", "QQ", "JavaScript", "WebSocket"),
    *("make", "run", "NAMES", "docs", "serving", "md"),
    *("figures", "series", "codebook", "final", "parquet", "table", "row"),
    # What commands take, and for whom their files are.
    *("format", "list", "o", "BOM", "Excel", "shipped", "versions", "group", "us", "UTC"),
    *("json", "xlsx"),
    *("line", "power", "clinker", "steel", "aluminium"),
    *("Debian", "Ubuntu", "chromium", "CARBONPEAK", "BROWSER", "ACCESS", "access", "Prometheus"),
    # Formats of footprints, their fields and codes, and units as they are typed.
    *("PACT", "openLCA", "LD", "URN", "urn", "UUID", "AR", "Active", "Deprecated"),
    *("schema", "true", "false", "processes", "packagingGhgEmissions", "Z", "x"),
    *("kg", "kWh", "e", "a", "b"),
}


# A Chinese title has thirty characters: years and sizes that English names stand in its subtitle,
# its table or its note.
SHORTER_IN_CHINESE = {
    *(f"drivers.additive.{key}" for key in ("title", "title_short")),
    *(f"drivers.multiplicative.{key}" for key in ("title", "title_short")),
    *("drivers.yearly.title", "drivers.members.added", "drivers.members.took_off"),
    *("structure.title", "peak.nation_in_title", "peak.tiles.title", "peak.tiles.none"),
    *(f"peak.table.{key}" for key in ("title", "many", "none")),
    *(f"peak.age.{key}" for key in ("same", "returned", "changed")),
    *("peak.provinces.lost", "peak.provinces.kept"),
    *(f"study.title.{key}" for key in ("more", "less", "same")),
    *(f"versions.verdicts.{key}" for key in ("title", "none")),
}


def places(text: str) -> set[str]:
    named = (name for _, name, _, _ in string.Formatter().parse(text) if name)
    # What is itself said in two languages has a place for each.
    return {re.sub("_(zh|en)$", "", name) for name in named}


def test_both_languages_say_it_with_the_same_places():
    assert [key for key, text in WORDS.items() if not text.zh.strip() or not text.en.strip()] == []
    titles = {
        key
        for key, text in WORDS.items()
        if key in SHORTER_IN_CHINESE and places(text.zh) < places(text.en)
    }
    unlike = {key for key, text in WORDS.items() if places(text.zh) != places(text.en)}
    assert unlike - titles == set()
    assert titles == SHORTER_IN_CHINESE


def test_chinese_is_chinese_and_english_is_english():
    texts = {key: text for key, text in WORDS.items() if key not in SAME}
    assert [key for key, text in texts.items() if re.search(r"[\u4e00-\u9fff]", text.en)] == []
    assert {key: found for key, text in texts.items() if (found := foreign(text.zh))} == {}


def foreign(text: str) -> set[str]:
    """Return the Latin words of a Chinese text that have no leave to stand there."""
    bare = re.sub(r"\{[^}]*\}|`[^`]*`|</?\w+>|\([^)]*\)", "", text)
    return set(re.findall(r"[A-Za-z]+", bare)) - LATIN_IN_CHINESE


# What a text that begins with a place may begin with: pages, and the keys given for the place.
OPENED = {
    *registry.PAGES,
    *("landed", "nowcast.title", "regions.sectors", "sectors.provinces"),
    *("overview.regions", "overview.sectors"),
    *re.findall(r'named_by\("([a-z_.]+)"\)', CODE),
}
PART = "[A-Za-z0-9_.-]+"


@cache
def nodes() -> list[ast.AST]:
    trees = (ast.parse(file.read_text(encoding="utf-8")) for file in FILES)
    return [node for tree in trees for node in ast.walk(tree)]


@cache
def literals() -> set[str]:
    """The texts that stand whole in the code."""
    return {node.value for node in nodes() if is_text(node)}


@cache
def key_patterns() -> list[re.Pattern[str]]:
    """The keys that the code builds, their places open; each begins with a text of its own."""
    built = [node for node in nodes() if isinstance(node, ast.JoinedStr)]
    patterns = []
    for first, *rest in (node.values for node in built):
        parts = "".join(re.escape(one.value) if is_text(one) else PART for one in rest)
        if is_text(first) and re.match(r"[a-z0-9_]+\.", first.value):
            patterns.append(re.compile(re.escape(first.value) + parts))
        elif not is_text(first) and re.match(r"\\.[a-z]", parts):
            patterns.append(re.compile(f"(?:{'|'.join(sorted(OPENED))}){parts}"))
        elif parts == rf"\.{PART}":
            keys = sorted(OPENED - set(registry.PAGES))
            patterns.append(re.compile(f"(?:{'|'.join(keys)}){parts}"))
    return patterns


def is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def test_every_key_is_used():
    assert [key for key in WORDS if not is_used(key)] == []


def is_used(key: str) -> bool:
    """Whether the code names a key whole, or builds it from a first part of its own."""
    named = key in literals()
    # Definitions are listed by what their keys begin with.
    return named or key.startswith("define.") or any(one.fullmatch(key) for one in key_patterns())


def test_no_code_chooses_a_mark_of_writing_by_the_language():
    """Marks are words too; a blank that does not break is none."""
    chosen = [node for node in nodes() if isinstance(node, ast.IfExp) and is_text(node.body)]
    by_language = [one for one in chosen if re.search("is_chinese|lang", ast.unparse(one.test))]
    assert by_language
    # A span of years (words/speaker.py).
    found = [one.body.value for one in by_language if re.search("[，。；、：—]", one.body.value)]
    assert found == ["—"]


def test_a_key_that_nothing_says_is_seen():
    assert not is_used("overview.never_said")
    assert not is_used("never.said")


def test_every_tier_has_a_symbol_of_its_own_and_words():
    judged = [
        TIER_SYMBOLS[tier]
        for tier in ("on_schedule", "behind", "far_behind", "no_data", "no_target")
    ]
    assert len(set(judged)) == len(judged)
    assert {f"tier.{tier}" for tier in TIER_SYMBOLS} <= set(WORDS)


@pytest.mark.parametrize(
    ("locale", "lang"),
    [
        ("zh-CN", "zh"),
        ("zh_Hant", "zh"),
        ("ZH", "zh"),
        ("en-GB", "en"),
        ("fr", "en"),
        ("", "en"),
        (None, "en"),
    ],
)
def test_the_browser_decides_the_first_language(locale, lang):
    assert language_of(locale) == lang


def test_a_place_without_value_is_an_error():
    with pytest.raises(KeyError):
        say("data.version", "en")


def test_a_key_that_two_modules_say_differently_is_an_error():
    with pytest.raises(ValueError, match=r"given twice: nav\.regions"):
        words.add({"nav.regions": Text("别处", "elsewhere"), "new.key": Text("新", "new")})
    assert "new.key" not in WORDS
