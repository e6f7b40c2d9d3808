"""A page opened as a reader opens it: its path, its language, what the URL says."""

import re
import warnings
from collections.abc import Callable
from functools import cache, lru_cache
from html import unescape
from pathlib import Path

from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from carbonpeak.figures.figure import Card

ROOT = Path(__file__).resolve().parent.parent
# Long: a slow machine is no fault.
LIMIT_S = 300
Open = Callable[..., AppTest]
# Streamlit's test runner looks through all installed packages before each run of a page; they stay
# as they are while tests run.
setattr(  # noqa: B010
    manifest_scanner,
    "scan_component_manifests",
    cache(manifest_scanner.scan_component_manifests),
)


def open_with(name: str, lang: str = "zh", **params: str) -> AppTest:
    """Open a page with values in its URL and run it once."""
    app = _dashboard()
    app.switch_page(f"pages/{name}.py")
    app.query_params["lang"] = lang
    for key, value in params.items():
        app.query_params[key] = value
    return _run(app)


def open_first() -> AppTest:
    """Open the dashboard at no page of its own: its entry runs the first one."""
    return _run(_dashboard())


def _dashboard() -> AppTest:
    return AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=LIMIT_S)


def _run(app: AppTest) -> AppTest:
    with warnings.catch_warnings():
        # Streamlit's own test runner uses parts of the standard library that warn.
        warnings.simplefilter("ignore")
        return app.run()


@lru_cache(maxsize=32)
def seen(name: str, lang: str = "zh", **params: str) -> AppTest:
    """Return a page as it opens, for tests that look and touch nothing: they share one visit."""
    return open_with(name, lang, **params)


def footers(app: AppTest) -> list[str]:
    """Return the lines below the figures of a page that name source and standing."""
    found = [str(one.value) for one in app.html if 'class="footer"' in str(one.value)]
    return [line for line in found if 'class="source"' in line and 'class="badge' in line]


def words_of(app: AppTest) -> str:
    """Return every text of a page that the reader sees, without tags."""
    kinds = (app.markdown, app.caption, app.header, app.html, app.info, app.warning, app.error)
    texts = [
        str(getattr(one, "value", "") or getattr(one, "body", "")) for kind in kinds for one in kind
    ]
    bare = [re.sub(r"<style>.*?</style>", " ", text, flags=re.DOTALL) for text in texts]
    return unescape(re.sub(r"<[^>]+>", " ", "\n".join(bare)))


def marked(app: AppTest, words: str) -> list[str]:
    """Return the texts of a page that Streamlit reads as Markdown and that hold words of others."""
    kinds = (app.markdown, app.caption, app.header, app.info, app.warning, app.error, app.success)
    return [str(one.value) for kind in kinds for one in kind if words in one.value]


def assert_cards(app: AppTest, *cards: Card) -> None:
    """Assert that a page shows cards whole: their values and all their lines."""
    words = words_of(app)
    for card in cards:
        missing = [text for text in (card.name, card.value, *card.lines) if text not in words]
        assert missing == [], card.name
