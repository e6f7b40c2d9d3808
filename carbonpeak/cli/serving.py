"""The command that serves the pages."""

import argparse
import sys
from functools import partial

from carbonpeak.cli.arguments import Arguments
from carbonpeak.domain import months
from carbonpeak.words import Lang, say

LAST_PORT = 65535


def add_serve(parser: Arguments) -> None:
    """Take where to listen, and the names by which others ask for this machine."""
    parser.takes("--host", default="localhost")
    parser.takes("--port", type=partial(_port, parser.lang), default=8501)
    parser.takes("--name", action="append", default=[], dest="names", metavar="HOST_NAME")
    parser.takes("--base-path", default="", metavar="PATH")
    parser.takes("--metrics-port", type=partial(_port, parser.lang))
    parser.set_defaults(lang=parser.lang)


def serve(given: argparse.Namespace) -> int:
    """Serve the pages until a signal ends it."""
    # Streamlit takes a while to load and no other command needs it.
    from carbonpeak.screen import serving

    # A day that is set and is none stops the server, not a reader.
    months.today()
    shown = "localhost" if given.host in serving.EVERYWHERE else given.host
    print(f"http://{shown}:{given.port}", flush=True)
    try:
        serving.serve(given.host, given.port, given.names, given.metrics_port, given.base_path)
    except serving.AddressError as fault:
        print(say("cli.no_address", given.lang, why=fault), file=sys.stderr)
        return 1
    return 0


def _port(lang: Lang, text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= LAST_PORT:
        words = say("cli.port_range", lang, last=LAST_PORT, given=text)
        raise argparse.ArgumentTypeError(words)
    return int(text)
