"""Known faults of the sources: each has a name, what is wrong, and what we do about it.

A rule that repairs or marks rows first asserts that the fault is still there (in the builder that uses it), so a
corrected source stops the build instead of being "repaired" twice.
"""

from dataclasses import dataclass

import pandas as pd

from carbonpeak.build.schema import Columns, declare
from carbonpeak.data.catalogue import Text

TABLE = declare(
    "faults",
    Text("已知问题", "Known faults"),
    Columns("fault_id fault_zh fault_en treatment_zh treatment_en row_count"),
    "fault_id",
    format="csv",
    licence="CC0",
    citation="This project",
)

SHANDONG = "370000"
JILIN, JIANGXI, ANHUI = "220000", "360000", "340000"


@dataclass(frozen=True)
class Fault:
    """What is wrong with a source, and how it is handled, in both languages."""

    fault: Text
    treatment: Text


FAULTS: dict[str, Fault] = {
    "footprint_implausible": Fault(
        Text(
            "文献数据库中两种电池按每千瓦时容量计超过 1 吨二氧化碳当量，约为同类产品的十倍以上。",
            "Two batteries of the literature database have over 1 t CO2e per kWh of capacity, more than ten times others of their kind.",
        ),
        Text(
            "保留原值并加注标记，不计入分布和平均。",
            "Kept as listed and marked; left out of distributions and means.",
        ),
    ),
    "shandong_sector_split": Fault(
        Text(
            "山东分行业数据在 CEADs 能源清单与排放清单间不一致。",
            "Shandong's split by sector conflicts between the CEADs energy and emission inventories.",
        ),
        Text(
            "仅展示山东合计；全国分行业合计不含山东，分行业占比以其余 29 个地区工业合计为分母。",
            "Only Shandong's total is shown; sums by sector leave it out, and shares are of the industry of the other 29 provinces.",
        ),
    ),
    "cement_implausible": Fault(
        Text(
            "江西 2022 年水泥生产过程排放仅为 2021 年的 8%，吉林 2020 年为零，数据异常。",
            "Cement process CO2 of Jiangxi in 2022 is 8 % of 2021 and that of Jilin in 2020 is zero: neither is plausible.",
        ),
        Text(
            "两项数据不予采用；两省含过程排放的合计不予计算，全国合计不含两项。",
            "Both cells are withheld; the two provinces' totals with process CO2 cannot be calculated, and national sums leave the cells out.",
        ),
    ),
    "cement_residual": Fault(
        Text(
            "安徽 2022 年水泥生产过程排放原值（350 万吨，2021 年为 4,840 万吨）异常。",
            "Cement process CO2 of Anhui in 2022 (3.5 Mt, after 48.4 Mt in 2021) is implausible in the source.",
        ),
        Text(
            "以已公布的 2022 年全地区总量减去重建估算的能源活动排放之差替代，标为“重建估算”。",
            "Replaced by the published 2022 total of the province less its reconstructed energy-related CO2, marked reconstructed.",
        ),
    ),
    "provinces_exceed_nation": Fault(
        Text(
            "分省清单合计高于全国清单（2019 年分别为 108.64 亿吨和 97.95 亿吨），分省与全国能源统计不一致。",
            "The provincial inventories add up to more than the national one (2019: 10,864 against 9,795 Mt), as do the energy statistics behind them.",
        ),
        Text("两者并列，不作调整。", "Both are shown; nothing is reconciled."),
    ),
    "coal_washing_spurious": Fault(
        Text(
            "能源清单中洗选煤加工转换的投入产出数据不合理。",
            "The coal-washing rows of the energy inventory do not make sense as a transformation.",
        ),
        Text(
            "保留在表中并标记，任何合计都不使用。",
            "Kept in the table with a mark; no sum uses them.",
        ),
    ),
    "revision_jump": Fault(
        Text(
            "部分地区工业能耗一年变化超过 20%，疑为统计修订（重庆 2013、2014 年，湖北 2013 年，新疆 2012 年，河北 2018 年，内蒙古 2018 年，黑龙江 2018、2019 年）。",
            "Industrial energy of some provinces jumps by more than 20 % in one year, as only a statistical revision would explain (Chongqing 2013-14, Hubei 2013, Xinjiang 2012, Hebei 2018, Inner Mongolia 2018, Heilongjiang 2018-19).",
        ),
        Text("曲线在该年断开并标注。", "The line is drawn broken at that year, with a mark."),
    ),
    "electricity_calorific": Fault(
        Text(
            "电力按当量值（0.1229 千克标准煤/千瓦时）折算（电热当量计算法），低于国家统计局按发电煤耗计算法的总量。",
            "Electricity is converted at its calorific value (0.1229 kgce/kWh), so levels stay below the NBS totals, which use the coal input of power stations.",
        ),
        Text(
            "只比较变化率；凡与官方总量并列之处均注明。",
            "Only changes are compared; every figure beside an official total says so.",
        ),
    ),
    "final_energy_only": Fault(
        Text(
            "终端能源消费量不含发电供热加工转换损失。",
            "Final energy leaves out the conversion losses of power and heat.",
        ),
        Text(
            "默认口径为终端能源消费量，另给出“终端能源消费量＋发电供热净投入”口径。",
            "Final energy is the default; a second basis adds the net input of power and heat transformation.",
        ),
    ),
    "division_jump": Fault(
        Text(
            "个别地区某一行业的能耗一年内大幅跳变，疑为统计口径变化，例如山东石油煤炭加工 2022 年由 3,692 万吨标准煤增至 7,362 万吨标准煤。",
            "In some provinces the energy of one division jumps in one year as a change of accounting would: Shandong's oil and coal processing went from 36.9 to 73.6 million tce in 2022.",
        ),
        Text(
            "某一行业使本地区工业能耗一年变动超过 10% 的地区标“※ 存疑”，不写入标题；总览给出不计该项时的全国降幅。",
            "Provinces whose industrial energy one division moves by more than 10 % in a year are marked ※ doubtful and kept out of titles; Overview says what the nation's change is without the largest.",
        ),
    ),
    "price_effect": Fault(
        Text(
            "用全国平减指数折算的分省增加值含本地区价格变化：2020—2022 年山西增长 72%、内蒙古增长 59%，同期地区生产总值实际增长 14%、12%。",
            "Real value added by one national deflator carries the province's own prices: +72 % in Shanxi and +59 % in Inner Mongolia over 2020-2022, with real GDP at +14 % and +12 %.",
        ),
        Text(
            "与本地区生产总值实际增速相差超过 10 个百分点的标“※ 存疑”，不写入标题。",
            "Provinces further than 10 points from their real GDP growth are marked ※ doubtful and kept out of titles.",
        ),
    ),
    "feedstock_jump": Fault(
        Text(
            "化工 2022 年二氧化碳排放比 2020 年下降 24% 而能耗上升，主要因内蒙古、广西、陕西等地清单中原料用能增加、不计排放（内蒙古化工排放由 2021 年 1,070 万吨降至 2022 年 390 万吨）。",
            "CO2 of chemicals in 2022 is 24 % below 2020 while its energy rises, mostly because feedstock, which counts as no emission, grows in the inventories of Inner Mongolia, Guangxi and Shaanxi (CO2 of chemicals in Inner Mongolia: 10.7 Mt in 2021, 3.9 Mt in 2022).",
        ),
        Text(
            "按原数展示，不宜解读为减排。",
            "Shown as it is; it should not be read as a cut.",
        ),
    ),
    "process_only": Fault(
        Text(
            "海南 2002 年、宁夏 2000—2002 年的排放清单只有水泥生产过程排放，没有能源活动排放。",
            "The emission inventories of Hainan in 2002 and of Ningxia in 2000-2002 hold cement process CO2 and no energy-related CO2 at all.",
        ),
        Text(
            "判定达峰时这些年份按缺失处理，不作零值；全国合计在这些年份只含两省的水泥生产过程排放，略偏低。",
            "For the judgement of peaks these years are gaps, not zeros; the national sum of those years holds only the cement of the two provinces, a little too low.",
        ),
    ),
    "negative_cell": Fault(
        Text(
            "能源清单有一个负值：浙江 2015 年乡村居民生活其他焦化产品 −1 万吨。",
            "The energy inventory has one negative cell: other coking products of rural households in Zhejiang in 2015, -10 000 t.",
        ),
        Text("保留；不属工业，不影响任何图表。", "Kept; it is not industry and touches no figure."),
    ),
    "total_row_double": Fault(
        Text(
            "能源清单含“终端消费合计”行，排放清单含全国合计行，与分项重复。",
            "The energy inventory carries a total row and the national emission inventory its own totals, which repeat the parts.",
        ),
        Text(
            "核对与分项之和一致后删除。",
            "Dropped after a check that they equal the sum of the parts.",
        ),
    ),
    "logging_row_empty": Fault(
        Text(
            "清单的“木材及竹材采运业”行全部为零，且不属于 GB/T 4754—2017 的工业。",
            "The row for logging is empty throughout and is not industry in GB/T 4754-2017.",
        ),
        Text("核对为空后不采用。", "Left out after a check that it is empty."),
    ),
    "value_added_vintage": Fault(
        Text(
            "分省工业增加值为第五次全国经济普查前口径，由第三方整理国家统计局数据；没有分省工业平减指数。",
            "Value added by province is the vintage before the fifth economic census, transcribed by a third party; no provincial deflator of industry exists.",
        ),
        Text(
            "用同口径的全国工业平减指数（分省合计的名义增长÷官方实际增长）折为 2020 年价格，属假设，已逐处注明。2020 年以前增速未取得原文、数值未经核对，标“待核实”。",
            "Deflated by a national deflator of the same vintage (sum of the provinces over the official real growth), a stated assumption. Growth rates before 2021 were not checked against a document, so earlier years are unverified.",
        ),
    ),
    "growth_part_of_division": Fault(
        Text(
            "增加值增速只有“汽车制造业（36）”，不代表合并行业 36、37。",
            "Value-added growth is known for automobiles (36), which is only a part of the merged division 36-37.",
        ),
        Text(
            "不用于 36、37；该行业的强度变化不予计算。",
            "Not used for 36-37, whose change of intensity cannot be calculated.",
        ),
    ),
    "tibet_not_covered": Fault(
        Text(
            "西藏自治区数据暂缺（CEADs 清单未覆盖）。", "The CEADs inventories do not cover Xizang."
        ),
        Text(
            "西藏显示为“数据暂缺”；增加值合计含西藏（占 0.06%）。",
            "Xizang is shown as no data; sums of value added include it (0.06 %).",
        ),
    ),
    "market_price_basis": Fault(
        Text(
            "2023 年 8 月 28 日前交易所行情为单一挂牌产品价格，此后为各年度配额的综合价格。",
            "To 27 August 2023 the exchange quotes the one listed contract, from the 28th the composite of all vintages.",
        ),
        Text(
            "曲线在该日断开并标注；月度均价按成交额除以成交量计算，前后算法相同。",
            "The line is drawn broken at that day; the monthly average is turnover over volume on both sides.",
        ),
    ),
    "market_daily_quotes": Fault(
        Text(
            "逐日行情缺 2022 年 1 月 4 日至 5 月 25 日；2025 年 3 月和 2023 年 4 月的日成交量合计比月度数多 271,950 吨和 46 吨；2024 年、2025 年 1—5 月收盘价为单一年度配额价格。",
            "Daily quotes lack 4 January to 25 May 2022; the days of March 2025 and April 2023 add up to 271,950 t and 46 t more than the month; closes of January to May 2024 and 2025 are of one vintage.",
        ),
        Text(
            "只采用月度成交量和成交额；交易所规定未经同意不得发布逐日行情，逐日数据仅用于核对其余 54 个月。",
            "Only monthly volume and turnover are used: the exchange lets nobody publish daily quotes without consent, so these serve to check the other 54 months.",
        ),
    ),
    "market_scope_break": Fault(
        Text(
            "2024 年度起全国碳市场由发电行业扩大到钢铁、水泥、铝冶炼行业。",
            "From the vintage of 2024 the national market covers steel, cement and aluminium smelting besides power.",
        ),
        Text(
            "扩围前后的数量并列，不连成一条线。",
            "Numbers before and after the widening stand side by side and are not joined into one line.",
        ),
    ),
    "benchmark_basis_break": Fault(
        Text(
            "发电基准值 2022 年及以前按供电量计，2023 年起按发电量计，两者不可比；“2023 年收紧 6.5%—18.8%”的说法混用了两种口径。",
            "Benchmarks of electricity are per MWh supplied to 2022 and per MWh generated from 2023; “6.5 to 18.8 % tighter in 2023” compares the two.",
        ),
        Text(
            "曲线在 2023 年断开，只在同一口径内计算收紧幅度，不展示跨口径的百分比。",
            "The line is broken at 2023; tightening is computed within one basis and the percentage across it is not shown.",
        ),
    ),
    "pilot_average_unusable": Fault(
        Text(
            "部分试点月份成交额不完整或含大宗协议交易，与成交量不对应。",
            "In some months of the pilots the turnover is incomplete or includes block trades and does not belong to the volume.",
        ),
        Text(
            "这些月份不计算均价，曲线留空；湖北价格各来源口径不一，只作走势参考。",
            "No average is shown for them and the line has a gap; Hubei's prices differ by source, its level is a guide only.",
        ),
    ),
    "event_unconfirmed": Fault(
        Text(
            "2026 年 8 月 24 日原则通过配额方案的消息，生态环境部网站未查到。",
            "That the draft plan was approved in principle on 24 August 2026 does not stand on the ministry's own pages.",
        ),
        Text(
            "标“待核实”；2025、2026 年度数值仍按征求意见稿标注。",
            "Marked unverified; the values of 2025 and 2026 stay marked as a draft.",
        ),
    ),
    "validation_2022": Fault(
        Text(
            "2022 年重建总量与 CEADs 已公布总量相比，27 个地区相差不超过 0.05%，北京、天津、四川分别高 0.44%、0.55%、0.06%。",
            "Of the reconstructed totals of 2022, 27 meet the published ones within 0.05 %; Beijing is 0.44 %, Tianjin 0.55 % and Sichuan 0.06 % above.",
        ),
        Text("分地区列在“数据与方法”页。", "Listed province by province under Data and methods."),
    ),
    "repeats_year_before": Fault(
        Text(
            "Climate TRACE 的 2025 年排放在部分行业沿用 2024 年数值，标注只到年份，未指明行业。",
            "In some sectors the emissions of Climate TRACE for 2025 repeat those of 2024; its note names the year, not the sectors.",
        ),
        Text(
            "2025 年各行业数值均标 ※ 存疑，标题比较到 2024 年。",
            "All figures of 2025 are marked ※ doubtful, and titles compare up to 2024.",
        ),
    ),
    "january_february": Fault(
        Text(
            "国家统计局 1 月、2 月数据合并公布；工业增加值增速 2019 年 10 月、2020 年 10 月和 2026 年 1—6 月未查到。",
            "January and February are published by NBS as one period; no growth of value added was found for October of 2019 and 2020 and for January to June of 2026.",
        ),
        Text(
            "合并的两个月作一个时期，画在 2 月；缺的月份断开不连线。",
            "Both months count as one period, drawn at February; where months are missing the line is interrupted.",
        ),
    ),
    "assumed_load": Fault(
        Text(
            "公开数据库对所有燃煤机组假设同一负荷率（0.53），排放量按分类热耗率推算，不是实测。",
            "The open database assumes one load factor (0.53) for all coal units and models CO2 from heat rates by type: nothing is measured.",
        ),
        Text(
            "只按类别、技术和地区汇总展示，性质标“估算”，不对单个电厂作判断。",
            "Shown by class, technology and province alone, as an estimate; nothing is said of a single plant.",
        ),
    ),
    "plants_incomplete": Fault(
        Text(
            "公开数据库的工厂不是重点排放单位名录：水泥厂仅约半数有产能，全球电厂数据库 2022 年后未更新，风电、光伏缺漏多。",
            "Plants of open databases are no list of key emission units: about half of the cement plants have a capacity, and the global power plant database has not been maintained since 2022 and misses most wind and solar power.",
        ),
        Text(
            "展示个数，产能只列已知部分并注明；不展示风电、光伏装机。",
            "Counts are shown; of capacities the known part, and how many it holds; none of wind and solar power.",
        ),
    ),
    "green_parks_one_more": Fault(
        Text(
            "2017—2021 年名单共列绿色工业园区 224 家，工业和信息化部公布为 223 家（其中一家已移出）。",
            "The lists of 2017-2021 hold 224 green industrial parks; the ministry counts 223, one having been removed.",
        ),
        Text(
            "名单数按原名单展示，全国数用公布数，两者并列；移出的是哪一家未查到。",
            "The lists are shown as published, the national number as the ministry gives it; which park was removed was not found.",
        ),
    ),
    "green_removals_unknown": Fault(
        Text(
            "名单公布后移出的单位没有逐一标明；2025 年度公告移出绿色工厂 132 家、园区 3 家。",
            "Entities removed after their list are not marked one by one; the notice on 2025 removed 132 factories and 3 parks.",
        ),
        Text(
            "分地区、分批次只展示新列入数，不作现有数解读；2025 年累计按公布数推算并标“推算”。",
            "By province and batch the newly listed are shown, never as those that exist now; the totals of 2025 are derived and marked so.",
        ),
    ),
    "targets_other_plan": Fault(
        Text(
            "登记表将六项再生资源目标（废钢、废纸、再生有色金属等）列在《“十四五”工业绿色发展规划》下，数值与《“十四五”循环经济发展规划》一致。",
            "The register files six amounts of recycling (scrap steel, waste paper, recycled metals) under the industrial green plan; they are those of the circular economy plan.",
        ),
        Text(
            "文件名称改为《“十四五”循环经济发展规划》，来源仍为所见转载件。",
            "Shown under the circular economy plan; the source stays the reprint in which they were seen.",
        ),
    ),
}


def build(built: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """One row per known fault, with the number of rows that carry its mark in the built tables."""
    flags = pd.concat([frame["flag"] for frame in built.values() if "flag" in frame])
    counts = flags.value_counts()
    rows = [
        (
            name,
            known.fault.zh,
            known.fault.en,
            known.treatment.zh,
            known.treatment.en,
            int(counts.get(name, 0)),
        )
        for name, known in FAULTS.items()
    ]
    return pd.DataFrame(rows, columns=[field.name for field in TABLE.fields])
