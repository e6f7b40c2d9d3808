"""Rows of a table on the screen: headings in words, codes beside their names, documents linked."""

import re
from collections.abc import Callable
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from carbonpeak.data.catalogue import Field, Table
from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.data.table_rows import LONGEST_SEARCH, MOST_WORDS, Wanted, referring, words_of
from carbonpeak.export.formats import MIME
from carbonpeak.export.rows import codebook, table_files
from carbonpeak.export.rows.conditions import conditions
from carbonpeak.export.source_rows import SOURCE, documents
from carbonpeak.figures import labels
from carbonpeak.screen import markup, offered
from carbonpeak.screen.reader import Reader
from carbonpeak.words.numbers import number
from carbonpeak.words.speaker import Speaker

# Rows that are sent at once: so many that a click sends at most 30 kB, of any table.
PAGE_ROWS = 50
# Amounts in these units are large: separators of thousands, and no more than three decimals.
LARGE = ("t", "tce", "CNY", "CNY, 2020 prices", "CNY, current prices", "persons", "rows")
STANDING, FLAG, NOTE = "standing", "flag", "note"
REGISTER = "register_words"
# A text of a register that is a code: words of small letters, joined.
CODE = re.compile(r"[a-z]+(_[a-z0-9]+)+")


@once_per_dataset
def part(data: Dataset, wanted: Wanted, first: int, tell: Speaker) -> pd.DataFrame:
    """Return a part of the rows wanted, from the place ``first`` on, as they are shown."""
    table = data.catalogue.table(wanted.table)
    return small(worded(data, table, data.rows_of(wanted, first, PAGE_ROWS), tell))


def show(reader: Reader, table: Table, rows: pd.DataFrame, key: str) -> None:
    """Show rows that ``part`` returned; a click on a heading sorts those shown."""
    st.dataframe(
        rows,
        key=key,
        hide_index=True,
        column_config=_columns(table, reader.say),
        column_order=order(table),
        placeholder=reader.say("rows.empty"),
        alt=reader.say("rows.alt", table=reader.say.text(table.title)),
    )


def asked(table: Table, wanted: Wanted, tell: Speaker) -> str:
    """Return what is asked of rows, in one line, with the columns in words."""
    fields = {one.name: one for one in table.fields}
    return conditions(wanted, tell, lambda name: codebook.short(table, fields[name], tell))


def worded(data: Dataset, table: Table, rows: pd.DataFrame, tell: Speaker) -> pd.DataFrame:
    """Return rows as they are shown: a code beside its name, standings in words, documents."""
    names = {
        column: codebook.name_column(column, tell) for column, _ in referring(data.catalogue, table)
    }
    shown = pd.DataFrame({one.name: rows[one.name] for one in table.fields})
    if table.name != REGISTER:
        for column, words in register_words(data).items():
            if column in shown:
                shown[column] = [_in_words(one, words, tell) for one in rows[column]]
    for column, name in names.items():
        shown[column] = [_beside(*pair) for pair in zip(rows[column], rows[name], strict=True)]
    if STANDING in shown:
        shown[STANDING] = [tell(f"standing.{one}") for one in rows[STANDING]]
    if SOURCE in shown:
        # In the table of sources the document stands already.
        if SOURCE not in table.key:
            shown["document"] = rows[SOURCE].map(_documents(data, tell))
        shown["address"] = rows[SOURCE].map(documents(data)["address"])
    return shown


@once_per_dataset
def _documents(data: Dataset, tell: Speaker) -> dict[str, str]:
    """Return the words of every document by the id of its source."""
    papers = documents(data)
    named = zip(papers.index, papers[f"name_{tell.lang}"], papers["document"], strict=True)
    return {code: labels.document(name, cited, tell) for code, name, cited in named}


def linked(rows: pd.DataFrame, alt: str, tell: Speaker) -> None:
    """Show rows of words whose addresses can be opened."""
    column = st.column_config.LinkColumn(display_text=tell("row.open"))
    st.dataframe(
        rows,
        hide_index=True,
        column_config={tell("row.address"): column},
        placeholder=tell("rows.empty"),
        alt=alt,
    )


def search(
    reader: Reader,
    key: str,
    on_change: Callable[..., None] | None = None,
    *args: Any,
    label: str = "rows.search",
    hint: str = "rows.search.hint",
) -> str:
    """Show a field to search in, and say where not all of a search is looked for.

    ``label`` and ``hint`` are the keys of its words.
    """
    say = reader.say
    typed = st.text_input(
        say(label),
        key=key,
        placeholder=say(hint),
        on_change=on_change,
        args=args,
    )
    if " ".join(words_of(typed)) != " ".join(dict.fromkeys(typed.lower().split())):
        cut = say("rows.search.cut", most=LONGEST_SEARCH, words=MOST_WORDS)
        st.html(markup.said(cut))
    return str(typed)


def downloads(reader: Reader, data: Dataset, wanted: Wanted, count: int, key: str) -> None:
    """Offer rows in every format; a file is made when it is asked for."""
    say, table = reader.say, data.catalogue.table(wanted.table)
    st.caption(say("rows.download.help", rows=number(count)))
    with st.container(horizontal=True, key=f"{key}-files"):
        for kind, make in table_files.FILES.items():
            offered.file(
                data,
                kind.upper() if kind != "parquet" else "Parquet",
                partial(make, data, wanted, say),
                table_files.of_table(table, kind, data.version),
                mime=MIME[kind],
                key=f"{key}-{kind}",
                icon=":material/download:",
            )
        offered.file(
            data,
            say("rows.download.codebook"),
            partial(table_files.codebook_alone, data, wanted, say),
            f"{table.name}_{data.version}_codebook.xlsx",
            mime=MIME["xlsx"],
            key=f"{key}-codebook",
            icon=":material/menu_book:",
        )


def small(rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows whose texts are sent once each: half the bytes, as most stand in many rows."""
    repeated = [name for name in rows if rows[name].nunique() < len(rows) / 2]
    texts = [name for name in repeated if pd.api.types.is_string_dtype(rows[name])]
    return rows.astype(dict.fromkeys(texts, "category"))


@once_per_dataset
def register_words(data: Dataset) -> dict[str, dict[Any, str]]:
    """Return the Chinese of the texts that registers hold in English, by column and text."""
    rows = data.rows_of(Wanted(REGISTER))
    return {
        str(column): dict(zip(some["text_en"], some["text_zh"], strict=True))
        for column, some in rows.groupby("register_field")
    }


def order(table: Table) -> list[str]:
    """Return the columns in the order in which they are read: what, how much, from where."""
    names = [one.name for one in table.fields]
    last = [one for one in (STANDING, SOURCE) if one in names and one not in table.key]
    first = [one for one in names if one not in (*last, FLAG, NOTE)]
    whence = [*last[:-1], "address", *last[-1:], "document"] if last else ["address"]
    return [*first, *whence, *(one for one in (FLAG, NOTE) if one in names)]


def _in_words(held: Any, words: dict[Any, str], tell: Speaker) -> Any:
    """Return a text of a register in Chinese; in English a code as words, a text as it is held."""
    if tell.is_chinese:
        return words.get(held, held)
    is_code = isinstance(held, str) and CODE.fullmatch(held)
    return held.replace("_", " ") if is_code else held


def _beside(code: Any, name: Any) -> str | None:
    if pd.isna(code):
        return None
    return str(code) if pd.isna(name) else f"{name} ({code})"


def _columns(table: Table, tell: Speaker) -> dict[str, Any]:
    """Return how each column is headed: in words; its name in the files shows when pointed at."""
    configured = {one.name: _column(table, one, tell) for one in table.fields}
    configured["document"] = st.column_config.TextColumn(tell("row.document"), width="medium")
    configured["address"] = st.column_config.LinkColumn(
        tell("row.address"), display_text=tell("row.open"), width="small"
    )
    return configured


def _column(table: Table, field: Field, tell: Speaker) -> Any:
    label = codebook.short(table, field, tell)
    unit = codebook.unit(field, tell)
    meaning = tell.text(field.meaning)
    whole = tell("sheet.unit", column=meaning, unit=unit) if unit else meaning
    about = f"{whole} · {field.name}"
    if field.unit in LARGE:
        return st.column_config.NumberColumn(label, help=about, format="localized")
    # Any other whole number is a year or a place: none wants a separator.
    if field.type == "integer":
        return st.column_config.NumberColumn(label, help=about, format="%d")
    if field.type == "number":
        return st.column_config.NumberColumn(label, help=about)
    return st.column_config.Column(label, help=about)
