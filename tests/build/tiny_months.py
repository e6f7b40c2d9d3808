"""Tiny source files of months, tiers and plants, with every fault that their builders name."""

from carbonpeak.build import (
    coal_units,
    independent_sectors,
    monthly,
    official_tiers,
    plants,
)

ADDED = "above-scale industrial value added, real, year on year"
PRICES = "producer price index, year on year"
# The month of the intensity that stands among the official statistics too.
MONTH = "energy_per_value_added_above_scale_industry,,2026-08,-7.2"
MONTH_UNIT = "% change, month year on year"

INDUSTRY = f"""month,what,value,unit,source,note,region_code,standing,licence
2025-12,"{ADDED}",5.2,%,"NBS via DBnomics, via a copy",,0,secondary,x
2016-08,"{ADDED}",6.3,%,"akshare (release calendar), via a copy",release date 2016-09-13,0,secondary,x
2020-01/02,"{ADDED}",-13.5,%,"akshare (release calendar), via a copy",release date 2020-03-16,0,secondary,x
2026-07,"{ADDED}",4.5,%,"derived: August 2026 is 0.7 points above July (NBS)",derived,000000,derived,x
2026-08,"{ADDED}",5.2,%,"NBS press conference 2026-09-15, https://x",,000000,secondary,x
2026-07,"{PRICES}",3.5,%,"NBS via akshare, via a copy",reference month,0,secondary,x
2026-08,"{monthly.REPEATED}",-7.2,%,"NBS press conference 2026-09-15, https://x",y,000000,secondary,x
"""
POWER = """month,demand_twh,coal_twh,fossil_twh,clean_twh,carbon_intensity_gco2_per_kwh,source
2026-07,1038.45,532.1,574.81,465.75,526.86,x
"""
OUTPUT = """month,what,value,unit,yoy_pct,region_code,source,licence,standing
2026-01/02,raw coal output,760.0,Mt,-0.3,000000,"NBS monthly energy release, as typed",x,secondary
2026-07,natural gas output,21.4,bn m3,-0.9,000000,same,x,secondary
2026-07,crude oil output,18.27,Mt,0.8,000000,same,x,secondary
"""
SECTORS = """year,sector,value_mt_co2e,region_code,source,licence,standing,note
2024,fluorinated-gases,570.7,000000,x,x,estimate,
2024,power,6643.5,000000,x,x,estimate,
2025,fluorinated-gases,570.7,000000,x,x,estimate,2025 partly repeats 2024 in some sectors
2025,power,6648.4,000000,x,x,estimate,2025 partly repeats 2024 in some sectors
"""
TIERS = """period,what,region_code,name_zh,tier,rule,source,standing
2021-H1,energy_intensity_fall,340000,安徽,2,x,x,"official, seen in press copies"
2021-H1,total_energy_control,340000,安徽,3,x,x,"official, seen in press copies"
"""
COAL = """\
unit_id,location_id,plant,capacity_mw,status,start_year,technology,coal_type,captive,capacity_factor_assumed,annual_co2_mt_estimate,province_code
G1,L1,Secret plant,660.0,operating,2015.0,supercritical,bituminous,,0.53,2.9,340000
G2,L1,Secret plant,4000.0,cancelled,,unknown,unknown,aluminum,0.53,17.1,370000
"""
STEEL = """plant_id,plant,status,province_code,crude_steel_kt,eaf_kt,standing
P1,x,operating,340000,3600.0,,secondary
P1,x,operating pre-retirement,340000,400.0,,secondary
P1,x,construction,340000,,900.0,secondary
P2,x,operating,370000,,500.0,secondary
P3,x,retired,370000,100.0,0.0,secondary
"""
CEMENT = """plant_id,status,plant_type,province_code,capacity_mt_per_year,standing
C1,Operating,Integrated,340000,2.7,secondary
C2,Operating,Integrated,340000,,secondary
C3,Operating,Grinding,370000,,secondary
C4,Under Construction,,370000,,secondary
"""
WORLD_POWER = """plant_id,name,fuel,capacity_mw,status,province_code,standing
7,x,Hydro,50.0,,340000,secondary
7,x,Hydro,60.0,,340000,secondary
8,x,LNG,,Operational,,secondary
9,x,Landfill gas,3.0,,370000,secondary
"""
COUNTED = """sector,subset,province_code,province,year,units
steel,"operating plants, crude steel",340000,Anhui,2025,1
steel,"operating plants, crude steel",370000,Shandong,2025,1
steel,"operating plants with an electric furnace, EAF steel",370000,Shandong,2025,1
cement,operating integrated (clinker) plants,340000,Anhui,2021,2
cement,operating grinding plants,370000,Shandong,2021,1
power (coal units),operating units,340000,Anhui,2024,1
"""


def texts() -> dict[str, str]:
    """Return the text of every CSV source by its path; the coal units and power plants are packed."""
    return {
        monthly.INDUSTRY: INDUSTRY,
        monthly.POWER: POWER,
        monthly.OUTPUT: OUTPUT,
        independent_sectors.FILE: SECTORS,
        official_tiers.FILE: TIERS,
        plants.STEEL: STEEL,
        plants.CEMENT: CEMENT,
        plants.COUNTED: COUNTED,
    }


def packed() -> dict[str, str]:
    """Return the text of every gzipped CSV source by its path."""
    return {coal_units.FILE: COAL, plants.POWER: WORLD_POWER}
