"""Daily quotes that somebody put in: closing prices by day, held to the months of the tables."""

import pandas as pd

from carbonpeak.charts import months
from carbonpeak.charts.months import MonthLine
from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.domain.view import region_names
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.table import Form, Head, Table, known, words
from carbonpeak.thresholds import NATION, QUOTED_MONTH_TOLERANCE
from carbonpeak.topics.market import labels
from carbonpeak.topics.market.choices import MarketChoices
from carbonpeak.words.numbers import is_missing
from carbonpeak.words.numbers import number as text_of
from carbonpeak.words.sentences import moved
from carbonpeak.words.speaker import Speaker

TONNES = Form()
# Months that a note names; more are counted.
MOST_NAMED = 6


@once_per_dataset
def markets(data: Dataset) -> tuple[str, ...]:
    """Return the markets with daily quotes, the national one first."""
    return tuple(sorted(set(data.ask("market__quotes", region_code=None)["region_code"])))


def market(data: Dataset, tell: Speaker, code: str) -> str:
    """Return what a market is called, the words for none where there are no quotes."""
    if not code:
        return tell("control.none")
    if code == NATION:
        return tell("market.quotes.national")
    return tell("market.quotes.pilot", name=region_names(data, tell.lang)[code])


def daily(data: Dataset, chosen: MarketChoices, tell: Speaker) -> Figure | None:
    """Return closing prices by day with volumes in the table; None where nobody put any in."""
    if not chosen.quoted:
        return None
    rows = data.ask("market__quotes", region_code=chosen.quoted).set_index("date")
    name = market(data, tell, chosen.quoted)
    title = _title(rows, name, tell)
    return Figure(
        name="market_quotes",
        title=title,
        subtitle=tell("market.quotes.sub", market=name, first=rows.index[0], last=rows.index[-1]),
        alt=title,
        chart=months.lines([_line(rows, name, tell)], [], {}),
        table=_table(rows, tell),
        standings=tuple(dict.fromkeys(rows["standing"])),
        source_ids=tuple(dict.fromkeys(rows["source_id"])),
        notes=(tell("market.quotes.note"), *_months(data, chosen.quoted, tell)),
    )


def _title(rows: pd.DataFrame, name: str, tell: Speaker) -> str:
    """Return the last closing price and how it moved since the first one."""
    closes = rows["close_cny_per_t"].dropna()
    if closes.empty:
        return tell("market.quotes.title.none", market=name)
    said = {"market": name, "last": closes.index[-1], "price": text_of(closes.iloc[-1], 2)}
    if len(closes) == 1:
        return tell("market.quotes.title.one", **said)
    change = moved(float(closes.iloc[-1]) / float(closes.iloc[0]) - 1, tell)
    return tell("market.quotes.title", moved=change, first=closes.index[0], **said)


def _line(rows: pd.DataFrame, name: str, tell: Speaker) -> MonthLine:
    values = [None if is_missing(one) else float(one) for one in rows["close_cny_per_t"]]
    texts = [
        f"{name}<br>{day}: {tell('known.none') if one is None else text_of(one, 2)}"
        for day, one in zip(rows.index, values, strict=True)
    ]
    return MonthLine(name, [str(day) for day in rows.index], values, texts)


def _table(rows: pd.DataFrame, tell: Speaker) -> Table:
    average = rows["turnover_cny"] / rows["volume_t"].where(rows["volume_t"] > 0)
    none, price = tell("known.none"), labels.price_form(tell)
    columns = {
        Head("close", tell("market.quotes.close")): (rows["close_cny_per_t"], price),
        Head("volume", tell("market.quotes.volume")): (rows["volume_t"], TONNES),
        Head("average", tell("market.quotes.average")): (average, price),
    }
    days = {Head("date", tell("market.quotes.date")): [words(str(day)) for day in rows.index]}
    return Table.of_columns(
        days
        | {
            head: [known(one, form, "none", none) for one in values]
            for head, (values, form) in columns.items()
        }
    )


def _months(data: Dataset, code: str, tell: Speaker) -> tuple[str, ...]:
    """Return in how many months the days add up to the month of the tables, and where not."""
    rows = data.ask("market__quoted_months")
    rows = rows[(rows["region_code"] == code) & rows["official_t"].notna()]
    if rows.empty:
        return (tell("market.quotes.months.none"),)
    apart = (rows["quoted_t"] - rows["official_t"]).abs()
    wrong = rows[~(apart <= QUOTED_MONTH_TOLERANCE * rows["official_t"])]
    counted = {"count": len(rows), "same": len(rows) - len(wrong)}
    if wrong.empty:
        return (tell("market.quotes.months.all", **counted),)
    named = tell.listed(wrong["month"].iloc[:MOST_NAMED])
    more = tell("market.quotes.months.more") if len(wrong) > MOST_NAMED else ""
    return (tell("market.quotes.months", months=named + more, **counted),)
