"""What is taken out of a file again: size, resolution, texts, fonts, metadata."""

import re
import unicodedata
from dataclasses import dataclass
from io import BytesIO

from lxml import etree
from PIL import Image
from pypdf import PdfReader

MM_PER_INCH, PT_PER_INCH = 25.4, 72.0
SVG = "{http://www.w3.org/2000/svg}"
CP = "{urn:carbonpeak:figure}"


@dataclass(frozen=True)
class Reopened:
    """A file as another program reads it; ``text`` without any blanks."""

    width_mm: float
    height_mm: float
    text: str
    passport: str
    title: str


def bare(text: str) -> str:
    """Return a text without blanks and in the plain forms of its characters."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def png(data: bytes) -> tuple[Reopened, int]:
    """Return what a PNG says, and its resolution in dots per inch."""
    with Image.open(BytesIO(data)) as picture:
        picture.load()
        info, (width, height) = picture.info, picture.size
    across, down = info["dpi"]
    words = "".join(str(value) for key, value in info.items() if key != "dpi")
    size = width / across * MM_PER_INCH, height / down * MM_PER_INCH
    return Reopened(*size, bare(words), info["Passport"], info["Title"]), round(across)


def svg(data: bytes) -> Reopened:
    """Return what an SVG says; every text must be text."""
    root = etree.fromstring(data)
    width, height = (float(root.get(side).removesuffix("mm")) for side in ("width", "height"))
    words = "".join("".join(one.itertext()) for one in root.iter(f"{SVG}text"))
    passport = root.find(f".//{CP}Passport").text
    return Reopened(width, height, bare(words), passport, root.find(f"{SVG}title").text)


def pdf(data: bytes) -> tuple[Reopened, bool]:
    """Return what a PDF of one page says, and whether every font lies in the file."""
    reader = PdfReader(BytesIO(data))
    (page,) = reader.pages
    width, height = (float(side) / PT_PER_INCH * MM_PER_INCH for side in page.mediabox[2:])
    text = bare(page.extract_text())
    meta = reader.metadata
    seen = Reopened(width, height, text, meta["/Passport"], meta["/Title"])
    return seen, all(map(_is_embedded, _fonts(page)))


def _fonts(page):
    found = []
    for resources in _resources(page["/Resources"]):
        found += [font.get_object() for font in resources.get("/Font", {}).values()]
    return found


def _resources(resources):
    """Return the resources of a page and of everything drawn within it."""
    resources = resources.get_object()
    yield resources
    for inner in resources.get("/XObject", {}).values():
        drawn = inner.get_object()
        if "/Resources" in drawn:
            yield from _resources(drawn["/Resources"])
    for inner in resources.get("/Pattern", {}).values():
        drawn = inner.get_object()
        if "/Resources" in drawn:
            yield from _resources(drawn["/Resources"])


def _is_embedded(font):
    if font["/Subtype"] == "/Type3":
        return True  # its glyphs are drawings within the file
    within = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
    descriptor = within["/FontDescriptor"].get_object()
    return bool({"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor))
