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
DAY = re.compile(r"^[^|:]+, (\d{4}-\d{2}-\d{2}) \|")
ADDRESS = re.compile(r"https?://\S+")


def lead(data: Dataset, tell: Speaker) -> str:
    """Return what the market covers and what a tonne costs."""
    month, price = analysis.last_average(data)
    return tell("market.lead", month=labels.month(month, tell), price=number(price, 2))


def sources(data: Dataset, tell: Speaker) -> str:
    """Return each source of the page once as Markdown, a link where its citation has an address."""
    rows = data.ask("sources__all").set_index("source_id")
    used = [one for query in QUERIES for one in data.ask(query)["source_id"]]
    lines = [
        _line(*rows.loc[source_id, [f"name_{tell.lang}", "citation"]])
        for source_id in dict.fromkeys(used)
    ]
    return "\n".join(dict.fromkeys(lines))


def _line(name: str, citation: str) -> str:
    """Return a source as a line; where many pages have one name, with the day of each."""
    plain, address = name.partition(" | http")[0], ADDRESS.search(citation)
    day = DAY.search(citation)
    dated = f"{plain} {day.group(1)}" if day and day.group(1) not in plain else plain
    return f"- [{dated}]({address.group()})" if address else f"- {dated}"
