"""What may be given on the command line."""

import argparse
import keyword
import re
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

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
    "footprint": "footprint",
    "factors": "factors",
    "figure": "figures",
    "report": "figures",
    "passport": "figures",
    "rows": "rows",
    "versions": "own",
    "publish": "own",
    "rollback": "own",
    "compare": "own",
    "check-file": "incoming",
    "template": "incoming",
    "import": "importing",
    "import-facilities": "facilities",
    "discard-facilities": "facilities",
    "access": "access",
    "store": "store",
    "reporting": "reporting",
    "audit": "audit",
}


# What argparse says of a wrong call, as patterns of its English, and in Chinese.
IN_CHINESE = {
    r"the following arguments are required: (.+)": r"缺少必需的参数：\1",
    r"unrecognized arguments: (.+)": r"无法识别的参数：\1",
    r"one of the arguments (.+) is required": r"必须给出其中一个参数：\1",
    r"ambiguous option: (\S+) could match (.+)": r"选项 \1 不明确，可能是 \2",
    r"argument (.+?): invalid choice: (.+?) \(choose from (.+)\)": r"参数 \1：没有 \2 这一取值，可选：\3",
    r"argument (.+?): invalid int value: (.+)": r"参数 \1：应为整数，而不是 \2",
    r"argument (.+?): invalid (\w+) value: (.+)": r"参数 \1：\3 不是有效取值",
    r"argument (.+?): expected one argument": r"参数 \1：须带一个值",
    r"argument (.+?): expected at least one argument": r"参数 \1：至少须带一个值",
    r"argument (.+?): ignored explicit argument (.+)": r"参数 \1：不带值，而给出了 \2",
    r"argument (.+?): not allowed with argument (.+)": r"参数 \1 不能与参数 \2 同时使用",
    r"argument (.+?): (.+)": r"参数 \1：\2",
}


class Arguments(argparse.ArgumentParser):
    """Takes the words of one command; its module is loaded only when it is asked for."""

    def __init__(self, *given: Any, lang: Lang = "en", command: str = "", **how: Any) -> None:
        """Take what argparse takes, the language of all that is said, and the command."""
        super().__init__(*given, **{**how, "add_help": False})
        self.lang: Lang = lang
        self.command = command
        self._positionals.title = say("cli.positionals", lang)
        self._optionals.title = say("cli.options", lang)
        self.add_argument("-h", "--help", action="help", help=say("cli.help.help", lang))

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Let the command say what it takes, then read the words."""
        if self.command and not self.get_default("run"):
            module = import_module(f"carbonpeak.cli.{COMMANDS[self.command]}")
            name = self.command.replace("-", "_")
            getattr(module, f"add_{name}")(self)
            # ``import`` is a word of Python's own.
            self.set_defaults(run=getattr(module, name + "_" * keyword.iskeyword(name)))
        return super().parse_known_args(args, namespace)

    def format_usage(self) -> str:
        """Return how the command is called."""
        return self._in_language(super().format_usage())

    def format_help(self) -> str:
        """Return what the command does and takes."""
        return self._in_language(super().format_help())

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with a call and end with status 2."""
        self.print_usage(sys.stderr)
        words = message if self.lang == "en" else in_chinese(message)
        self.exit(2, say("cli.error", self.lang, program=self.prog, what=words))

    def _in_language(self, text: str) -> str:
        if self.lang == "en":
            return text
        said = say("cli.usage", self.lang) + text.removeprefix(say("cli.usage", "en"))
        return said.replace(":\n", "：\n")

    def takes(self, *names: str, say_as: str = "", **how: Any) -> None:
        """Add an argument; its help is the text under its name, or under ``say_as``."""
        key = say_as or names[-1].lstrip("-").replace("-", "_")
        self.add_argument(*names, help=say(f"cli.help.{key}", self.lang), **how)


def parser(lang: Lang = "en") -> argparse.ArgumentParser:
    """Return the parser of all commands, its help in the language."""
    about = say("cli.about", lang)
    whole = Arguments(prog="python -m carbonpeak", description=about, lang=lang)
    names = whole.add_subparsers(required=True, metavar="COMMAND")
    for command in COMMANDS:
        about = say(f"cli.command.{command}", lang)
        names.add_parser(command, help=about, lang=lang, command=command)
    return whole


def in_chinese(message: str) -> str:
    """Return what argparse says of a wrong call in Chinese; a message it has not had stays."""
    for pattern, words in IN_CHINESE.items():
        if re.fullmatch(pattern, message, flags=re.DOTALL):
            return re.sub(pattern, words, message, count=1, flags=re.DOTALL)
    return message


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
