"""The sentences about foreign files, both languages beside each other: what is so, what to do."""

from carbonpeak.data.text import Text

WORDS: dict[str, Text] = {
    "place.whole": Text("{file}：", "{file}: "),
    "place.row": Text("{file} 第 {row} 行{others}：", "{file}, row {row}{others}: "),
    "place.cell": Text(
        "{file} 第 {row} 行{others}“{column}”列：", "{file}, row {row}{others}, column {column}: "
    ),
    "place.others": Text("（另有 {n} 行同此）", " (and {n} more like it)"),
    "more": Text("另有 {n} 类问题未列出。", "{n} more kinds of faults are not listed."),
    # The file as a whole
    "file.archive": Text(
        "压缩文件已损坏（{why}）。请重新下载或重新压缩。",
        "the archive is damaged ({why}). Get it again or compress it again.",
    ),
    "file.utf16": Text(
        "文件编码为 {found}，此处只读取 UTF-8。请另存为“CSV UTF-8”，或运行 iconv -f {found} -t UTF-8 转换。",
        "it is encoded in {found}, and UTF-8 is read here. Save it as “CSV UTF-8”, or convert it by iconv -f {found} -t UTF-8.",
    ),
    "file.gb18030": Text(
        "文件编码不是 UTF-8，按 GB18030 可以读通。请另存为“CSV UTF-8”，或运行 iconv -f GB18030 -t UTF-8 转换。",
        "it is not encoded in UTF-8; it reads as GB18030. Save it as “CSV UTF-8”, or convert it by iconv -f GB18030 -t UTF-8.",
    ),
    "file.unknown": Text(
        "文件编码既不是 UTF-8，也不是 GB18030 或 UTF-16。请另存为“CSV UTF-8”。",
        "it is encoded neither in UTF-8 nor in GB18030 or UTF-16. Save it as “CSV UTF-8”.",
    ),
    "file.empty": Text("文件为空。请重新获取。", "it is empty. Get it again."),
    "file.separator": Text(
        "列以 {found} 分隔，应为逗号。请另存为逗号分隔的 CSV。",
        "its columns are separated by {found} instead of a comma. Save it as comma-separated CSV.",
    ),
    "file.columns": Text(
        "缺少列 {missing}；现有列为 {found}。请补上，或改回原列名。",
        "there is no column {missing}; its columns are {found}. Add them or give them their names back.",
    ),
    "file.columns_twice": Text(
        "列名 {found} 出现不止一次。请改名或删除多余的列。",
        "more than one column is called {found}. Rename or remove one.",
    ),
    "file.rows": Text(
        "只有表头，没有数据行。请重新获取。", "there is a heading and no row. Get it again."
    ),
    "row.cells": Text(
        "有 {found} 个单元格，应为 {expected} 个。含逗号的内容须加英文双引号。",
        "{found} cells instead of {expected}. A text with a comma must stand in double quotes.",
    ),
    "row.quotes": Text(
        "引号不成对（{why}）。请补全双引号。",
        "the quotes do not pair ({why}). Close the double quotes.",
    ),
    "row.twice": Text(
        "与第 {first} 行的键 {same} 相同，两行取值为 {values}。请只保留正确的一行。",
        "has the key of row {first}, {same}; their values are {values}. Keep the right one.",
    ),
    # Cells
    "cell.empty": Text(
        "为空，合计会因此偏小。请填入数值；确无数据的，请删除整行。",
        "is empty, and a sum would be too small by it. Fill it in, or take the row out where there is no figure.",
    ),
    "cell.year": Text(
        "“{text}”不是四位数年份。请写作 2022 这样的形式。",
        "“{text}” is no year of four digits. Write it like 2022.",
    ),
    "cell.name": Text(
        "“{text}”与代码 {code} 不符，该代码为 {known}。请核对是代码错还是名称错。",
        "“{text}” does not belong to the code {code}, which is {known}. See which of the two is wrong.",
    ),
    "cell.kind": Text(
        "“{text}”不是此文件已知的取值（{known}）。请核对；确为新增的，须先作规定。",
        "“{text}” is not known in this file ({known}). Check it; if it is new it must be declared first.",
    ),
    "cell.unit": Text(
        "单位为“{text}”，“{kind}”应为“{expected}”。请换算数值并改正单位，或改正标注。",
        "the unit is “{text}”; of {kind} it must be “{expected}”. Convert the figure, or correct the unit.",
    ),
    "cell.low": Text(
        "“{text}”低于可能的最小值 {bound}。请核对原始资料。",
        "“{text}” is below {bound}, the least that is possible. Check it against its source.",
    ),
    "cell.high": Text(
        "“{text}”高于可能的最大值 {bound}。请核对原始资料。",
        "“{text}” is above {bound}, the most that is possible. Check it against its source.",
    ),
    "cell.jump": Text(
        "“{text}”，而上一年（{year_before}）为 {before}，相差 {factor:.1f} 倍，疑似小数点错位。请核对；属实的，列为 {series} 的已知突变。",
        "“{text}” after {before} in {year_before}, {factor:.1f} times: a decimal point out of place? Check it; if it is so, list it as a known jump of {series}.",
    ),
    # What is no number
    "number.none": Text(
        "“{text}”不是数字。请改正。",
        "“{text}” is no number. Correct it.",
    ),
    "number.thousands": Text(
        "“{text}”带有千位分隔符。请去掉逗号。",
        "“{text}” has separators of thousands. Take the commas out.",
    ),
    "number.sign": Text(
        "“{text}”是表示缺失的符号，不是数字。请填入数值；确无数据的，请删除整行。",
        "“{text}” is a sign for a figure that is missing. Fill the figure in, or take the row out.",
    ),
    "number.not_finite": Text(
        "“{text}”不是有限的数。请填入数值；确无数据的，请删除整行。",
        "“{text}” is no finite number. Fill the figure in, or take the row out.",
    ),
    "number.digits": Text(
        "“{text}”使用了全角或其他文字的数字。请改用半角数字 0—9。",
        "“{text}” has full-width or foreign digits. Write it in the digits 0-9.",
    ),
    "number.underscore": Text(
        "“{text}”含下划线，不是数字。请核对后改正。",
        "“{text}” has an underscore and is no number. Check it and correct it.",
    ),
    "number.blanks": Text(
        "“{text}”前后或中间有空格。请去掉空格。",
        "“{text}” has blanks around or within it. Take them out.",
    ),
    "number.unit": Text(
        "“{text}”在数字后带有文字。请只留数字，单位写入单位列。",
        "“{text}” has words after the number. Leave the number alone; its unit has a column of its own.",
    ),
}
