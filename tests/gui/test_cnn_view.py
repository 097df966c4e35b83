"""The convolution view shows the book's cells, takes paint, links cells, and opens pictures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from fishlab.experiment import Params, Run
from fishlab.gui.theme import DARK, LIGHT
from fishlab.gui.views.cnn import CnnView
from fishlab.gui.views.cnn_convolution import ConvolutionPanel
from fishlab.gui.views.cnn_filters import FiltersPanel
from fishlab.gui.views.cnn_im2col import Im2colPanel
from fishlab.gui.views.cnn_images import Grid, Picture
from fishlab.gui.views.cnn_maps import MapsPanel
from fishlab.gui.views.cnn_painting import with_cell
from fishlab.gui.views.cnn_pooling import PoolingPanel
from fishlab.gui.views.cnn_saliency import SaliencyPanel
from fishlab.gui.views.cnn_sheet import Sheet
from fishlab.gui.views.cnn_strip import LayerStrip
from fishlab.gui.widgets.plot import Plot
from fishlab.labs.cnn import Cnn
from fishlab.labs.cnn_params import CnnParams

LAB = Cnn()
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


@pytest.fixture
def view(qapp: QApplication) -> Iterator[CnnView]:
    view = CnnView(LAB)
    view.apply_theme(LIGHT)
    view.retranslate()
    view.resize(940, 620)
    view.show()
    yield view
    view.close()


@pytest.fixture
def edits(view: CnnView) -> list[dict[str, Any]]:
    """What the view asked the form to change during the test."""
    asked: list[dict[str, Any]] = []
    view.edited.connect(asked.append)
    return asked


def show(view: CnnView, params: Params) -> Run:
    run = Run(LAB, params)
    assert run.execute().kind == "done"
    assert run.history.last is not None
    view.show_params(params)
    view.show_frame(run.history.last, run.history)
    for _ in range(3):
        QApplication.processEvents()
    return run


def preset(name: str) -> CnnParams:
    params = LAB.preset(name).params
    assert isinstance(params, CnnParams)
    return params.replace(steps=3)


def numbers(sheet: Sheet, name: str) -> list[list[float]]:
    values: list[list[float]] = sheet.block(name).values.tolist()
    return values


def test_every_preset_has_its_panel_and_fits(view: CnnView) -> None:
    panels = {
        "book": ConvolutionPanel,
        "im2col": Im2colPanel,
        "pooling": PoolingPanel,
        "shift": PoolingPanel,
        "filters": FiltersPanel,
        "maps_deep": MapsPanel,
        "picture": MapsPanel,
        "saliency": SaliencyPanel,
    }
    for name, kind in panels.items():
        show(view, preset(name))
        assert isinstance(view._pages.currentWidget(), kind), name
        assert view.minimumSizeHint().width() <= 940, name
        assert view.minimumSizeHint().height() <= 620, name


def test_book_cells_and_the_sum_written_out(view: CnnView) -> None:
    run = show(view, preset("book"))
    panel = view.panel(ConvolutionPanel)
    assert numbers(panel.sheet, "output") == [[15, 16], [6, 15]]
    frame = run.history.frame(0)
    assert frame is not None
    view.show_frame(frame, run.history)
    assert panel.sum.text().startswith("1·2 + 2·0 + 3·1 + 0·0 + 1·1 + 2·2 + 3·1 + 0·0 + 1·2")
    assert "15 + 0 = <b>15</b>" in panel.sum.text()
    assert panel.sheet.block("image.0").framed == ((0, 0, 3, 3),)
    assert not panel.sheet.block("output").known[1, 1]


def test_a_click_raises_a_cell_and_a_right_click_lowers_it(
    view: CnnView, edits: list[dict[str, Any]]
) -> None:
    show(view, preset("padding"))
    sheet = view.panel(ConvolutionPanel).sheet
    # Row 1 of what is drawn is row 0 of the image: the ring around it is padding.
    QTest.mouseClick(sheet, LEFT, pos=sheet.centre_of("image.0", 1, 3))
    QTest.mouseClick(sheet, RIGHT, pos=sheet.centre_of("filter.0", 0, 0))
    QTest.mouseClick(sheet, LEFT, pos=sheet.centre_of("image.0", 0, 0))
    assert edits == [{"cells": ((0, 0, 2, 4),)}, {"weights": ((0, 0, 0, 1),)}]
    CnnParams(**edits[0])


def test_a_drag_paints_one_value_over_many_cells(
    view: CnnView, edits: list[dict[str, Any]]
) -> None:
    show(view, preset("book"))
    view.edited.connect(lambda change: view.show_params(CnnParams(**change)))
    sheet = view.panel(ConvolutionPanel).sheet
    QTest.mousePress(sheet, LEFT, pos=sheet.centre_of("image.0", 0, 0))
    for column in (1, 2):
        QTest.mouseMove(sheet, sheet.centre_of("image.0", 0, column))
    QTest.mouseRelease(sheet, LEFT, pos=sheet.centre_of("image.0", 0, 2))
    assert edits[-1] == {"cells": ((0, 0, 0, 2), (0, 0, 1, 2), (0, 0, 2, 2))}


def test_keys_move_and_change_a_cell(view: CnnView, edits: list[dict[str, Any]]) -> None:
    show(view, preset("book"))
    sheet = view.panel(ConvolutionPanel).sheet
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_7):
        QTest.keyClick(sheet, key)
    assert edits == [{"cells": ((0, 1, 1, 7),)}]
    for _ in range(3):
        QTest.keyClick(sheet, Qt.Key.Key_Right)
    assert sheet.cursor_cell == ("filter.0", 0, 0)
    QTest.keyClick(sheet, Qt.Key.Key_Minus)
    assert edits[-1] == {"weights": ((0, 0, 0, 1),)}


def test_painting_keeps_what_was_painted_before() -> None:
    cells = with_cell(with_cell((), (0, 1, 1), 4), (0, 0, 0), 2)
    assert cells == ((0, 0, 0, 2), (0, 1, 1, 4))
    assert with_cell(cells, (0, 1, 1), 5)[1] == (0, 1, 1, 5)


def test_im2col_links_row_window_and_output(view: CnnView) -> None:
    show(view, preset("im2col").replace(image_size=5))
    panel = view.panel(Im2colPanel)
    QTest.mouseMove(panel.matrices, panel.matrices.centre_of("column", 5, 2))
    assert panel.selected == 5
    assert panel.pictures.block("image.0").framed == ((1, 2, 3, 3),)
    assert panel.pictures.block("output.1").lit == ((1, 2, 1, 1),)
    assert panel.matrices.block("product").lit == ((5, 0, 1, 2),)
    QTest.mouseClick(panel.pictures, LEFT, pos=panel.pictures.centre_of("output.0", 2, 1))
    QTest.mouseMove(panel.matrices, QPoint(1, 1))
    assert panel.selected == 7
    assert panel.words.text().startswith("Row 7: the window at row 2, column 1")


def test_times_are_shown_only_in_the_race(view: CnnView) -> None:
    show(view, preset("im2col"))
    panel = view.panel(Im2colPanel)
    assert not panel._cells["loops", "time"].isVisible()
    show(view, preset("loops"))
    assert float(panel._cells["loops", "time"].text()) > 0
    assert panel._cells["loops", "time"].isVisible()


def test_what_does_not_fit_leaves_an_empty_output(view: CnnView) -> None:
    for mode in ("convolution", "im2col"):
        show(view, CnnParams(mode=mode, image_size=3, filter_size=5))
    show(view, CnnParams(mode="pooling", image_size=3, pool_size=4))
    assert [block.name for block in view.panel(PoolingPanel).sheet.blocks] == ["image"]


def test_pooling_marks_the_largest_cell_and_the_changed_ones(view: CnnView) -> None:
    run = show(view, preset("pooling"))
    frame = run.history.frame(2)
    assert frame is not None
    view.show_frame(frame, run.history)
    sheet = view.panel(PoolingPanel).sheet
    assert sheet.block("image").lit == ((3, 1, 1, 1),)
    assert sheet.block("image").framed == ((2, 0, 2, 2),)
    assert len(sheet.block("output_shifted").lit) == 4


def test_pooled_digits_are_as_large_as_the_digits(view: CnnView) -> None:
    for height in range(600, 660, 10):
        view.resize(940, height)
        show(view, preset("shift"))
        pictures = view.panel(PoolingPanel).pictures
        assert pictures["output"].place().size() == pictures["image"].place().size()


@pytest.mark.parametrize("name", ["shift", "picture", "saliency"])
def test_the_frame_of_a_picture_is_inside_of_its_widget(view: CnnView, name: str) -> None:
    show(view, preset(name))
    for picture in view.findChildren(Picture):
        if picture.isVisible():
            assert picture.place().right() < picture.width()
            assert picture.place().bottom() < picture.height()


def test_filters_show_before_and_now_and_curves_end_where_the_reader_looks(view: CnnView) -> None:
    run = show(view, preset("filters"))
    panel = view.panel(FiltersPanel)
    assert (panel.before.count, panel.now.count) == (30, 30)
    assert len(panel._curves["loss"].getData()[0]) == 4
    frame = run.history.frame(1)
    assert frame is not None
    view.show_frame(frame, run.history)
    assert len(panel._curves["loss"].getData()[0]) == 2
    QTest.mouseClick(panel.now, LEFT, pos=panel.now.place(11).center().toPoint())
    assert (panel.before.current, panel.now.current) == (11, 11)
    assert panel._words(panel.now, 11).startswith("filter 12")


def test_a_clicked_map_is_enlarged_with_what_its_cells_see(view: CnnView) -> None:
    run = show(view, preset("maps"))
    assert run.history.last is not None
    panel = view.panel(MapsPanel)
    place = panel.strip.tile("Pool1", 4).center().toPoint()
    QTest.mouseClick(panel.strip, LEFT, pos=place)
    assert panel.map.title == "Pool1, map 5"
    QTest.mouseMove(panel.map, panel.map.centre_of(3, 7))
    # A convolution of 5 and a pooling of 2: six pixels, two further on for each cell.
    assert panel.image._frame == (6, 14, 6, 6)
    value = run.history.last.arrays["layer.Pool1"][4, 3, 7]
    assert f"{value:.4g}" in panel.words.text()
    QTest.keyClick(panel.strip, Qt.Key.Key_Down)
    assert panel.map.title == "Affine1, all 100 units"
    assert panel.image._frame is None


def test_a_dropped_picture_is_looked_at(
    view: CnnView, edits: list[dict[str, Any]], tmp_path: Path
) -> None:
    show(view, preset("maps"))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "seven.png"))])
    action = Qt.DropAction.CopyAction
    none = Qt.KeyboardModifier.NoModifier
    view.panel(MapsPanel).dropEvent(QDropEvent(QPointF(5, 5), action, data, LEFT, none))
    assert [edit["picture"] for edit in edits] == ["file"]
    assert Path(edits[0]["path"]) == tmp_path / "seven.png"


def test_what_is_drawn_on_the_pad_is_looked_at(view: CnnView, edits: list[dict[str, Any]]) -> None:
    show(view, preset("maps_deep"))
    panel = view.panel(MapsPanel)
    assert not panel.pad.isVisible()
    QTest.mouseClick(panel.draw_button, LEFT)
    assert edits == [{"picture": "drawing"}]
    show(view, preset("maps_deep").replace(**edits[0]))
    assert panel.pad.isVisible()
    assert view.minimumSizeHint().height() <= 620
    middle = panel.pad.rect().center()
    QTest.mousePress(panel.pad, LEFT, pos=middle - QPoint(0, 40))
    for y in range(-30, 50, 10):
        QTest.mouseMove(panel.pad, middle + QPoint(0, y))
    QTest.mouseRelease(panel.pad, LEFT, pos=middle + QPoint(0, 40))
    QApplication.processEvents()
    assert edits[-1]["picture"] == "drawing"
    assert len(edits[-1]["strokes"]) > 5
    CnnParams(**edits[-1])
    QTest.mouseClick(panel.draw_button, LEFT)
    QApplication.processEvents()
    assert edits[-1]["strokes"] == ()


def test_a_click_on_a_bar_asks_for_that_score(view: CnnView, edits: list[dict[str, Any]]) -> None:
    show(view, preset("saliency"))
    bars = view.panel(SaliencyPanel).bars
    at = bars.mapFromScene(bars.getViewBox().mapViewToScene(QPointF(4.1, 0.5)))
    QTest.mouseClick(bars.viewport(), LEFT, pos=at)
    assert edits == [{"target": "4"}]
    assert view.panel(SaliencyPanel)._read(9.2, 0.5).startswith("9: ")


def test_theme_and_words_change_under_every_panel(view: CnnView) -> None:
    for name in ("book", "im2col", "pooling", "shift", "filters", "maps", "saliency"):
        show(view, preset(name))
        panel = view._pages.currentWidget()
        light = pixels(view)
        view.apply_theme(DARK)
        view.retranslate()
        QApplication.processEvents()
        assert not np.array_equal(light, pixels(view)), name
        for kind in (Sheet, Picture, Grid, LayerStrip, Plot, QPushButton):
            for widget in panel.findChildren(kind):
                assert widget.accessibleName(), (name, kind)
                assert widget.toolTip(), (name, kind)
        view.apply_theme(LIGHT)


def pixels(view: CnnView) -> np.ndarray:
    image = view.grab().toImage()
    return np.frombuffer(image.constBits(), np.uint8).copy()
