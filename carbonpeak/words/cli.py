"""The words that only the command line has, in either language."""

from carbonpeak.data.catalogue import Text

WORDS: dict[str, Text] = {
    "cli.same": Text("数据版本 {version} 和方法版本都是现行版本。", "Data version {version} and the method version are the present ones."),
    "cli.list": Text("每个选项先列默认值。列出一幅图的全部代码：在命令后加图名。", "The default of each choice stands first. For every code of a figure in words: figure NAME --list"),
    "cli.one": Text("取其一，默认 {default}", "one of these, {default} by default"),
    "cli.many": Text("可取多个，以逗号分隔，默认全部", "any of these joined by commas, all by default"),
    "cli.number": Text("{low} 至 {high} 之间、以 {step} 为步长的数，默认 {default}", "a number from {low} to {high} in steps of {step}, {default} by default"),
}
