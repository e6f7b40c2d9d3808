"""The first words of the page, and its sources with addresses."""

import re

from carbonpeak.data.dataset import Dataset
from carbonpeak.topics.market import analysis, labels
from carbonpeak.words.numbers import number
from carbonpeak.words.speaker import Speaker

# What the page is made of, in its order.
QUERIES = (
    "market__coverage",
    "market__months",
    "market__pilots",
    "market__benchmarks",
    "market__rules",
    "market__events",
)
ADDRESS = re.compile(r"https?://\S+")


def lead(data: Dataset, tell: Speaker) -> str:
    """Return what the market is, why a unit is short, and what a tonne costs."""
    month, price = analysis.last_average(data)
    return tell("market.lead", month=labels.month(month, tell), price=number(price, 2))


def sources(data: Dataset, tell: Speaker) -> str:
    """Return each source of the page once as Markdown, a link where its citation has an address."""
    rows = data.ask("sources__all").set_index("source_id")
    used = [data.ask(query)["source_id"] for query in QUERIES]
    lines = []
    for source_id in dict.fromkeys(one for ids in used for one in ids):
        name, citation = rows.loc[source_id, [f"name_{tell.lang}", "citation"]]
        found = ADDRESS.search(str(citation))
        plain = str(name).partition(" | http")[0]
        lines.append(f"- [{plain}]({found.group()})" if found else f"- {plain}")
    return "\n".join(lines)
