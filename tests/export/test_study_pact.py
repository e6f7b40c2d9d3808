"""PACT records: written, valid, read back to the same numbers; broken ones refused in words."""

import json
from copy import deepcopy
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from carbonpeak.domain.study import Row, Study, result
from carbonpeak.export.study import pact, pact_rules
from carbonpeak.export.study.files import StudyFault, opened, saved
from tests.studies import STEEL, factor

CREATED = "2026-11-28T00:00:00Z"
RECORD: dict[str, Any] = json.loads(pact.write(STEEL, CREATED))["data"][0]
# A record of somebody else: no extension, all its terms, and a place.
OTHER: dict[str, Any] = {
    **{name: value for name, value in RECORD.items() if name != "extensions"},
    "id": "2b1f6a55-8c4f-4c1a-9a53-3a1f0d2f9a11",
    "productNameCompany": "bottle of ethanol",
    "pcf": {
        **RECORD["pcf"],
        "declaredUnitOfMeasurement": "liter",
        "declaredUnitAmount": "12",
        "productMassPerDeclaredUnit": "9.5",
        "geographyCountry": "DE",
        "fossilGhgEmissions": "2.5",
        "landUseChangeGhgEmissions": "0.25",
        "biogenicCO2Uptake": "-1.5",
        "pcfExcludingBiogenicUptake": "2.75",
        "pcfIncludingBiogenicUptake": "1.25",
    },
}


def altered(record: dict[str, Any], place: str = "", **fields: Any) -> dict[str, Any]:
    """Return a record with fields set, or taken out where they are None of the type ``...``."""
    found = deepcopy(record)
    target = found[place] if place else found
    for name, value in fields.items():
        if value is ...:
            target.pop(name, None)
        else:
            target[name] = value
    return found


def read(record: Any) -> tuple[Study, tuple[Any, ...]]:
    return opened(json.dumps({"data": [record]}).encode())


def test_the_numbers_of_the_steel_part_by_hand() -> None:
    pcf = RECORD["pcf"]
    assert pcf["declaredUnitOfMeasurement"] == "kilogram"
    assert (pcf["declaredUnitAmount"], pcf["productMassPerDeclaredUnit"]) == ("1000", "1000")
    assert Decimal(pcf["fossilGhgEmissions"]).quantize(Decimal("0.001")) == Decimal("2743.910")
    # The credit of the reader has no place in a record and is said in its comment.
    assert pcf["pcfExcludingBiogenicUptake"] == pcf["fossilGhgEmissions"]
    assert pcf["pcfIncludingBiogenicUptake"] == pcf["fossilGhgEmissions"]
    assert "100" in RECORD["comment"]
    assert (pcf["referencePeriodStart"], pcf["referencePeriodEnd"]) == (
        "2024-01-01T00:00:00Z",
        "2025-01-01T00:00:00Z",
    )
    assert pcf["geographyCountry"] == "CN"
    assert pcf["dqi"] == {"technologicalDQR": "2", "geographicalDQR": "1", "temporalDQR": "1"}


def test_capture_and_uptake_have_their_signs() -> None:
    more = (
        Row("production", "store", 0.2, "t", factor(1.0, "tCO2e/t"), "capture"),
        Row("raw_materials", "wood", 0.1, "t", factor(1.0, "tCO2e/t"), "uptake"),
    )
    pcf = pact.record_of(result(replace(STEEL, rows=(*STEEL.rows, *more))), CREATED)["pcf"]
    assert pcf["technologicalCO2Removals"] == "-200"
    assert pcf["biogenicCO2Uptake"] == "-100"
    fossil = Decimal(pcf["fossilGhgEmissions"])
    assert abs(Decimal(pcf["pcfExcludingBiogenicUptake"]) - (fossil - 200)) < Decimal("1e-9")
    assert abs(Decimal(pcf["pcfIncludingBiogenicUptake"]) - (fossil - 300)) < Decimal("1e-9")


def test_what_was_written_is_read_back_to_the_same_rows() -> None:
    study, cautions = opened(saved(STEEL, "pact", "en", CREATED))
    assert cautions == ()
    assert replace(study, record=STEEL.record) == STEEL
    assert study.record.preceding == (RECORD["id"],)


def test_an_edit_is_another_record_that_names_the_one_before() -> None:
    study, _ = opened(saved(STEEL, "pact", "en", CREATED))
    same = json.loads(pact.write(study, CREATED))["data"][0]
    assert same["id"] == RECORD["id"]
    assert "precedingPfIds" not in same
    edited = json.loads(pact.write(replace(study, notes="another furnace"), CREATED))["data"][0]
    assert edited["id"] != RECORD["id"]
    assert edited["precedingPfIds"] == [RECORD["id"]]


def test_a_record_of_others_keeps_its_numbers() -> None:
    study, cautions = read(OTHER)
    assert [one.key for one in cautions] == []
    found = result(study)
    assert found.totals.emissions_kg == pytest.approx(2.75)
    assert found.totals.removals_kg == pytest.approx(1.5)
    assert (study.amount, study.unit, study.region, study.last_year) == (12.0, "L", "DE", 2024)
    assert study.record.mass_kg == 9.5


BROKEN = {
    "no id": (altered(OTHER, id=...), "pact_lacking"),
    "an id that is none": (altered(OTHER, id="12"), "pact_uuid"),
    "version 2": (altered(OTHER, specVersion="2.3.0"), "pact_version"),
    "another status": (altered(OTHER, status="Retired"), "pact_status"),
    "no company": (altered(OTHER, companyName=" "), "pact_blank"),
    "no urn": (altered(OTHER, companyIds=["company 1"]), "pact_urn"),
    "no ids": (altered(OTHER, productIds=[]), "pact_ids"),
    "ids twice": (altered(OTHER, productIds=["urn:gtin:1", "urn:gtin:1"]), "pact_ids"),
    "no footprint": (altered(OTHER, pcf=7), "pact_object"),
    "another unit": (altered(OTHER, "pcf", declaredUnitOfMeasurement="gallon"), "pact_unit"),
    "nothing declared": (altered(OTHER, "pcf", declaredUnitAmount="0"), "pact_above"),
    "anchored wrongly": (altered(OTHER, "pcf", declaredUnitAmount="-0.5"), "pact_above"),
    "letters after digits": (altered(OTHER, "pcf", declaredUnitAmount="1abc"), "pact_decimal"),
    "a bare number": (altered(OTHER, "pcf", fossilGhgEmissions=2.5), "pact_decimal"),
    "an exponent": (altered(OTHER, "pcf", fossilGhgEmissions="2e3"), "pact_decimal"),
    "a comma": (altered(OTHER, "pcf", fossilGhgEmissions="2,5"), "pact_decimal"),
    "emissions below zero": (altered(OTHER, "pcf", fossilGhgEmissions="-1"), "pact_not_below"),
    "uptake above zero": (altered(OTHER, "pcf", biogenicCO2Uptake="10"), "pact_not_above"),
    "null for zero": (altered(OTHER, "pcf", biogenicCO2Uptake=None), "pact_null"),
    "null for a needed one": (altered(OTHER, "pcf", fossilGhgEmissions=None), "pact_lacking"),
    "two places": (altered(OTHER, "pcf", geographyRegionOrSubregion="Asia"), "pact_places"),
    "a country by name": (altered(OTHER, "pcf", geographyCountry="Germany"), "pact_place"),
    "no potentials": (
        altered(OTHER, "pcf", ipccCharacterizationFactors=["GWP100"]), "pact_potentials",
    ),
    "no standards": (altered(OTHER, "pcf", crossSectoralStandards=[]), "pact_standards"),
    "packaging left out and told": (
        altered(OTHER, "pcf", packagingGhgEmissions="1"), "pact_packaging",
    ),
    "a rating of six": (altered(OTHER, "pcf", dqi={"temporalDQR": "6"}), "pact_rating"),
    "a moment without zone": (altered(OTHER, created="2026-01-01T00:00:00"), "pact_moment"),
    "a period backwards": (
        altered(OTHER, "pcf", referencePeriodStart="2026-01-01T00:00:00Z"), "pact_period",
    ),
    "valid too early": (
        altered(OTHER, validityPeriodStart="2024-12-31T00:00:00Z"), "pact_valid_early",
    ),
    "valid too long": (
        altered(OTHER, validityPeriodEnd="2028-01-02T00:00:00Z"), "pact_valid_long",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("record", "key"), BROKEN.values(), ids=BROKEN)
def test_a_broken_record_is_refused_in_both_languages(record: dict[str, Any], key: str) -> None:
    with pytest.raises(StudyFault) as fault:
        read(record)
    assert [one.key for one in fault.value.flaws] == [key]
    assert fault.value.text.zh != fault.value.text.en


def test_valid_for_just_three_years_is_valid() -> None:
    assert pact_rules.faults(altered(OTHER, validityPeriodEnd="2028-01-01T00:00:00Z")) == ()


@pytest.mark.parametrize(
    ("record", "key"),
    [
        (altered(OTHER, "pcf", pcfExcludingBiogenicUptake="3.086"), "pact_sum"),
        (altered(OTHER, "pcf", exemptedEmissionsPercent="10.4"), "pact_exempted"),
        (altered(OTHER, status="Deprecated"), "pact_deprecated"),
        (altered(OTHER, updated="now"), "pact_unknown"),
        (altered(OTHER, "pcf", otherOperatorName="x"), "pact_unknown"),
    ],
)
def test_what_is_doubtful_is_told_and_taken(record: dict[str, Any], key: str) -> None:
    study, cautions = read(record)
    assert [one.key for one in cautions] == [key]
    assert not any(one.is_error for one in cautions)
    assert result(study).totals.emissions_kg == pytest.approx(2.75)


def test_a_sum_that_differs_lists_its_terms() -> None:
    _, (caution,) = read(altered(OTHER, "pcf", pcfIncludingBiogenicUptake="1.3"))
    assert caution.facts["total"] == "1.25"
    assert "landUseChangeGhgEmissions 0.25" in str(caution.facts["terms"])


def test_a_study_that_was_altered_in_its_record_is_refused() -> None:
    changed = deepcopy(RECORD)
    changed["extensions"][0]["data"]["study"]["rows"][0]["activity"] = 2.0
    with pytest.raises(StudyFault) as fault:
        read(changed)
    assert [one.key for one in fault.value.flaws] == ["pact_disagrees"]


@pytest.mark.parametrize(
    ("field", "value"),
    [("company", ""), ("company_ids", ()), ("standards", ()), ("exempted_pct", None)],
)
def test_nothing_is_guessed_that_a_record_needs(field: str, value: Any) -> None:
    lacking = replace(STEEL, record=replace(STEEL.record, **{field: value}))
    with pytest.raises(StudyFault) as fault:
        saved(lacking, "pact", "zh", CREATED)
    assert [(one.key, one.facts["field"]) for one in fault.value.flaws] == [
        ("pact_needs", (field,))
    ]


def test_what_a_record_needs_is_said_in_one_sentence() -> None:
    lacking = replace(STEEL, record=replace(STEEL.record, company="", standards=()))
    with pytest.raises(StudyFault) as fault:
        saved(lacking, "pact", "en", CREATED)
    assert fault.value.text.en == (
        "A PACT record still needs: Company, Standards followed (one a line). "
        "Give this under “What exchange needs”; nothing is guessed."
    )


def test_an_amount_of_yuan_has_no_unit_there() -> None:
    priced = replace(STEEL, unit="万元")
    with pytest.raises(StudyFault) as fault:
        saved(priced, "pact", "zh", CREATED)
    assert [one.key for one in fault.value.flaws] == ["pact_no_unit"]


def test_a_list_of_two_is_refused_and_none_too() -> None:
    for records in ([OTHER, RECORD], []):
        with pytest.raises(StudyFault):
            opened(json.dumps({"data": records}).encode())
