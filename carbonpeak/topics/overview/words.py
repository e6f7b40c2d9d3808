"""The words of the page Overview."""

from carbonpeak.data.catalogue import Text

WORDS: dict[str, Text] = {
    # What each figure shows, whatever was chosen and whatever it finds
    "figure.name.glide_energy": Text("能耗强度与目标路径", "Energy intensity and its path"),
    "figure.name.glide_co2": Text("碳排放强度与目标路径", "CO₂ intensity and its path"),
    "figure.name.lagging_regions": Text("与目标路径偏离较大的地区", "Provinces furthest from their path"),
    "figure.name.pulling_sectors": Text("能耗或排放增减最多的行业", "Sectors that added and cut most energy or CO₂"),
    "figure.name.known_after": Text("近年官方数据", "Official figures of the latest years"),
    "overview.title": Text(
        "工业节能降碳目标进展与达峰态势",
        "Is industry on its way to its 2025 targets and a peak before 2030?",
    ),
    "headline": Text("{energy}；{co2}；{peak}{why}。", "Industry is {energy}, {co2}, and {peak}{why}."),
    "headline.energy": Text("能耗强度降幅{pace}", "{pace} on energy intensity"),
    "headline.co2": Text("碳排放强度降幅{pace}（独立估算）", "{pace} on CO₂ intensity (independent estimate)"),
    "headline.pace.ahead.ahead": Text("快于进度要求", "ahead of schedule"),
    "headline.pace.ahead.late": Text("累计快于进度要求，但当年放缓", "ahead of schedule but slowing"),
    "headline.pace.ahead.rose": Text("累计快于进度要求，但当年反弹", "ahead of schedule but rising again"),
    "headline.pace.late.ahead": Text("累计慢于进度要求，当年加快", "behind schedule but catching up"),
    "headline.pace.late.late": Text("慢于进度要求", "behind schedule"),
    "headline.pace.late.rose": Text("慢于进度要求，且当年反弹", "behind schedule and rising again"),
    "headline.pace.rose.ahead": Text("累计不降反升，当年转降", "above its starting level but falling now"),
    "headline.pace.rose.late": Text("累计不降反升", "above its starting level"),
    "headline.pace.rose.rose": Text("不降反升", "rising instead of falling"),
    "headline.pace.no_data.no_data": Text("无法判断", "not to be judged"),
    "headline.peak": Text("工业碳排放{state}", "its emissions are {state}"),
    "headline.power": Text("，主因是电力热力", ": power and heat are why"),
    "overview.later": Text("**自有数据：{name}至 {year} 年。** {facts}。全国和其他地区止于 {nation} 年。", "**Own figures: {name} to {year}.** {facts}. The nation and other places end in {nation}."),
    "overview.later.energy": Text("能耗强度", "Energy intensity"),
    "overview.later.co2": Text("碳排放强度", "CO₂ intensity"),
    "overview.later.pace": Text("{quantity}比 {base} 年{moved}：{tier}", "{quantity} {moved} against {base}: {tier}"),
    "overview.later.peak": Text("工业碳排放{state}", "industrial CO₂ is {state}"),
    "overview.later.open": Text("{name} {year} 年", "{name} in {year}"),
    "verdict.on_track": Text("● 进展顺利", "● On track"),
    "verdict.at_risk": Text("◐ 存在风险", "◐ At risk"),
    "verdict.off_track": Text("○ 偏离目标", "○ Off track"),
    "verdict.unknown": Text("– 无法判断", "– Unknown"),
    "status.rule": Text("累计进度和当年降幅均达到要求为“进展顺利”，只有一项达到为“存在风险”，均未达到为“偏离目标”；为本看板的归纳，不是官方评价。", "On track: both the fall since 2020 and that of the last year meet the path; at risk: one of the two; off track: neither. Our summary, not an official assessment."),
    "status.due": Text("{year} 年应为 {due}", "due by {year}: {due}"),
    "status.target": Text("{year} 年目标 −{target}", "{year} target: −{target}"),
    "status.reason": Text("{year} 年{moved}，路径要求下降 {due}；{first}—{last} 年需年均下降 {rate}", "In {year} it {moved}, the path asks for {due}; {first}-{last} needs {rate} a year"),
    "status.reason.passed": Text("{year} 年{moved}，路径要求下降 {due}；目标降幅已经达到", "In {year} it {moved}, the path asks for {due}; the target is reached already"),
    "status.landing": Text("{methods} 种方法估算 {last} 年降幅 {least}—{most}，{met} 种达到目标", "{methods} methods put the fall by {last} at {least} to {most}; target reached by {met}"),
    "status.no_official": Text("未查到官方年度数据", "No official annual figure was found"),
    "status.covered": Text("{year} 年，{count} 个地区", "{year}, {count} provinces"),
    "status.verdict": Text("{verdict}：{pace}", "{verdict}: {pace}"),
    "status.without_power": Text("电力热力以外的工业（{count} 个地区合计）比 {year} 年最高值低 {below}", "Industry without power and heat ({count} provinces) is {below} below its maximum of {year}"),
    "status.all_industry": Text("全部工业", "All industry"),
    "overview.why": Text("判定依据", "How these verdicts come about"),
    "card.energy.name": Text(
        "规模以上工业单位增加值能耗", "Energy per value added (industry above designated size)"
    ),
    "card.co2.name": Text("单位工业增加值二氧化碳排放（直接排放，独立估算）", "Direct CO₂ per value added (all industry, independent estimate)"),
    "card.peak.name": Text("工业二氧化碳排放达峰（独立估算）", "Peak of industrial CO₂ (independent estimate)"),
    "card.peak.nation": Text("工业二氧化碳排放（{count} 个地区合计，独立估算）", "Peak of industrial CO₂ (sum of {count} provinces, independent estimate)"),
    "card.target.energy": Text(
        "目标：2025 年比 2020 年下降 {target}", "Target: {target} below 2020 by 2025"
    ),
    "card.target.co2": Text(
        "目标：2025 年比 2020 年下降 {target}", "Target: {target} below 2020 by 2025"
    ),
    "card.co2.note": Text("达峰方案要求降幅大于全社会降幅；全社会目标为 18%", "The peaking plan asks for more than the whole society's fall, whose target is 18%"),
    "card.co2.range": Text("口径不同，降幅为 {low}—{high}，快慢随之变化", "A fall of {low} to {high} by basis, and the pace with it"),
    "card.target.peak": Text("目标：{year} 年前达峰", "Target: peak before {year}"),
    "card.since": Text("{year} 年比 2020 年", "{year} against 2020"),
    "card.progress": Text(
        "目标完成进度 {progress}，时序进度 {schedule}",
        "{progress} of the target reached, {schedule} of the time gone",
    ),
    "card.progress.rose": Text(
        "强度不降反升，时序进度 {schedule}",
        "Rose instead of falling; {schedule} of the time gone",
    ),
    "card.year": Text("{year} 年{moved}（推算），目标路径为年均下降 {rate}", "In {year} it {moved} (derived); the path asks for {rate} a year"),
    "card.needed": Text("{first}—{last} 年需年均下降 {rate}", "{first}-{last} would need {rate} a year to meet it"),
    "card.last": Text(
        "最新数据：{year} 年；性质：{standing}", "Last data: {year}; standing: {standing}"
    ),
    "card.by_schedule": Text("按累计进度：", "By cumulative progress: "),
    "card.by_year": Text("按当年降幅：", "By the latest year: "),
    "card.peak.change": Text(
        "比上年{change}，比 2020 年{since}（均不含{names}水泥生产过程排放）", "It {change} on the year before and {since} on 2020 (both without the cement process of {names})"
    ),
    "card.peak.level": Text("{year} 年：{amount}", "{year}: {amount}"),
    "card.peak.provinces": Text("{total} 个地区中，{counts}", "Of {total} provinces: {counts}"),
    "card.peak.note": Text("判定规则见“达峰判定”页", "The rule of the states stands on the page Peak"),
    "card.energy.nowcast": Text("{first}—{last} 年未查到官方年度数据；{methods} 种方法估算 {last} 年降幅为 {least}—{most}", "No official annual figure for {first}-{last} was found; {methods} methods put the fall by {last} at {least} to {most} (estimated)"),
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
        "{measure}，2020 年=100，2020—2025 年；{who}", "{measure}, 2020 = 100, 2020-2025; {who}"
    ),
    "overview.glide.who.energy": Text("官方为规模以上工业，估算为 {count} 个地区合计的全部工业", "official: industry above designated size; estimates: all industry, sum of {count} provinces"),
    "overview.glide.who.co2": Text("估算为 {count} 个地区合计的全部工业", "estimates: all industry, sum of {count} provinces"),
    "series.path": Text("目标路径", "Path to the target"),
    "series.official": Text("官方（规模以上工业）", "Official (above designated size)"),
    "series.estimate": Text("独立估算（全部工业）", "Independent estimate (all industry)"),
    "series.with_transformation": Text(
        "独立估算（含发电供热净投入）", "Estimate with the net input of power and heat"
    ),
    "series.energy_related": Text("独立估算（仅能源活动）", "Estimate, energy-related only"),
    "overview.unknown_band": Text(
        "{years} 年<br>未查到官方数据", "{years}: no official<br>figure found"
    ),
    "overview.unknown_band_co2": Text("{years} 年<br>尚无清单", "{years}:<br>no inventory yet"),
    "overview.verdict": Text(
        "{energy}；{co2}；工业直接排放{peak}。{unknown} 年未查到官方年度数据；{methods} 种方法估算 2025 年能耗强度降幅为 {least}—{most}，其中 {met} 种达到目标（{target}）。",
        "{energy}; {co2}; direct industrial emissions {peak}. No official annual figure for {unknown} was found; {methods} methods put the fall of energy intensity by 2025 at {least} to {most}, {met} of them reaching the target of {target}.",
    ),
    "verdict.measure.energy": Text(
        "{year} 年能耗强度比 {base} 年{schedule}，{pace_schedule}，当年{annual}，{pace_annual}",
        "By {year} energy intensity {schedule} against {base}, {pace_schedule}; in the year itself it {annual}, {pace_annual}",
    ),
    "verdict.measure.co2": Text(
        "{year} 年碳排放强度（独立估算）比 {base} 年{schedule}，{pace_schedule}，当年{annual}，{pace_annual}",
        "by {year} CO₂ intensity (independent estimate) {schedule} against {base}, {pace_schedule}; in the year itself it {annual}, {pace_annual}",
    ),
    "verdict.on_schedule": Text("进展总体顺利", "on schedule"),
    "verdict.behind": Text("形势比较严峻", "strained"),
    "verdict.far_behind": Text("形势十分严峻", "critical"),
    "verdict.ahead": Text("快于进度要求", "ahead of schedule"),
    "verdict.late": Text("慢于进度要求", "behind schedule"),
    "verdict.rose": Text("不降反升", "rising instead of falling"),
    "verdict.no_data": Text("无法判断", "not to be judged"),
    "verdict.peak": Text("{state}，比上年{change}", "are {state} (they {change} on the year before)"),
    "overview.glide.alt": Text("{year} 年目标路径为 {path}；{series}。", "In {year} the path stands at {path}; {series}."),
    "overview.glide.alt_item": Text("{name}为 {value}", "{name} at {value}"),
    "overview.apart": Text(
        "官方数据为规模以上工业口径；独立估算由 {count} 个地区清单汇总，覆盖全部工业。两者不可混用。",
        "The official figure covers industry above designated size; the estimate sums the energy and emission inventories of {count} provinces over all industry. Their scopes differ: they stand side by side and are never mixed.",
    ),
    "overview.regions.title": Text(
        "存疑※除外：{worst}高于路径最多，{best}低于路径最多",
        "Apart from doubtful ones (※), {worst} is furthest above its path, {best} furthest below",
    ),
    "overview.regions.title.above": Text("存疑※除外：{worst}高于路径最多", "Apart from doubtful ones (※), {worst} is furthest above its path"),
    "overview.regions.title.below": Text("存疑※除外：{best}低于路径最多", "Apart from doubtful ones (※), {best} is furthest below its path"),
    "overview.regions.sub": Text("{year} 年工业{quantity}与全国目标路径应有水平之差，{unit}；前五位与后五位，不含存疑（※）地区", "{quantity} of industry against the level on the national path, {year}, {unit}, five furthest above and below, doubtful provinces (※) left out"),
    "overview.sectors.title": Text("{worst}{quantity}增加最多，{best}减少最多", "{worst} added most {quantity}, {best} cut most"),
    "overview.sectors.title.above": Text("{worst}{quantity}增加最多", "{worst} added most {quantity}"),
    "overview.sectors.title.below": Text("{best}{quantity}减少最多", "{best} cut most {quantity}"),
    "overview.short.energy": Text("能耗", "energy"),
    "overview.short.co2": Text("排放", "CO₂"),
    "overview.measure": Text("两个列表按", "The two lists by"),
    "overview.measure.energy": Text("能耗", "Energy"),
    "overview.measure.co2": Text("二氧化碳", "CO₂"),
    "overview.sectors.sub": Text(
        "{years} 年{quantity}变化，{unit}，{count} 个地区合计（不含{names}）；前五位与后五位，不含存疑（※）行业",
        "Change of {quantity}, {years}, {unit}, {count} provinces (without {names}), the first five and the last five, doubtful divisions (※) left out",
    ),
    "overview.known": Text(
        "{year} 年以后的数据情况", "What is known after {year}, and what is not"
    ),
    "overview.known.title": Text("未查到 {first} 年以后工业强度的官方年度数据", "No official annual figure for industrial intensity from {first} on was found"),
    "overview.known.sub": Text("比上年变化，%，全国，2021—2025 年；官方公布数（公报数为初步统计数）及推算数", "Change on the year before, %, China, 2021-2025; official figures (those of communiques are preliminary) and what derives from them"),
    "overview.known.no": Text(
        "未查到 {years} 年规模以上工业单位增加值能耗和单位工业增加值二氧化碳排放的官方年度数据，{target} 年目标完成情况须以官方公布为准；估算区间见“展望”页。",
        "No official annual figure for industrial energy per value added was found for {years}, and none for industrial CO₂ per value added: whether the {target} targets were met is for the official figures to say; the page Outlook gives an estimated range.",
    ),
    "overview.known.gdp": Text("全社会指标不能替代工业指标。{year} 年起单位国内生产总值能耗扣除原料用能和非化石能源消费量（“新口径”），与以前不可比。", "The economy-wide rows have another scope and cannot stand in for industry. Energy per GDP leaves out feedstock and non-fossil energy from {year} on (marked “new basis”): not comparable with the years before."),
    "overview.known.co2": Text(
        "单位国内生产总值二氧化碳排放 2021—2025 年各年累计{chained}（原口径）；官方按修订口径公布的五年累计{revised}，两者不可比。",
        "By the yearly figures for 2021-2025 CO₂ per GDP {chained} in all (old metric); by the official five-year figure on the revised metric it {revised}. The two belong to different series.",
    ),
    "overview.known.month": Text("{year} 年 {month} 月，规模以上工业单位增加值能耗同比{change}（单月数；{standing}；{source}）。", "In {year}-{month:02d} energy per value added of industry above designated size {change} on the year before: one month only ({standing}; {source})."),
    "known.industry": Text(
        "规模以上工业单位增加值能耗", "Energy per value added, industry above designated size"
    ),
    "known.energy_gdp": Text("单位国内生产总值能耗（全社会）", "Energy per GDP, whole economy"),
    "known.co2_gdp": Text(
        "单位国内生产总值二氧化碳排放（全社会，原口径）", "CO₂ per GDP, whole economy (old metric)"
    ),
    "known.growth": Text(
        "规模以上工业增加值增速", "Growth of value added, industry above designated size"
    ),
    "known.measure": Text("指标（比上年，%）", "Measure (% on the year before)"),
    "known.standing": Text("性质", "Standing"),
    "known.broken": Text("新口径 {value}", "new basis {value}"),
    # What must be known of a value, as files say it
    "mark.new_basis": Text("新口径", "new basis"),
    "known.none": Text("未查到", "none found"),
    "overview.onward.drivers": Text("变化原因（驱动因素）", "Why it changed: Drivers"),
    "overview.onward.peak": Text("达峰状况（达峰判定）", "Who has peaked: Peak"),
    "overview.onward.outlook": Text("2025 年完成情况估算与 2030 年情景（展望）", "Where 2025 landed and 2030 leads: Outlook"),
    "overview.sure": Text("估算的可靠性", "How sure the estimate is"),
    "overview.sure.text": Text("{years} 年，碳排放强度{total}；不计数据异常的{names}水泥生产过程排放，{without}；仅计能源活动排放，{energy}。能耗强度{final}；加上发电供热净投入，{transformation}；不计{cell}（能耗一年翻番，疑为统计口径变化），{jumpless}。", "{years}: CO₂ intensity {total}; without the faulty cement data of {names} in any year it {without}; energy-related only it {energy}. Final-energy intensity {final}; with the net input of power and heat it {transformation}; without {cell}, whose energy jumped in one year as a change of accounting would, it {jumpless}."),
    "overview.sure.gap": Text("{year} 年分省清单合计为 {provinces}，全国清单为 {nation}；分省与全国能源统计不一致，两者并列，不作调整。", "The provincial inventories add up to more than the national one: {provinces} against {nation} in {year}. Both are shown and nothing is reconciled, because the energy statistics behind them differ."),
    "column.year": Text("年份", "Year"),
    "column.region": Text("地区", "Region"),
    "column.sector": Text("行业", "Sector"),
}
