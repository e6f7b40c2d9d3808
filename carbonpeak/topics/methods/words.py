"""The words of the page Data and methods, with the definitions the reader may look up."""

from carbonpeak.data.catalogue import Text

WORDS: dict[str, Text] = {
    # What each figure shows, whatever was chosen and whatever it finds
    "figure.name.inventories": Text("分省清单合计与全国清单", "Provincial inventories beside the national one"),
    "methods.title": Text(
        "数据从哪里来，怎样计算", "Where the data come from and how it is computed"
    ),
    "methods.definitions": Text("定义与方法", "Definitions and methods"),
    "methods.tables": Text("数据表", "Tables"),
    "methods.queries": Text("查询", "Queries"),
    "methods.faults": Text(
        "来源的已知问题及处理", "Known faults of the sources and how they are handled"
    ),
    "methods.sources": Text("来源与许可", "Sources and licences"),
    "methods.validation": Text("重建数据的检验", "How the reconstruction was checked"),
    "methods.validation.text": Text(
        "{year} 年：{count} 个省的重建总量与 CEADs 已公布总量相差不超过 {tolerance}%；差别较大的：{others}。",
        "{year}: the reconstructed totals of {count} provinces meet the published ones within {tolerance} %; the others: {others}.",
    ),
    "methods.inventories.title": Text(
        "分省合计比全国清单高 {share}（{year} 年）",
        "The provinces add up to {share} more than the nation ({year})",
    ),
    "methods.inventories.sub": Text(
        "全社会二氧化碳排放，{unit}，{years} 年", "CO₂ of the whole economy, {unit}, {years}"
    ),
    "series.provinces": Text("分省清单合计", "Sum of the provincial inventories"),
    "series.nation": Text("全国清单", "National inventory"),
    "methods.version": Text(
        "数据版本 {version}：{tables} 张表，{rows} 行。",
        "Data version {version}: {tables} tables, {rows} rows.",
    ),
    "methods.column.table": Text("表", "Table"),
    "methods.column.rows": Text("行数", "Rows"),
    "methods.column.title": Text("内容", "Content"),
    "methods.column.licence": Text("许可", "Licence"),
    "methods.column.citation": Text("引用", "Citation"),
    "methods.column.field": Text("字段", "Column"),
    "methods.column.unit": Text("单位", "Unit"),
    "methods.column.meaning": Text("含义", "Meaning"),
    "methods.column.ours": Text("本表（Mt）", "Ours (Mt)"),
    "methods.column.published": Text("已公布（Mt）", "Published (Mt)"),
    "methods.column.difference": Text("相差（%）", "Difference (%)"),
    "methods.column.source": Text("来源", "Source"),
    "methods.column.fault": Text("问题", "Fault"),
    "methods.column.treatment": Text("处理", "Treatment"),
    "methods.column.marked": Text("标记行数", "Rows marked"),
    "methods.sources.cited": Text(
        "另有 {count} 条逐行引文，见表 `sources`（`data/tables/sources.csv`）。",
        "A further {count} citations of single rows stand in the table `sources` (`data/tables/sources.csv`).",
    ),
    "methods.query.note": Text(
        "查询文件的说明与代码用英文书写，与命令行一致：`python -m carbonpeak query 名称`。",
        "The same rows reach scripts by `python -m carbonpeak query NAME`.",
    ),
    "methods.growth": Text("{year} 年 {growth}", "{growth} in {year}"),
    "define.intensity": Text(
        "**强度**：单位工业增加值能耗（吨标准煤/万元）或二氧化碳排放（吨/万元），增加值为 2020 年可比价。由增速计算：(1+能耗增速)÷(1+增加值增速)−1。",
        "**Intensity**: energy (tce) or CO₂ (t) per 10⁴ yuan of industrial value added at 2020 prices. From growth rates: (1 + growth of energy) / (1 + growth of value added) − 1.",
    ),
    "define.path": Text(
        "**目标路径**：五年降幅 T 按年均等速分解，第 n 年应为 (1−T)^(n/5)。T=13.5% 时年均 2.86%，T=18% 时年均 3.89%。",
        "**Path**: a fall T over five years at a steady rate leaves (1 − T)^(n/5) after n years: 2.86 % a year for 13.5 %, 3.89 % for 18 %.",
    ),
    "define.progress": Text(
        "**完成进度**：ln(累计剩余)÷ln(1−T)，逐年降幅连乘而不相加；**时序进度**：已过年数÷5。",
        "**Progress**: ln(what is left) / ln(1 − T); yearly falls chain, they never add. **Schedule**: years gone over five.",
    ),
    "define.tiers": Text(
        "**预警等级**（参照节能目标完成情况晴雨表）：两把标尺，一是当年降幅÷路径年均降幅，二是累计进度÷时序进度；≥1 为三级“进展顺利”，0.8—1 为二级“进展滞后”，<0.8 为一级“严重滞后”。0.8 为本看板自定。",
        "**Tiers** (after the energy-saving barometer), by two yardsticks: this year's fall over the yearly rate of the path, and progress over schedule. 1 or more is III on schedule, 0.8 to 1 is II behind, below 0.8 is I far behind. The 0.8 is our choice.",
    ),
    "define.real": Text(
        "**可比价增加值**：各省名义值÷同口径全国工业平减指数（分省合计的名义增长÷官方可比价增速链：{growth}），因此分省合计与官方增速一致（{span} 年 {whole_growth}）。",
        "**Real value added**: each province's nominal value over a national deflator of the same vintage (nominal growth of the provinces' sum over the official real growth: {growth}), so that the provinces' sum grows as the official figure ({whole_growth} over {span}).",
    ),
    "define.energy": Text(
        "**终端能耗**：{covered} 省能源清单的工业终端消费（含原料用能），电力按当量值 0.1229 千克标准煤/千瓦时折算；与官方“规模以上工业能耗”口径不同。",
        "**Final energy**: industry's final use in the inventories of {covered} provinces, feedstock included, electricity at 0.1229 kgce/kWh. It is not the official energy of industry above designated size.",
    ),
    "define.co2": Text(
        "**二氧化碳**：各行业的直接排放，不含外购电力、热力的间接排放；过程排放只含水泥；作原料的能源不计排放。{published} 年为 CEADs 已发表清单；{reconstructed} 年由能源清单×历年清单隐含因子重建，水泥过程排放取自表观排放清单。",
        "**CO₂**: direct emissions of each sector, without those of bought power and heat; cement is the only process counted, and energy used as feedstock is no emission. The published CEADs inventories for {published}; {reconstructed} reconstructed from the energy inventory and the factors implied by earlier inventories, with cement process CO₂ from the apparent inventory.",
    ),
    "define.above_scale": Text(
        "**规模以上工业**：年主营业务收入 2000 万元及以上的工业企业。",
        "**Industry above designated size**: industrial firms with a yearly main revenue of 20 million yuan or more.",
    ),
    "define.standing": Text(
        "**数据性质**：官方（政府发布）、已发表（他人发表）、重建（用说明的方法由其他已发表数据重建）、推算（由其他行计算）、估计（分析者的估计）、未核实（凭记忆，手头无文件）。",
        "**Standing**: official (a government body published it), published (by others), reconstructed (rebuilt from published data by a stated method), derived (computed from other rows), estimated (an analyst's estimate), unverified (recalled, no document at hand).",
    ),
}
DEFINITIONS = tuple(key for key in WORDS if key.startswith("define."))
