"""Registers beside the code are held as strictly as source files: what is wrong is said."""

from pathlib import Path

import pytest

from carbonpeak.build import registers
from carbonpeak.build.schema import BuildError

GOOD = "key,name\na,甲\nb,\nNA,丙\n"


def written(folder: Path, text: str, encoding: str = "utf-8") -> str:
    file = folder / "register.csv"
    file.write_text(text, encoding=encoding)
    return str(file)


def test_cells_are_texts_and_empty_ones_are_missing(tmp_path: Path) -> None:
    rows = registers.read(written(tmp_path, GOOD), "key")
    assert rows["key"].tolist() == ["a", "b", "NA"]
    assert rows["name"].tolist() == ["甲", None, "丙"]


@pytest.mark.parametrize(
    ("text", "encoding", "said"),
    [
        (GOOD + "a,丁\n", "utf-8", "row"),
        (GOOD + "c,丁,1\n", "utf-8", "row 5"),
        (GOOD + ",丁\n", "utf-8", "row 5"),
        (GOOD, "gb18030", "GB18030"),
        (GOOD + '"c,丁\n', "utf-8", "row 5"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(
    tmp_path: Path, text: str, encoding: str, said: str
) -> None:
    with pytest.raises(BuildError) as told:
        registers.read(written(tmp_path, text, encoding), "key")
    assert "register.csv" in told.value.text.en
    assert said in told.value.text.en
    assert "register.csv" in told.value.text.zh


def test_every_register_beside_the_code_is_whole() -> None:
    files = sorted(Path(registers.__file__).parent.glob("*.csv"))
    assert len(files) > 5
    for file in files:
        assert len(registers.read(file.name)), file.name
