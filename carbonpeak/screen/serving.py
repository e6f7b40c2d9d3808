"""The dashboard as a server: who may ask it, where it listens, how it ends."""

import signal
import socket
from collections.abc import Sequence
from threading import Thread
from types import FrameType

import streamlit as st
import uvicorn
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.routing import Route
from streamlit import config
from streamlit.runtime.pages_manager import PagesManager

from carbonpeak.access import roles
from carbonpeak.data.catalogue import ROOT
from carbonpeak.screen import measured, sending, server, visitor
from carbonpeak.screen.document import OwnDocument
from carbonpeak.screen.guard import Guard
from carbonpeak.screen.returning import Returning
from carbonpeak.screen.sending import PackedSocket
from carbonpeak.topics import registry

# Streamlit's own measures, for the time between two signs of life of a page and the longest
# message, in seconds and bytes.
PING_S = 30
LONGEST_MESSAGE = 200 * 2**20
# All addresses of the machine, in the old and the new kind.
EVERYWHERE = {"0.0.0.0", "::"}

# Streamlit gives the first page no name of its own.
FIRST = next(iter(registry.PAGES))


class AddressError(Exception):
    """The server cannot listen where it was told to; the text says why."""


def application(names: Sequence[str] = ()) -> st.App:
    """Return the dashboard, which answers to these host names besides those of this machine."""
    # A folder `pages` beside the script means, to Streamlit, its old kind of pages until the script
    # has run once: the first reader would get other addresses than all who follow.
    PagesManager.uses_pages_directory = False
    sending.send_soon()
    # The guard knows more names than Streamlit's list can hold: every numeric address.
    config.set_option("server.allowedHosts", ["*"])
    guards = [
        Middleware(Guard, names=frozenset(names)),
        Middleware(Returning),
        Middleware(OwnDocument),
    ]
    base = str(config.get_option("server.baseUrlPath") or "").strip("/")
    path = "/".join(["", *filter(None, (base, FIRST))])
    return st.App(ROOT / "dashboard.py", middleware=guards, routes=[Route(path, _first)])


def _first(request: Request) -> RedirectResponse:
    """Lead the first page's name, which older links have, to where it is."""
    return RedirectResponse(f"./?{request.url.query}")


def serve(
    host: str,
    port: int,
    names: Sequence[str] = (),
    metrics_port: int | None = None,
    base_path: str = "",
) -> None:
    """Serve until a signal ends it; AddressError where nobody can listen there.

    ``names`` are the host names readers may use, those that a proxy passes on too;
    ``metrics_port`` is where this machine alone is told how the server does, ``base_path`` below
    which path the pages are asked for.
    """
    _prepare(base_path)
    if metrics_port:
        _tell_counts(metrics_port)
    known = {host, *names} - EVERYWHERE
    with _listening(host, port) as door:
        for name in ("SIGTERM", "SIGHUP"):
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), _end)
        settings = uvicorn.Config(
            application([one.lower() for one in known]),
            ws=PackedSocket,
            ws_ping_interval=PING_S,
            ws_ping_timeout=PING_S,
            ws_max_size=LONGEST_MESSAGE,
            ws_per_message_deflate=_is_packed(),
            log_level="warning",
            server_header=False,
            timeout_graceful_shutdown=1,
        )
        # No daemon: one that is cut off within the tables would end the program with a fault.
        Thread(target=server.warm).start()
        try:
            uvicorn.Server(settings).run(sockets=[door])
        finally:
            # Else the program would end only when the last of them is made.
            server.QUEUE.close()


def _is_packed() -> bool:
    """Return whether what is sent goes packed: not beside a log-in.

    Its length would tell of rows of one reader to who can put words into the same page by a link.
    """
    return not visitor.has_login()


def _prepare(base_path: str) -> None:
    """Take the path; AccessError where a log-in is set up without rules that can be read."""
    if base_path:
        # Streamlit takes this from the environment only where its own command starts it.
        config.set_option("server.baseUrlPath", base_path.strip("/"))
    if visitor.has_login():
        # What is wrong with the rules stops the server, not each reader.
        roles.load()


def _tell_counts(port: int) -> None:
    try:
        measured.serve(port)
    except OSError as error:
        raise AddressError(f"{measured.ADDRESS} port {port}: {error.strerror}") from error


def _listening(host: str, port: int) -> socket.socket:
    place = "127.0.0.1" if host == "localhost" else host
    try:
        family = socket.getaddrinfo(place, port, type=socket.SOCK_STREAM)[0][0]
        both = place == "::" and socket.has_dualstack_ipv6()
        return socket.create_server((place, port), family=family, dualstack_ipv6=both)
    except OSError as error:
        raise AddressError(f"{host} port {port}: {error.strerror}") from error


def _end(_signal: int, _frame: FrameType | None) -> None:
    """End the program by its own exit, which ends the browser and what is being made."""
    raise SystemExit(0)
