"""Small drawings beside a number: how far a fall has come, and the years so far, as SVG."""

from base64 import b64encode
from html import escape

from carbonpeak.charts.style import ACCENT_FILL, GREY, INK, MEASURE_FILL, RULE
from carbonpeak.figures.figure import Bullet, Trend
from carbonpeak.words.numbers import number

WIDTH, BULLET_HEIGHT, LINE_HEIGHT = 240, 14, 56
MARGIN = 4
# What a year takes beside a line, which is shown at half its size.
YEAR_ROOM = 52
STYLE = (
    f".ground{{fill:{RULE}}}.done,circle{{fill:{MEASURE_FILL}}}"
    f".due{{stroke:{INK};stroke-width:2}}.target{{stroke:{ACCENT_FILL};stroke-width:3}}"
    f"polyline{{fill:none;stroke:{MEASURE_FILL};stroke-width:1.6}}"
    f"text{{font:20px sans-serif;fill:{GREY}}}"
)


def bullet(one: Bullet) -> str:
    """Return a bar of what is done on a scale to the target, with a tick at what is due by now.

    A rise is drawn to the left of the zero line.
    """
    low, high = min(0.0, one.done), max(one.target, one.done)

    def at(value: float) -> float:
        return MARGIN + (value - low) / (high - low) * (WIDTH - 2 * MARGIN)

    parts = (
        _bar("ground", at(0.0), at(one.target)),
        _bar("done", at(0.0), at(one.done)),
        _tick("due", at(one.due)),
        _tick("target", at(one.target)),
    )
    return _svg("bullet", BULLET_HEIGHT, "".join(parts))


def line(one: Trend) -> str:
    """Return the years of a quantity as a line with its first and last year; "" below two years."""
    if len(one.values) < 2:
        return ""
    low, high = min(one.values), max(one.values)
    across = (WIDTH - 2 * MARGIN - 2 * YEAR_ROOM) / (one.years[-1] - one.years[0])
    down = (LINE_HEIGHT - 2 * MARGIN) / ((high - low) or 1.0)
    points = [
        (YEAR_ROOM + (year - one.years[0]) * across, LINE_HEIGHT - MARGIN - (value - low) * down)
        for year, value in zip(one.years, one.values, strict=True)
    ]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    x, y = points[-1]
    said = escape(f"{one.name}: {one.years[0]}-{one.years[-1]}, {number(one.values[-1], 1)}")
    parts = (
        f'<text x="0" y="{LINE_HEIGHT - 6}">{one.years[0]}</text>',
        f'<polyline points="{path}"/><circle cx="{x:.1f}" cy="{y:.1f}" r="2.5"/>',
        f'<text x="{x + 6:.1f}" y="{LINE_HEIGHT - 6}">{one.years[-1]}</text>',
    )
    return _svg("spark", LINE_HEIGHT, "".join(parts), said)


def _bar(kind: str, start: float, end: float) -> str:
    left, wide = min(start, end), abs(end - start)
    return f'<rect class="{kind}" x="{left:.1f}" y="3" width="{wide:.1f}" height="8"/>'


def _tick(kind: str, at: float) -> str:
    return f'<line class="{kind}" x1="{at:.1f}" x2="{at:.1f}" y1="0" y2="{BULLET_HEIGHT}"/>'


def _svg(kind: str, height: int, parts: str, said: str = "") -> str:
    """Return a drawing as an image of its own: elements of SVG are taken out of a page's HTML."""
    drawn = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" '
        f'viewBox="0 0 {WIDTH} {height}"><style>{STYLE}</style>{parts}</svg>'
    )
    code = b64encode(drawn.encode()).decode()
    return f'<img class="{kind}" alt="{said}" src="data:image/svg+xml;base64,{code}">'
