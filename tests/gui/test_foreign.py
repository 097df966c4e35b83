"""Files that are no runs: dropped on the window, they go to the lab that can use them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from fishlab.datasets import load_mnist
from fishlab.engine import TwoLayerNet
from fishlab.engine.weights import save_weights
from fishlab.experiment import Run
from fishlab.experiment.export import run_as_json
from fishlab.experiment.models import load_model, shared_model
from fishlab.experiment.own_weights import FILE, OWN, keep_weights, own_path
from fishlab.gui.foreign import open_foreign
from fishlab.gui.main_window import MainWindow
from fishlab.gui.settings import Settings
from fishlab.gui.style import Dresser
from fishlab.gui.widgets.drawing_pad import DrawingPad
from fishlab.labs.contents import CONTENTS


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow(CONTENTS, Settings(), Dresser("light"))
    qtbot.addWidget(window)
    window.show()
    yield window
    window.close()


def drop(target: QWidget, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    modifier = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), action, mime, button, modifier)
    QApplication.sendEvent(target, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(target, QDropEvent(QPointF(5, 5), action, mime, button, modifier))


def test_good_weights_that_cannot_be_kept_are_not_said_to_be_of_no_use(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path) -> str:
        raise OSError(28, "No space left on device", "kept.npz")

    monkeypatch.setattr("fishlab.gui.foreign.adopt_weights", full)
    network = TwoLayerNet(784, 50, 10, rng=np.random.default_rng(3))
    save_weights(tmp_path / "mine.npz", dict(network.params), {})
    assert open_foreign(window, tmp_path / "mine.npz") == "kept.npz: No space left on device"


def test_weights_of_one_s_own_read_the_drawings(qtbot, window, tmp_path):
    network = TwoLayerNet(784, 50, 10, rng=np.random.default_rng(3))
    save_weights(tmp_path / "mine.npz", dict(network.params), {})
    drop(window, tmp_path / "mine.npz")
    params = window.page.params
    assert (window.page.lab.id, params.model, params.weights) == ("digits", "two_layer", "file")
    assert "Two-layer network" in window.statusBar().currentMessage()
    (x, _), _ = load_mnist()
    kept = load_model("two_layer", own_path("two_layer", FILE))
    np.testing.assert_allclose(kept.predict(x[:5]), network.predict(x[:5]), rtol=1e-5)


def always(digit: int, path: Path) -> None:
    """Write weights of SimpleConvNet that take everything for one digit."""
    params = load_model("simple_convnet").params
    params["b3"][...] = 100.0 * (np.arange(10) == digit)
    save_weights(path, dict(params), {})


def wait_for_digit(qtbot: QtBot, window: MainWindow, digit: int) -> None:
    def shown() -> bool:
        run = window.page.player.run
        return (
            run is not None
            and run.history.last is not None
            and run.history.last.scalars.get("digit") == digit
        )

    qtbot.waitUntil(shown)


def test_weights_dropped_on_a_lab_that_looks_into_the_network_stay_there(qtbot, window, tmp_path):
    always(3, tmp_path / "three.npz")
    page = window.show_lab("cnn")
    page.load(page.params.replace(mode="maps"), 0)
    drop(window, tmp_path / "three.npz")
    assert window.page.lab.id == "cnn"
    box = window.page.findChild(QComboBox, "param:network_weights")
    assert (box.isVisibleTo(page.form), box.currentText()) == (True, "from my file")
    assert "SimpleConvNet" in window.statusBar().currentMessage()
    wait_for_digit(qtbot, window, 3)
    # Another file takes their place, although not a setting has changed.
    always(8, tmp_path / "eight.npz")
    drop(window, tmp_path / "eight.npz")
    wait_for_digit(qtbot, window, 8)
    # Where no trained network is at work, they read one's drawings.
    page.load(page.params.replace(mode="pooling"), 0)
    drop(window, tmp_path / "eight.npz")
    assert (window.page.lab.id, window.page.params.weights) == ("digits", "file")


def test_a_file_of_weights_leaves_those_trained_on_one_s_own_digits_alone(window, tmp_path):
    trained = shared_model("simple_convnet").params.flat + 0.5
    keep_weights("simple_convnet", OWN, trained, {})
    always(3, tmp_path / "three.npz")
    drop(window, tmp_path / "three.npz")
    kept = load_model("simple_convnet", own_path("simple_convnet", OWN))
    np.testing.assert_array_equal(kept.params.flat, trained)
    box = window.page.findChild(QComboBox, "param:weights")
    offered = [box.itemText(k) for k in range(box.count())]
    assert offered == ["as shipped", "trained on my digits", "from my file"]
    assert box.currentText() == "from my file"


def test_a_photo_is_read_and_a_table_is_learned_wherever_they_are_dropped(qtbot, window, tmp_path):
    (x, t), _ = load_mnist(flatten=False)
    picture = Image.fromarray((255 - x[0, 0] * 255).astype(np.uint8)).resize((300, 300))
    picture.save(tmp_path / "photo.png")
    drop(window, tmp_path / "photo.png")
    page = window.page
    assert page.lab.id == "digits"
    qtbot.waitUntil(lambda: page.player.run is not None and len(page.player.run.history) > 0)
    assert page.player.run.history.last.arrays["probabilities"].argmax() == t[0]
    (tmp_path / "points.csv").write_text("x1,x2,label\n0,0,0\n1,1,1\n")
    drop(window, tmp_path / "points.csv")
    assert window.page.lab.id == "perceptron"
    assert window.page.params.points == ((0.0, 0.0, 0.0), (1.0, 1.0, 1.0))


def exported(window: MainWindow, path: Path) -> Path:
    """Write a picture of a run of the perceptron lab as the window would."""
    lab = window.lab("perceptron")
    run = Run(lab, lab.presets[1].params, 7)
    run.execute()
    note = PngInfo()
    note.add_text("fishlab", run_as_json(run))
    Image.new("L", (300, 300), 255).save(path, pnginfo=note)
    return path


@pytest.mark.parametrize("place", ["digits", "cnn"])
def test_a_picture_of_a_run_dropped_on_a_pad_restores_the_run(qtbot, window, tmp_path, place):
    page = window.show_lab(place)
    if place == "cnn":
        page.load(page.params.replace(mode="maps", picture="drawing"), 0)
        qtbot.waitUntil(lambda: page.findChild(DrawingPad) is not None)
    before = page.params
    drop(page.findChild(DrawingPad), exported(window, tmp_path / "run.png"))
    assert window.page.lab.id == "perceptron"
    assert (window.page.params, window.page.seed) == (window.page.lab.presets[1].params, 7)
    assert page.params == before


def test_what_is_no_picture_is_opened_though_it_was_dropped_on_the_pad(qtbot, window, tmp_path):
    page = window.show_lab("digits")
    (tmp_path / "points.csv").write_text("x1,x2,label\n0,0,0\n1,1,1\n")
    drop(page.findChild(DrawingPad), tmp_path / "points.csv")
    assert window.page.lab.id == "perceptron"


def test_points_go_to_the_training_lab_if_points_are_looked_at_there(qtbot, window, tmp_path):
    (tmp_path / "points.csv").write_text("x1,x2,label\n0,0,0\n1,1,1\n")
    page = window.show_lab("training")
    page.load(page.lab.preset("points_spiral").params, 0)
    drop(window, tmp_path / "points.csv")
    assert window.page is page
    assert (page.params.mode, page.params.pattern) == ("points", "own")
    assert page.params.points == ((0.0, 0.0, 0.0), (1.0, 1.0, 1.0))


@pytest.mark.parametrize("name", ["bad.npz", "bad.pkl", "bad.png", "bad.csv"])
def test_what_is_of_no_use_is_said_and_changes_nothing(qtbot, window, tmp_path, name):
    before = window.page.params
    (tmp_path / name).write_bytes(b"\xff\xfe\x00 nothing")
    drop(window, tmp_path / name)
    assert window.page.params == before
    assert name in window.page.findChild(QLabel, "verdict").text()
