"""Picture of the gradient check: every number both ways, the differences, and the price."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fishlab.experiment import Frame
from fishlab.gui.theme import Theme
from fishlab.gui.translation import translate
from fishlab.gui.widgets.plot import Plot

from .gradients_grip import grid_behind
from .gradients_numbers import Numbers, number, power
from .gradients_panel import Panel

NAMES = ("W1", "b1", "W2", "b2")
SYMBOLS = ("o", "s", "t1", "d")
COLOURS = (0, 4, 2, 3)
SIDE_WIDTH = 400
CATCH = 8.0


class CheckPanel(Panel):
    """Numerical against backprop as a scatter; parameters, passes and time beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scatter = Plot()
        self._dots = [pg.ScatterPlotItem(size=8, symbol=symbol, pxMode=True) for symbol in SYMBOLS]
        self._diagonal = pg.InfiniteLine((0, 0), angle=45)
        self.scatter.addItem(self._diagonal, ignoreBounds=True)
        for dots in self._dots:
            self.scatter.addItem(dots, ignoreBounds=True)
        self.scatter.setMouseEnabled(False, False)
        self.scatter.set_readout(self._read)
        grid_behind(self.scatter)
        self.table, self.prices = Numbers(), Numbers()
        self.time = Plot()
        self._bars = pg.BarGraphItem(x0=[], x1=[], y=[], height=0.6)
        self._words = [pg.TextItem(anchor=(0, 0.5)) for _ in range(2)]
        self.time.addItem(self._bars, ignoreBounds=True)
        for word in self._words:
            self.time.addItem(word, ignoreBounds=True)
        self.time.setMouseEnabled(False, False)
        self.time.setYRange(-0.6, 1.6, padding=0)
        self.time.showGrid(x=True, y=False)
        grid_behind(self.time)
        side = QWidget()
        side.setFixedWidth(SIDE_WIDTH)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        column.addSpacing(8)
        column.addWidget(self.prices)
        column.addWidget(self.time, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.scatter, 1)
        layout.addWidget(side)

    def draw(self, frame: Frame) -> None:
        """Draw what has been differentiated so far."""
        arrays, scalars = frame.arrays, frame.scalars
        numeric, backprop, owner = (arrays[n] for n in ("numeric", "backprop", "owner"))
        reach = max(float(np.abs(numeric).max()), float(np.abs(backprop).max()), 1e-9) * 1.08
        self.scatter.setRange(xRange=(-reach, reach), yRange=(-reach, reach), padding=0)
        for k, dots in enumerate(self._dots):
            mine = owner == k
            dots.setData(backprop[mine].astype(float), numeric[mine].astype(float))
        rows = []
        for k, name in enumerate(NAMES):
            known, size = int(arrays["known"][k]), int(arrays["sizes"][k])
            shape = "×".join(str(n) for n in arrays["shapes"][k] if n > 1) or "1"
            known_text = f"{known:,}" if known == size else f"{known:,} / {size:,}"
            gaps = [power(float(arrays[n][k])) if known else "–" for n in ("mean", "largest")]
            rows.append([f"{name} ({shape})", known_text, *gaps])
        self.table.show_rows(rows, inks=[self.theme.curve(colour) for colour in COLOURS])
        seconds = scalars["seconds.numerical"], scalars["seconds.backprop"]
        milliseconds = [_counted(1000 * value) for value in seconds]
        self.prices.show_rows(
            [
                [translate("gradients", "forward passes"), f"{scalars['passes']:,.0f}", "1"],
                [translate("gradients", "backward passes"), "0", "1"],
                [translate("gradients", "milliseconds"), *milliseconds],
            ]
        )
        inks = [self.theme.curve(colour) for colour in (1, 2)]
        self._bars.setOpts(
            x0=[0, 0], x1=list(seconds), y=[1, 0], brushes=[pg.mkBrush(ink) for ink in inks]
        )
        far = max(seconds)
        self.time.setXRange(0, 1.35 * far, padding=0)
        for word, value, text, y in zip(self._words, seconds, milliseconds, (1, 0), strict=True):
            word.setPos(value, y)
            word.setText(translate("gradients", "{time} ms", time=text))

    def clear(self) -> None:
        """Take the dots away."""
        for dots in self._dots:
            dots.clear()

    def dress(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        for plot in (self.scatter, self.time):
            plot.apply_theme(theme)
        for table in (self.table, self.prices):
            table.apply_theme(theme)
        self._diagonal.setPen(pg.mkPen(theme.muted, width=1.2, style=Qt.PenStyle.DashLine))
        self._bars.setOpts(pen=pg.mkPen(theme.plot))
        for dots, colour in zip(self._dots, COLOURS, strict=True):
            ink = pg.mkColor(theme.curve(colour))
            ink.setAlpha(170)
            dots.setBrush(pg.mkBrush(ink))
            dots.setPen(pg.mkPen(theme.plot, width=0.5))
        for word in self._words:
            word.setColor(theme.text)

    def write(self) -> None:
        """Set every word anew."""
        numerical = translate("gradients", "numerical")
        backprop = translate("gradients", "backprop")
        self.scatter.set_titles(
            translate("gradients", "gradient by backprop"),
            translate("gradients", "numerical gradient"),
        )
        self.scatter.setAccessibleName(
            translate("gradients", "Numerical gradient against backprop, number by number")
        )
        self.scatter.setToolTip(translate("gradients", "Rest on a dot to read it"))
        self.table.set_header(
            [
                translate("gradients", "parameter"),
                translate("gradients", "numbers"),
                translate("gradients", "mean gap"),
                translate("gradients", "largest gap"),
            ]
        )
        self.table.setAccessibleName(translate("gradients", "Difference of each parameter"))
        self.table.setToolTip(
            translate("gradients", "How far the two gradients of a parameter lie apart")
        )
        self.prices.set_header(["", numerical, backprop], named=True)
        self.prices.setAccessibleName(translate("gradients", "What either gradient costs"))
        self.prices.setToolTip(translate("gradients", "Passes through the network, and the time"))
        self.time.getAxis("left").setTicks([[(1, numerical), (0, backprop)]])
        self.time.set_titles(translate("gradients", "seconds"), "")
        self.time.setAccessibleName(translate("gradients", "Time of either gradient"))
        self.time.setToolTip(translate("gradients", "The shorter the bar, the faster"))

    def _read(self, x: float, y: float) -> str:
        """Say which number of which parameter is under the mouse."""
        if self.frame is None:
            return ""
        arrays = self.frame.arrays
        places = np.column_stack((arrays["backprop"], arrays["numeric"])).astype(float)
        offsets = (places - np.array([x, y])) / np.array(self.scatter.getViewBox().viewPixelSize())
        distances = np.hypot(offsets[:, 0], offsets[:, 1])
        nearest = int(distances.argmin())
        if distances[nearest] > CATCH:
            return ""
        return translate(
            "gradients",
            "{name}: numerical {numeric}, backprop {backprop}",
            name=NAMES[int(arrays["owner"][nearest])],
            numeric=number(float(places[nearest, 1]), 6),
            backprop=number(float(places[nearest, 0]), 6),
        )


def _counted(milliseconds: float) -> str:
    """Return a time with three digits that count; a long one in whole milliseconds."""
    return f"{milliseconds:,.0f}" if milliseconds >= 100 else number(milliseconds, 3)
