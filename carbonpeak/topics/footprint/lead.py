"""The first sentences of the page: the newest footprint of electricity, how many factors."""

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import factor_search
from carbonpeak.words.numbers import number
from carbonpeak.words.speaker import Speaker


def lead(data: Dataset, tell: Speaker) -> str:
    """Return the newest footprint of electricity and how many factors there are."""
    rows = factor_search.library(data)
    count = number(len(rows))
    own = rows[(rows["kind"] == "electricity") & rows["factor_id"].str.endswith("-average")]
    if own.empty:
        return tell("footprint.lead.short", count=count)
    last = own.sort_values("year").iloc[-1]
    return tell("footprint.lead", now=f"{last['value']:.4f}", year=int(last["year"]), count=count)


def more(data: Dataset, tell: Speaker) -> str:
    """Return what a footprint is, and how many factors lack a year or were not verified."""
    rows = factor_search.library(data)
    return tell(
        "footprint.lead.more",
        undated=number(int(rows["year"].isna().sum())),
        unverified=number(int((rows["standing"] == "unverified").sum())),
    )
