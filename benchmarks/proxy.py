"""nginx before two processes of the dashboard, as deploy/nginx.conf has them."""

import re
import shutil
import subprocess
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from benchmarks import server
from carbonpeak.data.catalogue import ROOT

CONFIG = ROOT / "deploy" / "nginx.conf"
PORTS = {"8501": 1, "8502": 2}
# What nginx needs besides: who asked with which cookie, and which process answered.
MAIN = """
daemon off; master_process off; pid {folder}/pid; error_log {folder}/errors;
events {{ worker_connections 1024; }}
http {{
    log_format asked '$cookie_carbonpeak $upstream_addr $request_uri';
    access_log {folder}/asked asked;
    client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
    uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
    include {folder}/carbonpeak.conf;
}}
"""


class Proxied:
    """The address of a proxy before two servers, their ports by place, the log of its requests."""

    def __init__(
        self, folder: Path, ports: Sequence[int], path: str = "", is_tls: bool = False
    ) -> None:
        """Start nginx before two servers that run, below their path, with TLS where it is wanted.

        The certificate is signed by nobody but itself.
        """
        self._path, self._is_tls = path, is_tls
        self._stack, self.log = ExitStack(), folder / "asked"
        self.ports = dict(zip(PORTS.values(), ports, strict=True))
        self.address = self._nginx(folder)

    def close(self) -> None:
        """End the proxy."""
        self._stack.close()

    def lines(self) -> list[list[str]]:
        """Return of each request its cookie, the process that answered, and what was asked."""
        return [line.split() for line in self.log.read_text().splitlines()]

    def _nginx(self, folder: Path) -> str:
        port, plain = server.free_port(), server.free_port()
        (folder / "carbonpeak.conf").write_text(self._config(folder, port, plain))
        (folder / "nginx.conf").write_text(MAIN.format(folder=folder))
        program = shutil.which("nginx") or "/usr/sbin/nginx"
        command = [program, "-p", str(folder), "-c", str(folder / "nginx.conf")]
        scheme = "https" if self._is_tls else "http"
        address, self.plain = (
            f"{scheme}://127.0.0.1:{port}{self._path}",
            f"http://127.0.0.1:{plain}",
        )
        self._stack.enter_context(server.started(command, f"{address}/_stcore/health"))
        return address

    def _config(self, folder: Path, port: int, plain: int) -> str:
        """Return deploy/nginx.conf with the ports, the path and the certificate of here."""
        config = CONFIG.read_text().replace("listen 80;", f"listen 127.0.0.1:{plain};")
        config = config.replace("listen 443 ssl;", f"listen 127.0.0.1:{port} ssl;")
        config = config.replace("location / {", f"location {self._path}/ {{")
        for written, place in PORTS.items():
            config = config.replace(f":{written}", f":{self.ports[place]}")
        if self._is_tls:
            _write_certificate(folder)
            return config.replace("/etc/ssl/carbonpeak", str(folder))
        without = re.sub(r"(?m)^ +(ssl_\w+|add_header Strict).*\n", "", config)
        return without.replace(f"{port} ssl;", f"{port};").replace(" Secure;", "")


def _write_certificate(folder: Path) -> None:
    names = ("-keyout", str(folder / "key.pem"), "-out", str(folder / "fullchain.pem"))
    how = ("-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1")
    subprocess.run(["openssl", "req", *how, *names], check=True, capture_output=True)
