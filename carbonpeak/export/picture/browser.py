"""One Chromium process and its windows, driven through choreographer, with the network off."""

import asyncio
import contextlib
import logging
import os
import shutil
import signal
import threading
from collections.abc import MutableMapping, Sequence
from pathlib import Path
from typing import Any

import choreographer
from choreographer import protocol
from choreographer.browsers import (
    BrowserClosedError,
    BrowserFailedError,
    Chromium,
)
from choreographer.channels import ChannelClosedError

from carbonpeak.export.faults import RenderError
from carbonpeak.export.picture.folder import Folder

# The library prints the end of every browser to the terminal; readers get our own message.
logging.getLogger("choreographer").setLevel(logging.CRITICAL + 1)
logging.getLogger("browser_proc").setLevel(logging.CRITICAL + 1)

CHOSEN = "CARBONPEAK_BROWSER"
# The first is Debian's Chromium for programs, which starts in a third of the time; it is named by
# its file, for the command of that name is a script that outlives it when it is killed.
NAMES = (
    "/usr/lib/chromium/chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "chrome",
)
# A proxy address where nothing listens: a request that gets past the other locks fails there.
NOWHERE = "127.0.0.1:9"
# The browser puts a socket into its folder; the system allows its path about 100 letters.
LONGEST_FOLDER = 55
# How long the library may take to clear up after a killed browser, in seconds.
END_S = 10.0
# The last: the library answers an order that it has given up by then.
LOST = (
    BrowserClosedError,
    BrowserFailedError,
    ChannelClosedError,
    ProcessLookupError,
    asyncio.InvalidStateError,
)
FLAGS = (
    "--proxy-bypass-list=<-loopback>",
    "--disable-background-networking",
    # Debian turns it on; without a graphics card it only takes longer.
    "--disable-gpu-rasterization",
    "--font-render-hinting=none",
    "--hide-scrollbars",
    "about:blank",
)
# Flags of the library that would let a page reach files or the network; ours needs neither.
UNWANTED = {"--disable-web-security", "--allow-file-access-from-files", "--enable-logging=stderr"}


class BrowserLost(Exception):
    """The browser ended, or one of its pages crashed, while something was under way."""


def find(path: str | None = None) -> str:
    """Return the path of the browser: the one asked for, the system's, or one the engine knows.

    RenderError ``no_browser`` where there is none.
    """
    wanted = path or os.environ.get(CHOSEN)
    named = [wanted] if wanted else list(NAMES)
    found = next((place for name in named if (place := shutil.which(name))), None)
    if not found and not wanted:
        found = Chromium.find_browser(skip_local=False)
    if not found:
        raise RenderError("no_browser", wanted or "")
    return found


def may_be_sandboxed() -> bool:
    """Return whether a browser of this user may lock its pages in; it refuses to for root."""
    return hasattr(os, "geteuid") and os.geteuid() != 0


class _Chromium(Chromium):
    """Chromium that asks nobody for anything and keeps its files in one folder."""

    def get_cli(self) -> Sequence[str]:
        return [*(flag for flag in super().get_cli() if flag not in UNWANTED), *FLAGS]

    def get_env(self) -> MutableMapping[str, str]:
        folder = str(Path(self.tmp_dir.path).parent)
        own = {"TMPDIR": folder} if len(folder) <= LONGEST_FOLDER else {}
        return {**super().get_env(), **own}


class Page:
    """One window of the browser and the commands of its protocol."""

    def __init__(self, tab: choreographer.Tab, lost: asyncio.Future[None]) -> None:
        """Take a window; ``lost`` is done as soon as its browser has ended."""
        self._tab = tab
        self._lost = lost
        # The page's own object of all; a document that is filled in anew keeps it.
        self._globe = ""
        tab.subscribe("Inspector.targetCrashed", self._crash)

    async def command(self, method: str, **params: Any) -> dict[str, Any]:
        """Return the answer to a command; BrowserLost, or RenderError ``failed`` if it refuses."""
        sent = asyncio.ensure_future(self._tab.send_command(method, params))
        answer = await unless_lost(sent, self._lost)
        if "error" in answer:
            raise RenderError("failed", f"{method}: {answer['error']}")
        return dict(answer["result"])

    async def call(self, function: str, *values: Any) -> Any:
        """Return what a function of the page returns for plain values."""
        if not self._globe:
            found = await self.command("Runtime.evaluate", expression="globalThis")
            self._globe = found["result"]["objectId"]
        answer = await self.command(
            "Runtime.callFunctionOn",
            functionDeclaration=f"function(...values) {{ return {function}(...values) }}",
            objectId=self._globe,
            arguments=[{"value": value} for value in values],
            awaitPromise=True,
            returnByValue=True,
        )
        return _value(function, answer)

    async def evaluate(self, script: str) -> Any:
        """Return the value of a script; the policy of the page does not hold for it."""
        answer = await self.command(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        return _value("script", answer)

    async def fill(self, html: str) -> None:
        """Show a document in place of what the window shows."""
        frame = (await self.command("Page.getFrameTree"))["frameTree"]["frame"]["id"]
        await self.command("Page.setDocumentContent", frameId=frame, html=html)

    async def close(self) -> None:
        """Close the window."""
        await unless_lost(asyncio.ensure_future(self._tab.close()), self._lost)

    async def _crash(self, _: object) -> None:
        if not self._lost.done():
            self._lost.set_result(None)


class Browser:
    """A running Chromium with a folder of its own, gone without a trace after ``end``."""

    def __init__(self, path: str, *, is_sandboxed: bool) -> None:
        """Prepare the browser at a path; ``start`` starts it. RenderError ``disk``."""
        self.lost: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._watch: asyncio.Task[None] | None = None
        # A browser in a snap sees the home folder but no other.
        place = Path.home() if "snap" in path else None
        try:
            self._folder = Folder(place)
        except OSError as error:
            raise RenderError("disk", str(error)) from error
        self._engine = choreographer.Browser(
            path,
            browser_cls=_Chromium,
            proxy_server=NOWHERE,
            enable_extensions=False,
            enable_sandbox=is_sandboxed,
            tmp_dir=str(self._folder.path),
        )

    async def start(self) -> None:
        """Start the process; BrowserLost where it ends at once, RenderError ``disk``."""
        try:
            await self._engine.open()
        except OSError as error:
            raise RenderError("disk", str(error)) from error
        except LOST as error:
            raise BrowserLost from error
        self._watch = asyncio.create_task(self._await_end())

    async def page(self) -> Page:
        """Open a window without network; one that is not in front is painted all the same."""
        opening = asyncio.ensure_future(self._engine.create_tab("about:blank", window=True))
        page = Page(await unless_lost(opening, self.lost), self.lost)
        await page.command("Network.enable")
        await page.command(
            "Network.emulateNetworkConditions",
            offline=True,
            latency=0,
            downloadThroughput=0,
            uploadThroughput=0,
        )
        return page

    async def end(self) -> None:
        """End the process with all its children at once and remove its folder."""
        # Else a reader of the engine waits for the browser's last word, which does not come.
        self._engine._channel.close()
        self._kill()
        if self._watch:
            await self._watch
        with contextlib.suppress(*LOST, asyncio.TimeoutError):
            await asyncio.wait_for(self._engine.close(), END_S)
        # Not in a thread: a program at its end starts none any more.
        self._folder.remove()

    def _kill(self) -> None:
        """Kill the group of processes: children outlive the first one for a moment."""
        process = getattr(self._engine, "subprocess", None)
        if process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            if hasattr(os, "killpg"):
                os.killpg(process.pid, signal.SIGKILL)
            else:
                process.kill()

    async def _await_end(self) -> None:
        loop, ended = asyncio.get_running_loop(), asyncio.Event()

        def wait() -> None:
            self._engine.subprocess.wait()
            # A loop that is closed waits for nothing any more.
            with contextlib.suppress(RuntimeError):
                loop.call_soon_threadsafe(ended.set)

        # Not a thread of a pool: a program that ends would wait for those, and so for the browser.
        threading.Thread(target=wait, name="browser", daemon=True).start()
        await ended.wait()
        if not self.lost.done():
            self.lost.set_result(None)


async def unless_lost(sent: "asyncio.Future[Any]", lost: asyncio.Future[None]) -> Any:
    """Return what an order to the browser brings; BrowserLost as soon as the browser has ended."""
    try:
        await asyncio.wait({sent, lost}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        sent.cancel()
    if sent.cancelled() or not sent.done():
        raise BrowserLost
    try:
        return sent.result()
    except LOST as error:
        raise BrowserLost from error
    except (protocol.DevtoolsProtocolError, RuntimeError) as error:
        raise RenderError("failed", str(error)) from error


def _value(what: str, answer: dict[str, Any]) -> Any:
    if "exceptionDetails" in answer:
        raise RenderError("failed", f"{what}: {answer['exceptionDetails']}")
    return answer["result"].get("value")
