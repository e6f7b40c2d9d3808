"""What tables, columns, units and sources exist, as declared in ``data/datapackage.json``.

The build writes the catalogue, the warehouse loads by it and the page "Data and methods" shows it.
The file keeps the Frictionless shape, so other tools can read it; our own additions are ``unit``
and the Chinese texts.
"""

import hashlib
import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

FieldType = Literal["string", "integer", "number", "boolean"]

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data"


class CatalogueError(Exception):
    """The catalogue cannot be read; the message names the file and what to do."""


@dataclass(frozen=True)
class Text:
    """One thing said in both languages."""

    zh: str
    en: str


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
    format: Literal["csv", "parquet"] = "parquet"
    foreign: tuple[tuple[str, str], ...] = ()
    licence: str = ""
    citation: str = ""
    sha256: str = ""
    row_count: int = 0

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


def version_of(tables: tuple[Table, ...]) -> str:
    """Return the data version: eight characters that change when any table does."""
    joined = "".join(f"{table.name}{table.sha256}" for table in tables)
    return hashlib.sha256(joined.encode()).hexdigest()[:8]


def load(data: Path = DATA) -> Catalogue:
    """Read the catalogue of a data folder; CatalogueError says what is wrong with it."""
    file = data / "datapackage.json"
    try:
        package = json.loads(file.read_text(encoding="utf-8"))
        tables = tuple(_table(resource) for resource in package["resources"])
        return Catalogue(package["version"], tables)
    except FileNotFoundError:
        raise CatalogueError(
            f"{file} is missing. Restore it from the repository or run `make data`."
        ) from None
    except (ValueError, LookupError, TypeError, AttributeError) as fault:
        raise CatalogueError(
            f"{file} is damaged ({fault}). Restore it or run `make data`."
        ) from fault


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
    (data / "datapackage.json").write_text(text + "\n", encoding="utf-8")


def _resource(table: Table) -> dict[str, Any]:
    return {
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
    schema = resource["schema"]
    return Table(
        name=resource["name"],
        title=Text(resource["title_zh"], resource["title"]),
        fields=tuple(_field(field) for field in schema["fields"]),
        key=tuple(schema["primaryKey"]),
        format=resource["format"],
        foreign=tuple(
            (link["fields"], link["reference"]["resource"]) for link in schema["foreignKeys"]
        ),
        licence=resource["licenses"][0]["title"],
        citation=resource["sources"][0]["title"],
        sha256=resource["hash"].removeprefix("sha256:"),
        row_count=resource["row_count"],
    )


def _field(field: dict[str, Any]) -> Field:
    return Field(
        name=field["name"],
        type=field["type"],
        unit=field["unit"],
        meaning=Text(field["description_zh"], field["description"]),
        required=field["constraints"]["required"],
    )
