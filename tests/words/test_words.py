"""Both languages whole: every key has both texts, the same places to fill, and is used."""

import ast
import re
import string
from pathlib import Path

import pytest

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
SAME = {"lang.zh", "lang.en"}
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
    *("Debian", "Ubuntu", "chromium", "CARBONPEAK", "BROWSER"),
}


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_say_it_with_the_same_places():
    assert [key for key, text in WORDS.items() if not text.zh.strip() or not text.en.strip()] == []
    assert [key for key, text in WORDS.items() if places(text.zh) != places(text.en)] == []


def test_chinese_is_chinese_and_english_is_english():
    texts = {key: text for key, text in WORDS.items() if key not in SAME}
    assert [key for key, text in texts.items() if re.search(r"[\u4e00-\u9fff]", text.en)] == []
    assert {key: found for key, text in texts.items() if (found := foreign(text.zh))} == {}


def foreign(text: str) -> set[str]:
    """Return the Latin words of a Chinese text that have no leave to stand there."""
    bare = re.sub(r"\{[^}]*\}|`[^`]*`|<br>|\([^)]*\)", "", text)
    return set(re.findall(r"[A-Za-z]+", bare)) - LATIN_IN_CHINESE


def key_patterns() -> list[re.Pattern[str]]:
    """The keys that the code builds: every f-string that looks like a key, its places open."""
    patterns = []
    for node in (
        node for file in FILES for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
    ):
        if isinstance(node, ast.JoinedStr):
            parts = [
                re.escape(one.value) if isinstance(one, ast.Constant) else "[a-z0-9_.]+"
                for one in node.values
            ]
            if "\\." in "".join(parts):
                patterns.append(re.compile("".join(parts)))
    return patterns


PATTERNS = key_patterns()


def test_every_key_is_used():
    assert [key for key in WORDS if not is_used(key)] == []


def is_used(key: str) -> bool:
    whole = f'"{key}"' in CODE or f"'{key}'" in CODE
    joined = f'"{key.rpartition(".")[0]}." +' in CODE or f"'{key.rpartition('.')[0]}.' +" in CODE
    built = any(pattern.fullmatch(key) for pattern in PATTERNS)
    return whole or joined or built or key.startswith("define.")


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
