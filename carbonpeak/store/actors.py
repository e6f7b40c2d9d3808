"""Who does something, in which roles, and of which places and companies."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Actor:
    """A person by name, with roles; ``regions`` and ``companies`` are codes, None means all."""

    name: str
    roles: frozenset[str]
    regions: frozenset[str] | None
    companies: frozenset[str] | None
