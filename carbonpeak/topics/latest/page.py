"""The choices and figures of the page Latest."""

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import monthly, months
from carbonpeak.figures import controls as names
from carbonpeak.figures import months as labels
from carbonpeak.figures.choices import Choice
from carbonpeak.figures.page_spec import Control, FigureSpec, PageSpec, Raw
from carbonpeak.topics.latest import ahead, due, estimate, lines, meaning, values
from carbonpeak.topics.latest.choices import LatestChoices
from carbonpeak.topics.latest.words import WORDS
from carbonpeak.words.speaker import Speaker

# A line of five years is long enough for a trend and short enough for the months to be told apart.
YEARS_SHOWN = 5
FIRST = "value_added_growth"


def controls(data: Dataset, raw: Raw) -> tuple[Control, ...]:
    """Return the choices: series and first years that the data have, months from the newest on."""
    rows = monthly.rows(data)
    codes = tuple(rows["series_code"].unique())
    years = sorted({int(month[:4]) for month in rows["month"]})
    since = Choice("since", tuple(map(str, years)), str(_since(years)))
    until = _months(monthly.newest_month(data))
    as_of = Choice("asof", until, until[-1])
    first = FIRST if FIRST in codes else codes[0]
    return (
        Control(Choice("series", codes, first), "control.series", _series),
        Control(since, "control.since", names.plain),
        Control(as_of, "control.asof", _month),
    )


def _since(years: list[int]) -> int:
    """Return the first of the years that are shown at first."""
    return max(years[0], years[-1] - YEARS_SHOWN)


def _months(newest: str) -> tuple[str, ...]:
    """Return the months up to which ages may count, the one it is as the last."""
    return months.span(newest, max(newest, months.this_month()))


def _series(data: Dataset, tell: Speaker, code: str) -> str:
    return labels.name(code, tell)


def _month(data: Dataset, tell: Speaker, code: str) -> str:
    return labels.period(code, tell)


PAGE = PageSpec(
    "latest",
    LatestChoices.of,
    controls,
    (
        FigureSpec("latest_values", ("asof",), values.table),
        FigureSpec("latest_small", ("since",), lines.small),
        FigureSpec("latest_series", ("series", "since"), lines.one),
        FigureSpec("latest_meaning", (), meaning.table),
        FigureSpec("latest_targets", (), ahead.table),
        FigureSpec("latest_due", ("asof",), due.table),
        FigureSpec("latest_estimate", (), estimate.sectors),
    ),
    WORDS,
)
# What a report of the year shows of the newest months, in this order.
# The small lines are taller than a page of a report has room for.
IN_A_REPORT = ("latest_values", "latest_meaning", "latest_due")
