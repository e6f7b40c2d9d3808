"""The words of footprint studies: stages, kinds, and a sentence for everything that may be wrong."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from carbonpeak.data.catalogue import Text
from carbonpeak.data.units import UnitError, is_co2_only, written
from carbonpeak.domain.study import Result, Study
from carbonpeak.domain.study_checks import Flaw
from carbonpeak.words.numbers import number

if TYPE_CHECKING:
    from carbonpeak.words.speaker import Speaker

WORDS: dict[str, Text] = {
    "study.stage.raw_materials": Text("原材料获取", "Raw materials"),
    "study.stage.production": Text("生产制造", "Production"),
    "study.stage.transport": Text("运输", "Transport"),
    "study.stage.distribution": Text("分销", "Distribution"),
    "study.stage.use": Text("使用", "Use"),
    "study.stage.disposal": Text("废弃处置", "Disposal"),
    "study.boundary.gate": Text("从摇篮到大门", "cradle to gate"),
    "study.boundary.grave": Text("从摇篮到坟墓", "cradle to grave"),
    "study.boundary.gate_to_gate": Text("从大门到大门", "gate to gate"),
    "study.boundary.gate_to_grave": Text("从大门到坟墓", "gate to grave"),
    "study.boundary.direct": Text("仅直接排放", "direct emissions alone"),
    "study.boundary.": Text("未说明", "not stated"),
    "study.kind.emission": Text("排放", "emission"),
    "study.kind.credit": Text("抵减（使用者给定）", "credit (given by the reader)"),
    "study.kind.capture": Text("捕集封存", "capture and storage"),
    "study.kind.uptake": Text("生物质吸收", "biogenic uptake"),
    "study.standing.own": Text("使用者给定", "given by the reader"),
    "study.standing.measured": Text("实测", "measured"),
    "study.standing.": Text("未说明", "not stated"),
    "study.region.GLO": Text("全球", "world"),
    "study.region.": Text("未说明", "not stated"),
    "statement.title": Text("{product}碳足迹声明", "Carbon footprint of {product}"),
    "statement.subtitle": Text("功能单位（声明单位）{unit}，{boundary}，使用者的研究", "Functional or declared unit {unit}, {boundary}, reader's study"),
    "statement.subtitle.example": Text("功能单位（声明单位）{unit}，{boundary}，示例（活动数据为假设）", "Functional or declared unit {unit}, {boundary}, example (activities are made up)"),
    "statement.date": Text("数据时段 {period} 年", "Period of the data {period}"),
    "statement.head.result": Text("结果", "Result"),
    "statement.head.rows": Text("活动数据和因子", "Activities and factors"),
    "study.functional": Text("{amount} {unit}", "{amount} {unit}"),
    "study.headline": Text("每 {unit}{product}的碳足迹为 {emitted} 千克二氧化碳当量。", "{emitted} kg CO₂e per {unit} of {product}."),
    "study.headline.both": Text("每 {unit}{product}排放 {emitted} 千克二氧化碳当量；清除与抵减 {removed} 千克另列，相减为 {net} 千克。", "{emitted} kg CO₂e emitted per {unit} of {product}; {removed} kg removed or credited stand apart ({net} kg less them)."),
    "study.source": Text("使用者的研究", "reader's study"),
    "study.cli.unread": Text("无法读取 {file}（{why}）。请检查文件名。", "Cannot read {file} ({why}). Check its name."),
    "study.cli.nowhere": Text("请用 -o 指定文件名，另存为 {kind}。", "Name the file to save as {kind} with -o."),
    # Fields of a study
    "study.field.schema": Text("文件格式", "File schema"),
    "study.field.version": Text("格式版本", "Version of the schema"),
    "study.field.product": Text("产品名称", "Product"),
    "study.field.amount": Text("功能单位（声明单位）数量", "Amount of the functional or declared unit"),
    "study.field.unit": Text("功能单位（声明单位）的计量单位", "Unit of measure of the functional or declared unit"),
    "study.field.boundary": Text("系统边界", "Boundary"),
    "study.field.is_declared": Text("是否为声明单位", "Whether it is a declared unit"),
    "study.field.region": Text("地区", "Region"),
    "study.field.first_year": Text("数据起始年份", "First year of the data"),
    "study.field.last_year": Text("数据截止年份", "Last year of the data"),
    "study.field.notes": Text("说明", "Notes"),
    "study.field.is_example": Text("是否为示例", "Whether it is an example"),
    "study.field.company": Text("企业名称", "Company"),
    "study.field.company_ids": Text("企业标识（URN，每行一个）", "Company identifiers (URN, one a line)"),
    "study.field.product_ids": Text("产品标识（URN，每行一个）", "Product identifiers (URN, one a line)"),
    "study.field.mass_kg": Text("功能单位产品质量（千克，不含包装）", "Mass of the functional unit, kg without packaging"),
    "study.field.fossil_carbon_kg": Text("产品化石碳含量（千克碳）", "Fossil carbon in the product, kg of carbon"),
    "study.field.exempted_pct": Text("豁免排放占比（%）", "Share of emissions left out, %"),
    "study.field.potentials": Text("增温潜势版本（AR 加序号，每行一个）", "Warming potentials (AR and a number, one a line)"),
    "study.field.standards": Text("所依据标准（每行一个）", "Standards followed (one a line)"),
    "study.field.has_packaging": Text("是否包括包装排放", "Whether packaging is counted"),
    "study.field.preceding": Text("所替代记录的编号", "Ids of records it takes the place of"),
    # Columns of the table of rows
    "study.column.stage": Text("阶段", "Stage"),
    "study.column.name": Text("名称", "Name"),
    "study.column.activity": Text("活动数据", "Activity"),
    "study.column.unit": Text("单位", "Unit"),
    "study.column.factor": Text("因子", "Factor"),
    "study.column.factor_unit": Text("因子单位", "Factor unit"),
    "study.column.kind": Text("类别", "Kind"),
    "study.column.factor_name": Text("因子名称", "Factor name"),
    "study.column.factor_year": Text("因子年份", "Factor year"),
    "study.column.factor_region": Text("因子地区", "Factor region"),
    "study.column.factor_boundary": Text("因子边界", "Factor boundary"),
    "study.column.factor_standing": Text("因子数据性质", "Factor standing"),
    "study.column.factor_source": Text("因子来源", "Factor source"),
    "study.column.factor_id": Text("因子编号", "Factor id"),
    "study.column.note": Text("备注", "Note"),
    # Where a sentence belongs
    "study.at_rows": Text("第 {rows} 行：{what}", "Rows {rows}: {what}"),
    "study.at_more": Text("{rows} 等 {count}", "{rows} and others, {count} in all"),
    "study.at_row": Text("第 {row} 行：{what}", "Row {row}: {what}"),
    # What keeps a study from being reckoned
    "study.flaw.no_product": Text("没有产品名称，请填写。", "the product has no name: give one."),
    "study.flaw.amount": Text("功能单位（声明单位）的数量应大于零，而不是“{given}”。", "the amount of the functional or declared unit must be above zero, not {given}."),
    "study.flaw.no_unit": Text("没有计量单位，请选择。", "there is no unit: choose one."),
    "study.flaw.no_factor_unit": Text("排放因子没有单位，请写作如 kg CO2e/kWh。", "the factor has no unit: write it like kg CO2e/kWh."),
    "study.flaw.unit": Text("不认识计量单位“{given}”，请从单位表中选择；复合单位写作 a/b。", "the unit '{given}' is not known: choose one of the list; a ratio is written a/b."),
    "study.flaw.no_boundary": Text("没有系统边界，请选择“从摇篮到大门”或“从摇篮到坟墓”。", "there is no boundary: choose cradle to gate or cradle to grave."),
    "study.flaw.no_period": Text("没有数据时段，请填写起止年份。", "there is no period: give its first and last year."),
    "study.flaw.period": Text("起始年份 {first} 晚于截止年份 {last}，请更正。", "the first year, {first}, is after the last, {last}: correct one of them."),
    "study.flaw.no_rows": Text("没有任何活动数据，请至少填写一行。", "there are no rows: give at least one."),
    "study.flaw.too_many_rows": Text("共有 {count} 行，最多 {most} 行；请合并相同的活动后再导入。", "there are {count} rows and at most {most} can be taken: join rows of the same kind."),
    "study.flaw.stage": Text("没有“{given}”这一阶段，请从六个阶段中选择。", "there is no stage '{given}': choose one of the six."),
    "study.flaw.outside": Text("{stage}阶段不在“从摇篮到大门”边界之内，请改用“从摇篮到坟墓”或删去该行。", "the stage {stage} lies outside cradle to gate: choose cradle to grave or take the row out."),
    "study.flaw.kind": Text("没有“{given}”这一类别，请选择排放、抵减、捕集封存或生物质吸收。", "there is no kind '{given}': choose emission, credit, capture or uptake."),
    "study.flaw.activity_missing": Text("没有活动数据；空白不按零处理，请填写数量。", "the activity is missing; a blank is not zero: give an amount."),
    "study.flaw.activity_endless": Text("活动数据不是有限的数，请更正。", "the activity is not a finite number: correct it."),
    "study.flaw.activity_negative": Text("活动数据为负数 {given}；如属减少量，请用正数并把类别改为抵减、捕集封存或生物质吸收。", "the activity is negative, {given}; what is taken away has a positive amount and another kind (credit, capture, uptake)."),
    "study.flaw.no_factor": Text("没有排放因子，请从因子库选择或自行填写并注明来源。", "there is no factor: choose one of the library or give your own with its source."),
    "study.flaw.factor_endless": Text("排放因子不是有限的数，请更正。", "the factor is not a finite number: correct it."),
    "study.flaw.factor_negative": Text("排放因子为负数 {given}；清除量请用正数并改类别。", "the factor is negative, {given}; a removal has a positive factor and another kind."),
    "study.flaw.factor_per": Text("排放因子的单位“{factor_unit}”应为每单位活动的碳足迹，如 kg CO2e/kWh。", "the factor's unit '{factor_unit}' must be a footprint per something, like kg CO2e/kWh."),
    "study.flaw.dimension": Text("活动数据以“{unit}”计，而因子以“{factor_unit}”计，二者量纲不同，不能相乘。", "the activity is in {unit} and the factor in {factor_unit}: they measure different things and cannot be multiplied."),
    # What must be known beside a result
    "study.flaw.removals_above": Text("清除与抵减 {removals} 千克大于排放 {emissions} 千克，请核对；二者分列，不相互冲抵。", "removals and credits of {removals} kg are above emissions of {emissions} kg: check them; they stand apart and are not netted."),
    "study.flaw.factor_no_year": Text("因子没有年份。", "the factor has no year."),
    "study.flaw.factor_year": Text("因子为 {year} 年数据，不在研究时段 {period} 年之内。", "the factor is of {year}, outside the study's period {period}."),
    "study.flaw.factor_nation": Text("因子为全国数据，而研究只涉及一个地区。", "the factor is of the whole nation, the study of one province."),
    "study.flaw.factor_region": Text("因子属于另一地区（{region}），与研究地区不同。", "the factor is of another region ({region}) than the study."),
    "study.flaw.factor_grave": Text("因子为“从摇篮到坟墓”口径，可能与其他阶段重复计算。", "the factor covers cradle to grave: other stages may be counted twice."),
    "study.flaw.factor_direct": Text("因子只含直接排放，不含上游排放。", "the factor counts direct emissions alone, nothing upstream."),
    "study.flaw.factor_from_gate": Text("因子从大门算起，不含上游排放。", "the factor begins at the gate: nothing upstream is counted."),
    "study.flaw.factor_no_boundary": Text("因子没有说明系统边界。", "the factor does not state its boundary."),
    "study.flaw.co2_only": Text("因子单位“{unit}”只计二氧化碳，不含其他温室气体。", "the factor's unit {unit} counts CO2 alone, no other gas."),
    "study.flaw.no_source": Text("因子没有来源。", "the factor has no source."),
    # Why two studies cannot stand side by side
    "study.flaw.compare_boundary": Text("系统边界不同（{one}；{other}），不能比较。", "the boundaries differ ({one}; {other}): the two cannot be compared."),
    "study.flaw.compare_unit": Text("功能单位的计量单位不同（{one}；{other}），不能比较。", "the functional units are counted in {one} and in {other}: the two cannot be compared."),
    "study.flaw.compare_amount": Text("功能单位的数量不同（{amount} {one}；{others} {other}），请换算到同一数量后再比较。", "the functional units differ ({amount} {one}; {others} {other}): bring both to the same amount first."),
    # What is wrong with a file
    "study.flaw.file_json": Text("文件不是完整的 JSON（第 {line} 行第 {column} 字符处有误），可能已被截断。", "the file is no whole JSON (fault in line {line}, letter {column}); it may be cut."),
    "study.flaw.file_deep": Text("文件嵌套过深，不予读取。", "the file is nested too deeply and was not read."),
    "study.flaw.file_schema": Text("文件不是产品碳足迹研究（应有 schema 为 {schema}）。", "the file is no footprint study (its schema must be {schema})."),
    "study.flaw.file_version": Text("文件为研究格式第 {given} 版，本程序读取第 {version} 版；请用相应版本的程序打开或另存。", "the file has version {given} of the study format and this program reads version {version}: save it anew with the program it came from."),
    "study.flaw.file_object": Text("字段 {field} 应为一个对象，而不是“{given}”。", "the field {field} must be an object, not '{given}'."),
    "study.flaw.file_list": Text("字段 {field} 应为一个列表，而不是“{given}”。", "the field {field} must be a list, not '{given}'."),
    "study.flaw.file_str": Text("字段 {field} 应为文字，而不是“{given}”。", "the field {field} must be a text, not '{given}'."),
    "study.flaw.file_float": Text("字段 {field} 应为数（不加引号），而不是“{given}”。", "the field {field} must be a number without quotes, not '{given}'."),
    "study.flaw.file_int": Text("字段 {field} 应为整数，而不是“{given}”。", "the field {field} must be a whole number, not '{given}'."),
    "study.flaw.file_bool": Text("字段 {field} 应为 true 或 false，而不是“{given}”。", "the field {field} must be true or false, not '{given}'."),
    "study.flaw.file_number": Text("字段 {field} 不是有限的数（“{given}”）。", "the field {field} is not a finite number ('{given}')."),
    "study.flaw.file_unknown": Text("字段 {field} 中有不认识的名称：{names}；为免遗漏，未读取文件。", "the field {field} has names that are not known: {names}. Nothing was read, so that nothing is lost."),
    "study.flaw.file_lacking": Text("字段 {field} 缺少：{names}。", "the field {field} lacks: {names}."),
    "study.flaw.file_twice": Text("字段“{field}”出现两次，无法判断以哪个为准。", "the field '{field}' stands twice: which one counts cannot be told."),
    "study.flaw.file_long": Text("字段 {field} 超过 {most} 字。", "the field {field} is longer than {most} letters."),
    "study.flaw.file_kind": Text("不认识这种文件；可打开本程序保存的 JSON、XLSX，以及 PACT 和 openLCA JSON-LD 文件。", "this kind of file is not known: open JSON or XLSX as saved here, a PACT record or openLCA JSON-LD."),
    "study.flaw.file_too_large": Text("文件过大，或解压后过大，不予读取。", "the file is too large, or unpacks to too much, and was not read."),
    "study.flaw.file_too_much": Text("读取文件所需的内存或时间过多，已停止读取。", "reading the file takes too much memory or time; it was stopped."),
    "study.flaw.file_damaged": Text("文件已损坏或被截断，无法读取。", "the file is damaged or cut and cannot be read."),
    "study.flaw.sheet_lacking": Text("工作簿缺少工作表：{names}。", "the workbook lacks the sheets: {names}."),
    "study.flaw.sheet_formula": Text("工作表“{sheet}”单元格 {cell} 是公式；为安全起见不予计算，请粘贴为数值。", "the cell {cell} of the sheet {sheet} holds a formula; none is calculated here: paste its value."),
    "study.flaw.sheet_heads": Text("行表缺少列：{names}。", "the table of rows lacks the columns: {names}."),
    "study.flaw.sheet_head_unknown": Text("行表有不认识的列：{names}；为免遗漏，未读取文件。", "the table of rows has columns that are not known: {names}. Nothing was read, so that nothing is lost."),
    "study.flaw.sheet_number": Text("“{field}”列应为数，而不是“{given}”（不用千位分隔符、单位或文字）。", "the column {field} must be a number, not '{given}' (no thousands separators, units or words)."),
    "study.flaw.sheet_year": Text("“{field}”列应为四位年份，而不是“{given}”。", "the column {field} must be a year of four digits, not '{given}'."),
    "study.flaw.sheet_code": Text("“{field}”列没有“{given}”这一取值。", "the column {field} has no value '{given}'."),
    # PACT records
    "study.flaw.pact_object": Text("{field} 应为一个 JSON 对象。", "{field} must be a JSON object."),
    "study.flaw.pact_many": Text("文件含 {count} 条记录；一次只能打开一条，请拆分文件。", "the file holds {count} records; one can be opened at a time: split the file."),
    "study.flaw.pact_lacking": Text("记录缺少必填字段：{names}。", "the record lacks fields that must be there: {names}."),
    "study.flaw.pact_uuid": Text("{field} 应为 UUID，而不是“{given}”。", "{field} must be a UUID, not '{given}'."),
    "study.flaw.pact_version": Text("{field} 应为 3.x 版，而不是“{given}”；2.x 版已停止支持。", "{field} must be 3.x, not '{given}'; versions 2.x are no longer supported."),
    "study.flaw.pact_status": Text("{field} 应为 Active 或 Deprecated，而不是“{given}”。", "{field} must be Active or Deprecated, not '{given}'."),
    "study.flaw.pact_blank": Text("{field} 不能为空。", "{field} must not be blank."),
    "study.flaw.pact_ids": Text("{field} 应为不重复的非空列表，而不是“{given}”。", "{field} must be a list that is not empty and names nothing twice, not '{given}'."),
    "study.flaw.pact_urn": Text("{field} 的“{given}”不是 URN（应以 urn: 开头）。", "'{given}' in {field} is no URN (it must begin with urn:)."),
    "study.flaw.pact_unit": Text("{field} 没有“{given}”这一单位。", "{field} has no unit '{given}'."),
    "study.flaw.pact_decimal": Text("{field} 应为用引号括起的十进制数（不用指数），而不是“{given}”。", "{field} must be a decimal number in quotes without exponent, not '{given}'."),
    "study.flaw.pact_null": Text("{field} 为空值；空值不等于零，不知道时请删去该字段。", "{field} is null, which is not zero: leave the field out where it is not known."),
    "study.flaw.pact_above": Text("{field} 应大于零，而不是 {given}。", "{field} must be above zero, not {given}."),
    "study.flaw.pact_not_below": Text("{field} 不能为负，而不是 {given}。", "{field} must not be below zero, but is {given}."),
    "study.flaw.pact_not_above": Text("{field} 是清除量，不能为正，而不是 {given}。", "{field} is a removal and must not be above zero, but is {given}."),
    "study.flaw.pact_places": Text("地域只能给出一项，而不是 {names}；全球则一项也不给。", "the geography is one of these and not several: {names}; none of them means the world."),
    "study.flaw.pact_place": Text("{field} 的写法不对：“{given}”。", "{field} is not written as it must be: '{given}'."),
    "study.flaw.pact_packaging": Text("不包括包装排放时，不能给出 packagingGhgEmissions。", "packagingGhgEmissions must be left out where packaging is not counted."),
    "study.flaw.pact_rating": Text("{field} 应在 1 至 5 之间（1 最好），而不是“{given}”。", "{field} must lie between 1, the best, and 5, not '{given}'."),
    "study.flaw.pact_potentials": Text("{field} 应为 AR 加序号的列表，而不是“{given}”。", "{field} must be a list of AR and a number, not '{given}'."),
    "study.flaw.pact_standards": Text("{field} 应为非空列表，而不是“{given}”。", "{field} must be a list that is not empty, not '{given}'."),
    "study.flaw.pact_moment": Text("{field} 应为带时区的时刻（如 2025-01-01T00:00:00Z），而不是“{given}”。", "{field} must be a moment with its zone (2025-01-01T00:00:00Z), not '{given}'."),
    "study.flaw.pact_period": Text("参考期的开始不早于结束。", "the reference period does not begin before it ends."),
    "study.flaw.pact_valid_early": Text("有效期早于参考期结束。", "the record is valid before its reference period ends."),
    "study.flaw.pact_valid_long": Text("有效期超过参考期结束后 {years} 年。", "the record is valid for more than {years} years after its reference period."),
    "study.flaw.pact_valid_order": Text("有效期的开始不早于结束。", "the validity does not begin before it ends."),
    "study.flaw.pact_disagrees": Text("记录所附的研究与记录中的数值不一致，无法判断以哪个为准。", "the study in the record does not come to the record's numbers: which of them counts cannot be told."),
    "study.flaw.pact_sum": Text("{field} 为 {given}，而各项之和为 {total}（{terms}），请核对。", "{field} is {given}, its terms come to {total} ({terms}): check them."),
    "study.flaw.pact_exempted": Text("豁免排放 {given}%，高于通常的 {most}%，应说明理由。", "{given}% of emissions are left out, above the usual {most}%: give the reasons."),
    "study.flaw.pact_deprecated": Text("该记录已废止，不可恢复；请使用替代它的记录。", "this record is deprecated for ever: use the one that took its place."),
    "study.flaw.pact_unknown": Text("记录有不属于该格式的字段，未读取：{names}。", "the record has fields that the format does not know and that were not read: {names}."),
    "study.flaw.pact_no_unit": Text("计量单位“{unit}”在 PACT 中没有对应单位。", "the unit {unit} has no match in PACT."),
    "study.flaw.pact_needs": Text("PACT 记录还需要：{field}。请在“交换所需信息”中填写，不作推测。", "a PACT record still needs: {field}. Give this under “What exchange needs”; nothing is guessed."),
    # openLCA
    "study.flaw.olca_none": Text("压缩包中没有 openLCA 过程（processes）。", "the archive holds no openLCA process."),
    "study.flaw.olca_many": Text("压缩包含 {count} 个过程；一次只能打开一个。", "the archive holds {count} processes; one can be opened at a time."),
    "study.flaw.olca_version": Text("压缩包不是 openLCA 第 2 版格式，请用 openLCA 2 重新导出。", "the archive is not of version 2 of the openLCA format: export it anew with openLCA 2."),
    "study.flaw.olca_process": Text("过程文件“{given}”的结构不正确。", "the process file {given} is not built as it must be."),
    "study.flaw.olca_reference": Text("过程没有定量参考产品，无法得知功能单位。", "the process has no quantitative reference: its functional unit is not known."),
    "study.flaw.olca_disagrees": Text("压缩包所附的研究与过程中的数值不一致，无法判断以哪个为准。", "the study in the archive does not come to the numbers of its process: which of them counts cannot be told."),
    "study.more": Text("另有 {count} 处问题未列出。", "{count} more are not listed."),
}  # fmt: skip
# Facts that are codes with words, and how their words begin.
NAMED = {"stage": "study.stage"}
# Rows that a sentence names; the rest is counted.
MOST_PLACES = 5
# Facts that are units, written as the language writes them.
UNITS = ("unit", "factor_unit", "one", "other")


def sentence(flaw: Flaw, tell: "Speaker") -> str:
    """Return what is wrong or must be known, with its row where it has one; codes in words."""
    facts = {name: _said(name, fact, tell) for name, fact in flaw.facts.items()}
    if flaw.key == "compare_boundary":
        facts = {name: tell(f"study.boundary.{code}") for name, code in flaw.facts.items()}
    if flaw.key == "factor_year":
        facts["period"] = tell.years(*(int(str(flaw.facts[end])) for end in ("first", "last")))
    what = tell(f"study.flaw.{flaw.key}", **facts)
    if not flaw.row:
        return what[:1].upper() + what[1:]
    return tell("study.at_row", row=flaw.row, what=what)


def told(flaws: Iterable[Flaw], tell: "Speaker") -> list[str]:
    """Return what must be known, each once, with the first rows of which it is so."""
    rows: dict[str, list[int]] = {}
    for flaw in flaws:
        rows.setdefault(sentence(replace(flaw, row=0), tell), []).append(flaw.row)
    return [_at(what, places, tell) for what, places in rows.items()]


def _at(what: str, places: list[int], tell: "Speaker") -> str:
    if not places[0]:
        return what
    inner = what[:1].lower() + what[1:]
    if len(places) == 1:
        return tell("study.at_row", row=places[0], what=inner)
    shown = tell.listed(map(str, places[:MOST_PLACES]))
    if len(places) > MOST_PLACES:
        shown = tell("study.at_more", rows=shown, count=len(places))
    return tell("study.at_rows", rows=shown, what=inner)


def _said(name: str, fact: object, tell: "Speaker") -> str:
    if isinstance(fact, tuple):
        return tell.listed(_said(name, one, tell) for one in fact)
    if name == "field" and f"study.field.{fact}" in WORDS:
        return tell(f"study.field.{fact}")
    if name == "field" and f"study.column.{fact}" in WORDS:
        return tell(f"study.column.{fact}")
    if name in NAMED:
        return tell(f"{NAMED[name]}.{fact}")
    if name in UNITS and isinstance(fact, str):
        return unit_words(fact, tell)
    if name in ("removals", "emissions") and isinstance(fact, float):
        return number(fact, 1)
    return f"{fact:g}" if isinstance(fact, float) else "—" if fact is None else str(fact)


def unit_words(unit: str, tell: "Speaker") -> str:
    """Return a unit as the language writes it, one that is not known as it was given."""
    try:
        return written(unit, tell.is_chinese)
    except UnitError:
        return unit


def factor_unit_words(unit: str, tell: "Speaker") -> str:
    """Return the unit of a factor as the language writes it; CO2 alone stays CO2 alone."""
    said = unit_words(unit, tell)
    try:
        is_alone = is_co2_only(unit)
    except UnitError:
        return said
    return said.replace("二氧化碳当量", "二氧化碳").replace("CO2e", "CO2") if is_alone else said


def named(kind: str, codes: tuple[str, ...], tell: "Speaker") -> Mapping[str, str]:
    """Return the words of the codes of a kind ("stage", "kind")."""
    return {code: tell(f"study.{kind}.{code}") for code in codes}


def unit_of(study: Study, tell: "Speaker") -> str:
    """Return the functional unit in words ("1 t"), its amount without zeros that say nothing."""
    amount = f"{study.amount:.10g}" if study.amount is not None else "—"
    return tell("study.functional", amount=amount, unit=unit_words(study.unit, tell))


def headline(found: Result, tell: "Speaker") -> str:
    """Return in one plain sentence what a study comes to; emissions and removals stand apart."""
    whole = found.totals
    said = {
        "net": kilograms(whole.net_kg),
        "emitted": kilograms(whole.emissions_kg),
        "removed": kilograms(whole.removals_kg),
        "unit": unit_of(found.study, tell),
        "product": found.study.product.strip(),
    }
    return tell("study.headline.both" if whole.removals_kg else "study.headline", **said)


def kilograms(kg: float) -> str:
    """Return kg CO2e with as many decimals as its size asks for."""
    return number(kg, 0 if abs(kg) >= 1000 else 1 if abs(kg) >= 10 else 3)
