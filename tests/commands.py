"""Commands over the tables of a folder, each in a process of its own.

A process that has loaded the program is forked for each command: ``python -m tests.commands`` reads
the words of one from each line, as JSON, and answers with a line: status, output, errors.
"""

import gc
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from subprocess import PIPE, CompletedProcess
from typing import Protocol

from carbonpeak.data.catalogue import ROOT


class Run(Protocol):
    def __call__(self, *words: str) -> "CompletedProcess[str]":
        """Run a command to its end."""


@contextmanager
def over(data: Path) -> Iterator[Run]:
    """Give what runs commands over the tables of a folder."""
    environment = {**os.environ, "CARBONPEAK_DATA": str(data)}
    call = [sys.executable, "-m", "tests.commands"]
    with subprocess.Popen(
        call, cwd=ROOT, env=environment, stdin=PIPE, stdout=PIPE, text=True
    ) as loaded:
        assert loaded.stdin
        assert loaded.stdout
        asked, answers = loaded.stdin, loaded.stdout

        def run(*words: str) -> "CompletedProcess[str]":
            print(json.dumps(words), file=asked, flush=True)
            return CompletedProcess(words, *json.loads(answers.readline()))

        yield run
        asked.close()


def _forked(words: Sequence[str]) -> tuple[int, str, str]:
    """Run a command in a fork of this process; return its status, output and errors."""
    from carbonpeak.cli import main

    with tempfile.TemporaryFile("w+") as output, tempfile.TemporaryFile("w+") as errors:
        child = os.fork()
        if child == 0:
            os.dup2(output.fileno(), 1)
            os.dup2(errors.fileno(), 2)
            # A fork that took itself apart would first copy all that it shares: it ends as it is.
            status = main(words)
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(status)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        return status, *(file.seek(0) or file.read() for file in (output, errors))


if __name__ == "__main__":
    # What most commands load, before the first fork; DuckDB opens no tables here.
    from carbonpeak.cli import figures, importing, own, running  # noqa: F401
    from carbonpeak.data import dataset  # noqa: F401

    # A fork that looks through all this for what nobody needs would copy it.
    gc.collect()
    gc.freeze()
    for line in sys.stdin:
        print(json.dumps(_forked(json.loads(line))), flush=True)
