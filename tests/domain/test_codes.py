"""Regions and sectors are understood as people write them; nothing else is."""

import pytest

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import codes
from carbonpeak.domain.codes import UnknownName, code_named, plain
from tests import tiny_data
from tests.sealed import seal

REGIONS = {
    "320000": ("江苏", "江苏省", "江蘇省", "jiangsu", "JIANG SU", "ｊｉａｎｇｓｕ", "CN-JS", "32"),
    "150000": (
        "内蒙古自治区", "內蒙古自治區", "Neimenggu", "Nei Mongol", "nei-mongol", "InnerMongolia",
        "inner mongolia", "CN-NM", "cn_nm", "NM", "15", " 150000 ",
    ),
    "450000": ("广西壮族自治区", "廣西壯族自治區", "Guangxi"),
    "610000": ("陕西省", "陝西", "陝西省", "ShaanXi", "Shaan'xi"),
    "140000": ("山西", "Shanxi"),
    "540000": ("Xizang", "Tibet", "西藏自治区"),
    "000000": ("全国", "China", "CN", "全国（未包括香港特别行政区、澳门特别行政区和台湾省）"),
}  # fmt: skip
SECTORS = {
    "31": ("钢铁", "鋼鐵", "steel", "Iron and steel", "C31", "c 31"),
    "30": ("建材", "building materials", "非金属矿物制品业"),
    "44": ("D44", "电力热力", "电力、热力生产和供应业"),
    "06": ("B06", "coal mining"),
    "36-37": ("36-37", "C36-37"),
    "41+43": ("41+43",),
}


@pytest.mark.parametrize(
    ("kind", "code", "name"),
    [("region", code, name) for code, names in REGIONS.items() for name in names]
    + [("sector", code, name) for code, names in SECTORS.items() for name in names],
)
def test_a_name_is_understood_as_people_write_it(data, kind, code, name):
    assert code_named(data, kind, name) == code


@pytest.mark.parametrize("kind", codes.KINDS)
def test_no_name_means_two_codes(data, kind):
    rows = data.ask("names__known")
    rows = rows[rows["kind"] == kind]
    spellings = dict(data.ask("spellings__all").to_numpy())
    names = rows["name"].map(lambda name: plain(name, spellings))
    assert (rows.groupby(names)["code"].nunique() == 1).all()


@pytest.mark.parametrize("kind", codes.KINDS)
def test_every_name_of_the_tables_is_understood(data, kind):
    rows = data.ask("names__known")
    for code, name in rows.loc[rows["kind"] == kind, ["code", "name"]].to_numpy():
        assert code_named(data, kind, name) == code


@pytest.mark.parametrize(
    ("kind", "asked", "near"),
    [
        ("region", "陕西县", ["610000"]),
        ("region", "广西自治区", ["450000"]),
        ("region", "内蒙", ["150000"]),
        ("region", "Jiangsu Province", ["320000"]),
        ("region", "Neimengu", ["150000"]),
        ("region", "jiangx", ["360000"]),
        ("region", "hubai", ["420000"]),
        ("region", "320001", ["320000"]),
        ("region", "999999", []),
        ("region", "省", []),
        ("region", "", []),
        ("sector", "textile", ["17"]),
        ("sector", "36", ["36-37"]),
        ("sector", "steal", ["31"]),
        ("sector", "3", []),
    ],
)
def test_an_unknown_name_gets_near_ones_and_none_far_away(data, kind, asked, near):
    find = getattr(codes, kind)
    with pytest.raises(UnknownName, match=f"There is no {kind} ") as fault:
        find(data, asked)
    assert list(fault.value.near) == near


def test_the_sentence_names_what_may_be_meant_or_what_to_give(data):
    with pytest.raises(UnknownName, match=r"no region '陕西县'\. Near: Shaanxi 陕西 \(610000\)\.$"):
        codes.region(data, "陕西县")
    with pytest.raises(UnknownName, match=r"Give a code of GB/T 2260 or a name\.$"):
        codes.region(data, "999999")


def test_data_older_than_the_table_of_spellings_know_the_standard_ones(tmp_path):
    seal(tiny_data.write(tmp_path), without=("spellings",))
    data = Dataset.open(tmp_path)
    assert code_named(data, "region", "山东省") == "370000"
    assert code_named(data, "region", "山東省") is None
    data.close()


@pytest.mark.parametrize("asked", ["%00", "0/0", "<15>", "15;"])
def test_a_sign_that_no_name_has_is_not_passed_over(data, asked):
    assert code_named(data, "region", asked) is None
