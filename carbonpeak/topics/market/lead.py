"""The first words of the page, and its sources with addresses."""

import re

from carbonpeak.data.dataset import Dataset
from carbonpeak.topics.market import analysis, labels
from carbonpeak.words.numbers import number
from carbonpeak.words.speaker import Speaker

ADDRESS = re.compile(r"https?://\S+")


def lead(data: Dataset, tell: Speaker) -> str:
    """Return what the market is, why a unit is short, and what a tonne costs."""
    month, price = analysis.last_average(data)
    return tell("market.lead", month=labels.month(month, tell), price=number(price, 2))


def sources(data: Dataset, source_ids: tuple[str, ...], tell: Speaker) -> list[str]:
    """Return each source once as a line of Markdown, a link where its citation has an address."""
    rows = data.ask("sources__all").set_index("source_id")
    lines = []
    for source_id in dict.fromkeys(source_ids):
        name, citation = rows.loc[source_id, [f"name_{tell.lang}", "citation"]]
        found = ADDRESS.search(str(citation))
        lines.append(f"- [{name}]({found.group()})" if found else f"- {name}")
    return lines
