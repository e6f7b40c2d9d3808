"""The command that finds factors: rows that fit, and a sentence where none does."""

import io

import pandas as pd
import pytest

from carbonpeak.cli import main


def found(words: list[str], capfdbinary: pytest.CaptureFixture[bytes]) -> pd.DataFrame:
    assert main(["factors", *words, "--format", "csv", "--lang", "en"]) == 0
    return pd.read_csv(io.BytesIO(capfdbinary.readouterr().out))


def test_every_row_has_the_word_and_meets_the_conditions(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    rows = found(["--search", "热轧", "--group", "product"], capfdbinary)
    assert len(rows) > 5
    assert rows["name"].str.startswith("hot-rolled").all()
    assert set(rows["kind"]) == {"product"}


def test_a_province_of_one_year_is_one_row(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    rows = found(["--region", "110000", "--year", "2023"], capfdbinary)
    assert rows["factor_id"].tolist() == ["GF2023-110000-all"]
    assert rows["unit"].tolist() == ["kg CO2/kWh"]


@pytest.mark.parametrize("text", ["x" * 10_000, "'; drop table factors"])
def test_what_no_factor_has_is_a_sentence(
    text: str, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["factors", "--search", text, "--lang", "en"]) == 2
    said = capfdbinary.readouterr().err.decode()
    assert "No factor fits" in said
    assert len(said) < 300


def test_factors_of_another_economy_are_listed_only_where_asked_for(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    assert main(["factors", "--search", "steel", "--format", "csv", "--lang", "en"]) == 0
    said = capfdbinary.readouterr()
    assert set(pd.read_csv(io.BytesIO(said.out))["region"]) == {"CN"}
    asked = found(["--search", "steel", "--group", "us"], capfdbinary)
    assert f"left out: {len(asked)}" in said.err.decode()
    assert found(["--search", "steel", "--region", "US"], capfdbinary).equals(asked)
