"""All chosen figures as files in one archive: pictures, rows, and a manifest of what is what."""

import csv
import hashlib
import io
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from carbonpeak.export.printable import PrintableFigure
from carbonpeak.export.report.document import Progress, ignore
from carbonpeak.export.rows import writers as sheets
from carbonpeak.export.rows.archive import archive
from carbonpeak.export.rows.plain import guarded, one_line
from carbonpeak.words import Lang, say

# What no file name on Windows may hold, and how long it may be here.
UNSAFE = re.compile(r"[^A-Za-z0-9_-]+")
LONGEST_NAME = 60
FIGURES, DATA, MANIFEST = "figures", "data", "manifest"


@dataclass(frozen=True)
class Picture:
    """A picture as a file: its ending ("png"), content, size in mm, resolution if it has one."""

    ending: str
    content: bytes
    width_mm: float
    height_mm: float
    dpi: int | None = None


# Gives the picture of a figure with all its words.
Pictures = Callable[[PrintableFigure], Picture]
Links = Callable[[PrintableFigure], str]


def write(
    printables: Sequence[PrintableFigure],
    lang: Lang,
    pictures: Pictures,
    link: Links,
    progress: Progress = ignore,
) -> bytes:
    """Return a ZIP of all printable figures; the same printable figures give the same bytes.

    ``link`` gives the address that reopens a figure. Whatever ``pictures`` or ``progress`` raises
    goes on to the caller.
    """
    files: dict[str, bytes] = {}
    entries = []
    for place, printable in enumerate(printables, start=1):
        picture = pictures(printable)
        made = _files(place, len(printables), printable, picture, link(printable))
        entries.append(_entry(place, printable, picture, made, link(printable)))
        files |= made
        progress(place, len(printables))
    files[f"{MANIFEST}.json"] = _json(entries)
    files[f"{MANIFEST}.csv"] = _csv(entries)
    files["README.txt"] = _readme(printables, lang)
    return archive(files)


def _files(
    place: int, count: int, printable: PrintableFigure, picture: Picture, link: str
) -> dict[str, bytes]:
    """Return the files of one printable figure by their names in the archive."""
    name = UNSAFE.sub("_", printable.figure.name)[:LONGEST_NAME]
    stem = f"{place:0{max(2, len(str(count)))}d}_{name}"
    return {
        f"{FIGURES}/{stem}.{picture.ending}": picture.content,
        f"{DATA}/{stem}.csv": sheets.csv(printable),
        f"{DATA}/{stem}.xlsx": sheets.xlsx(printable, link),
    }


def _entry(
    place: int, printable: PrintableFigure, picture: Picture, files: Mapping[str, bytes], link: str
) -> dict[str, Any]:
    rows, columns = sheets.shape(printable)
    return {
        "number": place,
        "name": printable.figure.name,
        "title": one_line(printable.title),
        "subtitle": one_line(printable.figure.subtitle),
        "language": printable.metadata["Language"],
        "files": {name: hashlib.sha256(content).hexdigest() for name, content in files.items()},
        "width_mm": round(picture.width_mm, 1),
        "height_mm": round(picture.height_mm, 1),
        "dpi": picture.dpi,
        "rows": rows,
        "columns": columns,
        "filters": {one_line(name): one_line(words) for name, words in printable.filters},
        "sources": one_line(printable.sources),
        "passport": printable.passport.id,
        "link": link,
        "data_version": printable.passport.data_version,
        "method_version": printable.passport.method_version,
    }


def _json(entries: list[dict[str, Any]]) -> bytes:
    return (json.dumps(entries, ensure_ascii=False, indent=2) + "\n").encode()


def _csv(entries: list[dict[str, Any]]) -> bytes:
    """Return the manifest as a table, one line per file, as a spreadsheet opens it."""
    text = io.StringIO()
    writer = csv.writer(text)
    names = [name for name in entries[0] if name != "files"] if entries else []
    writer.writerow(["file", "sha256", *names])
    for entry in entries:
        told = [_cell(entry[name]) for name in names]
        for file, digest in entry["files"].items():
            writer.writerow([file, digest, *told])
    return text.getvalue().encode("utf-8-sig")


def _cell(value: Any) -> str:
    if isinstance(value, dict):
        value = "; ".join(f"{name}: {words}" for name, words in value.items())
    return guarded(str(value)) if value is not None else ""


def _readme(printables: Sequence[PrintableFigure], lang: Lang) -> bytes:
    lines = [f"{place:02d}  {one_line(one.title)}" for place, one in enumerate(printables, start=1)]
    versions = dict.fromkeys(one.passport.data_version for one in printables)
    joint = say("list.separator", lang)
    text = say(
        "bundle.readme",
        lang,
        title=say("bundle.title", lang),
        count=len(printables),
        figures=f"{FIGURES}/",
        data=f"{DATA}/",
        manifest=f"{MANIFEST}.csv{joint}{MANIFEST}.json",
        list="\n".join(lines),
        version=say("report.data", lang, version=joint.join(versions)),
    )
    # Read by the plainest editors too: with a mark of its encoding and the line ends of Windows.
    return text.replace("\n", "\r\n").encode("utf-8-sig")
