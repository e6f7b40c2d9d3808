"""What waits for whoever has a right: reports handed in, under review, sent back, to disclose."""

from dataclasses import dataclass

import pandas as pd

from carbonpeak.access.deciding import What
from carbonpeak.data.dataset import Dataset
from carbonpeak.reporting.states import DISCLOSE, ENTER, VERIFY
from carbonpeak.topics.reporting import analysis, labels
from carbonpeak.topics.reporting.choices import ReportingChoices
from carbonpeak.words.numbers import number as text_of
from carbonpeak.words.speaker import Speaker

# So many stand in a list; the others follow as these are done.
MOST_LISTED = 6


@dataclass(frozen=True)
class Waiting:
    """Reports in some states, which somebody with the right to this deed has to act on."""

    name: str
    deed: What
    states: tuple[str, ...]


LISTS = (
    Waiting("handed_in", VERIFY, ("submitted", "corrected", "appealed")),
    Waiting("in_review", VERIFY, ("document_review", "site_visit")),
    Waiting("sent_back", ENTER, ("findings_open",)),
    Waiting("to_disclose", DISCLOSE, ("verified",)),
)


def rows(data: Dataset, one: Waiting, chosen: ReportingChoices) -> pd.DataFrame:
    """Return the reports of a list as they stand now, the oldest first, MOST_LISTED at most.

    Of every year, in the place and division chosen.
    """
    return data.ask(
        "reporting__waiting",
        number=analysis.newest(data),
        states=list(one.states),
        region=chosen.region or None,
        sector=chosen.sector or None,
        most=MOST_LISTED,
    )


def title(row: labels.Row, tell: Speaker) -> str:
    """Return whose report it is: company, where the name of the unit does not name it, and year."""
    company, unit = (labels.named(row, kind, tell) for kind in ("company", "unit"))
    names = [unit] if unit.startswith(company) else [company, unit]
    return tell("desk.waiting.title", unit=tell.listed(names), year=int(row["year"]))


def said(row: labels.Row, tell: Speaker) -> str:
    """Return what it comes to, where it stands, who brought it there and since when."""
    days = (pd.Timestamp(analysis.today()) - pd.Timestamp(str(row["came_on"]))).days
    return tell(
        "desk.waiting.said",
        amount=labels.amount(float(row["co2_t"]), tell),
        state=labels.state(str(row["state"]), tell),
        who=labels.typed(row["who"], tell),
        day=row["came_on"],
        days=text_of(days),
    )
