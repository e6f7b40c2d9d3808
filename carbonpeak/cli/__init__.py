"""The command line: the same numbers as on the pages, for scripts."""

import os
import sys
from collections.abc import Sequence

from carbonpeak.cli import terminal

# What a shell returns for a command that was stopped by hand, and for one whose reader left.
STOPPED = 130
READER_LEFT = 141


def main(words: Sequence[str]) -> int:
    """Run one command; return 0 when all is well, 2 when the call is wrong, 1 for other faults.

    A command that is stopped by hand leaves nothing and returns 130, one whose output is no longer
    read returns 141.
    """
    terminal.prepare()
    try:
        return _run(words)
    except KeyboardInterrupt:
        print(terminal.stopped(words), file=sys.stderr)
        return STOPPED
    except BrokenPipeError:
        # What is still kept for the reader would raise again when the program ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return READER_LEFT


def _run(words: Sequence[str]) -> int:
    # Only now: a command that is stopped while its modules load ends in a sentence, too.
    from carbonpeak.cli.running import run

    try:
        return run(words)
    finally:
        sys.stdout.flush()
