"""What a mark says when it is pointed at: whose it is in bold, then one fact a line."""

TEMPLATE = "%{text}<extra></extra>"


def card(name: str, *facts: str) -> str:
    """Return the words of one mark; facts that are empty are left out."""
    return "<br>".join([f"<b>{name}</b>", *(fact for fact in facts if fact)])
