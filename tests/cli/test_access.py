"""Why may this person see this: the command says the answer, its reason and who the person is."""

import json
from pathlib import Path

import pytest

from carbonpeak.cli import main
from tests.access.claims import claims, write


def explained(
    folder: Path, capsys: pytest.CaptureFixture[str], *words: str, **given: object
) -> tuple[int, str]:
    file = folder / "claims.json"
    file.write_text(json.dumps(claims("carbon-analysts", **given)))
    rules = str(write(folder))
    code = main(["access", "explain", "--as", str(file), "--rules", rules, "--what", *words])
    return code, capsys.readouterr().out


def test_what_is_allowed_is_said_with_its_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = explained(tmp_path, capsys, "query", "--region", "320000")
    assert code == 0
    assert "regions: 320000" in said
    assert "companies: all" in said
    assert "allowed · May query data: the role is analyst, and 320000 is within" in said


@pytest.mark.parametrize(
    ("words", "given", "reason"),
    [
        (("query", "--region", "110000"), {}, "110000 is outside"),
        (("query", "--restricted"), {}, "is outside"),
        (("publish",), {}, "no role held (analyst) allows it"),
        (("query",), {"exp": 1}, "The log-in has expired"),
        (("query",), {"tid": "x"}, "an organisation that is not ours"),
    ],
)
def test_what_is_denied_is_said_with_its_reason(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
    given: dict[str, object],
    reason: str,
) -> None:
    code, said = explained(tmp_path, capsys, *words, **given)
    assert code == 1
    assert "answer: denied" in said
    assert reason in said


def test_a_file_that_holds_no_claims_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "claims.json"
    for content in ("[1]", "{", ""):
        file.write_text(content)
        rules = str(write(tmp_path))
        words = ["access", "explain", "--as", str(file), "--rules", rules, "--what", "query"]
        assert main(words) == 1
        assert "claims.json is no JSON file of claims" in capsys.readouterr().err
