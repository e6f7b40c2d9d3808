"""Claims of log-ins and a file of roles, for tests."""

import time
from pathlib import Path
from typing import Any

RULES = """
[tenant]
claim = "tid"
values = ["ministry"]

[role]
claim = "groups"
reader = ["everyone"]
analyst = ["carbon-analysts"]
editor = ["carbon-editors"]
verifier = ["carbon-verifiers"]
administrator = ["carbon-admins"]

[region]
claim = "provinces"
all = ["nation"]

[company]
claim = "companies"
all = ["every"]

[otherwise]
not_logged_in = "{guests}"
without_role = "{others}"
"""
AN_HOUR_S = 3600


class User(dict[str, Any]):
    """Who Streamlit says is logged in."""

    def to_dict(self) -> dict[str, Any]:
        """Return the claims."""
        return dict(self)


def write(folder: Path, guests: str = "refuse", others: str = "refuse") -> Path:
    """Write the rules; return the file."""
    file = folder / "access.toml"
    file.write_text(RULES.replace("{guests}", guests).replace("{others}", others))
    return file


def claims(*groups: str, **changed: Any) -> dict[str, Any]:
    """Return good claims of somebody in groups, with some changed; None leaves one out."""
    good = {
        "sub": "7",
        "name": "李 <b>敏</b>",
        "exp": time.time() + AN_HOUR_S,
        "tid": "ministry",
        "groups": list(groups),
        "provinces": ["320000"],
        "companies": ["every"],
    }
    return {key: value for key, value in {**good, **changed}.items() if value is not None}
