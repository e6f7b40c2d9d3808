"""The first sentence of the page: the newest footprint of electricity, how many factors."""

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import factor_search
from carbonpeak.words.numbers import number
from carbonpeak.words.speaker import Speaker


def lead(data: Dataset, tell: Speaker) -> str:
    """Return what a footprint is, with one number of the data."""
    rows = factor_search.library(data)
    said = {
        "count": number(len(rows)),
        "undated": number(int(rows["year"].isna().sum())),
        "unverified": number(int((rows["standing"] == "unverified").sum())),
    }
    own = rows[(rows["kind"] == "electricity") & rows["factor_id"].str.endswith("-average")]
    if own.empty:
        return tell("footprint.lead.short", **said)
    last = own.sort_values("year").iloc[-1]
    return tell("footprint.lead", now=f"{last['value']:.4f}", year=int(last["year"]), **said)
