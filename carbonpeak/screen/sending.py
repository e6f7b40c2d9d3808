"""How what a page says goes over a reader's websocket: soon, and packed so that it costs little."""

import asyncio
from typing import Any

from streamlit.runtime import runtime
from uvicorn.config import Config
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from uvicorn.server import ServerState
from websockets.extensions.permessage_deflate import ServerPerMessageDeflateFactory
from websockets.server import ServerProtocol

# The quickest level of zlib with its whole window of 32 kB: smaller than the server's own measure,
# a window of 4 kB at level 6, in two thirds of its time.
LEVEL = 1
# How long Streamlit rests between two bundles of messages, in seconds; 0.005 by itself, which a
# reader waits for after a run of a few hundredths.
REST_S = 0.001
REST = "MESSAGE_FLUSH_INTERVAL_SECS"


class PackedSocket(WebSocketsSansIOProtocol):
    """The server's websocket, which packs by our measure where it packs at all."""

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        """Take a connection as the server does."""
        super().__init__(config, server_state, app_state, _loop)
        if config.ws_per_message_deflate:
            packing = ServerPerMessageDeflateFactory(compress_settings={"level": LEVEL})
            self.conn = ServerProtocol(
                extensions=[packing], max_size=config.ws_max_size, logger=self.logger
            )


def send_soon() -> None:
    """Have Streamlit rest for less time between two bundles of messages."""
    # Streamlit has no setting for it.
    setattr(runtime, REST, REST_S)
