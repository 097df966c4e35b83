"""Whole processes: how long the window takes to appear, and how much memory a training takes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from .timing import Timing, summary

BARE = """
import os, sys, time
begin = float(sys.argv[1])
import numpy as np
import pyqtgraph as pg
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
plot = pg.PlotWidget()
plot.plot(np.arange(10))
window.setCentralWidget(plot)
window.resize(1280, 800)
window.show()
app.processEvents()
print(time.time() - begin)
"""
OURS = """
import sys, time
begin = float(sys.argv[1])
from fishlab.blas_threads import limit_blas_threads_at_start
limit_blas_threads_at_start()
from fishlab.gui.app import application, create_window
app = application()
window = create_window("en", "light")
window.resize(1280, 800)
window.show()
app.processEvents()
print(time.time() - begin)
sys.stdout.flush()
window.discard()
"""
# Linux's ru_maxrss begins with what the parent had; VmHWM is the process's own.
MEMORY = """
import resource, sys
from pathlib import Path
from fishlab.cli import main
main(sys.argv[1:])
status = Path("/proc/self/status")
own = [line.split()[1] for line in status.read_text().splitlines() if line.startswith("VmHWM")] \\
    if status.exists() else []
print(own[0] if own else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def start(rounds: int) -> dict[str, Timing]:
    """Time, in turn, from the start of a process to our window and to a bare one being painted."""
    times: dict[str, list[float]] = {"fishlab": [], "bare": []}
    with tempfile.TemporaryDirectory() as folder:
        # Compiled, as after an installation, whatever this process was told ("" is like not set).
        compiled = {"PYTHONPYCACHEPREFIX": folder, "PYTHONDONTWRITEBYTECODE": ""}
        for count in range(rounds + 1):
            for name, source in (("fishlab", OURS), ("bare", BARE)):
                seconds = float(_printed([source, str(time.time())], compiled)[-1])
                if count:  # the first of each compiles, and warms the disk's cache
                    times[name].append(seconds)
    return {name: summary(values) for name, values in times.items()}


def peak_memory(arguments: Sequence[str]) -> float | None:
    """Return the most memory, in MB, that the command `fishlab ARGUMENTS` had; None on Windows."""
    if sys.platform == "win32":
        return None
    kilobytes = float(_printed([MEMORY, *arguments])[-1])
    return kilobytes / (2**20 if sys.platform == "darwin" else 2**10)


def window_under(lab: str, preset: str, seconds: float, **changes: Any) -> dict[str, float]:
    """Measure the window while that lab runs, in a process of its own; see `window`."""
    arguments = ["-m", "fishlab.bench.window", lab, preset, str(seconds), json.dumps(changes)]
    return dict(json.loads(_run(arguments).splitlines()[-1]))


def _printed(
    words: Sequence[str], environment: Mapping[str, str] = MappingProxyType({})
) -> list[str]:
    return _run(["-c", *words], environment).splitlines()


def _run(arguments: Sequence[str], environment: Mapping[str, str] = MappingProxyType({})) -> str:
    with tempfile.TemporaryDirectory() as home:
        environment = {"FISHLAB_HOME": home, "QT_QPA_PLATFORM": "offscreen", **environment}
        done = subprocess.run(
            [sys.executable, *arguments],
            env=os.environ | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            check=True,
        )
    return done.stdout
