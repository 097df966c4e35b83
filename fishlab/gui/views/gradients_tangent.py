"""Picture of a slope: the curve, the point on it to drag, and the line through two points."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fishlab.experiment import Frame
from fishlab.gui.theme import Theme
from fishlab.gui.translation import translate
from fishlab.gui.widgets.plot import Plot

from .gradients_grip import Grip, grid_behind
from .gradients_numbers import Numbers, number, power
from .gradients_panel import Panel

CURVE, LINE = 0, 4


class TangentPanel(Panel):
    """The curve above, both differences and the exact slope below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot = Plot()
        self._curve, self._line = pg.PlotCurveItem(), pg.PlotCurveItem()
        self._exact = pg.PlotCurveItem()
        self._points = pg.ScatterPlotItem(size=9, symbol="s", pxMode=True)
        self._point = pg.ScatterPlotItem(size=15, pxMode=True)
        self._slope = pg.TextItem(anchor=(1, 1))
        for depth, item in enumerate(
            (self._curve, self._exact, self._line, self._points, self._point, self._slope)
        ):
            item.setZValue(depth)
            self.plot.addItem(item, ignoreBounds=True)
        self.grip = Grip(self.plot, Qt.CursorShape.SizeHorCursor)
        self.grip.moved.connect(self._moved)
        self.plot.setMouseEnabled(False, False)
        grid_behind(self.plot)
        self.table = Numbers()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.plot, 1)
        layout.addWidget(self.table)
        self.plot.set_readout(self._read)

    def draw(self, frame: Frame) -> None:
        """Draw curve, lines and numbers."""
        arrays, scalars = frame.arrays, frame.scalars
        left, right, bottom, top = arrays["region"].tolist()
        self.plot.setXRange(left, right, padding=0)
        self.plot.setYRange(bottom, top, padding=0)
        self.grip.set_area(left, right, bottom, top)
        defined = arrays["defined"]
        both = np.append(defined[:-1] & defined[1:], False)
        self._curve.setData(arrays["x"], arrays["y"], connect=both)
        for item, name in ((self._line, "line"), (self._exact, "exact_line")):
            ends = arrays[name]
            item.setData(ends[:, 0], ends[:, 1])
        points = arrays["points"]
        self._points.setData(points[:, 0], points[:, 1])
        self._point.setData([scalars["x"]], [scalars["f"]])
        on_left = scalars["x"] < (left + right) / 2
        rising = scalars["slope"] >= 0
        self._slope.setAnchor((-0.1 if on_left else 1.1, 1.6 if rising != on_left else -0.6))
        self._slope.setPos(scalars["x"], scalars["f"])
        self._slope.setText(
            translate("gradients", "slope {slope}", slope=number(scalars["slope"], 6))
        )
        names = {
            "forward": translate("gradients", "forward (f(x+h) − f(x)) / h"),
            "central": translate("gradients", "central (f(x+h) − f(x−h)) / 2h"),
            "exact": translate("gradients", "exact, by backpropagation through f"),
        }
        rows = []
        for name, words in names.items():
            error = abs(scalars[name] - scalars["exact"])
            rows.append([words, number(scalars[name], 16), power(error) if error else "0"])
        drawn = list(names).index(self.params.difference)
        self.table.show_rows(rows, bold=[(drawn, column) for column in range(3)])

    def dress(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.plot.apply_theme(theme)
        self._curve.setPen(pg.mkPen(theme.curve(CURVE), width=2.5))
        self._line.setPen(pg.mkPen(theme.curve(LINE), width=2))
        self._exact.setPen(pg.mkPen(theme.muted, width=1.5, style=Qt.PenStyle.DashLine))
        self._points.setBrush(pg.mkBrush(theme.curve(LINE)))
        self._points.setPen(pg.mkPen(theme.plot))
        self._point.setBrush(pg.mkBrush(None))
        self._point.setPen(pg.mkPen(theme.text, width=2.5))
        self._slope.setColor(theme.text)
        self.table.apply_theme(theme)

    def write(self) -> None:
        """Set every word anew."""
        self.plot.set_titles("x", "f(x)")
        self.plot.setToolTip(translate("gradients", "Drag or click to move the point along x"))
        self.plot.setAccessibleName(translate("gradients", "The curve and its tangent"))
        self.table.set_header(
            [
                translate("gradients", "difference"),
                translate("gradients", "slope"),
                translate("gradients", "error"),
            ]
        )
        self.table.setAccessibleName(translate("gradients", "The slope in numbers"))
        self.table.setToolTip(translate("gradients", "In bold: the difference that is drawn"))

    def _moved(self, start: QPointF, end: QPointF) -> None:
        low, high = (getattr(self.params.specs()["x"], side) for side in ("minimum", "maximum"))
        self.edited.emit({"x": round(min(max(end.x(), low), high), 2)})

    def _read(self, x: float, y: float) -> str:
        if self.frame is None:
            return ""
        grid = self.frame.arrays["x"]
        at = int(np.abs(grid - x).argmin())
        place = number(float(grid[at]), 4)
        if not self.frame.arrays["defined"][at]:
            return translate("gradients", "f({x}) is not defined", x=place)
        return f"f({place}) = {number(float(self.frame.arrays['y'][at]), 5)}"
