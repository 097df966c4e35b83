"""Fetching MNIST: from mirrors in turn, resumed where it broke off, checked, all or nothing.

A file is written as `NAME.gz.part`; what is there after a broken connection is gone on with. Only
when its unpacked content has the right sha256 does it take its real name.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import zlib
from collections.abc import Callable
from functools import partial
from pathlib import Path

from fishlab import paths
from fishlab.text import QT_TRANSLATE_NOOP, message

from .errors import DataError
from .idx import LARGEST
from .mnist import FILES
from .transfer import BLOCK, DownloadCancelled, TransferError, receive

__all__ = ["DownloadCancelled", "download_mnist"]

_FAILED = QT_TRANSLATE_NOOP(
    "data",
    "{name} could not be downloaded; {problems}. What has come so far is kept: try again later, "
    "or put the four files of MNIST into {folder}",
)

MIRRORS = (
    "https://ossci-datasets.s3.amazonaws.com/mnist/",
    "https://storage.googleapis.com/cvdf-datasets/mnist/",
)
SHA256 = {
    "train-images-idx3-ubyte": "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
    "train-labels-idx1-ubyte": "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
    "t10k-images-idx3-ubyte": "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
    "t10k-labels-idx1-ubyte": "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
}
TIMEOUT = 20.0
LARGEST_FILE = 16 * 2**20  # the largest of the four is 9.9 MB; a mirror that sends more is lying

Progress = Callable[[str, int, int | None], None]
"""Called with the file's name, the bytes at hand, and the bytes in all, if the server tells."""


def download_mnist(
    folder: Path | None = None,
    *,
    progress: Progress = lambda name, done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
    mirrors: tuple[str, ...] = MIRRORS,
    timeout: float = TIMEOUT,
) -> Path:
    """Fetch what is missing of MNIST into `folder` (default: the user's) and return the folder.

    timeout: seconds that a server may stay silent or dawdle.
    Proxies are taken from the environment.

    Raises DataError, telling what went wrong with each mirror; DownloadCancelled; OSError if the
    folder cannot be written.
    """
    folder = paths.user_data() / "mnist" if folder is None else folder
    folder.mkdir(parents=True, exist_ok=True)
    for name in FILES.values():
        target = folder / f"{name}.gz"
        if not _is_right(target, name):
            _fetch(target, name, mirrors, timeout, progress, cancelled)
    return folder


def _fetch(
    target: Path,
    name: str,
    mirrors: tuple[str, ...],
    timeout: float,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> None:
    """Try each mirror until one has given the right file."""
    part = target.with_name(target.name + ".part")
    problems = []
    for mirror in mirrors:
        # What an earlier, broken download left may be bad: then the mirror gets a second try.
        for resumed in (part.exists(), False):
            problem = "what came is not the right file (its sha256 differs)"
            broke_off = False
            try:
                receive(
                    mirror + target.name,
                    part,
                    largest=LARGEST_FILE,
                    timeout=timeout,
                    tell=partial(progress, name),
                    cancelled=cancelled,
                )
            except TransferError as error:
                problem, broke_off = str(error), True
            # Asked whatever happened: a server may be wrong about the length and right in the rest.
            if _is_right(part, name):
                os.replace(part, target)
                return
            if broke_off and not _is_too_large(part):
                problems.append(f"{mirror}: {problem}")
                break  # the next mirror goes on from here
            part.unlink(missing_ok=True)
            if not resumed:
                problems.append(f"{mirror}: {problem}")
                break
    raise DataError(message(_FAILED, name=name, problems="; ".join(problems), folder=target.parent))


def _is_too_large(part: Path) -> bool:
    return part.exists() and part.stat().st_size > LARGEST_FILE


def _is_right(path: Path, name: str) -> bool:
    """True if `path` unpacks to the content that MNIST's file has."""
    digest, left = hashlib.sha256(), LARGEST + BLOCK
    try:
        with gzip.open(path) as file:
            while left > 0 and (block := file.read(BLOCK)):
                digest.update(block)
                left -= len(block)
    except (OSError, EOFError, zlib.error):
        return False
    return digest.hexdigest() == SHA256[name]
