"""A process that publishes one version after another, to be killed in the middle.

    python -m tests.data_layer.publisher DATA A B [STEP]

A and B are folders with whole tables. With STEP it says on its output when it has come to that
step, and waits there for its end.
"""

import shutil
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from carbonpeak.data import catalogue, publishing, versions

# The call of a step at which to wait: the third file to be placed leaves a mixture behind it, the
# third removal is that of what was published and is in place.
STEPS = {"sync": 1, "_place": 1, "_link": 3, "remove_left": 3}


def once(data: Path, whole: Path) -> None:
    """Publish a copy of a whole folder, as a build does with what it made."""
    with publishing.alone(data), publishing.aside(data) as made:
        for file in whole.rglob("*.*"):
            shutil.copy2(file, made / file.relative_to(whole))
        before = catalogue.load(data).version
        if before != catalogue.load(made).version:
            versions.keep(before, data)
        publishing.publish(made, data)
        versions.let_go(data)


def stop_at(step: str) -> None:
    """Let the process say that it is about to take a step, and stay there."""
    real: Callable[..., Any] = getattr(publishing, step)

    def waiting(*args: Any) -> Any:
        waiting.calls += 1  # type: ignore[attr-defined]
        if waiting.calls == STEPS[step]:  # type: ignore[attr-defined]
            print("here", flush=True)
            threading.Event().wait()
        return real(*args)

    waiting.calls = 0  # type: ignore[attr-defined]
    setattr(publishing, step, waiting)


def main(data: str, first: str, second: str, step: str = "") -> None:
    """Publish the two in turn, for ever, or until the step."""
    if step:
        stop_at(step)
    while True:
        for whole in (first, second):
            once(Path(data), Path(whole))
            print("done", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
