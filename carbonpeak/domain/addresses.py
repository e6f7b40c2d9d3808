"""The addresses of the documents that a citation names.

A citation is kept as its source gives it: with a whole address, with one that lacks its beginning
("en.people.cn/n3/2025/0117/c90000.html"), with authors and year of an article, or with a file of
a public repository and its commit. A site alone is no document and gives no address.
"""

import re

# Articles as our citations name them, by authors and year, and their lasting addresses.
ARTICLES = {
    "Shan 2016": "https://doi.org/10.1016/j.apenergy.2016.03.073",
    "Shan 2018": "https://doi.org/10.1038/sdata.2017.201",
    "Shan 2020": "https://doi.org/10.1038/s41597-020-0393-y",
    "Guan 2021": "https://doi.org/10.1029/2021EF002241",
}
AUTHORS = re.compile(r"(\w+) et al\. (\d{4}(?:, \d{4})*)")
HTTP = r"https?://[^\s|,;，；）)\"'<>]+"
SITE = r"(?<![\w./@])(?:[a-z0-9-]+\.)+(?:com|cn|org|net|eu|ie|uk|ae|az|info|energy|jp|gov|edu)"
BARE = rf"{SITE}/[^\s|,;，；）)\"'<>]+"
# owner/repository @commit path.ext, as citations of public files are written.
FILE = (
    r"(?<![\w./])(?P<repo>[\w-]+/[\w.-]+) @(?P<commit>[0-9a-f]{7,40}) "
    r"(?P<path>[^()|;]+?\.(?:csv|xlsx|json))"
)
PLACES = re.compile(f"(?P<http>{HTTP})|{FILE}|(?P<bare>{BARE})")


def addresses(citation: str) -> tuple[str, ...]:
    """Return the addresses of the documents a citation names, each once, in its order."""
    named = [
        f"{who} {year}" for who, years in AUTHORS.findall(citation) for year in years.split(", ")
    ]
    listed = [ARTICLES[one] for one in named if one in ARTICLES]
    found = [_address(one) for one in PLACES.finditer(citation)]
    return tuple(dict.fromkeys((*listed, *found)))


def _address(found: re.Match[str]) -> str:
    if found["repo"]:
        path = found["path"].strip().replace(" ", "%20")
        return f"https://github.com/{found['repo']}/blob/{found['commit']}/{path}"
    if found["bare"]:
        return f"https://{found['bare'].rstrip('.')}"
    return found["http"].rstrip(".")
