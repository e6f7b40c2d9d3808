"""What can go wrong with a picture; the words are those of ``export.fault.<reason>``."""

from typing import Literal

Reason = Literal[
    "no_browser",
    "unstarted",
    "busy",
    "timeout",
    "crashed",
    "no_rows",
    "too_tall",
    "disk",
    "failed",
]


class RenderError(Exception):
    """A picture cannot be made; ``reason`` says why and names the words a reader sees.

    ``no_browser``: none is installed; ``unstarted``: one is, but it does not start; ``busy``: too
    many wait already; ``timeout``: it took too long; ``crashed``: the browser ended twice;
    ``no_rows``: the figure has nothing to show; ``too_tall``: no browser paints that many pixels;
    ``disk``: no room for the browser's files; ``failed``: the browser refused.
    """

    def __init__(self, reason: Reason, detail: str = "") -> None:
        """Keep the reason for the words; ``detail`` is for a log, not for a reader."""
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
