"""The words of the page Data and methods, with the definitions the reader may look up."""

from carbonpeak.data.catalogue import Text

WORDS: dict[str, Text] = {
    # What each figure shows, whatever was chosen and whatever it finds
    "figure.name.inventories": Text(
        "分省清单合计与全国清单", "Provincial inventories beside the national one"
    ),
    "methods.title": Text("数据来源与计算方法", "Where the data come from and how it is computed"),
    "methods.definitions": Text("定义与方法", "Definitions and methods"),
    "methods.contents": Text("本页：{parts}", "On this page: {parts}"),
    "methods.news": Text("新增与变化（{date}）", "What is new ({date})"),
    "methods.tables": Text("数据表", "Tables"),
    "methods.queries": Text("查询", "Queries"),
    "methods.faults": Text(
        "来源数据的已知问题及处理", "Known faults of the sources and how they are handled"
    ),
    "methods.sources": Text("数据来源与使用许可", "Sources and licences"),
    "methods.validation": Text("重建数据的检验", "How the reconstruction was checked"),
    "methods.validation.text": Text(
        "{year} 年：{count} 个地区的重建总量与 CEADs 已公布总量相差不超过 {tolerance}%；差别较大的：{others}。",
        "{year}: the reconstructed totals of {count} provinces meet the published ones within {tolerance} %; the others: {others}.",
    ),
    "methods.inventories.above": Text(
        "分省合计比全国清单高 {share}（{year} 年）",
        "The provinces add up to {share} more than the nation ({year})",
    ),
    "methods.inventories.below": Text(
        "分省合计比全国清单低 {share}（{year} 年）",
        "The provinces add up to {share} less than the nation ({year})",
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
    "methods.column.title": Text("表名", "Content"),
    "methods.column.licence": Text("使用许可", "Licence"),
    "methods.column.citation": Text("引用", "Citation"),
    "methods.column.field": Text("字段", "Column"),
    "methods.column.unit": Text("单位", "Unit"),
    "methods.column.meaning": Text("含义", "Meaning"),
    "methods.column.ours": Text("本表（万吨）", "Ours (Mt)"),
    "methods.column.published": Text("已公布（万吨）", "Published (Mt)"),
    "methods.column.difference": Text("相差（%）", "Difference (%)"),
    "methods.column.source": Text("来源", "Source"),
    "methods.column.fault": Text("问题", "Fault"),
    "methods.column.treatment": Text("处理", "Treatment"),
    "methods.column.marked": Text("标记行数", "Rows marked"),
    "methods.faults.unmarked": Text(
        "“–”表示没有逐行标记：问题涉及整个序列，或已在整理时处理。",
        "“–”: no single row is marked, because the fault is one of a whole series or was mended when the tables were built.",
    ),
    "methods.sources.cited": Text(
        "另有 {count} 条逐行引文，可在数据表 `sources` 中按名称搜索并打开网址。",
        "A further {count} citations of single rows stand in the table `sources`, where they can be searched and their addresses opened.",
    ),
    "methods.open": Text("打开数据表：{name}", "Open the table: {name}"),
    "methods.fields": Text("本表字段及含义", "Columns of this table"),
    "methods.all_tables": Text("全部数据表", "All tables"),
    "methods.query.note": Text(
        "查询按名称调用：`python -m carbonpeak query 名称`。",
        "The same rows reach scripts by `python -m carbonpeak query NAME`.",
    ),
    "methods.query.param": Text("- {name}（{kind}）：{meaning}", "- {name} ({kind}): {meaning}"),
    "methods.query.column": Text("- {name}：{meaning}", "- {name}: {meaning}"),
    "methods.growth": Text("{year} 年{moved}", "{moved} in {year}"),
    "methods.rate": Text("T＝{target} 时年均下降 {rate}", "{rate} a year for {target}"),
    "define.intensity": Text(
        "**强度**：单位工业增加值能耗（吨标准煤/万元）、单位工业增加值二氧化碳排放（吨二氧化碳/万元），增加值按 2020 年价格计算。强度变化率＝（1＋能耗增速）÷（1＋增加值增速）−1。",
        "**Intensity**: energy (tce) or CO₂ (t) per 10⁴ yuan of industrial value added at 2020 prices. From growth rates: (1 + growth of energy) / (1 + growth of value added) − 1.",
    ),
    "define.path": Text(
        "**目标路径**：五年降幅 T 按等比分解，第 n 年强度÷2020 年强度＝（1−T）^(n/5)；{rates}。",
        "**Path**: a fall T over five years at a steady rate leaves (1 − T)^(n/5) after n years; {rates}.",
    ),
    "define.progress": Text(
        "**目标完成进度**：ln（期末强度÷2020 年强度）÷ln(1−T)，逐年降幅连乘而不相加；**时序进度**：已过年数÷5。",
        "**Progress**: ln(what is left) / ln(1 − T); yearly falls chain, they never add. **Schedule**: years gone over five.",
    ),
    "define.tiers": Text(
        "**预警等级**：参照国家发展改革委晴雨表的等级名称，由本看板测算，不是官方预警，也不适用于全国。强度不降反升为一级（形势十分严峻），下降但未达到进度要求为二级（形势比较严峻），达到进度要求为三级（进展总体顺利）；按累计进度（2020 年以来）和当年进度各评一次。",
        "**Tiers**: the names are those of the official barometer, the calculation is ours, no official warning, and none is given to the nation. Intensity rose instead of falling: I, critical; fell less than the schedule asks: II, strained; else III, on schedule; judged once by the fall since 2020 and once by the latest year.",
    ),
    "define.doubt": Text(
        "**※ 存疑**：增加值（可比价格）增速与本地区生产总值实际增速相差 {gap} 个百分点以上（多为煤炭、金属价格所致），或单一行业一年使本地区工业能耗变动 {jump} 以上（疑为统计口径变化）；界限为本看板自定。存疑地区不写入排名标题，情景不作判断。",
        "**※ Doubtful**: deflated industrial growth lies more than {gap} points from the region's real GDP growth (mostly prices of coal and metals), or one division moved its industrial energy by more than {jump} in one year (likely a change of accounting); the bounds are our choice. Doubtful regions are kept out of titles of rankings, and nothing is judged by their scenarios.",
    ),
    "define.real": Text(
        "**可比价格增加值**：分省名义增加值÷全国工业平减指数（分省合计的名义增长÷官方实际增长：{growth}），合计增速与官方一致（{span} 年{whole_growth}）。",
        "**Real value added**: each province's nominal value over a national deflator of the same vintage (nominal growth of the provinces' sum over the official real growth: it {growth}), so that the provinces' sum grows as the official figure (it {whole_growth} over {span}).",
    ),
    "define.energy": Text(
        "**终端能源消费量**：{covered} 个地区能源清单的工业终端消费（含原料用能），电力按当量值 0.1229 千克标准煤/千瓦时折算（电热当量计算法）；与官方规模以上工业能耗口径不同。",
        "**Final energy**: industry's final use in the inventories of {covered} provinces, feedstock included, electricity at 0.1229 kgce/kWh. It is not the official energy of industry above designated size.",
    ),
    "define.co2": Text(
        "**二氧化碳排放**：各行业直接排放，不含购入电力、热力的间接排放；生产过程仅计水泥，原料用能不计。{published} 年为 CEADs 已发表清单，{reconstructed} 年由能源清单×历年清单隐含排放因子重建估算，水泥生产过程排放取自表观排放清单。",
        "**CO₂**: direct emissions of each sector, without those of bought power and heat; cement is the only process counted, and energy used as feedstock is no emission. The published CEADs inventories for {published}; {reconstructed} reconstructed from the energy inventory and the factors implied by earlier inventories, with cement process CO₂ from the apparent inventory.",
    ),
    "define.above_scale": Text(
        "**规模以上工业**：年主营业务收入 2000 万元及以上的工业企业。",
        "**Industry above designated size**: industrial firms with a yearly main revenue of 20 million yuan or more.",
    ),
    "define.standing": Text(
        "**数据性质**：官方（政府部门发布）、公开资料（他人发表或转引）、重建估算（按说明的方法由公开数据重建）、推算（由表中其他数据计算）、估算（本看板估算）、情景（模拟）、待核实（未取得原文，数值未经核对）。",
        "**Standing**: official (a government body published it), published (by others, or quoted by them), reconstructed (rebuilt from published data by a stated method), derived (computed from other rows), estimated (our estimate), scenario (simulated), unverified (no document at hand, not checked).",
    ),
}
DEFINITIONS = tuple(key for key in WORDS if key.startswith("define."))

# The day of the newest part of CHANGELOG.md, and its changes that are seen on pages.
UPDATED = "2026-11-29"
NEWS: tuple[Text, ...] = (
    Text(
        "新增自有数据和版本与修订两页：导入本单位数据，逐格指出问题，先预览后发布，可撤回到原来的每一个数字。",
        "New pages Own data and Versions: figures of your own are checked cell by cell, previewed, published, and taken back to the digit.",
    ),
    Text(
        "新增填报单位页：谁应填报、谁已填报，逾期、核查与披露情况；按角色填报、核查。",
        "New page Reporting units: who must report and has, what is late, verified and disclosed; forms for each role.",
    ),
    Text(
        "新增产品碳足迹和绿色制造两页：碳足迹计算器和因子库；六项任务、两项行动的目标与最新值。",
        "New pages Product footprint and Green manufacturing: a calculator with its library of factors; goals of the six tasks and two actions with their latest values.",
    ),
    Text(
        "搜索框除地区、行业、图表外，还可查因子、政策目标、数据表、方法和名单单位。",
        "The search finds factors, targets, tables, methods and names on the lists as well as places, sectors and figures.",
    ),
    Text(
        "地区有自有年份数据时，各页延续到该年，并注明其他地区止于何年。",
        "A province with later years of its own goes on to them on all pages, which say where the others end.",
    ),
    Text(
        "达峰判定与展望：首屏为一句结论、几张单数字卡片和图；判定依据与区间折叠在页末。",
        "Peak and Outlook open with one sentence, cards of one number each and a chart; evidence and ranges are folded at the end.",
    ),
    Text(
        "副标题中的术语可悬停查看解释，每幅图的“说明与数据”中有读图方法。",
        "Terms in subtitles explain themselves when pointed at, and the drawer of each figure says how to read it.",
    ),
    Text(
        "新增比较、最新数据、碳市场各页，搜索与地区、行业选择贯穿全部页面。",
        "New pages: Compare, Latest and Carbon market; search and a selection of places and sectors go along through all pages.",
    ),
)
