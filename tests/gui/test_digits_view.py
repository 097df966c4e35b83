"""The digits view under the hand: a page in miniature runs the lab at once on every change."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from fishlab.datasets import load_mnist
from fishlab.datasets.personal import load_personal
from fishlab.experiment import Control, Frame, Run
from fishlab.experiment.models import MODELS, load_model
from fishlab.experiment.own_weights import OWN, keep_weights
from fishlab.gui.theme import DARK, LIGHT
from fishlab.gui.views import digits_layers
from fishlab.gui.views.digits import DigitsView
from fishlab.gui.views.digits_layers import Layers
from fishlab.labs.digits import Digits
from fishlab.labs.digits_params import DigitsParams
from fishlab.labs.digits_presets import FIVE, SMALL_SEVEN, THREE

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Desk:
    """The view with a lab behind it; every edit is run to its end at once."""

    def __init__(self, qtbot: QtBot) -> None:
        self.lab = Digits()
        self.qtbot = qtbot
        # The page gives the view its size; as a window it would ask the platform for one.
        self.page = QWidget()
        qtbot.addWidget(self.page)
        self.page.resize(940, 620)
        self.view = DigitsView(self.lab, self.page)
        self.view.resize(940, 620)
        self.view.apply_theme(LIGHT)
        self.view.retranslate()
        self.view.edited.connect(lambda changes: self.set(**changes))
        self.params = DigitsParams()
        self.runs = 0
        self.page.show()
        self.set()

    def set(self, **changes: object) -> None:
        self.params = self.params.replace(**changes)
        self.view.show_params(self.params)
        self.run = Run(self.lab, self.params)
        outcome = self.run.execute()
        assert outcome.kind == "done", outcome.report or outcome.reason
        self.runs += 1
        last = self.run.history.last
        assert last is not None
        self.view.show_frame(last, self.run.history)

    def find(self, name: str) -> QWidget:
        found = self.view.findChild(QWidget, name)
        assert isinstance(found, QWidget), name
        return found

    def click(self, name: str) -> None:
        button = self.find(name)
        assert isinstance(button, QAbstractButton)
        assert button.isEnabled(), name
        button.click()
        QGuiApplication.processEvents()

    def draw(self, rows: tuple[tuple[float, ...], ...]) -> None:
        """Draw strokes, given in pad units, with the mouse."""
        pad = self.find("drawing_pad")
        scale = min(pad.width(), pad.height()) / 280
        left, top = (pad.width() - 280 * scale) / 2, (pad.height() - 280 * scale) / 2
        for number in dict.fromkeys(row[0] for row in rows):
            line = [row[1:3] for row in rows if row[0] == number]
            # A quick hand: the pad has to round the corners itself.
            quick = [*line[:-1:4], line[-1]] if len(line) > 8 else line
            points = [QPoint(round(left + x * scale), round(top + y * scale)) for x, y in quick]
            QTest.mousePress(pad, LEFT, NONE, points[0])
            for point in points[1:]:
                QTest.mouseMove(pad, point)
                QGuiApplication.processEvents()
            QTest.mouseRelease(pad, LEFT, NONE, points[-1])
            QGuiApplication.processEvents()

    @property
    def digit(self) -> str:
        prediction = self.find("prediction")
        return str(prediction.text())  # type: ignore[attr-defined]


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def painted(widget: QWidget) -> np.ndarray:
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint32).copy()


# Drawing


def test_the_empty_pad_has_no_prediction(desk: Desk) -> None:
    prediction = desk.find("prediction")
    assert desk.digit == ""
    assert prediction.property("digit") == -1
    assert not any(c.isdigit() for c in prediction.accessibleName())


@pytest.mark.parametrize(("rows", "digit"), [(THREE, 3), (FIVE, 5), (SMALL_SEVEN, 7)])
def test_a_drawn_digit_is_read_and_said_to_everyone(desk: Desk, rows: tuple, digit: int) -> None:
    desk.draw(rows)
    prediction = desk.find("prediction")
    assert desk.digit == str(digit)
    assert prediction.property("digit") == digit
    assert str(digit) in prediction.accessibleName()
    interface = QAccessible.queryAccessibleInterface(prediction)
    assert str(digit) in interface.text(QAccessible.Text.Name)


def test_the_prediction_follows_the_pen(desk: Desk) -> None:
    readings = []
    prediction = desk.find("prediction")
    prediction.digit_changed.connect(readings.append)  # type: ignore[attr-defined]
    desk.draw(FIVE)
    assert len(readings) > 1
    assert readings[-1] == 5


def test_clearing_the_pad_takes_the_prediction_away_and_undo_brings_it_back(desk: Desk) -> None:
    desk.draw(FIVE)
    desk.click("pad:clear")
    assert desk.digit == ""
    assert desk.params.strokes == ()
    desk.click("pad:undo")
    assert desk.digit == "5"
    desk.click("pad:redo")
    assert desk.digit == ""


def test_the_bars_and_the_steps_change_with_the_drawing(desk: Desk) -> None:
    names = ("prediction", "layers")
    empty = {name: painted(desk.find(name)) for name in names}
    desk.draw(FIVE)
    for name in names:
        assert not np.array_equal(painted(desk.find(name)), empty[name]), name
    thumbnails = desk.view.reading.pipeline.thumbnails
    pictures = [painted(thumbnail) for thumbnail in thumbnails.values()]
    assert all(len(np.unique(picture)) > 2 for picture in pictures)


@pytest.mark.parametrize("step", ["box", "antialias", "centre"])
def test_each_step_can_be_switched_off_at_its_picture(desk: Desk, step: str) -> None:
    desk.draw(SMALL_SEVEN)
    seen = painted(desk.view.reading.pipeline.thumbnails["centre"])
    desk.click(f"step:{step}")
    assert getattr(desk.params, step) is False
    assert not np.array_equal(painted(desk.view.reading.pipeline.thumbnails["centre"]), seen)
    desk.click(f"step:{step}")
    assert getattr(desk.params, step) is True


@pytest.mark.parametrize("model", MODELS)
def test_every_model_shows_its_layers(desk: Desk, model: str) -> None:
    desk.set(model=model, strokes=FIVE)
    names = desk.view.reading.layers.names
    assert names[-1].startswith("Affine")
    assert sum("Conv" in name for name in names) == {"simple_convnet": 1, "deep_convnet": 6}.get(
        model, 0
    )


def test_a_layer_is_enlarged_by_click_and_by_keyboard(desk: Desk) -> None:
    desk.set(strokes=FIVE)
    layers = desk.view.reading.layers
    all_layers = painted(layers)
    QTest.mouseClick(layers, LEFT, NONE, QPoint(40, layers.height() // 2))
    assert layers.chosen == layers.names[0]
    first = painted(layers)
    assert not np.array_equal(first, all_layers)
    QTest.keyClick(layers, Qt.Key.Key_Left)
    assert layers.chosen == layers.names[-1]
    assert not np.array_equal(painted(layers), first)
    QTest.keyClick(layers, Qt.Key.Key_Escape)
    assert layers.chosen is None


def test_the_pen_width_is_a_parameter(desk: Desk) -> None:
    desk.find("pad:width").setValue(30)  # type: ignore[attr-defined]
    assert desk.params.pen_width == 30
    desk.draw(FIVE)
    assert {row[3] for row in desk.params.strokes} == {30}
    desk.set(pen_width=10.0)
    assert desk.find("pad:width").value() == 10  # type: ignore[attr-defined]


def test_a_restored_drawing_is_on_the_pad(desk: Desk) -> None:
    desk.set(**{k: v for k, v in DigitsParams(strokes=THREE).to_json().items() if k == "strokes"})
    assert desk.find("drawing_pad").rows() == THREE  # type: ignore[attr-defined]
    assert desk.digit == "3"


# Pictures


def write_digit(path: Path, number: int = 0) -> int:
    (_, _), (images, labels) = load_mnist(data="sample", normalize=False, flatten=False)
    large = Image.fromarray(255 - images[number, 0]).resize((120, 120))
    paper = Image.new("L", (300, 200), 255)
    paper.paste(large, (90, 40))
    paper.save(path)
    return int(labels[number])


def test_a_picture_by_file_is_read_and_shown(desk: Desk, tmp_path: Path) -> None:
    label = write_digit(tmp_path / "digit.png")
    blank = painted(desk.find("drawing_pad"))
    desk.view.reading.paper.take_file(str(tmp_path / "digit.png"))
    QGuiApplication.processEvents()
    assert desk.digit == str(label)
    assert desk.params.picture
    assert not np.array_equal(painted(desk.find("drawing_pad")), blank)
    # A saved run brings it back.
    other = DigitsParams.from_json(desk.params.to_json())
    desk.click("pad:clear")
    assert desk.digit == ""
    desk.set(**{name: getattr(other, name) for name in ("picture", "strokes")})
    assert desk.digit == str(label)


def test_a_picture_is_pasted_from_the_clipboard(desk: Desk, tmp_path: Path) -> None:
    label = write_digit(tmp_path / "digit.png", 7)
    QGuiApplication.clipboard().setImage(QImage(str(tmp_path / "digit.png")))
    pad = desk.find("drawing_pad")
    QTest.keyClick(pad, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QGuiApplication.processEvents()
    assert desk.digit == str(label)


def test_a_file_that_is_no_picture_is_refused_and_nothing_is_lost(
    desk: Desk, tmp_path: Path
) -> None:
    desk.draw(FIVE)
    (tmp_path / "notes.md").write_text("no picture")
    desk.view.reading.paper.take_file(str(tmp_path / "notes.md"))
    QGuiApplication.processEvents()
    assert "notes.md" in desk.view.reading.paper.note.text()
    assert desk.digit == "5"


# Test digits and the matrix


def test_next_and_previous_go_through_the_test_digits(desk: Desk) -> None:
    desk.set(mode="test")
    labels = load_mnist(data="sample")[1][1]
    assert not desk.find("test:previous").isEnabled()
    for index in (1, 2):
        desk.click("test:next")
        assert desk.params.index == index
        assert str(labels[index]) in desk.view.reading.browser.count.text()
    desk.click("test:previous")
    assert desk.params.index == 1


def test_the_gallery_chooses_a_test_digit(desk: Desk) -> None:
    desk.set(mode="test", label="8")
    gallery = desk.view.reading.gallery
    assert set(gallery.digits.labels) == {8}
    QTest.mouseClick(gallery.viewport(), LEFT, NONE, gallery._place(3).center())
    assert desk.params.index == 3
    QTest.keyClick(gallery, Qt.Key.Key_Right)
    assert desk.params.index == 4


def test_the_gallery_shows_whole_rows(desk: Desk) -> None:
    desk.set(mode="test")
    # What a window of 1280 × 800 leaves to the picture.
    desk.view.resize(972, 648)
    QGuiApplication.processEvents()
    gallery = desk.view.reading.gallery
    assert gallery.viewport().height() >= gallery._place(8).bottom()


def test_the_steps_from_paper_to_network_stand_in_one_line(desk: Desk) -> None:
    thumbnails = desk.view.reading.pipeline.thumbnails.values()
    assert len({(part.y(), part.height()) for part in thumbnails}) == 1


class Paintings(QObject):
    """Notes the last layer's first number whenever the layers are painted."""

    def __init__(self, layers: Layers) -> None:
        super().__init__(layers)
        self._layers = layers
        self.seen: list[float] = []
        layers.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's)
        if event.type() == QEvent.Type.Paint:
            self.seen.append(float(self._layers._answers[-1].values[0]))
        return False


def test_the_layers_are_painted_seldom_and_the_last_ones_stay(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    layers = desk.view.reading.layers
    painted(layers)
    paintings = Paintings(layers)

    def show(numbers: Iterable[float]) -> None:
        for number in numbers:
            layers.show_arrays({"layer.Affine": np.full(10, number)})
            desk.qtbot.wait(2)

    monkeypatch.setattr(digits_layers, "REST", 60_000)
    show(range(20))
    assert paintings.seen == []
    monkeypatch.setattr(digits_layers, "REST", 1)
    show(range(20, 40))
    desk.qtbot.waitUntil(lambda: paintings.seen[-1:] == [39.0])


def test_the_layers_stay_inside_of_their_frames(desk: Desk) -> None:
    desk.set(mode="test", model="mlp3")
    layers = desk.view.reading.layers
    # The frame's lower line is drawn just below the picture.
    assert all(place.bottom() + 1 < layers.height() for place in layers._places())


def test_before_training_the_axis_already_has_its_steps(desk: Desk) -> None:
    desk.set(mode="own", steps=60)
    assert desk.view.own.plot.viewRange()[0] == pytest.approx([0, 60], abs=2)


def test_a_wrong_reading_is_told_with_the_right_answer(desk: Desk) -> None:
    desk.set(mode="test", model="two_layer", only_wrong=True)
    frame = desk.run.history.last
    assert frame is not None
    assert desk.digit == str(int(frame.scalars["digit"]))
    assert int(frame.scalars["label"]) != int(desk.digit)


def test_a_cell_of_the_matrix_opens_its_digits_and_one_of_them_the_test_mode(desk: Desk) -> None:
    desk.set(mode="confusion", model="two_layer")
    panel = desk.view.confusion
    frame = desk.run.history.last
    assert frame is not None
    counts = frame.arrays["counts"]
    off = counts * (1 - np.eye(10, dtype=int))
    assert len(panel.gallery.digits) == off.sum()
    label, read = (int(i) for i in np.unravel_index(off.argmax(), off.shape))
    QTest.mouseClick(panel.matrix, LEFT, NONE, panel.matrix.place(label, read).center())
    digits = panel.gallery.digits
    assert len(digits) == counts[label, read]
    assert set(digits.labels) == {label}
    assert set(digits.read) == {read}
    number = int(digits.numbers[0])
    QTest.mouseClick(panel.gallery.viewport(), LEFT, NONE, panel.gallery._place(0).center())
    assert (desk.params.mode, desk.params.index) == ("test", number)
    assert desk.digit == str(read)


def test_the_matrix_is_walked_by_keyboard(desk: Desk) -> None:
    desk.set(mode="confusion", model="mlp3")
    matrix = desk.view.confusion.matrix
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right):
        QTest.keyClick(matrix, key)
    assert matrix.cell == (1, 1)
    frame = desk.run.history.last
    assert frame is not None
    assert len(desk.view.confusion.gallery.digits) == frame.arrays["counts"][1, 1]
    desk.click("confusion:mistakes")
    assert matrix.cell is None


# One's own digits


def test_digits_are_kept_by_key_and_by_button(desk: Desk) -> None:
    desk.draw(FIVE)
    desk.click("own:add")
    assert desk.find("drawing_pad").is_empty()  # type: ignore[attr-defined]
    desk.draw(THREE)
    QTest.keyClick(desk.find("drawing_pad"), Qt.Key.Key_9)
    QGuiApplication.processEvents()
    own = desk.lab.own_digits().digits
    assert own.labels.tolist() == [5, 9]
    assert own.images.reshape(2, -1).max(axis=1).tolist() == [255, 255]
    assert "9" in desk.view.reading.paper.note.text()


def test_an_empty_pad_keeps_nothing(desk: Desk) -> None:
    assert not desk.find("own:add").isEnabled()
    QTest.keyClick(desk.find("drawing_pad"), Qt.Key.Key_9)
    assert not len(desk.lab.own_digits().files)


def test_ones_own_digits_are_relabelled_and_removed(desk: Desk) -> None:
    for rows in (THREE, FIVE):
        desk.draw(rows)
        desk.click("own:add")
    desk.set(mode="own", steps=1, model="mlp3")
    gallery = desk.view.own.gallery
    assert len(gallery.digits) == 2
    assert not desk.find("own:remove").isEnabled()
    QTest.mouseClick(gallery.viewport(), LEFT, NONE, gallery._place(1).center())
    relabel = desk.find("own:relabel")
    relabel.setCurrentIndex(2)  # type: ignore[attr-defined]
    relabel.activated.emit(2)  # type: ignore[attr-defined]
    assert gallery.digits.labels.tolist() == [3, 2]
    desk.click("own:remove")
    assert gallery.digits.labels.tolist() == [3]


def test_training_shows_before_and_after_and_its_weights_read_the_pad(desk: Desk) -> None:
    desk.set(model="mlp3")
    for _ in range(4):
        desk.draw(SMALL_SEVEN)
        QTest.keyClick(desk.find("drawing_pad"), Qt.Key.Key_0)
        QGuiApplication.processEvents()
    desk.set(mode="own", layers="all", lr=0.01, steps=30)
    before, now = desk.view.own._numbers["own"]
    assert before.text() == "0.0%"
    assert "100.0%" in now.text()
    assert set(desk.view.own.gallery.digits.read) == {0}
    desk.click("own:use")
    assert (desk.params.mode, desk.params.weights) == ("draw", "own")
    desk.draw(SMALL_SEVEN)
    assert desk.digit == "0"
    desk.set(mode="own", steps=1)
    desk.click("own:reset")
    assert (desk.params.mode, desk.params.weights) == ("draw", "shipped")
    assert desk.digit == "7"


@pytest.mark.parametrize("ending", [".npz", ".onnx"])
def test_what_was_trained_is_saved_to_a_file(desk: Desk, tmp_path, monkeypatch, ending) -> None:
    desk.set(mode="own", model="mlp3")
    assert not desk.find("own:save").isEnabled()  # nothing trained yet
    desk.set(mode="draw")
    for _ in range(4):
        desk.draw(SMALL_SEVEN)
        QTest.keyClick(desk.find("drawing_pad"), Qt.Key.Key_0)
        QGuiApplication.processEvents()
    desk.set(mode="own", layers="all", lr=0.01, steps=30)
    # A name without an ending gets that of the chosen kind.
    monkeypatch.setattr(
        QFileDialog,
        "getSaveFileName",
        lambda *given: (str(tmp_path / "mine"), given[3].split(";;")[ending == ".onnx"]),
    )
    path = tmp_path / f"mine{ending}"
    if ending == ".onnx":
        pytest.importorskip("onnx")
    desk.click("own:save")
    assert str(path) in desk.view.own.note.text()
    image = desk.lab.own_digits().digits.images[:1].astype(np.float32)[:, None] / 255
    if ending == ".npz":
        scores = load_model("mlp3", path).predict(image)
    else:
        from onnx.reference import ReferenceEvaluator

        scores = ReferenceEvaluator(str(path)).run(None, {"images": image})[0]
    assert scores.argmax() == 0
    # What was kept can be saved later, without another training.
    desk.click("own:use")
    desk.set(mode="own", strokes=(), steps=1)
    desk.view.show_frame(Frame(0), desk.run.history)
    path.unlink()
    desk.click("own:save")
    assert path.is_file()


def test_weights_that_cannot_be_saved_are_told(desk: Desk, tmp_path, monkeypatch) -> None:
    keep_weights("mlp3", OWN, load_model("mlp3").params.flat, {})
    desk.set(mode="own", model="mlp3")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "w.onnx"), ""))
    monkeypatch.setattr("fishlab.experiment.onnx_file.find_spec", lambda name: None)
    desk.click("own:save")
    assert 'pip install "fishlab[onnx]"' in desk.view.own.note.text()
    desk.view.show_frame(Frame(0), desk.run.history)  # the next picture does not wipe it away
    assert 'pip install "fishlab[onnx]"' in desk.view.own.note.text()


# Look


@pytest.mark.parametrize("preset", [preset.id for preset in Digits.presets])
def test_every_preset_is_drawn_in_both_themes(desk: Desk, preset: str) -> None:
    desk.set(**vars(desk.lab.preset(preset).params))
    light = painted(desk.view)
    desk.view.apply_theme(DARK)
    assert not np.array_equal(painted(desk.view), light)


def test_every_control_has_a_name_and_a_tooltip(desk: Desk) -> None:
    controls = [
        widget
        for widget in desk.view.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.objectName()
    ]
    ours = [w for w in controls if not w.objectName().startswith("qt_")]
    assert len(ours) > 20
    for widget in ours:
        assert widget.accessibleName(), widget.objectName()


def test_a_folder_of_labelled_pictures_joins_the_collection(desk: Desk, tmp_path: Path) -> None:
    (x, t), _ = load_mnist(flatten=False, data="sample")
    for number in range(30):
        place = tmp_path / str(t[number]) / f"{number}.png"
        place.parent.mkdir(exist_ok=True)
        Image.fromarray((255 - x[number, 0] * 255).astype(np.uint8)).save(place)
    (tmp_path / "4" / "broken.png").write_bytes(b"no picture")
    desk.set(mode="own", model="two_layer")
    own = desk.view.own
    take_folder(desk, tmp_path)
    assert own.heading.text() == "My digits: 30"
    assert sorted(own.gallery.digits.labels) == sorted(t[:30])
    assert "Added 30 digits" in own.note.text()
    assert "broken.png" in own.note.text()
    desk.set(steps=30)  # another run and its frames do not wipe it away
    assert "broken.png" in own.note.text()
    take_folder(desk, tmp_path / "4")
    desk.set(steps=31)
    assert "no labelled pictures" in own.note.text()
    assert own.heading.text() == "My digits: 30"


def take_folder(desk: Desk, folder: Path) -> None:
    desk.view.own.take_folder(str(folder))
    desk.qtbot.waitUntil(lambda: not desk.find("own:cancel").isVisible())


def test_adding_a_folder_leaves_the_window_free_and_can_be_cancelled(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    half = threading.Event()

    def endless(folder: str, control: Control, progress: Callable[[float], None]) -> Any:
        progress(0.5)
        half.set()
        while not control.cancelled:
            time.sleep(0.01)
        return 2, []

    desk.set(mode="own")
    own = desk.view.own
    assert not own.cancel.isVisible()
    monkeypatch.setattr(own._lab, "keep_folder", endless)
    own.take_folder(str(tmp_path))
    assert half.wait(10)
    desk.qtbot.waitUntil(lambda: own.progress.value() == 500)
    assert not own.folder.isEnabled()
    own.show_params(own._params)  # the progress stays where it was
    assert own.progress.value() == 500
    desk.click("own:cancel")
    desk.qtbot.waitUntil(own.folder.isEnabled)
    assert not own.progress.isVisible()
    assert "Added 2 digits" in own.note.text()
    own.take_folder(str(tmp_path))
    desk.view.shutdown()
    assert not [t for t in threading.enumerate() if t.name == "fishlab-errands"]


def test_a_full_disk_ends_the_adding_and_what_was_added_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (x, _), _ = load_mnist(flatten=False, data="sample")
    pixels = (255 - x[0, 0] * 255).astype(np.uint8)
    Image.fromarray(pixels).save(tmp_path / "0.png")
    Image.fromarray(pixels).save(tmp_path / "1.png")

    def full(image: np.ndarray, label: int) -> None:
        if label:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("fishlab.labs.digits.add_personal", full)
    kept, problems = Digits().keep_folder(str(tmp_path), Control(), lambda part: None)
    assert kept == 1
    assert "No space left on device" in str(problems[0])


def test_what_was_added_before_a_cancel_stays(tmp_path: Path) -> None:
    (x, _), _ = load_mnist(flatten=False, data="sample")
    for number in range(6):
        pixels = (255 - x[number, 0] * 255).astype(np.uint8)
        Image.fromarray(pixels).save(tmp_path / f"{number}.png")
    control = Control()
    parts: list[float] = []

    def progress(part: float) -> None:
        parts.append(part)
        if len(parts) == 4:
            control.cancel()

    assert Digits().keep_folder(str(tmp_path), control, progress) == (4, [])
    assert parts == [0, 1 / 6, 2 / 6, 3 / 6]
    assert len(load_personal()[0]) == 4
