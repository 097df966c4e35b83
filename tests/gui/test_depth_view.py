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
from fishlab.labs.depth import Depth

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


def test_the_field_follows_the_mouse(view):
    show(view, LAB.preset("receptive").params)
    panel = view.panels["receptive"]
    place = panel.places()[-1]
    size = place.width() / 5
    QTest.mouseMove(panel, QPoint(round(place.x() + 4.5 * size), round(place.y() + 0.5 * size)))
    assert panel.cell == (0, 4)
    QTest.mouseMove(panel, QPoint(round(place.x() + 1.5 * size), round(place.y() + 3.5 * size)))
    assert panel.cell == (3, 1)


def test_the_gallery_turns_to_the_next_digit(view):
    show(view, LAB.preset("augment").params)
    panel = view.panels["augment"]
    asked = []
    view.edited.connect(asked.append)
    assert not panel.before.isEnabled()
    QTest.mouseClick(panel.next, Qt.MouseButton.LeftButton)
    assert asked == [{"digit": 1}]
    assert panel.gallery.count == 24
    assert panel._words(0).startswith("read as 9, label 9")


def test_curves_end_where_the_reader_looks(view):
    run = show(view, LAB.preset("few").params.replace(steps=21))
    panel = view.panels["few"]
    assert len(panel.curves["loss.plain"].getData()[0]) == 22
    assert panel.curves["accuracy.plain"].getData()[0].tolist() == [0, 20, 21]
    view.show_frame(run.history.frame(4), run.history)
    assert panel.curves["accuracy.plain"].getData()[0].tolist() == [0]
    assert "changed every time" in panel.key.words()
    assert panel._read("loss", 3.2, 0).startswith("step 3\n")


def test_half_precision_is_drawn_near_the_top(view):
    run = Run(LAB, LAB.preset("half").params)
    run.execute()
    view.show_params(run.params)
    view.show_frame(run.history.last, run.history)
    drawn = view.panels["half"].curves["accuracy.half"].getData()[1]
    assert np.array_equal(drawn, run.history.series("accuracy.half")[1])
    view.apply_theme(DARK)
    view.retranslate()
    view.clear()
