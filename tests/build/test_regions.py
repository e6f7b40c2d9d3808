"""Names of places in the forms that documents of the State have."""

from pathlib import Path

from carbonpeak.build import regions
from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import shaped
from carbonpeak.build.sources import SourceRegister


def test_places_have_their_formal_names(sources_folder: Path) -> None:
    """The source still has the name of before for Xizang."""
    rows = shaped(regions.build(Raw(sources_folder), SourceRegister()), regions.TABLE)
    names = rows.set_index("region_code")
    assert names.loc["540000", "name_en"] == "Xizang"
    assert names.loc["000000", "name_full_zh"] == (
        "全国（未包括香港特别行政区、澳门特别行政区和台湾省）"
    )
