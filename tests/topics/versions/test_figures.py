"""The ledger between versions whose difference is known, and what is listed of them."""

import pandas as pd
import pytest

from carbonpeak.data import own_versions, viewing
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.viewing import NotSeen
from carbonpeak.thresholds import NATION
from carbonpeak.topics.versions import analysis, figures, listing
from carbonpeak.topics.versions.choices import VersionsChoices, seen, usual
from carbonpeak.words.speaker import Speaker
from tests.topics.versions.conftest import SHARES

TELL = Speaker("en")


def test_the_published_version_is_compared_with_the_one_before(versions, own_root):
    shipped, first, second = seen(versions)
    assert usual(versions) == VersionsChoices(first, second)
    looked_at = Dataset.open(own_root)
    assert usual(looked_at) == VersionsChoices(second, shipped)
    looked_at.close()


def test_both_numbers_of_a_judgement_are_those_of_their_versions(versions):
    _, first, second = seen(versions)
    found = analysis.between(versions, first, second).flipped
    assert set(found["verdict"]) <= {"co2", "peak"}
    peaks = found[(found["verdict"] == "peak") & (found["region_code"] != NATION)]
    assert len(peaks) > 3
    # The second version has 0.93 of the CO2 of the first in the last year.
    share = peaks["after_value"] / peaks["before_value"]
    assert share.to_numpy() == pytest.approx(SHARES[1])
    tiers = found[found["verdict"] == "co2"]
    left = (1 + tiers["after_value"]) / (1 + tiers["before_value"])
    assert left.to_numpy() == pytest.approx(SHARES[1])
    assert found["region_code"].iloc[0] == NATION


def test_rows_are_counted_by_table(versions):
    shipped, first, _ = seen(versions)
    counts = analysis.between(versions, shipped, first).counts
    rows = versions.ask("nation__yearly")
    assert list(counts["table"]) == ["co2"]
    assert counts[["added", "removed"]].to_numpy().sum() == 0
    assert 0 < counts["changed"].iloc[0] < versions.catalogue.table("co2").row_count
    assert len(rows)


def test_nothing_differs_between_a_version_and_itself(versions):
    one = versions.version
    found = analysis.between(versions, one, one)
    assert found.flipped.empty
    assert found.counts.empty
    table = figures.verdicts(versions, VersionsChoices(one, one), TELL).table
    assert [cell.value for cell in table.column("flipped").cells] == [0, 0, 0]
    assert sum(cell.value for cell in table.column("compared").cells) == 91


def test_a_version_that_may_not_be_seen_is_not_compared(versions, own_root):
    rows = pd.read_parquet(own_versions.published(own_root) / "tables" / "co2.parquet")
    rows.loc[rows["year"] == rows["year"].max(), "co2_t"] *= 1.01
    below = own_versions.published(own_root)
    draft = own_versions.accept({"co2": rows}, own_versions.Origin("a", "b"), below, own_root)
    assert draft not in seen(versions)
    with pytest.raises(NotSeen, match="not published"):
        analysis.between(versions, versions.version, draft)
    assert draft not in listing.publishable(versions)
    assert draft not in listing.versions(versions, TELL).to_string()


def test_the_page_lists_who_made_what_why_and_what_was_published_when(versions, own_root):
    shipped, first, second = seen(versions)
    rows = listing.versions(versions, TELL)
    assert list(rows["Version"]) == [second, first, shipped]
    assert list(rows["State"])[:2] == ["published", "published before"]
    assert list(rows["Made from"]) == [first, shipped, "–"]
    assert list(rows["Warnings confirmed"])[:2] == ["jump: checked"] * 2
    told = listing.history(versions, TELL)
    assert list(zip(told["From"], told["To"], strict=True)) == [(first, second), (shipped, first)]
    assert listing.publishable(versions) == (first, shipped)
    title, since = listing.lead(versions, TELL)
    assert second in title
    assert "step 1" in since
    assert listing.alone(versions, TELL) == ""
    assert viewing.published(own_root) == second


def test_a_version_alone_says_what_to_do(data):
    if len(seen(data)) > 1:
        pytest.skip("earlier versions are kept on this machine")
    assert "Own data" in listing.alone(data, TELL)
    assert "python" not in listing.alone(data, TELL)
    assert list(listing.versions(data, TELL)) == ["Version", "State"]
    assert listing.publishable(data) == ()
