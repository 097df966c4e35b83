"""One scalar of several runs against the step: each a line in its own stroke, seeds as a band."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QSignalBlocker, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from fishlab.experiment import Lab, Run
from fishlab.experiment.kept import Band, KeptRun

from .names import named
from .numbers import number
from .quantities import title_of
from .theme import LIGHT, Theme
from .translation import translate
from .widgets.plot import make_plot
from .widgets.stroke import steady

DASHES: tuple[tuple[float, ...], ...] = ((), (6.0, 3.0), (2.0, 2.0), (8.0, 2.0, 2.0, 2.0))
# More points than the plot has pixels only cost time.
MOST_POINTS = 2000


class RunsPlot(QWidget):
    """The plot, and above it the choice of the scalar and of a logarithmic axis."""

    scalar_chosen = Signal()

    def __init__(self, lab: Lab, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lab = lab
        self._theme = LIGHT
        self._run: Run | None = None
        self._kept: list[tuple[int, KeptRun]] = []
        self._items: list[pg.GraphicsObject] = []
        self._lines: list[tuple[str, Band]] = []
        self.chooser = named(QComboBox(), "runs_scalar")
        self.chooser.setMinimumContentsLength(10)
        self.chooser.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.logarithmic = named(QCheckBox(), "runs_logarithmic")
        self.plot = make_plot()
        self.plot.set_readout(self._read)
        top = QHBoxLayout()
        top.setContentsMargins(12, 0, 12, 0)
        top.setSpacing(8)
        top.addWidget(self.chooser, 1)
        top.addWidget(self.logarithmic)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 8)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self.plot, 1)
        self.chooser.currentIndexChanged.connect(self._choose)
        self.logarithmic.toggled.connect(self._draw)

    @property
    def scalar(self) -> str:
        """The scalar that is drawn; "" before any run has one."""
        return str(self.chooser.currentData() or "")

    @property
    def title(self) -> str:
        """What that scalar is called, with its unit."""
        return self.chooser.currentText()

    def show_runs(self, run: Run | None, kept: Sequence[tuple[int, KeptRun]]) -> None:
        """Draw the present run, and the kept ones, each by its number in the list."""
        self._run, self._kept = run, list(kept)
        self._offer()
        self._draw()

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        self.plot.apply_theme(theme)
        self._draw()

    def retranslate(self) -> None:
        """Say every word anew."""
        for index, name in enumerate(self._offered()):
            self.chooser.setItemText(index, title_of(self._lab, name))
        self.chooser.setToolTip(translate("runs", "Which number of the runs is drawn"))
        self.chooser.setAccessibleName(translate("runs", "Number that is drawn"))
        self.logarithmic.setText(translate("runs", "log"))
        self.logarithmic.setToolTip(translate("runs", "Logarithmic axis, for what is above 0"))
        self.logarithmic.setAccessibleName(translate("runs", "Logarithmic axis"))
        self.plot.setAccessibleName(translate("runs", "The runs laid over each other"))
        self.plot.setToolTip(
            translate("runs", "The present run is the thick line; a band is the spread over seeds")
        )
        self._draw()

    @Slot()
    def _choose(self) -> None:
        self.scalar_chosen.emit()

    def _offered(self) -> list[str]:
        return [self.chooser.itemData(index) for index in range(self.chooser.count())]

    def _offer(self) -> None:
        """Offer every scalar that a run has; the choice stays while it can."""
        names = list(self._run.history.names) if self._run is not None else []
        for _, run in self._kept:
            names += run.scalars
        names = list(dict.fromkeys(names))
        if names == self._offered():
            return
        chosen = self.scalar
        if chosen not in names:
            chosen = next((name for name in names if name.startswith("loss")), "")
        with QSignalBlocker(self.chooser):
            self.chooser.clear()
            for name in names:
                self.chooser.addItem(title_of(self._lab, name), name)
            self.chooser.setCurrentIndex(max(self.chooser.findData(chosen), 0))
        self.scalar_chosen.emit()

    @Slot()
    def _draw(self) -> None:
        for item in self._items:
            self.plot.removeItem(item)
        self._items, self._lines = [], []
        log = self.logarithmic.isChecked()
        self.plot.plotItem.setLogMode(False, log)
        for place, run in self._kept:
            self._add(run.name, run.band(self.scalar), pen(place, self._theme), log)
        if self._run is not None:
            steps, values = self._run.history.series(self.scalar)
            finite = np.isfinite(values)
            steps, values = steps[finite], values[finite]
            name = translate("runs", "present run")
            band = Band(steps, values, values, values)
            self._add(name, band, pg.mkPen(self._theme.text, width=2.6), log)
        self.plot.set_titles(translate("runs", "step"), self.title)

    def _add(self, name: str, band: Band, pen_: QPen, log: bool) -> None:
        if log:
            above = band.low > 0
            band = Band(*(part[above] for part in (band.steps, band.mean, band.low, band.high)))
        band = thinned(band)
        if not len(band.steps):
            return
        self._lines.append((name, band))
        if (band.high > band.low).any():
            edges = [pg.PlotCurveItem(), pg.PlotCurveItem()]
            for edge, values in zip(edges, (band.low, band.high), strict=True):
                edge.setData(band.steps, np.log10(values) if log else values)
            shade = QColor(pen_.color())
            shade.setAlpha(50)
            self._put(pg.FillBetweenItem(*edges, brush=pg.mkBrush(shade)))
        symbol = "o" if len(band.steps) == 1 else None
        self._put(
            pg.PlotDataItem(
                band.steps, band.mean, pen=pen_, symbol=symbol, symbolBrush=pen_.color()
            )
        )

    def _put(self, item: pg.GraphicsObject) -> None:
        self._items.append(item)
        self.plot.addItem(item)

    def _read(self, x: float, y: float) -> str:
        """Say the value of every run at the step under the mouse."""
        if not self._lines:
            return ""
        lines = [translate("runs", "step {step}", step=max(round(x), 0))]
        for name, band in self._lines:
            near = int(np.abs(band.steps - x).argmin())
            lines.append(f"{name}  {number(band.mean[near], 4)}")
        return "\n".join(lines)


def pen(number: int, theme: Theme, width: float = 1.8) -> QPen:
    """Return the stroke of kept run `number`: no two of 28 share colour and dashes."""
    dashes = DASHES[number // len(theme.curves) % len(DASHES)]
    return pg.mkPen(theme.curve(number), width=width, dash=list(dashes) or None)


def swatch(number: int, theme: Theme, width: int = 32, height: int = 16) -> QPixmap:
    """Return a piece of that stroke, for the table; it stays visible in a chosen row."""
    pixmap = QPixmap(2 * width, 2 * height)
    pixmap.setDevicePixelRatio(2.0)
    pixmap.fill(QColor(theme.plot))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(steady(pen(number, theme)))
    painter.drawLine(QPointF(1, height / 2), QPointF(width - 1, height / 2))
    painter.end()
    return pixmap


def thinned(band: Band) -> Band:
    """Return the band with at most so many points as can be seen; the last one stays."""
    count = len(band.steps)
    if count <= MOST_POINTS:
        return band
    rows = np.unique(np.linspace(0, count - 1, MOST_POINTS).astype(int))
    return Band(band.steps[rows], band.mean[rows], band.low[rows], band.high[rows])
