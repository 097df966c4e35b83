"""The perceptron lab's picture: the plane of inputs, the space of weights, two layers."""

from __future__ import annotations

from functools import cached_property
from typing import TypeVar

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from fishlab.experiment import Frame, History, Lab, Params
from fishlab.gui.theme import Theme
from fishlab.gui.translation import translate
from fishlab.gui.widgets.plot import Plot, make_plot
from fishlab.labs.perceptron import PerceptronLab
from fishlab.labs.perceptron_params import SPAN, PerceptronParams

from .base import View
from .perceptron_diagram import Diagram, Unit, Wire
from .perceptron_plane import Plane
from .perceptron_table import RIGHT, WRONG, Table
from .perceptron_weights import SpaceOfWeights
from .points_desk import PointsDesk, dropped_table

TABLE_ROWS = 50
# What stands beside the plane in each mode: the name of the attribute.
BESIDE = {"learn": "errors", "weights": "space", "stack": "after"}

AnyPlot = TypeVar("AnyPlot", bound=Plot)


class PerceptronView(View):
    """Left one plane, right another or the course of learning, with the truth table below.

    What stands on the right is made when it is first wanted: a plot takes longer than all the rest.
    """

    def __init__(self, lab: Lab, parent: QWidget | None = None) -> None:
        super().__init__(lab, parent)
        assert isinstance(lab, PerceptronLab)
        self._params = PerceptronParams()
        self._frame: Frame | None = None
        self._theme: Theme | None = None
        self.plane = Plane(draggable=True)
        self.diagram = Diagram()
        self._bars = pg.BarGraphItem(x=[], height=[], width=0.8)
        self.table = Table()
        self.equation = QLabel()
        self.equation.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.own = PointsDesk(lab.points_of_file)
        self._beside = QStackedWidget()
        self._build()
        self.plane.moved.connect(self._line_moved)
        self.plane.clicked.connect(self._point_added)
        self.plane.picked.connect(self._point_removed)
        self.own.chosen.connect(self._points_chosen)
        self.setAcceptDrops(True)

    @cached_property
    def errors(self) -> Plot:
        """The errors of each epoch."""
        plot = make_plot()
        plot.getViewBox().setMouseEnabled(False, False)
        plot.set_counts("left", "bottom")
        plot.addItem(self._bars)
        return self._placed_beside(plot)

    @cached_property
    def space(self) -> SpaceOfWeights:
        """The space of weights."""
        space = SpaceOfWeights()
        space.moved.connect(self._weights_moved)
        return self._placed_beside(space)

    @cached_property
    def after(self) -> Plane:
        """The plane after the first layer."""
        plane = Plane()
        plane.set_titles("s₁ = NAND", "s₂ = OR")
        return self._placed_beside(plane)

    def _placed_beside(self, plot: AnyPlot) -> AnyPlot:
        self._beside.addWidget(plot)
        if self._theme is not None:
            plot.apply_theme(self._theme)
        return plot

    def _made_beside(self) -> list[str]:
        return [name for name in BESIDE.values() if name in vars(self)]

    def _build(self) -> None:
        self._left = left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.plane, 1)
        left.addWidget(self.own)
        self._right = right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self._beside, 3)
        right.addWidget(self.diagram, 2)
        # The table has a largest height: beyond that all the room is for the pictures.
        right.addWidget(self.table, 3)
        right.addStretch(0)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(left, 3)
        row.addLayout(right, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.equation)
        layout.addLayout(row, 1)

    # -- what the page calls --------------------------------------------------------------------

    def show_params(self, params: Params) -> None:
        """Move the line and the dot; no need to wait for the frame."""
        assert isinstance(params, PerceptronParams)
        self._params = params
        mode, own = params.mode, params.gate == "points" and params.mode != "stack"
        self._beside.setVisible(mode in BESIDE)
        if mode in BESIDE:
            first = BESIDE[mode] not in self._made_beside()
            self._beside.setCurrentWidget(getattr(self, BESIDE[mode]))
            if first:
                self._name_beside()
        self.diagram.setVisible(mode in ("gate", "stack", "adder"))
        self._place_diagram(instead_of_plane=mode == "adder")
        self.plane.takes_points = own
        self.own.offer(own)
        if mode in ("gate", "weights"):
            self._show_line(params.w1, params.w2, params.b)
        if mode == "weights":
            self.space.show_weights(params.w1, params.w2)
        self._write_header()

    def _place_diagram(self, *, instead_of_plane: bool) -> None:
        self.plane.setVisible(not instead_of_plane)
        if instead_of_plane:
            self._left.insertWidget(0, self.diagram, 1)
        elif self._right.indexOf(self.diagram) < 0:
            self._right.insertWidget(1, self.diagram, 2)

    def show_frame(self, frame: Frame, history: History) -> None:
        """Draw `frame`."""
        self._frame = frame
        mode = self._params.mode
        if mode == "stack" and "first" in frame.arrays:
            self._show_stack(frame)
        elif mode == "adder" and "results" in frame.arrays:
            self._show_adder(frame)
        elif "sums" in frame.arrays:
            self._show_plane(frame)

    def clear(self) -> None:
        """Take the marks of the last run away."""
        self._frame = None
        self._bars.setOpts(x=[], height=[])

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        for part in (self.plane, self.diagram, self.table):
            part.apply_theme(theme)
        for name in self._made_beside():
            getattr(self, name).apply_theme(theme)
        self._bars.setOpts(brush=theme.curves[4], pen=None)
        if self._frame is not None:
            self.show_frame(self._frame, History())

    def retranslate(self) -> None:
        """Set every word anew."""
        self.plane.setAccessibleName(translate("perceptron_view", "Plane of the two inputs"))
        self.plane.setToolTip(
            translate(
                "perceptron_view",
                "Drag the line to shift it, its round handle to turn it. The coloured side fires.",
            )
        )
        self._name_beside()
        self.diagram.setAccessibleName(translate("perceptron_view", "The gates and their wires"))
        self.diagram.setToolTip(
            translate("perceptron_view", "Weights on the wires, biases under the gates")
        )
        self.table.setAccessibleName(translate("perceptron_view", "Truth table"))
        self.table.setToolTip(
            translate("perceptron_view", "What comes out for each input, and what should")
        )
        self.equation.setToolTip(translate("perceptron_view", "Where the perceptron fires"))
        self.own.retranslate()
        self._write_header()

    def _name_beside(self) -> None:
        made = self._made_beside()
        if "after" in made:
            self.after.setAccessibleName(
                translate("perceptron_view", "Plane after the first layer")
            )
            self.after.setToolTip(
                translate(
                    "perceptron_view", "What NAND and OR make of the four inputs, and AND's line"
                )
            )
        if "space" in made:
            self.space.retranslate()
        if "errors" in made:
            self.errors.set_titles(
                translate("perceptron_view", "epoch"), translate("perceptron_view", "errors")
            )
            self.errors.setAccessibleName(translate("perceptron_view", "Errors in each epoch"))
            self.errors.setToolTip(
                translate("perceptron_view", "How many samples of an epoch were answered wrongly")
            )

    # -- drawing ----------------------------------------------------------------------------------

    def _show_line(self, w1: float, w2: float, b: float) -> None:
        self.plane.show_line(w1, w2, b)
        self.plane.show_second_line(0.0, 0.0, 0.0)
        self.diagram.show_network(
            (Unit(0, 0, "x₁"), Unit(0, 0.5, "x₂"), Unit(0, 1, "1"), Unit(1, 0.5, "y")),
            (Wire(0, 3, _number(w1)), Wire(1, 3, _number(w2)), Wire(2, 3, _number(b))),
        )
        left = f"{_number(w1)} x₁ {_signed(w2)} x₂"
        if self._params.form == "theta":
            self.equation.setText(f"{left} > θ = {_number(-b)}")
        else:
            self.equation.setText(f"{left} {_signed(b)} > 0")

    def _show_plane(self, frame: Frame) -> None:
        arrays, scalars = frame.arrays, frame.scalars
        looked_at = int(arrays["looked_at"]) if "looked_at" in arrays else -1
        self._show_line(scalars["w1"], scalars["w2"], scalars["b"])
        points, targets, outputs = arrays["points"], arrays["targets"], arrays["outputs"]
        self.plane.show_points(points, targets, outputs, looked_at)
        if "region" in arrays:
            self.space.show_region(arrays["region"])
            self.space.show_weights(scalars["w1"], scalars["w2"])
        if "errors" in arrays:
            errors = arrays["errors"]
            self._bars.setOpts(x=np.arange(1, len(errors) + 1), height=errors)
            top = max(4.0, float(errors.max(initial=0)) + 0.5)
            self.errors.setRange(xRange=(0.4, max(10, len(errors)) + 0.6), yRange=(0, top))
        columns = zip(points, arrays["sums"], outputs, targets, strict=True)
        rows = [
            (
                *(f"{x:g}" for x in point),
                f"{total:.3g}".replace("-", "−"),
                str(out),
                str(target),
                RIGHT if out == target else WRONG,
            )
            for point, total, out, target in columns
        ]
        first = max(0, looked_at - TABLE_ROWS + 1)
        self.table.show_rows(rows[first : first + TABLE_ROWS], looked_at - first)

    def _show_stack(self, frame: Frame) -> None:
        arrays = frame.arrays
        nand, or_, and_ = arrays["lines"]
        points, first = arrays["points"], arrays["first"]
        outputs, targets = arrays["outputs"], arrays["targets"]
        self.plane.show_line(*nand, fixed=True)
        self.plane.show_second_line(*or_)
        self.plane.show_points(points, targets, outputs)
        self.after.show_line(*and_, fixed=True)
        self.after.show_points(first.astype(float), targets, outputs)
        self.equation.setText("XOR(x₁, x₂) = AND(NAND(x₁, x₂), OR(x₁, x₂))")
        self.diagram.show_network(
            (*_INPUTS, *_first_layer(nand, or_), Unit(1, 0.5, "AND", _bias(and_))),
            (*_wires(0, 2, nand), *_wires(0, 3, or_), *_wires(2, 4, and_)),
        )
        rows = [
            (*(f"{x:g}" for x in point), *(str(s) for s in layer), str(out),
             RIGHT if out == target else WRONG)
            for point, layer, out, target in zip(points, first, outputs, targets, strict=True)
        ]  # fmt: skip
        self.table.show_rows(rows)

    def _show_adder(self, frame: Frame) -> None:
        nand, or_, and_ = frame.arrays["lines"]
        units = (
            Unit(0, 0.2, "x₁"),
            Unit(0, 0.8, "x₂"),
            Unit(0.42, 0, "NAND", _bias(nand)),
            Unit(0.42, 0.5, "OR", _bias(or_)),
            Unit(0.42, 1, "AND", _bias(and_)),
            Unit(0.78, 0.22, "AND", _bias(and_)),
            Unit(1, 0.22, "s"),
            Unit(1, 1, "c"),
        )
        wires = (
            *_wires(0, 2, nand),
            *_wires(0, 3, or_),
            *_wires(0, 4, and_),
            *_wires(2, 5, and_),
            Wire(5, 6, ""),
            Wire(4, 7, ""),
        )
        self.diagram.show_network(units, wires)
        self.equation.setText("s = XOR(x₁, x₂),   c = AND(x₁, x₂)")
        rows = [
            (f"{x1:g}", f"{x2:g}", str(carry), str(total))
            for (x1, x2), (total, carry) in zip(
                frame.arrays["points"], frame.arrays["results"], strict=True
            )
        ]
        self.table.show_rows(rows)

    def _write_header(self) -> None:
        mode = self._params.mode
        if mode == "stack":
            titles = ["x₁", "x₂", "s₁", "s₂", "y", ""]
        elif mode == "adder":
            titles = [
                "x₁",
                "x₂",
                translate("perceptron_view", "carry c"),
                translate("perceptron_view", "sum s"),
            ]
        else:
            titles = [
                "x₁",
                "x₂",
                translate("perceptron_view", "sum"),
                translate("perceptron_view", "output"),
                translate("perceptron_view", "wanted"),
                "",
            ]
        self.table.set_header(titles)

    # -- the reader's hand ------------------------------------------------------------------------

    def _line_moved(self, w1: float, w2: float, b: float) -> None:
        if self._params.mode in ("gate", "weights", "learn"):
            self.edited.emit({"w1": _clipped(w1), "w2": _clipped(w2), "b": _clipped(b)})

    def _weights_moved(self, w1: float, w2: float) -> None:
        self.edited.emit({"w1": _clipped(w1), "w2": _clipped(w2)})

    def _point_added(self, x1: float, x2: float, label: int) -> None:
        if self.plane.takes_points:
            self.edited.emit({"points": (*self._params.points, (x1, x2, float(label)))})

    def _point_removed(self, number: int) -> None:
        if self.plane.takes_points:
            points = self._params.points
            self.edited.emit({"points": points[:number] + points[number + 1 :]})

    def _points_chosen(self, points: tuple[tuple[float, ...], ...]) -> None:
        if points:
            self.edited.emit({"mode": "learn", "gate": "points", "points": points})
        else:
            self.edited.emit({"points": ()})

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_table(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.own.take_csv(dropped_table(event))


_INPUTS = (Unit(0, 0, "x₁"), Unit(0, 1, "x₂"))


def _first_layer(nand: np.ndarray, or_: np.ndarray) -> tuple[Unit, Unit]:
    return Unit(0.5, 0, "NAND", _bias(nand)), Unit(0.5, 1, "OR", _bias(or_))


def _wires(first: int, end: int, line: np.ndarray) -> tuple[Wire, Wire]:
    """The wires from units `first` and the next one, with a line's weights."""
    return Wire(first, end, _number(line[0])), Wire(first + 1, end, _number(line[1]))


def _bias(line: np.ndarray) -> str:
    return f"b = {_number(line[2])}"


def _number(value: float) -> str:
    return f"{round(value, 3) + 0.0:.3g}".replace("-", "−")


def _signed(value: float) -> str:
    return f"{'−' if value < 0 else '+'} {_number(abs(value))}"


def _clipped(value: float) -> float:
    return float(np.clip(value, -SPAN, SPAN))
