"""How rows of the policy files are worded and cited: notes in a reader's words, sources, values."""

import re
from collections.abc import Hashable
from typing import Any

import pandas as pd

from carbonpeak.build.schema import fault, standing
from carbonpeak.build.sources import NOTICE_TERMS, SourceRegister, tidy

# Tables and programs of others are not notices of the government: their own terms hold.
PUBLISHER_TERMS = "Terms of its publisher; cite the publisher"
PUBLISHED_BY_OTHERS = ("dataset", "code-transcription", "journal")
RECALLED = "No document at hand (value recalled), to be verified"
RECALLED_TERMS = "None: not to be cited"

# Words of those who collected the figures, and what a reader needs instead. Values stay untouched.
REWORDINGS: dict[str, tuple[str, str]] = {
    "reported wording of the 18 % target": (
        r"^seed wording reads as .*",
        "the reported wording reads as a fall of more than 18 %; the official text only says "
        "the fall must exceed that of the whole society (18 %)",
    ),
    "reports by another date": (r"the seeds say", "the reports say"),
    "reported mistranslation": (r"^seed text says", "a report says"),
    "opinions by their number": (
        r"\bin P8$",
        "in the Guiding Opinions on Accelerating Green Development of Manufacturing",
    ),
    "plan by its number": (r"^P10 adds", "the non-ferrous metals peaking plan adds"),
    "source nicknames": (r" \((wmt14|gh_bm)\)", ""),
    "page says": (r"^page says by", "the report says by"),
    "page cut": (r"^the page text was cut", "the text seen was cut"),
    "page unseen": (
        r"Not seen in any page: verify against the MEE annex before display",
        "Not seen in a document: to be verified against the annex of the MEE plan",
    ),
    "no later page": (r"no later price page was found", "no later price was found"),
    "code notes": (r"third-party code notes", "notes in public code"),
    "own schema": (r"^own proposal", "proposal of this project"),
    "own knowledge": (r"own knowledge", "recalled"),
    "from memory": (r"\bfrom memory\b", "recalled"),
    "memory of a document": (r"\(memory of ", "(recalled from the "),
    "memory": (r"\(memory\)", "(recalled)"),
    "code table": (r"^(.*; )?(the )?code table", r"\1the table in public code"),
    "do not use": (r", do not use it$", ""),
    "code shows": (r"^the code shows", "public code shows"),
    "no figure of Tibet": (r"do not use as a Tibet figure", "not a figure for Tibet"),
    "year not stated": (r"^unlabelled in the code;", "year not stated in the public code;"),
    "final unchecked": (r", check the final$", "; the final may differ"),
    "file number": (r"industry row of file 06", "total energy of industry"),
    "file read": (r"not in the file read", "not in the copy read"),
    "second copy": (r"a second repository", "a second public copy"),
    "other copies": (r"against other repositories", "against other public copies"),
    "repost": (r"^third-party repost$", ""),
    "aggregator": (
        r"^secondary/aggregator page; verify against (.*) before use$",
        r"seen on an aggregator's page only, to be verified against \1",
    ),
    "same page": (
        r"the same policycn\.com page",
        "https://policycn.com/commentaries/"
        "revised-calculation-method-makes-energy-intensity-target-achievable-47023-2",
    ),
    "repository unnamed": (r" \(public code repository, name not recorded\)", ""),
    "identifiers of copies": (r" \(ids [\d, ]+\)", ""),
    "empty brackets": (r" \(\)", ""),
}
INNER_WORDS = re.compile(r"\bseeds?\b|readme|\bstored\b|\.txt\b|gh_bm|wmt14|own knowledge", re.I)


def with_provenance(rows: pd.DataFrame, sources: SourceRegister) -> pd.DataFrame:
    """Return the rows of a policy file with standing, source, readable note and parsed value."""
    records = rows.to_dict("records")
    result = rows.assign(
        standing=[standing(row["evidence"], row["confidence"]) for row in records],
        source_id=[cite(row, sources) for row in records],
    )
    if "note" in rows:
        result = result.assign(note=rows["note"].map(readable))
    if "value" in rows:
        result = result.assign(value_text=rows["value"], value=rows["value"].map(plain_number))
    return result


def cite(row: dict[Hashable, Any], sources: SourceRegister) -> str:
    """Register the source of a row with its address, where there is one, and return its id."""
    if row["source"].startswith("recalled"):
        return sources.add(RECALLED, RECALLED_TERMS)
    text = readable(tidy(row["source"])) or ""
    address = row["source_url"] or ""
    if address.startswith("http"):
        text = f"{text} | {address}"
    terms = PUBLISHER_TERMS if row["source_quality"] in PUBLISHED_BY_OTHERS else NOTICE_TERMS
    return sources.add(text, terms)


def readable(text: str | None) -> str | None:
    """Return a note in a reader's words, or None; BuildError where an inner word is left."""
    if not text:
        return None
    for pattern, words in REWORDINGS.values():
        text = re.sub(pattern, words, text)
    if INNER_WORDS.search(text):
        raise fault("inner_words", text=text)
    return text or None


def plain_number(text: str) -> float | None:
    """Return the value of a text that is one plain number, None for ranges, limits and words."""
    return float(text) if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text) else None
