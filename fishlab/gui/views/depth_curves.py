"""Curves of the modes that take their time: few images, half precision, and from scratch."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fishlab.experiment import Frame, History
from fishlab.gui.numbers import number
from fishlab.gui.theme import LIGHT, Theme
from fishlab.gui.translation import translate
from fishlab.gui.widgets.plot import Plot

from .cnn_images import Grid
from .depth_panel import Panel
from .training_key import Key
from .training_strokes import DASHED, SOLID, swatch

NEAR = 0.03
"""So close to a point, its digit is meant."""

Stroke = tuple[int, tuple[float, ...]]


class CurvesPanel(Panel):
    """Plots side by side, each with some scalars of the history up to the frame that is shown.

    plots: name -> the scalars in it. strokes: scalar -> number of its colour, its dashes.
    """

    plots: ClassVar[dict[str, tuple[str, ...]]] = {}
    strokes: ClassVar[dict[str, Stroke]] = {}
    shares: ClassVar[tuple[str, ...]] = ()
    """Plots whose axis goes from 0 to 1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._series: dict[str, tuple[np.ndarray, np.ndarray]] = {}
        self.key = Key()
        self.canvases = {name: Plot() for name in self.plots}
        self.curves: dict[str, pg.PlotDataItem] = {}
        self.row = QHBoxLayout()
        for name, canvas in self.canvases.items():
            canvas.setMouseEnabled(False, False)
            canvas.set_readout(partial(self._read, name))
            for scalar in self.plots[name]:
                self.curves[scalar] = pg.PlotDataItem()
                canvas.addItem(self.curves[scalar])
            self.row.addWidget(canvas)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(8, 0, 8, 8)
        self.column.addWidget(self.key)
        self.column.addLayout(self.row, 3)

    def titles(self) -> dict[str, str]:
        """Return the title of every plot's axis."""
        raise NotImplementedError

    def names(self) -> dict[str, str]:
        """Return the words for every scalar."""
        raise NotImplementedError

    def show_frame(self, frame: Frame, history: History) -> None:
        """Draw the curves up to this frame."""
        for scalar, curve in self.curves.items():
            steps, values = history.series(scalar)
            seen = steps <= frame.step
            self._series[scalar] = steps[seen], values[seen]
            curve.setData(*self._series[scalar])
        for name, canvas in self.canvases.items():
            canvas.setXRange(0, max(frame.total or 1, 1), padding=0.02)
            if name in self.shares:
                drawn = [self._series[s][1] for s in self.plots[name] if len(self._series[s][1])]
                low = min((float(values.min()) for values in drawn), default=0.0)
                canvas.setYRange(0.0 if low < 0.9 else 0.9, 1, padding=0.03)
        self._say_key()

    def clear(self) -> None:
        """Take the curves away."""
        self._series = {}
        for curve in self.curves.values():
            curve.setData([], [])

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        for canvas in self.canvases.values():
            canvas.apply_theme(theme)
        for scalar, curve in self.curves.items():
            curve.setPen(self._pen(scalar))
        self._say_key()

    def retranslate(self) -> None:
        """Set every word anew."""
        titles = self.titles()
        for name, canvas in self.canvases.items():
            canvas.set_titles(self.across(), titles[name])
            canvas.setAccessibleName(titles[name])
            canvas.setToolTip(titles[name])
        self._say_key()

    def across(self) -> str:
        """Return the title of the axis that goes across."""
        return translate("depth", "step")

    def _pen(self, scalar: str) -> QPen:
        colour, dashes = self.strokes[scalar]
        return pg.mkPen(self._theme.curve(colour), width=2.0, dash=list(dashes) or None)

    def _say_key(self) -> None:
        entries, said = [], set()
        for scalar, words in self.names().items():
            if words not in said:
                said.add(words)
                entries.append((swatch(self._pen(scalar), self._theme), words))
        self.key.show_entries(entries)

    def _read(self, name: str, x: float, y: float) -> str:
        names = self.names()
        lines: list[str] = []
        for scalar in self.plots[name]:
            steps, values = self._series.get(scalar, (np.empty(0), np.empty(0)))
            if len(steps):
                k = int(np.abs(steps - x).argmin())
                if not lines:
                    lines.append(f"{self.across()} {int(steps[k])}")
                lines.append(f"{names[scalar]}  {values[k]:.4g}")
        return "\n".join(lines)


class FewPanel(CurvesPanel):
    """Loss and accuracy of the two networks, and the newest changed images."""

    plots: ClassVar = {
        "loss": ("loss.plain", "loss.changed"),
        "accuracy": ("accuracy.plain", "accuracy.changed"),
    }
    strokes: ClassVar = {
        "loss.plain": (4, DASHED), "loss.changed": (0, SOLID),
        "accuracy.plain": (4, DASHED), "accuracy.changed": (0, SOLID),
    }  # fmt: skip
    shares = ("accuracy",)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: Frame | None = None
        self.batch = Grid()
        self.column.addWidget(self.batch, 1)

    def show_frame(self, frame: Frame, history: History) -> None:
        """Draw the curves and the images."""
        super().show_frame(frame, history)
        self._frame = frame
        self._show_batch()

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        super().apply_theme(theme)
        self.batch.apply_theme(theme)

    def retranslate(self) -> None:
        """Set every word anew."""
        super().retranslate()
        self.batch.setAccessibleName(translate("depth", "Images of the newest batch, changed"))
        self.batch.setToolTip(translate("depth", "As the second network sees them"))
        if self._frame is not None:
            self._show_batch()

    def titles(self) -> dict[str, str]:
        return {
            "loss": translate("depth", "loss of the batch"),
            "accuracy": translate("depth", "test accuracy"),
        }

    def names(self) -> dict[str, str]:
        plain = translate("depth", "images as they are")
        changed = translate("depth", "changed every time")
        return {
            "loss.plain": plain, "loss.changed": changed,
            "accuracy.plain": plain, "accuracy.changed": changed,
        }  # fmt: skip

    def _show_batch(self) -> None:
        assert self._frame is not None
        images = self._frame.arrays["batch"]
        title = translate("depth", "the newest images, changed")
        self.batch.show_maps(images, title, [""] * len(images))


class HalfPanel(CurvesPanel):
    """Accuracy so far in single and in half precision, and each digit's probability in both."""

    plots: ClassVar = {"accuracy": ("accuracy.single", "accuracy.half", "agreement")}
    strokes: ClassVar = {
        "accuracy.single": (0, SOLID), "accuracy.half": (4, DASHED), "agreement": (2, (1.5, 2.5))
    }  # fmt: skip
    shares = ("accuracy",)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: Frame | None = None
        self.sure = Plot()
        self.sure.setMouseEnabled(False, False)
        self.sure.set_readout(self._read_digit)
        self.sure.setXRange(0, 1, padding=0.04)
        self.sure.setYRange(0, 1, padding=0.04)
        self._equal = pg.PlotCurveItem([0.0, 1.0], [0.0, 1.0])
        self.points = pg.ScatterPlotItem(size=8, pxMode=True)
        for item in (self._equal, self.points):
            self.sure.addItem(item, ignoreBounds=True)
        self.row.addWidget(self.sure)
        self.odd = Grid()
        self.odd.words = self._words
        self.column.addWidget(self.odd, 1)

    def show_frame(self, frame: Frame, history: History) -> None:
        """Draw the curves, the points, and the digits on which the two differ most."""
        super().show_frame(frame, history)
        self._frame = frame
        self.points.setData(*frame.arrays["sure"])
        self._show_odd()

    def clear(self) -> None:
        """Take curves and points away."""
        super().clear()
        self._frame = None
        self.points.setData([], [])

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        super().apply_theme(theme)
        self.sure.apply_theme(theme)
        self.odd.apply_theme(theme)
        self._equal.setPen(pg.mkPen(theme.muted, width=1, dash=[3, 3]))
        fill = QColor(theme.curve(0))
        fill.setAlpha(110)
        self.points.setBrush(pg.mkBrush(fill))
        self.points.setPen(pg.mkPen(theme.curve(0), width=1))

    def retranslate(self) -> None:
        """Set every word anew."""
        super().retranslate()
        self.sure.set_titles(
            translate("depth", "probability of the label, single"),
            translate("depth", "probability of the label, half"),
        )
        name = translate("depth", "A point a digit: on the dashed line both are equally sure")
        self.sure.setAccessibleName(name)
        self.sure.setToolTip(name)
        self.odd.setAccessibleName(translate("depth", "Digits on which the two differ most"))
        self.odd.setToolTip(translate("depth", "Rest on a digit to see its probabilities"))
        if self._frame is not None:
            self._show_odd()

    def _show_odd(self) -> None:
        assert self._frame is not None
        arrays = self._frame.arrays
        title = translate("depth", "where the probabilities differ most, and by how much")
        captions = [number(by, 2) for by in arrays["odd_by"].tolist()]
        self.odd.show_maps(arrays["odd_images"], title, captions)

    def _words(self, k: int) -> str:
        assert self._frame is not None
        return self._words_of(int(self._frame.arrays["odd"][k]))

    def _words_of(self, number: int) -> str:
        assert self._frame is not None
        arrays = self._frame.arrays
        return translate(
            "depth",
            "digit {number}, label {label}: probability {single} in single, {half} in half",
            number=number,
            label=int(arrays["labels"][number]),
            single=f"{arrays['sure'][0, number]:.5f}",
            half=f"{arrays['sure'][1, number]:.5f}",
        )

    def _read_digit(self, x: float, y: float) -> str:
        """Say which digit the point next to the mouse is."""
        if self._frame is None:
            return ""
        single, half = self._frame.arrays["sure"]
        away = np.hypot(single - x, half - y)
        number = int(away.argmin())
        return self._words_of(number) if away[number] < NEAR else ""

    def titles(self) -> dict[str, str]:
        return {"accuracy": translate("depth", "share of the digits read so far")}

    def names(self) -> dict[str, str]:
        return {
            "accuracy.single": translate("depth", "right in single precision"),
            "accuracy.half": translate("depth", "right in half precision"),
            "agreement": translate("depth", "read alike by both"),
        }

    def across(self) -> str:
        return translate("depth", "step of 20 digits")


class ScratchPanel(CurvesPanel):
    """Loss of every batch, accuracy after every epoch."""

    plots: ClassVar = {"loss": ("loss",), "accuracy": ("test_accuracy",)}
    strokes: ClassVar = {"loss": (0, SOLID), "test_accuracy": (4, DASHED)}

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.curves["test_accuracy"].setSymbol("o")

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        super().apply_theme(theme)
        colour = theme.curve(self.strokes["test_accuracy"][0])
        self.curves["test_accuracy"].setSymbolBrush(colour)
        self.curves["test_accuracy"].setSymbolPen(colour)

    def titles(self) -> dict[str, str]:
        return {
            "loss": translate("depth", "loss of the batch"),
            "accuracy": translate("depth", "test accuracy"),
        }

    def names(self) -> dict[str, str]:
        return {
            "loss": translate("depth", "loss of the batch"),
            "test_accuracy": translate("depth", "accuracy on 1,000 test digits"),
        }
