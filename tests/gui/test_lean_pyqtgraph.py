"""PyQtGraph finds in its own modules what PySide6 has, though nothing was copied."""

from __future__ import annotations

import subprocess
import sys

import pyqtgraph.Qt
import PySide6
import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from fishlab.gui.lean_pyqtgraph import MIRRORED

COUNT = """
import sys
import fishlab.gui
import pyqtgraph
from pyqtgraph.Qt import QtCore, QtGui, QtWidgets
print(sum(len(vars(module)) for module in (QtCore, QtGui, QtWidgets)))
"""


@pytest.mark.parametrize("name", MIRRORED)
def test_every_name_is_found_and_is_the_same(name: str) -> None:
    real = {"QtCore": QtCore, "QtGui": QtGui, "QtWidgets": QtWidgets}[name]
    mirror = getattr(pyqtgraph.Qt, name)
    for found in dir(real):
        if not found.startswith("__"):
            assert getattr(mirror, found) is getattr(real, found), found
    with pytest.raises(AttributeError, match="no_such_thing"):
        mirror.no_such_thing  # noqa: B018 (asking is the test)


def test_pyside6_has_its_own_modules_again() -> None:
    assert [getattr(PySide6, name) for name in MIRRORED] == [QtCore, QtGui, QtWidgets]


def test_a_fraction_is_made_at_the_start() -> None:
    printed = subprocess.run(
        [sys.executable, "-c", COUNT], check=True, capture_output=True, text=True
    ).stdout
    assert int(printed) < sum(map(len, map(dir, (QtCore, QtGui, QtWidgets)))) / 3
