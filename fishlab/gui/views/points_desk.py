"""Points of the reader's own under a plane: read from a table by button or drop, or all removed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from fishlab.gui.translation import told, translate

Rows = tuple[tuple[float, float, float], ...]


class PointsDesk(QWidget):
    """Two buttons, and a notice that says what is wrong with a file.

    read: path -> the points in that file; raises ValueError. chosen(rows): points were read, or
    all are to go. There is nothing to see unless the buttons are offered or a notice is up.
    """

    chosen = Signal(tuple)

    def __init__(self, read: Callable[[str], Rows], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self.read_csv = QPushButton()
        self.clear_points = QPushButton()
        self.notice = QLabel()
        self.notice.setWordWrap(True)
        self.notice.hide()
        self._buttons = QWidget()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.read_csv)
        row.addWidget(self.clear_points)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.notice)
        column.addWidget(self._buttons)
        self.read_csv.clicked.connect(self._choose)
        self.clear_points.clicked.connect(lambda: self.chosen.emit(()))

    def offer(self, there: bool) -> None:
        """Show or hide the buttons."""
        self._buttons.setVisible(there)
        self.setVisible(there or not self.notice.isHidden())

    def retranslate(self) -> None:
        """Set every word anew."""
        for button, words, hint in (
            (
                self.read_csv,
                translate("perceptron_view", "Points from a CSV file…"),
                translate("perceptron_view", "Three columns: x₁, x₂ and the label 0 or 1"),
            ),
            (
                self.clear_points,
                translate("perceptron_view", "Remove all points"),
                translate("perceptron_view", "Begin with an empty plane"),
            ),
        ):
            button.setText(words)
            button.setToolTip(hint)
            button.setAccessibleName(words)

    def take_csv(self, path: str) -> None:
        """Hand on the points in a file, or say why that cannot be done."""
        try:
            points = self._read(path)
        except ValueError as error:
            self.notice.setText(told(error))
            self.notice.show()
            self.show()
            return
        self.notice.hide()
        self.offer(not self._buttons.isHidden())
        self.chosen.emit(points)

    def _choose(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, self.read_csv.text(), "", translate("perceptron_view", "Tables (*.csv *.txt)")
        )
        if path:
            self.take_csv(path)


def dropped_table(event: QDropEvent) -> str:
    """Return the path of the table that is dropped, or nothing."""
    paths = [url.toLocalFile() for url in event.mimeData().urls()]
    return paths[0] if len(paths) == 1 and paths[0].lower().endswith((".csv", ".txt")) else ""
