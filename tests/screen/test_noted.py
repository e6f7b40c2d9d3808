"""A file that is made is noted where there is a store; one that cannot be used is said."""

from carbonpeak.data.dataset import Dataset
from carbonpeak.screen import noted
from carbonpeak.store import audit
from carbonpeak.store.opening import ADDRESS, address, open_store, reading


def test_it_is_noted_with_its_version_and_makes_no_store(tiny_folder, tmp_path, monkeypatch):
    monkeypatch.delenv(ADDRESS, raising=False)
    monkeypatch.setattr(Dataset, "root", tmp_path)
    data = Dataset.open(tiny_folder)
    assert noted.exported(data, "王芳", "brief.docx") is None
    assert not (tmp_path / "own").exists()
    engine = open_store(address(tmp_path / "own"))
    assert noted.exported(data, "王芳", "brief.docx") is None
    with reading(engine) as connection:
        (row,) = audit.entries(connection)
    engine.dispose()
    assert (row["who"], row["action"], row["subject"]) == ("王芳", "file.export", "brief.docx")
    assert data.version in row["detail"]
    (tmp_path / "own" / "store.sqlite").write_bytes(b"no database" * 100)
    assert "store" in noted.exported(data, "王芳", "brief.docx").en
    data.close()
