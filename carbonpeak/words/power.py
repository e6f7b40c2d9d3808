"""The words of power and heat against all other industry, wherever it is told."""

from carbonpeak.data.catalogue import Text

WORDS: dict[str, Text] = {
    "power.name": Text("电力热力与其他工业", "Power and heat, and all other industry"),
    "power.without": Text("除电力热力外的工业", "Industry other than power"),
    "power.rose": Text("增加 {amount}", "rose by {amount}"),
    "power.fell": Text("减少 {amount}", "fell by {amount}"),
    "power.same": Text("持平", "did not change"),
    "power.title": Text("{first}—{last} 年电力热力{power}，其他工业{other}", "{first}-{last}: CO₂ of power and heat {power}, of all other industry {other}"),
    "power.sentence": Text("{first}—{last} 年，电力热力直接排放{power}，其他工业{other}，合计{whole}（{count} 个地区合计）。", "Over {first}-{last} direct CO₂ of power and heat {power}, that of all other industry {other}, both together {whole} (sum of {count} provinces)."),
    "power.below": Text("其他工业 {last} 年比 {year} 年最高值低 {below}。", "In {last} other industry lay {below} below its maximum of {year}."),
    "power.highest": Text("其他工业 {last} 年排放为历年最高。", "Other industry was at its maximum in {last}."),
    "power.process": Text("{names}水泥生产过程排放数据异常，各年均不计入。", "Cement process CO₂ of {names} is implausible in some years and left out of all."),
    "power.chemicals": Text("其他工业中化工{moved}，其 {year} 年数据受清单原料用能骤增影响，不宜解读为减排。", "Within other industry chemicals {moved}: in {year} feedstock leaps in the inventories, so this should not be read as a cut."),
    "power.whole": Text("合计：{amount}，{moved}", "Both: {amount}, {moved}"),
    "power.power": Text("电力热力：{amount}（占 {share}），{moved}", "Power and heat: {amount} ({share}), {moved}"),
    "power.other": Text("其他工业：{amount}（占 {share}），{moved}", "Other industry: {amount} ({share}), {moved}"),
}
