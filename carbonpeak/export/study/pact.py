"""A study as a PACT v3.0.3 product footprint, and a record as a study.

A study travels whole in the record's extension, so what was written here is read back to the same
rows. A record of others becomes one row for each part of its footprint.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from carbonpeak.data.units import UnitError, convert, dimension, times
from carbonpeak.domain.study import GATE, Factor, Record, Result, Row, Study, result
from carbonpeak.domain.study_checks import Flaw, errors
from carbonpeak.domain.study_json import StudyFileError, dumps, refuse, study_of
from carbonpeak.export.study import pact_rules as rules
from carbonpeak.indicators.data_quality import WORLD
from carbonpeak.indicators.footprint import EMISSION
from carbonpeak.thresholds import NATION

SPEC = "3.0.3"
EXTENSION = "urn:carbonpeak:study:1"
# Products whose mass says nothing have the mass zero.
MASSLESS = ("kilowatt hour", "megajoule", "ton kilometer", "hour", "megabit second")
CHINA = "CN"
# ISO 3166-2 of the regions of GB/T 2260.
PROVINCES = {
    "110000": "BJ", "120000": "TJ", "130000": "HE", "140000": "SX", "150000": "NM", "210000": "LN",
    "220000": "JL", "230000": "HL", "310000": "SH", "320000": "JS", "330000": "ZJ", "340000": "AH",
    "350000": "FJ", "360000": "JX", "370000": "SD", "410000": "HA", "420000": "HB", "430000": "HN",
    "440000": "GD", "450000": "GX", "460000": "HI", "500000": "CQ", "510000": "SC", "520000": "GZ",
    "530000": "YN", "540000": "XZ", "610000": "SN", "620000": "GS", "630000": "QH", "640000": "NX",
    "650000": "XJ",
}  # fmt: skip
# Which part of a footprint a row of a kind belongs to; a credit belongs to none.
PART = {
    EMISSION: "fossilGhgEmissions",
    "capture": "technologicalCO2Removals",
    "uptake": rules.UPTAKE,
}
# What a record of others becomes: the kind of a row for each part.
KIND_OF = {
    **dict.fromkeys(rules.TERMS, EMISSION),
    "landManagementBiogenicCO2Removals": "uptake",
    "technologicalCO2Removals": "capture",
    "ccsTechnologicalCO2Capture": "capture",
    rules.UPTAKE: "uptake",
}


def write(study: Study, created: str) -> bytes:
    """Return a study as a list of one record; StudyFileError says what the record still lacks.

    ``created`` is a moment in UTC. The id follows from what the study says: an edit is another
    record, and the one it takes the place of stands among its preceding ones.
    """
    wrong = (*errors(study), *_lacking(study))
    if wrong:
        raise StudyFileError(wrong)
    record = record_of(result(study), created)
    wrong = rules.faults(record)
    if wrong:
        raise StudyFileError(wrong)
    return (json.dumps({"data": [record]}, ensure_ascii=False, indent=2) + "\n").encode()


def record_id(study: Study) -> str:
    """Return the id of a study's record: the same for the same content, another for any edit."""
    bare = replace(study, record=replace(study.record, preceding=()))
    return str(uuid5(NAMESPACE_URL, dumps(bare)))


def record_of(found: Result, created: str) -> dict[str, Any]:
    """Return the record of a study that lacks nothing."""
    study, own = found.study, record_id(found.study)
    preceding = [one for one in study.record.preceding if one != own]
    return {
        "id": own,
        **({"precedingPfIds": preceding} if preceding else {}),
        "specVersion": SPEC,
        "created": created,
        "status": "Active",
        "companyName": study.record.company,
        "companyIds": list(study.record.company_ids),
        "productDescription": study.notes or study.product,
        "productIds": list(study.record.product_ids),
        "productNameCompany": study.product,
        "comment": _comment(found),
        "pcf": _footprint(found),
        "extensions": [
            {"specVersion": "2.0.0", "dataSchema": EXTENSION, "data": {"study": asdict(study)}}
        ],
    }


def is_record(whole: Any) -> bool:
    """Return whether a JSON document looks like a PACT record, alone or in a list."""
    if isinstance(whole, Mapping) and isinstance(whole.get("data"), list):
        whole = whole["data"]
    first = whole[0] if isinstance(whole, list) and whole else whole
    return isinstance(first, Mapping) and ("pcf" in first or "specVersion" in first)


def read(whole: Any) -> tuple[Study, tuple[Flaw, ...]]:
    """Return the study of a record and what must be known; StudyFileError if it is invalid."""
    listed = whole.get("data", whole) if isinstance(whole, Mapping) else whole
    records = listed if isinstance(listed, list) else [listed]
    if len(records) != 1:
        raise refuse("pact_many", count=len(records))
    record = records[0]
    wrong = rules.faults(record)
    if wrong:
        raise StudyFileError(wrong)
    known = rules.cautions(record)
    study = _carried(record) or _from(record)
    preceding = tuple(dict.fromkeys([record["id"], *record.get("precedingPfIds", ())]))
    return replace(study, record=replace(study.record, preceding=preceding)), known


def _lacking(study: Study) -> Iterator[Flaw]:
    """Yield what a record needs and the study does not say; nothing of it is guessed."""
    own = study.record
    unit = _pact_unit(study.unit)
    if unit is None:
        yield Flaw("pact_no_unit", facts={"unit": study.unit})
    filled = ("company", "company_ids", "product_ids", "potentials", "standards")
    stated = ("fossil_carbon_kg", "exempted_pct", "has_packaging")
    needed = (
        *(["mass_kg"] if unit and _mass_kg(study) is None else []),
        *(name for name in filled if not getattr(own, name)),
        *(name for name in stated if getattr(own, name) is None),
    )
    if needed:
        yield Flaw("pact_needs", facts={"field": needed})


def _pact_unit(unit: str) -> str | None:
    """Return the name in PACT of what a unit measures, None where it has none."""
    try:
        same = [
            name
            for name, ours in rules.UNITS.items()
            if ours and dimension(ours) == dimension(unit)
        ]
    except UnitError:
        return None
    exact = [name for name in same if times(rules.UNITS[name], unit) == 1]
    return next(iter((*exact, *same)), None)


def _mass_kg(study: Study) -> float | None:
    unit = _pact_unit(study.unit)
    if unit == "kilogram":
        return convert(float(study.amount or 0), study.unit, "kg")
    return 0.0 if unit in MASSLESS else study.record.mass_kg


def _footprint(found: Result) -> dict[str, Any]:
    study = found.study
    unit = str(_pact_unit(study.unit))
    parts = {name: _of_kind(found, kind) for kind, name in PART.items()}
    without = parts["fossilGhgEmissions"] - parts["technologicalCO2Removals"]
    return {
        "declaredUnitOfMeasurement": unit,
        "declaredUnitAmount": _text(
            convert(float(study.amount or 0), study.unit, rules.UNITS[unit])
        ),
        "productMassPerDeclaredUnit": _text(_mass_kg(study) or 0.0),
        "referencePeriodStart": _first_day(int(study.first_year or 0)),
        "referencePeriodEnd": _first_day(int(study.last_year or 0) + 1),
        **_place(study.region),
        "pcfExcludingBiogenicUptake": _text(without),
        "pcfIncludingBiogenicUptake": _text(without - parts[rules.UPTAKE]),
        "fossilGhgEmissions": _text(parts["fossilGhgEmissions"]),
        **_captured(parts["technologicalCO2Removals"]),
        "biogenicCO2Uptake": _text(-parts[rules.UPTAKE]),
        "fossilCarbonContent": _text(study.record.fossil_carbon_kg or 0.0),
        "packagingEmissionsIncluded": bool(study.record.has_packaging),
        "ipccCharacterizationFactors": list(study.record.potentials),
        "crossSectoralStandards": list(study.record.standards),
        "exemptedEmissionsPercent": _text(study.record.exempted_pct or 0.0),
        "primaryDataShare": _text(100 * found.measured_share),
        **_ratings(found),
    }


def _captured(removals_kg: float) -> dict[str, Any]:
    """Return whether anything was captured and stored; how much is only said where it was."""
    if not removals_kg:
        return {"ccsTechnologicalCO2CaptureIncluded": False}
    return {
        "ccsTechnologicalCO2CaptureIncluded": True,
        "technologicalCO2Removals": _text(-removals_kg),
    }


def _of_kind(found: Result, kind: str) -> float:
    return float(found.rows.loc[found.rows["kind"] == kind, "co2e_kg"].sum())


def _ratings(found: Result) -> dict[str, Any]:
    if not found.ratings:
        return {}
    names = zip(rules.RATINGS, ("technology", "geography", "time"), strict=True)
    return {"dqi": {theirs: _text(found.ratings[ours]) for theirs, ours in names}}


def _comment(found: Result) -> str:
    """Return what the numbers leave out: a credit has no place in a record."""
    credit = _of_kind(found, "credit")
    said = "Declared unit and stages as in the extension."
    return said if not credit else f"{said} A credit of {_text(credit)} kg CO2e is not counted."


def _place(region: str) -> dict[str, str]:
    if region == NATION:
        return {"geographyCountry": CHINA}
    if region in PROVINCES:
        return {"geographyCountrySubdivision": f"{CHINA}-{PROVINCES[region]}"}
    return {"geographyCountry": region} if len(region) == 2 else {}


def _text(value: float) -> str:
    """Return a number as PACT writes it: digits and a point, nothing lost, no minus before zero."""
    text = f"{Decimal(repr(float(value))):f}"
    return "0" if not Decimal(text) else text.removesuffix(".0")


def _first_day(year: int) -> str:
    return f"{year:04d}-01-01T00:00:00Z"


def _carried(record: Mapping[str, Any]) -> Study | None:
    """Return the study that a record of ours carries, if its numbers are those of the record."""
    for one in record.get("extensions") or ():
        if isinstance(one, Mapping) and one.get("dataSchema") == EXTENSION:
            data = one.get("data")
            study = study_of(data.get("study") if isinstance(data, Mapping) else None)
            return _agreeing(study, record)
    return None


def _agreeing(study: Study, record: Mapping[str, Any]) -> Study:
    if errors(study) or _footprint(result(study)) != dict(record["pcf"]):
        raise refuse("pact_disagrees")
    return study


def _from(record: Mapping[str, Any]) -> Study:
    """Return a study with a row for each part of the footprint of a record of others."""
    pcf = record["pcf"]
    unit = rules.UNITS[pcf["declaredUnitOfMeasurement"]]
    if not unit:
        raise refuse("pact_no_unit", unit=pcf["declaredUnitOfMeasurement"])
    first, last = (_moment(pcf[f"referencePeriod{end}"]) for end in ("Start", "End"))
    amount = float(pcf["declaredUnitAmount"])
    region = _region(pcf)
    # The end is exclusive: a period to the first moment of a year ends with the year before.
    ends = last.year - 1 if (last.month, last.day) == (1, 1) else last.year
    rows = tuple(_rows(record, amount, unit, region, ends))
    return Study(
        product=record["productNameCompany"],
        amount=amount,
        unit=unit,
        boundary=GATE,
        rows=rows,
        region=region,
        first_year=min(first.year, ends),
        last_year=ends,
        notes=str(record["productDescription"]),
        record=_record(record),
    )


def _rows(
    record: Mapping[str, Any], amount: float, unit: str, region: str, year: int
) -> Iterator[Row]:
    pcf = record["pcf"]
    for name, kind in KIND_OF.items():
        whole = abs(float(pcf.get(name, "0")))
        if whole or name == "fossilGhgEmissions":
            factor = Factor(
                factor_id=record["id"],
                name=name,
                value=whole / amount,
                unit=f"kg CO2e/{unit}",
                year=year,
                region=region,
                boundary=GATE,
                standing="published",
                source=f"{record['companyName']}, PACT {record['specVersion']}",
            )
            yield Row("production", name, amount, unit, factor, kind)


def _record(record: Mapping[str, Any]) -> Record:
    pcf = record["pcf"]
    return Record(
        company=record["companyName"],
        company_ids=tuple(record["companyIds"]),
        product_ids=tuple(record["productIds"]),
        mass_kg=float(pcf["productMassPerDeclaredUnit"]),
        fossil_carbon_kg=float(pcf["fossilCarbonContent"]),
        exempted_pct=float(pcf["exemptedEmissionsPercent"]),
        potentials=tuple(pcf["ipccCharacterizationFactors"]),
        standards=tuple(pcf["crossSectoralStandards"]),
        has_packaging=pcf.get("packagingEmissionsIncluded"),
    )


def _region(pcf: Mapping[str, Any]) -> str:
    place = next((str(pcf[name]) for name in rules.PLACES if name in pcf), WORLD)
    codes = {f"{CHINA}-{iso}": code for code, iso in PROVINCES.items()} | {CHINA: NATION}
    return codes.get(place, place)


def _moment(text: str) -> datetime:
    found = rules.moment(text)
    assert found is not None
    return found
