"""The context menu of a picture: the part under the mouse, or all of the lab."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent, QImage, QKeySequence
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from fishlab.gui.main_window import MainWindow
from fishlab.gui.page import LabPage
from fishlab.gui.pictures import METADATA_KEY
from fishlab.gui.settings import Settings
from fishlab.gui.style import Dresser
from fishlab.gui.widgets.drawing_pad import DrawingPad
from fishlab.gui.widgets.plot import Plot
from fishlab.labs import LABS
from fishlab.labs.contents import CONTENTS


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow(CONTENTS, Settings(), Dresser("light"))
    qtbot.addWidget(window)
    window.show()
    yield window
    window.close()


def shown(qtbot: QtBot, window: MainWindow, lab: str, preset: str = "book") -> LabPage:
    page = window.show_lab(lab)
    page.load(page.lab.preset(preset).params, 0)
    qtbot.waitUntil(lambda: page.player.position == 0)
    return page


def menu_of(
    page: LabPage,
    part: QWidget,
    reason: QContextMenuEvent.Reason = QContextMenuEvent.Reason.Mouse,
    place: QPoint | None = None,
) -> QMenu | None:
    """Ask for the menu in the middle of `part`, or at `place`; None: there was none."""
    target = part.viewport() if isinstance(part, QAbstractScrollArea) else part
    place = target.rect().center() if place is None else place
    QApplication.sendEvent(target, QContextMenuEvent(reason, place, target.mapToGlobal(place)))
    popup = QApplication.activePopupWidget()
    if popup is None:
        return None
    assert isinstance(popup, QMenu)
    popup.close()
    return popup


def entry(menu: QMenu, name: str):
    return next(action for action in menu.actions() if action.objectName() == name)


@pytest.mark.parametrize("lab", [lab.id for lab in LABS])
def test_every_plot_that_is_shown_can_be_copied_by_itself(qtbot, window, lab):
    page = shown(qtbot, window, lab)
    clipboard = QApplication.clipboard()
    for plot in page.view.findChildren(Plot):
        if not plot.isVisible():
            continue
        menu = menu_of(page, plot)
        clipboard.clear()
        entry(menu, "part_copy").trigger()
        assert clipboard.image().size() == plot.size() * 2
        assert page.exports.menuAction() in menu.actions()


def test_one_plot_is_saved_and_brings_its_run_back(qtbot, window, tmp_path, monkeypatch):
    page = shown(qtbot, window, "optimizers", "himmelblau")
    plot = page.view.findChildren(Plot)[0]
    for ending in ("png", "svg", "pdf"):
        path = tmp_path / f"plot.{ending}"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, path=path: (str(path), ""))
        entry(menu_of(page, plot), f"part_{ending}").trigger()
        assert path.stat().st_size > 1000
    image = QImage(str(tmp_path / "plot.png"))
    assert image.size() == plot.size() * 2
    assert json.loads(image.text(METADATA_KEY))["params"] == page.params.to_json()
    assert "<text" in (tmp_path / "plot.svg").read_text("utf-8")
    page.load(page.lab.preset("book").params, 0)
    window.open_run(tmp_path / "plot.png")
    assert page.params == page.lab.preset("himmelblau").params


def test_between_the_pictures_there_is_all_of_the_lab(qtbot, window):
    page = shown(qtbot, window, "perceptron")
    menu = menu_of(page, page.view, place=QPoint(2, 2))
    assert not entry(menu, "part_copy").isVisible()
    assert page.exports.menuAction() in menu.actions()


def test_a_table_and_a_drawn_graph_are_pictures_too(qtbot, window):
    page = shown(qtbot, window, "backprop")
    for part in page.view.findChildren(QWidget):
        if part.isVisible() and type(part).__name__ in {"GraphPicture", "QTableWidget"}:
            entry(menu_of(page, part), "part_copy").trigger()
            assert QApplication.clipboard().image().size() == part.size() * 2


def test_no_menu_comes_up_where_the_right_button_draws(qtbot, window):
    keyboard = QContextMenuEvent.Reason.Keyboard
    page = shown(qtbot, window, "digits")
    pad = page.view.findChild(DrawingPad)
    assert menu_of(page, pad) is None
    assert menu_of(page, pad, keyboard) is not None
    page = shown(qtbot, window, "perceptron", "points")
    assert menu_of(page, page.view.plane) is None
    assert menu_of(page, page.view.plane, keyboard) is not None
    page = shown(qtbot, window, "perceptron")
    assert menu_of(page, page.view.plane) is not None


def test_the_edit_menu_copies_and_pastes_the_open_labs_settings(qtbot, window):
    page = shown(qtbot, window, "optimizers", "saddle")
    edit = next(
        menu
        for menu in window.menuBar().findChildren(QMenu)
        if QKeySequence("Ctrl+Shift+V") in [action.shortcut() for action in menu.actions()]
    )
    words = {action.text().replace("&", ""): action for action in edit.actions()}
    words["Copy settings as one line"].trigger()
    line = QApplication.clipboard().text()
    assert json.loads(line)["lab"] == "optimizers"
    assert "\n" not in line
    words["Copy as a command"].trigger()
    assert QApplication.clipboard().text().startswith("fishlab run optimizers")
    QApplication.clipboard().setText(line)
    shown(qtbot, window, "perceptron")
    words["Paste settings"].trigger()
    assert window.page is page
    assert page.params == page.lab.preset("saddle").params
