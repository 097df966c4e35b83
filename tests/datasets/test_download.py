"""Downloading from servers that are slow, broken, lying or absent."""

import gzip
import hashlib
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from fishlab.datasets import DataError, download
from fishlab.datasets.download import DownloadCancelled, download_mnist
from fishlab.datasets.mnist import FILES

CONTENT = {f"{name}.gz": gzip.compress(name.encode() * 20_000, 0) for name in FILES.values()}


class Server(ThreadingHTTPServer):
    """Serves CONTENT; `manner` says how badly."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.manner = "good"
        self.asked: list[tuple[str, str | None]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/"


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        name, asked = self.path.rsplit("/", 1)[-1], self.headers.get("Range")
        self.server.asked.append((name, asked))
        body, status, manner = CONTENT[name], 200, self.server.manner
        if manner == "missing":
            self.send_error(404)
            return
        if manner == "moved" and not self.path.startswith("/new/"):
            self.send_response(302)
            self.send_header("Location", f"/new/{name}")
            self.end_headers()
            return
        if asked and manner != "no ranges":
            start = int(asked.removeprefix("bytes=").rstrip("-"))
            if start >= len(body):
                self.send_error(416)
                return
            body, status = body[start:], 206
        if manner == "lying":
            body = gzip.compress(b"something else")
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[: len(body) // 2] if manner == "breaking" else body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def servers(monkeypatch):
    """Two mirrors, and checksums of what they serve when they are good."""
    plain = {name.removesuffix(".gz"): gzip.decompress(data) for name, data in CONTENT.items()}
    sums = {name: hashlib.sha256(data).hexdigest() for name, data in plain.items()}
    monkeypatch.setattr(download, "SHA256", sums)
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    both = [Server(), Server()]
    threads = [threading.Thread(target=server.serve_forever, args=(0.02,)) for server in both]
    for thread in threads:
        thread.start()
    yield both
    for server, thread in zip(both, threads, strict=True):
        server.shutdown()
        server.server_close()
        thread.join()


def fetch(folder, servers, **options):
    return download_mnist(folder, mirrors=tuple(s.url for s in servers), timeout=5, **options)


def whole(folder):
    return all((folder / name).read_bytes() == content for name, content in CONTENT.items())


def test_checksums_are_sha256_of_four_files():
    assert set(download.SHA256) == set(FILES.values())
    assert all(len(bytes.fromhex(digest)) == 32 for digest in download.SHA256.values())


def test_all_files_arrive_with_progress_and_are_not_fetched_again(tmp_path, servers):
    told = []
    fetch(tmp_path, servers, progress=lambda *what: told.append(what))
    assert whole(tmp_path)
    for name in FILES.values():
        done = [d for n, d, _ in told if n == name]
        assert done == sorted(done)
        assert done[-1] == len(CONTENT[f"{name}.gz"])
    asked = len(servers[0].asked)
    fetch(tmp_path, servers)
    assert len(servers[0].asked) == asked


@pytest.mark.parametrize("manner", ["missing", "lying", "breaking"])
def test_the_next_mirror_helps(tmp_path, servers, manner):
    servers[0].manner = manner
    fetch(tmp_path, servers)
    assert whole(tmp_path)
    assert not list(tmp_path.glob("*.part"))


def test_a_broken_download_goes_on_where_it_stopped(tmp_path, servers):
    servers[0].manner = "breaking"
    with pytest.raises(DataError, match=r"broke off|bytes"):
        fetch(tmp_path, servers[:1])
    servers[0].manner = "good"
    fetch(tmp_path, servers[:1])
    assert whole(tmp_path)
    assert any(asked for _, asked in servers[0].asked)


def test_a_server_without_ranges_sends_it_all_again(tmp_path, servers):
    name, content = next(iter(CONTENT.items()))
    (tmp_path / f"{name}.part").write_bytes(content[:1000])
    servers[0].manner = "no ranges"
    fetch(tmp_path, servers[:1])
    assert whole(tmp_path)


def test_a_part_that_is_whole_already_is_taken(tmp_path, servers):
    for name, content in CONTENT.items():
        (tmp_path / f"{name}.part").write_bytes(content)
    fetch(tmp_path, servers[:1])
    assert whole(tmp_path)


def test_a_bad_part_is_thrown_away_and_the_same_mirror_asked_again(tmp_path, servers):
    for name in CONTENT:
        (tmp_path / f"{name}.part").write_bytes(b"of another file")
    fetch(tmp_path, servers[:1])
    assert whole(tmp_path)


def test_a_moved_file_is_followed(tmp_path, servers):
    servers[0].manner = "moved"
    fetch(tmp_path, servers[:1])
    assert whole(tmp_path)


def test_when_every_mirror_fails_each_reason_is_told(tmp_path, servers):
    servers[0].manner, servers[1].manner = "missing", "lying"
    with pytest.raises(DataError) as caught:
        fetch(tmp_path, servers)
    said = str(caught.value)
    assert "Not Found" in said
    assert "sha256" in said
    assert all(server.url in said for server in servers)
    assert not list(tmp_path.glob("*.gz"))


def test_cancel_keeps_what_came(tmp_path, servers):
    with pytest.raises(DownloadCancelled):
        fetch(tmp_path, servers, cancelled=lambda: True)
    assert not list(tmp_path.glob("*.gz"))
    fetch(tmp_path, servers)
    assert whole(tmp_path)
