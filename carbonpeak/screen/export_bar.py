"""A figure becomes a file, in a window of its own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

import streamlit as st

from carbonpeak.data.dataset import Dataset
from carbonpeak.export import formats
from carbonpeak.export.faults import RenderError
from carbonpeak.export.lookup import FigureError
from carbonpeak.export.picture.drawing_page import Kind
from carbonpeak.export.picture.preview import Preview, pixels, preview
from carbonpeak.export.picture.size import DPIS, WIDTHS_MM
from carbonpeak.export.printable import PrintableFigure
from carbonpeak.export.rows.writers import shape
from carbonpeak.screen import (
    export_cautions,
    export_faults,
    looking,
    markup,
    offered,
    server,
    visitor,
)
from carbonpeak.screen.reader import Reader
from carbonpeak.topics.registry import Codes
from carbonpeak.words import LANGS, Lang
from carbonpeak.words.numbers import file_size, number
from carbonpeak.words.speaker import Speaker

PREVIEW_DPI = 150
Option = TypeVar("Option")


@dataclass(frozen=True)
class Settings:
    """How a figure is wanted; kept while a reader goes from figure to figure."""

    kind: Kind
    width_mm: int
    dpi: int
    lang: Lang
    is_grey: bool


def window(reader: Reader, name: str, codes: Codes, data: Dataset) -> None:
    """Open the window in which a figure, for its choices and data, becomes a file."""
    opened = st.dialog(reader.say("export.title"), width="large")(_window)
    opened(reader, name, codes, data)


def _window(reader: Reader, name: str, codes: Codes, data: Dataset) -> None:
    visitor.require("export", data.scope, reader.lang)
    left, right = st.columns([2, 3], gap="medium")
    with left:
        asked = _settings(reader)
    try:
        printable = server.printable(data, name, codes, Speaker(asked.lang))
    except FigureError as fault:
        st.html(markup.said(export_faults.of_figure(reader, fault), "alert"))
        return
    with right:
        picture = _preview(reader, printable, asked)
    with left:
        if picture:
            _file(reader, data, printable, asked, picture)
        _rows(reader, data, printable)
        _passport(reader, printable)


def _settings(reader: Reader) -> Settings:
    say = reader.say

    def width_words(width: int) -> str:
        key = "export.width.block" if width == WIDTHS_MM[0] else "export.width.mm"
        return say(key, width=width)

    langs = sorted(LANGS, key=lambda lang: lang != reader.lang)
    with st.container(horizontal=True, key="export-settings"):
        kind = _choice(
            "kind", say("export.kind"), formats.PICTURES, lambda one: say(f"export.kind.{one}")
        )
        width = _choice("width", say("export.width"), WIDTHS_MM, width_words)
        dpi = _choice("dpi", say("export.dpi"), DPIS, lambda one: say("export.dpi.value", dpi=one))
        lang = _choice("lang", say("export.lang"), langs, lambda one: say(f"lang.{one}"))
        is_grey = st.toggle(say("export.grey"), key="export-grey", persist_state="session")
    return Settings(kind, width, dpi, lang, is_grey)


def _choice(
    name: str, label: str, options: Sequence[Option], words: Callable[[Option], str]
) -> Option:
    key = f"export-set-{name}"
    chosen = st.segmented_control(
        label,
        options,
        # A value kept from another figure goes before the default.
        default=None if key in st.session_state else options[0],
        format_func=words,
        key=key,
        required=True,
        wrap=True,
        persist_state="session",
    )
    return options[0] if chosen is None else chosen


def _preview(reader: Reader, printable: PrintableFigure, asked: Settings) -> Preview | None:
    """Show the picture as it will be; where none can be made say why and what to do."""
    try:
        if not server.has_cjk_font():
            st.warning(reader.say("export.no_font"))
        shown = server.picture(printable, "png", asked.width_mm, PREVIEW_DPI)
    except RenderError as fault:
        st.error(export_faults.of_picture(reader, fault))
        return None
    seen = preview(shown, PREVIEW_DPI, asked.is_grey)
    with st.container(border=True):
        st.image(seen.png, alt=printable.figure.alt)
    st.caption(reader.say("export.preview"))
    return seen


def _file(
    reader: Reader, data: Dataset, printable: PrintableFigure, asked: Settings, seen: Preview
) -> None:
    """Give the picture as a whole file, or say why there is none."""
    try:
        content = server.picture(printable, asked.kind, asked.width_mm, asked.dpi)
    except RenderError as fault:
        st.error(export_faults.of_picture(reader, fault))
        return
    st.caption(_size_words(reader, seen, asked, content))
    for caution in export_cautions.of(
        printable, asked.kind, asked.width_mm, seen.height_mm, reader.lang
    ):
        st.caption(f":material/warning: {caution}")
    offered.file(
        data,
        reader.say("export.download", kind=reader.say(f"export.kind.{asked.kind}")),
        content,
        f"{_file_name(printable)}_{asked.width_mm}mm.{asked.kind}",
        mime=formats.MIME[asked.kind],
        kind="primary",
        key="export-download",
    )


def _size_words(reader: Reader, seen: Preview, asked: Settings, content: bytes) -> str:
    taken = file_size(len(content))
    size = {"width": asked.width_mm, "height": number(seen.height_mm), "bytes": taken}
    if asked.kind != "png":
        return reader.say("export.size", **size)
    across, down = pixels(content)
    return reader.say(
        "export.size.pixels", across=number(across), down=number(down), dpi=asked.dpi, **size
    )


def _rows(reader: Reader, data: Dataset, printable: PrintableFigure) -> None:
    """Give the rows behind the figure, with how many there are on the buttons."""
    rows, columns = shape(printable)
    st.markdown(f"**{reader.say('export.rows')}**")
    with st.container(horizontal=True):
        for kind, write in formats.ROWS.items():
            words = reader.say(f"export.rows.{kind}", rows=number(rows), columns=columns)
            offered.file(
                data,
                words,
                partial(write, printable),
                f"{_file_name(printable)}.{kind}",
                mime=formats.MIME[kind],
                key=f"export-{kind}",
            )


def _passport(reader: Reader, printable: PrintableFigure) -> None:
    """Show the id of the figure, to copy and to open."""
    st.caption(reader.say("export.passport"))
    st.code(printable.passport.id, language=None, wrap_lines=True)
    st.page_link(
        "pages/figures.py",
        label=reader.say("export.open"),
        query_params={"lang": reader.lang, **looking.carried(), "passport": printable.passport.id},
    )


def _file_name(printable: PrintableFigure) -> str:
    return f"{printable.passport.figure}_{printable.passport.data_version}_{printable.lang}"
