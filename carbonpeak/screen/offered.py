"""Files that a reader may take; who takes one is noted in the audit where there is a store."""

from collections.abc import Callable
from functools import partial
from typing import Literal

import streamlit as st

from carbonpeak.data.dataset import Dataset
from carbonpeak.screen import noted, visitor
from carbonpeak.store.faults import StoreFault

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
) -> None:
    """Offer a file made of this data; what makes it is asked when it is taken, and so is the store.

    The page does not run again for it.
    """
    st.download_button(
        label,
        partial(_taken, data, visitor.name(), name, content),
        name,
        mime,
        key=key,
        icon=icon,
        help=help,
        type=kind,
        on_click="ignore",
    )


def _taken(data: Dataset, who: str, name: str, content: Content) -> bytes:
    """Return a file that somebody takes; StoreFault where that cannot be noted."""
    made = content if isinstance(content, bytes) else content()
    fault = noted.exported(data, who, name)
    if fault is not None:
        raise StoreFault(fault.zh, fault.en)
    return made
