"""Tiny source files on green manufacturing and later facts, with every known difference."""

from collections.abc import Iterator

COUNTS = "green/green_manufacturing_by_province_batch_2017_2021.csv"
ENTITIES = "green/green_manufacturing_entities_2017_2021.csv.gz"
SECTORS = "green/green_factories_by_province_batch_sector_derived.csv"
FACTS = "policy/policy_facts_2026.csv"
REGIONS = "policy/provincial_industrial_targets_additions.csv"
# Kind, batch, province, day and how many are listed: the parks are one more than the ministry has.
LISTED = (
    ("green factory", "1", "340000", "2017年8月23日", 2),
    ("green factory", "2021", "370000", "2022年1月15日", 1),
    ("green industrial park", "1", "340000", "2017年8月23日", 224),
    ("green supply-chain firm", "2021", "340000", "2022年1月15日", 1),
)
NAMES = {"340000": "Anhui", "370000": "Shandong"}
PRESS = "Minutes | n.d.,source,,high,2024,https://a.cn/1,press"
# What the register adds: the ministry's counts, and the list of 2021 as the press had it.
OFFICIAL = (
    f"G006,2021-12,green factories,3,count,cumulative,,{PRESS}\n"
    f"G007,2021-12,green industrial parks,223,count,cumulative,,{PRESS}\n"
    f"G008,2021-12,green supply-chain firms,1,count,cumulative,,{PRESS}\n"
    f'G012,2021-12,"green factories, 2021 list",673,count,new,,{PRESS}\n'
)
UNIT = '"count of listed entities, new in that batch"'


def counts() -> str:
    """Return the counts by kind, batch and province."""
    head = "kind,batch,province_code,value,province,list_date,unit,source\n"
    lines = (
        f"{kind},{batch},{place},{count},{NAMES[place]},{day},{UNIT},lists\n"
        for kind, batch, place, day, count in LISTED
    )
    return head + "".join(lines)


def entities() -> str:
    """Return a row for each entity of the counts."""
    head = "kind,batch,list_date,province_code,name_zh,url,sector_by_name\n"
    return head + "".join(_entities())


def _entities() -> Iterator[str]:
    for kind, batch, place, day, count in LISTED:
        for number in range(count):
            yield f"{kind},{batch},{day},{place},单位{number},https://www.miit.gov.cn/1,\n"


TEXTS = {
    COUNTS: counts(),
    SECTORS: (
        "batch,province_code,sector_by_name,value,standing\n"
        "1,340000,cement,1,derived\n"
        "1,340000,food and drink,1,derived\n"
        "2021,370000,vehicles and parts,1,derived\n"
    ),
    FACTS: (
        "id,date,system,what,value,unit,source,source_url,standing,note\n"
        "N01,2026-07-14,peaking,CO2 per GDP,-17,%,x,https://www.mee.gov.cn/1,secondary,"
        "agrees with the 15th five-year outline in targets.csv\n"
        "N07,2022-01-15,green manufacturing,2021 list,662 / 989,count,x,,"
        "official (list files counted),\n"
    ),
    REGIONS: (
        "indicator,province_code,province,sector,base_year,target_year,value,unit,document,"
        "source_url,evidence,confidence,note\n"
        "energy,340000,Anhui,industry,2020,2025,-14,%,plan,http://a.cn/2,secondary,medium,\n"
        "factories,370000,Shandong,industry,,2025,>=300,count,plan,http://a.cn/3,secondary,high,\n"
    ),
}
