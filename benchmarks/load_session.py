"""One reader of the dashboard without a browser: Streamlit's own messages over its websocket."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from benchmarks import load_choices
from benchmarks.load_choices import Choices

PAGE = "regions"


@dataclass
class Run:
    """What came of one run of the script: seconds until it ended, bytes received, what it showed.

    ``charts`` names the figures shown, ``faults`` what the page says in place of a figure.
    """

    seconds: float = 0.0
    received_bytes: int = 0
    charts: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    is_sound: bool = False


class Counted(ClientConnection):
    """A connection that counts the bytes that come over it, packed as they are."""

    received_bytes = 0

    def data_received(self, data: bytes) -> None:
        """Count and take what came."""
        self.received_bytes += len(data)
        super().data_received(data)


class Session:
    """A websocket of one reader, who keeps large messages as a browser does."""

    def __init__(self, socket: Counted) -> None:
        """Hold the socket; nothing runs before the first choice."""
        self._socket = socket
        # Runs since a kept message was last used, and the chart it holds, by the hash of it.
        self._age: dict[str, int] = {}
        self._chart: dict[str, str] = {}
        self._most_age = 2
        self._page_hash = ""

    async def choose(self, chosen: Choices) -> Run:
        """Ask for a run with these choices in the URL; return when the script has ended."""
        request = BackMsg()
        state = request.rerun_script
        state.query_string = load_choices.query(chosen)
        state.cached_message_hashes.extend(self._age)
        state.context_info.timezone = "UTC"
        state.context_info.locale = "en-GB"
        if self._page_hash:
            state.page_script_hash = self._page_hash
        else:
            state.page_name = PAGE
        run = Run()
        before = self._socket.received_bytes
        start = time.perf_counter()
        await self._socket.send(request.SerializeToString())
        while not await self._is_over(run):
            pass
        run.seconds = time.perf_counter() - start
        run.received_bytes = self._socket.received_bytes - before
        self._forget_unused()
        return run

    async def _is_over(self, run: Run) -> bool:
        """Take the next message; return whether it says that the script has ended."""
        content = await self._socket.recv(decode=False)
        message = ForwardMsg.FromString(content)
        kind = message.WhichOneof("type")
        if kind == "script_finished":
            run.is_sound = message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY
            return True
        if kind == "new_session":
            self._most_age = message.new_session.config.max_cached_message_age
        elif kind == "navigation":
            self._page_hash = message.navigation.page_script_hash
        elif kind == "session_event":
            run.faults.append("the script cannot be compiled")
        elif kind == "ref_hash":
            self._take_kept(run, message.ref_hash)
        elif kind == "delta":
            self._take_element(run, message)
        return False

    def _take_kept(self, run: Run, key: str) -> None:
        self._age[key] = 0
        if key in self._chart:
            run.charts.append(self._chart[key])

    def _take_element(self, run: Run, message: ForwardMsg) -> None:
        element = message.delta.new_element
        kind = element.WhichOneof("type")
        if message.metadata.cacheable:
            self._age[message.hash] = 0
        if kind == "plotly_chart":
            name = element.plotly_chart.id.rpartition("-chart-")[2]
            run.charts.append(name)
            self._chart[message.hash] = name
        elif kind == "exception":
            run.faults.append(f"{element.exception.type}: {element.exception.message}")

    def _forget_unused(self) -> None:
        """Let go what the last runs did not show, as the browser does after every run."""
        self._age = {key: age + 1 for key, age in self._age.items() if age < self._most_age}
        self._chart = {key: place for key, place in self._chart.items() if key in self._age}


@asynccontextmanager
async def session(address: str) -> AsyncIterator[Session]:
    """Open a websocket to a server of the dashboard, and close it."""
    url = f"{address.replace('http', 'ws', 1)}/_stcore/stream"
    # What is sent is packed, as browsers ask for it.
    async with connect(
        url,
        subprotocols=[Subprotocol("streamlit")],
        max_size=None,
        proxy=None,
        create_connection=Counted,
    ) as socket:
        assert isinstance(socket, Counted)
        yield Session(socket)
