"""A log-in leads back to the page that asked for it, and to no other site."""

from typing import Any
from urllib.parse import quote

import pytest
from starlette.types import Message, Receive, Scope, Send

from carbonpeak.screen.returning import NAME, Returning
from tests.own_loop import awaited

HOST = (b"host", b"a.example")


async def _app(_scope: Scope, _receive: Receive, send: Send) -> None:
    headers = [(b"location", b"/")]
    await send({"type": "http.response.start", "status": 302, "headers": headers})


def asked(path: str, *headers: tuple[bytes, bytes]) -> dict[str, str]:
    """Return the headers of the answer to a request."""
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    scope: Any = {"type": "http", "path": path, "headers": [HOST, *headers]}
    awaited(Returning(_app)(scope, None, send))  # type: ignore[arg-type]
    return {name.decode(): value.decode() for name, value in sent[0]["headers"]}


@pytest.mark.parametrize("base", ["", "/carbon"])
def test_the_page_that_asks_is_kept_and_led_back_to(base: str) -> None:
    page = f"{base}/regions?lang=zh&region=320000"
    kept = asked(f"{base}/auth/login", (b"referer", f"https://a.example{page}".encode()))
    cookie = kept["set-cookie"].partition(";")[0]
    assert cookie == f"{NAME}={quote(page, safe='')}"
    assert asked(f"{base}/oauth2callback", (b"cookie", cookie.encode()))["location"] == page


@pytest.mark.parametrize(
    "referer", [b"https://evil.example/regions?x=1", b"", b"https://a.example//evil.example/"]
)
def test_nothing_of_another_site_is_kept(referer: bytes) -> None:
    assert f"{NAME}=;" in asked("/auth/login", (b"referer", referer))["set-cookie"]


@pytest.mark.parametrize(
    "place", ["//evil.example/", "/\\evil.example", "https://evil.example/", "/a\r\nb", "", "x"]
)
def test_a_cookie_of_a_stranger_leads_nowhere_else(place: str) -> None:
    cookie = f"{NAME}={quote(place, safe='')}".encode()
    assert asked("/oauth2callback", (b"cookie", cookie))["location"] == "/"


def test_other_answers_stay_as_they_are() -> None:
    assert asked("/regions") == {"location": "/"}
