"""Presentation: larger type everywhere, the picture alone, and all as before when it is over."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QGraphicsTextItem, QLabel, QTableView, QWidget
from pytestqt.qtbot import QtBot

from fishlab.gui import presentation
from fishlab.gui.app import create_window
from fishlab.gui.main_window import MainWindow
from fishlab.gui.widgets.plot import Plot
from fishlab.labs import LABS

from .toys import Square

Maker = Callable[..., MainWindow]


def sizes(page: QWidget) -> dict[QWidget, tuple[int, ...]]:
    """The type, and what is fixed in pixels, of every widget in a page."""
    found = {}
    for widget in page.findChildren(QWidget):
        if widget.objectName().startswith("qt_"):  # Qt's own, inside others
            continue
        row = widget.verticalHeader().defaultSectionSize() if isinstance(widget, QTableView) else 0
        axis = widget.getAxis("left").fixedWidth or 0 if isinstance(widget, Plot) else 0
        letters = QFontMetrics(widget.font()).height()
        found[widget] = (letters, widget.maximumWidth(), widget.maximumHeight(), row, axis)
    return found


def toggle(window: MainWindow, qtbot: QtBot) -> None:
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_P, keys)


def test_the_key_enlarges_all_words_and_leaves_the_picture_alone(
    make_window: Maker, qtbot: QtBot
) -> None:
    window = make_window(Square())
    window.show_panel(True)
    usual = QFontMetrics(QApplication.font()).height()
    tab = window.tabs.tabBar().tabRect(0).height()
    toggle(window, qtbot)
    assert not window.page.form.isVisible()
    assert not window.page.shows_panel
    assert window.tabs.tabBar().tabRect(0).height() > tab
    words = window.page.findChildren(QLabel)
    assert all(QFontMetrics(label.font()).height() > 1.2 * usual for label in words)


def test_settings_and_lesson_can_be_brought_in_and_come_back_afterwards(
    make_window: Maker, qtbot: QtBot
) -> None:
    window = make_window(Square())
    toggle(window, qtbot)
    qtbot.keyClick(window, Qt.Key.Key_F9)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert window.page.form.isVisible()
    assert window.page.shows_panel
    toggle(window, qtbot)
    assert window.page.form.isVisible()
    assert not window.page.shows_panel


def test_it_is_remembered_and_so_is_what_was_before(make_window: Maker, qtbot: QtBot) -> None:
    window = make_window(Square())
    usual = QApplication.font().pointSizeF()
    window.show_panel(True)
    toggle(window, qtbot)
    window.close()
    assert QApplication.font().pointSizeF() == pytest.approx(usual)
    again = make_window(Square())
    assert QApplication.font().pointSizeF() > usual
    assert not again.page.form.isVisible()
    toggle(again, qtbot)
    assert again.page.form.isVisible()
    assert again.page.shows_panel


@pytest.fixture
def real(qtbot: QtBot) -> MainWindow:  # type: ignore[misc]
    window = create_window("en", "light")
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    yield window  # type: ignore[misc]
    window.close()


@pytest.mark.parametrize("lab", [lab.id for lab in LABS])
def test_every_lab_grows_and_is_as_before_afterwards(
    real: MainWindow, lab: str, qtbot: QtBot
) -> None:
    page = real.show_lab(lab)
    qtbot.waitUntil(lambda: page.player.position >= 0)
    QApplication.processEvents()
    before = sizes(page)
    real.present(True)
    QApplication.processEvents()
    large = sizes(page)
    assert [w.objectName() for w in before if w in large and large[w][0] <= before[w][0]] == []
    assert (real.width(), real.height()) == (1280, 800)
    real.show_column(True)
    QApplication.processEvents()
    assert (real.width(), real.height()) == (1280, 800)
    real.present(False)
    QApplication.processEvents()
    after = sizes(page)
    left = {w: size for w, size in after.items() if w in before}
    assert left == {w: size for w, size in before.items() if w in after}


@pytest.mark.parametrize("built_large", [False, True])
def test_a_table_has_room_for_its_rows(real: MainWindow, qtbot: QtBot, built_large: bool) -> None:
    real.present(built_large)
    page = real.show_lab("optimizers")
    qtbot.waitUntil(lambda: page.player.position >= 0)
    real.present(True)
    qtbot.wait(0)
    (table,) = page.view.findChildren(QTableView)
    rows = [table.rowHeight(row) for row in range(table.model().rowCount())]
    shown = [height for height in rows if height]
    assert len(shown) == 4
    assert min(shown) >= QFontMetrics(table.font()).height()
    assert table.viewport().height() >= sum(shown)


def test_pixels_grow_with_the_type(make_window: Maker) -> None:
    window = make_window(Square())
    assert presentation.grown(100) == 100
    window.present(True)
    assert presentation.grown(100) == 140
    window.present(False)
    assert presentation.grown(100) == 100


def test_the_words_of_a_plot_grow_and_shrink(real: MainWindow, qtbot: QtBot) -> None:
    page = real.show_lab("activations")
    qtbot.waitUntil(lambda: page.player.position >= 0)
    plot = next(plot for plot in page.view.findChildren(Plot) if plot.isVisible())

    def heights() -> set[int]:
        items = [item for item in plot.scene().items() if isinstance(item, QGraphicsTextItem)]
        return {QFontMetrics(item.font()).height() for item in items}

    before = heights()
    real.present(True)
    assert min(heights()) > max(before)
    real.present(False)
    assert heights() == before
