"""The gradients view shows what the frame says, and a hand on the picture reaches the form."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from fishlab.experiment import Params, Run
from fishlab.gui.theme import DARK, LIGHT
from fishlab.gui.views.gradients import GradientsView
from fishlab.gui.views.gradients_check import CheckPanel
from fishlab.gui.views.gradients_field import FieldPanel
from fishlab.gui.views.gradients_losses import LossesPanel
from fishlab.gui.views.gradients_net import NetPanel
from fishlab.gui.views.gradients_step_size import StepSizePanel
from fishlab.gui.views.gradients_tangent import TangentPanel
from fishlab.gui.views.gradients_trap import TrapPanel
from fishlab.gui.widgets.plot import Plot
from fishlab.labs.gradients import Gradients
from fishlab.labs.gradients_params import ANSWERS

from .mouse import drag, pixel, send

LAB = Gradients()
PANELS = {
    "field": FieldPanel,
    "losses": LossesPanel,
    "tangent": TangentPanel,
    "step_size": StepSizePanel,
    "simple_net": NetPanel,
    "trap": TrapPanel,
    "check": CheckPanel,
}


@pytest.fixture(scope="module")
def shared(qapp: QApplication) -> Iterator[GradientsView]:
    view = GradientsView(LAB)
    view.apply_theme(LIGHT)
    view.retranslate()
    view.resize(940, 620)
    view.show()
    yield view
    view.close()


@pytest.fixture
def edits() -> list[dict[str, Any]]:
    """What the view asked the form to change during the test."""
    return []


@pytest.fixture
def view(shared: GradientsView, edits: list[dict[str, Any]]) -> Iterator[GradientsView]:
    shared.edited.connect(edits.append)
    yield shared
    shared.edited.disconnect(edits.append)


@cache
def finished(params: Params) -> Run:
    run = Run(LAB, params)
    assert run.execute().kind == "done"
    return run


def show(view: GradientsView, preset: str, **changes: Any) -> Any:
    """Run the preset, show its last frame, and return the panel that shows it."""
    params: Params = LAB.preset(preset).params.replace(**changes)
    run = finished(params)
    assert run.history.last is not None
    view.show_params(params)
    view.show_frame(run.history.last, run.history)
    for _ in range(3):
        QApplication.processEvents()
    return view.panel(PANELS[params.mode])


def row(table: Any, number: int) -> list[str]:
    return [table.item(number, column).text() for column in range(table.columnCount())]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("preset", [p.id for p in LAB.presets])
def test_every_preset_is_drawn_and_named(view: GradientsView, preset: str, theme: Any) -> None:
    view.apply_theme(theme)
    panel = show(view, preset)
    for kind in PANELS.values():
        assert view.panel(kind).isVisible() == isinstance(panel, kind)
    for plot in panel.findChildren(Plot):
        assert plot.accessibleName()
    view.clear()
    view.retranslate()


def test_losses_are_told_class_by_class(view: GradientsView) -> None:
    table = show(view, "losses").table
    assert row(table, 2)[-1] == "0.0975"
    assert row(table, 3)[3] == "0.511"
    assert row(table, 3)[-1] == "0.510825"
    batch = show(view, "losses_batch")
    assert [bars.isVisible() for bars in batch.bars] == [True] * 3
    assert row(batch.table, 1)[1:4] == ["7", "2 ✗", "0.5975"]
    assert row(batch.table, 3)[-1] == "1.05669"


def test_a_bar_is_dragged(view: GradientsView, edits: list[dict[str, Any]]) -> None:
    panel = show(view, "losses")
    drag(panel.bars[0], (2.0, 0.6), (3.4, 0.25))
    answers = edits[-1]["answers"]
    assert answers[0][2] == pytest.approx(0.25, abs=0.01)
    assert answers[0][3:] == ANSWERS[0][3:]
    assert answers[1:] == ANSWERS[1:]
    drag(panel.bars[0], (2.0, 0.6), (2.0, -0.15))
    assert edits[-1]["answers"][0][2] == 0


def test_a_click_under_a_bar_chooses_the_right_class(
    view: GradientsView, edits: list[dict[str, Any]]
) -> None:
    panel = show(view, "losses_batch")
    click(panel.bars[1], pixel(panel.bars[1], 7.1, -0.1))
    assert edits == [{"label2": 7}]


def click(plot: Any, at: QPoint) -> None:
    send(plot, QEvent.Type.MouseMove, at, held=Qt.MouseButton.NoButton)
    send(plot, QEvent.Type.MouseButtonPress, at)
    send(plot, QEvent.Type.MouseButtonRelease, at, held=Qt.MouseButton.NoButton)


def test_the_point_is_dragged_along_the_curve(
    view: GradientsView, edits: list[dict[str, Any]]
) -> None:
    panel = show(view, "tangent5")
    assert row(panel.table, 1)[1] == "0.1999999999990898"
    drag(panel.plot, (5.0, 0.75), (12.0, 2.0))
    assert edits[-1]["x"] == pytest.approx(12.0, abs=0.1)
    assert panel._read(10.0, 0.0) == "f(10) = 2"


def test_the_line_at_h_is_dragged(view: GradientsView, edits: list[dict[str, Any]]) -> None:
    panel = show(view, "step_size")
    assert panel.line.value() == pytest.approx(-4)
    drag(panel.plot, (-4.0, -6.0), (-8.0, -6.0))
    assert np.log10(edits[-1]["h"]) == pytest.approx(-8, abs=0.1)
    assert panel.table.rowCount() == 2
    assert show(view, "step_single").table.rowCount() == 4
    assert "central, single" in panel._read(-4.0, 0.0)


def test_the_ring_is_dragged_and_the_map_read(
    view: GradientsView, edits: list[dict[str, Any]]
) -> None:
    panel = show(view, "book")
    drag(panel.map, (-3.0, 4.0), (2.0, -1.5))
    assert (edits[-1]["x0"], edits[-1]["x1"]) == pytest.approx((2.0, -1.5), abs=0.05)
    drag(panel.map, (-3.0, 4.0), (40.0, 4.0))
    assert edits[-1]["x0"] <= 10
    assert panel._read(-3.0, 4.0) == "step 0: (−3, 4)"
    assert panel._read(4.3, 0.0).startswith("−∇f at (4.38, 0) = (−8.75")
    assert panel._read_course(0.2, 0) == "step 0: f = 25"


def test_the_way_out_is_drawn_only_as_far_as_it_can_be(view: GradientsView) -> None:
    panel = show(view, "lr10")
    x, _ = panel._trail.getData()
    assert np.abs(x).max() < 1e5
    assert row(panel.table, 0)[1] == "−2.5898e13"


def test_a_click_on_a_class_makes_it_the_right_one(
    view: GradientsView, edits: list[dict[str, Any]], qtbot: Any
) -> None:
    panel = show(view, "simple_net", steps=1)
    at = panel.probabilities.cell(0, 1).center().toPoint()
    qtbot.mouseClick(panel.probabilities, Qt.MouseButton.LeftButton, pos=at)
    assert edits == [{"target": 1}]
    assert panel.input.text(1, 0) == "0.9"


def test_the_trap_shows_both_gradients(view: GradientsView) -> None:
    panel = show(view, "trap")
    assert panel.reads.gradient.text(1, 2) == "−0.54422"
    assert {panel.closed.gradient.text(r, c) for r in range(2) for c in range(3)} == {"0"}
    assert panel.closed.result.text().startswith("✗")
    assert row(panel.closed.table, 5)[1] == row(panel.closed.table, 5)[2]
    assert panel.reads.code.text().count("\n") == panel.closed.code.text().count("\n")


def test_the_unknown_is_not_shown_as_zero(view: GradientsView) -> None:
    run = Run(LAB, LAB.preset("trap").params)
    run.execute()
    frame = run.history.frame(1)
    assert frame is not None
    view.show_frame(frame, run.history)
    matrix = view.panel(TrapPanel).reads.gradient  # type: ignore[attr-defined]
    assert [matrix.text(0, 0), matrix.text(0, 1)] == ["0.21925", "?"]


def test_the_check_counts_passes(view: GradientsView) -> None:
    panel = show(view, "check")
    assert row(panel.prices, 0)[1:] == ["1,220", "1"]
    assert row(panel.table, 0)[:2] == ["W1 (49×10)", "490"]
    assert "W1" in panel._read(0.0, 0.0) or panel._read(0.0, 0.0).startswith(("b", "W"))


def test_every_part_has_a_name(view: GradientsView) -> None:
    for preset in ("book", "losses", "simple_net", "trap", "check"):
        for widget in show(view, preset).findChildren(QWidget):
            if type(widget).__name__ in ("Matrix", "Numbers", "Bars", "Plot"):
                assert widget.accessibleName(), (preset, widget)
