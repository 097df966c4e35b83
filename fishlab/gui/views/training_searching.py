"""Mode "search": the trials from above, and the curves of the best."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fishlab.experiment import Frame
from fishlab.gui.theme import LIGHT, Theme
from fishlab.gui.translation import shown, translate

from .training_best import BestCurves
from .training_key import Entry, Key
from .training_picture import Picture
from .training_scatter import Scatter, diameter, shade
from .training_strokes import DASHED, PLAIN, SET_LABELS, SOLID, pen, swatch

EXAMPLES = (0.2, 0.5, 0.8)


class Searching(Picture):
    """Two plots of one frame, each with its key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self.scatter = Scatter()
        self.best = BestCurves()
        self.sizes, self.strokes = Key(), Key()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for key, plot, share in ((self.sizes, self.scatter, 4), (self.strokes, self.best, 3)):
            column = QVBoxLayout()
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(key)
            column.addWidget(plot, 1)
            layout.addLayout(column, share)

    def show_frame(self, frame: Frame) -> None:
        """Draw the search as it stood at this frame."""
        self.scatter.show_frame(frame)
        self.best.show_frame(frame)

    def clear_run(self) -> None:
        """Take everything away."""
        self.scatter.clear_run()
        self.best.clear_run()

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        self.scatter.apply_theme(theme)
        self.best.apply_theme(theme)
        self._name()

    def retranslate(self) -> None:
        """Set every word anew."""
        self.scatter.retranslate()
        self.best.retranslate()
        self.sizes.setToolTip(
            translate(
                "training",
                "Drag a rectangle round the best circles to search there; double-click for the "
                "book's range",
            )
        )
        self._name()

    def _name(self) -> None:
        theme = self._theme
        sizes: list[Entry] = [(None, translate("training", "validation accuracy"))]
        for score in EXAMPLES:
            picture = swatch(
                None, theme, "o", diameter(score), shade(score, theme), width=26, height=26
            )
            sizes.append((picture, f"{score:.0%}"))
        self.sizes.show_entries(sizes)
        under_way = pg.mkPen(theme.muted, width=1.4)
        self.strokes.show_entries(
            [
                (swatch(pen(PLAIN, theme, SOLID), theme), shown(SET_LABELS["validation"])),
                (swatch(pen(PLAIN, theme, DASHED), theme), shown(SET_LABELS["train"])),
                (swatch(under_way, theme), translate("training", "now")),
            ]
        )
