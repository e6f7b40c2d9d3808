"""A process that makes and publishes versions of own figures, to be killed in the middle.

    python -m tests.data_layer.own_importer DATA [STEP]

With STEP it says on its output when it has come to that step, and waits there for its end.
"""

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd

from carbonpeak.data import catalogue, own_versions, publishing
from carbonpeak.data.own_versions import Origin
from tests.tiny_data import rows_of

# Where to wait: in which module the step is, and at which call of it.
STEPS: dict[str, tuple[Any, int]] = {
    "second_name": (publishing, 3),
    "_write_note": (own_versions, 1),
    "_require_sound": (own_versions, 1),
    "_kept": (own_versions, 1),
    "_append": (own_versions, 1),
    "_point": (own_versions, 1),
}
WHO = "Statistics bureau"
# The number that ``changed`` changes.
VALUE = "select value_added_nominal_cny from value_added order by region_code, year limit 1"


def changed(data: Path, share: float) -> dict[str, pd.DataFrame]:
    """Return a table of a data folder with one value multiplied."""
    rows = rows_of(catalogue.load(data).table("value_added")).copy()
    rows.loc[rows.index[0], "value_added_nominal_cny"] *= share
    return {"value_added": rows}


def once(data: Path, share: float) -> str:
    """Import and publish; return the version."""
    before = own_versions.pointed(data)
    made = own_versions.accept(changed(data, share), Origin(WHO, "test"), data, data)
    own_versions.publish(made, before, WHO, "test", data)
    return made


def stop_at(step: str) -> None:
    """Let the process say that it is about to take a step, and stay there."""
    module, call = STEPS[step]
    real: Callable[..., Any] = getattr(module, step)

    def waiting(*args: Any) -> Any:
        waiting.calls += 1  # type: ignore[attr-defined]
        if waiting.calls == call:  # type: ignore[attr-defined]
            print("here", flush=True)
            threading.Event().wait()
        return real(*args)

    waiting.calls = 0  # type: ignore[attr-defined]
    setattr(module, step, waiting)


def main(data: str, step: str = "") -> None:
    """Import and publish two contents in turn, for ever, or until the step."""
    if step:
        stop_at(step)
    while True:
        for share in (1.01, 1.02):
            print("done", once(Path(data), share), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
