"""The one dictionary of fields: the same quantity has the same name, unit and meaning in every table."""

from carbonpeak.data.catalogue import FieldType, Text

FIELDS: dict[str, tuple[FieldType, str, Text]] = {
    # Keys and names
    "year": ("integer", "", Text("年份", "calendar year")),
    "region_code": (
        "string",
        "",
        Text("地区代码（GB/T 2260；000000 为全国）", "region (GB/T 2260; 000000 is the nation)"),
    ),
    "sector_code": (
        "string",
        "",
        Text(
            "行业代码（GB/T 4754—2017 大类或其合并）",
            "division of GB/T 4754-2017, or a merger of divisions",
        ),
    ),
    "plan_industry_code": (
        "string",
        "",
        Text("达峰方案所列重点行业", "key industry of the peaking plan"),
    ),
    "fuel_code": (
        "string",
        "",
        Text("能源品种（process 为工业生产过程）", "fuel (process: industrial process emissions)"),
    ),
    "source_id": ("string", "", Text("来源编号", "source")),
    "standing": (
        "string",
        "",
        Text(
            "数据性质",
            "what the figure is: official, published, reconstructed, derived, estimated, unverified",
        ),
    ),
    "flag": ("string", "", Text("数据问题标记", "named fault that limits the use of the row")),
    "name_en": ("string", "", Text("英文名称", "name in English")),
    "name_zh": ("string", "", Text("中文名称", "name in Chinese")),
    "plan_order": ("integer", "", Text("在方案中的次序", "place in the order of the plan")),
    "short_en": ("string", "", Text("图表用英文简称", "name in English, short enough for a chart")),
    "short_zh": ("string", "", Text("图表用中文简称", "name in Chinese, short enough for a chart")),
    "name_full_zh": ("string", "", Text("中文全称", "full name in Chinese")),
    "spelling": (
        "string",
        "",
        Text("其他写法（单字或全名）", "another spelling, of a character or of a whole name"),
    ),
    "standard_spelling": ("string", "", Text("规范写法", "the same as our tables spell it")),
    "scheme": (
        "string",
        "",
        Text("写法类别", "traditional, or the standard by which the name is romanised"),
    ),
    # Regions, sectors, fuels
    "iso_code": ("string", "", Text("ISO 3166-2 代码", "ISO 3166-2 code")),
    "area_code": (
        "string",
        "",
        Text("四大地区（东部、中部、西部、东北）", "one of the four areas of the statistics"),
    ),
    "in_inventory": (
        "boolean",
        "",
        Text("排放清单是否覆盖", "whether the energy and emission inventories cover it"),
    ),
    "tile_row": ("integer", "", Text("方格图行号", "row in the tile grid")),
    "tile_column": ("integer", "", Text("方格图列号", "column in the tile grid")),
    "section": ("string", "", Text("门类", "mining, manufacturing, utilities or other")),
    "is_industry": ("boolean", "", Text("是否属工业", "whether it is industry")),
    "is_energy_intensive": (
        "boolean",
        "",
        Text("是否属六大高耗能行业", "whether it is one of the six energy-intensive divisions"),
    ),
    "carbon_market": (
        "string",
        "",
        Text("全国碳市场涉及行业（大类）", "sector of the national carbon market"),
    ),
    "fuel_group": (
        "string",
        "",
        Text("能源类别", "coal, oil, gas, electricity, heat, other or process"),
    ),
    "quantity_unit": ("string", "", Text("实物量单位", "unit of the physical quantity")),
    "tce_per_unit": (
        "number",
        "tce/unit",
        Text("折标准煤系数", "tonnes of coal equivalent per physical unit"),
    ),
    "basis": ("string", "", Text("系数依据", "where the factor comes from")),
    # Sources
    "citation": ("string", "", Text("引用", "how to cite it")),
    "licence": ("string", "", Text("许可", "terms of use")),
    # Energy and CO2
    "quantity": ("number", "fuels.quantity_unit", Text("实物量", "physical quantity")),
    "energy_tce": (
        "number",
        "tce",
        Text("能源消费量（折标准煤）", "energy in tonnes of coal equivalent"),
    ),
    "flow_code": (
        "string",
        "",
        Text("流向：加工转换、损失、非能源利用", "transformation, loss or non-energy use"),
    ),
    "co2_t": ("number", "t", Text("二氧化碳排放量", "CO2 in tonnes")),
    "component": ("string", "", Text("组成部分", "part of the total")),
    "factor_t_per_unit": (
        "number",
        "t/unit",
        Text("隐含排放因子", "CO2 per physical unit, implied by the published inventories"),
    ),
    "inventory_row": ("string", "", Text("清单行", "row of the inventory")),
    "published_co2_t": ("number", "t", Text("已公布排放量", "CO2 as published")),
    "reconstructed_co2_t": ("number", "t", Text("重建排放量", "CO2 as reconstructed")),
    "ratio_without_shandong": (
        "number",
        "ratio",
        Text("重建与公布之比（不含山东）", "reconstructed over published, without Shandong"),
    ),
    # Value added
    "value_added_nominal_cny": (
        "number",
        "CNY, current prices",
        Text("增加值（现价）", "value added at current prices"),
    ),
    "value_added_real_cny": (
        "number",
        "CNY, 2020 prices",
        Text("增加值（2020 年价格）", "value added at 2020 prices"),
    ),
    "deflator_2020_1": ("number", "2020 = 1", Text("平减指数", "deflator")),
    "gross_output_nominal_cny": (
        "number",
        "CNY, current prices",
        Text("总产出（现价）", "gross output at current prices"),
    ),
    "growth_pct": ("number", "% on the year before", Text("增速（按可比价格计算）", "real growth")),
    "gdp_nominal_cny": (
        "number",
        "CNY, current prices",
        Text("地区生产总值（现价）", "gross domestic product at current prices"),
    ),
    "gdp_index_previous_year_100": (
        "number",
        "previous year = 100",
        Text("地区生产总值指数", "index of real gross domestic product"),
    ),
    "secondary_value_added_nominal_cny": (
        "number",
        "CNY, current prices",
        Text("第二产业增加值（现价）", "value added of secondary industry at current prices"),
    ),
    "population": (
        "number",
        "persons",
        Text("年末常住人口", "resident population at the end of the year"),
    ),
    # Faults
    "fault_id": ("string", "", Text("问题编号", "named fault")),
    "fault_zh": ("string", "", Text("问题（中文）", "the fault, in Chinese")),
    "fault_en": ("string", "", Text("问题（英文）", "the fault, in English")),
    "treatment_zh": ("string", "", Text("处理（中文）", "how it is handled, in Chinese")),
    "treatment_en": ("string", "", Text("处理（英文）", "how it is handled, in English")),
    "row_count": ("integer", "rows", Text("涉及行数", "rows that carry the fault")),
    # Official statistics and policy
    "dataset": ("string", "", Text("数据集", "set of statistics the figure belongs to")),
    "indicator": ("string", "", Text("指标", "what is measured")),
    "item": (
        "string",
        "",
        Text(
            "统计对象（行业、产品或能源品种；total 为合计）",
            "what it is measured for: an industry, a product, a fuel; total where it is the whole",
        ),
    ),
    "period": (
        "string",
        "",
        Text(
            "时期（来源原文：年、季、月或年段）",
            "period as the source gives it: a year, quarter, month or span of years",
        ),
    ),
    "value": (
        "number",
        "unit",
        Text(
            "数值（单位见 unit 列）",
            "value, in the unit of the column unit; empty where the text is not one plain number",
        ),
    ),
    "value_text": (
        "string",
        "unit",
        Text("数值原文（含“约”“以上”等限定）", "value as the source words it, with its qualifiers"),
    ),
    "unit": ("string", "", Text("计量单位", "unit of the value")),
    "note": ("string", "", Text("备注", "note on scope, definition or reading")),
    "item_id": ("string", "", Text("条目编号", "number of the entry")),
    "source_date": ("string", "", Text("来源日期", "date of the source")),
    "target_id": ("string", "", Text("目标编号", "number of the target")),
    "policy": (
        "string",
        "",
        Text("政策文件", "document that sets the target or reports the result"),
    ),
    "scope": ("string", "", Text("适用范围", "industry, product or region the target covers")),
    "base_year": ("integer", "", Text("基期", "year the target is measured against")),
    "target_year": (
        "integer",
        "",
        Text("目标年份", "year the target is due, or the result refers to"),
    ),
    "direction": (
        "string",
        "",
        Text(
            "方向（下降、达到、控制在以内等；result 为完成情况）",
            "which way: decrease, reach, below; result marks what was achieved",
        ),
    ),
    "measure": (
        "string",
        "",
        Text(
            "目标指标：单位地区（国内）生产总值能耗、单位工业增加值能耗、单位地区（国内）生产总值二氧化碳排放、单位工业增加值二氧化碳排放",
            "energy or CO2 per unit of gross domestic product or of industrial value added",
        ),
    ),
    "kind": (
        "string",
        "",
        Text(
            "条目类别（目标、进展、累计、新增、任务、行动等）",
            "what the row is: a target, progress, a cumulative or new count, a task, an action",
        ),
    ),
    "change_pct": (
        "number",
        "%",
        Text(
            "变化率（目标和累计进展与 2020 年相比，其余进展与上年同期相比）",
            "change: targets and cumulative progress against 2020, other progress against the same period a year before",
        ),
    ),
    "qualifier": (
        "string",
        "",
        Text(
            "限定（以上、左右、征求意见稿、原规划、修订口径等）",
            "how the figure is qualified: at least, about, draft, earlier plan, old or revised method",
        ),
    ),
    "is_preferred": (
        "boolean",
        "",
        Text("是否为本项目采用值", "whether this is the figure to show where sources give several"),
    ),
    "topic": ("string", "", Text("主题", "topic")),
    "factor_group": (
        "string",
        "",
        Text("系数来源类别", "standard, inventory or rule the factor belongs to"),
    ),
    "parameter": ("string", "", Text("参数", "parameter, or the year it holds for")),
    "task_number": (
        "string",
        "",
        Text("任务或行动序号", "number of the task or letter of the action"),
    ),
    "title": ("string", "", Text("标题", "title")),
    "register_field": (
        "string",
        "",
        Text("登记表的列", "column of the registers that the text stands in"),
    ),
    "text_en": ("string", "", Text("英文原文", "text as the registers hold it")),
    "text_zh": ("string", "", Text("中文", "the same in Chinese")),
    "wording": (
        "string",
        "",
        Text(
            "中文出处（seen 已见文件原文；recalled 为文件名称或标题，待核对原文；translated 为本项目译写）",
            "where the Chinese is from: seen in a copy of the document; recalled, a name or heading "
            "to be compared with the original; translated by this project",
        ),
    ),
    "sub_measures": ("string", "", Text("具体措施", "measures under the task or action")),
    "grid_area": (
        "string",
        "",
        Text(
            "电网范围（全国和省级地区为行政区划代码，区域电网为英文名）",
            "grid area: code of the nation or province, or name of the regional grid",
        ),
    ),
    "co2_kg_per_kwh": (
        "number",
        "kg/kWh",
        Text("电力二氧化碳排放因子", "CO2 per kilowatt-hour of electricity"),
    ),
    # The newest months and plants
    "series_code": ("string", "", Text("月度指标代码", "monthly series")),
    "month_count": (
        "integer",
        "months",
        Text(
            "时期所含月数（1—2 月合并公布为 2）",
            "months in the period; January and February are published as one",
        ),
    ),
    "change_on_year_pct": (
        "number",
        "%",
        Text("公布的同比变化率", "published change on the same period of the year before"),
    ),
    "released_on": ("string", "", Text("发布日期", "day of release")),
    "co2e_t": (
        "number",
        "t",
        Text("温室气体排放量（二氧化碳当量）", "greenhouse gases in tonnes of CO2e"),
    ),
    "tier": (
        "integer",
        "",
        Text(
            "官方预警等级（1 一级，2 二级，3 三级）",
            "official warning tier: 1 critical, 2 strained, 3 on schedule",
        ),
    ),
    "unit_id": ("string", "", Text("机组编号（来源）", "number of the unit in its database")),
    "site_id": ("string", "", Text("厂址编号（来源）", "number of the site in its database")),
    "unit_status": (
        "string",
        "",
        Text("状态（在运、在建等）", "status: operating, construction and so on"),
    ),
    "capacity_mw": ("number", "MW", Text("装机容量", "capacity")),
    "start_year": ("integer", "", Text("投运年份", "year of commissioning")),
    "technology": ("string", "", Text("机组技术", "technology of the unit")),
    "coal_type": ("string", "", Text("煤种", "kind of coal")),
    "is_captive": ("boolean", "", Text("是否自备机组", "whether it serves a factory of its own")),
    "load_factor_assumed": (
        "number",
        "ratio",
        Text("数据库假设的负荷率", "load factor that the database assumes"),
    ),
    "co2_model_t": (
        "number",
        "t a year",
        Text("数据库模型估算的年排放量", "CO2 a year by the model of the database"),
    ),
    "plant_id": ("string", "", Text("工厂编号（来源）", "number of the plant in its database")),
    "capacity": (
        "number",
        "unit",
        Text("产能或装机（单位见 unit 列）", "capacity, in the unit of the column unit"),
    ),
    # Carbon market
    "month": ("string", "", Text("月份（年-月）", "month, as YYYY-MM")),
    "date": ("string", "", Text("日期（年-月-日）", "date, as YYYY-MM-DD")),
    "trading_days": ("integer", "days", Text("交易日数", "days with trade")),
    "turnover_cny": ("number", "CNY", Text("成交额", "turnover")),
    "listed_turnover_cny": (
        "number",
        "CNY",
        Text("挂牌协议交易成交额", "turnover of listed agreement trades"),
    ),
    "volume_t": ("number", "t", Text("成交量", "volume traded, one allowance is one tonne of CO2")),
    "listed_volume_t": (
        "number",
        "t",
        Text("挂牌协议交易成交量", "volume of listed agreement trades"),
    ),
    "block_volume_t": (
        "number",
        "t",
        Text("大宗协议交易成交量", "volume of block agreement trades"),
    ),
    "auction_volume_t": ("number", "t", Text("单向竞价成交量", "volume of one-way auctions")),
    "average_cny_per_t": (
        "number",
        "CNY/t",
        Text("成交均价（成交额÷成交量）", "average price, turnover over volume"),
    ),
    "close_cny_per_t": ("number", "CNY/t", Text("收盘价", "closing price")),
    "unit_name": ("string", "", Text("机组或设施名称", "name of the unit or plant")),
    "line": (
        "string",
        "",
        Text(
            "行业（power 发电、clinker 水泥熟料、steel 钢铁、aluminium 电解铝）",
            "kind of unit: power, clinker, steel or aluminium",
        ),
    ),
    "electricity_mwh": ("number", "MWh", Text("发电量", "power generated")),
    "heat_gj": ("number", "GJ", Text("供热量", "heat supplied")),
    "load_factor": ("number", "", Text("负荷（出力）系数，0 至 1", "load factor, 0 to 1")),
    "product_t": (
        "number",
        "t",
        Text("产品产量（熟料、钢或铝）", "output of clinker, steel or aluminium"),
    ),
    "co2_t_per_mwh": ("number", "t/MWh", Text("发电排放强度", "CO2 per MWh generated")),
    "co2_t_per_t": ("number", "t/t", Text("产品排放强度", "CO2 per tonne of product")),
    "cf4_t": ("number", "t", Text("四氟化碳排放量", "CF4 emitted")),
    "c2f6_t": ("number", "t", Text("六氟化二碳排放量", "C2F6 emitted")),
    "balance_t_per_t": (
        "number",
        "t/t",
        Text("行业碳排放强度平衡值", "balance value of the line, as its owner knows it"),
    ),
    "unit_class": (
        "string",
        "",
        Text(
            "机组类别（300 兆瓦等级以上、以下常规燃煤，非常规燃煤，燃气）",
            "class of power unit: conventional coal above or up to the 300 MW class, unconventional coal, gas",
        ),
    ),
    "carrier": ("string", "", Text("产品（电或热）", "what is supplied: electricity or heat")),
    "output_basis": (
        "string",
        "",
        Text(
            "产量口径（供电量、发电量、供热量）",
            "what output is counted: power supplied, power generated or heat supplied",
        ),
    ),
    "rule_status": (
        "string",
        "",
        Text("规则状态（正式或征求意见稿）", "whether the rule is final or a draft"),
    ),
    "stage": (
        "string",
        "",
        Text("阶段（起始年份；planned 为规划）", "stage of the market: year it began, or planned"),
    ),
    "aspect": (
        "string",
        "",
        Text(
            "覆盖范围的方面（单位数、排放量、占比、气体、门槛等）",
            "what is said of the coverage: units, emissions, share, gases, threshold and others",
        ),
    ),
    "event": ("string", "", Text("事件", "what happened")),
    "series": ("string", "", Text("序列", "series that breaks")),
    # Green manufacturing and targets
    "batch": (
        "string",
        "",
        Text(
            "批次（1—5 为第一至第五批，2021 为 2021 年度）",
            "batch: the first to the fifth, or the year 2021",
        ),
    ),
    "listed_on": ("string", "", Text("公布日期", "day of the list, as YYYY-MM-DD")),
    "facility_measure": (
        "string",
        "",
        Text("指标（能源、二氧化碳、总产值或增加值）", "energy, CO2, gross output or value added"),
    ),
    "facility_sector": (
        "string",
        "",
        Text("行业代码（all 为全部行业）", "division of GB/T 4754-2017; all for every one"),
    ),
    "facility_fuel": ("string", "", Text("能源品种（all 为全部品种）", "fuel; all for every one")),
    "amount": (
        "number",
        "unit of the measure",
        Text("数值（吨标准煤、吨二氧化碳或元）", "tce, t CO2 or yuan at current prices"),
    ),
    "enterprise_count": ("integer", "entities", Text("企业数", "enterprises")),
    "missing": (
        "string",
        "",
        Text(
            "缺失类别（suppressed 为不予公布，no_factor 为没有排放因子）",
            "kind of missing: suppressed (withheld), no_factor (no emission factor)",
        ),
    ),
    "entity_count": ("integer", "entities", Text("名单所列单位数", "entities on the list")),
    "entity_name": (
        "string",
        "",
        Text("单位名称（名单原文）", "name of the entity as the list has it"),
    ),
    "sector_by_name": (
        "string",
        "",
        Text(
            "按名称识别的行业（cement 水泥，steel 钢铁，vehicles 汽车及零部件）",
            "sector that the name says: cement, steel or vehicles",
        ),
    ),
    "scope_group": (
        "string",
        "",
        Text(
            "目标所属领域（全社会、工业、重点行业、园区和工厂等）",
            "field of the target: the economy, industry, a key industry, parks and factories",
        ),
    ),
    "task_id": (
        "string",
        "",
        Text(
            "所属任务或行动（达峰方案，本看板按内容归类）",
            "task or action of the peaking plan it serves, as this dashboard assigns it by subject",
        ),
    ),
    "bound": (
        "number",
        "unit",
        Text("目标值中的数", "number in the target, in the unit of its register"),
    ),
    "pinyin": (
        "string",
        "",
        Text(
            "中文的拼音及首字母（供检索）", "Chinese words in pinyin and by initials, to search by"
        ),
    ),
    "series_table": (
        "string",
        "",
        Text("最新值所在的表", "table that holds the latest value of the target"),
    ),
    "series_key": (
        "string",
        "",
        Text("最新值在该表中的序列", "series of that table, by the values that tell it apart"),
    ),
    "rule": (
        "string",
        "",
        Text(
            "换算规则（level 水平值，fall 降幅，chained_fall 逐年连乘降幅，reported_fall 公布降幅）",
            "how the value is read: level, fall, chained_fall or reported_fall",
        ),
    ),
    "is_comparable": (
        "boolean",
        "",
        Text("最新值与目标口径是否一致", "whether the value measures what the target speaks of"),
    ),
    # Product footprints
    "unit_dimension": (
        "string",
        "",
        Text(
            "单位量纲（质量、能量、距离等）",
            "what the unit below the line measures: mass, energy, distance ...",
        ),
    ),
    "unit_scale": (
        "number",
        "base units",
        Text(
            "分母单位折合基本单位（千克、兆焦、千米等）数",
            "base units (kg, MJ, km ...) in one unit below the line",
        ),
    ),
    "written_unit": (
        "string",
        "",
        Text("以千克表示的单位", "the unit with kilograms above the line"),
    ),
    "kg_per_listed_unit": (
        "number",
        "kg",
        Text("原单位分子折合千克数", "kilograms in one unit above the line"),
    ),
    "generation": ("string", "", Text("发电类型", "kind of generation")),
    "grid_share": (
        "string",
        "",
        Text(
            "电量口径（全部、不含市场化交易非化石电量、化石能源）",
            "which power is counted: all, without traded non-fossil power, fossil",
        ),
    ),
    "boundary": ("string", "", Text("系统边界", "system boundary")),
    "study_id": (
        "string",
        "",
        Text("研究编号（由内容得出）", "number of the study, from its content"),
    ),
    "study_name": ("string", "", Text("研究的产品", "product of the study")),
    "document": ("string", "", Text("研究全文（JSON）", "the whole study, as JSON")),
    "cpc_code": (
        "string",
        "",
        Text("产品总分类（CPC）代码", "code of the Central Product Classification"),
    ),
    "value_without_margins": (
        "number",
        "unit",
        Text("不含流通加价的数值", "value without the margins of trade and transport"),
    ),
    "economy": ("string", "", Text("所属经济体", "economy the value holds for")),
    "spoken": (
        "string",
        "",
        Text("拼音（全拼、首字母）", "pinyin: whole syllables, then initials"),
    ),
}
