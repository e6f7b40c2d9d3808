"""Terms of the field: measures, tiers, standings, units, kinds of missing, groups, and short names of sectors."""

from carbonpeak.data.catalogue import Text

WORDS: dict[str, Text] = {
    # Measures
    "measure.energy": Text("单位增加值能耗", "Energy per value added"),
    "measure.co2": Text("单位增加值二氧化碳排放", "CO₂ per value added"),
    "basis.final": Text("终端消费", "Final energy"),
    "basis.with_transformation": Text("含发电供热转换投入", "With power and heat conversion"),
    "basis.total": Text("能源相关与水泥过程的直接排放", "Direct: energy-related and cement process"),
    "basis.energy_related": Text("仅能源相关的直接排放", "Direct: energy-related only"),
    # Units
    "unit.energy": Text("万吨标准煤", "10⁴ tce"),
    "unit.co2": Text("万吨", "Mt"),
    "unit.co2_national": Text("亿吨", "Mt"),
    "unit.intensity_energy": Text("吨标准煤/万元（2020 年价）", "tce per 10⁴ yuan (2020 prices)"),
    "unit.intensity_co2": Text("吨/万元（2020 年价）", "t per 10⁴ yuan (2020 prices)"),
    "unit.index": Text("2020 年=100", "2020 = 100"),
    "unit.point": Text("个百分点", "percentage points"),
    # Warning tiers, after the energy-saving barometer
    "tier.on_schedule": Text("进展顺利（三级）", "On schedule (III)"),
    "tier.behind": Text("进展滞后（二级）", "Behind (II)"),
    "tier.far_behind": Text("严重滞后（一级）", "Far behind (I)"),
    "tier.no_data": Text("无数据", "No data"),
    "tier.no_target": Text("未见本地目标", "No own target found"),
    "tier.withheld": Text("数据不合理，不显示", "Withheld: implausible"),
    "tier.no_value_added": Text("缺增加值", "No value added"),
    "tier.not_split": Text("分行业数据矛盾，不显示", "Withheld: split conflicts"),
    "movement.better": Text("↑ 好转", "↑ better"),
    "movement.same": Text("→ 持平", "→ same"),
    "movement.worse": Text("↓ 下滑", "↓ worse"),
    "rate.passed": Text("已提前达到", "passed already"),
    # Kinds of missing, as they stand in a cell
    "missing.no_data": Text("无数据", "no data"),
    "missing.withheld": Text("不显示", "withheld"),
    "missing.no_value_added": Text("无法计算", "cannot be calculated"),
    "missing.no_target": Text("无目标", "no target"),
    "missing.not_split": Text("不显示", "withheld"),
    # Standing
    "standing.official": Text("官方", "official"),
    "standing.published": Text("已发表", "published"),
    "standing.reconstructed": Text("重建", "reconstructed"),
    "standing.derived": Text("推算", "derived"),
    "standing.estimated": Text("估计", "estimated"),
    "standing.scenario": Text("情景", "scenario"),
    "standing.unverified": Text("未核实", "unverified"),
    # Groups
    "plan.industry": Text("达峰方案：{name}", "Plan: {name}"),
    "fuel.coal": Text("煤炭及制品", "Coal and coal products"),
    "fuel.oil": Text("石油及制品", "Oil and oil products"),
    "fuel.gas": Text("天然气", "Natural gas"),
    "fuel.electricity": Text("电力", "Electricity"),
    "fuel.heat": Text("热力", "Heat"),
    "fuel.other": Text("其他能源", "Other energy"),
    "fuel.process": Text("水泥过程排放", "Cement process"),
    "nation": Text("全国", "China"),
    "bought.note": Text(
        "直接排放不含购入电力、热力的间接排放：{first}—{last} 年电力、热力消费量增长 {rise}，"
        "直接排放下降 {fall}，部分降幅可能转入发电供热环节。",
        "Direct CO₂ leaves out bought power and heat: from {first} to {last} their use rose {rise} while "
        "direct CO₂ fell {fall}; part of the fall may stand with the power plants instead.",
    ),
}

# Marks a figure that prices or a jump in the data may have made.
DOUBT = "※"

# Symbols that carry a tier in grey print.
TIER_SYMBOLS = {
    "on_schedule": "●",
    "behind": "◐",
    "far_behind": "○",
    "no_data": "–",
    "no_target": "◇",
    "withheld": "×",
    "no_value_added": "?",
    "not_split": "×",
}

# Terms of use as the tables give them (in English), and what they mean in Chinese.
LICENCES: dict[str, str] = {
    "CC0": "CC0（放弃权利，可自由使用）",
    "CEADs: free to use with citation": "CEADs：注明引用即可自由使用",
    "NBS open statistics, cite NBS": "国家统计局公开数据，注明来源",
    "Public standard": "公开标准",
    "Public document of the Chinese government": "中国政府公开文件",
    "Public document of the Chinese government or its report in the press; cite the document": "中国政府公开文件或其新闻报道，注明文件",
    "Chinese government notice (official data, cite MEE/NBS)": "中国政府公告（官方数据，注明生态环境部、国家统计局）",
    "Terms of its publisher; cite the publisher": "按出版者的条款，注明出版者",
    "None: not to be cited": "凭记忆，不得引用",
}
