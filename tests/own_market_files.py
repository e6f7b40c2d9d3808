"""Made files as somebody would send them: quotes of one month, units of two kinds, one factor."""

from pathlib import Path

import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.thresholds import NATION
from tests.incoming import broken_own
from tests.incoming.broken import Cells, plain

MONTH = "2024-02"
PRICE = 72.5


def quotes(data: Dataset) -> Cells:
    """Return as many days as the month of the tables has, their volumes adding up to its own."""
    [month] = data.ask("market__months").query(f"month == '{MONTH}'").to_dict("records")
    days = pd.bdate_range(f"{MONTH}-01", periods=int(month["trading_days"]))
    volume = float(month["volume_t"]) / len(days)
    return [
        [
            NATION,
            f"{day.year}年{day.month}月{day.day}日",
            f"{PRICE + place / 4:.2f}",
            str(volume),
            "",
        ]
        for place, day in enumerate(days)
    ]


def units() -> Cells:
    """Return power units of three classes around their benchmarks, and lines of clinker."""
    classes = (
        ("300兆瓦等级以上常规燃煤机组", 0.79, "0.55"),
        ("300兆瓦等级及以下常规燃煤机组", 0.80, "0.62"),
        ("燃气机组", 0.33, ""),
    )
    rows: Cells = []
    for place, province in enumerate(("江苏", "河北", "山东", "广东")):
        for number, (kind, benchmark, load) in enumerate(classes, start=1):
            intensity = benchmark * (0.94 + 0.06 * place) * 1000
            row = [f"{province} {number} 号", province, "2024", "发电", kind]
            rows.append([*row, "300000", "", load, "", f"{intensity:.1f}", "", "", "", ""])
        row = [f"{province}熟料线", province, "2025", "水泥熟料", "", "", "", "", "", ""]
        rows.append([*row, "120", f"{0.80 + 0.04 * place:.2f}", "0.86", ""])
    return rows


def write(data: Dataset, folder: Path) -> Path:
    """Write the files, each named after its table; return the folder."""
    folder.mkdir(exist_ok=True)
    files = {
        "market_quotes": plain(quotes(data), broken_own.QUOTES, "gb18030"),
        "market_units": plain(units(), broken_own.UNITS),
        "own_factors": plain([broken_own.STEAM], broken_own.FACTORS),
    }
    for name, content in files.items():
        (folder / f"{name} 2024.csv").write_bytes(content)
    return folder
