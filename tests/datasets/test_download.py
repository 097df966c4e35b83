"""Downloading from servers that are slow, broken, lying or absent."""

import gzip
import hashlib
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from fishlab.datasets import DataError, download
from fishlab.datasets.download import DownloadCancelled, download_mnist
from fishlab.datasets.mnist import FILES

CONTENT = {f"{name}.gz": gzip.compress(name.encode() * 20_000, 0) for name in FILES.values()}


class Server(ThreadingHTTPServer):
    """Serves CONTENT; `manner` says how badly. A server that stalls does so until `over` is set."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.manner = "good"
        self.asked: list[tuple[str, str | None]] = []
        self.addresses: list[str] = []
        self.over = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/"

    def handle_error(self, request: object, client_address: object) -> None:
        """The client hung up, as it should on a server like this."""


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        name, asked = self.path.rsplit("/", 1)[-1], self.headers.get("Range")
        self.server.asked.append((name, asked))
        self.server.addresses.append(self.path)
        behave = getattr(self, self.server.manner.replace(" ", "_"), None)
        if behave is not None:
            behave(name)
            return
        start = int(asked.removeprefix("bytes=").rstrip("-")) if asked else 0
        if start >= len(CONTENT[name]):
            self.send_error(416)
            return
        self.give(CONTENT[name][start:], 206 if asked else 200)

    def give(self, body: bytes, status: int = 200, length: int | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)

    def missing(self, name: str) -> None:
        self.send_error(404)

    def broken(self, name: str) -> None:
        self.send_error(500)

    def moved(self, name: str) -> None:
        if self.path.startswith("/new/"):
            self.give(CONTENT[name])
        else:
            self.redirect(f"/new/{name}")

    def redirect(self, place: str) -> None:
        self.send_response(302)
        self.send_header("Location", place)
        self.end_headers()

    def going_round(self, name: str) -> None:
        self.redirect(f"/{name}")

    def sending_to_a_file(self, name: str) -> None:
        self.redirect("file:///etc/hostname")

    def sending_to_ftp(self, name: str) -> None:
        self.redirect("ftp://127.0.0.1/hostname")

    def no_ranges(self, name: str) -> None:
        self.give(CONTENT[name])

    def corrupting(self, name: str) -> None:
        self.give(CONTENT[name][:-9] + b"\0" + CONTENT[name][-8:])

    def lying(self, name: str) -> None:
        self.give(gzip.compress(b"something else"))

    def breaking(self, name: str) -> None:
        start = int((self.headers.get("Range") or "bytes=0-")[6:-1])
        body = CONTENT[name][start:]
        self.give(body[: len(body) // 2], 206 if start else 200, len(body))

    def telling_too_much(self, name: str) -> None:
        self.give(CONTENT[name], length=len(CONTENT[name]) + 1000)

    def telling_too_little(self, name: str) -> None:
        self.give(CONTENT[name], length=len(CONTENT[name]) - 1000)

    def telling_nothing(self, name: str) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(CONTENT[name])

    def telling_nonsense(self, name: str) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "9" * 5000)
        self.end_headers()
        self.wfile.write(CONTENT[name])

    def never_ending(self, name: str) -> None:
        self.send_response(200)
        self.end_headers()
        while not self.server.over.is_set():
            self.wfile.write(bytes(2**20))

    def enormous(self, name: str) -> None:
        self.give(b"", length=10**15)

    def wrong_range(self, name: str) -> None:
        self.give(CONTENT[name], 206)

    def silent(self, name: str) -> None:
        self.server.over.wait(60)

    def stalling(self, name: str) -> None:
        self.give(CONTENT[name][:1000], length=len(CONTENT[name]))
        self.server.over.wait(60)

    def dripping(self, name: str) -> None:
        self.give(b"", length=len(CONTENT[name]))
        for byte in CONTENT[name]:
            self.wfile.write(bytes([byte]))
            if self.server.over.wait(0.05):
                return

    def hanging_up(self, name: str) -> None:
        self.close_connection = True

    def babbling(self, name: str) -> None:
        self.wfile.write(b"220 this is no web server\r\n")

    def hesitating(self, name: str) -> None:
        while not self.server.over.wait(0.01):
            self.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n")

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def servers(monkeypatch):
    """Two mirrors, and checksums of what they serve when they are good."""
    plain = {name.removesuffix(".gz"): gzip.decompress(data) for name, data in CONTENT.items()}
    sums = {name: hashlib.sha256(data).hexdigest() for name, data in plain.items()}
    monkeypatch.setattr(download, "SHA256", sums)
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY", "REQUEST_METHOD"):
        monkeypatch.delenv(name, raising=False)
    both = [Server(), Server()]
    threads = [threading.Thread(target=server.serve_forever, args=(0.02,)) for server in both]
    for thread in threads:
        thread.start()
    yield both
    for server, thread in zip(both, threads, strict=True):
        server.over.set()
        server.shutdown()
        server.server_close()
        thread.join()


def fetch(folder, servers, timeout=5, **options):
    mirrors = tuple(s.url for s in servers)
    return download_mnist(folder, mirrors=mirrors, timeout=timeout, **options)


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


WRONG = "what came is not the right file (its sha256 differs)"
SAID = {
    "missing": "it answered 404 Not Found",
    "broken": "it answered 500 Internal Server Error",
    "going round": "it sends from one address to another without end",
    "sending to a file": "it answered 302 Found",
    "sending to ftp": "unknown url type: ftp",
    "corrupting": WRONG,
    "lying": WRONG,
    "telling too little": WRONG,
    "breaking": "the connection broke off after ",
    "never ending": "it sends more than the file can have",
    "enormous": "it wants to send 1,000,000,000,000,000 bytes, more than the file can have",
    "hanging up": "it closed the connection",
    "babbling": "what it answered is not HTTP",
    "silent": "it sent nothing for 0.4 seconds",
    "stalling": "it sent nothing for 0.4 seconds",
    "dripping": "it is too slow: ",
    "hesitating": "it sent nothing for 0.4 seconds",
}
"""What the reader is told of each kind of server."""


@pytest.mark.parametrize("manner", SAID)
def test_what_a_bad_server_did_is_told_and_the_next_mirror_helps(tmp_path, servers, manner):
    servers[0].manner = manner
    with pytest.raises(DataError) as caught:
        fetch(tmp_path, servers[:1], timeout=0.4)
    said = str(caught.value)
    assert f"{servers[0].url}: {SAID[manner]}" in said
    assert "try again later, or put the four files of MNIST into" in said
    assert "\n" not in said
    assert not list(tmp_path.glob("*.gz"))
    if SAID[manner] in (WRONG, SAID["never ending"]):
        assert not list(tmp_path.iterdir())  # nothing of it is gone on with

    for name, content in list(CONTENT.items())[1:]:
        (tmp_path / name).write_bytes(content)
    fetch(tmp_path, servers, timeout=1)
    assert whole(tmp_path)
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize(
    "manner", ["telling too much", "telling nothing", "telling nonsense", "wrong range"]
)
def test_a_server_that_errs_only_about_the_length_is_good_enough(tmp_path, servers, manner):
    servers[0].manner = manner
    for name, content in list(CONTENT.items())[:2]:
        (tmp_path / f"{name}.part").write_bytes(content[:1000])
    fetch(tmp_path, servers[:1])
    assert whole(tmp_path)


def test_a_server_that_is_not_there_is_told_and_the_next_one_asked(tmp_path, servers):
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))  # and does not listen
        nobody = f"http://127.0.0.1:{bound.getsockname()[1]}/"
        with pytest.raises(DataError, match="it refused the connection"):
            download_mnist(tmp_path, mirrors=(nobody,), timeout=5)
        download_mnist(tmp_path, mirrors=(nobody, servers[0].url), timeout=5)
    assert whole(tmp_path)


def test_a_name_that_is_not_known_asks_for_the_connection(tmp_path, monkeypatch):
    def unknown(*arguments, **options):
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(DataError, match="is there a connection to the internet"):
        download_mnist(tmp_path, mirrors=("http://nowhere.invalid/",), timeout=5)


def test_a_look_up_that_hangs_is_not_waited_for(tmp_path, monkeypatch):
    over = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *a, **o: over.wait(60))
    with pytest.raises(DataError, match=r"it sent nothing for 0\.2 seconds"):
        download_mnist(tmp_path, mirrors=("http://slow.invalid/",), timeout=0.2)
    over.set()


def test_a_proxy_is_asked_for_the_mirror(tmp_path, servers, monkeypatch):
    monkeypatch.setenv("http_proxy", servers[1].url)
    monkeypatch.setenv("no_proxy", "")
    download_mnist(tmp_path, mirrors=("http://mirror.invalid/mnist/",), timeout=5)
    assert whole(tmp_path)
    asked = {f"http://mirror.invalid/mnist/{name}" for name in CONTENT}
    assert set(servers[1].addresses) == asked


def test_a_folder_that_cannot_be_written_is_not_the_servers_fault(tmp_path, servers):
    name = next(iter(CONTENT))
    (tmp_path / f"{name}.part").mkdir()
    with pytest.raises(OSError, match="part"):
        fetch(tmp_path, servers)


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
    assert "404 Not Found" in said
    assert "sha256" in said
    assert all(server.url in said for server in servers)
    assert not list(tmp_path.glob("*.gz"))


@pytest.mark.parametrize("manner", ["silent", "stalling", "dripping", "hesitating"])
def test_a_server_that_hangs_can_be_cancelled_at_once(tmp_path, servers, manner):
    """The server would go on for a minute, and the timeout is longer than a test may take."""
    servers[0].manner = manner
    asked = []

    def cancelled() -> bool:
        asked.append(len(servers[0].asked))
        return sum(asked) > 3

    with pytest.raises(DownloadCancelled):
        fetch(tmp_path, servers, timeout=600, cancelled=cancelled)
    assert not list(tmp_path.glob("*.gz"))


def test_cancel_keeps_what_came(tmp_path, servers):
    name = next(iter(CONTENT))
    came = []
    with pytest.raises(DownloadCancelled):
        fetch(
            tmp_path,
            servers,
            progress=lambda name, done, total: came.append(done),
            cancelled=lambda: bool(came) and came[-1] > 0,
        )
    assert not list(tmp_path.glob("*.gz"))
    assert (tmp_path / f"{name}.part").stat().st_size == came[-1]
    fetch(tmp_path, servers)
    assert whole(tmp_path)
    assert (name, f"bytes={came[-1]}-") in servers[0].asked
