"""The race can be seen, read under the mouse, and started from where a hand puts it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fishlab.experiment import Params, Run
from fishlab.gui.theme import DARK, LIGHT
from fishlab.gui.views.optimizers import OptimizersView
from fishlab.gui.views.optimizers_standings import LOSS, NAME, X
from fishlab.gui.views.optimizers_strokes import LABELS, STROKES, pen
from fishlab.labs.optimizers import Optimizers
from fishlab.labs.optimizers_params import ALL, OptimizersParams

LAB = Optimizers()


@pytest.fixture
def view(qapp: QApplication) -> Iterator[OptimizersView]:
    view = OptimizersView(LAB)
    view.apply_theme(LIGHT)
    view.retranslate()
    view.resize(940, 620)
    view.show()
    yield view
    view.close()


@pytest.fixture
def edits(view: OptimizersView) -> list[dict[str, Any]]:
    """What the view asked the form to change during the test."""
    asked: list[dict[str, Any]] = []
    view.edited.connect(asked.append)
    return asked


def show(view: OptimizersView, params: Params) -> Run:
    run = Run(LAB, params)
    assert run.execute().kind == "done"
    assert run.history.last is not None
    view.show_params(params)
    view.show_frame(run.history.last, run.history)
    for _ in range(3):
        QApplication.processEvents()
    return run


def spot(view: OptimizersView, x: float, y: float) -> QPoint:
    """Where (x, y) of the map lies in its viewport."""
    return view.map.mapFromScene(view.map.getViewBox().mapViewToScene(QPointF(x, y)))


def column(view: OptimizersView, number: int) -> list[str]:
    table = view.standings
    rows = [row for row in range(table.rowCount()) if not table.isRowHidden(row)]
    return [table.item(row, number).text() for row in rows]


def press(view: OptimizersView, at: QPoint) -> None:
    QTest.mousePress(view.map.viewport(), Qt.MouseButton.LeftButton, pos=at)


def release(view: OptimizersView, at: QPoint) -> None:
    QTest.mouseRelease(view.map.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_standings_show_the_book_numbers_lowest_first(view: OptimizersView) -> None:
    show(view, LAB.preset("book").params)
    assert column(view, NAME) == ["AdaGrad", "SGD", "Momentum", "Adam"]
    assert column(view, X) == ["−0.120162", "−0.350393", "0.896414", "0.136007"]


def test_stepping_back_shows_the_race_as_it_was(view: OptimizersView) -> None:
    run = show(view, LAB.preset("book").params)
    frame = run.history.frame(1)
    assert frame is not None
    view.show_frame(frame, run.history)
    x, y = view.map._trails["sgd"].line.getData()
    np.testing.assert_allclose((x[-1], y[-1]), (-7 + 0.95 * 0.7, 2 - 0.95 * 4))
    assert len(x) == 2


def test_dragging_the_ring_moves_the_start(
    view: OptimizersView, edits: list[dict[str, Any]]
) -> None:
    show(view, LAB.preset("book").params)
    begin, end = spot(view, -7, 2), spot(view, 4, -3)
    press(view, begin)
    for share in (0.2, 0.6, 1.0):
        QTest.mouseMove(view.map.viewport(), begin + (end - begin) * share)
        QTest.qWait(20)
    release(view, end)
    assert len(edits) == 1
    assert edits[0]["x0"] == pytest.approx(4, abs=0.1)
    assert edits[0]["y0"] == pytest.approx(-3, abs=0.1)
    OptimizersParams(**edits[0])


def test_a_click_sets_the_start(view: OptimizersView, edits: list[dict[str, Any]]) -> None:
    show(view, LAB.preset("book").params)
    at = spot(view, 5, 3)
    press(view, at)
    release(view, at)
    assert len(edits) == 1
    assert edits[0]["x0"] == pytest.approx(5, abs=0.1)
    assert edits[0]["y0"] == pytest.approx(3, abs=0.1)


def test_mouse_reads_the_step_of_a_trail_or_the_height(view: OptimizersView) -> None:
    run = show(view, LAB.preset("book").params)
    assert run.history.last is not None
    sgd = run.history.last.arrays["trails"][0, 2]
    assert view.map._read(*sgd).startswith("SGD, step 2: ")
    assert view.map._read(5.0, 4.0) == "f(5, 4) ≈ 17.1"
    assert view.map._read(50.0, 4.0) == ""
    lines = view.losses._read(0.2, 0.0).splitlines()
    assert lines == ["step 0", *(f"{LABELS[name]}  6.45" for name in LAB.params().competitors)]


def test_names_of_nine_at_one_place_do_not_cover_each_other(view: OptimizersView) -> None:
    run = show(view, LAB.preset("all_nine").params)
    first = run.history.frame(0)
    assert first is not None
    view.show_frame(first, run.history)
    QApplication.processEvents()
    boxes = [view.map._trails[name].label for name in ALL]
    tops = sorted(spot(view, box.pos().x(), box.pos().y()).y() for box in boxes)
    assert min(np.diff(tops)) >= 10


def test_names_keep_apart_when_the_room_gets_smaller(view: OptimizersView) -> None:
    show(view, LAB.preset("all_nine").params)
    view.resize(600, 560)
    for _ in range(3):
        QApplication.processEvents()
    labels = [view.map._trails[name].label for name in ALL if name != "adadelta"]
    tops = sorted(spot(view, label.pos().x(), label.pos().y()).y() for label in labels)
    assert min(np.diff(tops)) >= 10


def test_an_empty_map_can_get_another_size(view: OptimizersView) -> None:
    show(view, LAB.preset("book").params)
    view.clear()
    view.resize(600, 560)
    for _ in range(3):
        QApplication.processEvents()
    assert not any(trail.label.isVisible() for trail in view.map._trails.values())


def test_no_two_competitors_look_alike() -> None:
    assert set(STROKES) == set(ALL) == set(LABELS)
    assert len({stroke.symbol for stroke in STROKES.values()}) == len(ALL)
    for theme in (LIGHT, DARK):
        drawn = [(pen(n, theme).color().name(), *pen(n, theme).dashPattern()) for n in ALL]
        assert len(set(drawn)) == len(ALL)


def test_who_ran_away_is_marked_and_nothing_breaks(view: OptimizersView) -> None:
    run = show(view, LAB.preset("diverges").params)
    assert column(view, LOSS)[1] == "out"
    for frame in run.history.frames()[::10]:
        view.show_frame(frame, run.history)
        QApplication.processEvents()


def test_a_curve_of_losses_ends_at_the_height_that_its_number_has_on_the_axis(
    view: OptimizersView,
) -> None:
    run = show(view, LAB.preset("book").params)
    last = run.history.last
    assert last is not None
    x, y = view.losses._curves["adam"].getData()
    assert x[-1] == last.step
    # a logarithmic axis counts in powers of ten
    names = [name for name in last.scalars if name.startswith("loss.")]
    assert 10 ** y[-1] == pytest.approx(last.arrays["gaps"][names.index("loss.adam"), -1])
    white = view.losses.grab().toImage()
    box = view.losses.getViewBox()
    place = view.losses.mapFromScene(box.mapViewToScene(QPointF(x[-1] - 0.1, y[-1])))
    near = {
        white.pixelColor(place.x(), place.y() + off).name() for off in range(-3, 4)
    }  # the line is there
    assert pen("adam", LIGHT).color().name() in near


def test_at_full_speed_the_losses_are_drawn_a_turn_after_the_map(view: OptimizersView) -> None:
    run = Run(LAB, LAB.preset("book").params)
    run.execute()
    last = run.history.last
    assert last is not None
    later: list[Callable[[], None]] = []
    view.put_off = later.append
    view.show_frame(last, run.history)
    assert view.map._names
    assert not view.losses._curves
    for draw in later:
        draw()
    assert len(view.losses._curves) == 4


def test_axis_of_losses_is_logarithmic_only_where_there_is_a_minimum(view: OptimizersView) -> None:
    show(view, LAB.preset("book").params)
    assert view.losses.getAxis("left").logMode
    show(view, LAB.preset("saddle").params)
    assert not view.losses.getAxis("left").logMode
    show(view, LAB.preset("book").params)
    assert view.losses.getAxis("left").logMode


def test_fewer_competitors_leave_no_trace_of_the_others(view: OptimizersView) -> None:
    show(view, LAB.preset("all_nine").params)
    show(view, LAB.preset("nesterov").params)
    assert sorted(column(view, NAME)) == ["Momentum", "Nesterov"]
    seen = {name for name, trail in view.map._trails.items() if trail.line.isVisible()}
    assert seen == {"momentum", "nesterov"}
    view.clear()
    assert column(view, NAME) == []
    assert not any(trail.line.isVisible() for trail in view.map._trails.values())


def test_nobody_in_the_race_can_be_shown(view: OptimizersView) -> None:
    show(view, LAB.preset("book").params)
    show(view, OptimizersParams(competitors=()))
    assert column(view, NAME) == []
    assert view.map._read(-7.0, 2.0).startswith("f(")


def test_theme_and_words_change_under_a_shown_frame(view: OptimizersView) -> None:
    show(view, LAB.preset("rosenbrock").params.replace(steps=20))
    light = view.grab().toImage().pixelColor(200, 100).lightness()
    view.apply_theme(DARK)
    view.retranslate()
    QApplication.processEvents()
    dark = view.grab().toImage().pixelColor(200, 100).lightness()
    assert dark < light - 80
    assert view.map.start.toolTip()
    assert view.standings.horizontalHeaderItem(NAME).text() == "Optimizer"


class Shouting(QTranslator):
    """A language of capital letters."""

    def isEmpty(self) -> bool:  # noqa: N802 (Qt names it so)
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        return source.upper() if context == "optimizers" else ""


def test_language_changes_under_a_shown_frame(view: OptimizersView) -> None:
    show(view, LAB.preset("book").params)
    language = Shouting()
    QApplication.installTranslator(language)
    try:
        view.retranslate()
        assert column(view, NAME) == ["ADAGRAD", "SGD", "MOMENTUM", "ADAM"]
        assert view.map._trails["adam"].label.toPlainText() == "ADAM"
        assert view.losses.getAxis("left").labelText == "F ABOVE THE LOWEST MINIMUM"
        assert view.standings.horizontalHeaderItem(NAME).text() == "OPTIMIZER"
    finally:
        QApplication.removeTranslator(language)


def test_digits_have_no_map_and_the_map_comes_back(view: OptimizersView) -> None:
    show(view, LAB.preset("digits").params.replace(steps=5))
    assert not view.map.isVisible()
    assert view.standings.isColumnHidden(X)
    assert view.losses.width() > 800
    assert len(column(view, NAME)) == 4
    show(view, LAB.preset("book").params)
    assert view.map.isVisible()
    assert view.losses.width() < 400
    assert column(view, X)[0] == "−0.120162"


def test_a_race_that_was_reset_may_change_its_size(view: OptimizersView) -> None:
    show(view, LAB.preset("book").params)
    view.clear()
    view.resize(700, 500)
    for _ in range(3):
        QApplication.processEvents()
    assert not view.map._heads.data.size
