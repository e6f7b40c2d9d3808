"""The typefaces that pictures bring along, so that they look alike on every machine.

They hold the characters in daily use; any other comes from a font of the machine. Small figures
(the 2 of CO2), which Noto Sans CJK lacks, come from DejaVu Sans under the same name.
"""

import base64
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).with_name("fonts")
# The first family of ``charts.style.FONT``.
FAMILY = "Noto Sans CJK SC"
FILES = {400: "regular.woff2", 700: "bold.woff2"}
SMALL_FILES = {400: "small-regular.woff2", 700: "small-bold.woff2"}
SMALL_FIGURES = "⁰⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉"


@cache
def rules() -> str:
    """Return the CSS that holds the typefaces."""
    small = f";unicode-range:{','.join(f'U+{ord(one):X}' for one in SMALL_FIGURES)}"
    usual = [_rule(weight, FOLDER / name) for weight, name in FILES.items()]
    return "".join([*usual, *(_rule(at, FOLDER / name, small) for at, name in SMALL_FILES.items())])


def _rule(weight: int, file: Path, only: str = "") -> str:
    data = base64.b64encode(file.read_bytes()).decode()
    return (
        f'@font-face{{font-family:"{FAMILY}";font-weight:{weight};font-display:block;'
        f"src:url(data:font/woff2;base64,{data}){only}}}"
    )
