"""``python -m carbonpeak``: the same numbers for scripts."""

import sys

from carbonpeak.cli import main

sys.exit(main(sys.argv[1:]))
