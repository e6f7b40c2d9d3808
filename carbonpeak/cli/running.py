"""One command from its words to what a shell gets back; faults become sentences."""

import sys
from collections.abc import Sequence

from carbonpeak.cli import terminal
from carbonpeak.cli.arguments import parser
from carbonpeak.cli.output import OutputError
from carbonpeak.data.catalogue import Text
from carbonpeak.data.faults import DataFault
from carbonpeak.data.queries import QueryError, QueryFileError
from carbonpeak.domain.codes import UnknownName
from carbonpeak.store.faults import StoreFault
from carbonpeak.words import Lang, pick, say

FAULTS = (DataFault, OutputError, StoreFault)


def run(words: Sequence[str]) -> int:
    """Run one command; a fault is told on the error stream, a wrong call returns 2."""
    lang = terminal.language_in(words)
    given = parser(lang).parse_args(words)
    try:
        return int(given.run(given))
    except FAULTS as fault:
        print(sentence(fault, lang), file=sys.stderr)
        is_call = isinstance(fault, QueryError) and not isinstance(fault, QueryFileError)
        return 2 if is_call else 1


def sentence(fault: Exception, lang: Lang) -> str:
    """Return what is wrong; in the language."""
    if isinstance(fault, StoreFault):
        return fault.said[lang]
    if not isinstance(fault, UnknownName):
        return pick(fault.text, lang) if isinstance(fault, DataFault) else str(fault)
    near = [f"{pick(Text(*names), lang)} ({code})" for code, names in fault.near.items()]
    reason = "near" if near else "none"
    return say(
        f"cli.unknown.{fault.kind}.{reason}",
        lang,
        asked=fault.asked,
        near=say("list.separator", lang).join(near),
        standard=fault.standard,
    )
