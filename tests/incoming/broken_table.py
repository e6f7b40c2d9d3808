"""The broken files with what is said of each, as a table to read.

`python -m tests.incoming.broken_table` writes the table in ``broken_files.md`` anew, and a test
holds it. What stands above the table there is written by hand.
"""

from contextlib import closing
from pathlib import Path

from carbonpeak.data.dataset import Dataset
from carbonpeak.incoming import check, formats
from carbonpeak.incoming.findings import Finding
from tests.incoming import broken, broken_own
from tests.incoming.broken import Broken

FILES = (*broken.FILES, *broken_own.FILES)
PLACE = Path(__file__).with_name("broken_files.md")
COLUMNS = ("file", "becomes", "said in Chinese", "said in English")


def text(data: Dataset) -> str:
    """Return the whole page, with what stands above the table now."""
    above = PLACE.read_text(encoding="utf-8").partition(f"| {COLUMNS[0]} | {COLUMNS[1]}")[0]
    rows = [COLUMNS, ("---",) * len(COLUMNS), *(_row(data, one) for one in FILES)]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return above + "\n".join([*lines, ""])


def _row(data: Dataset, file: Broken) -> tuple[str, ...]:
    found = _finding(data, file)
    becomes = {"error": "refused", "warning": "to be confirmed"}[found.severity]
    return (f"`{file.name}`", becomes, _cell(found.text.zh), _cell(found.text.en))


def _finding(data: Dataset, file: Broken) -> Finding:
    declared = check.declared_table(data, file.table)
    told = check.held(data, declared, file.name, lambda: formats.taken_apart(file.content))
    return next(one for one in told.findings if one.rule == file.rule)


def _cell(said: str) -> str:
    return said.replace("|", "\\|").replace("\n", " ")


if __name__ == "__main__":
    with closing(Dataset.open()) as shipped:
        PLACE.write_text(text(shipped), encoding="utf-8")
