"""Presentation: larger type for a room that reads from afar, put on and taken off while running.

Texts take their size from the application's font, those of plots included. What a widget fixes in
pixels (a column's width, the rows of a table, its icons) grows with them: once for every widget,
when the type changes, or when the widget is first shown. What is computed anew with every frame
asks `grown`.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QTableView,
    QTabWidget,
    QWidget,
)

from .garbage import all_widgets
from .widgets.plot import Plot

FACTOR = 1.4
# The largest size that Qt's layouts know; a widget's own largest is more.
NO_LIMIT = 524_287
GROWN = "grown"


class Presentation(QObject):
    """Writes the application large, or as usual."""

    _present: Presentation | None = None

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        present = Presentation._present
        self._usual: float = QApplication.font().pointSizeF() if present is None else present._usual

    @property
    def active(self) -> bool:
        """True while the type is large."""
        return Presentation._present is self

    def show_large(self, large: bool) -> None:
        """Write everything large, or as usual again."""
        if large == self.active:
            return
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        Presentation._present = self if large else None
        font = QFont(app.font())
        if large:
            font.setPointSizeF(self._usual * FACTOR)
            app.installEventFilter(self)
        else:
            font.setPointSizeF(self._usual)
            app.removeEventFilter(self)
        ratio = FACTOR if large else 1 / FACTOR
        with all_widgets() as widgets:
            before = [widget.font().pointSizeF() for widget in widgets]
            app.setFont(font)
            # Qt keeps the font of a widget whose child has a style sheet, for all inside it.
            for widget in widgets:
                if isinstance(widget, QTabWidget):
                    widget.setFont(font)
            for widget, size in zip(widgets, before, strict=True):
                _grow(widget, large)
                # A style sheet takes the font along; a font of its own a widget keeps.
                if widget.styleSheet():
                    widget.setStyleSheet(widget.styleSheet())
                elif widget.font().pointSizeF() == size:
                    own = widget.font()
                    own.setPointSizeF(size * ratio)
                    widget.setFont(own)
                if isinstance(widget, Plot):
                    widget.grow_words(ratio)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Let a part grow that is made while the type is large."""
        if event.type() == QEvent.Type.Polish and isinstance(watched, QWidget):
            _grow(watched, True)
        return False


def grown(pixels: int) -> int:
    """Return `pixels`, or as many more as the type is larger now."""
    return pixels if Presentation._present is None else round(pixels * FACTOR)


def grow_all(widget: QWidget) -> None:
    """Let a widget that was just made, and all in it, have the size that the type asks for."""
    if Presentation._present is not None:
        for part in (widget, *widget.findChildren(QWidget)):
            _grow(part, True)


def _grow(widget: QWidget, large: bool) -> None:
    if bool(widget.property(GROWN)) == large or widget.isWindow():
        return
    widget.setProperty(GROWN, large)
    ratio = FACTOR if large else 1 / FACTOR
    _grow_limits(widget, ratio)
    if isinstance(widget, QAbstractButton | QAbstractItemView):
        size = widget.iconSize()
        if size.isValid():
            widget.setIconSize(QSize(round(size.width() * ratio), round(size.height() * ratio)))
    if isinstance(widget, QTableView):
        _grow_columns(widget, ratio)
    if isinstance(widget, Plot):
        widget.grow(ratio)


def _grow_limits(widget: QWidget, ratio: float) -> None:
    """A least size alone is for what is drawn, and can stay; a largest one would cut words off."""
    least, most = widget.minimumSize(), widget.maximumSize()
    if most.width() < NO_LIMIT:
        widget.setMaximumWidth(round(most.width() * ratio))
        widget.setMinimumWidth(round(least.width() * ratio))
    if most.height() < NO_LIMIT:
        widget.setMaximumHeight(round(most.height() * ratio))
        widget.setMinimumHeight(round(least.height() * ratio))


def _grow_columns(table: QTableView, ratio: float) -> None:
    rows, columns = table.verticalHeader(), table.horizontalHeader()
    rows.setMinimumSectionSize(min(rows.minimumSectionSize(), rows.defaultSectionSize()))
    rows.setDefaultSectionSize(round(rows.defaultSectionSize() * ratio))
    for row in range(rows.count()):
        # A row that is hidden now keeps the size that it will have when it is shown.
        if rows.isSectionHidden(row):
            rows.resizeSection(row, rows.defaultSectionSize())
    given = (QHeaderView.ResizeMode.Fixed, QHeaderView.ResizeMode.Interactive)
    for column in range(columns.count()):
        if columns.sectionResizeMode(column) in given and not columns.isSectionHidden(column):
            columns.resizeSection(column, round(columns.sectionSize(column) * ratio))
