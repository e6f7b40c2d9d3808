"""What may be given on the command line."""

import argparse
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from carbonpeak.cli.output import SHOWN
from carbonpeak.cli.terminal import typed
from carbonpeak.words import LANGS, Lang, say

# The commands, and the module that has for each what is done and ``add_...``, what it takes.
COMMANDS = {
    "build": "tables",
    "check": "tables",
    "serve": "serving",
    "query": "query",
    "progress": "findings",
    "peak": "findings",
    "decompose": "findings",
    "allocate": "allocation",
    "figure": "figures",
    "report": "figures",
    "passport": "figures",
}


class Arguments(argparse.ArgumentParser):
    """Takes the words of one command; its module is loaded only when it is asked for."""

    command = ""
    lang: Lang = "en"

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Let the command say what it takes, then read the words."""
        if self.command and not self.get_default("run"):
            module = import_module(f"carbonpeak.cli.{COMMANDS[self.command]}")
            getattr(module, f"add_{self.command}")(self)
            self.set_defaults(run=getattr(module, self.command))
        return super().parse_known_args(args, namespace)

    def takes(self, *names: str, say_as: str = "", **how: Any) -> None:
        """Add an argument; its help is the text under its name, or under ``say_as``."""
        key = say_as or names[-1].lstrip("-").replace("-", "_")
        self.add_argument(*names, help=say(f"cli.help.{key}", self.lang), **how)


def parser(lang: Lang = "en") -> argparse.ArgumentParser:
    """Return the parser of all commands, its help in the language."""
    whole = Arguments(prog="python -m carbonpeak", description=say("cli.about", lang))
    names = whole.add_subparsers(required=True, metavar="COMMAND")
    for command in COMMANDS:
        one = names.add_parser(command, help=say(f"cli.command.{command}", lang))
        one.command, one.lang = command, lang
    return whole


def add_place(parser: Arguments) -> None:
    """Take a province and a division."""
    for name in ("--region", "--sector"):
        parser.takes(name, metavar="CODE_OR_NAME", type=typed)


def add_params(parser: Arguments, say_as: str) -> None:
    """Take any number of NAME=VALUE."""
    how: dict[str, Any] = {"action": "append", "default": [], "metavar": "NAME=VALUE"}
    parser.takes("--param", say_as=say_as, type=typed, **how)


def add_output(parser: Arguments) -> None:
    """Take what rows are written as, where, and in which language."""
    parser.takes("--format", say_as="format_rows", choices=SHOWN)
    parser.takes("-o", "--output", say_as="output_rows", type=Path, metavar="FILE")
    parser.takes("--lang", choices=LANGS)


def add_file(parser: Arguments, formats: Sequence[str]) -> None:
    """Take the format of a file, its name, and its language."""
    parser.takes("--format", say_as="format_file", choices=formats)
    parser.takes("--lang", say_as="lang_file", choices=LANGS)
    parser.takes("-o", "--output", say_as="output_file", type=Path, metavar="FILE")
