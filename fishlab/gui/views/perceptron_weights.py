"""The space of weights: the region that makes the gate shaded, one's own weights as a dot."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from fishlab.gui.theme import LIGHT, Theme
from fishlab.gui.translation import translate
from fishlab.gui.widgets.plot import Plot
from fishlab.labs.perceptron_params import SPAN


class SpaceOfWeights(Plot):
    """Shows a region (rows w2, columns w1) and a dot that can be dragged: moved(w1, w2)."""

    moved = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = self.getViewBox()
        box.setAspectLocked(True)
        box.setMouseEnabled(False, False)
        self.setRange(xRange=(-SPAN, SPAN), yRange=(-SPAN, SPAN), padding=0.03)
        self.set_titles("w₁", "w₂")
        self._image = pg.ImageItem(axisOrder="row-major")
        self._image.setZValue(-10)
        self.addItem(self._image, ignoreBounds=True)
        self._dot = pg.TargetItem(size=18, movable=True)
        self.addItem(self._dot, ignoreBounds=True)
        self._dot.sigPositionChanged.connect(self._dragged)
        self._caption = pg.TextItem(anchor=(0.5, 0.5))
        self.addItem(self._caption, ignoreBounds=True)
        self._empty = False
        self.apply_theme(LIGHT)

    @property
    def dot(self) -> pg.TargetItem:
        """The dot of one's own weights."""
        return self._dot

    def show_region(self, region: np.ndarray) -> None:
        """Shade the region, (n, n) of 0 and 1."""
        self._image.setImage(region, autoLevels=False, levels=(0, 1))
        # The outermost cells have their middles at ±SPAN.
        reach = SPAN * (1 + 1 / (region.shape[0] - 1))
        self._image.setRect(QRectF(-reach, -reach, 2 * reach, 2 * reach))
        self._empty = not region.any()
        self._caption.setVisible(self._empty)

    def show_weights(self, w1: float, w2: float) -> None:
        """Put the dot there."""
        self._dot.blockSignals(True)
        self._dot.setPos(QPointF(w1, w2))
        self._dot.blockSignals(False)

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        super().apply_theme(theme)
        if not hasattr(self, "_caption"):  # called from the base's own __init__
            return
        shade = QColor(theme.curves[2])
        shade.setAlpha(120)
        table = np.array([(0, 0, 0, 0), shade.getRgb()], np.uint8)
        self._image.setLookupTable(table)
        self._dot.setPen(pg.mkPen(theme.text, width=2))
        self._dot.setHoverPen(pg.mkPen(theme.accent, width=3))
        self._dot.setBrush(pg.mkBrush(theme.curves[1]))
        self._caption.setColor(theme.muted)

    def retranslate(self) -> None:
        """Set every word anew."""
        self.setAccessibleName(translate("perceptron_view", "Space of weights"))
        self.setToolTip(
            translate(
                "perceptron_view",
                "Each place is a pair of weights; the shaded ones make the gate at this b. "
                "Drag the dot.",
            )
        )
        self._caption.setText(translate("perceptron_view", "no weights make this gate here"))
        self._caption.setPos(0, SPAN / 2)

    def _dragged(self, dot: pg.TargetItem) -> None:
        self.moved.emit(dot.pos().x(), dot.pos().y())
