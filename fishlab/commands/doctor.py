"""`fishlab doctor`: what a bug report needs, and what to do about each thing that is wrong."""

from __future__ import annotations

import json
import os
import platform
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple

from fishlab import __version__, paths
from fishlab.datasets import DataError, find_mnist, load_mnist
from fishlab.engine import ShapeError
from fishlab.engine.weights import WeightsError
from fishlab.experiment.models import MODELS, load_model, weights_meta
from fishlab.packages import PACKAGES, installed, licence

from .console import FAILED, Parser
from .qt_libraries import ALWAYS, FOR_X11, missing, remedy

Level = Literal["ok", "note", "BAD"]

RESOURCES = (
    "icons/fishlab.svg",
    "i18n/fishlab_zh_CN.qm",
    "lessons/en",
    "lessons/zh_CN",
    "formulas",
)
PROBE_SECONDS = 60


class Finding(NamedTuple):
    """One line of the report. BAD: something does not work; note: worth knowing."""

    level: Level
    what: str
    text: str


def main(arguments: Sequence[str]) -> int:
    """Print the report; the exit status is 1 if something does not work."""
    Parser("fishlab doctor", "Report what a bug report needs.").parse_args(arguments)
    bad = False
    for title, findings in (
        ("FishLab", _versions()),
        ("Qt", _qt()),
        ("Digits", _digits()),
        ("Weights", _weights()),
        ("Folders", _folders()),
    ):
        print(title)
        for finding in findings:
            bad |= finding.level == "BAD"
            print(f"  {finding.level:<4}  {finding.what:<18}  {finding.text}", flush=True)
    return FAILED if bad else 0


def _versions() -> Iterator[Finding]:
    yield Finding("ok", "fishlab", f"{__version__} in {Path(__file__).parents[1]}")
    yield Finding("ok", "python", f"{platform.python_version()} at {sys.executable}")
    yield Finding("ok", "system", f"{platform.platform()}, {os.cpu_count()} processors")
    for package in PACKAGES:
        version = installed(package)
        if version is None:
            yield Finding("BAD", package, f"not installed; python -m pip install {package}")
        elif package == "PySide6-Essentials" and (fault := known_fault(version)):
            yield Finding("BAD", package, f"{version}: {fault}")
        elif package == "PySide6-Essentials" and numbers(version) >= (6, 12):
            yield Finding("note", package, f"{version}, {licence(package)}; newer than was tried")
        else:
            yield Finding("ok", package, f"{version}, {licence(package)}")
    threads = os.environ.get("OPENBLAS_NUM_THREADS", "not set")
    yield Finding("ok", "BLAS threads", threads)


def numbers(version: str) -> tuple[int, ...]:
    """Return the first three numbers of a version."""
    return tuple(int(part) for part in re.findall(r"\d+", version)[:3])


def known_fault(version: str, python: tuple[int, ...] = sys.version_info[:2]) -> str:
    """Return what is wrong with this version of PySide6 on that Python, or an empty text."""
    advice = 'python -m pip install "PySide6-Essentials==6.11.3"'
    # From Python 3.12 on, None and True are never freed, however often they are lost.
    if numbers(version) >= (6, 12) and python < (3, 12):
        return f"its plots end in a crash (lost references to None); {advice}"
    if numbers(version) in ((6, 11, 0), (6, 11, 1)):
        return f"it mislays layouts; {advice}"
    if numbers(version) < (6, 8, 3):
        return f"older than 6.8.3, which FishLab needs; {advice}"
    return ""


def _qt() -> Iterator[Finding]:
    wanted = os.environ.get("QT_QPA_PLATFORM", "")
    window = probe(dict(os.environ))
    pictures = window if wanted == "offscreen" else probe({**os.environ, **OFFSCREEN})
    if "error" in window:
        yield Finding("BAD", "window", window["error"])
    else:
        yield Finding("ok", "window", f"Qt {window['qt']} starts on {window['platform']!r}")
    if "error" in pictures:
        yield Finding("BAD", "pictures", pictures["error"])
        return
    yield Finding("ok", "pictures", "drawn without a display")
    chinese = pictures["chinese"]
    if chinese:
        yield Finding("ok", "Chinese glyphs", ", ".join(chinese[:3]))
    else:
        yield Finding("note", "Chinese glyphs", "no font has them; install fonts-noto-cjk")


OFFSCREEN: Mapping[str, str] = {"QT_QPA_PLATFORM": "offscreen"}


def probe(environment: Mapping[str, str]) -> dict[str, Any]:
    """Start Qt in a process of its own; return what `qt_probe` prints, or {"error": …}."""
    script = Path(__file__).with_name("qt_probe.py")
    try:
        # -P: the folder of the script does not go in front of the standard library's.
        ended = subprocess.run(
            [sys.executable, "-P", str(script)],
            env=dict(environment),
            capture_output=True,
            text=True,
            errors="replace",
            timeout=PROBE_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return {"error": f"Qt did not start within {PROBE_SECONDS} seconds"}
    if ended.returncode == 0:
        found: dict[str, Any] = json.loads(ended.stdout.splitlines()[-1])
        return found
    return {"error": why_qt_failed(ended.stderr)}


def why_qt_failed(stderr: str) -> str:
    """Return the telling line of a Qt that did not start, and what to do."""
    lines = [line.strip() for line in stderr.splitlines() if line.strip()]
    telling = [
        line for line in lines if re.search(r"Error|cannot open|could not|Could not|qt\.qpa", line)
    ]
    reason = (telling or lines or ["Qt ended without a word"])[-1 if "Error" in stderr else 0]
    absent = missing([*ALWAYS, *FOR_X11]) if sys.platform == "linux" else []
    return f"{reason}; {remedy(absent)}" if absent else reason


def _digits() -> Iterator[Finding]:
    try:
        (train, _), (test, _) = load_mnist(normalize=False, data="sample")
        yield Finding("ok", "sample", f"{len(train):,} to train, {len(test):,} to test")
    except DataError as error:
        yield Finding("BAD", "sample", str(error))
    folder = find_mnist()
    if folder is None:
        yield Finding("note", "mnist", "not at hand; fishlab data download mnist")
    else:
        yield Finding("ok", "mnist", str(folder))


def _weights() -> Iterator[Finding]:
    for model in MODELS.values():
        if not model.weights.is_file():
            yield Finding(
                "note", model.id, "no weights come with this one; fishlab train makes some"
            )
            continue
        try:
            load_model(model.id)
            meta = weights_meta(model.weights)
        except (WeightsError, ShapeError) as error:
            yield Finding("BAD", model.id, str(error))
        else:
            yield Finding("ok", model.id, f"{meta['accuracy']:.2%}, {meta['command']}")


def _folders() -> Iterator[Finding]:
    missing_files = [name for name in RESOURCES if not (paths.resources() / name).exists()]
    if missing_files:
        text = f"{paths.resources()} lacks {', '.join(missing_files)}; install FishLab again"
        yield Finding("BAD", "resources", text)
    else:
        yield Finding("ok", "resources", str(paths.resources()))
    for what, folder in (("your data", paths.user_data()), ("your settings", paths.user_config())):
        if can_write(folder):
            yield Finding("ok", what, str(folder))
        else:
            yield Finding("BAD", what, f"{folder} cannot be written; set FISHLAB_HOME elsewhere")
    log = paths.error_log()
    if log.is_file():
        kept = f"{log} ({log.stat().st_size:,} bytes); please attach it to a bug report"
        yield Finding("note", "error log", kept)
    else:
        yield Finding("ok", "error log", f"{log} (nothing has gone wrong so far)")


def can_write(folder: Path) -> bool:
    """True if files can be made in `folder`, or the folder itself where it does not exist yet."""
    existing = next(place for place in (folder, *folder.parents) if place.exists())
    return existing.is_dir() and os.access(existing, os.W_OK | os.X_OK)
