"""Build every table, write it with its checksum, then the catalogue and the README of the data."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd

from carbonpeak.build import (
    co2,
    co2_reconstruction,
    coal_units,
    energy,
    energy_division,
    facilities,
    faults,
    footprint,
    fuels,
    gdp,
    green,
    independent_sectors,
    market,
    monthly,
    official_statistics,
    official_tiers,
    plants,
    policy,
    policy_facts,
    readme,
    regional_targets,
    regions,
    register_words,
    sectors,
    series_breaks,
    sources,
    spellings,
    target_details,
    targets,
    value_added,
    value_added_division,
)
from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import shaped
from carbonpeak.build.sources import SourceRegister
from carbonpeak.data import catalogue, publishing, table_files, versions
from carbonpeak.data.catalogue import Catalogue, CatalogueError, Table

Builder = Callable[[Raw, SourceRegister], pd.DataFrame]

BUILDERS: tuple[tuple[Table, Builder], ...] = (
    (regions.TABLE, regions.build),
    (sectors.PLAN_INDUSTRIES, sectors.build_plan_industries),
    (sectors.TABLE, sectors.build),
    (spellings.TABLE, spellings.build),
    (fuels.TABLE, fuels.build),
    (energy.TABLE, energy.build),
    (energy.TRANSFORMATION, energy.build_transformation),
    (series_breaks.TABLE, series_breaks.build),
    (co2.TABLE, co2.build),
    (co2.NATION_TABLE, co2.build_nation),
    (co2.TOTALS_TABLE, co2.build_totals),
    (co2.APPARENT_TABLE, co2.build_apparent),
    (co2_reconstruction.BACKCAST_TABLE, co2_reconstruction.build_backcast),
    (value_added.TABLE, value_added.build),
    (value_added_division.TABLE, value_added_division.build),
    (value_added_division.GROWTH_TABLE, value_added_division.build_growth),
    (gdp.TABLE, gdp.build),
    (energy_division.TABLE, energy_division.build),
    (official_statistics.TABLE, official_statistics.build),
    (targets.TABLE, targets.build),
    (regional_targets.TABLE, regional_targets.build),
    *policy.BUILDERS,
    (monthly.TABLE, monthly.build),
    (independent_sectors.TABLE, independent_sectors.build),
    (official_tiers.TABLE, official_tiers.build),
    (coal_units.TABLE, coal_units.build),
    (plants.TABLE, plants.build),
    *market.BUILDERS,
    *green.BUILDERS,
    (target_details.TABLE, target_details.build),
    (target_details.SERIES, target_details.build_series),
    (policy_facts.TABLE, policy_facts.build),
    *footprint.BUILDERS,
    (facilities.TABLE, facilities.build),
    (register_words.TABLE, register_words.build),
    # Last, when every source has been named.
    (sources.TABLE, sources.build),
)


def build_all(raw_folder: Path, data: Path = catalogue.DATA) -> tuple[Catalogue, str]:
    """Build every table of ``data`` from a folder of source files.

    Returns the new catalogue and a text that says what changed in the numbers. BuildError where a
    source or a built table is not as it must be, PublishError where the disk fails: what stood
    before stands then, whole. Where the tables change, those before are kept as an earlier version.
    """
    built = frames(Raw(raw_folder))
    with publishing.alone(data), publishing.aside(data) as made:
        before, lost = _before(data)
        after = _written(built, made)
        if before.version not in ("", after.version) and not lost:
            versions.keep(before.version, data)
        publishing.publish(made, data)
        versions.let_go(data)
    return after, "\n".join([*lost, changes(before, after)])


def _before(data: Path) -> tuple[Catalogue, list[str]]:
    """Return the catalogue that stands, and why its tables cannot be kept, where they cannot."""
    try:
        found = catalogue.load(data)
    except CatalogueError as fault:
        is_there = (data / catalogue.FILE).exists()
        return Catalogue("", ()), [f"not kept as an earlier version: {fault}"] if is_there else []
    altered = [one.name for one in found.tables if not catalogue.is_declared(one, data)]
    names = ", ".join(altered)
    return found, [f"not kept as an earlier version: {names} altered by hand"] if altered else []


def _written(built: list[tuple[Table, pd.DataFrame]], folder: Path) -> Catalogue:
    """Write tables, catalogue and README into a folder."""
    tables = tuple(table_files.write(frame, table, folder) for table, frame in built)
    made = Catalogue(catalogue.version_of(tables), tables)
    catalogue.save(made, folder)
    (folder / "README.md").write_text(readme.text(made), encoding="utf-8")
    return made


def frames(raw: Raw) -> list[tuple[Table, pd.DataFrame]]:
    """Return every declared table with its checked frame; the faults count the others' marks."""
    raw.require_all()
    register = SourceRegister()
    built = [(table, shaped(build(raw, register), table)) for table, build in BUILDERS]
    counted = faults.build({table.name: frame for table, frame in built})
    return [*built, (faults.TABLE, shaped(counted, faults.TABLE))]


def changes(before: Catalogue, after: Catalogue) -> str:
    """Return one line per table that is new, gone or different from the catalogue before."""
    old = {table.name: table for table in before.tables}
    new = {table.name: table for table in after.tables}
    lines = [f"gone: {name}" for name in sorted(set(old) - set(new))]
    for name, table in new.items():
        if name not in old:
            lines.append(f"new: {name}, {table.row_count:,} rows")
        elif old[name].sha256 != table.sha256:
            lines.append(f"changed: {name}, {old[name].row_count:,} -> {table.row_count:,} rows")
    return "\n".join(lines) or "no table changed"
