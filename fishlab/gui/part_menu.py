"""PartMenu: what a right click on a picture offers, for the part under the mouse and for all of it.

A part is a plot, a table, or a widget that paints itself: what a reader would call one picture.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractScrollArea, QMenu, QWidget

from .export_menu import ExportMenu
from .translation import translate


class PartMenu(QMenu):
    """The context menu of a page's pictures. Call `watch` for every widget that holds some."""

    def __init__(self, exports: ExportMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("part_menu")
        self._exports = exports
        self._part: QWidget | None = None
        self.copy = self._add("part_copy", self._copy)
        self.png = self._add("part_png", partial(self._save, "png"))
        self.svg = self._add("part_svg", partial(self._save, "svg"))
        self.pdf = self._add("part_pdf", partial(self._save, "pdf"))
        self.addSeparator()
        self.addMenu(exports)

    def watch(self, whole: QWidget) -> None:
        """Open this menu wherever in `whole` nothing else is done with the right button."""
        whole.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        whole.customContextMenuRequested.connect(partial(self._open, whole))

    def retranslate(self) -> None:
        """Say every word anew."""
        self.copy.setText(translate("export", "Copy this picture"))
        self.png.setText(translate("export", "Save this picture (PNG)…"))
        self.svg.setText(translate("export", "Save this picture as vectors (SVG)…"))
        self.pdf.setText(translate("export", "Save this picture as vectors (PDF)…"))

    def _open(self, whole: QWidget, place: QPoint) -> None:
        self._part = part_at(whole, place)
        for action in (self.copy, self.png, self.svg, self.pdf):
            action.setVisible(self._part is not None)
        self.popup(whole.mapToGlobal(place))

    def _copy(self) -> None:
        if self._part is not None:
            self._exports.copy_part(self._part)

    def _save(self, ending: str) -> None:
        if self._part is not None:
            self._exports.save_part(self._part, ending)

    def _add(self, name: str, slot: Callable[[], None]) -> QAction:
        action = self.addAction("")
        action.setObjectName(name)
        action.triggered.connect(lambda _checked: slot())
        return action


def part_at(whole: QWidget, place: QPoint) -> QWidget | None:
    """Return the picture of `whole` that is at `place`; None between the pictures."""
    widget: QWidget | None = whole.childAt(place)
    while widget is not None and widget is not whole:
        if isinstance(widget, QAbstractScrollArea) or _paints_itself(widget):
            return widget
        widget = widget.parentWidget()
    return None


def _paints_itself(widget: QWidget) -> bool:
    return any(
        "paintEvent" in vars(kind)
        for kind in type(widget).__mro__
        if kind.__module__.startswith("fishlab.")
    )
