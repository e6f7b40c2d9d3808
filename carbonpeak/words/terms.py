"""Terms of the field: measures, tiers, standings, units, kinds of missing, groups, and short names of sectors."""

from carbonpeak.data.catalogue import Text
from carbonpeak.data.own_versions import LICENCE

WORDS: dict[str, Text] = {
    # Measures
    "measure.energy": Text("单位工业增加值能耗", "Energy per value added"),
    "measure.co2": Text("单位工业增加值二氧化碳排放", "CO₂ per value added"),
    # Their short forms, for titles
    "intensity.energy": Text("能耗强度", "energy intensity"),
    "intensity.co2": Text("碳排放强度", "CO₂ intensity"),
    "basis.final": Text("终端能源消费量", "Final energy"),
    "basis.with_transformation": Text("终端能源消费量＋发电供热净投入", "With the net input of power and heat"),
    "basis.total": Text("直接排放（能源活动和水泥生产过程）", "Direct: energy-related and cement process"),
    "basis.energy_related": Text("直接排放（仅能源活动）", "Direct: energy-related only"),
    # Units
    "unit.energy": Text("万吨标准煤", "Mtce"),
    "unit.co2": Text("万吨", "Mt"),
    # Where the largest amount is below one of those.
    "unit.energy.small": Text("吨标准煤", "ktce"),
    "unit.co2.small": Text("吨", "kt"),
    "unit.co2_national": Text("亿吨", "Mt"),
    "unit.intensity_energy": Text("吨标准煤/万元（2020 年价格）", "tce per 10⁴ yuan (2020 prices)"),
    "unit.intensity_co2": Text("吨二氧化碳/万元（2020 年价格）", "t per 10⁴ yuan (2020 prices)"),
    "unit.index": Text("2020 年=100", "2020 = 100"),
    "unit.point": Text("个百分点", "percentage points"),
    # Warning tiers, after the energy-saving barometer
    "tier.on_schedule": Text("进展总体顺利（三级）", "On schedule (III)"),
    "tier.behind": Text("形势比较严峻（二级）", "Strained (II)"),
    "tier.far_behind": Text("形势十分严峻（一级）", "Critical (I)"),
    # The nation has no warning tier: the same rule in words
    "tier.ahead": Text("快于进度要求", "Ahead of schedule"),
    "tier.late": Text("慢于进度要求", "Behind schedule"),
    "tier.rose": Text("不降反升", "Rose instead of falling"),
    "tier.no_data": Text("无数据", "No data"),
    "tier.no_target": Text("未查到地方目标", "No own target found"),
    "tier.withheld": Text("数据异常，不予展示", "Withheld: implausible"),
    "tier.no_value_added": Text("缺少增加值数据", "No value added"),
    "tier.not_split": Text("两套清单不一致，不予展示", "Withheld: split conflicts"),
    "movement.better": Text("↑ 转好", "↑ better"),
    "movement.same": Text("→ 持平", "→ same"),
    "movement.worse": Text("↓ 转差", "↓ worse"),
    "rate.passed": Text("已达到目标降幅", "target’s fall reached"),
    "progress.rose": Text("不降反升", "rose instead of falling"),
    # How something moved: a ratio rises, an amount grows
    "moved.rose": Text("上升 {size}", "rose {size}"),
    "moved.grew": Text("增长 {size}", "rose {size}"),
    "moved.fell": Text("下降 {size}", "fell {size}"),
    "moved.same": Text("持平", "did not change"),
    # Kinds of missing, as they stand in a cell
    "missing.no_data": Text("无数据", "no data"),
    "missing.not_applicable": Text("不适用", "not applicable"),
    "missing.withheld": Text("不予展示", "withheld"),
    "missing.suppressed": Text("不予公布（保密）", "withheld (confidential)"),
    "missing.no_factor": Text("没有排放因子", "no factor"),
    "missing.no_inventory": Text("清单无可用数据", "no usable inventory"),
    "missing.no_value_added": Text("无法计算", "cannot be calculated"),
    "missing.no_target": Text("无目标", "no target"),
    "missing.not_split": Text("不予展示", "withheld"),
    # What a mark says when it is pointed at
    "hover.rank": Text("从高到低第 {place} 位，共 {count} 个", "{place} of {count}, from the highest"),
    "hover.on_year": Text("比 {year} 年{moved}", "{moved} on {year}"),
    "hover.standing": Text("数据性质：{standings}", "Standing: {standings}"),
    "hover.share": Text("占比 {share}", "{share} of the whole"),
    # Standing
    "standing.official": Text("官方", "official"),
    "standing.published": Text("公开资料", "published"),
    "standing.reconstructed": Text("重建估算", "reconstructed"),
    "standing.derived": Text("推算", "derived"),
    "standing.estimated": Text("估算", "estimated"),
    "standing.scenario": Text("情景", "scenario"),
    "standing.unverified": Text("待核实", "unverified"),
    "standing.reported": Text("企业填报", "reported"),
    "standing.verified": Text("经核查", "verified"),
    "standing.reported.means": Text("企业自行填报，未必经过核查", "entered by the companies themselves, verified or not"),
    "standing.verified.means": Text("企业填报并经核查人员核查", "entered by the companies and verified by somebody else"),
    "standing.official.means": Text("政府部门正式发布的数据", "published by a government body as its own figure"),
    "standing.published.means": Text("研究机构公开发布的清单或统计资料", "published by a research body or in statistics open to all"),
    "standing.reconstructed.means": Text("原始清单未给出，按其方法由能源消费量重新推得", "not in the published inventory: rebuilt from energy use by its method"),
    "standing.derived.means": Text("由已公布数据计算得出", "calculated from published figures"),
    "standing.estimated.means": Text("缺少直接数据，按所述假设估算", "no direct figure exists: estimated under the assumptions named"),
    "standing.scenario.means": Text("假设条件下的推演，不是预测", "what would follow under stated assumptions, not a forecast"),
    "standing.unverified.means": Text("来源尚未核对原件", "not yet checked against the original document"),
    "standing.by_year": Text("各年数据性质：{standings}。", "Standing by year: {standings}."),
    "standing.by_year_of": Text("各年数据性质（{name}）：{standings}。", "Standing by year ({name}): {standings}."),
    "standing.in_years": Text("{years} 年{standing}", "{standing} {years}"),
    "standing.seam": Text("{year} 年起：{standing}", "from {year}: {standing}"),
    "column.standing": Text("数据性质", "Standing"),
    "column.standing_of": Text("数据性质：{name}", "Standing: {name}"),
    # Groups
    "plan.industry": Text("{name}（达峰方案）", "Plan: {name}"),
    "fuel.coal": Text("煤炭及其制品", "Coal and coal products"),
    "fuel.oil": Text("石油及其制品", "Oil and oil products"),
    "fuel.gas": Text("天然气", "Natural gas"),
    "fuel.electricity": Text("电力", "Electricity"),
    "fuel.heat": Text("热力", "Heat"),
    "fuel.other": Text("其他能源", "Other energy"),
    "fuel.process": Text("水泥生产过程排放", "Cement process"),
    "mark.without_cement": Text("不含水泥生产过程排放", "without cement process CO₂"),
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
    "ahead": "●",
    "late": "◐",
    "rose": "○",
    "no_data": "–",
    "no_target": "◇",
    "withheld": "×",
    "no_value_added": "?",
    "not_split": "×",
}

# Terms of use as the tables give them (in English), and what they mean in Chinese.
LICENCES: dict[str, str] = {
    LICENCE: "自有数据，未经数据所有者同意不得外传",
    "Records of this installation: disclosed reports are public, all others for their owners' roles": "本系统填报记录：已公开的报告人人可读，其余仅限所属权限",
    "CC0": "CC0（放弃著作权，可自由使用）",
    "US government work, public domain": "美国政府作品，属公有领域",
    "CEADs: free to use with citation": "CEADs：注明引用即可自由使用",
    "NBS open statistics, cite NBS": "国家统计局公开数据，注明来源",
    "Public standard": "公开标准",
    "Public document of the Chinese government": "中国政府公开文件",
    "Public document of the Chinese government or its report in the press; cite the document": "中国政府公开文件或其新闻报道，注明文件",
    "Chinese government notice (official data, cite MEE/NBS)": "中国政府公告（官方数据，注明生态环境部、国家统计局）",
    "Terms of its publisher; cite the publisher": "按出版者的条款，注明出版者",
    "Apache 2.0 (characters); public standards (romanised names)": "Apache 2.0（字形）；公开标准（拉丁字母拼写）",
    "Project's own words; names of documents are facts": "本项目文字；文件名称属事实",
    "Exchange statistics (facts); cite the exchange": "交易机构统计（属事实），注明交易机构",
    "CC BY 4.0": "CC BY 4.0（署名即可使用）",
    "CC BY 4.0 (Ember)": "CC BY 4.0（署名 Ember）",
    "CC BY 4.0 (Climate TRACE)": "CC BY 4.0（署名 Climate TRACE）",
    "CC BY 4.0 (Global Energy Monitor)": "CC BY 4.0（署名全球能源监测）",
    "NBS statistics (facts), cite NBS": "国家统计局统计（属事实），注明国家统计局",
    "Facts of NBS; Ember CC BY 4.0; cite as row by row": "国家统计局统计属事实，Ember 为 CC BY 4.0；逐行注明来源",
    "Government lists (facts), as parsed in a public repository (Apache-2.0)": "政府名单（属事实），公开副本整理（Apache-2.0）",
    "None: not to be cited": "未取得原文，数值未经核对，不得引用",
}
