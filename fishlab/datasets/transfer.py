"""One file from one address, over a server that is not trusted to answer, to end, or to be honest.

    a thread of its own: connect, read, read … ─► a short queue ─► the caller: writes, counts, waits

A call to the network may block for minutes (a name that is looked up, a server that sends a byte
now and then), so the caller never makes one: it waits for the queue and can give up at any moment.
"""

from __future__ import annotations

import http.client
import queue
import socket
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

BLOCK = 64 * 1024
AHEAD = 8
POLL = 0.05
LONGEST_NUMBER = 20
SLOWEST = 256  # bytes a second; below it, a file of MNIST would take half a day

# No file:, ftp: or data:, wherever a server may send us.
HANDLERS = (
    urllib.request.ProxyHandler,
    urllib.request.UnknownHandler,
    urllib.request.HTTPHandler,
    urllib.request.HTTPSHandler,
    urllib.request.HTTPDefaultErrorHandler,
    urllib.request.HTTPRedirectHandler,
    urllib.request.HTTPErrorProcessor,
)


class TransferError(Exception):
    """The server did not do its part; one sentence that says how."""


class DownloadCancelled(Exception):  # noqa: N818 (an event, not an error)
    """The reader asked to stop; what was fetched stays, to be gone on with."""


def receive(
    url: str,
    part: Path,
    *,
    largest: int,
    timeout: float,
    tell: Callable[[int, int | None], None],
    cancelled: Callable[[], bool],
) -> None:
    """Bring `part` to its end from `url`, going on where it broke off if the server can.

    tell: called with the bytes at hand, and the bytes in all if the server says how many.
    timeout: seconds in which at least `timeout` × SLOWEST bytes must come.
    Raises TransferError, DownloadCancelled, or OSError if `part` cannot be written.
    """
    done = part.stat().st_size if part.exists() else 0
    with _transfer(url, done, timeout) as arrivals:
        waiting = _Patience(timeout, arrivals, cancelled)
        status, length = waiting.next()
        if status == http.client.REQUESTED_RANGE_NOT_SATISFIABLE:
            return  # nothing is missing at the end; the checksum judges
        if status != http.client.PARTIAL_CONTENT:
            done = 0  # the server sends it all again
        total = None if length is None else done + length
        if total is not None and total > largest:
            raise TransferError(f"it wants to send {total:,} bytes, more than the file can have")
        with part.open("ab" if done else "wb") as file:
            tell(done, total)
            while block := waiting.next():
                file.write(block)
                done += len(block)
                if done > largest:
                    raise TransferError("it sends more than the file can have")
                tell(done, total)
    if total is not None and done < total:
        raise TransferError(f"the connection broke off after {done:,} of {total:,} bytes")


class _Patience:
    """Takes from the queue, but does not wait for ever, nor for a reader who wants to stop."""

    def __init__(
        self, timeout: float, arrivals: queue.Queue[Any], cancelled: Callable[[], bool]
    ) -> None:
        self._timeout = timeout
        self._arrivals = arrivals
        self._cancelled = cancelled
        self._came = 0
        self._since = time.monotonic()

    def next(self) -> Any:
        """Return the next thing that arrives; raise TransferError or DownloadCancelled."""
        while True:
            if self._cancelled():
                raise DownloadCancelled
            self._check_pace()
            try:
                arrival = self._arrivals.get(timeout=min(POLL, self._timeout))
            except queue.Empty:
                continue
            if isinstance(arrival, Exception):
                raise TransferError(said(arrival)) from arrival
            if isinstance(arrival, bytes):
                self._came += len(arrival)
            return arrival

    def _check_pace(self) -> None:
        now = time.monotonic()
        if now - self._since < self._timeout:
            return
        if self._came == 0:
            raise TransferError(f"it sent nothing for {self._timeout:g} seconds")
        if self._came < SLOWEST * self._timeout:
            raise TransferError(
                f"it is too slow: {self._came:,} bytes in {self._timeout:g} seconds"
            )
        self._came, self._since = 0, now


@contextmanager
def _transfer(url: str, done: int, timeout: float) -> Iterator[queue.Queue[Any]]:
    """Give a queue of (status, length or None), then blocks, then b""; or an exception."""
    arrivals: queue.Queue[Any] = queue.Queue(AHEAD)
    over = threading.Event()

    def put(arrival: Any) -> None:
        while not over.is_set():
            try:
                arrivals.put(arrival, timeout=POLL)
            except queue.Full:
                continue
            return

    def work() -> None:
        try:
            with _opened(url, done, timeout) as response:
                length = response.headers.get("Content-Length", "")
                tells = length.isdecimal() and len(length) < LONGEST_NUMBER
                put((response.status, int(length) if tells else None))
                # read1 and not read: what has come is written, and counted, at once.
                while not over.is_set() and (block := response.read1(BLOCK)):
                    put(block)
            put(b"")
        except urllib.error.HTTPError as error:
            error.close()
            missing_nothing = error.code == http.client.REQUESTED_RANGE_NOT_SATISFIABLE and done
            put((error.code, None) if missing_nothing else error)
        except Exception as error:  # handed to the caller, who tells it
            put(error)

    # A daemon: a thread that is stuck in the network must not keep the program from ending.
    threading.Thread(target=work, name="fishlab-download", daemon=True).start()
    try:
        yield arrivals
    finally:
        over.set()


def _opened(url: str, done: int, timeout: float) -> http.client.HTTPResponse:
    opener = urllib.request.OpenerDirector()
    for handler in HANDLERS:
        opener.add_handler(handler())
    request = urllib.request.Request(url, headers={"User-Agent": "FishLab"})
    if done:
        request.add_header("Range", f"bytes={done}-")
    # The caller's patience ends first, and knows what to say; this lets go of the thread.
    response: http.client.HTTPResponse = opener.open(request, timeout=4 * timeout)
    return response


def said(error: BaseException) -> str:
    """Return in one line what a server, or the way to it, has done wrong."""
    if isinstance(error, urllib.error.HTTPError):
        if "infinite loop" in str(error.reason):
            return "it sends from one address to another without end"
        return f"it answered {error.code} {http.client.responses.get(error.code, '')}".rstrip()
    reason = getattr(error, "reason", None)
    if isinstance(reason, BaseException):
        return said(reason)
    if isinstance(error, urllib.error.URLError):
        return str(reason)  # such as: unknown url type: ftp
    if isinstance(error, socket.gaierror):
        return "its address is not known here; is there a connection to the internet?"
    if isinstance(error, ConnectionRefusedError):
        return "it refused the connection"
    if isinstance(error, (http.client.RemoteDisconnected, ConnectionError)):
        return "it closed the connection"
    if isinstance(error, TimeoutError):
        return "it did not answer in time"
    if isinstance(error, http.client.IncompleteRead):
        return "the connection broke off"
    if isinstance(error, http.client.HTTPException):
        return "what it answered is not HTTP"
    return " ".join(str(error).split()) or type(error).__name__
