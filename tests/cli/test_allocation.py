"""The command allocate: one unit by options, many from a file, and what is wrong with a call."""

import io
import json
from pathlib import Path

import pandas as pd
import pytest

from carbonpeak import cli

COAL = [
    *("allocate", "--line", "power", "--class", "coal_above_300", "--vintage", "2024"),
    *("--produced", "3000000", "--heat", "1000000", "--load", "0.55", "--emissions", "2650000"),
]


def test_one_unit_by_options(capfdbinary) -> None:
    assert cli.main([*COAL, "--price", "100", "--format", "json"]) == 0
    [row] = json.loads(capfdbinary.readouterr().out)
    assert round(row["allowances_t"]) == 2_659_695
    assert round(row["worth_cny"]) == round(100 * row["due_t"])
    assert (row["standing"], row["is_draft"]) == ("scenario", False)


def test_without_a_price_it_is_the_last_monthly_average(capfdbinary) -> None:
    assert cli.main(COAL) == 0
    table = pd.read_csv(io.BytesIO(capfdbinary.readouterr().out))
    assert table["price_cny_per_t"][0] == pytest.approx(88.10, abs=5e-3)


def test_units_of_a_file_go_to_a_file(capfdbinary, tmp_path: Path) -> None:
    units = tmp_path / "units.csv"
    units.write_text(
        "unit_id,line,vintage,output,output_unit,emissions_t,balance\n"
        "b,clinker,2025,1200000,t,1300000,0.86\nc,steel,2024,5,t,9,\n",
        encoding="utf-8",
    )
    out = tmp_path / "out.csv"
    assert cli.main(["allocate", str(units), "-o", str(out)]) == 0
    rows = pd.read_csv(out)
    assert rows["allowances_t"].round().tolist() == [1_261_000, 9]
    assert rows["is_capped"].tolist() == [True, False]


def test_a_table_of_units_has_chinese_heads(capfdbinary) -> None:
    assert cli.main([*COAL, "--format", "table", "--lang", "zh"]) == 0
    assert "配额（吨）" in capfdbinary.readouterr().out.decode()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["allocate"], "Give a CSV file of units"),
        ([*COAL[:-4], "--load", "1.5", "--emissions", "1"], "load_factor: The load factor is 1.5"),
        ([*COAL, "--price", "0"], "price: the price is 0"),
        (["allocate", "--line", "clinker", "--intensity", "0.8"], "without its output"),
        (["allocate", "no.csv"], "Cannot read no.csv"),
    ],
)
def test_a_wrong_call_is_answered_in_a_sentence(capfdbinary, words: list[str], said: str) -> None:
    assert cli.main(words) in (1, 2)
    assert said in capfdbinary.readouterr().err.decode()


def test_options_of_one_unit_beside_a_file_are_refused(capfdbinary, tmp_path: Path) -> None:
    assert cli.main(["allocate", str(tmp_path / "units.csv"), "--load", "0.4"]) == 2
    assert "--load" in capfdbinary.readouterr().err.decode()
