"""What is done elsewhere and belongs into the audit: noted where there is a store, and only there.

A store is made when records are entered, never for a note: without one the history of versions
(``own/history.jsonl``) tells of what was published.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from carbonpeak.store import audit
from carbonpeak.store.opening import address, is_made, open_store, writing

# The action of a file that somebody takes or has made.
EXPORTED = "file.export"


def note(
    own: Path,
    who: str,
    action: str,
    subject: str,
    *,
    why: str = "",
    detail: Mapping[str, Any] | None = None,
) -> bool:
    """Add an entry to the audit of the store of a folder of own data; return whether there is one.

    StoreFault where there is a store that cannot be used: then what it tells of is not to be done.
    """
    url = address(own)
    if not is_made(url):
        return False
    engine = open_store(url)
    try:
        with writing(engine) as connection:
            audit.append(connection, who, action, subject, why=why, detail=detail)
    finally:
        engine.dispose()
    return True
