"""The command line: the same numbers as on the pages, for scripts."""

import sys
from collections.abc import Sequence

from carbonpeak.build.schema import BuildError
from carbonpeak.cli.arguments import parser
from carbonpeak.cli.output import OutputError
from carbonpeak.data.catalogue import CatalogueError
from carbonpeak.data.publishing import PublishError
from carbonpeak.data.queries import QueryError, QueryFileError
from carbonpeak.data.warehouse import WarehouseError

# What a shell returns for a command that was stopped by hand.
STOPPED = 130

FAULTS = (BuildError, CatalogueError, WarehouseError, QueryError, PublishError, OutputError)


def main(words: Sequence[str]) -> int:
    """Run one command; return 0 when all is well, 2 when the call is wrong, 1 for other faults.

    A command that is stopped by hand leaves nothing and returns 130.
    """
    given = parser().parse_args(words)
    try:
        return int(given.run(given))
    except FAULTS as fault:
        print(fault, file=sys.stderr)
        is_call = isinstance(fault, QueryError) and not isinstance(fault, QueryFileError)
        return 2 if is_call else 1
    except KeyboardInterrupt:
        return STOPPED
