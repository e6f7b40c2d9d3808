"""A study as a code of letters that an address and an id carry: whole, or as the name of one held.

A small study travels in the code itself. A larger one is named by a digest of its content and held
by this server for as long as it has room: the place where a store of readers' records will answer.
"""

import base64
import binascii
import hashlib
import json
import threading
import zlib
from collections import OrderedDict
from contextlib import suppress
from dataclasses import fields
from typing import Any

from carbonpeak.domain.study import Factor, Record, Row, Study
from carbonpeak.domain.study_json import StudyFileError, document, study_of

# How a code begins: by what it is, and the version of its form.
WHOLE, NAMED = "z1.", "h1."
# Letters of a code: two of them and the rest of an id stay below the longest id.
MOST_LETTERS = 800
# What a code may unpack to.
MOST_UNPACKED = 2**16
# How many larger studies one server holds, and bytes of them together.
MOST_HELD, MOST_HELD_BYTES = 200, 64 * 2**20
# How many of them are kept ready to be read.
MOST_OPEN = 8
# What most studies say, so that a code need not; part of the form, and never changed.
USUAL = (
    b'"","000000","gate",2024,2025,"official","own","published",true,false,null,[],"kWh","t km"'
    b'"raw_materials","production","transport","distribution","use","disposal","emission","credit"'
    b'"kgCO2e/kWh","kgCO2e/t km","kgCO2e/t","tCO2e/t","kgCO2e/kg"'
)


def code_of(study: Study) -> str:
    """Return the code of a study; one too large for a code is held, and the code names it."""
    text = _bare(study)
    packed = WHOLE + _letters(_packed(text.encode()))
    if len(packed) <= MOST_LETTERS:
        return packed
    return HELD.keep(study, text)


def is_whole(code: str) -> bool:
    """Return whether a code carries its study, so that a link opens it anywhere and for ever."""
    return code.startswith(WHOLE)


def study_in(code: str) -> Study | None:
    """Return the study of a code; None where it is none, or names one that is not held here."""
    if code.startswith(NAMED):
        return HELD.get(code)
    if not code.startswith(WHOLE) or len(code) > MOST_LETTERS:
        return None
    with suppress(StudyFileError, ValueError, zlib.error, binascii.Error, TypeError):
        return _study(_unpacked(code.removeprefix(WHOLE)))
    return None


class Held:
    """The larger studies of one server, the oldest let go first; safe between threads."""

    def __init__(self) -> None:
        """Begin with none."""
        self._texts: OrderedDict[str, bytes] = OrderedDict()
        self._open: OrderedDict[str, Study] = OrderedDict()
        self._lock = threading.Lock()

    def keep(self, study: Study, text: str) -> str:
        """Hold a study by its text and return its code, the same for the same content."""
        content = text.encode()
        code = NAMED + _letters(hashlib.sha256(content).digest()[:18])
        with self._lock:
            self._texts[code] = zlib.compress(content)
            self._texts.move_to_end(code)
            self._opened(code, study)
            while len(self._texts) > MOST_HELD or self._size() > MOST_HELD_BYTES:
                self._texts.popitem(last=False)
        return code

    def get(self, code: str) -> Study | None:
        """Return a study that is held, None where it is not."""
        with self._lock:
            packed = self._texts.get(code)
            study = self._open.get(code) if packed is not None else None
        if packed is None or study is not None:
            return study
        study = _study(zlib.decompress(packed).decode())
        with self._lock:
            self._opened(code, study)
        return study

    def _opened(self, code: str, study: Study) -> None:
        """Keep the last studies ready to be read: every figure of a page asks for its own."""
        self._open[code] = study
        self._open.move_to_end(code)
        if len(self._open) > MOST_OPEN:
            self._open.popitem(last=False)

    def _size(self) -> int:
        return sum(map(len, self._texts.values()))


HELD = Held()


def _bare(study: Study) -> str:
    """Return a study as JSON without the names of its fields."""
    whole = _listed(study)
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _listed(one: object) -> object:
    if isinstance(one, tuple):
        return [_listed(part) for part in one]
    if not isinstance(one, Study | Row | Factor | Record):
        return int(one) if isinstance(one, float) and one.is_integer() else one
    return [_listed(getattr(one, part.name)) for part in fields(one)]


def _study(text: str) -> Study:
    """Return the study of a JSON text without names; the types are held as in any file."""
    values = _named(Study, document(text))
    values["rows"] = [_row(one) for one in values["rows"]]
    values["record"] = _named(Record, values["record"])
    return study_of(values)


def _row(raw: object) -> dict[str, object]:
    row = _named(Row, raw)
    return row | {"factor": _named(Factor, row["factor"])}


def _named(kind: type, raw: object) -> dict[str, Any]:
    names = [one.name for one in fields(kind)]
    if not isinstance(raw, list) or len(raw) != len(names):
        raise ValueError(f"no {kind.__name__}")
    return dict(zip(names, raw, strict=True))


def _packed(text: bytes) -> bytes:
    packer = zlib.compressobj(9, wbits=-15, zdict=USUAL)
    return packer.compress(text) + packer.flush()


def _unpacked(letters: str) -> str:
    data = base64.urlsafe_b64decode(letters + "=" * (-len(letters) % 4))
    unpacker = zlib.decompressobj(wbits=-15, zdict=USUAL)
    text = unpacker.decompress(data, MOST_UNPACKED)
    if not unpacker.eof or unpacker.unused_data:
        raise ValueError("a code is cut or too long")
    return text.decode()


def _letters(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")
