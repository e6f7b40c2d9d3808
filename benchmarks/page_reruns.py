"""Reruns of one page in a session of its own; run as a process, so that its first run is cold.

Prints JSON: seconds of the first run, and of each warm rerun. What counts is the script from start
to end, callbacks included, without the test's own reading of the elements; a real session adds the
sending of the messages.
"""

import json
import logging
import sys
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.local_script_runner import LocalScriptRunner

from carbonpeak.data.catalogue import ROOT

LIMIT_S = 120
WARM_UPS = 2
RERUNS = 30
LANGS = ("lang", ("zh", "en"))
MEASURES = ("measure", ("co2", "energy"))
# What is alternated on each page, by the same buttons a reader presses, and what its address says.
MOVES: dict[str, tuple[tuple[str, tuple[str, str]], dict[str, str]]] = {
    "overview": (LANGS, {"lang": "en"}),
    "sectors": (MEASURES, {"lang": "en"}),
    "regions": (MEASURES, {"lang": "en", "region": "320000"}),
    "drivers": (MEASURES, {"lang": "en", "region": "320000"}),
    "peak": (("scope", ("energy_related", "total")), {"lang": "en", "region": "220000"}),
    "outlook": (("scenario", ("plan", "trend5")), {"lang": "en"}),
    "market": (("carrier", ("heat", "electricity")), {"lang": "en"}),
    "latest": (LANGS, {"lang": "en"}),
    "footprint": (LANGS, {"lang": "en"}),
    "green": (LANGS, {"lang": "en"}),
    "compare": (LANGS, {"lang": "en"}),
    "figures": (("template", ("brief", "yearly")), {"lang": "en"}),
    "own_data": (LANGS, {"lang": "en"}),
    "versions": (LANGS, {"lang": "en"}),
    "reporting_units": (LANGS, {"lang": "en"}),
    "methods": (LANGS, {"lang": "en"}),
}


def main(name: str) -> None:
    """Open a page, press its buttons in turn, and print what each run took."""
    warnings.simplefilter("ignore")  # the test runner uses parts of the library that warn
    logging.disable(logging.WARNING)
    (key, codes), address = MOVES[name]
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=LIMIT_S)
    app.switch_page(f"pages/{name}.py")
    for param, value in address.items():
        app.query_params[param] = value
    with stopwatch() as runs_s:
        sound(app.run())
        for turn in range(WARM_UPS * len(codes) + RERUNS):
            button(app, key).set_value(codes[turn % len(codes)])
            sound(app.run())
    print(json.dumps({"cold_s": runs_s[0], "reruns_s": runs_s[-RERUNS:]}))


@contextmanager
def stopwatch() -> Iterator[list[float]]:
    """Collect the seconds of every script run, each from its start to its end."""
    runs_s: list[float] = []
    run_script = LocalScriptRunner._run_script

    def timed(runner: LocalScriptRunner, rerun_data: Any) -> None:
        start = time.perf_counter()
        run_script(runner, rerun_data)
        runs_s.append(time.perf_counter() - start)

    with patch.object(LocalScriptRunner, "_run_script", timed):
        yield runs_s


def button(app: AppTest, key: str) -> Any:
    """Return a widget of a page by its key."""
    widgets = [*app.get("button_group"), *app.selectbox]
    return next(one for one in widgets if one.key == key)


def sound(app: AppTest) -> None:
    """RuntimeError for a run that ended in a fault."""
    if app.exception:
        raise RuntimeError(app.exception[0].message)


if __name__ == "__main__":
    main(sys.argv[1])
