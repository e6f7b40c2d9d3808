"""The rules that rows from outside are held to: one table, with what is so and what to do about it.

An ``error`` refuses the file; a ``warning`` counts unless somebody confirms it with a reason. Rules
whose name is that of a file in ``queries/given`` are run as SQL, the others where a file is read.
"""

from dataclasses import dataclass
from typing import Literal

from carbonpeak.data.text import Text

Severity = Literal["error", "warning"]


@dataclass(frozen=True)
class Rule:
    """One rule: how grave its breach is, what is so, what to do; ``{value}`` is what was met."""

    severity: Severity
    what: Text
    remedy: Text


def _error(zh: str, en: str, zh_remedy: str, en_remedy: str) -> Rule:
    return Rule("error", Text(zh, en), Text(zh_remedy, en_remedy))


def _warning(zh: str, en: str, zh_remedy: str, en_remedy: str) -> Rule:
    return Rule("warning", Text(zh, en), Text(zh_remedy, en_remedy))


_CHECK = ("请对照原始资料核对；属实的，注明理由后确认。", "Check it against its source; if it is so, confirm it with a reason.")
_SAVE = ("请另存为 .xlsx 或“CSV UTF-8”。", "Save it as .xlsx or as “CSV UTF-8”.")

RULES: dict[str, Rule] = {
    # The file as a whole
    "file.unread": _error("无法读取（{value}）。", "it cannot be read ({value}).", "请检查文件是否还在、是否有权读取。", "See whether it is still there and may be read."),
    "file.changed": _error("读取期间文件有改动。", "it changed while it was read.", "请在写入该文件的程序中关闭文件，再试一次。", "Close it in the program that writes it and try again."),
    "file.empty": _error("文件为空。", "it is empty.", "请重新导出。", "Write it again."),
    "file.large": _error("文件超过 200 MB。", "it has more than 200 MB.", "请按年份分成几个文件，或另存为 Parquet。", "Part it by years, or save it as Parquet."),
    "file.too_much": _error("读取所需内存或时间超过上限。", "reading it takes more memory or time than a file may.", "请只保留所需的工作表和行列，或另存为 CSV。", "Keep only the sheet, rows and columns that are needed, or save it as CSV."),
    "file.bomb": _error("解压后超过 400 MB。", "unpacked it has more than 400 MB.", "请只保留所需的工作表，另存为 CSV。", "Keep the sheet that is needed and save it as CSV."),
    "file.sheets": _error("有 {value} 个工作表，上限为 60 个。", "it has {value} sheets; 60 are the most.", "请只保留所需的工作表。", "Keep only those that are needed."),
    "file.columns": _error("有 {value} 列，上限为 400 列。", "it has {value} columns; 400 are the most.", "请只保留所需的列，每个指标一列、每年一行。", "Keep only those that are needed: a column for each measure, a row for each year."),
    "file.cells": _error("单元格（含空白）超过 600 万个。", "it has more than six million cells, empty ones among them.", "请删除表外的空行空列（含格式），或按年份分成几个文件。", "Delete empty rows and columns with their formats, or part it by years."),
    "file.damaged": _error("文件已损坏，读不出内容。", "it is damaged and cannot be read.", "请在原程序中重新打开并另存，再试一次。", "Open it in the program that made it, save it anew and try again."),
    "file.locked": _error("文件设有密码。", "it is locked by a password.", "请取消密码后另存。", "Take the password off and save it."),
    "file.old_workbook": _error("是旧版 Excel（.xls、.xlsb）文件或设有密码。", "it is a workbook of an old kind (.xls, .xlsb) or locked by a password.", *_SAVE),
    "file.packed": _error("是压缩包，不是表格。", "it is an archive and no table.", "请解压后逐个文件检查。", "Unpack it and check its files one by one."),
    "file.page": _error("是网页或 XML 文件，不是表格（有的网站把网页存作 .xls）。", "it is a web page or XML and no table (some sites call a page .xls).", "请用 Excel 打开后另存为 .xlsx。", "Open it in Excel and save it as .xlsx."),
    "file.format": _error("是图片或 PDF，不是表格。", "it is a picture or a PDF and no table.", "请提供 CSV、Parquet 或 XLSX 文件。", "Give a CSV, Parquet or XLSX file."),
    "file.study": _error("不是可读的产品研究文件（{value}）。", "it is no readable file of a product study ({value}).", "请在“产品碳足迹”页打开它，逐项查看错误，改正后保存为 JSON。", "Open it on the page Product footprint, which names all that is wrong, and save it as JSON."),
    "file.encoding": _error("文字编码不是 UTF-8、UTF-16 或 GB18030。", "its text is not in UTF-8, UTF-16 or GB18030.", *_SAVE),
    "sheet.unknown": _error("没有工作表“{value}”。", "there is no sheet “{value}”.", "请核对工作表名称；隐藏的工作表不读取。", "See how the sheet is called; hidden sheets are not read."),
    "sheet.several": _error("有几个工作表都像这张表：{value}。", "several sheets look like this table: {value}.", "请在文件中只保留一个；或以表名命名该工作表，再选“由文件名或工作表名决定”；命令行用 --sheet 指明。", "Keep one of them in the file; or call it as the table and choose that sheet names say the table; on the command line name it by --sheet."),
    "table.unnamed": _error("看不出属于哪张数据表。", "it does not say which table it is for.", "请以表名开头命名文件（如 energy-2023.xlsx），或以表名命名工作表，或只选一张表。", "Begin its name with that of a table (energy-2023.xlsx), call its sheets as the tables, or choose one table."),
    "heading.none": _error("找不到表头：前 40 行中没有一行含有这张表的列名。", "no heading is found: none of the first 40 rows names columns of this table.", "请使用模板的列名，或检查表名是否选对：{value}；隐藏的工作表不读取。", "Use the names of the template, or see whether it is the right table: {value}. Hidden sheets are not read."),
    "heading.missing": _error("缺少列：{value}。", "columns are missing: {value}.", "请补上，或改用模板的列名；每年一行，年份不作列名。", "Add them, or call them as the template does; a row for each year, no columns of years."),
    "heading.twice": _error("“{value}”与前面的列含义相同。", "“{value}” means the same as a column before it.", "请只保留一列，或把其中一列改名。", "Keep one of the two, or rename the other."),
    "heading.unknown": _warning("这张表没有“{value}”这一列，未读取。", "this table has no column “{value}”; it is not read.", "列名写错的，请改正；不需要的，删除或确认不读取。", "Correct the name if it is misspelt; else take the column out or confirm that it is left."),
    "rows.none": _error("表头之下没有数据行。", "there is no row below the heading.", "请填入数据后再试。", "Fill rows in and try again."),
    # Rows
    "row.cells": _error("单元格数与表头不符（{value}）。", "its cells are not as many as those of the heading ({value}).", "含分隔符的内容须加英文双引号；缺的单元格留空，不要省去分隔符。", "A text with a separator must stand in double quotes; leave a missing cell empty with its separator."),
    "row.quotes": _error("引号不成对。", "the quotes do not pair.", "请补全英文双引号。", "Close the double quotes."),
    "row.beyond": _error("“{value}”不在任何有列名的列下。", "“{value}” stands below no heading.", "请为该列写上列名，或删除该列。", "Give the column a heading or take it out."),
    "row.heading": _error("又是一行表头（{value}）：同一工作表里不止一张表。", "it is another heading ({value}): the sheet has more than one table.", "请把另一张表移到单独的工作表或文件。", "Put the other table on a sheet or into a file of its own."),
    # Cells, as they are read
    "cell.merged": _error("合并单元格里的数值“{value}”不知属于哪一行。", "the number “{value}” in merged cells may belong to any of their rows.", "请取消合并，把数值写在所属的一行。", "Take the cells apart and write the number into its row."),
    "cell.formula": _error("是公式，而文件中没有它的结果。", "it is a formula whose result is not in the file.", "请在 Excel 中打开、计算并保存，或粘贴为数值。", "Open the file in Excel, let it calculate and save it, or paste values."),
    "cell.external": _error("取自另一个工作簿，可能已过时。", "it comes from another workbook and may be out of date.", "请粘贴为数值。", "Paste it as a value."),
    "cell.error": _error("是 Excel 错误值“{value}”。", "it is the error “{value}” of Excel.", "请改正公式，或留空表示缺失。", "Correct the formula, or leave it empty if it is missing."),
    "cell.type": _error("“{value}”不是“是”或“否”。", "“{value}” is neither yes nor no.", "请写“是”或“否”。", "Write yes or no."),
    "cell.whole": _error("“{value}”不是整数。", "“{value}” is no whole number.", "请核对后改正。", "Check and correct it."),
    "cell.year": _error("“{value}”不是四位数年份。", "“{value}” is no year of four digits.", "请写作 2023 或 2023年。", "Write it like 2023."),
    "cell.date": _error("“{value}”不是日期。", "“{value}” is no date.", "请写作 2026-08-03。", "Write it like 2026-08-03."),
    "cell.code": _error("没有“{value}”这一代码或名称。", "there is no code or name “{value}”.", "请按 GB/T 2260、GB/T 4754—2017 或模板所列填写。", "Write it as in GB/T 2260, GB/T 4754-2017 or the list of the template."),
    "cell.code_name": _error("同一行的代码与名称不符：{value}。", "code and name of the row disagree: {value}.", "请核对是代码错还是名称错。", "See which of the two is wrong."),
    "unit.none": _error("没有注明单位。", "its unit is not declared.", "请在列名后的括号里注明，或加一列“单位”。应为 {value} 或可换算的单位。", "Write it in brackets after the name of the column, or add a column “unit”: {value}, or one that converts to it."),
    "unit.unknown": _error("不认识单位“{value}”。", "the unit “{value}” is not known.", "请使用模板的单位。", "Use the unit of the template."),
    "unit.other": _error("单位“{value}”不能换算成这一列的单位。", "the unit “{value}” measures something else than this column.", "请核对列与单位是否对应。", "See whether column and unit belong together."),
    "number.comma": _error("“{value}”的逗号可能是小数点，也可能是千位分隔符。", "the comma of “{value}” may be a decimal one or part thousands.", "请去掉千位分隔符，小数点用“.”。", "Leave separators of thousands out; write decimals with a point."),
    "number.digits": _error("“{value}”使用了其他文字的数字。", "“{value}” has foreign digits.", "请改用 0—9。", "Write it in the digits 0-9."),
    "number.not_finite": _error("“{value}”不是有限的数。", "“{value}” is no finite number.", "请填入数值；没有数据的，留空。", "Fill the figure in, or leave it empty."),
    "number.blanks": _error("“{value}”中间有空格。", "“{value}” has blanks within it.", "请去掉空格。", "Take them out."),
    "number.underscore": _error("“{value}”含下划线，不是数字。", "“{value}” has an underscore and is no number.", "请核对后改正。", "Check and correct it."),
    "number.thousands": _error("“{value}”的分隔符位置不对。", "the separators of “{value}” are out of place.", "请去掉分隔符。", "Take them out."),
    "number.unit": _error("“{value}”在数字后带有文字。", "“{value}” has words after the number.", "请只留数字，单位写在列名后的括号里。", "Leave the number alone; its unit belongs in brackets after the name of the column."),
    "number.none": _error("“{value}”不是数字。", "“{value}” is no number.", "请改正；没有数据的，留空。", "Correct it, or leave it empty."),
    # Rows as they are read, by SQL
    "empty": _error("为空，而这一列不能为空。", "it is empty; this column must not be.", "请填入数值；确无数据的，删除整行。缺失不作零处理。", "Fill it in, or take the row out; what is missing is no zero."),
    "duplicate": _error("与第 {value} 行的键相同。", "its key is that of row {value}.", "请只保留正确的一行。", "Keep the right one."),
    "row.other_file": _error("同一键的行在 {value} 中也有。", "a row of the same key is also in {value}.", "请只保留其中一个文件里的这一行。", "Keep the row in one of the two files."),
    "unknown_code": _error("“{value}”不是这一列已有的代码。", "“{value}” is no code of this column.", "请按模板所列代码填写。", "Write it as in the list of the template."),
    "year_out": _error("{value} 年不在统计年份之内（1949 年至今）。", "the year {value} is not one of the statistics (1949 until now).", "请核对年份。", "Check the year."),
    "below_zero": _error("数值为负（{value}），而这一列没有或极少有负值。", "{value} is negative; this column never or hardly ever was.", "请核对正负号和原始资料。", "Check its sign and its source."),
    # Facility rows
    "facility.month": _error("“{value}”不是 1 至 12 的月份。", "“{value}” is no month from 1 to 12.", "请写作 1 至 12。", "Write it from 1 to 12."),
    "facility.nation": _error("设施的地区不能是全国。{value}", "a facility is in a province, not in the nation. {value}", "请填写设施所在省份。", "Write the province it stands in."),
    "facility.twice": _error("同一设施同一月份的同一能源品种出现多次。{value}", "a fuel stands twice for one facility and month. {value}", "请合并为一行，或只保留正确的一行。", "Add them up in one row, or keep the right one."),
    "facility.owner": _error("同一设施同一月份分属不同企业、地区或行业。{value}", "a facility has two companies, provinces or divisions in one month. {value}", "请核对企业、地区和行业。", "See which of them is right."),
    "facility.values": _error("同一设施同一月份的产值或增加值不一致。{value}", "output or value added of one facility and month differ between its rows. {value}", "只在其中一行填写，或各行填写相同数值。", "Give it in one of the rows, or the same in all."),
    "facility.elsewhere": _error("{value} 年的汇总数已由另一次导入显示过，而下层版本没有；此后的变化只涉及少数企业，不能另行显示。", "the cells of {value} were shown by another import and the version below has none of them; what changed since would tell of few enterprises.", "请在含有这些汇总数的版本之上导入；该版本从未发布的，可先撤销（discard-facilities）。", "Import above the version that has them; where that was never published, it can be discarded (discard-facilities)."),
    # Emission factors
    "unit.factor": _error("“{value}”不是排放因子的单位。", "“{value}” is no unit of a factor.", "请写明气体和计量单位，如 kg CO2e/kWh、吨二氧化碳/吨。", "Name the gas and what it is per: kg CO2e/kWh, t CO2/t."),
    "factor_id": _error("因子编号“{value}”含有不允许的字符或过长。", "the number “{value}” has signs that it may not have, or is too long.", "请只用字母、数字和 . + - _，不超过 40 个字符。", "Use letters, digits and . + - _, 40 at most."),
    "factor_known": _warning("因子库已有同名同地区的因子（{value}），两者将并列。", "the library has a factor of this name and region already ({value}); both will stand.", "请核对是否重复；确需并列的，注明理由后确认。", "See whether it is the same; to keep both, confirm with a reason."),
    # Units of the carbon market
    "unit_lacks": _error("为空，而这类机组或设施必须填写。", "it is empty; a unit of this kind needs it.", "发电机组填发电量、机组类别，燃煤的另填负荷系数；其他行业填产品产量。只有强度没有产量的，无法测算。", "A power unit needs power generated and class, one that burns coal its load factor too; other kinds need their output. An intensity without output says nothing."),
    "unit_other": _error("这类机组或设施没有此项（{value}）。", "a unit of this kind has no such figure ({value}).", "发电机组不填产品产量、平衡值和含氟气体；其他行业不填发电量、供热量和负荷系数；含氟气体仅限电解铝。", "Power units have no product, balance value or fluorinated gas; other kinds no power, heat or load; the gases belong to aluminium alone."),
    "unit_emissions": _error("既没有排放量，也没有排放强度。", "it has neither emissions nor an intensity.", "请填其中一项。", "Give one of the two."),
    "unit_twice": _error("排放量与排放强度（{value}）同时填写。", "it gives emissions and an intensity ({value}) as well.", "请只留一项，以免两者不一致。", "Keep one of the two: they might disagree."),
    "unit_zero": _error("“{value}”为零，无法据以测算。", "“{value}” is zero: nothing can be reckoned from it.", "请核对；没有投产的机组或设施，删除整行；平衡值未知的，留空。", "Check it; take the row out where nothing was produced, leave a balance value that is not known empty."),
    "unit_load": _error("负荷系数“{value}”大于 1。", "the load factor “{value}” is above 1.", "请写作 0 至 1 的小数，如 0.55。", "Write it as a fraction from 0 to 1, like 0.55."),
    "unit_place": _error("机组或设施的地区不能是全国（{value}）。", "a unit is in a province, not in the nation ({value}).", "请填写所在省份。", "Write the province it stands in."),
    "unit_rule": _error("{value}：数据表中没有这一年（或这一年的这一类别）的配额规则。", "{value}: the tables have no rule for this year, or for this class in it.", "请核对年份和机组类别；发电机组须为有发电基准值的年份，其他行业须为已公布方案的年份。", "Check year and class: power units need a year with benchmarks of power generated, other kinds one whose plan was published."),
    "jump": _warning("{value}：与相邻年份相差悬殊，疑似小数点或单位错。", "{value}: far from the year beside it. A decimal point or a unit out of place?", *_CHECK),
    "outlier": _warning("{value}：年度变化远超该序列以往的变化。", "{value}: the change over the year is far beyond those of this series before.", *_CHECK),
    "total": _warning("{value}：全国与各地区之和不符。", "{value}: the nation is not the sum of its regions.", *_CHECK),
    "quoted_month": _warning("每日成交量合计与月度成交量不符（{value} 吨）。", "the daily volumes do not add up to the month's ({value} t).", "请补齐缺少的交易日或核对成交量；属实的，注明理由后确认。", "Add the days that lack or check the volumes; if it is so, confirm it with a reason."),
    "coverage": _warning("{value}：这些地区上一年有数据，本年没有。", "{value}: these regions had figures the year before and have none now.", "请补齐；确无数据的，注明理由后确认。", "Add them, or confirm with a reason that there are no figures."),
}
