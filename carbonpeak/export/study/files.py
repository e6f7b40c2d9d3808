"""A study from a file of any kind we know, told apart by its content and never by its name."""

from carbonpeak.data.faults import DataFault
from carbonpeak.data.text import Text
from carbonpeak.domain.study import Study
from carbonpeak.domain.study_checks import Flaw
from carbonpeak.domain.study_json import SCHEMA, StudyFileError, document, dumps, loads, refuse
from carbonpeak.export.foreign_ids import MAX_BYTES, ZIP_HEAD
from carbonpeak.export.recognise import RecogniseError, Tick
from carbonpeak.export.study import jsonld, pact, workbook
from carbonpeak.words import LANGS, Lang
from carbonpeak.words.speaker import Speaker
from carbonpeak.words.study import sentence

# Formats a study is saved as, and how their files end.
ENDINGS = {"json": "json", "xlsx": "xlsx", "pact": "pact.json", "jsonld": "jsonld.zip"}
MOST_SENTENCES = 40
REASONS = {"too_large": "file_too_large", "too_much": "file_too_much"}


class StudyFault(DataFault):
    """A file gives no study, or a study cannot be saved in a format; each reason is a sentence."""

    def __init__(self, flaws: tuple[Flaw, ...]) -> None:
        """Keep the reasons and say them."""
        self.flaws = flaws
        super().__init__(Text(*(_said(flaws, lang) for lang in LANGS)))


def opened(data: bytes, tick: Tick = lambda: None) -> tuple[Study, tuple[Flaw, ...]]:
    """Return the study of a file and what must be known of it; StudyFault where there is none.

    ``tick`` is called a few times a second; what it raises ends the reading.
    """
    try:
        return _opened(data, tick)
    except StudyFileError as fault:
        raise StudyFault(fault.flaws) from fault
    except RecogniseError as fault:
        raise StudyFault((Flaw(REASONS.get(fault.reason, "file_damaged")),)) from fault


def saved(study: Study, kind: str, lang: Lang, created: str) -> bytes:
    """Return a study as a file of a kind of ENDINGS; StudyFault where the format cannot hold it.

    ``created`` is the moment a PACT record is made, as RFC 3339 in UTC.
    """
    try:
        if kind == "pact":
            return pact.write(study, created)
        if kind == "jsonld":
            return jsonld.write(study)
        return dumps(study).encode() if kind == "json" else workbook.write(study, lang)
    except StudyFileError as fault:
        raise StudyFault(fault.flaws) from fault


def _opened(data: bytes, tick: Tick) -> tuple[Study, tuple[Flaw, ...]]:
    if len(data) > MAX_BYTES:
        raise refuse("file_too_large")
    if data.startswith(ZIP_HEAD):
        is_book = b"xl/workbook.xml" in data
        return (workbook.read(data, tick), ()) if is_book else (jsonld.read(data, tick), ())
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise refuse("file_kind") from fault
    if not text.lstrip().startswith(("{", "[")):
        raise refuse("file_kind")
    if f'"{SCHEMA}"' in text[:200]:
        return loads(text), ()
    whole = document(text)
    if pact.is_record(whole):
        return pact.read(whole)
    raise refuse("file_schema", schema=SCHEMA)


def _said(flaws: tuple[Flaw, ...], lang: Lang) -> str:
    tell = Speaker(lang)
    lines = [sentence(flaw, tell) for flaw in flaws[:MOST_SENTENCES]]
    left = len(flaws) - MOST_SENTENCES
    return "\n".join([*lines, tell("study.more", count=left)] if left > 0 else lines)
