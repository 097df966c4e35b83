"""The window: Qt only here. Views draw frames; nothing in this package computes a result."""

from .lean_pyqtgraph import import_pyqtgraph

import_pyqtgraph()
