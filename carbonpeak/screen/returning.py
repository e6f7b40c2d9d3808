"""Log-in leads back to the page from which it was asked for, with all choices in its address.

Streamlit's own way ends at the first page. A cookie of some minutes keeps where it was.
"""

from urllib.parse import quote, unquote, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Message, Receive, Scope, Send

NAME = "carbonpeak_return"
LOGIN, CALLBACK = "/auth/login", "/oauth2callback"
KEPT_S = 600
LONGEST = 2000


class Returning:
    """An ASGI application before another one, which keeps and restores the address of a page."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before an application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request; only those of the log-in are touched."""
        path = scope.get("path", "")
        if scope["type"] == "http" and path.endswith(LOGIN):
            send = _setting(send, _cookie(_asked_from(scope)))
        elif scope["type"] == "http" and path.endswith(CALLBACK):
            send = _leading(send, _kept(scope))
        await self._app(scope, receive, send)


def _asked_from(scope: Scope) -> str:
    """Return path and query of the page that asks for the log-in, nothing of another site."""
    headers = Headers(scope=scope)
    parts = urlsplit(headers.get("referer", ""))
    if parts.netloc != headers.get("host"):
        return ""
    return _place(f"{parts.path}?{parts.query}")


def _place(text: str) -> str:
    """Return a text that leads to a page of this server, nothing for any other."""
    is_here = text.startswith("/") and not text.startswith(("//", "/\\"))
    return text if is_here and text.isprintable() and len(text) <= LONGEST else ""


def _cookie(place: str) -> str:
    age = KEPT_S if place else 0
    return f"{NAME}={quote(place, safe='')}; Path=/; Max-Age={age}; HttpOnly; SameSite=Lax"


def _kept(scope: Scope) -> str:
    cookies = cookie_parser(Headers(scope=scope).get("cookie", ""))
    return _place(unquote(cookies.get(NAME, "")))


def _setting(send: Send, cookie: str) -> Send:
    async def send_with(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).append("Set-Cookie", cookie)
        await send(message)

    return send_with


def _leading(send: Send, place: str) -> Send:
    async def send_with(message: Message) -> None:
        if message["type"] == "http.response.start" and place:
            headers = MutableHeaders(scope=message)
            if "location" in headers:
                headers["location"] = place
            headers.append("Set-Cookie", _cookie(""))
        await send(message)

    return send_with
