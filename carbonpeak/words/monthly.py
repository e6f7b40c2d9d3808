"""The words of the monthly series that several pages name."""

from carbonpeak.data.catalogue import Text

WORDS: dict[str, Text] = {
    "monthly.energy_intensity": Text("规模以上工业单位增加值能耗", "Energy per value added above designated size"),
    "monthly.value_added_growth": Text("规模以上工业增加值", "Real value added above designated size"),
    "monthly.producer_prices": Text("工业生产者出厂价格", "Producer prices of industry"),
    "monthly.fossil_power": Text("化石能源发电量", "Power from fossil fuels"),
    "monthly.coal_power": Text("煤电发电量", "Power from coal"),
    "monthly.clean_power": Text("清洁能源发电量", "Clean power"),
    "monthly.power_demand": Text("用电需求", "Demand for power"),
    "monthly.grid_intensity": Text("发电碳排放强度", "CO₂ intensity of power"),
    "monthly.raw_coal": Text("原煤产量", "Output of raw coal"),
    "monthly.crude_oil": Text("原油产量", "Output of crude oil"),
    "monthly.natural_gas": Text("天然气产量", "Output of natural gas"),
    "monthly.market_price": Text("全国碳市场成交均价", "Average price of the national carbon market"),
    # Their units as each language has them
    "monthly.unit.percent": Text("%", "%"),
    "monthly.unit.twh": Text("亿千瓦时", "TWh"),
    "monthly.unit.g_kwh": Text("克/千瓦时", "g/kWh"),
    "monthly.unit.mt": Text("万吨", "Mt"),
    "monthly.unit.bn_m3": Text("亿立方米", "bn m³"),
    "monthly.unit.cny_t": Text("元/吨", "yuan/t"),
    # Periods
    "monthly.month": Text("{year} 年 {month} 月", "{year}-{month:02d}"),
    "monthly.pair": Text("{year} 年 1—2 月", "{year}-01/02"),
    "monthly.level": Text("{period}{name}为 {value}", "{name}: {value} in {period}"),
    "monthly.on_year": Text("{period}{name}同比{moved}", "{name} {moved} on the year in {period}"),
    # The line of other pages that leads to the newest figures
    "monthly.newest": Text("最新月度数据：{items}。单月数不能替代年度结果。", "The newest months: {items}. No month stands in for a year."),
}
