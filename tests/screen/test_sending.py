"""What a page says goes out packed by our measure, and soon."""

import asyncio

import pytest
import uvicorn
from streamlit.runtime import runtime
from uvicorn.server import ServerState

from carbonpeak.screen import sending
from carbonpeak.screen.sending import PackedSocket
from tests.screen.raw_reader import packings


async def measures(is_packed: bool) -> list[dict[str, int] | None]:
    config = uvicorn.Config(lambda *_: None, ws_per_message_deflate=is_packed)
    config.load()
    offered = PackedSocket(config, ServerState(), {}).conn.available_extensions
    return [one.compress_settings for one in offered or ()]


@pytest.mark.parametrize(("is_packed", "expected"), [(True, [{"level": 1}]), (False, [])])
def test_it_is_packed_at_the_quickest_level_or_not_at_all(is_packed, expected):
    assert asyncio.run(measures(is_packed)) == expected


def test_the_server_packs_with_the_whole_window(address):
    assert packings(address) == [15]


def test_streamlit_reads_how_long_it_rests_where_we_set_it(monkeypatch):
    monkeypatch.setattr(runtime, sending.REST, 0.005)
    sending.send_soon()
    assert runtime.MESSAGE_FLUSH_INTERVAL_SECS == sending.REST_S
    assert sending.REST in runtime.Runtime._loop_coroutine.__code__.co_names
