"""The sentences about faults of data, Chinese and English beside each other.

A file is named as it lies below the data folder: where that stands on a server is nobody's business.
"""

from carbonpeak.data.text import Text

WORDS: dict[str, Text] = {
    # The catalogue
    "catalogue.missing": Text(
        "数据目录文件 {file} 不存在。请从代码库恢复，或运行 `make data`。",
        "{file} is missing. Restore it from the repository or run `make data`.",
    ),
    "catalogue.damaged": Text(
        "数据目录文件 {file} 已损坏（{why}）。请从代码库恢复，或运行 `make data`。",
        "{file} is damaged ({why}). Restore it or run `make data`.",
    ),
    "catalogue.version": Text(
        "数据目录文件 {file} 写明的版本为 {said}，但所列校验和对应的版本为 {made}：目录已被改动。请从代码库恢复，或运行 `make data`。",
        "{file} says version {said}, but the checksums it lists make version {made}: it was edited. Restore it or run `make data`.",
    ),
    "versions.name": Text(
        "文件夹 versions/{name} 中的数据表属于版本 {found}，不是 {name}，不予显示。请删除该文件夹，或放回版本 {name} 的数据表。",
        "The folder versions/{name} holds the tables of version {found}, not {name}, so they are not shown. Remove it or put the tables of {name} back.",
    ),
    # A build takes the place of the tables before
    "own.gone": Text(
        "已发布的数据版本 {version} 不在本机（{pointer} 指向该版本）。请恢复该版本的文件夹，或用 rollback 命令回到其他版本。",
        "The published version {version} is not here, though {pointer} names it. Bring its folder back, or go back to another version with the command rollback.",
    ),
    "own.pointer": Text(
        "无法读取文件 {file}（{why}），不能确定已发布的版本。请恢复该文件，或删除后使用随附数据表。",
        "The file {file} cannot be read ({why}), so what is published is not known. Bring it back, or remove it to use the shipped tables.",
    ),
    "own.note": Text(
        "无法读取版本说明 {file}（{why}）。请恢复该文件。",
        "The note {file} of a version cannot be read ({why}). Bring that file back.",
    ),
    "own.unknown": Text(
        "没有数据版本 {version}。请用 versions 命令查看现有版本。",
        "There is no version {version}. The command versions lists those there are.",
    ),
    "view.unknown": Text(
        "本机没有数据版本“{version}”。请核对链接，或在“版本与修订”页查看现有版本。",
        "There is no data version “{version}” here. Check the link; the page Versions lists those there are.",
    ),
    "view.draft": Text(
        "数据版本 {version} 尚未发布，仅导入者本人可见。请联系导入者发布；如系本人导入而页面已刷新或重开，请在“自有数据”页重新上传同一文件。",
        "Data version {version} is not published: only whoever imported it can see it. Ask them to publish it; if it was you and the page was opened anew since, give the same file again on the page Own data.",
    ),
    "view.no_preview": Text(
        "数据版本 {version} 尚未发布，您现在的角色不能预览。请联系管理员。",
        "Data version {version} is not published, and your role may not look at it before it is. Ask the administrator.",
    ),
    "own.other": Text(
        "其间已有他人发布版本 {version}；本次未作任何改动。请查看该版本后重试。",
        "Meanwhile someone published version {version}; nothing was changed. Look at it and try again.",
    ),
    "own.same": Text(
        "导入内容与版本 {version} 完全相同，未生成新版本。",
        "What was imported is the same as version {version}; no new version was made.",
    ),
    "own.summed": Text(
        "数据表 {name} 由设施数据汇总产生，不能直接导入。请用 `import-facilities` 导入逐行数据。",
        "The table {name} is summed up from facility rows and takes no file of its own. Take the rows in by `import-facilities`.",
    ),
    "own.table": Text(
        "目录中没有数据表：{names}。请使用目录所列的表名。",
        "The catalogue has no such table: {names}. Use a name that it lists.",
    ),
    "own.disk": Text(
        "新版本无法写入（{why}），已发布的版本未作改动。请排除故障后重试。",
        "The new version could not be written ({why}); what is published stands as it was. Mend that and try again.",
    ),
    "facility.scope": Text(
        "查看企业设施原始数据需要专门权限。",
        "Rows of single facilities are shown to those with their scope alone.",
    ),
    "facility.none": Text(
        "版本 {version} 没有企业设施数据。",
        "There are no facility rows behind version {version}.",
    ),
    "facility.kept": Text(
        "版本 {version} 已发布过，或其上还有其他版本，不能删除。",
        "Version {version} was published before or has others above it; it stays.",
    ),
    "publish.busy": Text(
        "另一个程序正在更新数据表。请待其结束后重试；本次未作任何改动。",
        "Another program is writing the tables. Try again when it has ended; nothing was changed.",
    ),
    "publish.failed": Text(
        "新数据表无法写入（{why}），原有数据表未作改动。请排除故障后重新生成。",
        "The new tables could not be written ({why}); those before stand as they were. Mend that and build again.",
    ),
    "publish.unplaced": Text(
        "新数据表已生效（暂存于 data/next），但未能全部移入原位（{why}）。请排除故障后重新生成，以完成移动。",
        "The new tables are in use (from data/next), but could not all be put in their place ({why}). Mend that and build again to end it.",
    ),
    # Tables
    "table.missing": Text(
        "数据表文件 {file} 不存在。请从代码库恢复，或运行 `make data`。",
        "{file}: the table file is missing. Restore it from the repository or run `make data`.",
    ),
    "table.altered": Text(
        "数据表文件 {file} 的内容与数据目录所载校验和不符，生成后被改动过，不予使用。请从代码库恢复，或运行 `make data`。",
        "{file}: its content does not match its checksum in the catalogue, so it was changed after it was built and is not used. Restore it from the repository or run `make data`.",
    ),
    "table.unreadable": Text(
        "数据表文件 {file} 无法按数据目录的规定读取（{why}）。请运行 `make data`。",
        "{file}: cannot be read as declared ({why}). Run `make data`.",
    ),
    "table.columns": Text(
        "数据表文件 {file} 的列为 {found}，应为 {expected}。请运行 `make data`。",
        "{file}: columns {found} instead of {expected}. Run `make data`.",
    ),
    "table.rows": Text(
        "数据表文件 {file} 有 {found} 行，应为 {expected} 行：文件被截断或改动过。请运行 `make data`。",
        "{file}: {found} rows instead of {expected}; the file is cut short or was edited. Run `make data`.",
    ),
    "table.is_not": Text(
        "数据表文件 {file} 的 {column} 列中有不属于 {type} 类型的取值。前几行：\n{rows}",
        "{file}, column {column}: is not {type}. First rows:\n{rows}",
    ),
    "table.empty": Text(
        "数据表文件 {file} 的 {column} 列有空值。前几行：\n{rows}",
        "{file}, column {column}: is empty. First rows:\n{rows}",
    ),
    "table.not_unique": Text(
        "数据表文件 {file} 的键 {column} 有重复。前几行：\n{rows}",
        "{file}, column {column}: is not unique. First rows:\n{rows}",
    ),
    "table.lacking": Text(
        "此数据版本没有数据表 {table}，而{asker_zh}需要它。请运行 `make data`。",
        "This data version has no table {table}, which {asker} needs. Run `make data`.",
    ),
    # Statements
    "asker.statement": Text("该语句", "the statement"),
    "asker.query": Text("查询 {name} ", "the query {name}"),
    "asker.summary": Text("汇总表 {name} ", "the summary {name}"),
    "statement.unfit": Text(
        "此数据版本的数据表与{asker_zh}不合（{why}）。请运行 `make data`。",
        "The tables of this data version do not fit {asker} ({why}). Run `make data`.",
    ),
    "statement.slow": Text(
        "查询超过 {limit_s:.0f} 秒，已中止。",
        "The query ran longer than {limit_s:.0f} s and was ended.",
    ),
    "summary.unfit": Text(
        "汇总表 {name} 无法由此数据版本生成（{why}）。请运行 `make data`。",
        "The summary {name} cannot be made from this data version ({why}). Run `make data`.",
    ),
    # Query files
    "query.none": Text(
        "没有查询清单 queries/names.txt，或清单为空：缺少查询，无法显示任何图表。请从代码库恢复文件夹 queries。",
        "The list of queries queries/names.txt is missing or empty, so nothing can be shown. Restore the folder queries from the repository.",
    ),
    "query.gone": Text(
        "查询文件 queries/{name}.sql 不存在，而清单 queries/names.txt 列有它。请从代码库恢复。",
        "queries/{name}.sql is missing; queries/names.txt lists it. Restore it from the repository.",
    ),
    "query.extra": Text(
        "查询文件 queries/{name}.sql 未列入清单 queries/names.txt。请将其名称加入清单，或移走文件。",
        "queries/{name}.sql is not listed in queries/names.txt. Add its name there, or take the file away.",
    ),
    "query.unreadable": Text(
        "查询文件 {file} 无法读取（{why}）。请从代码库恢复，或另存为 UTF-8。",
        "{file}: cannot be read ({why}). Restore it from the repository, or save it as UTF-8.",
    ),
    "query.header": Text(
        "查询文件 {file} 的文件头有误：{why}。请从代码库恢复，或改正文件头。",
        "{file}: the header {why}. Restore it from the repository or correct it.",
    ),
    "query.circle": Text(
        "查询互相依赖，无法执行：{names}。请从代码库恢复文件夹 queries。",
        "Queries need each other in a circle: {names}. Restore the folder queries from the repository.",
    ),
    "query.unfit": Text(
        "查询文件 queries/{name}.sql 与此数据版本的数据表不合（{why}）。请从代码库恢复，或运行 `make data`。",
        "queries/{name}.sql does not fit the tables of this data version ({why}). Restore it from the repository or run `make data`.",
    ),
    "query.columns": Text(
        "查询文件 queries/{name}.sql 返回的列为 {found}，文件头却写为 {declared}。请改正其中之一。",
        "queries/{name}.sql returns the columns {found}, but its header says {declared}. Correct one of them.",
    ),
    # What was asked for
    "asked.unknown": Text("没有“{name}”这一{kind_zh}。相近的有：{near}。", "There is no {kind} {name!r}. Near: {near}."),
    "asked.kind.query": Text("查询", "query"),
    "asked.kind.table": Text("数据表", "table"),
    "asked.kind.figure": Text("图", "figure"),
    "asked.kind.param": Text("查询参数", "parameter of this query"),
    "asked.kind.basis_co2": Text("二氧化碳口径", "basis of CO2"),
    "asked.kind.basis": Text("口径", "basis"),
    "asked.kind.measure": Text("指标", "measure"),
    "asked.kind.region": Text("地区", "region"),
    "asked.kind.sector": Text("行业", "sector"),
    "asked.kind.part": Text("汇总方式", "part"),
    "asked.kind.form": Text("分解形式", "form"),
    "asked.until": Text("没有截至 {until} 年的判定，请选择 {first} 至 {last} 年。", "There is no judgement up to {until}: ask for a year from {first} to {last}."),
    "asked.type": Text("查询 {query} 的参数 {name} 应为{kind_zh}，而不是 {given}。", "{query}: parameter {name} must be {kind}, not {given}."),
    "asked.missing": Text("查询 {query} 缺少参数 {name}（{kind_zh}）。", "{query}: parameter {name} is missing: {kind}, {meaning}."),
    "type.text": Text("文本", "text"),
    "type.integer": Text("整数", "integer"),
    "type.number": Text("数值", "number"),
    "type.list": Text("列表", "list"),
    "query.failed": Text(
        "查询 {name} 执行失败（{why}）。请运行 `python -m carbonpeak check`。",
        "The query {name} failed ({why}). Run `python -m carbonpeak check`.",
    ),
    # The day from which ages are counted
    "day.none": Text(
        "环境变量 {name} 应为日期（如 2026-11-28），而不是“{text}”。请改正或取消该变量。",
        "The environment variable {name} is to be a day such as 2026-11-28, not “{text}”. Correct or unset it.",
    ),
}
