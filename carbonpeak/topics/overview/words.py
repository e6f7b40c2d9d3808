"""The words of the page Overview."""

from carbonpeak.data.catalogue import Text

WORDS: dict[str, Text] = {
    # What each figure shows, whatever was chosen and whatever it finds
    "figure.name.glide_energy": Text("能耗强度与目标路径", "Energy intensity and its path"),
    "figure.name.glide_co2": Text("碳排放强度与目标路径", "CO₂ intensity and its path"),
    "figure.name.lagging_regions": Text("偏离目标路径最多的省份", "Provinces furthest from their path"),
    "figure.name.pulling_sectors": Text("能耗增减最多的行业", "Sectors that added and cut most energy"),
    "figure.name.known_after": Text("最近各年的官方数字", "Official figures of the latest years"),
    "overview.title": Text(
        "工业是否走在 2025 年目标和 2030 年达峰的路上",
        "Is industry on its way to its 2025 targets and a peak before 2030?",
    ),
    "card.energy.name": Text(
        "单位增加值能耗（规模以上工业）", "Energy per value added (industry above designated size)"
    ),
    "card.co2.name": Text("单位增加值二氧化碳直接排放（全部工业，独立估算）", "Direct CO₂ per value added (all industry, independent estimate)"),
    "card.peak.name": Text("工业二氧化碳排放达峰", "Peak of industrial CO₂"),
    "card.target.energy": Text(
        "目标：2025 年比 2020 年下降 {target}", "Target: {target} below 2020 by 2025"
    ),
    "card.target.co2": Text(
        "目标：2025 年比 2020 年下降超过 {target}", "Target: more than {target} below 2020 by 2025"
    ),
    "card.co2.note": Text("方案原文为降幅“大于全社会下降幅度”，全社会目标为 18%", "The plan asks for more than the whole society's fall, whose target is 18%"),
    "card.co2.range": Text("按不同口径为 {low} 至 {high}，等级随口径变化", "Between {low} and {high} by basis, and the tier with it"),
    "card.target.peak": Text("目标：{year} 年前达峰", "Target: peak before {year}"),
    "card.since": Text("{year} 年比 2020 年", "{year} against 2020"),
    "card.progress": Text(
        "完成目标的 {progress}，时序进度 {schedule}",
        "{progress} of the target reached, {schedule} of the time gone",
    ),
    "card.year": Text("{year} 年当年 {change}（推算），路径为年均下降 {rate}", "{change} in {year} itself (derived); the path asks for {rate} a year"),
    "card.needed": Text("{first}—{last} 年年均需下降 {rate} 方可达标", "{first}-{last} would need {rate} a year to meet it"),
    "card.last": Text(
        "最新数据：{year} 年；性质：{standing}", "Last data: {year}; standing: {standing}"
    ),
    "card.by_schedule": Text("按累计进度：", "By cumulative progress: "),
    "card.by_year": Text("按当年降幅：", "By the latest year: "),
    "card.peak.change": Text(
        "比上年 {change}，比 2020 年 {since}（均不计{names}水泥过程）", "{change} on the year before, {since} on 2020 (both without the cement process of {names})"
    ),
    "card.peak.level": Text("{year} 年：{amount}", "{year}: {amount}"),
    "card.peak.provinces": Text("{total} 省：{counts}", "Of {total} provinces: {counts}"),
    "card.peak.note": Text("判定规则见“达峰判定”页", "The rule of the states stands on the page Peak"),
    "card.energy.nowcast": Text("{first}—{last} 年无官方数；{methods} 种方法估计 {last} 年比 2020 年 {least} 至 {most}（估计）", "No official figure for {first}-{last}; {methods} methods put {last} at {least} to {most} against 2020 (estimated)"),
    "overview.glide.energy": Text(
        "{year} 年能耗强度{side}目标路径 {points} 个百分点",
        "Energy intensity {points} points {side} the path in {year}",
    ),
    "overview.glide.co2": Text(
        "{year} 年碳排放强度{side}目标路径 {points} 个百分点",
        "CO₂ intensity {points} points {side} the path in {year}",
    ),
    "side.below": Text("低于", "below"),
    "side.above": Text("高于", "above"),
    "overview.glide.sub": Text(
        "{measure}，2020 年=100，全国，2020—2025 年", "{measure}, 2020 = 100, China, 2020-2025"
    ),
    "series.path": Text("目标路径", "Path to the target"),
    "series.official": Text("官方（规模以上工业）", "Official (above designated size)"),
    "series.estimate": Text("独立估算（全部工业）", "Independent estimate (all industry)"),
    "series.with_transformation": Text(
        "独立估算，含发电供热转换投入", "Estimate with power and heat conversion"
    ),
    "series.energy_related": Text("独立估算，仅能源相关排放", "Estimate, energy-related only"),
    "overview.unknown_band": Text(
        "{years} 年<br>未见官方数字", "{years}: no official<br>figure found"
    ),
    "overview.unknown_band_co2": Text("{years} 年<br>尚无清单", "{years}:<br>no inventory yet"),
    "overview.verdict": Text("截至 {year} 年：能耗强度目标按累计进度{energy}，碳排放强度目标{co2}，工业直接排放{peak}。{unknown} 年未见官方年度数字；{methods} 种方法估计 2025 年能耗强度比 2020 年 {least} 至 {most}，其中 {met} 种达到目标。", "By {year}: the energy target is {energy} by cumulative progress, the CO₂ target {co2}, and direct industrial emissions {peak}. No official annual figure for {unknown} was found; {methods} methods put energy intensity in 2025 at {least} to {most} against 2020, {met} of them reaching the target."),
    "verdict.on_schedule": Text("进展顺利", "on schedule"),
    "verdict.behind": Text("略有滞后", "somewhat behind"),
    "verdict.far_behind": Text("严重滞后", "far behind"),
    "verdict.in_year": Text("{words}（{year} 年）", "{words} (in {year})"),
    "verdict.peak": Text("{state}，比上年 {change}", "are {state} ({change} on the year before)"),
    "overview.glide.alt": Text("{year} 年目标路径为 {path}；{series}。", "In {year} the path stands at {path}; {series}."),
    "overview.glide.alt_item": Text("{name} {value}", "{name} at {value}"),
    "overview.apart": Text(
        "官方数字只覆盖规模以上工业；独立估算由 {count} 省能源与排放清单汇总，覆盖全部工业。两者口径不同，并列而不混用。",
        "The official figure covers industry above designated size; the estimate sums the energy and emission inventories of {count} provinces over all industry. Their scopes differ: they stand side by side and are never mixed.",
    ),
    "overview.who": Text("谁在拉动，谁在拖后", "Who pulls and who lags"),
    "overview.regions.title": Text(
        "{worst}超出路径最多，{best}低于路径最多",
        "{worst} is furthest above its path, {best} furthest below",
    ),
    "overview.regions.sub": Text("{year} 年工业终端能耗与按全国目标路径应有水平之差，{unit}，前五位与后五位，不含存疑（※）省份", "Industrial final energy against the level on the national path, {year}, {unit}, five furthest above and below, doubtful provinces (※) left out"),
    "overview.sectors.title": Text(
        "{worst}能耗增加最多，{best}减少最多", "{worst} added most energy, {best} cut most"
    ),
    "overview.sectors.sub": Text(
        "{years} 年终端能源消费量变化，{unit}，{count} 省合计（不含{names}），前五位与后五位",
        "Change of final energy, {years}, {unit}, {count} provinces (without {names}), five largest rises and falls",
    ),
    "overview.known": Text(
        "{year} 年之后知道什么、不知道什么", "What is known after {year}, and what is not"
    ),
    "overview.known.title": Text("{first} 年起没有工业强度的官方年度数字", "No official annual figure for industrial intensity from {first} on"),
    "overview.known.sub": Text("比上年变化，%，全国，2021—2025 年；官方公布及据其推算", "Change on the year before, %, China, 2021-2025; official figures and what derives from them"),
    "overview.known.no": Text(
        "没有找到 {years} 年规模以上工业单位增加值能耗的官方年度数字，也没有工业单位增加值二氧化碳排放的官方年度数字；因此 {target} 年目标是否完成无法直接判断，估计区间见“展望”页。",
        "No official annual figure for industrial energy per value added was found for {years}, and none for industrial CO₂ per value added: whether the {target} targets were met cannot be told directly; the page Outlook gives a range.",
    ),
    "overview.known.gdp": Text("全社会指标口径不同，不能替代工业指标。单位 GDP 能耗自 {year} 年起扣除原料用能和非化石能源（标“新口径”），与以前不可比。", "The economy-wide rows have another scope and cannot stand in for industry. Energy per GDP leaves out feedstock and non-fossil energy from {year} on (marked “new basis”): not comparable with the years before."),
    "overview.known.co2": Text(
        "单位 GDP 二氧化碳排放 2021—2025 年逐年数字连乘为 {chained}（原口径）；官方按修订口径公布的五年累计为 {revised}。两者不属同一序列。",
        "The yearly figures of CO₂ per GDP for 2021-2025 chain to {chained} (old metric); the official five-year figure on the revised metric is {revised}. The two belong to different series.",
    ),
    "overview.known.month": Text("国家统计局公布的 {year} 年 {month} 月规模以上工业单位增加值能耗同比 {change}，只是单月数字（{standing}；{source}）。", "For {year}-{month:02d} the statistics bureau gave {change} on the year before for industry above designated size: one month only ({standing}; {source})."),
    "known.industry": Text(
        "单位增加值能耗，规模以上工业", "Energy per value added, industry above designated size"
    ),
    "known.energy_gdp": Text("单位 GDP 能耗，全社会", "Energy per GDP, whole economy"),
    "known.co2_gdp": Text(
        "单位 GDP 二氧化碳排放，全社会（原口径）", "CO₂ per GDP, whole economy (old metric)"
    ),
    "known.growth": Text(
        "规模以上工业增加值增速", "Growth of value added, industry above designated size"
    ),
    "known.measure": Text("指标（比上年，%）", "Measure (% on the year before)"),
    "known.standing": Text("性质", "Standing"),
    "known.broken": Text("新口径 {value}", "new basis {value}"),
    # What must be known of a value, as files say it
    "mark.new_basis": Text("新口径", "new basis"),
    "known.none": Text("未见", "none found"),
    "overview.onward.drivers": Text("为什么变化：驱动因素", "Why it changed: Drivers"),
    "overview.onward.peak": Text("谁已达峰：达峰判定", "Who has peaked: Peak"),
    "overview.onward.outlook": Text("2025 年落点与 2030 年走向：展望", "Where 2025 landed and 2030 leads: Outlook"),
    "overview.sure": Text("估算有多可靠", "How sure the estimate is"),
    "overview.sure.text": Text("{years} 年变化：CO₂ 强度 {total}；若各年都不计数据有误的{names}水泥过程排放，为 {without}；只计能源相关排放，为 {energy}。终端能耗强度 {final}；加上发电供热转换投入，为 {transformation}；若不计{cell}（能耗一年翻番，疑为口径变化），为 {jumpless}。", "Change {years}: CO₂ intensity {total}; without the faulty cement data of {names} in any year, {without}; energy-related only, {energy}. Final-energy intensity {final}; with the net input of power and heat, {transformation}; without {cell}, whose energy jumped in one year as a change of accounting would, {jumpless}."),
    "overview.sure.gap": Text("分省清单合计高于全国清单：{year} 年 {provinces}对 {nation}，两者并列，不作调整，因为分省与全国能源统计本身不一致。", "The provincial inventories add up to more than the national one: {provinces} against {nation} in {year}. Both are shown and nothing is reconciled, because the energy statistics behind them differ."),
    "column.year": Text("年份", "Year"),
    "column.region": Text("地区", "Region"),
    "column.sector": Text("行业", "Sector"),
}
