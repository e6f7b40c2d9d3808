"""The words of spreadsheets and reports: captions, sources, what a sheet says about itself."""

from carbonpeak.data.catalogue import Text

WORDS: dict[str, Text] = {
    "report.figure": Text("图 {number}", "Figure {number}"),
    "report.table": Text("表 {number}", "Table {number}"),
    "report.caption": Text("{label}　{title}", "{label}. {title}"),
    "report.continued": Text("{caption}（续）", "{caption} (continued)"),
    "report.part": Text("{title}（{part}/{parts}）", "{title} ({part}/{parts})"),
    "report.cut": Text("仅列前 {shown} 行，共 {total} 行。", "The first {shown} of {total} rows are shown."),
    "report.contents": Text("目录", "Contents"),
    "report.sources": Text("数据来源一览", "Sources"),
    "report.statement": Text("声明：本报告依据公开数据独立测算，供研究参考，不代表任何政府部门的统计、考核或认定结论。", "Statement: this report is calculated independently from public data, for research; it is not an official statement, assessment or finding of any government body."),
    "report.source.stop": Text("。", ". "),
    "report.source": Text("{document}。使用许可：{licence}", "{document}. Terms: {licence}"),
    "report.data": Text("数据版本 {version}", "Data version {version}"),
    "report.identity": Text("图表编码 {passport}", "Figure id {passport}"),
    "report.joint": Text("；", " · "),
    "report.notes": Text("注释与筛选条件", "Notes and filters"),
    "report.note": Text("{mark}．", "{mark}."),
    "report.notes.see": Text("注：{marks}（见文末）", "Notes: {marks} (at the end)"),
    "report.marked": Text("粗框标出的是{name}。", "Outlined: {name}."),
    "report.tier": Text("{label}{tier}", "{label}{tier}"),
    "sheet.rows": Text("数据", "Rows"),
    "sheet.about": Text("说明", "About"),
    "sheet.title": Text("标题", "Title"),
    "sheet.subtitle": Text("指标、单位、范围与时期", "Measure, unit, place and period"),
    "sheet.alt": Text("图示说明", "In words"),
    "sheet.filter": Text("筛选条件：{name}", "Filter: {name}"),
    "sheet.standing": Text("数据性质", "Standing"),
    "sheet.source": Text("数据来源", "Source"),
    "sheet.own_note": Text("作者说明", "Author's note"),
    "sheet.note": Text("说明", "Note"),
    "sheet.data": Text("数据版本", "Data version"),
    "sheet.method": Text("方法版本", "Method version"),
    "sheet.passport": Text("图表编码", "Figure id"),
    "sheet.link": Text("链接", "Link"),
    "sheet.unit": Text("{column}（{unit}）", "{column} ({unit})"),
    "sheet.missing": Text("{column}（缺失说明）", "{column} (why missing)"),
    "sheet.marks": Text("{column}（标注）", "{column} (marks)"),
    # What must be known of a value, as files say it
    "mark.doubtful": Text("存疑", "doubtful"),
    "mark.unverified": Text("待核实", "unverified"),
    "bundle.readme": Text(
        "{title}\n\n本压缩包共有图表 {count} 幅。{figures} 文件夹存放图片，{data} 文件夹存放图表数据，文件名前的序号与下列清单一致。\n"
        "{manifest} 逐一列出标题、文件、校验值、尺寸、筛选条件、数据来源和图表编码；凭图表编码可在看板“图表与报告”页重新打开该图。\n\n{list}\n\n{version}\n",
        "{title}\n\nThis archive holds {count} figures and tables: pictures in {figures}, the rows behind them in {data}; the numbers before the names are those of the list below.\n"
        "{manifest} give title, files, checksums, size, filters, sources and figure id of each; the id reopens the figure on the page “Figures and reports” of the dashboard.\n\n{list}\n\n{version}\n",
    ),
    "bundle.title": Text("图表与数据", "Figures and data"),
}
