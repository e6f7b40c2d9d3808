"""A reader without a browser, who may send any message that Streamlit's websocket takes."""

from collections.abc import Iterator
from contextlib import contextmanager

from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.extensions.permessage_deflate import PerMessageDeflate
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from carbonpeak.screen.page import NAMES

LIMIT_S = 120


class RawReader:
    """One open websocket; ``buttons`` are those of the pages that were run, by their key.

    ``texts`` are the words of the page that was run last.
    """

    def __init__(self, socket: ClientConnection) -> None:
        """Take a socket; nothing is asked before a page is opened."""
        self._socket = socket
        self._page = ""
        self.buttons: dict[str, str] = {}
        self.texts: list[str] = []
        self.faults: list[str] = []

    def open(self, page: str, query: str, pressed: str = "") -> None:
        """Run a page, with a button of it pressed where one is named; return when it has ended."""
        request = BackMsg()
        state = request.rerun_script
        # The first page stands at the root, whither its name leads.
        state.query_string, state.page_name = query, "" if page == NAMES[0] else page
        state.page_script_hash = self._page
        if pressed:
            one = state.widget_states.widgets.add()
            one.id, one.trigger_value = self.buttons[pressed], True
        self.texts.clear()
        self._socket.send(request.SerializeToString())
        while not self._has_ended():
            pass

    def clear_cache(self) -> None:
        """Send what the menu of developers sends."""
        self._socket.send(BackMsg(clear_cache=True).SerializeToString())

    def _has_ended(self) -> bool:
        message = ForwardMsg.FromString(self._socket.recv(LIMIT_S, decode=False))
        kind = message.WhichOneof("type")
        if kind == "navigation":
            self._page = message.navigation.page_script_hash
        elif kind == "delta":
            self._take(message)
        elif kind == "page_not_found":
            self.faults.append("page not found")
        return kind == "script_finished"

    def _take(self, message: ForwardMsg) -> None:
        element = message.delta.new_element
        if element.WhichOneof("type") == "button":
            key = element.button.id.split("-", 2)[2]
            self.buttons[key] = element.button.id
        elif element.WhichOneof("type") == "markdown":
            self.texts.append(element.markdown.body)
        elif element.WhichOneof("type") == "html":
            self.texts.append(element.html.body)
        elif element.WhichOneof("type") in ("code", "page_link"):
            self._take_words(element)
        elif element.WhichOneof("type") == "exception":
            self.faults.append(element.exception.message)
        elif element.alert.format in {Alert.ERROR, Alert.WARNING}:
            self.faults.append(element.alert.body)

    def _take_words(self, element: Element) -> None:
        """Take what a code block says, and where a link leads beside what it is called."""
        if element.WhichOneof("type") == "code":
            self.texts.append(element.code.code_text)
        else:
            link = element.page_link
            self.texts.append(f"{link.label} -> {link.page}?{link.query_string}")


def packings(address: str) -> list[int]:
    """Return the window, as a power of two, of each way in which a server packs what it sends."""
    with _connected(address) as socket:
        used = socket.protocol.extensions
        return [one.remote_max_window_bits for one in used if isinstance(one, PerMessageDeflate)]


@contextmanager
def raw_reader(address: str, cookie: str = "") -> Iterator[RawReader]:
    """Open a websocket to a server, with a cookie where one is given, and close it."""
    with _connected(address, {"Cookie": cookie} if cookie else None) as socket:
        yield RawReader(socket)


def _connected(address: str, headers: dict[str, str] | None = None) -> ClientConnection:
    url = f"{address.replace('http', 'ws', 1)}/_stcore/stream"
    kinds = [Subprotocol("streamlit")]
    return connect(url, subprotocols=kinds, additional_headers=headers, max_size=None, proxy=None)
