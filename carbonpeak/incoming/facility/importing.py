"""The way in for facility rows: ``imported`` takes a file to a version or says what is wrong."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd

from carbonpeak.data import catalogue, own_versions, publishing
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.facility import cells, store
from carbonpeak.data.facility.declared import OUTPUT, SOURCE, SUPPRESSED, VALUE_ADDED
from carbonpeak.data.facility.engine import Engine, UnreadRows, opened
from carbonpeak.data.own_versions import Origin
from carbonpeak.data.table_rows import Wanted
from carbonpeak.data.text import Text
from carbonpeak.incoming import drafts, own_source
from carbonpeak.incoming.facility import staging, texts
from carbonpeak.incoming.facility.csv_text import Sample
from carbonpeak.incoming.facility.staging import Staged
from carbonpeak.incoming.findings import Finding
from carbonpeak.incoming.sheets import Unreadable
from carbonpeak.thresholds import FIRST_YEAR_OF_STATISTICS

# kg CO2 a GJ of heat value, by fuel: rows of the library (IPCC 2006, defaults of stationary
# combustion) of the same fuel; raw coal as other bituminous coal, as is usual for it in China.
FACTORS = {
    "raw_coal": "F092",
    "coke": "F095",
    "coke_oven_gas": "F097",
    "crude_oil": "F099",
    "gasoline": "F100",
    "kerosene": "F101",
    "diesel_oil": "F102",
    "fuel_oil": "F103",
    "lpg": "F104",
    "refinery_gas": "F105",
    "natural_gas": "F107",
}
# Rules of rows that are not whole.
WHOLE = ("row.cells", "row.quotes")
FACTOR_UNIT = "kg CO2/GJ"
SAMPLE = Sample()


@dataclass(frozen=True)
class Imported:
    """What became of a file: its findings, rows and cells, and the version (none where refused).

    ``frozen_years`` are those whose cells stay as an earlier import showed them: what changed since
    would tell of few enterprises.
    """

    findings: tuple[Finding, ...]
    row_count: int = 0
    cell_count: int = 0
    withheld_count: int = 0
    frozen_years: tuple[int, ...] = ()
    version: str = ""

    @property
    def is_refused(self) -> bool:
        """Whether anything found is an error."""
        return any(one.severity == "error" for one in self.findings)


def imported(
    data: Dataset,
    file: Path,
    origin: Origin,
    below: Path,
    folder: Path = catalogue.DATA,
    sheet: str | None = None,
    confirm: Sequence[str] = (),
    sample: Sample = SAMPLE,
) -> Imported:
    """Take a file of facility rows to a version above ``below``, or say what is wrong with it.

    ``folder`` is the data folder whose ``own`` part keeps rows and version. A file with an error
    leaves nothing, nor does one with a warning that no RULE=REASON of ``confirm`` gives a reason.
    ``sample`` is what of a large file is looked at to read it once only; it changes no result.
    OwnDataError, PublishError as of ``own_versions.accept``; ImportRefused for a reason of nothing.
    """
    with publishing.alone(store.root(folder)), _aside(folder) as aside, opened(aside) as engine:
        try:
            with staging.checksum(file) as reckoned:
                read = _read(data, engine, staging.staged(engine, file, sheet), sample)
                checksum = "" if read.is_refused else reckoned()
        except Unreadable as fault:
            return Imported((Finding(file.name, fault.rule, fault.value, fault.sheet, fault.row),))
        except UnreadRows as fault:
            return Imported((Finding(file.name, fault.rule, fault.value, "", fault.row),))
        told = drafts.reasons((read,), confirm)
        if read.is_refused or not drafts.is_told((read,), told):
            return read
        origin = replace(
            origin, file=file.name, file_sha256=checksum, confirmed=drafts.confirmed(told)
        )
        made = _kept(data, engine, origin, below, folder, aside)
        return replace(made, findings=(*read.findings, *made.findings))


@contextmanager
def _aside(folder: Path) -> Iterator[Path]:
    with TemporaryDirectory(prefix=publishing.ASIDE, dir=store.root(folder)) as made:
        yield Path(made)


def _read(data: Dataset, engine: Engine, staged: Staged, sample: Sample) -> Imported:
    """Bring texts to typed rows; return how many there are and what breaks a rule, in its row."""
    if staged.is_refused:
        return Imported(tuple(staged.findings))
    try:
        read = _at_once(data, engine, staged, sample) or _judged(data, engine, staged)
    except UnreadRows as fault:
        if not fault.row:
            raise
        return _around(data, engine, staged, fault)
    return replace(read, findings=staged.placed(read.findings))


def _at_once(data: Dataset, engine: Engine, staged: Staged, sample: Sample) -> Imported | None:
    """Read a large CSV file by the texts of a part of it; None where it has others, or faults.

    To look for the different texts of all of it takes half as long as to bring it to types.
    """
    if not staging.read_sample(engine, staged, sample):
        return None
    try:
        is_sound = not judge(data, engine, staged, engine.rows("distinct_texts"))
        staging.read_csv(engine, staged)
        return _typed(engine, staged) if is_sound else None
    except UnreadRows:
        staging.read_csv(engine, staged)
        return None


def _around(data: Dataset, engine: Engine, staged: Staged, fault: UnreadRows) -> Imported:
    """Return all that is wrong with a CSV file that has rows that are not whole."""
    staging.read_csv(engine, staged, is_lenient=True)
    read = _judged(data, engine, staged)
    found = staged.around(read.findings, engine.count("facility_texts"))
    # A fault that the walk through the file does not see is told as it was met.
    met = (
        ()
        if any(one.rule in WHOLE for one in found)
        else (staged.finding(fault.rule, "", fault.row),)
    )
    return replace(read, findings=(*met, *found))


def _judged(data: Dataset, engine: Engine, staged: Staged) -> Imported:
    given = engine.rows("distinct_texts")
    if given.empty:
        return Imported((*staged.findings, staged.finding("rows.none")))
    # Where no text is at fault nobody looks for its rows.
    has_faults = judge(data, engine, staged, given)
    faults = engine.rows("faulty_texts") if has_faults else pd.DataFrame()
    found = [staged.of_text(row) for row in faults.to_dict("records")]
    if found:
        return Imported((*staged.findings, *found), engine.count("facility_texts"))
    return _typed(engine, staged)


def judge(data: Dataset, engine: Engine, staged: Staged, given: pd.DataFrame) -> bool:
    """Have the engine know what texts and units are; return whether a text is at fault."""
    judged = texts.judged(data, given)
    units = [
        None if pd.isna(one) else one
        for one in given.loc[given["column_name"] == "unit", "code_text"]
    ]
    fuels = data.rows_of(Wanted("fuels", named=False))[
        ["fuel_code", "quantity_unit", "tce_per_unit"]
    ]
    tce = texts.tce_per_unit(data, staged.units(units), fuels)
    codes = pd.CategoricalDtype(sorted({*judged["code"].dropna(), *tce["fuel_code"]}))
    engine.put("facility_codes", judged.astype({"code": codes}))
    engine.put("facility_units", tce.astype({"fuel_code": codes, "unit": "category"}))
    return bool(judged["rule"].notna().any())


def _typed(engine: Engine, staged: Staged) -> Imported:
    """Write the rows in their types; return how many there are and what breaks a rule of rows."""
    factors = {
        "output_factor": staged.factors[OUTPUT],
        "value_added_factor": staged.factors[VALUE_ADDED],
    }
    # Written as it will be kept: as a table in memory besides, ten million rows take far longer.
    kept = engine.aside / store.ROWS
    engine.make_file_unplaced("facility_typed", "typed_rows", kept, **factors)
    found = _broken(engine, staged)
    if found:
        placed = engine.aside / "placed.parquet"
        engine.make_file("facility_typed", "typed_rows", placed, **factors)
        found = _broken(engine, staged)
    return Imported((*staged.findings, *found), engine.count("facility_typed"))


def _broken(engine: Engine, staged: Staged) -> list[Finding]:
    """Return what rows break, whatever their texts are; it makes the months of facilities."""
    engine.make("facility_months", "months")
    years = {"first_year": FIRST_YEAR_OF_STATISTICS, "last_year": datetime.now(UTC).year}
    found = [staged.of_row(row) for row in engine.rows("broken_rows", **years).to_dict("records")]
    return found + [staged.of_unit(row) for row in engine.rows("faulty_units").to_dict("records")]


def _kept(
    data: Dataset,
    engine: Engine,
    origin: Origin,
    below: Path,
    folder: Path,
    aside: Path,
) -> Imported:
    """Sum up, withhold, keep the rows in their folder and the cells in a version."""
    rows = engine.count("facility_typed")
    engine.make("facility_parts", "parts")
    made = aside / "made"
    made.mkdir()
    (aside / store.ROWS).rename(made / store.ROWS)
    engine.write("facility_parts", made / store.PARTS)
    summed = engine.rows("cells")
    parent = catalogue.load(below).version
    kept = store.root(folder) / store.name_of(origin.file_sha256, parent)
    earlier = [one for one in store.kept(folder) if one != kept]
    frozen = store.narrow_years(made, earlier, set(summed["year"]), aside) if earlier else set()
    fresh = summed[~summed["year"].isin(frozen)]
    shown = cells.shown(fresh, _factors(data), store.hidden_before(earlier))
    widened = store.widened_years(shown.loc[shown["missing"] == SUPPRESSED, cells.KEY], earlier)
    frozen |= widened
    shown = shown[~shown["year"].isin(widened)].reset_index(drop=True)
    if lost := _elsewhere(data, frozen, origin.file):
        return Imported(lost, rows)
    _note(shown, made)
    publishing.sync(made)
    with ExitStack() as undone:
        if not kept.is_dir():
            made.rename(kept)
            undone.callback(publishing.remove, kept)
        version = own_versions.accept(_tables(data, shown), origin, below, folder)
        undone.pop_all()
    withheld = int((shown["missing"] == SUPPRESSED).sum())
    return Imported((), rows, len(shown), withheld, tuple(sorted(map(int, frozen))), version)


def _factors(data: Dataset) -> Mapping[str, float]:
    """Return kg CO2 a GJ by fuel, of the library of these tables; a fuel without one has none."""
    library = data.ask("factors__library").set_index("factor_id")
    return {
        fuel: float(str(library.at[one, "value"]))
        for fuel, one in FACTORS.items()
        if one in library.index and library.at[one, "unit"] == FACTOR_UNIT
    }


def _note(shown: pd.DataFrame, made: Path) -> None:
    """Keep which years are shown anew, and which cells of them are withheld."""
    hidden = shown[cells.KEY].assign(is_hidden=shown["missing"] == "suppressed")
    hidden.to_parquet(made / store.HIDDEN, index=False)
    years = sorted(map(int, set(shown["year"])))
    (made / store.NOTE).write_text(json.dumps({"years": years}), encoding="utf-8")


def _elsewhere(data: Dataset, frozen: set[int], file: str) -> tuple[Finding, ...]:
    """Return what is said where cells are to stay as they were and these tables have none."""
    lost = sorted(map(int, frozen - set(_standing(data)["year"])))
    said = ", ".join(map(str, lost))
    return (Finding(file, "facility.elsewhere", said),) if lost else ()


def _standing(data: Dataset) -> pd.DataFrame:
    return data.rows_of(Wanted("facility_cells", named=False))


def _tables(data: Dataset, shown: pd.DataFrame) -> Mapping[str, pd.DataFrame]:
    """Return the tables that change: the cells of these years anew, and the source of them."""
    standing = _standing(data)
    others = standing[~standing["year"].isin(set(shown["year"]))]
    both = pd.concat([others, shown], ignore_index=True) if len(others) else shown
    tables = {"facility_cells": both[cells.COLUMNS].sort_values(cells.KEY, ignore_index=True)}
    name = Text("导入的企业设施数据", "Imported facility rows")
    return own_source.with_sources(
        data, tables, [own_source.row(SOURCE, name, "Own facility rows")]
    )
