"""What a PACT v3.0.3 product footprint must be like: our own checks, from the facts of the format.

Numbers are texts with a decimal point and no exponent; null is not zero; what the format asks for
in words alone (signs, ratings, validity) is held here too.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from carbonpeak.domain.study_checks import Flaw
from carbonpeak.domain.study_json import shown

UNITS = {
    "kilogram": "kg", "liter": "L", "cubic meter": "m3", "kilowatt hour": "kWh", "megajoule": "MJ",
    "ton kilometer": "t km", "square meter": "m2", "piece": "piece", "hour": "h",
    "megabit second": "",
}  # fmt: skip
DECIMAL = re.compile(r"-?[0-9]{1,40}(\.[0-9]{1,40})?", re.ASCII)
URN = re.compile(r"urn:[A-Za-z0-9][A-Za-z0-9-]{0,31}:\S+", re.ASCII)
# Fields of a record that must be there, then those that may.
RECORD_NEEDED = (
    "id", "specVersion", "created", "status", "companyName", "companyIds", "productDescription",
    "productIds", "productNameCompany", "pcf",
)  # fmt: skip
RECORD_MORE = (
    "precedingPfIds", "validityPeriodStart", "validityPeriodEnd", "productClassifications",
    "comment", "extensions",
)  # fmt: skip
# Numbers of a footprint by the sign they may have.
ABOVE = ("declaredUnitAmount",)
ANY = ("pcfExcludingBiogenicUptake", "pcfIncludingBiogenicUptake")
NOT_BELOW = (
    "productMassPerDeclaredUnit", "fossilCarbonContent", "biogenicCarbonContent",
    "recycledCarbonContent", "fossilGhgEmissions", "landUseChangeGhgEmissions",
    "landCarbonLeakage", "landManagementFossilGhgEmissions", "landManagementBiogenicCO2Emissions",
    "biogenicNonCO2Emissions", "landAreaOccupation", "aircraftGhgEmissions",
    "packagingGhgEmissions", "packagingBiogenicCarbonContent", "outboundLogisticsGhgEmissions",
    "ccuCarbonContent", "exemptedEmissionsPercent", "primaryDataShare",
)  # fmt: skip
NOT_ABOVE = (
    "landManagementBiogenicCO2Removals", "biogenicCO2Uptake", "technologicalCO2Removals",
    "ccsTechnologicalCO2Capture",
)  # fmt: skip
NUMBERS = (*ABOVE, *ANY, *NOT_BELOW, *NOT_ABOVE)
PCF_NEEDED = (
    "declaredUnitOfMeasurement", "declaredUnitAmount", "productMassPerDeclaredUnit",
    "referencePeriodStart", "referencePeriodEnd", *ANY, "fossilGhgEmissions", "fossilCarbonContent",
    "ipccCharacterizationFactors", "crossSectoralStandards", "exemptedEmissionsPercent",
)  # fmt: skip
PLACES = ("geographyRegionOrSubregion", "geographyCountry", "geographyCountrySubdivision")
PLACE_FORMS = {
    "geographyCountry": re.compile("[A-Z]{2}", re.ASCII),
    "geographyCountrySubdivision": re.compile("[A-Z]{2}-[A-Z0-9]{1,3}", re.ASCII),
}
FLAGS = ("packagingEmissionsIncluded", "ccsTechnologicalCO2CaptureIncluded")
PCF_MORE = (
    "boundaryProcessesDescription", "technologicalCO2CaptureOrigin", "ccuCalculationApproach",
    "ccuCreditCertification", "productOrSectorSpecificRules", "exemptedEmissionsDescription",
    "allocationRulesDescription", "secondaryEmissionFactorSources", "dqi", "verification",
)  # fmt: skip
PCF_KNOWN = {*PCF_NEEDED, *NUMBERS, *PLACES, *FLAGS, *PCF_MORE}
# What the sum is made of, so far as it is given; the uptake on top where it is included.
TERMS = (
    "fossilGhgEmissions", "landUseChangeGhgEmissions", "landManagementBiogenicCO2Emissions",
    "landManagementBiogenicCO2Removals", "technologicalCO2Removals", "ccsTechnologicalCO2Capture",
    "biogenicNonCO2Emissions",
)  # fmt: skip
UPTAKE = "biogenicCO2Uptake"
RATINGS = ("technologicalDQR", "geographicalDQR", "temporalDQR")
# Sums may differ by rounding of each term.
SUM_TOLERANCE = Decimal("0.001")
YEARS_VALID = 3
# Above this the method asks for reasons; a hard bound made companies report false values.
USUAL_EXEMPTED_PCT = 5


def faults(record: Any) -> tuple[Flaw, ...]:
    """Return what makes a record invalid, by field."""
    if not isinstance(record, Mapping):
        return (Flaw("pact_object", facts={"field": "ProductFootprint"}),)
    pcf = record.get("pcf")
    own = [*_lacking(record, RECORD_NEEDED), *_of_record(record)]
    if not isinstance(pcf, Mapping):
        return (
            (*own, Flaw("pact_object", facts={"field": "pcf"})) if "pcf" in record else tuple(own)
        )
    inner = [*_lacking(pcf, PCF_NEEDED), *_of_footprint(pcf)]
    return (*own, *inner, *_of_validity(record, pcf))


def cautions(record: Mapping[str, Any]) -> tuple[Flaw, ...]:
    """Return what must be known of a valid record: unknown names, sums, exemptions, its end."""
    pcf = record["pcf"]
    return (
        *_strange(record, {*RECORD_NEEDED, *RECORD_MORE}),
        *_strange(pcf, PCF_KNOWN),
        *_sums(pcf),
        *_said(record),
    )


def moment(text: Any) -> datetime | None:
    """Return a moment in UTC, None where a text is none or names no zone."""
    try:
        found = datetime.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
    return found.astimezone(UTC) if found is not None and found.tzinfo else None


def decimal(text: Any) -> Decimal | None:
    """Return the number of a text as PACT writes it, None where it is none."""
    return Decimal(text) if isinstance(text, str) and DECIMAL.fullmatch(text) else None


def _lacking(given: Mapping[str, Any], needed: tuple[str, ...]) -> Iterator[Flaw]:
    names = [name for name in needed if given.get(name) is None]
    if names:
        yield Flaw("pact_lacking", facts={"names": ", ".join(names)})


def _of_record(record: Mapping[str, Any]) -> Iterator[Flaw]:
    ids = [record[name] for name in ("id",) if record.get(name) is not None]
    for given in (*ids, *_listed(record.get("precedingPfIds"))):
        if not _is_uuid(given):
            yield _wrong("pact_uuid", "id", given)
    version = record.get("specVersion")
    if version is not None and not re.fullmatch(r"3\.\d+\.\d+(-\d{8})?", str(version)):
        yield _wrong("pact_version", "specVersion", version)
    if record.get("status") not in (None, "Active", "Deprecated"):
        yield _wrong("pact_status", "status", record["status"])
    for name in ("companyIds", "productIds"):
        yield from _urns(name, record.get(name))
    for name in ("companyName", "productNameCompany"):
        if record.get(name) is not None and not str(record[name]).strip():
            yield _wrong("pact_blank", name, record[name])
    yield from _moments(record, ("created", "validityPeriodStart", "validityPeriodEnd"))


def _of_footprint(pcf: Mapping[str, Any]) -> Iterator[Flaw]:
    unit = pcf.get("declaredUnitOfMeasurement")
    if unit is not None and unit not in UNITS:
        yield _wrong("pact_unit", "declaredUnitOfMeasurement", unit)
    for name in NUMBERS:
        if name in pcf:
            yield from _number(name, pcf[name])
    yield from _moments(pcf, ("referencePeriodStart", "referencePeriodEnd"))
    yield from _of_place(pcf)
    yield from _of_lists(pcf)
    yield from _of_flags(pcf)
    yield from _of_ratings(pcf)


def _of_flags(pcf: Mapping[str, Any]) -> Iterator[Flaw]:
    if pcf.get("packagingEmissionsIncluded") is False and "packagingGhgEmissions" in pcf:
        yield Flaw("pact_packaging")
    for name in FLAGS:
        if name in pcf and not isinstance(pcf[name], bool):
            yield _wrong("file_bool", name, pcf[name])


def _of_ratings(pcf: Mapping[str, Any]) -> Iterator[Flaw]:
    dqi = pcf.get("dqi")
    given = dqi if isinstance(dqi, Mapping) else {}
    for name in (one for one in RATINGS if one in given):
        rating = decimal(given[name])
        if rating is None or not 1 <= rating <= 5:
            yield _wrong("pact_rating", name, given[name])


def _number(name: str, given: Any) -> Iterator[Flaw]:
    # A number that was asked for and is null is told of as lacking.
    if given is None:
        if name not in PCF_NEEDED:
            yield _wrong("pact_null", name, given)
        return
    value = decimal(given)
    if value is None:
        yield _wrong("pact_decimal", name, given)
    elif name in ABOVE and value <= 0:
        yield _wrong("pact_above", name, given)
    elif name in NOT_BELOW and value < 0:
        yield _wrong("pact_not_below", name, given)
    elif name in NOT_ABOVE and value > 0:
        yield _wrong("pact_not_above", name, given)


def _of_place(pcf: Mapping[str, Any]) -> Iterator[Flaw]:
    given = [name for name in PLACES if name in pcf]
    if len(given) > 1:
        yield Flaw("pact_places", facts={"names": ", ".join(given)})
    for name, form in PLACE_FORMS.items():
        if name in pcf and not form.fullmatch(str(pcf[name])):
            yield _wrong("pact_place", name, pcf[name])


def _of_lists(pcf: Mapping[str, Any]) -> Iterator[Flaw]:
    factors = pcf.get("ipccCharacterizationFactors")
    if factors is not None and not (
        _listed(factors) and all(re.fullmatch(r"AR\d+", str(one)) for one in _listed(factors))
    ):
        yield _wrong("pact_potentials", "ipccCharacterizationFactors", factors)
    standards = pcf.get("crossSectoralStandards")
    if standards is not None and not _listed(standards):
        yield _wrong("pact_standards", "crossSectoralStandards", standards)


def _of_validity(record: Mapping[str, Any], pcf: Mapping[str, Any]) -> Iterator[Flaw]:
    """Yield where a record is valid before its period ends, or for longer than it may be."""
    first, last = (moment(pcf.get(f"referencePeriod{end}")) for end in ("Start", "End"))
    start, end = (moment(record.get(f"validityPeriod{one}")) for one in ("Start", "End"))
    if first and last and first >= last:
        yield Flaw("pact_period")
    if start and last and start < last:
        yield Flaw("pact_valid_early")
    if end and last and end > years_after(last, YEARS_VALID):
        yield Flaw("pact_valid_long", facts={"years": YEARS_VALID})
    if start and end and start >= end:
        yield Flaw("pact_valid_order")


def years_after(when: datetime, years: int) -> datetime:
    """Return the same day some years later, 28 February for one that a year lacks."""
    try:
        return when.replace(year=when.year + years)
    except ValueError:
        return when.replace(year=when.year + years, day=28)


def _urns(name: str, given: Any) -> Iterator[Flaw]:
    if given is None:
        return
    ids = _listed(given)
    if not ids:
        yield _wrong("pact_ids", name, given)
    for one in ids:
        if not (isinstance(one, str) and URN.fullmatch(one)):
            yield _wrong("pact_urn", name, one)
    if len(set(map(str, ids))) < len(ids):
        yield _wrong("pact_ids", name, given)


def _moments(given: Mapping[str, Any], names: tuple[str, ...]) -> Iterator[Flaw]:
    for name in names:
        if given.get(name) is not None and moment(given[name]) is None:
            yield _wrong("pact_moment", name, given[name])


def _sums(pcf: Mapping[str, Any]) -> Iterator[Flaw]:
    """Yield sums that differ from their terms, with the terms: published ones do, too."""
    terms = {name: decimal(pcf.get(name)) for name in (*TERMS, UPTAKE)}
    for whole, names in ((ANY[0], TERMS), (ANY[1], (*TERMS, UPTAKE))):
        parts = {name: terms[name] for name in names if terms[name] is not None}
        total = sum((one for one in parts.values() if one is not None), Decimal(0))
        given = decimal(pcf[whole])
        if given is not None and abs(given - total) > SUM_TOLERANCE:
            said = " + ".join(f"{name} {value}" for name, value in parts.items())
            facts = {"field": whole, "given": str(given), "total": str(total), "terms": said}
            yield Flaw("pact_sum", is_error=False, facts=facts)


def _said(record: Mapping[str, Any]) -> Iterator[Flaw]:
    exempted = decimal(record["pcf"]["exemptedEmissionsPercent"])
    if exempted is not None and exempted > USUAL_EXEMPTED_PCT:
        facts = {"given": str(exempted), "most": USUAL_EXEMPTED_PCT}
        yield Flaw("pact_exempted", is_error=False, facts=facts)
    if record["status"] == "Deprecated":
        yield Flaw("pact_deprecated", is_error=False)


def _strange(given: Mapping[str, Any], known: set[str]) -> Iterator[Flaw]:
    names = [shown(name) for name in given if name not in known]
    if names:
        yield Flaw("pact_unknown", is_error=False, facts={"names": ", ".join(names[:10])})


def _is_uuid(given: Any) -> bool:
    try:
        return isinstance(given, str) and str(UUID(given)) == given.lower()
    except ValueError:
        return False


def _listed(given: Any) -> list[Any]:
    return given if isinstance(given, list) else []


def _wrong(key: str, field: str, given: Any) -> Flaw:
    return Flaw(key, facts={"field": field, "given": shown(given)})
