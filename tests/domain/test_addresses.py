"""The addresses of documents in citations."""

import pytest

from carbonpeak.domain.addresses import addresses

CASES = {
    "Plan | site.cn | 2022 | https://big5.askci.com/a/1.shtml": (
        "https://big5.askci.com/a/1.shtml",
    ),
    "内政办发〔2021〕60号; http://chinapower.com.cn/a/115830.html": (
        "http://chinapower.com.cn/a/115830.html",
    ),
    "Xinhua 2025-01-17 (en.people.cn/n3/2025/c90000.html)": (
        "https://en.people.cn/n3/2025/c90000.html",
    ),
    "Shan et al. 2018, 2020; Xu et al. 2024": (
        "https://doi.org/10.1038/sdata.2017.201",
        "https://doi.org/10.1038/s41597-020-0393-y",
    ),
    "some-one/a.repo @4043449 inst/csv/two words.csv (Wind)": (
        "https://github.com/some-one/a.repo/blob/4043449/inst/csv/two%20words.csv",
    ),
    # A site alone is no document; dates, numbers and units are none either.
    "NBS 2022-01-17 (91seb.cn; agenzianova.com)": (),
    "CREA, Feb 2026; 10.5 kg/kWh; GB/T 4754-2017": (),
    "": (),
}


@pytest.mark.parametrize(("citation", "expected"), CASES.items())
def test_a_citation_gives_the_addresses_it_names(citation, expected):
    assert addresses(citation) == expected


def test_most_citations_of_the_tables_lead_to_a_document(data):
    rows = data.ask("sources__all")
    found = [one for text in rows["citation"] for one in addresses(text)[:1]]
    assert len(found) > 200
    assert all(one.startswith("http") and " " not in one for one in found)
