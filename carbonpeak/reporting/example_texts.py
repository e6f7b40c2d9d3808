"""What the made example says where the store has one column for both languages."""

from carbonpeak.data.text import Text
from carbonpeak.reporting import twice
from carbonpeak.words import Lang

EDITOR = Text("示例填报人", "Example editor")
VERIFIER = Text("示例核查人", "Example verifier")
CHIEF = Text("示例管理员", "Example administrator")
# Reasons by the state that a report is brought to.
WHY = {
    "corrected": Text("示例：按发票更正电量", "Example: electricity corrected by the invoices"),
    "appealed": Text("示例：申请复核", "Example: appeal"),
    "verified": Text("示例：核查结论", "Example: conclusion"),
    "submitted": Text("示例：已核对", "Example: checked"),
    "draft": Text("示例：核查后修订", "Example: revised after it was verified"),
}
FINDING = Text("示例：电量与发票不符", "Example: electricity and invoices differ")
GAS = Text("天然气", "natural gas")
PETROL = Text("汽油", "gasoline")
POWER = Text("外购电力", "electricity bought")
HEAT = Text("外购热力", "heat bought")
KNOWN = twice.by_kept(EDITOR, VERIFIER, CHIEF, *WHY.values(), FINDING, GAS, PETROL, POWER, HEAT)


def told(held: str, lang: Lang) -> str:
    """Return a text of the store in one language where it is of the example, else as it is."""
    return twice.told(held, KNOWN, lang)
