"""The HTML that a browser gets before the first page is drawn: its language, and words of ours.

Streamlit sends the same English document for every page and language. On its way to the reader it
is given the language of the address, the words that Streamlit has in English only, and a sentence
for browsers that cannot run it; the installed files stay as they are.
"""

import base64
import hashlib
import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from carbonpeak.words import LANGS, Lang, language_of, say
from carbonpeak.words.server import IN_CHINESE, PATTERNS_IN_CHINESE, PATTERNS_IN_ENGLISH

SCRIPT = Path(__file__).with_name("document.js")
TAGS: dict[Lang, str] = {"zh": "zh-CN", "en": "en"}
# The browser's copy of an old document, and a packed one, cannot be written into.
UNWANTED = (b"accept-encoding", b"if-none-match", b"if-modified-since")
# What a page may load and whom it may ask: this server. Styles are written into the page.
POLICY = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval' {scripts}; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' data: blob:; "
    "font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; frame-src 'self' blob:; "
    "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
)
INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)


class OwnDocument:
    """An ASGI application that writes into the documents of another one."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before an application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request; what is no document goes through as it is."""
        if not _asks_for_document(scope):
            await self._app(scope, receive, send)
            return
        kept = [(name, value) for name, value in scope["headers"] if name not in UNWANTED]
        writer = _Writer(send, language(scope))
        await self._app({**scope, "headers": kept}, receive, writer.take)


class _Writer:
    """Takes the answer to one request and sends it on, written anew where it is HTML."""

    def __init__(self, send: Send, lang: Lang) -> None:
        """Take nothing yet."""
        self._send = send
        self._lang = lang
        self._start: Message | None = None
        self._content = b""

    async def take(self, message: Message) -> None:
        """Take one message of the answer."""
        if message["type"] == "http.response.start" and _is_html(message):
            self._start = message
        elif self._start is None:
            await self._send(message)
        else:
            self._content += message.get("body", b"")
            if not message.get("more_body"):
                await self._finish(self._start)

    async def _finish(self, start: Message) -> None:
        content, policy = document(self._content.decode(), self._lang)
        headers = MutableHeaders(scope=start)
        for name in ("etag", "last-modified"):
            del headers[name]
        headers["content-length"] = str(len(content))
        headers["Content-Security-Policy"] = policy
        await self._send(start)
        await self._send({"type": "http.response.body", "body": content})


@cache
def document(html: str, lang: Lang) -> tuple[bytes, str]:
    """Return the document in a language, and the policy that lets its own scripts run."""
    mine = f"<script>{_script()}</script>"
    no_script = "".join(f"<p>{say('server.no_script', one)}</p>" for one in LANGS)
    written = _each(
        html,
        (r'<html lang="en">', f'<html lang="{TAGS[lang]}" translate="no">'),
        (r"<title>.*?</title>", f"<title>{say('title', lang)}</title>"),
        (r'<link rel="service-desc".*?/>', '<meta name="google" content="notranslate" />'),
        (r"<noscript>.*?</noscript>", f"<noscript>{no_script}</noscript>"),
        (r"</body>", f"{mine}</body>"),
    )
    scripts = " ".join(_fingerprint(one) for one in INLINE.findall(written))
    return written.encode(), POLICY.format(scripts=scripts)


def language(scope: Scope) -> Lang:
    """Return the language of the address, or else of the browser."""
    asked = parse_qs(scope["query_string"].decode("latin-1")).get("lang", [""])[-1]
    first = Headers(scope=scope).get("accept-language", "").partition(",")[0]
    return language_of(asked if asked in LANGS else first)


def _each(html: str, *changes: tuple[str, str]) -> str:
    """Make changes once each; LookupError for one whose place is not there any more."""
    for pattern, text in changes:
        html, count = re.subn(pattern, _literally(text), html, count=1, flags=re.DOTALL)
        if not count:
            raise LookupError(f"Streamlit's document has no {pattern}")
    return html


def _literally(text: str) -> Callable[[re.Match[str]], str]:
    return lambda _: text


@cache
def _script() -> str:
    """Return the script of the document with the words it needs."""
    words = {
        "old": [say("server.old_browser", lang) for lang in LANGS],
        "unreached": [say("server.unreached", lang) for lang in LANGS],
        "chinese": IN_CHINESE,
        "patterns": {"zh": PATTERNS_IN_CHINESE, "en": PATTERNS_IN_ENGLISH},
        "tags": TAGS,
    }
    said = json.dumps(words, ensure_ascii=False).replace("</", "<\\/")
    return SCRIPT.read_text(encoding="utf-8").replace("WORDS", said, 1)


def _fingerprint(script: str) -> str:
    found = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return f"'sha256-{found}'"


def _asks_for_document(scope: Scope) -> bool:
    """Return whether a request is one for a page: a browser's own files are asked for otherwise."""
    if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}:
        return False
    is_part = any(place in scope["path"] for place in ("/_stcore/", "/static/", "/media/"))
    return not is_part


def _is_html(message: Message) -> bool:
    headers = Headers(raw=message["headers"])
    return message["status"] == 200 and headers.get("content-type", "").startswith("text/html")
