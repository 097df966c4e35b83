"""Picture of the linear mode: a net of lines through every layer, and through one single layer.

Above, the net before the layers and after each of them. Below left the last of these, large; below
right what a single layer makes of the same net, with a ring where the layers put each crossing.
"""

from __future__ import annotations

from functools import partial

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from fishlab.experiment import Frame
from fishlab.gui.theme import LIGHT, Theme
from fishlab.gui.translation import shown, translate
from fishlab.gui.widgets.plot import Plot
from fishlab.labs.activations_collapse import LINE_POINTS, NET_LINES
from fishlab.labs.activations_functions import FUNCTIONS
from fishlab.labs.activations_params import ActivationsParams

from .activations_strokes import grid_behind

STRIP_HEIGHT = 132
SUBSCRIPTS = "₁₂₃₄₅₆₇₈"
CORNER_SYMBOLS = ("o", "s", "t", "d")
# Every fifth point of a line is a crossing with one of the other nine.
CROSSING = (LINE_POINTS - 1) // (NET_LINES - 1)


class Net:
    """The items of one net in one plot: lines each way, the middle ones thick, marked corners."""

    def __init__(self, plot: Plot, corner_size: int) -> None:
        self.plot = plot
        self._upright = pg.PlotCurveItem()
        self._level = pg.PlotCurveItem()
        self._middle = pg.PlotCurveItem()
        self._corners = pg.ScatterPlotItem(size=corner_size, pxMode=True)
        for item in (self._upright, self._level, self._middle, self._corners):
            plot.addItem(item)
        plot.setMouseEnabled(False, False)
        plot.setAspectLocked(True)
        grid_behind(plot)

    def set_net(self, net: NDArray[np.float64]) -> None:
        """Draw net (18, 41, 2): nine upright lines, then nine level ones."""
        upright, level = net[:NET_LINES], net[NET_LINES:]
        _set_lines(self._upright, upright)
        _set_lines(self._level, level)
        _set_lines(self._middle, np.stack([upright[NET_LINES // 2], level[NET_LINES // 2]]))
        corners = np.stack([upright[0, 0], upright[0, -1], upright[-1, -1], upright[-1, 0]])
        self._corners.setData(corners[:, 0], corners[:, 1], symbol=list(CORNER_SYMBOLS))

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.plot.apply_theme(theme)
        self._upright.setPen(pg.mkPen(theme.curve(0), width=1.5))
        self._level.setPen(pg.mkPen(theme.curve(4), width=1.5))
        self._middle.setPen(pg.mkPen(theme.text, width=2.2))
        self._corners.setPen(pg.mkPen(theme.plot, width=1))
        self._corners.setBrush(pg.mkBrush(theme.text))


def _set_lines(item: pg.PlotCurveItem, lines: NDArray[np.float64]) -> None:
    """Draw lines (m, n, 2), each by itself."""
    connect = np.ones(lines.shape[:2], dtype=bool)
    connect[:, -1] = False
    item.setData(lines[..., 0].ravel(), lines[..., 1].ravel(), connect=connect.ravel())


def pair(values: NDArray[np.floating]) -> str:
    """Return the two values in brackets, with real minus signs."""
    return f"({values[0]:.3f}, {values[1]:.3f})".replace("-", "−")


class CollapsePanel(QWidget):
    """Shows a frame of `labs.activations_collapse`."""

    edited = Signal(dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._frame: Frame | None = None
        self._between = ""

        self.steps: list[Net] = []
        self._captions: list[QLabel] = []
        self._strip = QHBoxLayout()
        self._through = Net(Plot(), 11)
        self._single = Net(Plot(), 11)
        for net, name in ((self._through, "layers"), (self._single, "single")):
            net.plot.set_readout(partial(self._read, name))
        self._rings = pg.ScatterPlotItem(size=8, pxMode=True, brush=None)
        self._errors = pg.PlotCurveItem(connect="pairs")
        for item in (self._errors, self._rings):
            self._single.plot.addItem(item)
        self._through_title = QLabel()
        self._single_title = QLabel()
        self._matrix, self.difference, self.share = QLabel(), QLabel(), QLabel()
        self._lay_out()

    def show_params(self, params: ActivationsParams) -> None:
        """Name the function between the layers."""
        self._between = params.between
        self._caption()

    def show_frame(self, frame: Frame) -> None:
        """Draw the net after every layer and after the single one."""
        self._frame = frame
        layers, single = frame.arrays["layers"], frame.arrays["single"]
        while len(self.steps) < len(layers):
            self._add_step()
        for k, (step, caption) in enumerate(zip(self.steps, self._captions, strict=True)):
            visible = k < len(layers)
            step.plot.setVisible(visible)
            caption.setVisible(visible)
            if visible:
                step.set_net(layers[k])
        self._through.set_net(layers[-1])
        self._single.set_net(single)
        # The same window on both, so that they can be compared at a glance.
        corners = np.concatenate([layers[-1], single]).reshape(-1, 2)
        (left, bottom), (right, top) = corners.min(axis=0), corners.max(axis=0)
        for net in (self._through, self._single):
            net.plot.setRange(QRectF(left, bottom, right - left, top - bottom), padding=0.06)
        crossings = layers[-1][:NET_LINES, ::CROSSING].reshape(-1, 2)
        answers = single[:NET_LINES, ::CROSSING].reshape(-1, 2)
        self._rings.setData(crossings[:, 0], crossings[:, 1])
        pairs = np.stack([answers, crossings], axis=1).reshape(-1, 2)
        self._errors.setData(pairs[:, 0], pairs[:, 1])
        self._write_numbers(frame)
        self._caption()

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        for net in (*self.steps, self._through, self._single):
            net.apply_theme(theme)
        self._rings.setPen(pg.mkPen(theme.text, width=1.4))
        self._errors.setPen(pg.mkPen(theme.bad, width=1))

    def retranslate(self) -> None:
        """Set every word anew."""
        self._through.plot.setAccessibleName(translate("activations", "Through the layers"))
        self._single.plot.setAccessibleName(translate("activations", "Through a single layer"))
        self._through.plot.setToolTip(
            translate(
                "activations", "The net of lines after the last layer; its four corners are marked"
            )
        )
        self._single.plot.setToolTip(
            translate("activations", "Rings: where the layers put the crossings of the net")
        )
        if self._frame is not None:
            self.show_frame(self._frame)

    def _add_step(self) -> None:
        """Add one more small net to the strip."""
        step, caption = Net(Plot(), 6), QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        step.apply_theme(self._theme)
        step.plot.hideAxis("left")
        step.plot.hideAxis("bottom")
        step.plot.setFixedHeight(STRIP_HEIGHT)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(caption)
        column.addWidget(step.plot)
        self._strip.addLayout(column)
        self.steps.append(step)
        self._captions.append(caption)

    def _read(self, name: str, x: float, y: float) -> str:
        """Return the point of the net nearest to the mouse: where it came from and went to."""
        if self._frame is None:
            return ""
        inputs = self._frame.arrays["layers"][0].reshape(-1, 2)
        outputs = self._frame.arrays[name].reshape(-1, *inputs.shape)[-1]
        nearest = np.abs(outputs - (x, y)).sum(axis=1).argmin()
        return f"{pair(inputs[nearest])} → {pair(outputs[nearest])}"

    def _caption(self) -> None:
        """Write what stands above each net."""
        if self._frame is None:
            return
        depth = len(self._frame.arrays["layers"]) - 1
        bent = self._between != "identity" and depth > 1
        h = shown(next(c.label for c in FUNCTIONS if c.value == self._between)) if bent else ""
        for k, (step, caption) in enumerate(zip(self.steps, self._captions, strict=True)):
            name = (
                translate("activations", "After layer {number}", number=k)
                if k
                else translate("activations", "Input")
            )
            step.plot.setAccessibleName(name)
            step.plot.setToolTip(name)
            if k == 0:
                caption.setText(translate("activations", "Input x"))
                continue
            affine = f"· W{SUBSCRIPTS[k - 1]} + b{SUBSCRIPTS[k - 1]}"
            caption.setText(f"{affine} → {h}" if bent and k < depth else affine)
        self._through_title.setText(
            translate("activations", "Through {depth} layers, one after another", depth=depth)
        )
        self._single_title.setText(
            translate("activations", "Through the one layer that comes nearest (least squares)")
            if bent
            else translate("activations", "Through one layer: the product of the matrices")
        )

    def _write_numbers(self, frame: Frame) -> None:
        W, b = frame.arrays["weight"], frame.arrays["bias"]  # noqa: N806 (the book's names)
        self._matrix.setText(f"W = ({pair(W[0])}, {pair(W[1])})   b = {pair(b)}")
        self.difference.setText(
            translate(
                "activations",
                "Largest difference: {difference}",
                difference=f"<b>{frame.scalars['max_difference']:.2g}</b>",
            )
        )
        self.share.setText(
            translate(
                "activations",
                "Variance missed: {share}",
                share=f"<b>{frame.scalars['unexplained']:.2%}</b>",
            )
        )

    def _lay_out(self) -> None:
        self._strip.setSpacing(4)
        large = QHBoxLayout()
        for title, net in (
            (self._through_title, self._through),
            (self._single_title, self._single),
        ):
            column = QVBoxLayout()
            column.addWidget(title)
            column.addWidget(net.plot, 1)
            large.addLayout(column)
        numbers = QHBoxLayout()
        for label in (self._matrix, self.difference, self.share):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            numbers.addWidget(label)
        numbers.insertStretch(1, 1)
        numbers.setSpacing(24)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._strip)
        layout.addLayout(large, 1)
        layout.addLayout(numbers)
