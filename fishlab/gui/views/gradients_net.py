"""Picture of the network of one matrix: x, W, scores and probabilities, the gradient, the loss."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from fishlab.experiment import Frame
from fishlab.gui.theme import Theme
from fishlab.gui.translation import translate
from fishlab.gui.widgets.plot import Plot

from .gradients_grip import grid_behind
from .gradients_numbers import Matrix, number
from .gradients_panel import Panel

CLASSES = ("0", "1", "2")


class NetPanel(Panel):
    """Forward from left to right on top, the gradient below it, and the loss so far."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.input = Matrix(2, 1, row_names=("x₁", "x₂"))
        self.weights = Matrix(2, 3, column_names=CLASSES)
        self.scores = Matrix(1, 3, column_names=CLASSES, choosable=True)
        self.probabilities = Matrix(1, 3, column_names=CLASSES, choosable=True)
        self.gradient = Matrix(2, 3, column_names=CLASSES)
        self.matrices = (
            self.input, self.weights, self.scores, self.probabilities, self.gradient,
        )  # fmt: skip
        self.titles = [QLabel(alignment=Qt.AlignmentFlag.AlignCenter) for _ in self.matrices]
        self.rule = QLabel(wordWrap=True)
        # The one whose cells can be chosen.
        self.probabilities.setCursor(Qt.CursorShape.PointingHandCursor)
        self.probabilities.clicked.connect(lambda _, k: self.edited.emit({"target": k}))
        self.scores.clicked.connect(lambda _, k: self.edited.emit({"target": k}))
        self.losses = Plot()
        self._curve = pg.PlotCurveItem()
        self._end = pg.ScatterPlotItem(size=9, pxMode=True)
        for item in (self._curve, self._end):
            self.losses.addItem(item, ignoreBounds=True)
        self.losses.setMouseEnabled(False, False)
        self.losses.set_readout(self._read)
        grid_behind(self.losses)
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(4)
        centre = Qt.AlignmentFlag.AlignCenter
        places = {
            self.input: (0, 0, 3), self.weights: (0, 1, 3), self.scores: (0, 2, 1),
            self.probabilities: (2, 2, 1), self.gradient: (4, 1, 1),
        }  # fmt: skip
        for title, (matrix, (row, column, rows)) in zip(self.titles, places.items(), strict=True):
            grid.addWidget(title, row, column, centre)
            grid.addWidget(matrix, row + 1, column, rows, 1, centre)
        grid.addWidget(self.rule, 5, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(3, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addLayout(grid)
        layout.addWidget(self.losses, 1)

    def draw(self, frame: Frame) -> None:
        """Write the numbers and draw the loss."""
        arrays = frame.arrays
        target = int(arrays["target"])
        right = (0, target)
        self.input.show_values(arrays["input"], largest=5.0)
        self.weights.show_values(arrays["W"], largest=2.0)
        self.scores.show_values(arrays["scores"], largest=4.0, marked=right)
        self.probabilities.show_values(arrays["y"], marked=right, mark="✓")
        self.gradient.show_values(arrays["dW"], largest=0.6)
        losses = arrays["losses"]
        self._curve.setData(losses)
        self._end.setData([len(losses) - 1], losses[-1:])
        self.losses.setXRange(0, max(frame.total or 1, 1), padding=0.02)
        self.losses.setYRange(0.0, float(losses.max()), padding=0.06)

    def clear(self) -> None:
        """Take the curve away."""
        self._curve.setData([], [])
        self._end.setData([], [])

    def dress(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        for matrix in self.matrices:
            matrix.apply_theme(theme)
        self.losses.apply_theme(theme)
        self._curve.setPen(pg.mkPen(theme.curve(4), width=2))
        self._end.setBrush(pg.mkBrush(theme.curve(4)))
        self._end.setPen(None)

    def write(self) -> None:
        """Set every word anew."""
        words = (
            translate("gradients", "input x"),
            translate("gradients", "weights W"),
            translate("gradients", "scores a = x · W"),
            translate("gradients", "probabilities y = softmax(a)"),
            translate("gradients", "gradient dW = ∂L/∂W"),
        )
        for title, matrix, text in zip(self.titles, self.matrices, words, strict=True):
            title.setText(text)
            matrix.setAccessibleName(text)
            matrix.setToolTip(text)
        choose = translate("gradients", "Click a class to make it the right one")
        self.scores.setToolTip(choose)
        self.probabilities.setToolTip(choose)
        self.rule.setText(
            translate("gradients", "Each step: W ← W − η dW, with dW by numerical_gradient")
        )
        self.losses.set_titles(translate("gradients", "step"), translate("gradients", "loss L"))
        self.losses.setAccessibleName(translate("gradients", "Loss against the step"))
        self.losses.setToolTip(translate("gradients", "Rest on a curve to read its numbers"))

    def _read(self, x: float, y: float) -> str:
        if self.frame is None:
            return ""
        losses = self.frame.arrays["losses"]
        step = min(max(round(x), 0), len(losses) - 1)
        loss = number(float(losses[step]), 5)
        return translate("gradients", "step {step}: loss {loss}", step=step, loss=loss)
