"""What a file was read as, in both languages; and the words of reports and templates."""

from carbonpeak.data.text import Text
from carbonpeak.words import LANGS, pick

WORDS: dict[str, Text] = {
    "read.format": Text("按 {format} 读取。", "read as {format}."),
    "read.encoding": Text("文字编码为 {encoding}，各列以{separator}分隔。", "its text is in {encoding}, its cells are parted by a {separator}."),
    "separator.,": Text("逗号", "comma"),
    "separator.;": Text("分号", "semicolon"),
    "separator.\t": Text("制表符", "tab"),
    "read.sheet": Text("读取工作表“{sheet}”。", "the sheet “{sheet}” is read."),
    "read.heading": Text("表头在第 {row} 行，数据自第 {first} 行起，共 {count} 行。", "the heading is in row {row}; {count} rows are read from row {first} on."),
    "read.column": Text("“{text}”列读作 {field}。", "the column “{text}” is read as {field}."),
    "read.unit": Text("“{text}”列以“{unit}”计，乘以 {factor:g} 换算为“{target}”。", "the column “{text}” is in “{unit}” and multiplied by {factor:g} to “{target}”."),
    "read.default": Text("没有“{field}”列，一律记为“{value}”。", "there is no column {field}; “{value}” is taken for all rows."),
    "read.own_source": Text("这批自有数据", "these own figures"),
    "read.unread": Text("文件中的其他工作表未读取：{sheets}。", "other sheets of the file are not read: {sheets}."),
    "found.all_but": Text("{year} 年除{names}外的 {count} 个地区", "{year}: the {count} regions other than {names}"),
    "read.thousands": Text("{count} 个数的千位分隔符已去掉。", "{count} numbers were read without their separators of thousands."),
    "read.full_width": Text("{count} 个全角数字已读作半角。", "{count} numbers in full-width digits were read as plain ones."),
    "read.percent": Text("{count} 个数后的百分号已去掉。", "{count} numbers were read without their sign of per cent."),
    "read.missing": Text("{count} 个表示缺失的符号（—、…、# 等）读作缺失，不作零。", "{count} signs such as — or … were read as missing, not as zero."),
    "read.year": Text("{count} 个年份（如“2023年”“2023.0”）已读作四位数。", "{count} years such as 2023.0 were read as four digits."),
    "read.name": Text("{count} 个名称已换成代码（{field}）。", "{count} names were read as their codes ({field})."),
    "read.merged": Text("合并单元格共 {count} 处，以其内容填满。", "merged cells at {count} places are filled with their text."),
    "read.formulas": Text("{count} 个公式按文件中保存的结果读取。", "{count} formulas were read by the results kept in the file."),
    "read.notes": Text("自第 {row} 行起为表下注释，未读取。", "from row {row} on there are notes, which are not read."),
    "read.again": Text("重复的表头共 {count} 行，已跳过。", "{count} rows repeat the heading and are left out."),
    # Reports
    "report.findings": Text("检查结果", "Findings"),
    "report.rows": Text("数据", "Rows"),
    "report.read_as": Text("读取方式", "Read as"),
    "report.none": Text("没有发现问题。", "No fault was found."),
    "severity.error": Text("错误", "error"),
    "severity.warning": Text("待确认", "to be confirmed"),
    "column.severity": Text("程度", "Severity"),
    "column.file": Text("文件", "File"),
    "column.sheet": Text("工作表", "Sheet"),
    "column.row": Text("行", "Row"),
    "column.column": Text("列", "Column"),
    "column.value": Text("内容", "Value"),
    "column.rule": Text("规则", "Rule"),
    "column.what": Text("问题", "What is so"),
    "column.remedy": Text("处理办法", "What to do"),
    # Drafts
    "import.refused": Text("文件有 {count} 处错误，未导入，数据未作任何改动。", "Errors in the files: {count}. Nothing was imported and no figure was changed."),
    "import.unconfirmed": Text("有 {count} 处提示尚未确认（规则：{rules}），未导入。属实的，请逐条或按规则写明理由后确认。", "Warnings not confirmed: {count} (rules: {rules}). Nothing was imported. Confirm each, or each rule, with a reason if it is so."),
    "import.reason": Text("“{text}”不能用于确认：须写作 规则=理由 或 规则:行号=理由，且文件中确有这一提示。", "“{text}” confirms nothing: write RULE=REASON or RULE:ROW=REASON, of a warning that the files have."),
    "import.nothing": Text("所选文件夹里没有 CSV、Parquet 或 XLSX 文件。", "The folder holds no CSV, Parquet or XLSX file."),
    "source.name": Text("自有数据“{stem}”（{date}）", "Own figures “{stem}” ({date})"),
    "source.citation": Text("自有数据文件 {file}，{date} 由 {who} 导入", "Own figures from the file {file}, imported on {date} by {who}"),
    # Templates
    "template.rows": Text("数据", "Rows"),
    "template.columns": Text("列的说明", "Columns"),
    "template.codes": Text("代码", "Codes"),
    "template.name": Text("列名", "Name"),
    "template.meaning": Text("含义", "Meaning"),
    "template.unit": Text("单位", "Unit"),
    "template.unit_of_code": Text("依代码而定，见“代码”表", "that of the code, see Codes"),
    "template.required": Text("能否为空", "May be empty"),
    "template.yes": Text("可以", "yes"),
    "template.no": Text("不能", "no"),
    "template.code": Text("代码", "Code"),
    "template.chinese": Text("中文", "Chinese"),
    "template.english": Text("英文", "English"),
}


def said(key: str, **facts: object) -> Text:
    """Return a sentence with its places filled, a ``Text`` by itself in the same language.

    KeyError for an unknown key or a place left.
    """
    words = WORDS[key]
    zh, en = (
        {name: pick(fact, lang) if isinstance(fact, Text) else fact for name, fact in facts.items()}
        for lang in LANGS
    )
    return Text(words.zh.format(**zh), words.en.format(**en))
