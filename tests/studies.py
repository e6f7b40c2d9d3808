"""Studies for tests, their numbers reckoned by hand beside them."""

from carbonpeak.domain.study import GATE, Factor, Record, Row, Study


def factor(value: float, unit: str, **more: object) -> Factor:
    """Return a factor of 2024 for the whole nation, official, from cradle to gate."""
    told = {"year": 2024, "region": "000000", "boundary": "gate", "standing": "official"}
    return Factor(
        value=value, unit=unit, **({**told, "source": "a notice", "name": "a factor"} | more)
    )  # type: ignore[arg-type]


# 1.05 x 2380 + 300 x 0.5777 + 400 x 0.179 = 2499.0 + 173.31 + 71.6 = 2743.91; less 100: 2643.91.
STEEL = Study(
    product="hot-rolled steel part",
    amount=1.0,
    unit="t",
    boundary=GATE,
    region="000000",
    first_year=2024,
    last_year=2024,
    rows=(
        Row("raw_materials", "steel", 1.05, "t", factor(2.38, "kgCO2e/kg")),
        Row("production", "electricity", 300.0, "千瓦时", factor(0.5777, "kgCO2e/kWh")),
        Row("transport", "8 t diesel lorry", 400.0, "t km", factor(0.179, "kgCO2e/t km")),
        Row("production", "scrap", 0.10, "t", factor(1.0, "tCO2e/t", standing="own"), "credit"),
    ),
    record=Record(
        company="Example Works",
        company_ids=("urn:uuid:69585b9e-4e0a-5a0c-8a1b-6f5b7a3c1d2e",),
        product_ids=("urn:gtin:4712345060507",),
        fossil_carbon_kg=2.0,
        exempted_pct=0.0,
        potentials=("AR5",),
        standards=("ISO14067",),
        has_packaging=False,
    ),
)
