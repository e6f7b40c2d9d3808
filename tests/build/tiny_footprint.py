"""Tiny source files on product footprints: a row of each kind, and the doubtful battery."""

DATABASE = (
    '"China Products Carbon Footprint Factors Database (CPCD, lca.cityghg.com), copied in '
    'github:leo21468/CarbonCalculator @ e6231c6 data/core.csv, cpcd_catalog.csv"'
)
ANNEX = (
    '"MEE and NBS notice 2025 No. 47 (2025-12-31), annex, PDF in github:leo21468/CarbonCalculator '
    'data/2023.pdf"'
)
EPA = (
    '"US EPA Supply Chain GHG Emission Factors v1.3.0 (NAICS, CO2e, 2022 USD), copy in '
    'github:jessicawaters/Supply-Chain-Greenhouse-Gas-Emission-Factors @ 59b872e"'
)
NOTICE = '"MEE, NBS, NEA notice 2025 No. 3, 2025-01-17",http://nengy.net/a/1821.html'
PRODUCT = (
    "product_id,cpc_code,product_zh,boundary,value_as_listed,kgco2e_per_unit,per_unit,data_year,"
    "kind,source,standing\n"
)
PER_DOLLAR = '"kg CO2e/2022 USD, purchaser price"'

TEXTS = {
    "footprint/pcf_electricity_footprint_factors.csv": (
        "year,type,value,document,source_url,standing,unit\n"
        f"2023,national average,0.6205,{NOTICE},secondary (press),kgCO2e/kWh\n"
        f"2024,national average,0.5777,{NOTICE},official (annex),kgCO2e/kWh\n"
    ),
    "footprint/grid_factors_2023_official_annex.csv": (
        "province_code,region,what,value,year,unit,source,standing\n"
        f"000000,China,average,0.5306,2023,kgCO2/kWh,{ANNEX},official (annex PDF read)\n"
        f",North region,regional average,0.6361,2023,kgCO2/kWh,{ANNEX},official (annex PDF read)\n"
        f"370000,Shandong,province average,0.6,2023,kgCO2/kWh,{ANNEX},official (annex PDF read)\n"
    ),
    "footprint/product_factors_core.csv": (
        PRODUCT + "34170R0152022C,34170,煤制聚丙烯（GLLMTP工艺）,cradle to gate,7.4tCO2e / 公吨,"
        f"7.4,kg,2022,core database,{DATABASE},secondary\n"
    ),
    "footprint/pcf_cpcd_vehicles_batteries.csv": (
        PRODUCT + "49113X0232020C,49113,A0级汽油车-SUV,cradle to grave,229.51gCO2e / 千米,0.22951,"
        f"km,2020,core database,{DATABASE},secondary\n"
        "46410X0132019A,46410,磷酸铁锂,cradle to gate,1.14tCO2e / 千瓦时,1140.0,kWh,2019,"
        f"literature,{DATABASE},secondary (literature value)\n"
    ),
    "footprint/pcf_epa_supply_chain_usd2022.csv": (
        "2017 NAICS Code,2017 NAICS Title,Unit,Supply Chain Emission Factors without Margins,"
        "Supply Chain Emission Factors with Margins,source,standing\n"
        f"211120,Crude Petroleum Extraction,{PER_DOLLAR},0.377,0.405,{EPA},"
        '"official (US), not valid for China: for comparison only"\n'
    ),
}
