"""Which two versions of the tables a reader compares."""

from dataclasses import dataclass

from carbonpeak.data import own_versions, viewing
from carbonpeak.data.dataset import Dataset
from carbonpeak.figures.choices import Selection


@dataclass(frozen=True)
class VersionsChoices:
    """The version before and the version after, by their names."""

    before: str
    after: str

    @classmethod
    def of(cls, values: Selection) -> "VersionsChoices":
        """Return the choices as they stand in the URL."""
        return cls(values.one("before"), values.one("after"))


def seen(data: Dataset) -> tuple[str, ...]:
    """Return every version that whoever sees these tables may see, these among them."""
    return tuple(dict.fromkeys([*viewing.listed(data.scope.owner, data.root), data.version]))


def usual(data: Dataset) -> VersionsChoices:
    """Return what is compared unless asked otherwise.

    A version that is looked at against the published one; that one against the one before it.
    """
    published = viewing.published(data.root)
    if data.version != published:
        return VersionsChoices(published, data.version)
    return VersionsChoices(_before(data, published), published)


def _before(data: Dataset, published: str) -> str:
    """Return what was published before, else the last other version, itself where there is none."""
    pointed = own_versions.pointed(data.root)
    told = [one.before for one in own_versions.history(data.root) if one.after == pointed]
    shipped = viewing.shipped(data.root)
    others = [one for one in seen(data) if one != published]
    known = [told[-1] or shipped] if told else []
    return next((one for one in [*known, *others[::-1]] if one != published), published)
