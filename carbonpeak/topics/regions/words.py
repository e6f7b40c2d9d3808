"""The words of the page Regions."""

from carbonpeak.data.catalogue import Text

WORDS: dict[str, Text] = {
    # What each figure shows, whatever was chosen and whatever it finds
    "figure.name.region_tiles": Text("各省预警等级方格图", "Warning tiers of the provinces as tiles"),
    "figure.name.region_ranking": Text("各省强度变化排名", "Ranking of the provinces by change"),
    "figure.name.region_table": Text("各省一览表", "Table of all provinces"),
    "figure.name.region_path": Text("一个省的强度与目标路径", "Intensity of one province and its path"),
    "figure.name.region_fuels": Text("一个省的能源品种", "Fuels of one province"),
    "figure.name.region_sectors": Text("一个省的各行业", "One province by sector"),
    "regions.title": Text("哪些省份走在前面，哪些落在后面", "Which provinces lead and which lag"),
    "regions.tiles.title": Text("{year} 年：{on} 省进展顺利，{behind} 省滞后，{far} 省严重滞后，{none} 省无法判断；其中 {doubtful} 省存疑（※）", "{year}: {on} provinces on schedule, {behind} behind, {far} far behind, {none} cannot be judged; {doubtful} of them doubtful (※)"),
    "regions.tiles.sub": Text("{measure}（{basis}），{yardstick}，{target}", "{measure} · {basis} · {yardstick} · {target}"),
    "regions.tiles.note": Text(
        "方格图只示意各省相对位置，不是地图，不表示边界与面积。",
        "Tiles only suggest where provinces lie; this is not a map and shows no boundaries or areas.",
    ),
    "regions.ranking.title": Text(
        "{best}下降最多（{best_change}），{worst}上升最多（{worst_change}）",
        "{best} fell most ({best_change}), {worst} rose most ({worst_change})",
    ),
    "regions.ranking.title_all_fell": Text(
        "{best}下降最多（{best_change}），{worst}下降最少（{worst_change}）",
        "{best} fell most ({best_change}), {worst} least ({worst_change})",
    ),
    "regions.ranking.sub": Text("{measure}（{basis}）比 2020 年变化，{year} 年", "{measure} · {basis} · change against 2020, {year}"),
    "regions.deflator": Text(
        "各省可比价增加值由名义值除以同口径的全国工业平减指数得出，是一项假设；各省价格变化不同，资源型省份尤甚。",
        "Real value added divides each province's nominal value by one national deflator of the same vintage, an assumption: prices move differently, above all in provinces of mines and metals.",
    ),
    "regions.table": Text("各省强度、进度与两把标尺下的等级", "Every province: intensity, progress and tier by both yardsticks"),
    "regions.doubt_note": Text("※ 存疑：可比价工业增加值增速与该省 GDP 实际增速相差超过 {gap} 个百分点（多为煤炭、金属价格所致），或某一行业能耗一年内使全省工业能耗变动超过 {jump}（疑为统计口径变化）。存疑省份不写入标题；界限为本看板自定。", "※ Doubtful: deflated industrial growth lies more than {gap} points from the province’s real GDP growth (mostly prices of coal and metals), or one division moved the province’s industrial energy by more than {jump} in one year (likely a change of accounting). Doubtful provinces are kept out of titles; the bounds are our choice."),
    "regions.doubt_price": Text("※ 存疑：{base}—{year} 年可比价工业增加值 {added}，同期 GDP 实际 {gdp}。用全国平减指数不能扣除本省价格变化，也可能有统计修订，强度变化不宜解读为节能成效。", "※ Doubtful: deflated industrial value added {added} over {base}-{year}, real GDP {gdp}. One national deflator cannot take out the province’s own prices, and revisions may play a part: the change of intensity is no measure of energy saved."),
    "regions.doubt_jump": Text("※ 存疑：{sector}能耗在 {when} 年一年内使全省工业能耗变动 {jump}，疑为统计口径变化。", "※ Doubtful: {sector} alone moved the province’s industrial energy by {jump} in {when}, likely a change of accounting."),
    "regions.table.sub": Text("{measure}（{basis}），强度单位：{unit}，{year} 年，{target}", "{measure} · {basis} · intensity in {unit}, {year} · {target}"),
    "regions.tier_note": Text(
        "预警等级由本看板参照晴雨表规则独立测算，不是官方预警：强度不降反升为一级，降幅未达到进度要求为二级，其余为三级。",
        "The tiers are an independent calculation by the rule of the energy-saving barometer, not an official warning: rose instead of falling is I, fell less than the schedule asks is II, else III.",
    ),
    "target.size": Text("{target}（下降 {size}）", "{target} (a fall of {size})"),
    "regions.due": Text(
        "按全国目标，进度要求为 {year} 年比 2020 年下降 {due}、每年下降 {rate}。",
        "By the national target the schedule asks for a fall of {due} by {year} against 2020, and of {rate} a year.",
    ),
    "regions.own": Text(
        "已找到本地目标的省份：{names}。其余省份未见目标文本，不等于没有目标。",
        "Own targets were found for {names}. For the others no text was found, which does not mean they have none.",
    ),
    "regions.drill": Text("{name}：看细一层", "{name}, one level down"),
    "regions.path.title": Text(
        "{name}：{year} 年强度比 2020 年 {change}",
        "{name}: intensity {change} by {year} against 2020",
    ),
    "regions.path.sub": Text("{measure}（{basis}），2020 年=100，{name}", "{measure} · {basis} · 2020 = 100, {name}"),
    "regions.path.break": Text("疑似统计修订", "likely revision"),
    "regions.sectors.title": Text("{sector}最多，占 {share}", "{sector} has the largest share, {share}"),
    "regions.sectors.sub": Text(
        "{name}：{quantity}，{unit}，{year} 年，前十五位行业",
        "{name}: {quantity}, {unit}, {year}, fifteen largest divisions",
    ),
    "regions.no_inventory": Text(
        "{name}：CEADs 能源与排放清单不含该地区，因此没有能耗、排放和强度数据。",
        "{name}: the CEADs inventories do not cover it, so there is no energy, CO₂ or intensity.",
    ),
    "regions.no_split": Text(
        "{name}：分行业数据在能源清单与排放清单之间矛盾，只显示全省合计。",
        "{name}: its split by sector conflicts between the energy and emission inventories, so only the total is shown.",
    ),
    "regions.withheld": Text(
        "{name}：水泥过程排放数据不合理，含过程排放的合计无法计算；可改选“仅能源相关排放”。",
        "{name}: its cement process CO₂ is implausible, so totals with process CO₂ cannot be calculated; choose “energy-related only” instead.",
    ),
    "regions.reported": Text("本地公布：2021—{year} 年{measure}累计 {change}{about}（规模以上工业，口径与本估算不同；来源：{source}）。", "Reported by the region itself: {measure} {change}{about} over 2021-{year} (industry above designated size, another scope than our estimate; source: {source})."),
    "regions.about": Text("左右", " or so"),
    "qualifier.at_least": Text("以上", " or more"),
    "qualifier.unverified": Text("（未核实）", " (unverified)"),
    "qualifier.draft": Text("（征求意见稿）", " (draft)"),
    "regions.target_known": Text("本地目标：2025 年{measure}比 2020 年 {target}{qualifier}（{standing}）。", "Own target by 2025 against 2020: {measure} {target}{qualifier} ({standing})."),
    "column.change": Text("比 2020 年", "Since 2020"),
    "column.change_year": Text("当年", "In the year"),
    "column.progress": Text("完成目标", "Of target"),
    "column.rate_needed": Text("{first}—2025 年年均需下降", "Needed a year {first}-2025"),
    "column.tier_schedule": Text("累计进度等级", "Tier by schedule"),
    "column.tier_annual": Text("当年降幅等级", "Tier by year"),
    "column.intensity": Text("强度", "Intensity"),
    "column.movement": Text("{tier}的变动", "{tier}, movement"),
}
