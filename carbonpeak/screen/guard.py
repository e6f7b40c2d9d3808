"""Who may ask the server, and what every answer says of itself: in front of all of Streamlit.

Streamlit compares only what comes over its websocket with the names it may answer to, and to judge
a strange origin it asks machines outside for its own address. Here both are decided before.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from carbonpeak.screen import measured
from carbonpeak.words import LANGS, say

# Counters of the server's insides, and ways to drive the dashboard without a browser.
CLOSED = ("/_stcore/metrics", "/_stcore/agent", "/_stcore/script-health-check")
MEDIA = "/media/"
# How many pages may be open at once; each keeps its choices and what was dropped on it in memory.
MOST_READERS = 300
EVERY = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "same-origin",
}
# A file that was made here is shown, but nothing in it is run.
OF_MEDIA = (
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data: 'self'; font-src data:"
)


@dataclass(frozen=True)
class Refusal:
    """Why a request is not answered: the status, and the key of the words."""

    status: int
    key: str

    @property
    def words(self) -> str:
        """The reason in both languages."""
        return "\n".join(say(self.key, lang) for lang in LANGS)


@dataclass
class Guard:
    """An ASGI application before another one; ``names`` are host names it may be asked by.

    Numeric addresses and ``localhost`` always are: no name of a stranger leads to them.
    """

    app: ASGIApp
    names: Collection[str] = ()
    most_readers: int = MOST_READERS
    _readers: list[None] = field(default_factory=list)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it in words."""
        if scope["type"] not in {"http", "websocket"}:
            await self.app(scope, receive, send)
        elif refusal := self._refusal(scope):
            await _refuse(refusal, scope, receive, send)
        elif scope["type"] == "http":
            await self.app(_as_own(scope), receive, _with_headers(scope, send))
        else:
            await self._read(_as_own(scope), receive, send)

    async def _read(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._readers.append(None)
        try:
            with measured.open_page():
                await self.app(scope, receive, send)
        finally:
            self._readers.pop()

    def _refusal(self, scope: Scope) -> Refusal | None:
        headers = Headers(scope=scope)
        host, origin = headers.get("host", ""), headers.get("origin")
        if not self._is_known(_name(f"//{host}")):
            return Refusal(421, "server.host")
        if origin is not None and not self._is_own(origin, host):
            return Refusal(403, "server.origin")
        if any(place in scope["path"] for place in CLOSED):
            return Refusal(404, "server.closed")
        if scope["type"] == "websocket" and len(self._readers) >= self.most_readers:
            return Refusal(503, "server.full")
        return None

    def _is_known(self, name: str) -> bool:
        return name == "localhost" or _is_numeric(name) or name in self.names

    def _is_own(self, origin: str, host: str) -> bool:
        """Return whether an origin is the host asked, or a name that a proxy did not pass on."""
        if origin.partition("://")[2] == host:
            return True
        name = _name(origin)
        return name in self.names and name not in {"localhost", _name(f"//{host}")}


def _name(url: str) -> str:
    """Return the host of a URL without its port, nothing where it cannot be read."""
    try:
        return (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return ""


def _is_numeric(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _as_own(scope: Scope) -> Scope:
    """Return a request whose origin, which was accepted, is that of the server itself.

    One that names the same host stays: a log-in holds for the scheme (https) it was made at.
    """
    headers = MutableHeaders(raw=list(scope["headers"]))
    if "origin" in headers and headers["origin"].partition("://")[2] != headers["host"]:
        headers["origin"] = f"http://{headers['host']}"
    return {**scope, "headers": headers.raw}


def _with_headers(scope: Scope, send: Send) -> Send:
    added = dict(EVERY)
    if MEDIA in scope["path"]:
        added["Content-Security-Policy"] = OF_MEDIA
    return _adding(added.items(), send)


def _adding(added: Iterable[tuple[str, str]], send: Send) -> Send:
    async def send_with(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in added:
                headers.setdefault(name, value)
        await send(message)

    return send_with


async def _refuse(refusal: Refusal, scope: Scope, receive: Receive, send: Send) -> None:
    answer = PlainTextResponse(refusal.words, refusal.status)
    if scope["type"] == "websocket":
        await receive()
    await answer(scope, receive, _adding(EVERY.items(), send))
