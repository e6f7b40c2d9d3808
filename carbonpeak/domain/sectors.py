"""The divisions of industry by code, as the tables name them."""

from carbonpeak.data.dataset import Dataset, once_per_dataset


@once_per_dataset
def names(data: Dataset, lang: str) -> dict[str, str]:
    """Return the short names of the divisions by code, in the order of their codes."""
    rows = data.ask("sectors__all")
    return dict(zip(rows["sector_code"], rows[f"short_{lang}"], strict=True))


@once_per_dataset
def codes(data: Dataset) -> tuple[str, ...]:
    """Return the codes of the divisions, in order."""
    return tuple(data.ask("sectors__all")["sector_code"])


@once_per_dataset
def plan_industries(data: Dataset, lang: str) -> dict[str, str]:
    """Return the key industries of the peaking plan by code, in the order of the plan."""
    rows = data.ask("sectors__all").dropna(subset=["plan_industry_code"]).sort_values("plan_order")
    return dict(zip(rows["plan_industry_code"], rows[f"plan_industry_{lang}"], strict=True))
