"""The gradient check: a bar for each parameter on a logarithmic axis, and the numbers beside it."""

from __future__ import annotations

import math

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from fishlab.experiment import Frame
from fishlab.gui.theme import Theme
from fishlab.gui.translation import translate
from fishlab.gui.widgets.plot import Plot
from fishlab.labs.backprop_check import LIMIT, WRONG
from fishlab.labs.backprop_layers import written_shape

from .backprop_panel import Panel
from .gradients_grip import grid_behind
from .gradients_numbers import Numbers, number, power

FLOOR, CEILING = -18.0, 1.0
"""Powers of ten at the ends of the axis."""
SIDE_WIDTH = 430
AXIS_WIDTH = 62
CATCH = 8.0


class CheckPanel(Panel):
    """Bars on the left; table and scatter of numerical against backprop on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bars = Plot()
        self._bars = pg.BarGraphItem(x0=[], x1=[], y=[], height=0.6)
        self._largest = pg.ScatterPlotItem(size=11, symbol="d")
        self._limit = pg.InfiniteLine(math.log10(LIMIT), angle=90)
        self._limit_word = pg.TextItem(anchor=(1.02, 0))
        for item in (self._bars, self._largest, self._limit, self._limit_word):
            self.bars.addItem(item, ignoreBounds=True)
        self.bars.setMouseEnabled(False, False)
        self.bars.setXRange(FLOOR, CEILING, padding=0)
        self.bars.getAxis("bottom").setTicks(
            [[(float(k), f"1e{k}".replace("-", "−")) for k in range(-18, 1, 3)], []]
        )
        self.bars.showGrid(x=True, y=False)
        self.bars.getAxis("left").setWidth(AXIS_WIDTH)
        self.bars.set_readout(self._read_bar)
        grid_behind(self.bars)
        self.table = Numbers()
        self.scatter = Plot()
        self._diagonal = pg.InfiniteLine((0, 0), angle=45)
        self._dots = pg.ScatterPlotItem(size=7, symbol="o")
        self.scatter.addItem(self._diagonal, ignoreBounds=True)
        self.scatter.addItem(self._dots, ignoreBounds=True)
        self.scatter.setMouseEnabled(False, False)
        self.scatter.set_readout(self._read_dot)
        grid_behind(self.scatter)
        side = QWidget()
        side.setMinimumWidth(SIDE_WIDTH)
        side.setMaximumWidth(SIDE_WIDTH)
        side.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        column.addWidget(self.scatter, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.bars, 1)
        layout.addWidget(side)

    def draw(self, frame: Frame) -> None:
        """Draw what has been checked so far."""
        arrays = frame.arrays
        names = arrays["names"].tolist()
        count = len(names)
        means = [*arrays["mean"].tolist(), frame.scalars.get("difference", 0.0)]
        tops = [*arrays["largest"].tolist(), frame.scalars.get("largest", 0.0)]
        y = np.arange(count + 1, dtype=float)
        limits = [WRONG] * count + [LIMIT]
        right = [mean < limit for mean, limit in zip(means, limits, strict=True)]
        inks = [self.theme.curve(0 if good else 4) for good in right]
        self._bars.setOpts(
            x0=np.full(count + 1, FLOOR), x1=np.array([_place(mean) for mean in means]), y=y,
            brushes=[pg.mkBrush(ink) for ink in inks],
        )  # fmt: skip
        seen = np.array([top > 0 for top in tops])
        self._largest.setData(np.array([_place(top) for top in tops])[seen], y[seen])
        self.bars.setYRange(count + 0.6, -1.3, padding=0)
        self.bars.getViewBox().invertY(True)
        all_ = translate("backprop", "all")
        self.bars.getAxis("left").setTicks([list(enumerate([*names, all_])), []])
        rows = []
        for k, name in enumerate(names):
            known, asked = int(arrays["known"][k]), int(arrays["asked"][k])
            kinks = int(arrays["kinks"][k])
            checked = f"{known} / {asked}" if known < asked else str(known)
            checked += f" (−{kinks})" if kinks else ""
            gap = f"{power(means[k])} {'✓' if right[k] else '≠'}" if known else "–"
            rows.append([name, written_shape(arrays["shapes"][k]), checked, gap])
        self.table.show_rows(rows)
        backprop, numeric = arrays["backprop"], arrays["numeric"]
        reach = 1.08 * max(float(np.abs(both).max(initial=1e-9)) for both in (backprop, numeric))
        self.scatter.setRange(xRange=(-reach, reach), yRange=(-reach, reach), padding=0)
        self._dots.setData(backprop.astype(float), numeric.astype(float))

    def wipe(self) -> None:
        """Take the bars and dots away."""
        self._bars.setOpts(x0=[], x1=[], y=[], brushes=[])
        self._largest.clear()
        self._dots.clear()
        self.table.setRowCount(0)

    def dress(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        for plot in (self.bars, self.scatter):
            plot.apply_theme(theme)
        self.table.apply_theme(theme)
        self._bars.setOpts(pen=pg.mkPen(theme.plot))
        self._largest.setPen(pg.mkPen(theme.plot, width=0.8))
        self._largest.setBrush(pg.mkBrush(theme.text))
        self._limit.setPen(pg.mkPen(theme.bad, width=1.6, style=Qt.PenStyle.DashLine))
        self._limit_word.setColor(theme.bad)
        self._limit_word.setPos(math.log10(LIMIT), -1.25)
        self._diagonal.setPen(pg.mkPen(theme.muted, width=1.2, style=Qt.PenStyle.DashLine))
        ink = pg.mkColor(theme.curve(0))
        ink.setAlpha(170)
        self._dots.setBrush(pg.mkBrush(ink))
        self._dots.setPen(pg.mkPen(theme.plot, width=0.5))

    def write(self) -> None:
        """Set every word anew."""
        self.bars.set_titles(
            translate("backprop", "|backprop − numerical|: bar the mean, ◆ the largest"), ""
        )
        self.bars.setAccessibleName(
            translate("backprop", "Difference of the two gradients, parameter by parameter")
        )
        self.bars.setToolTip(
            translate("backprop", "Left of the dashed line, 1e−7, the two gradients are the same")
        )
        self._limit_word.setText(translate("backprop", "the same: below 1e−7"))
        self.table.set_header(
            [
                translate("backprop", "parameter"),
                translate("backprop", "shape"),
                translate("backprop", "numbers checked"),
                translate("backprop", "mean difference"),
            ]
        )
        self.table.setAccessibleName(translate("backprop", "Check of each parameter"))
        self.table.setToolTip(
            translate("backprop", "In parentheses: numbers left out, next to a kink of the loss")
        )
        self.scatter.set_titles(
            translate("backprop", "gradient by backprop"),
            translate("backprop", "numerical gradient"),
        )
        self.scatter.setAccessibleName(
            translate("backprop", "Numerical gradient against backprop, number by number")
        )
        self.scatter.setToolTip(translate("backprop", "Right gradients lie on the dashed line"))

    def _read_bar(self, x: float, y: float) -> str:
        """Say what the bar under the mouse is worth."""
        if self.frame is None:
            return ""
        arrays, scalars = self.frame.arrays, self.frame.scalars
        count = len(arrays["names"])
        k = round(y)
        if not 0 <= k <= count or abs(y - k) > 0.4:
            return ""
        whole = k == count
        return translate(
            "backprop",
            "{name}: mean difference {mean}, largest {largest}",
            name=translate("backprop", "all") if whole else str(arrays["names"][k]),
            mean=power(scalars.get("difference", 0.0) if whole else float(arrays["mean"][k])),
            largest=power(scalars.get("largest", 0.0) if whole else float(arrays["largest"][k])),
        )

    def _read_dot(self, x: float, y: float) -> str:
        """Say which number of which parameter is under the mouse."""
        if self.frame is None or not len(self.frame.arrays["owner"]):
            return ""
        arrays = self.frame.arrays
        places = np.column_stack((arrays["backprop"], arrays["numeric"])).astype(float)
        offsets = (places - np.array([x, y])) / np.array(self.scatter.getViewBox().viewPixelSize())
        distances = np.hypot(offsets[:, 0], offsets[:, 1])
        nearest = int(distances.argmin())
        if distances[nearest] > CATCH:
            return ""
        return translate(
            "backprop",
            "{name}: numerical {numeric}, backprop {backprop}",
            name=str(arrays["names"][int(arrays["owner"][nearest])]),
            numeric=number(float(places[nearest, 1]), 6),
            backprop=number(float(places[nearest, 0]), 6),
        )


def _place(difference: float) -> float:
    """Return where a difference lies on the logarithmic axis; 0 at its left end."""
    return math.log10(min(max(difference, 10.0**FLOOR), 10.0**CEILING))
