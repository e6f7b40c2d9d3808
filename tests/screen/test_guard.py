"""Who may ask the server, and that the server asks nobody."""

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from starlette.types import Message, Receive, Scope, Send
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from benchmarks import server
from carbonpeak.cli.arguments import parser
from carbonpeak.data.catalogue import ROOT
from carbonpeak.screen.guard import Guard
from carbonpeak.words import LANGS, say
from tests.own_loop import awaited

NAME = "carbon.intra.example"
# Writes down every place outside that a process connects to or looks up.
LISTENED = """
import json, sys
kept = open(sys.argv[1], "a")
def hear(event, args):
    if event in {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname"}:
        print(json.dumps([event, str(args)]), file=kept)
        kept.flush()
sys.addaudithook(hear)
from carbonpeak.cli import main
sys.exit(main(sys.argv[2:]))
"""


@contextmanager
def serving(kept: Path) -> Iterator[str]:
    port = server.free_port()
    given = ["serve", "--port", str(port), "--name", NAME]
    command = [sys.executable, "-c", LISTENED, str(kept), *given]
    address = f"http://127.0.0.1:{port}"
    with server.started(command, f"{address}/_stcore/health"):
        yield address


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    return tmp_path_factory.mktemp("heard") / "connections"


@pytest.fixture(scope="module")
def address(kept):
    with serving(kept) as url:
        yield url


def ask(address, path="/", **headers):
    """Return status, headers and words of an answer."""
    place = urlsplit(address)
    line = HTTPConnection(place.hostname, place.port, timeout=60)
    line.request("GET", path, headers=headers)
    answer = line.getresponse()
    found = answer.status, answer.headers, answer.read().decode()
    line.close()
    return found


def shake(address, host, origin=None):
    """Return the status that a websocket's handshake ends with."""
    place = urlsplit(address)
    url = f"ws://{host}/_stcore/stream"
    door = socket.create_connection((place.hostname, place.port))
    try:
        with connect(url, sock=door, origin=origin, subprotocols=["streamlit"], proxy=None):
            return 101
    except InvalidStatus as fault:
        return fault.response.status_code


def hosts(address):
    port = urlsplit(address).port
    own = [f"127.0.0.1:{port}", f"localhost:{port}", f"10.1.2.3:{port}", f"[::1]:{port}", NAME]
    strange = [
        f"evil.example:{port}",
        "evil.example",
        f"localhost.evil.example:{port}",
        "",
        "[",
        "@",
    ]
    return own, strange


def test_only_its_own_names_are_answered(address):
    own, strange = hosts(address)
    assert [ask(address, Host=one)[0] for one in own] == [200] * len(own)
    assert [ask(address, Host=one)[0] for one in strange] == [421] * len(strange)
    assert [ask(address, "/media/a", Host=one)[0] for one in strange] == [421] * len(strange)


def test_a_name_that_leads_here_by_a_strangers_will_is_refused(address):
    own, _ = hosts(address)
    port = urlsplit(address).port
    for one in own:
        assert shake(address, one, f"http://{one}") == 101
        assert shake(address, one, "http://evil.example") == 403
    # The name of the attacker's site was bound anew to this machine: both headers agree.
    assert shake(address, f"evil.example:{port}", f"http://evil.example:{port}") == 421


def test_another_port_of_this_machine_is_another_site(address):
    own, _ = hosts(address)
    strange = ["http://localhost:1", "http://127.0.0.1", "null", "http://[", "about:blank", ""]
    assert shake(address, NAME, f"http://{NAME}:1") == 403
    assert [shake(address, own[0], one) for one in strange] == [403] * len(strange)
    assert [ask(address, Host=own[0], Origin=one)[0] for one in strange] == [403] * len(strange)


def test_a_proxy_may_keep_the_name_to_itself_if_it_was_given_at_the_start(address):
    own, _ = hosts(address)
    assert shake(address, own[0], f"https://{NAME}") == 101
    assert shake(address, own[0], "https://other.intra.example") == 403


def test_a_refusal_says_in_both_languages_what_to_do(address):
    for status, key, headers in (
        (421, "server.host", {"Host": "evil.example"}),
        (403, "server.origin", {"Origin": "http://evil.example"}),
    ):
        found, _, words = ask(address, **headers)
        assert found == status
        assert all(say(key, lang) in words for lang in LANGS)


def test_the_document_has_the_language_of_the_address_or_else_of_the_browser(address):
    cases = {
        ("/?lang=zh", "en-GB"): "zh-CN",
        ("/regions?lang=en", "zh-CN,zh"): "en",
        ("/regions", "zh-CN,zh;q=0.9,en;q=0.8"): "zh-CN",
        ("/regions?lang=fr", "fr"): "en",
        ("/regions?lang=%E7%A2%B3", ""): "en",
    }
    for (path, accepted), tag in cases.items():
        _, headers, words = ask(address, path, **{"Accept-Language": accepted})
        assert f'<html lang="{tag}" translate="no">' in words
        assert headers["ETag"] is None
        for lang in LANGS:
            assert f"<p>{say('server.no_script', lang)}</p>" in words


def test_a_document_is_written_anew_for_each_language_whatever_the_browser_kept(address):
    kept = {"If-Modified-Since": "Sat, 28 Nov 2099 00:00:00 GMT", "Accept-Encoding": "gzip"}
    status, headers, words = ask(address, "/?lang=zh", **kept)
    assert (status, headers["Content-Encoding"]) == (200, None)
    assert 'lang="zh-CN"' in words


def test_the_first_page_by_its_name_is_the_first_page(address):
    status, headers, _ = ask(address, "/overview?lang=zh&year=2021")
    assert (status, headers["Location"]) == (307, "./?lang=zh&year=2021")


@pytest.mark.parametrize("path", ["metrics", "agent/openapi.json", "agent/mcp", "agent/interact"])
def test_the_insides_of_the_server_are_shown_to_nobody(address, path):
    assert ask(address, f"/_stcore/{path}")[0] == 404


@pytest.mark.parametrize("path", ["/", "/regions?lang=zh", "/_stcore/health", "/media/none"])
def test_every_answer_guards_the_reader(address, path):
    _, headers, _ = ask(address, path)
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "SAMEORIGIN"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Server"] is None


def test_a_page_may_load_from_here_only_and_run_only_its_own_scripts(address):
    policy = ask(address)[1]["Content-Security-Policy"]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'self'"
    assert "'unsafe-inline'" not in rules["script-src"]
    assert "'unsafe-eval'" not in rules["script-src"]
    for what in ("img-src", "connect-src", "frame-ancestors", "font-src"):
        assert "'self'" in rules[what]
        assert "http" not in rules[what]
        assert "*" not in rules[what]
    assert ask(address, "/media/a.svg")[1]["Content-Security-Policy"].startswith("sandbox;")


def test_the_server_asks_nobody_outside(address, kept):
    """After all that strangers tried: the tests above ran against this server."""
    shake(address, hosts(address)[0][0], "http://carbon.other.example")
    heard = [json.loads(line) for line in kept.read_text().splitlines()]
    assert [one for one in heard if not ("127.0.0.1" in one[1] or "localhost" in one[1])] == []


def test_a_file_larger_than_the_page_says_is_refused_by_the_server(address):
    _, _, words = ask(address, "/_stcore/host-config")
    assert json.loads(words)["allowedOrigins"] == []
    settings = (ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8")
    assert "maxUploadSize = 30\n" in settings


def test_more_pages_than_there_is_room_for_are_turned_away():
    open_ones: list[int] = []

    async def held(scope: Scope, receive: Receive, send: Send) -> None:
        await guard(reader(), receive, send)
        open_ones.append(len(statuses))

    statuses: list[int] = []
    guard = Guard(held, most_readers=2)

    def reader() -> Scope:
        headers = [(b"host", b"localhost")]
        answers = {"websocket.http.response": {}}
        return {"type": "websocket", "path": "/", "headers": headers, "extensions": answers}

    async def receive() -> Message:
        return {"type": "websocket.connect"}

    async def send(message: Message) -> None:
        if message["type"] == "websocket.http.response.start":
            statuses.append(message["status"])

    # Each that is let in opens one more before it ends: the third is turned away.
    awaited(guard(reader(), receive, send))
    assert statuses == [503]
    assert open_ones == [1, 1]
    awaited(guard(reader(), receive, send))
    assert statuses == [503, 503]


@pytest.mark.parametrize("port", ["-1", "0", "70000", "65536", "a", "8501.5", ""])
def test_a_port_that_is_none_is_said_in_words(port, capsys):
    with pytest.raises(SystemExit):
        parser().parse_args(["serve", "--port", port])
    assert "a port is a number from 1 to 65535" in capsys.readouterr().err


def test_a_port_that_is_taken_is_said_in_words(address):
    port = str(urlsplit(address).port)
    ended = subprocess.run(
        [sys.executable, "-m", "carbonpeak", "serve", "--port", port],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert ended.returncode == 1
    assert ended.stderr.startswith(f"The server cannot listen there: localhost port {port}: ")
    assert "Traceback" not in ended.stderr


def test_it_listens_on_this_machine_alone_unless_told_otherwise():
    given = parser().parse_args(["serve"])
    assert (given.host, given.port, given.names) == ("localhost", 8501, [])
