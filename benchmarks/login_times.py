"""What a log-in adds to a rerun: sessions with claims beside those without, turn by turn.

Both are of one page, in one process and of the same rows: whatever slows the machine slows both.
"""

import logging
import os
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from unittest.mock import patch

import streamlit as st
from streamlit.testing.v1 import AppTest

from benchmarks.page_reruns import LIMIT_S, MOVES, button, sound, stopwatch
from benchmarks.report import Section, Target
from carbonpeak.data.catalogue import ROOT

TARGET = Target("log-in, added to a rerun", 5.0, "ms")
PAGE = "regions"
WARM_UPS, RERUNS = 8, 40
COLUMNS = ("rerun of " + PAGE, "median, ms")
NOTE = "With log-in over without: {ratio:.2f}."
SECRETS = {"redirect_uri": "http://localhost/oauth2callback", "cookie_secret": "c" * 32}
AN_HOUR_S = 3600
RULES = """
[tenant]
claim = "tid"
values = ["made"]

[role]
claim = "groups"
administrator = ["made"]

[region]
claim = "provinces"
all = ["all"]

[company]
claim = "companies"
all = ["all"]
"""


class User(dict[str, object]):
    """Who Streamlit says is logged in."""

    def to_dict(self) -> dict[str, object]:
        """Return the claims."""
        return dict(self)


def section() -> Section:
    """Press a button of a page in turn in a session of each kind."""
    warnings.simplefilter("ignore")  # the test runner uses parts of the library that warn
    logging.disable(logging.WARNING)
    with _rules(), stopwatch() as runs_s:
        without, within = _opened(), _opened(auth=SECRETS)
        for turn in range(WARM_UPS + RERUNS):
            _rerun(without, turn)
            with _logged_in():
                _rerun(within, turn)
    measured_s = runs_s[-2 * RERUNS :]
    plain_ms, login_ms = (1000 * median(measured_s[place::2]) for place in (0, 1))
    rows = (("without log-in", f"{plain_ms:.1f}"), ("with log-in", f"{login_ms:.1f}"))
    note = NOTE.format(ratio=login_ms / plain_ms)
    return Section("login", COLUMNS, rows, note, (replace(TARGET, measured=login_ms - plain_ms),))


@contextmanager
def _rules() -> Iterator[None]:
    with TemporaryDirectory(prefix="carbonpeak-bench-") as folder:
        file = Path(folder) / "access.toml"
        file.write_text(RULES, encoding="utf-8")
        with patch.dict(os.environ, {"CARBONPEAK_ACCESS": str(file)}):
            yield


@contextmanager
def _logged_in() -> Iterator[None]:
    claims = {
        **{"sub": "1", "name": "made", "tid": "made", "groups": ["made"]},
        **{"provinces": ["all"], "companies": ["all"], "exp": time.time() + AN_HOUR_S},
    }
    with patch.object(st, "user", User(is_logged_in=True, **claims)):
        yield


def _opened(**secrets: dict[str, str]) -> AppTest:
    _, address = MOVES[PAGE]
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=LIMIT_S)
    app.switch_page(f"pages/{PAGE}.py")
    for name, one in secrets.items():
        app.secrets[name] = one
    for param, value in address.items():
        app.query_params[param] = value
    with _logged_in():
        sound(app.run())
    said = "".join(str(one.value) for one in app.sidebar.get("html"))
    if ("made" in said) != bool(secrets):
        raise RuntimeError("a session with claims names its reader, one without does not")
    return app


def _rerun(app: AppTest, turn: int) -> None:
    (key, codes), _ = MOVES[PAGE]
    button(app, key).set_value(codes[turn % len(codes)])
    sound(app.run())
