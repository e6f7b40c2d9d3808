"""The words of the page Sectors."""

from carbonpeak.data.catalogue import Text

WORDS: dict[str, Text] = {
    # What each figure shows, whatever was chosen and whatever it finds
    "figure.name.sector_ranking": Text("行业排名", "Ranking of the sectors"),
    "figure.name.sector_table": Text("各行业一览表", "Table of all sectors"),
    "figure.name.sector_path": Text("一个行业的强度", "Intensity of one sector"),
    "figure.name.sector_fuels": Text("一个行业的能源品种", "Fuels of one sector"),
    "figure.name.sector_provinces": Text("一个行业在各省的分布", "One sector by province"),
    "sectors.title": Text("哪些行业在拉动，哪些在拖后", "Which sectors pull and which lag"),
    "sectors.ranking.sub": Text(
        "{measure}，{unit}，{scope}，{period}", "{measure}, {unit}, {scope}, {period}"
    ),
    "sectors.sum_of": Text("{count} 省", "{count} provinces"),
    "sectors.scope": Text(
        "{count} 省合计（不含{names}）", "sum of {count} provinces (without {names})"
    ),
    "sectors.ranking.share": Text(
        "{name}占{measure}最多：{share}", "{name} has the largest share of {measure}: {share}"
    ),
    "sectors.ranking.contribution": Text("{year} 年{measure}比 2020 年 {total}：{up}拉动最多，{down}拉低最多", "{measure} {total} by {year} against 2020: {up} added most, {down} took off most"),
    "sectors.ranking.contribution_all_rose": Text("{year} 年{measure}比 2020 年 {total}：{up}拉动最多，{down}拉动最少", "{measure} {total} by {year} against 2020: {up} added most, {down} least"),
    "sectors.ranking.change": Text(
        "{measure}：{up} 个{kind}增加、{down} 个减少", "{measure}: {up} {kind} rose, {down} fell"
    ),
    "sectors.ranking.intensity": Text(
        "{name}每万元增加值能耗最高：{value} 吨标准煤",
        "{name} uses most energy per value added: {value} tce per 10⁴ yuan",
    ),
    "sectors.measure.energy": Text("能耗与能耗强度", "Energy and its intensity"),
    "sectors.measure.co2": Text("二氧化碳与排放强度", "CO₂ and its intensity"),
    "sectors.kind.division": Text("行业", "divisions"),
    "sectors.kind.plan": Text("行业", "industries"),
    "sectors.energy": Text("终端能源消费量", "final energy"),
    "sectors.co2": Text("二氧化碳直接排放量", "direct CO₂"),
    "sectors.change": Text("{quantity}比 2020 年变化", "change of {quantity} since 2020"),
    "sectors.contribution": Text("对{quantity}比 2020 年变化的贡献", "contribution to the change of {quantity} since 2020"),
    "sectors.share": Text("{quantity}占比", "share of {quantity}"),
    "sectors.intensity": Text("单位增加值能耗水平", "energy per value added"),
    "sectors.level_note": Text(
        "强度水平为 2020 年：官方分行业能源消费总量（发电煤耗法）÷ 2020 年投入产出表增加值。强度变化为终端能耗或排放变化 ÷ 规模以上增加值增速；只有 {count} 个行业的增速可得，其中多数尚未核对原始文件，标“未核实”。",
        "Levels of intensity are for 2020: official total energy (coal input of power stations) over input-output value added. Changes of intensity divide the change of final energy or CO₂ by the growth of value added above designated size, known for {count} divisions only and mostly recalled: unverified.",
    ),
    "sectors.growth_note": Text("强度变化＝{scope}终端能耗或排放的变化 ÷ 全国规模以上该行业增加值增速；尚未核对原始文件的年份标“未核实”。", "Change of intensity: change of final energy or CO₂ in {scope} over the national growth of the division's value added above designated size; years whose growth is recalled are unverified."),
    "sectors.scope_note": Text(
        "{names}分行业数据在两套清单间矛盾，不计入各行业；占比以 {count} 省工业合计为分母。",
        "{names}'s split by sector conflicts between inventories and is left out of every sector; shares are of the industry of the other {count} provinces.",
    ),
    "sectors.tier_note": Text(
        "预警等级按全国工业目标（下降 {target}）独立测算，不是官方预警：强度不降反升为一级，降幅未达到进度要求为二级，其余为三级。",
        "The tiers are an independent calculation by the national industry target (a fall of {target}), not an official warning: rose instead of falling is I, fell less than the schedule asks is II, else III.",
    ),
    "sectors.empty": Text(
        "没有选择任何行业。请在上方选择行业，或清除选择查看全部。",
        "No sector is chosen. Choose some above, or reset the choice to see all.",
    ),
    "sectors.table": Text("各行业能耗、排放、强度与等级", "Every sector: energy, CO₂, intensity and tier"),
    "sectors.table.sub": Text("{year} 年，{scope}；强度变化与预警等级按{measure}", "{year}, {scope} · change of intensity and tier: {measure}"),
    "sectors.drill": Text("{name}：看细一层", "{name}, one level down"),
    "sectors.fuels.title": Text("{name}：{year} 年{fuel}占 {share}", "{fuel}: {share} of {name} in {year}"),
    "sectors.fuels.sub": Text(
        "{quantity}，{unit}，按能源类别，{scope}，{period}",
        "{quantity}, {unit}, by group of fuels, {scope}, {period}",
    ),
    "sectors.provinces.title": Text("{region}最多，占 {share}", "{region} has the largest share, {share}"),
    "sectors.provinces.sub": Text(
        "{name}：{quantity}，{unit}，{year} 年，前十五位",
        "{name}: {quantity}, {unit}, {year}, fifteen largest",
    ),
    "sectors.path.title": Text(
        "{name}：{year} 年强度比 2020 年 {change}",
        "{name}: intensity {change} by {year} against 2020",
    ),
    "sectors.path.title_quantity": Text(
        "{name}：强度变化无法计算；{quantity}比 2020 年 {change}",
        "{name}: change of intensity cannot be calculated; {quantity} {change} since 2020",
    ),
    "sectors.path.sub": Text("{measure}，2020 年=100，{scope}", "{measure}, 2020 = 100, {scope}"),
    "column.name": Text("行业", "Sector"),
    "column.energy": Text("终端能耗（万吨标准煤）", "Final energy (10⁴ tce)"),
    "column.energy_share": Text("占比", "Share"),
    "column.energy_change": Text("比 2020 年", "Since 2020"),
    "column.co2": Text("CO₂（{unit}）", "CO₂ ({unit})"),
    "column.co2_share": Text("CO₂ 占比", "Share of CO₂"),
    "column.co2_change": Text("CO₂ 比 2020 年", "CO₂ since 2020"),
    "column.level": Text(
        "2020 年能耗强度（{unit}）", "Energy intensity 2020 ({unit})"
    ),
    "sectors.unit.level": Text("吨标准煤/万元", "tce/10⁴ yuan"),
    "column.intensity_change": Text("强度比 2020 年", "Intensity since 2020"),
    "column.tier": Text("预警等级", "Tier"),
}
