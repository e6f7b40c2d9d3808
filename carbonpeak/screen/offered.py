"""Files that a reader may take; who takes one is noted in the audit where there is a store."""

import time
from collections.abc import Callable
from functools import partial
from typing import Literal

import streamlit as st

from carbonpeak.access.faults import Ended
from carbonpeak.data.dataset import Dataset
from carbonpeak.screen import noted, visitor
from carbonpeak.store.faults import StoreFault
from carbonpeak.words import both

Content = bytes | Callable[[], bytes]


def file(
    data: Dataset,
    label: str,
    content: Content,
    name: str,
    *,
    key: str,
    mime: str | None = None,
    icon: str | None = None,
    help: str | None = None,
    kind: Literal["primary", "secondary"] = "secondary",
    is_noted: bool = False,
) -> None:
    """Offer a file made of this data; what makes it is asked when it is taken, and so is the store.

    ``is_noted`` where it is in the audit already. The page does not run again for it; when the
    log-in has ended by then, there is no file.
    """
    who, until_s = visitor.name(), visitor.until_s()
    st.download_button(
        label,
        partial(_taken, data, None if is_noted else who, name, content, until_s),
        name,
        mime,
        key=key,
        icon=icon,
        help=help,
        type=kind,
        on_click="ignore",
    )


def _taken(
    data: Dataset, who: str | None, name: str, content: Content, until_s: float | None
) -> bytes:
    """Return a file that somebody takes; nobody (None) is noted.

    Ended where the log-in has ended, StoreFault where it cannot be noted.
    """
    if until_s is not None and until_s <= time.time():
        raise Ended(both("access.expired"))
    made = content if isinstance(content, bytes) else content()
    fault = None if who is None else noted.exported(data, who, name)
    if fault is not None:
        raise StoreFault(fault.zh, fault.en)
    return made
