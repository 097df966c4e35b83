"""Picture of the closure trap: two losses side by side, their code, and what W does to them."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from fishlab.experiment import Frame
from fishlab.gui.theme import Theme
from fishlab.gui.translation import translate
from fishlab.gui.widgets.plot import Plot
from fishlab.labs.gradients_params import BOOK_WEIGHTS

from .gradients_grip import grid_behind
from .gradients_numbers import Matrix, Numbers, number
from .gradients_panel import Panel

READS = """\
def f(W):
    y = softmax(net.predict(x))
    return cross_entropy_error(y, t)


numerical_gradient(f, net.W)"""
CLOSED = """\
y = softmax(net.predict(x))

def f(W):
    return cross_entropy_error(y, t)

numerical_gradient(f, net.W)"""
CODE = {"reads": READS, "closed": CLOSED}
ROWS, COLUMNS = len(BOOK_WEIGHTS), len(BOOK_WEIGHTS[0])


class Side(QWidget):
    """One of the two functions: its code, its gradient, and f for every number of W moved."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.title = QLabel(wordWrap=True)
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.code = QLabel(CODE[name])
        self.code.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.code.setContentsMargins(12, 10, 12, 10)
        self.result = QLabel()
        self.gradient = Matrix(ROWS, COLUMNS)
        self.table = Numbers()
        self.plot = Plot()
        self._curve = pg.PlotCurveItem()
        self._place = pg.ScatterPlotItem(size=12, pxMode=True)
        for item in (self._curve, self._place):
            self.plot.addItem(item, ignoreBounds=True)
        self.plot.setMouseEnabled(False, False)
        grid_behind(self.plot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        for widget in (self.title, self.code, self.result):
            layout.addWidget(widget)
        layout.addWidget(self.gradient, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.table)
        layout.addWidget(self.plot, 1)

    def draw(self, frame: Frame) -> None:
        """Write what is known at this step."""
        gradient = frame.arrays[f"{self.name}_gradient"]
        looks = frame.arrays[f"{self.name}_looks"]
        marked = divmod(frame.step - 1, COLUMNS) if frame.step else None
        self.gradient.show_values(gradient, largest=0.6, marked=marked, known=frame.step)
        rows = []
        for place, (row, column) in enumerate(np.ndindex(ROWS, COLUMNS)):
            known = place < len(looks)
            above, below = (number(v, 9) for v in looks[place]) if known else ("", "")
            slope = number(float(gradient[row, column]), 6) if known else ""
            rows.append([f"W[{row}, {column}]", above, below, slope])
        self._draw_along(frame)
        last = frame.step - 1
        self.table.show_rows(rows, bold=[(last, column) for column in range(4)])
        zero = not np.any(gradient)
        if frame.step == 0:
            text = translate("gradients", "gradient: not asked for yet")
        elif zero:
            text = translate("gradients", "✗ gradient: all zeros so far")
        else:
            text = translate("gradients", "✓ gradient: follows W")
        self.result.setText(text)

    def _draw_along(self, frame: Frame) -> None:
        """Draw f along the number that was moved; both sides on the same axes."""
        arrays = frame.arrays
        around, along = arrays["around"], arrays[f"{self.name}_along"]
        self._curve.setData(around, along)
        place = int(arrays["moved"])
        self._place.setData([arrays["W"].flat[place]], [frame.scalars["loss"]])
        self.plot.setXRange(float(around[0]), float(around[-1]), padding=0.02)
        low, high = float(arrays["reads_along"].min()), float(arrays["reads_along"].max())
        self.plot.setYRange(low, max(high, low + 1e-9), padding=0.1)
        row, column = divmod(place, COLUMNS)
        self.plot.set_titles(f"W[{row}, {column}]", "f(W)")

    def dress(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.plot.apply_theme(theme)
        self._curve.setPen(pg.mkPen(theme.curve(0), width=2))
        self._place.setBrush(pg.mkBrush(theme.curve(4)))
        self._place.setPen(pg.mkPen(theme.text, width=1.5))
        self.gradient.apply_theme(theme)
        self.table.apply_theme(theme)
        self.code.setStyleSheet(
            f"background: {theme.surface}; border: 1px solid {theme.border}; border-radius: 4px;"
        )

    def write(self, title: str) -> None:
        """Set every word anew."""
        self.title.setText(title)
        self.code.setAccessibleName(title)
        self.code.setToolTip(translate("gradients", "The code whose gradient is shown below"))
        self.gradient.setAccessibleName(translate("gradients", "gradient dW = ∂L/∂W"))
        self.gradient.setToolTip(translate("gradients", "gradient dW = ∂L/∂W"))
        self.table.set_header(
            [
                translate("gradients", "moved"),
                translate("gradients", "f with + 1e-4"),
                translate("gradients", "f with − 1e-4"),
                translate("gradients", "slope"),
            ]
        )
        self.plot.setAccessibleName(
            translate("gradients", "f along the number of W that was moved")
        )
        self.plot.setToolTip(
            translate("gradients", "A slope of 0 means that f does not see the number move")
        )
        self.table.setAccessibleName(translate("gradients", "f for every number of W moved"))
        self.table.setToolTip(translate("gradients", "The two looks at f for every number of W"))


class TrapPanel(Panel):
    """The loss that reads W on the left, the one that closes over y on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reads, self.closed = Side("reads"), Side("closed")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(24)
        layout.addWidget(self.reads, 1)
        layout.addWidget(self.closed, 1)

    def draw(self, frame: Frame) -> None:
        """Draw both sides."""
        self.reads.draw(frame)
        self.closed.draw(frame)

    def dress(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.reads.dress(theme)
        self.closed.dress(theme)

    def write(self) -> None:
        """Set every word anew."""
        self.reads.write(translate("gradients", "Reads W: y is computed inside f, at every look"))
        self.closed.write(translate("gradients", "Closes over y: y was computed once, before"))
