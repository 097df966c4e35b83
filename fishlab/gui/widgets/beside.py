"""Beside: a picture with tables and charts at its side, or below it where the room is narrow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QBoxLayout, QWidget

from fishlab.gui.presentation import grown

from .plot import Plot

SHARE = 0.28
"""The part of a very wide picture that its side takes."""
UNLIMITED = 16_777_215


class Beside(QWidget):
    """Shows `main`, and its `parts` at the right; the last part takes the height that is left.

    width: of the side, in pixels of the usual type. least: how many times as wide `main` has to
    stay; else the parts go below it. A hidden `main` leaves all the room to the parts.
    """

    def __init__(
        self,
        main: QWidget,
        parts: Sequence[QWidget],
        width: int,
        least: float = 1.0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._main, self._width, self._least = main, width, least
        self._parts = parts
        self._grows = isinstance(parts[-1], Plot)
        self._side = QWidget()
        self._column = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._side)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in parts:
            self._column.addWidget(part)
            if not isinstance(part, Plot):
                self._column.setAlignment(part, Qt.AlignmentFlag.AlignTop)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(main, 3)
        self._row.addWidget(self._side, 2)

    def arrange(self) -> None:
        """Choose where the parts go; to be called when `main` was shown or hidden."""
        alone, side = self._main.isHidden(), grown(self._width)
        below = not alone and self.width() < (1 + self._least) * side
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(down if below else across)
        self._column.setDirection(across if below else down)
        self._row.setStretch(1, 2 if self._grows or not below else 0)
        for number, part in enumerate(self._parts):
            last = part is self._parts[-1]
            # Next to a chart, a table needs the more of the two.
            shares = 2 if last else 3 if isinstance(part, QAbstractItemView) else 0
            self._column.setStretch(number, shares if below else int(last))
        if below or alone:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(UNLIMITED)
        else:
            self._side.setFixedWidth(max(side, round(SHARE * self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose anew."""
        super().resizeEvent(event)
        self.arrange()
