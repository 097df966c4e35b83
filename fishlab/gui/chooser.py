"""Chooser: a combo box as wide as its column; words that do not fit end in an ellipsis.

Qt would cut them off in mid-letter. The whole words are in the list that opens, and in the tooltip.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QToolTip,
    QWidget,
)

MARGIN = 4
"""What the style leaves free around the words, in all."""
LIST_MARGIN = 16


class Chooser(QComboBox):
    """Takes the wheel only with the focus (by `wheel`), and the width that it is given."""

    def __init__(self, wheel: QObject, letters: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.setSizeAdjustPolicy(policy)
        self.setMinimumContentsLength(letters)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.installEventFilter(wheel)

    @property
    def written(self) -> str:
        """What stands in the box: the choice, or as much of it as there is room for."""
        return self._option().currentText

    def showPopup(self) -> None:  # noqa: N802 (Qt)
        """Open the list, as wide as its longest line."""
        metrics, texts = self.fontMetrics(), map(self.itemText, range(self.count()))
        longest = max(map(metrics.horizontalAdvance, texts), default=0)
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        self.view().setMinimumWidth(longest + bar + LIST_MARGIN)
        super().showPopup()

    def paintEvent(self, event: QEvent) -> None:
        """Draw the box with the words that fit."""
        painter, option = QStylePainter(self), self._option()
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def event(self, event: QEvent) -> bool:
        """Put words that do not fit above the tooltip."""
        whole = self.currentText()
        if isinstance(event, QHelpEvent) and whole and self.written != whole:
            QToolTip.showText(event.globalPos(), f"{whole}\n{self.toolTip()}".strip(), self)
            return True
        return super().event(event)

    def _option(self) -> QStyleOptionComboBox:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        if self.currentIndex() < 0:
            option.currentText = self.placeholderText()
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )
        option.currentText = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, field.width() - MARGIN
        )
        return option
