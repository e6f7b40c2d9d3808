"""What tables, columns, units and sources exist, as declared in ``data/datapackage.json``.

The build writes the catalogue, the warehouse loads by it and the page "Data and methods" shows it.
The file keeps the Frictionless shape, so other tools can read it; our own additions are ``unit``
and the Chinese texts.
"""

import hashlib
import json
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, get_args

from carbonpeak.data import values
from carbonpeak.data.faults import DataFault, said
from carbonpeak.data.text import Text as Text

FieldType = Literal["string", "integer", "number", "boolean"]
Format = Literal["csv", "parquet"]
# By what rows that not all may see are told apart.
KINDS = ("region", "company")

ROOT = Path(__file__).resolve().parents[2]
# The folder of the tables: another one than that of the repository where the environment names it.
DATA = Path(os.environ.get("CARBONPEAK_DATA") or ROOT / "data")
FILE = "datapackage.json"
# Of how many catalogues the version is kept.
KEPT_VERSIONS = 64


class CatalogueError(DataFault):
    """The catalogue cannot be read; the message names the file and what to do."""


@dataclass(frozen=True)
class Field:
    """One column: its type, unit ("" where none), meaning and whether a value must be there."""

    name: str
    type: FieldType
    unit: str
    meaning: Text
    required: bool = True


@dataclass(frozen=True)
class Table:
    """One table of the star schema, with the grain said by its key."""

    name: str
    title: Text
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    format: Format = "parquet"
    foreign: tuple[tuple[str, str], ...] = ()
    licence: str = ""
    citation: str = ""
    sha256: str = ""
    row_count: int = 0
    # Whose rows they are, where not all may see them: pairs of region or company and the column.
    restricted: tuple[tuple[str, str], ...] = ()

    @property
    def path(self) -> str:
        """Where the file lies, below the data folder."""
        return f"tables/{self.name}.{self.format}"

    def sealed(self, file: Path, row_count: int) -> "Table":
        """Return the same declaration with the checksum and size of the file that was written."""
        return replace(self, sha256=checksum(file), row_count=row_count)


@dataclass(frozen=True)
class Catalogue:
    """All tables, and the version of the data: a digest of every table's checksum."""

    version: str
    tables: tuple[Table, ...]

    def table(self, name: str) -> Table:
        """Return the table of this name; KeyError where there is none."""
        return {table.name: table for table in self.tables}[name]


def checksum(file: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def is_declared(table: Table, folder: Path) -> bool:
    """Return whether the file of a table is there, with the content whose checksum is declared."""
    try:
        return checksum(folder / table.path) == table.sha256
    except OSError:
        return False


def version_of(tables: tuple[Table, ...]) -> str:
    """Return the data version: eight characters that change when any table does."""
    joined = "".join(f"{table.name}{table.sha256}" for table in tables)
    return hashlib.sha256(joined.encode()).hexdigest()[:8]


def version_in(data: Path = DATA) -> str:
    """Return the version of a data folder as its catalogue has it; CatalogueError as ``load``.

    Asked at every run of a page: the file is read again only where it is another one.
    """
    try:
        file = (data / FILE).stat()
    except OSError:
        return load(data).version
    return _version(data, file.st_ino, file.st_mtime_ns, file.st_size)


@lru_cache(maxsize=KEPT_VERSIONS)
def _version(data: Path, *mark: int) -> str:
    return load(data).version


def load(data: Path = DATA) -> Catalogue:
    """Read the catalogue of a data folder; CatalogueError says what is wrong with it.

    Its version is held to the checksums it lists; the files are the warehouse's to check.
    """
    found = _read(data / FILE)
    made = version_of(found.tables)
    if found.version != made:
        raise CatalogueError(said("catalogue.version", file=FILE, said=found.version, made=made))
    return found


def _read(file: Path) -> Catalogue:
    try:
        package = json.loads(file.read_text(encoding="utf-8"))
        tables = tuple(_table(resource) for resource in package["resources"])
        _require_once((table.name for table in tables), "resources")
        return Catalogue(values.text(package["version"], "version"), tables)
    except FileNotFoundError:
        raise CatalogueError(said("catalogue.missing", file=FILE)) from None
    except OSError as fault:
        raise CatalogueError(said("catalogue.damaged", file=FILE, why=fault.strerror)) from fault
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as fault:
        raise CatalogueError(said("catalogue.damaged", file=FILE, why=fault)) from fault


def save(catalogue: Catalogue, data: Path = DATA) -> None:
    """Write the catalogue of a data folder in the Frictionless shape."""
    package = {
        "name": "industrial-carbon-peaking",
        "title": "Tables of the open dashboard for industrial carbon peaking",
        "profile": "data-package",
        "version": catalogue.version,
        "resources": [_resource(table) for table in catalogue.tables],
    }
    text = json.dumps(package, ensure_ascii=False, indent=1)
    (data / FILE).write_text(text + "\n", encoding="utf-8")


def _resource(table: Table) -> dict[str, Any]:
    restricted = {"restricted": dict(table.restricted)} if table.restricted else {}
    return restricted | {
        "name": table.name,
        "title": table.title.en,
        "title_zh": table.title.zh,
        "path": table.path,
        "format": table.format,
        "hash": f"sha256:{table.sha256}",
        "row_count": table.row_count,
        "licenses": [{"title": table.licence}],
        "sources": [{"title": table.citation}],
        "schema": {
            "fields": [_field_json(field) for field in table.fields],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {"fields": column, "reference": {"resource": other, "fields": column}}
                for column, other in table.foreign
            ],
        },
    }


def _field_json(field: Field) -> dict[str, Any]:
    return {
        "name": field.name,
        "type": field.type,
        "unit": field.unit,
        "description": field.meaning.en,
        "description_zh": field.meaning.zh,
        "constraints": {"required": field.required},
    }


def _table(resource: dict[str, Any]) -> Table:
    schema, name = resource["schema"], values.word(resource["name"], "name of a table")
    table = Table(
        name=name,
        title=_texts(resource, "title", name),
        fields=tuple(_field(field, name) for field in schema["fields"]),
        key=tuple(values.a_list(schema["primaryKey"], f"{name}: primaryKey")),
        format=values.one_of(get_args(Format), resource["format"], f"{name}: format"),
        foreign=tuple(
            (link["fields"], link["reference"]["resource"]) for link in schema["foreignKeys"]
        ),
        licence=values.text(resource["licenses"][0]["title"], f"{name}: licence", empty=True),
        citation=values.text(resource["sources"][0]["title"], f"{name}: source", empty=True),
        sha256=values.text(resource["hash"], f"{name}: hash").removeprefix("sha256:"),
        row_count=values.count(resource["row_count"], f"{name}: row_count"),
        restricted=_restricted(resource.get("restricted"), name),
    )
    _require_whole(table, resource["path"])
    return table


def _restricted(given: Any, name: str) -> tuple[tuple[str, str], ...]:
    """Return whose rows they are; ValueError for a restriction that would hold nothing back."""
    if given is None:
        return ()
    pairs = tuple(
        (
            values.one_of(KINDS, kind, f"{name}: restricted"),
            values.word(column, f"{name}: restricted"),
        )
        for kind, column in dict(given).items()
    )
    if not pairs:
        raise ValueError(f"{name}: restricted to nobody")
    return pairs


def _field(field: dict[str, Any], table: str) -> Field:
    name = values.word(field["name"], f"{table}: name of a column")
    place = f"{table}.{name}"
    required = field["constraints"]["required"]
    return Field(
        name=name,
        type=values.one_of(get_args(FieldType), field["type"], f"{place}: type"),
        unit=values.text(field["unit"], f"{place}: unit", empty=True),
        meaning=_texts(field, "description", place),
        required=values.one_of((True, False), required, f"{place}: required"),
    )


def _require_whole(table: Table, path: object) -> None:
    """ValueError unless path, checksum, columns and keys of a table fit together."""
    if path != table.path:
        raise ValueError(f"{table.name}: path {path!r} instead of {table.path!r}")
    if not re.fullmatch("[0-9a-f]{64}", table.sha256):
        raise ValueError(f"{table.name}: hash {table.sha256!r} is no SHA-256")
    columns = [field.name for field in table.fields]
    _require_once(columns, f"columns of {table.name}")
    _require_once(table.key, f"key of {table.name}")
    linked = [column for column, _ in table.foreign]
    for column in (*table.key, *linked, *(column for _, column in table.restricted)):
        if column not in columns:
            raise ValueError(f"{table.name}: key of no column {column!r}")


def _require_once(names: Iterable[str], place: str) -> None:
    listed = list(names)
    if not listed or len(listed) > len(set(listed)):
        raise ValueError(f"{place}: {', '.join(listed) or 'nothing'}; each must be there once")


def _texts(holder: dict[str, Any], name: str, place: str) -> Text:
    zh, en = f"{name}_zh", name
    return Text(
        values.text(holder[zh], f"{place}: {zh}"), values.text(holder[en], f"{place}: {en}")
    )
