"""The activations view reads what the frame says, and a hand on the picture reaches the form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from fishlab.engine.functions import sigmoid, sigmoid_derivative, tanh
from fishlab.experiment import Params, Run
from fishlab.gui.theme import DARK, LIGHT
from fishlab.gui.views.activations import ActivationsView
from fishlab.gui.views.activations_axes import CurveAxes, spread
from fishlab.gui.views.activations_collapse import CollapsePanel
from fishlab.gui.views.activations_curves import CurvesPanel, runs
from fishlab.gui.views.activations_softmax import SoftmaxPanel
from fishlab.gui.views.activations_strokes import HATCH, NUMBERS, number, pen
from fishlab.labs.activations import Activations
from fishlab.labs.activations_functions import FUNCTIONS
from fishlab.labs.activations_params import ActivationsParams

LAB = Activations()


@pytest.fixture(scope="module")
def shared(qapp: QApplication) -> Iterator[ActivationsView]:
    view = ActivationsView(LAB)
    view.apply_theme(LIGHT)
    view.retranslate()
    view.resize(940, 620)
    view.show()
    yield view
    view.close()


@pytest.fixture
def view(shared: ActivationsView, edits: list[dict[str, Any]]) -> Iterator[ActivationsView]:
    # Every move counts, however soon it follows the last.
    rate = pg.getConfigOption("mouseRateLimit")
    pg.setConfigOption("mouseRateLimit", -1)
    shared.edited.connect(edits.append)
    yield shared
    shared.edited.disconnect(edits.append)
    pg.setConfigOption("mouseRateLimit", rate)


@pytest.fixture
def edits() -> list[dict[str, Any]]:
    """What the view asked the form to change during the test."""
    return []


def curves(view: ActivationsView) -> CurvesPanel:
    panel = view.panel(CurvesPanel)
    assert isinstance(panel, CurvesPanel)
    return panel


def softmax(view: ActivationsView) -> SoftmaxPanel:
    panel = view.panel(SoftmaxPanel)
    assert isinstance(panel, SoftmaxPanel)
    return panel


def show(view: ActivationsView, params: Params, seed: int = 0) -> None:
    run = Run(LAB, params, seed)
    assert run.execute(lambda frame: None).kind == "done"
    assert run.history.last is not None
    view.show_params(params)
    view.show_frame(run.history.last, run.history)
    for _ in range(3):
        QApplication.processEvents()


def cells(view: ActivationsView, name: str) -> list[str]:
    return [curves(view).table.item(NUMBERS[name], column).text() for column in (2, 3, 4)]


def send(plot: Any, kind: QEvent.Type, at: QPoint, button: Qt.MouseButton) -> None:
    """Send a mouse event as the window system would."""
    viewport = plot.viewport()
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else button
    if kind == QEvent.Type.MouseMove:
        button = Qt.MouseButton.NoButton
    spot, everywhere = QPointF(at), QPointF(viewport.mapToGlobal(at))
    event = QMouseEvent(kind, spot, everywhere, button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(viewport, event)
    QApplication.processEvents()


def drag(plot: Any, start: QPoint, end: QPoint) -> None:
    left = Qt.MouseButton.LeftButton
    send(plot, QEvent.Type.MouseButtonPress, start, left)
    for part in (0.3, 0.6, 1.0):
        at = start + QPoint(*(round(part * d) for d in (end - start).toTuple()))
        send(plot, QEvent.Type.MouseMove, at, left)
    send(plot, QEvent.Type.MouseButtonRelease, end, left)


def pixel(plot: Any, x: float, y: float) -> QPoint:
    return plot.mapFromScene(plot.getViewBox().mapViewToScene(QPointF(x, y)))


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("preset", LAB.presets, ids=lambda preset: preset.id)
def test_every_preset_is_drawn(view: ActivationsView, preset: Any, theme: Any) -> None:
    view.apply_theme(theme)
    show(view, preset.params, preset.seed)
    panels = {"functions": CurvesPanel, "softmax": SoftmaxPanel, "linear": CollapsePanel}
    for mode, panel in panels.items():
        assert view.panel(panel).isVisible() == (mode == preset.params.mode)


# Functions


def test_table_reads_the_functions_at_the_vertical_line(view: ActivationsView) -> None:
    show(view, LAB.preset("saturation").params.replace(x=-3.0))
    assert cells(view, "sigmoid") == ["0.0474", "0.0452", HATCH]
    assert cells(view, "relu") == ["0.0000", "0.0000", HATCH]
    assert cells(view, "tanh") == ["−0.9951", "0.0099", HATCH]
    assert curves(view).table.isRowHidden(NUMBERS["mish"])
    assert not curves(view).table.isRowHidden(NUMBERS["tanh"])


def test_mouse_reads_the_functions_under_it_and_leaving_returns_to_the_line(
    view: ActivationsView,
) -> None:
    show(view, LAB.preset("saturation").params.replace(x=1.0))
    axes = curves(view).derivatives
    send(axes, QEvent.Type.MouseMove, pixel(axes, 2.5, 0.4), Qt.MouseButton.NoButton)
    x = axes.cross.value()
    assert x == pytest.approx(2.5, abs=0.05)
    grid = np.arange(-300, 301) * (6.0 / 300)
    nearest = grid[np.abs(grid - x).argmin()]
    at = np.array([nearest])
    assert cells(view, "sigmoid")[:2] == [
        number(float(sigmoid(at)[0])),
        number(float(sigmoid_derivative(at)[0])),
    ]
    assert cells(view, "tanh")[0] == number(float(tanh(at)[0]))
    assert axes.cross.isVisible()
    QApplication.sendEvent(axes, QEvent(QEvent.Type.Leave))
    assert cells(view, "sigmoid")[0] == "0.7311"
    assert not axes.cross.isVisible()


@pytest.mark.parametrize("name", ["functions", "derivatives"])
def test_line_is_dragged(view: ActivationsView, edits: list[dict[str, Any]], name: str) -> None:
    show(view, LAB.preset("saturation").params.replace(x=1.0))
    axes: CurveAxes = getattr(curves(view), name)
    drag(axes, pixel(axes, 1.0, 0.5), pixel(axes, -2.0, 0.5))
    assert len(edits) > 1
    assert edits[-1]["x"] == pytest.approx(-2.0, abs=0.05)


def test_click_moves_the_line(view: ActivationsView, qtbot: Any) -> None:
    show(view, LAB.preset("book").params)
    axes = curves(view).functions
    with qtbot.waitSignal(view.edited) as edited:
        at = pixel(axes, 3.0, 1.0)
        qtbot.mouseClick(axes.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert edited.args[0]["x"] == pytest.approx(3.0, abs=0.05)


def test_derivatives_and_lanes_come_and_go(view: ActivationsView) -> None:
    show(view, LAB.preset("saturation").params)
    assert curves(view).derivatives.isVisible()
    assert curves(view).lanes.isVisible()
    show(view, LAB.preset("book").params)
    assert not curves(view).derivatives.isVisible()
    assert not curves(view).lanes.isVisible()


def test_no_function_at_all_is_drawn_without_complaint(view: ActivationsView) -> None:
    show(view, ActivationsParams(functions=(), derivative=True, threshold=0.1))
    assert all(curves(view).table.isRowHidden(row) for row in NUMBERS.values())


def test_no_two_functions_share_colour_and_stroke() -> None:
    pens = [pen(choice.value, LIGHT) for choice in FUNCTIONS]
    looks = {(p.color().name(), tuple(p.dashPattern())) for p in pens}
    assert len(looks) == len(FUNCTIONS)


def test_names_keep_their_distance_and_stay_inside() -> None:
    places = spread({"a": 1.0, "b": 1.0, "c": 1.0, "d": -5.0}, gap=0.4, low=-1.0, high=1.2)
    ordered = sorted(places.values())
    assert min(np.diff(ordered)) >= 0.4 - 1e-12
    assert ordered[0] >= -1.0
    assert ordered[-1] <= 1.2
    crowded = sorted(spread(dict.fromkeys("abcdef", 0.0), gap=1.0, low=0.0, high=2.0).values())
    np.testing.assert_allclose(crowded, np.linspace(0, 2, 6), atol=1e-12)


def test_runs_of_flags() -> None:
    assert runs(np.array([True, True, False, True])) == [(0, 1), (3, 3)]
    assert runs(np.zeros(3, bool)) == []


# Softmax


def test_probabilities_are_written_over_their_bars(view: ActivationsView) -> None:
    show(view, LAB.preset("softmax").params)
    words = [word.toPlainText() for word in softmax(view).probability_words[:3]]
    assert words == ["0.018", "0.245", "0.737"]
    assert softmax(view).sum.text() == "y₁ + y₂ + y₃ = 1.000000"


def test_overflow_is_written_as_what_it_is(view: ActivationsView) -> None:
    show(view, LAB.preset("overflow").params)
    words = [word.toPlainText() for word in softmax(view).probability_words[:3]]
    assert words == ["∞ / ∞ = nan"] * 3
    assert softmax(view).sum.text() == "y₁ + y₂ + y₃ = nan"
    table = softmax(view).table
    row = [table.item(0, column).text() for column in range(1, 7)]
    assert row == ["1010", "1010", "1010", "∞", "∞ / ∞ = nan", "0.999955"]


@pytest.mark.parametrize("bar", [1, 2, 3])
def test_bar_is_dragged_and_only_the_one_that_was_taken(
    view: ActivationsView, edits: list[dict[str, Any]], bar: int
) -> None:
    show(view, LAB.preset("overflow").params)
    plot = softmax(view).scores
    drag(plot, pixel(plot, bar, 0.0), pixel(plot, bar + 0.8, 6.0))
    assert {name for edit in edits for name in edit} == {f"a{bar}"}
    assert edits[-1][f"a{bar}"] == pytest.approx(6.0, abs=0.2)


def test_bar_stops_at_the_end_of_the_range(
    view: ActivationsView, edits: list[dict[str, Any]]
) -> None:
    show(view, LAB.preset("softmax").params)
    plot = softmax(view).scores
    drag(plot, pixel(plot, 2, 0.0), pixel(plot, 2, -11.5))
    assert edits[-1] == {"a2": -10.0}


def test_bars_follow_the_number_of_classes(view: ActivationsView) -> None:
    for classes in (5, 2):
        show(view, ActivationsParams(mode="softmax", classes=classes))
        visible = [word.isVisible() for word in softmax(view).probability_words]
        assert visible == [k < classes for k in range(5)]


# Linear layers


def test_a_net_for_every_layer_and_the_numbers_below(view: ActivationsView) -> None:
    panel = view.panel(CollapsePanel)
    assert isinstance(panel, CollapsePanel)
    for preset_id, nets in (("collapse", 7), ("bend", 4)):
        preset = LAB.preset(preset_id)
        show(view, preset.params, preset.seed)
        assert sum(step.plot.isVisible() for step in panel.steps) == nets
        if preset_id == "collapse":
            assert "e-1" in panel.difference.text()
            assert "0.00%" in panel.share.text()
        else:
            assert "20.34%" in panel.share.text()
