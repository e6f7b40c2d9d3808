"""A file of a product study as a sheet of one row: number, name, the whole of it as JSON."""

import hashlib

from carbonpeak.domain.study_json import StudyFileError, dumps, loads
from carbonpeak.incoming.sheets import Book, Sheet, Unreadable

HEADING = ("study_id", "study_name", "document")
# Letters of the digest that a study is numbered by: the same study is the same row.
ID_LETTERS = 12
MOST_NAME_LETTERS = 80


def taken_apart(content: bytes) -> Book:
    """Return the study of a JSON file as a sheet; Unreadable where it is none."""
    try:
        study = loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as fault:
        raise Unreadable("file.encoding") from fault
    except StudyFileError as fault:
        facts = fault.flaws[0].facts
        raise Unreadable("file.study", ", ".join(str(one) for one in facts.values())) from fault
    document = dumps(study).rstrip("\n")
    number = hashlib.sha256(document.encode()).hexdigest()[:ID_LETTERS]
    name = " ".join(study.product.split())[:MOST_NAME_LETTERS] or number
    return Book("JSON", [Sheet("", [list(HEADING), [number, name, document]])])
