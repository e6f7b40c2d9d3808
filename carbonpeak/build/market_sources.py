"""How the files on the carbon market name their sources, and what a reader needs instead."""

import re

from carbonpeak.build.schema import STANDING_OF, BuildError

# What the files say of how a row is known, beyond the words that all sources share. A draft is
# published as a draft: its column of status says so.
STANDINGS = STANDING_OF | {
    "secondary (draft, may have changed in the final text)": "published",
    "secondary (unconfirmed)": "unverified",
    # The formula of a plan as public code has it, page by page.
    "code-transcription": "published",
}
REWORDINGS = (
    (r", citing 国环规气候〔2025〕2号 pp\. 4-8 and Table 1", ""),
    (
        r"github:(\S+?)(?: @ [0-9a-f]{7})?(?:[0-9a-f]{33})?(?=[\s,;)]|$)",
        r"public repository github.com/\1",
    ),
    (
        r"github repository with SQL policy tables \([^)]*\)",
        "public code with the tables of the plan",
    ),
    (r"国环规气候〔(\d+)〕(\d+)号", r"MEE Guohuangui Qihou [\1] \2"),
    (r"环办气候函〔(\d+)〕(\d+)号", r"MEE Huanban Qihou Han [\1] \2"),
    (r"policy/ets\.csv \w+; ", ""),
    (r"as parsed in", "as transcribed in"),
    (r" \(own wording here\)", ""),
    (r" \(read from MEE PDFs by its author\)", ""),
    (r" \+ benchmarks_notes\.md", ""),
)
# Publishers by the host of a page.
HOSTS = {
    "www.mee.gov.cn": "MEE",
    "overview.cneeex.com": "Shanghai Environment and Energy Exchange",
    "www.cpnn.com.cn": "China Power News Network",
    "www.news.cn": "Xinhua",
    "www.gov.cn": "Chinese government",
    "paper.people.com.cn": "China Energy News",
    "www.stdaily.com": "Science and Technology Daily",
    "www.ccement.com": "Digital Cement",
}


def standing_of(word: str) -> str:
    """Return our standing for a word of the files on the market."""
    return STANDINGS[word]


def readable_source(text: str) -> str:
    """Return a source in a reader's words."""
    for pattern, words in REWORDINGS:
        text = re.sub(pattern, words, text)
    return text


def publisher(address: str) -> str:
    """Return who published a page; BuildError for a host that is not known here."""
    host = re.sub(r"^https?://([^/]+)/.*$", r"\1", address)
    if host not in HOSTS:
        raise BuildError(f"{address}: say in market_sources.py who publishes on {host}.")
    return HOSTS[host]
