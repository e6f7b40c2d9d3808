"""A chart said in fewer bytes: it looks and answers the same in the browser.

Texts of many points that differ in a few letters are sent as one template with what differs; boxes
of one look are sent as one path; numbers no finer than a screen can show. Only what is sent is
another: files are drawn from the chart itself.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from os.path import commonprefix
from typing import Any, TypeGuard

from carbonpeak.charts.hover import TEMPLATE

Content = dict[str, Any]
# Fewer points than these have little in common that is worth a template.
LEAST_POINTS = 8
DIGITS = 7
BREAK, ALONE = "<br>", "<extra></extra>"
POINTWISE = ("x", "y", "customdata", "hovertext")
SIDES = ("x0", "x1", "y0", "y1")


def leaner(content: Mapping[str, Any]) -> Content:
    """Return what a chart holds, said shorter."""
    layout = content["layout"]
    if "shapes" in layout:
        layout = {**layout, "shapes": _joined(layout["shapes"])}
    traces = [part for trace in content["data"] for part in _parts(trace)]
    return {**content, "data": [_trace(one) for one in traces], "layout": layout}


def _trace(trace: Content) -> Content:
    rounded: Content = {name: _rounded(trace[name]) for name in ("x", "y") if name in trace}
    return _told(_written({**trace, **rounded}))


def _rounded(values: Any) -> Any:
    """Return numbers with as many digits as can be seen; whatever else as it is."""
    if not isinstance(values, list | tuple):
        return values
    return [float(f"{one:.{DIGITS}g}") if isinstance(one, float) else one for one in values]


def _parts(trace: Content) -> Iterator[Content]:
    """Give a trace of plain marks in parts whose texts have as many lines; any other whole."""
    texts = trace.get("hovertext")
    if trace.get("mode") != "markers" or not _is_long(texts) or not _is_plain(trace, len(texts)):
        yield trace
        return
    lines = [text.count(BREAK) for text in texts]
    for count in dict.fromkeys(lines):
        own = [place for place, other in enumerate(lines) if other == count]
        yield {
            **trace,
            **{name: [trace[name][place] for place in own] for name in POINTWISE if name in trace},
        }


def _is_plain(trace: Content, count: int) -> bool:
    """Return whether what is said of each point is what can be parted, and nothing else is."""
    looks = {**trace, **trace.get("marker", {})}
    each = {name for name, one in looks.items() if isinstance(one, list | tuple)}
    return each <= set(POINTWISE) and all(len(trace[name]) == count for name in each)


def _told(trace: Content) -> Content:
    """Return a trace whose hover texts are a template with what differs."""
    own, codes = _own_texts(trace), trace.get("customdata")
    texts = trace.get(own)
    if not _is_long(texts) or not _is_codes(codes, len(texts)):
        return trace
    found = _template(texts, first=0 if codes is None else 1)
    if found is None:
        return trace
    template, differing = found
    if codes is not None:
        differing = [[code, *rest] for code, rest in zip(codes, differing, strict=True)]
    rest = {name: one for name, one in trace.items() if name not in (own, "hoverinfo")}
    return {**rest, "customdata": differing, "hovertemplate": template + ALONE}


def _own_texts(trace: Content) -> str:
    """Return where the words stand that a trace says of each point, nothing for a template."""
    template = trace.get("hovertemplate")
    is_unwritten = "text" not in trace.get("mode", "text")
    if template == TEMPLATE and is_unwritten:
        return "text"
    return "hovertext" if template is None else ""


def _written(trace: Content) -> Content:
    """Return a trace of texts as a template with what differs."""
    texts = trace.get("text")
    if trace.get("mode") != "text" or not _is_long(texts) or "customdata" in trace:
        return trace
    found = _template(texts, first=0)
    if found is None or "texttemplate" in trace:
        return trace
    rest = {name: one for name, one in trace.items() if name != "text"}
    return {**rest, "customdata": found[1], "texttemplate": found[0]}


def _is_long(texts: Any) -> TypeGuard[Sequence[str]]:
    """Return whether there are texts enough, none of them empty or a template."""
    if not isinstance(texts, list | tuple) or len(texts) < LEAST_POINTS:
        return False
    return all(isinstance(one, str) and one and "%{" not in one for one in texts)


def _is_codes(codes: Any, count: int) -> bool:
    """Return whether there is one code for each point, or none at all."""
    if codes is None:
        return True
    is_whole = isinstance(codes, list | tuple) and len(codes) == count
    return is_whole and all(isinstance(one, str) for one in codes)


def _template(texts: Sequence[str], first: int) -> tuple[str, list[list[str]]] | None:
    """Return the template of texts and what differs in each, None where their lines do."""
    rows = [text.split(BREAK) for text in texts]
    if len({len(row) for row in rows}) > 1:
        return None
    lines: list[str] = []
    differing: list[list[str]] = [[] for _ in rows]
    for column in zip(*rows, strict=True):
        start, end, own = _apart(column)
        is_same = not any(own)
        lines.append(start + ("" if is_same else f"%{{customdata[{first}]}}") + end)
        first += not is_same
        for held, one in zip(differing, own, strict=True):
            held.extend([] if is_same else [one])
    return BREAK.join(lines), differing


def _apart(texts: Sequence[str]) -> tuple[str, str, list[str]]:
    """Return how all texts begin, how they end, and what each has between."""
    start = commonprefix(texts)
    rest = [text[len(start) :] for text in texts]
    end = commonprefix([text[::-1] for text in rest])[::-1]
    return start, end, [text[: len(text) - len(end)] for text in rest]


def _joined(shapes: Sequence[Content]) -> list[Content]:
    """Return shapes, boxes of one look without a name as one path, where the first of them is."""
    looks = [_look(shape) for shape in shapes]
    many = {look for look, count in Counter(looks).items() if look and count > 1}
    paths: dict[str, Content] = {}
    joined = []
    for shape, look in zip(shapes, looks, strict=True):
        if look not in many:
            joined.append(shape)
        elif look in paths:
            paths[look]["path"] += _path(shape)
        else:
            rest = {name: one for name, one in shape.items() if name not in SIDES}
            paths[look] = {**rest, "type": "path", "path": _path(shape)}
            joined.append(paths[look])
    return joined


def _look(shape: Content) -> str:
    """Return how a box of numbers looks, nothing for any other shape."""
    is_box = shape.get("type") == "rect" and not shape.get("name")
    if not is_box or not all(isinstance(shape.get(side), int | float) for side in SIDES):
        return ""
    return repr(sorted((name, repr(one)) for name, one in shape.items() if name not in SIDES))


def _path(shape: Content) -> str:
    x0, x1, y0, y1 = (f"{shape[side]:.{DIGITS}g}" for side in SIDES)
    return f"M{x0},{y0}H{x1}V{y1}H{x0}Z"
