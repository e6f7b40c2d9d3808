"""The drawer of the search: what was typed and is no name in its list, looked for everywhere."""

from collections.abc import Callable, Mapping

import streamlit as st

from carbonpeak.data.table_rows import LONGEST_SEARCH, words_of
from carbonpeak.screen import everywhere, markup, rows_table, visitor
from carbonpeak.screen.everywhere import Hit, Hits
from carbonpeak.screen.reader import Reader
from carbonpeak.words.numbers import number

SHOWN_LENGTH = 40
FIELD = "search-drawer"


def open_drawer(
    reader: Reader, typed: str, names: Mapping[str, str], carried: Callable[[], dict[str, str]]
) -> None:
    """Open the drawer of what a search finds; ``carried`` gives what goes along to other pages."""
    st.session_state[FIELD] = typed[:LONGEST_SEARCH]
    opened = st.dialog(reader.say("everywhere.title"), width="medium", position="right")(_shown)
    opened(reader, names, carried)


def _shown(reader: Reader, names: Mapping[str, str], carried: Callable[[], dict[str, str]]) -> None:
    visitor.require("figure", reader.data.scope, reader.lang)
    typed = rows_table.search(reader, FIELD, label="everywhere.label", hint="everywhere.hint")
    if not words_of(typed):
        return
    found = everywhere.found(reader.data, typed, names, reader.say)
    if not found:
        st.html(markup.said(reader.say("everywhere.none", typed=typed[:SHOWN_LENGTH])))
    for hits in found:
        _kind(reader, hits, carried)


def _kind(reader: Reader, hits: Hits, carried: Callable[[], dict[str, str]]) -> None:
    say, query = reader.say, {"lang": reader.lang, **carried()}
    st.markdown(f"**{say(f'everywhere.{hits.kind}', count=number(hits.count))}**")
    for one in hits.first:
        _hit(one, query)
    if hits.count > len(hits.first) and hits.page:
        st.page_link(
            f"pages/{hits.page}.py",
            label=say("everywhere.all", count=number(hits.count), page=say(f"nav.{hits.page}")),
            query_params={**query, **hits.query},
            icon=":material/arrow_forward:",
        )


def _hit(one: Hit, query: Mapping[str, str]) -> None:
    if not one.page:
        st.html(markup.line(one.words))
        return
    label = markup.letters(one.words)
    st.page_link(f"pages/{one.page}.py", label=label, query_params={**query, **one.query})
