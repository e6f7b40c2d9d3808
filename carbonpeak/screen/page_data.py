"""All data of a page as one archive, made when a reader asks for it."""

from functools import partial
from urllib.parse import quote, urlencode

import streamlit as st

from carbonpeak.data.dataset import Dataset
from carbonpeak.export import page_archive
from carbonpeak.screen import offered
from carbonpeak.screen.reader import Reader
from carbonpeak.topics.registry import Chosen
from carbonpeak.words.speaker import Speaker


def show(reader: Reader) -> None:
    """Show the button that makes and downloads all data of the page as it is chosen.

    Nothing is shown on a page without figures.
    """
    page = reader.given.page
    if not page.figures:
        return
    offered.file(
        reader.data,
        reader.say("archive.button"),
        partial(_archive, reader.data, reader.given, address(), reader.say),
        page_archive.file_name(reader.data, page.name, reader.say),
        mime="application/zip",
        key=f"page-data-{page.name}",
        icon=":material/folder_zip:",
        help=reader.say("archive.help"),
    )


def address() -> str:
    """Return the address that shows the page as it is now."""
    here = (st.context.url or "").partition("?")[0]
    pairs = [(name, one) for name in st.query_params for one in st.query_params.get_all(name)]
    return f"{here}?{urlencode(pairs, quote_via=quote)}" if pairs else here


def _archive(data: Dataset, given: Chosen, where: str, tell: Speaker) -> bytes:
    return page_archive.packed(data, page_archive.of_page(data, given, where, tell), tell)
