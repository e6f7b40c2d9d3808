"""Who may take files in and publish versions, on the pages themselves."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.access import claims
from tests.opened_page import LIMIT_S, ROOT, open_with, words_of

LOGIN = {"redirect_uri": "http://localhost/oauth2callback", "cookie_secret": "c" * 32}


def opened(name: str) -> AppTest:
    """Open a page in English where a log-in is set up and nobody logged in."""
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=LIMIT_S)
    app.secrets["auth"] = LOGIN
    app.switch_page(f"pages/{name}.py")
    app.query_params["lang"] = "en"
    return app.run()


def test_a_guest_takes_no_file_in_and_is_told_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CARBONPEAK_ACCESS", str(claims.write(tmp_path, guests="public")))
    app = opened("own_data")
    assert not app.exception
    assert "May not import data" in words_of(app)
    assert app.get("file_uploader") == []


def test_without_a_log_in_whoever_sits_there_may_do_all() -> None:
    app = open_with("own_data", "en")
    assert not app.exception
    assert "May not" not in words_of(app)
    assert len(app.get("file_uploader")) == 1
