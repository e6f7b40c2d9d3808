"""Two processes of the dashboard behind nginx, as docs/nginx.conf has them."""

import shutil
import sys
from contextlib import ExitStack
from pathlib import Path

from benchmarks import server
from carbonpeak.data.catalogue import ROOT

CONFIG = ROOT / "docs" / "nginx.conf"
PORTS = {"8501": 1, "8502": 2}
# What nginx needs besides: who asked with which cookie, and which process answered.
MAIN = """
daemon off; master_process off; pid {folder}/pid; error_log {folder}/errors;
events {{ worker_connections 256; }}
http {{
    log_format asked '$cookie_carbonpeak $upstream_addr $request_uri';
    access_log {folder}/asked asked;
    client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
    uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
    include {folder}/carbonpeak.conf;
}}
"""


class Proxied:
    """The address of a proxy, the processes behind it by place, and the log of its requests.

    ``pids`` gives the processes of the dashboard.
    """

    def __init__(self, folder: Path) -> None:
        """Start two servers and nginx before them."""
        self._stack, self.log = ExitStack(), folder / "asked"
        self.pids: list[int] = []
        self.ports = {place: server.free_port() for place in PORTS.values()}
        self._stops = {place: self._started(port) for place, port in self.ports.items()}
        self.address = self._nginx(folder)

    def close(self) -> None:
        """End what runs."""
        for place in tuple(self._stops):
            self.stop(place)
        self._stack.close()

    def stop(self, place: int) -> None:
        """End one of the two servers."""
        self._stops.pop(place).close()

    def lines(self) -> list[list[str]]:
        """Return of each request its cookie, the process that answered, and what was asked."""
        return [line.split() for line in self.log.read_text().splitlines()]

    def _started(self, port: int) -> ExitStack:
        stack = ExitStack()
        command = [sys.executable, "-m", "carbonpeak", "serve", "--port", str(port)]
        health = f"http://127.0.0.1:{port}/_stcore/health"
        self.pids.append(stack.enter_context(server.started(command, health)))
        return stack

    def _nginx(self, folder: Path) -> str:
        port = server.free_port()
        config = CONFIG.read_text().replace("listen 80;", f"listen 127.0.0.1:{port};")
        for written, place in PORTS.items():
            config = config.replace(f":{written}", f":{self.ports[place]}")
        (folder / "carbonpeak.conf").write_text(config)
        (folder / "nginx.conf").write_text(MAIN.format(folder=folder))
        program = shutil.which("nginx") or "/usr/sbin/nginx"
        command = [program, "-p", str(folder), "-c", str(folder / "nginx.conf")]
        address = f"http://127.0.0.1:{port}"
        self._stack.enter_context(server.started(command, f"{address}/_stcore/health"))
        return address
