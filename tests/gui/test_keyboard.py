"""The whole program by keyboard alone, and a name and a tooltip for everything that acts."""

from __future__ import annotations

from collections.abc import Iterator

import pyqtgraph as pg
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from fishlab.experiment import Lab
from fishlab.gui import pictures
from fishlab.gui.headless import settle
from fishlab.gui.main_window import MainWindow
from fishlab.gui.page import LabPage
from fishlab.gui.settings import Settings
from fishlab.gui.style import Dresser
from fishlab.gui.views.backprop_picture import GraphPicture
from fishlab.gui.views.cnn_maps import MapsPanel
from fishlab.gui.views.cnn_sheet import Sheet
from fishlab.gui.views.forward_network import NetworkPanel
from fishlab.gui.views.gradients_net import NetPanel
from fishlab.gui.widgets.plot import Plot
from fishlab.labs import LABS, find_lab
from fishlab.labs.contents import CONTENTS

from .reach import interactive, modes, must_be_reached, name_of, path, walk

PATIENCE = 10_000
CASES = [pytest.param(lab, id=lab.id) for lab in LABS]
Key = Qt.Key


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow(CONTENTS, Settings(), Dresser("light"))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.close()


def opened(qtbot: QtBot, window: MainWindow, lab: Lab, mode: str | None) -> LabPage:
    """Return the page of a lab in a mode, with a frame to look at."""
    page = window.show_lab(lab.id)
    if mode is not None:
        page._view_edited({"mode": mode})
    player = page.player
    qtbot.waitUntil(lambda: player.position >= 0 or player.state == "failed", timeout=PATIENCE)
    settle()  # until it is laid out and painted, nothing stands where it is seen
    return page


@pytest.mark.parametrize("lab", CASES)
def test_tab_comes_to_everything_shows_it_and_all_has_a_name_and_a_tooltip(qtbot, window, lab):
    for mode in modes(lab):
        page = opened(qtbot, window, lab, mode)
        wanted = must_be_reached(page)
        assert len(wanted) >= 8
        seen = walk(qtbot, page)
        hidden = [path(widget) for widget, on_screen in seen.items() if not on_screen]
        missed = [path(widget) for widget in wanted if widget not in seen]
        assert (missed, hidden) == ([], []), mode
        nameless = [path(widget) for widget in interactive(page) if not name_of(widget)]
        tipless = [path(widget) for widget in interactive(page) if not widget.toolTip()]
        assert (nameless, tipless) == ([], []), mode
    assert set(walk(qtbot, page, back=True)) >= set(wanted)


def test_tab_goes_through_the_panel_as_well_and_out_of_it(qtbot, window):
    page = opened(qtbot, window, find_lab("perceptron"), None)
    page.show_panel(True)
    page.panel.runs.keep.click()
    for number in range(page.panel.tabs.count()):
        page.panel.tabs.setCurrentIndex(number)
        wanted = must_be_reached(page.panel)
        seen = walk(qtbot, page)
        missed = [path(widget) for widget in wanted if widget not in seen]
        assert missed == [], number
        assert page.preset_box.combo in seen, number
        nameless = [path(w) for w in interactive(page.panel) if not name_of(w)]
        tipless = [path(w) for w in interactive(page.panel) if not w.toolTip()]
        assert (nameless, tipless) == ([], []), number


def pressed(qtbot: QtBot, widget: QWidget, key: Qt.Key) -> None:
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(widget, key)


@pytest.mark.parametrize("lab", CASES)
def test_keys_work_every_kind_of_control(qtbot, window, lab):
    """A slider, a number, a choice and a switch of every form answer to arrows and Space."""
    page = opened(qtbot, window, lab, None)
    for widget in must_be_reached(page.form):
        before = page.params
        if isinstance(widget, QAbstractButton) and widget.isCheckable():
            pressed(qtbot, widget, Key.Key_Space)
        elif isinstance(widget, QComboBox):
            up = widget.currentIndex() == widget.count() - 1
            pressed(qtbot, widget, Key.Key_Up if up else Key.Key_Down)
        elif isinstance(widget, (QAbstractSpinBox, QAbstractSlider)):
            at_top = isinstance(widget, QAbstractSlider) and widget.value() == widget.maximum()
            pressed(qtbot, widget, Key.Key_Down if at_top else Key.Key_Up)
            if page.params == before:  # a number may be at its end
                pressed(qtbot, widget, Key.Key_Down)
        else:
            continue
        assert page.params != before, path(widget)
        page.load(page.lab.presets[0].params, page.lab.presets[0].seed)


def test_the_keys_of_the_run(qtbot, window):
    page = opened(qtbot, window, find_lab("optimizers"), None)
    player = page.player
    page.setFocus()
    qtbot.keyClick(page, Key.Key_Right)
    qtbot.waitUntil(lambda: player.position == 1)
    qtbot.keyClick(page, Key.Key_Left)
    qtbot.waitUntil(lambda: player.position == 0)
    qtbot.keyClick(page, Key.Key_Space)
    qtbot.waitUntil(lambda: player.state == "running" and player.position > 1)
    qtbot.keyClick(page, Key.Key_Space)
    qtbot.waitUntil(lambda: player.state == "paused")
    qtbot.keyClick(page, Key.Key_R)
    qtbot.waitUntil(lambda: player.position == 0)
    # With the focus on a plot they are still the run's.
    plot = page.view.findChild(Plot)
    pressed(qtbot, plot, Key.Key_Right)
    qtbot.waitUntil(lambda: player.position == 1)
    pressed(qtbot, plot, Key.Key_Left)
    qtbot.waitUntil(lambda: player.position == 0)


def test_the_keys_of_the_window(qtbot, window):
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    for number in range(9):
        qtbot.keyClick(window, Qt.Key(Key.Key_1 + number), control)
        assert window.tabs.currentIndex() == number
        assert window.page.lab is LABS[number]
    qtbot.keyClick(window, Key.Key_Tab, control)
    assert window.tabs.currentIndex() == 9
    qtbot.keyClick(window, Key.Key_Backtab, control | shift)
    assert window.tabs.currentIndex() == 8
    qtbot.keyClick(window, Key.Key_1, control)
    clipboard = QApplication.clipboard()
    clipboard.clear()
    qtbot.keyClick(window, Key.Key_C, control | shift)
    assert clipboard.image().width() == 2 * window.page.view.width()
    qtbot.keyClick(window, Key.Key_F1)
    assert window.page.shows_panel
    qtbot.keyClick(window, Key.Key_F11)
    assert window.isFullScreen()
    opened: list[bool] = []

    def look() -> None:
        opened.append(window.page.exports.isVisible())
        window.page.exports.close()

    QTimer.singleShot(0, look)
    qtbot.keyClick(window, Key.Key_E, control)  # comes back when the menu is closed
    assert opened == [True]


# Pictures that a hand can change


def keyed(qtbot: QtBot, picture: QWidget, *keys: Qt.Key | tuple[Qt.Key, Qt.KeyboardModifier]):
    """Give `picture` the focus as Tab does, and press these keys there."""
    picture.setFocus(Qt.FocusReason.TabFocusReason)
    for key in keys:
        qtbot.keyClick(picture, *(key if isinstance(key, tuple) else (key,)))


SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def every_move() -> Iterator[None]:
    """Keys in a test follow each other faster than pyqtgraph takes a mouse's moves."""
    rate = pg.getConfigOption("mouseRateLimit")
    pg.setConfigOption("mouseRateLimit", -1)
    yield
    pg.setConfigOption("mouseRateLimit", rate)


def test_keys_turn_the_line_of_the_perceptron(qtbot, window, every_move):
    page = opened(qtbot, window, find_lab("perceptron"), "gate")
    before, plane = page.params, page.view.plane
    keyed(qtbot, plane, (Key.Key_Return, SHIFT))  # takes hold of the handle
    assert plane.pointer.holds
    keyed(qtbot, plane, *[(Key.Key_Down, SHIFT)] * 4)
    keyed(qtbot, plane, (Key.Key_Return, SHIFT))
    assert page.params.w1 != before.w1
    after = page.params
    keyed(qtbot, plane, *[(Key.Key_Left, SHIFT)] * 4)
    assert page.params == after  # it was let go
    page.setFocus()
    assert plane.pointer.place is None


def test_keys_place_the_start_of_the_race_and_read_the_map(qtbot, window, every_move):
    page = opened(qtbot, window, find_lab("optimizers"), None)
    before, race = page.params, page.view.map
    keyed(qtbot, race, *[(Key.Key_Right, SHIFT)] * 6, *[(Key.Key_Up, SHIFT)] * 3)
    assert "f(" in race._words.toPlainText() or "step" in race._words.toPlainText()
    assert race._words.isVisible()
    assert page.params == before  # looking moves nothing
    keyed(qtbot, race, Key.Key_Return)
    assert page.params.x0 > before.x0
    assert page.params.y0 > before.y0
    keyed(qtbot, race, Key.Key_Escape)
    assert race.pointer.place is None


def test_keys_change_a_number_of_the_graph_and_move_its_node(qtbot, window):
    page = opened(qtbot, window, find_lab("backprop"), "graph")
    page.load(page.lab.presets[0].params, 0)
    qtbot.waitUntil(lambda: page.player.position >= 0)
    picture = page.view.findChild(GraphPicture)
    before = page.params
    keyed(qtbot, picture, Key.Key_Right)
    assert picture.stop is not None
    assert page.player.position == 0  # the arrow was the picture's, not the run's
    walked = [picture.stop]
    while picture.stop.cell is None:
        keyed(qtbot, picture, Key.Key_Right)
        assert picture.stop not in walked
        walked.append(picture.stop)
    place = picture.stop.cell.area.center()
    keyed(qtbot, picture, (Key.Key_Down, SHIFT))
    assert picture.stop.cell.area.center().y() > place.y() - 1e-9
    assert page.params == before
    keyed(qtbot, picture, Key.Key_Up)
    changed = {n for n, v in page.params.to_json().items() if v != before.to_json()[n]}
    field = picture._field(picture.stop.node)
    assert changed - {"stepwise"} == {field}


def test_keys_change_the_weights_of_the_network(qtbot, window):
    page = opened(qtbot, window, find_lab("forward"), "network")
    panel = page.view.findChild(NetworkPanel)
    x1 = page.params.x1
    keyed(qtbot, panel, Key.Key_Right, Key.Key_Up)
    assert page.params.x1 == pytest.approx(x1 + 0.05)
    edges = page.params.edges
    keyed(qtbot, panel, Key.Key_Right, Key.Key_Right, Key.Key_PageUp)
    assert page.params.edges != edges
    assert "→" in panel.accessibleDescription()


def test_keys_choose_the_right_class_of_the_simple_net(qtbot, window):
    page = opened(qtbot, window, find_lab("gradients"), "simple_net")
    before = page.params.target
    scores = page.view.findChild(NetPanel).scores
    keyed(qtbot, scores, Key.Key_Right)
    assert page.params.target != before


def test_keys_change_the_cells_of_the_matrices_of_forward_and_cnn(qtbot, window):
    for lab, mode in (("forward", "matrix"), ("cnn", "convolution")):
        page = opened(qtbot, window, find_lab(lab), mode)
        sheet = next(s for s in page.view.findChildren(Sheet) if s.isVisible())
        before = page.params
        keyed(qtbot, sheet, Key.Key_Right, Key.Key_Plus)
        assert page.params != before, lab
        assert sheet.cursor_cell is not None


def test_keys_walk_over_a_feature_map(qtbot, window):
    page = opened(qtbot, window, find_lab("cnn"), "maps")
    panel = page.view.findChild(MapsPanel)
    keyed(qtbot, panel.map, Key.Key_Right)
    first = panel.words.text()
    keyed(qtbot, panel.map, Key.Key_Down)
    assert panel.words.text() != first


def test_the_focus_is_seen_on_a_picture_and_not_in_its_export(qtbot, window):
    page = opened(qtbot, window, find_lab("forward"), "network")
    panel = page.view.findChild(NetworkPanel)
    page.setFocus()
    plain, exported = panel.grab().toImage(), pictures.image(page.view)
    panel.setFocus(Qt.FocusReason.TabFocusReason)
    assert panel.grab().toImage() != plain
    assert pictures.image(page.view) == exported
