"""SVG drawings made fit to stand beside each other in one HTML document."""

import re
from xml.etree import ElementTree

SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
REFERENCE = re.compile(r"url\(\s*(['\"]?)#([^'\")]+)\1\s*\)")
HREFS = ("href", f"{{{XLINK}}}href")
SIZE = re.compile(r"\s*([0-9.]+)\s*(px|mm|pt)?\s*", re.ASCII)


def inlined(drawing: bytes, prefix: str, alt: str) -> str:
    """Return an SVG element whose names begin with a prefix, so that no other drawing's match.

    It fills the width of its place and says in words what it shows. ValueError for what is no SVG.
    """
    ElementTree.register_namespace("", SVG)
    ElementTree.register_namespace("xlink", XLINK)
    try:
        root = ElementTree.fromstring(drawing)
    except ElementTree.ParseError as fault:
        raise ValueError("a drawing is no SVG") from fault
    if root.tag != f"{{{SVG}}}svg":
        raise ValueError("a drawing is no SVG")
    for element in root.iter():
        _rename(element, prefix)
    _fill_width(root)
    root.set("role", "img")
    root.set("aria-label", alt)
    return ElementTree.tostring(root, encoding="unicode")


def _rename(element: ElementTree.Element, prefix: str) -> None:
    for name, value in element.attrib.items():
        if name == "id":
            element.set(name, prefix + value)
        elif name in HREFS and value.startswith("#"):
            element.set(name, f"#{prefix}{value[1:]}")
        else:
            element.set(name, _renamed(value, prefix))
    if element.tag == f"{{{SVG}}}style" and element.text:
        element.text = _renamed(element.text, prefix)


def _renamed(text: str, prefix: str) -> str:
    return REFERENCE.sub(lambda found: f"url(#{prefix}{found[2]})", text)


def _fill_width(root: ElementTree.Element) -> None:
    """Leave the size to the page: the drawing keeps its proportions by its view box."""
    sizes = [SIZE.fullmatch(root.attrib.pop(name, "")) for name in ("width", "height")]
    if "viewBox" not in root.attrib:
        if not all(sizes):
            raise ValueError("a drawing has no size")
        width, height = (found[1] for found in sizes if found)
        root.set("viewBox", f"0 0 {width} {height}")
