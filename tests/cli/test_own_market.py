"""Quotes, units and factors from made files to pages and exports, and back to what was before."""

import csv
import io
import shutil
from pathlib import Path

import pytest

from carbonpeak.data import catalogue, own_versions
from carbonpeak.data.dataset import Dataset
from tests import own_market_files
from tests.cli.test_own import address, published, run, said
from tests.commands import Run
from tests.screen.raw_reader import raw_reader

__all__ = ["address", "run"]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("own") / "data"
    return Path(shutil.copytree(catalogue.DATA, folder))


def rows(run: Run, figure: str) -> list[dict[str, str]]:
    text = said(run, "figure", figure, "--format", "csv", "--lang", "zh")
    lines = [one for one in text.splitlines() if not one.startswith("#")]
    return list(csv.DictReader(io.StringIO("\n".join(lines).lstrip("﻿"))))


def test_what_is_put_in_is_shown_exported_and_taken_back(
    data: Path, run: Run, address: str, tmp_path: Path
) -> None:
    files = own_market_files.write(Dataset.open(data), tmp_path / "sent")
    said(run, "import", "all", str(files), "--who", "交易所会员", "--publish")
    version = published(run)
    assert own_versions.listed(data)[version].who == "交易所会员"
    given = own_market_files.quotes(Dataset.open(data))
    closes = [float(row["收盘价（元/吨）"]) for row in rows(run, "market_quotes")]
    assert closes == [float(cells[2]) for cells in given]
    assert len(rows(run, "market_own_units")) == 12
    assert "OWN-QY-1" in said(run, "factors", "--search", "企业外购蒸汽", "--format", "csv")
    with raw_reader(address) as reader:
        reader.open("market", "lang=zh")
        assert reader.faults == []
        shown = " ".join(reader.texts)
        assert "全国碳市场 2024-02-21 收盘 76.00 元" in shown
        assert "2024 年度 12 个自有发电机组中" in shown
        said(run, "rollback")
        reader.open("market", "lang=zh")
        assert "自有发电机组" not in " ".join(reader.texts)
    assert published(run) == "shipped"
    for figure in ("market_quotes", "market_own_units"):
        assert said(run, "figure", figure, status=2)
