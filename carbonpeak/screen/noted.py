"""Files that readers have made, noted in the audit where there is a store."""

from carbonpeak.data.dataset import Dataset
from carbonpeak.data.own_versions import OWN
from carbonpeak.data.text import Text
from carbonpeak.store import noting
from carbonpeak.store.faults import StoreFault


def exported(data: Dataset, who: str, name: str) -> Text | None:
    """Note that somebody has a file made of this version; return what is wrong with the store."""
    try:
        noting.note(data.root / OWN, who, noting.EXPORTED, name, detail={"version": data.version})
    except StoreFault as fault:
        return Text(fault.said["zh"], fault.said["en"])
    return None
