"""The depth lab's pictures: a table with its bars, fields under the mouse, curves, a gallery."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fishlab.experiment import Params, Run
from fishlab.gui.theme import DARK, LIGHT
from fishlab.gui.views.depth import DepthView
from fishlab.gui.views.depth_stack import memory, rounded_ticks
from fishlab.labs.depth import Depth

from .mouse import pixel

LAB = Depth()


@pytest.fixture
def view(qapp: QApplication) -> Iterator[DepthView]:
    view = DepthView(LAB)
    view.apply_theme(LIGHT)
    view.retranslate()
    view.resize(940, 620)
    view.show()
    yield view
    view.close()


def show(view: DepthView, params: Params) -> Run:
    run = Run(LAB, params)
    assert run.execute().kind == "done"
    view.show_params(params)
    view.show_frame(run.history.last, run.history)
    QApplication.processEvents()
    return run


def test_the_table_has_a_row_a_layer_and_a_total(view):
    show(view, LAB.preset("vgg16").params)
    table = view.panels["stack"].table
    rows = [[table.item(r, c).text() for c in range(6)] for r in range(table.rowCount())]
    assert rows[0][:5] == ["1", "conv64", "64 × 224 × 224", "1,792", "86,704,128"]
    assert rows[-1][3] == "138,357,544"
    assert len(rows) == 25 + 1
    heights = view.panels["stack"].bars["parameters"].opts["height"]
    assert heights.sum() == 138_357_544


def test_a_chosen_row_lights_its_bars_and_the_mouse_reads_them(view):
    show(view, LAB.preset("book").params)
    panel = view.panels["stack"]
    panel.table.selectRow(9)
    brushes = panel.bars["parameters"].opts["brushes"]
    assert [brush.color().alpha() for brush in brushes].count(255) == 1
    assert panel._read("parameters", 10.2, 5).startswith("10  affine50\n51,250")
    assert panel._read("parameters", 40, 5) == ""
    bars = panel.plots["multiplications"]
    at = pixel(bars, 5, 1e6)
    QTest.mouseClick(bars.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert panel.table.currentRow() == 4
    assert [panel.table.item(0, 5).text(), panel.table.item(13, 5).text()] == [
        "49.6 kB",
        "694.0 kB",
    ]


def test_axes_count_in_thousands_and_millions():
    assert rounded_ticks([0.0, 500.0, 2e6, 1.5e9], 1.0, 1.0) == ["0", "500", "2M", "1.5G"]
    assert [memory(n) for n in (200, 2048, 3 * 2**40)] == ["200 B", "2.0 kB", "3.0 TB"]


def test_the_field_follows_the_mouse(view):
    show(view, LAB.preset("receptive").params)
    panel = view.panels["receptive"]
    place = panel.places()[-1]
    size = place.width() / 5
    QTest.mouseMove(panel, QPoint(round(place.x() + 4.5 * size), round(place.y() + 0.5 * size)))
    assert panel.cell == (2, 0, 4)
    QTest.mouseMove(panel, QPoint(round(place.x() + 1.5 * size), round(place.y() + 3.5 * size)))
    assert panel.cell == (2, 3, 1)


def test_a_cell_of_any_map_shows_what_it_sees_in_those_before_it(view):
    show(view, LAB.preset("receptive").params)
    panel = view.panels["receptive"]
    assert panel.cell == (2, 2, 2)
    first, second, _ = panel.places()
    size = second.width() / 7
    at = QPoint(round(second.x() + 0.5 * size), round(second.y() + 6.5 * size))
    QTest.mouseClick(panel, Qt.MouseButton.LeftButton, pos=at)
    assert panel.cell == (1, 6, 0)
    seen = panel.field(0)
    assert seen.left() == pytest.approx(first.left())
    assert seen.bottom() == pytest.approx(first.bottom())
    assert seen.width() == pytest.approx(3 * size)
    assert panel.field(2) is None
    QTest.mouseMove(panel, QPoint(3, 3))
    assert panel.cell == (1, 6, 0)
    QTest.keyClick(panel, Qt.Key.Key_Right)
    QTest.keyClick(panel, Qt.Key.Key_PageDown)
    assert panel.cell == (2, 4, 1)


@pytest.mark.parametrize("pooling", [False, True])
def test_maps_stay_inside_the_picture_and_apart(view, pooling):
    params = LAB.preset("receptive").params
    show(view, params.replace(kernel=5, layers=4, stride=3, pooling=pooling))
    panel = view.panels["receptive"]
    places = panel.places()
    for k, place in enumerate(places):
        assert panel.rect().contains(place.toAlignedRect())
        assert not any(place.intersects(other) for other in places[:k])


def test_the_gallery_turns_to_the_next_digit(view):
    show(view, LAB.preset("augment").params)
    panel = view.panels["augment"]
    asked = []
    view.edited.connect(asked.append)
    assert not panel.before.isEnabled()
    QTest.mouseClick(panel.next, Qt.MouseButton.LeftButton)
    QTest.mouseClick(
        panel.digits, Qt.MouseButton.LeftButton, pos=panel.digits.place(7).center().toPoint()
    )
    assert asked == [{"digit": 1}, {"digit": 7}]
    assert panel.gallery.count == 24
    assert panel._words(0).startswith("read as 9, label 9")


def test_curves_end_where_the_reader_looks(view):
    run = show(view, LAB.preset("few").params.replace(steps=21))
    panel = view.panels["few"]
    assert len(panel.curves["loss.plain"].getData()[0]) == 22
    assert panel.curves["accuracy.plain"].getData()[0].tolist() == [0, 20, 21]
    fourth = next(frame for frame in run.history.frames() if frame.step == 4)
    view.show_frame(fourth, run.history)
    assert panel.curves["accuracy.plain"].getData()[0].tolist() == [0]
    assert "changed every time" in panel.key.words()
    assert panel._read("loss", 3.2, 0).startswith("step 3\n")


def test_half_precision_is_drawn_near_the_top(view):
    run = Run(LAB, LAB.preset("half").params)
    run.execute(lambda frame: run.control.cancel() if frame.step == 4 else None)
    view.show_params(run.params)
    view.show_frame(run.history.last, run.history)
    drawn = view.panels["half"].curves["accuracy.half"].getData()[1]
    assert np.array_equal(drawn, run.history.series("accuracy.half")[1])
    panel = view.panels["half"]
    assert len(panel.points.data) == 80
    assert panel.odd.count == 10
    number = run.history.last.arrays["odd"][0]
    assert panel._words(0).startswith(f"digit {number}, label ")
    assert panel._read_digit(0.1, 0.9) == ""
    view.apply_theme(DARK)
    view.retranslate()
    view.clear()
