"""What every test stands on: no display needed, and no file outside the test's own folder."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from fishlab.blas_threads import limit_blas_threads_at_start

# As the program does, and before NumPy comes in: where two workers of pytest share two cores,
# threads of OpenBLAS that wait for each other take many times what the products themselves take.
limit_blas_threads_at_start()

# Read by Qt when the first QApplication is made, so before any test; a developer may override it.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# What a shell started in the background ignores Ctrl-C, and so would the programs under test.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings and downloads of a test go to a folder of its own."""
    home: Path = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("FISHLAB_HOME", str(home))
