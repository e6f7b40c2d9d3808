"""Terms of the field, each with what it means: said where a term stands and is pointed at."""

from carbonpeak.data.catalogue import Text

# The term as it stands in subtitles, the longer before a shorter that it holds.
TERMS: tuple[tuple[Text, Text], ...] = (
    (
        Text("规模以上工业", "above designated size"),
        Text("年主营业务收入 2000 万元及以上的工业法人单位", "industrial firms with a yearly main-business revenue of 20 million yuan or more"),
    ),
    (
        Text("终端能源消费量", "Final energy"),
        Text("工业直接使用的各类能源折标准煤之和，电力按当量值 0.1229 千克标准煤/千瓦时，不含加工转换投入", "all energy used by industry in tonnes of coal equivalent, electricity at its heat value (0.1229 kgce/kWh), without what is transformed"),
    ),
    (
        Text("单位工业增加值能耗", "Energy per value added"),
        Text("能源消费量÷可比价工业增加值，又称能耗强度", "energy over industrial value added at comparable prices: the energy intensity"),
    ),
    (
        Text("单位工业增加值二氧化碳排放", "CO₂ per value added"),
        Text("二氧化碳直接排放量÷可比价工业增加值，又称碳排放强度", "direct CO₂ over industrial value added at comparable prices: the CO₂ intensity"),
    ),
    (
        Text("直接排放", "irect CO₂"),
        Text("燃料燃烧和水泥生产过程的二氧化碳，不含购入电力、热力的间接排放", "CO₂ of burning fuels and of making cement, without that of bought electricity and heat"),
    ),
    (
        Text("累计进度法", "Cumulative progress over schedule"),
        Text("2020 年以来累计降幅与按时间应达到的降幅相比", "the fall since 2020 against the fall due by now on a steady path"),
    ),
    (
        Text("百分点", "percentage points"),
        Text("两个百分数之差；各行业拉动相加即为全部工业的变化率", "the difference of two percentages; contributions of sectors add up to the change of the whole"),
    ),
    (
        Text("吨标准煤", "tce"),
        Text("能源计量单位：1 吨标准煤=29.3 吉焦", "tonne of coal equivalent: 29.3 GJ"),
    ),
    (
        Text("Mtce", "Mtce"),
        Text("百万吨标准煤；1 吨标准煤=29.3 吉焦", "million tonnes of coal equivalent; 1 tce = 29.3 GJ"),
    ),
    (
        Text("目标路径", "national path"),
        Text("从 2020 年起按固定年降幅匀速达到 2025 年目标的路径", "the steady path that falls by the same part each year from 2020 and meets the target of 2025"),
    ),
)
