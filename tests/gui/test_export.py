"""Pictures: the right size, real vectors, text as text, and the settings inside."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
import zlib
from pathlib import Path

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtGui import QFontInfo, QImage, QPainter, QPdfWriter
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QSlider,
    QWidget,
)
from pytestqt.qtbot import QtBot

from fishlab.experiment.export import SavedRunError
from fishlab.experiment.opening import LARGEST_TEXT, read_run
from fishlab.gui.pictures import METADATA_KEY, render
from fishlab.gui.widgets.plot import Plot

SVG = "{http://www.w3.org/2000/svg}"
METADATA = {"lab": "toy", "params": {"title": '<鱼> & "chips"'}, "seed": 3}


@pytest.fixture
def view(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    layout = QHBoxLayout(widget)
    plot = Plot()
    plot.set_titles("step", "loss")
    plot.plot(np.arange(50), np.sin(np.arange(50) / 5), pen=pg.mkPen("#0072B2", width=2))
    plot.plot([10, 20], [0.5, 0.5], pen=None, symbol="o")
    layout.addWidget(plot)
    layout.addWidget(QLabel("a word"))
    qtbot.addWidget(widget)
    widget.resize(500, 300)
    widget.show()
    return widget


@pytest.mark.parametrize(
    ("size", "scale", "pixels"),
    [(None, 1.0, (500, 300)), (None, 2.0, (1000, 600)), ((800, 400), 1.5, (1200, 600))],
)
def test_a_png_has_the_size_asked_for_and_tells_its_settings(
    view: QWidget, tmp_path: Path, size: tuple[int, int] | None, scale: float, pixels: tuple
) -> None:
    path = tmp_path / "picture.png"
    render(view, path, size, scale, METADATA)
    image = QImage(str(path))
    assert (image.width(), image.height()) == pixels
    assert json.loads(image.text(METADATA_KEY)) == METADATA
    assert (view.width(), view.height()) == (500, 300)


def test_what_the_window_keeps_as_pixels_is_lines_in_an_svg(view: QWidget, tmp_path: Path) -> None:
    plot = view.findChild(Plot)
    assert plot is not None
    still = pg.PlotCurveItem([0, 1, 2], [0, 1, 0])
    still.setCacheMode(still.CacheMode.DeviceCoordinateCache)
    plot.addItem(still)
    path = tmp_path / "picture.svg"
    render(view, path)
    assert "<image" not in path.read_text(encoding="utf-8")
    assert still.cacheMode() == still.CacheMode.DeviceCoordinateCache


def test_an_svg_has_lines_and_text_and_no_pixels(view: QWidget, tmp_path: Path) -> None:
    path = tmp_path / "picture.svg"
    render(view, path, metadata=METADATA)
    root = ET.parse(path).getroot()
    assert root.get("viewBox") == "0 0 500 300"
    words = {text.text.strip() for text in root.iter(f"{SVG}text") if text.text}
    assert {"step", "loss", "a word"} <= words
    assert not list(root.iter(f"{SVG}image"))
    # A reader without the font must not make the words longer.
    assert all(float(text.get("textLength")) > 0 for text in root.iter(f"{SVG}text") if text.text)
    families = {text.get("font-family") for text in root.iter(f"{SVG}text")}
    assert families == {QFontInfo(view.font()).family()}
    strokes = [group.get("stroke", "").upper() for group in root.iter(f"{SVG}g")]
    assert "#0072B2" in strokes
    assert json.loads(root.findtext(f"{SVG}desc", "")) == METADATA


def test_what_is_for_the_hand_is_not_in_a_picture(view: QWidget, tmp_path: Path) -> None:
    layout = view.layout()
    assert layout is not None
    asking, chooser = QLabel("Choose"), QComboBox()
    asking.setBuddy(chooser)
    for control in (QPushButton("Press me"), QSlider(), asking, chooser):
        layout.addWidget(control)
        control.show()
    layout.activate()
    place = view.findChild(QPushButton).geometry()
    for name in ("picture.svg", "picture.png"):
        render(view, tmp_path / name)
    assert "Press me" not in (tmp_path / "picture.svg").read_text(encoding="utf-8")
    assert "Choose" not in (tmp_path / "picture.svg").read_text(encoding="utf-8")
    assert "a word" in (tmp_path / "picture.svg").read_text(encoding="utf-8")
    image = QImage(str(tmp_path / "picture.png"))
    for control in (view.findChild(QPushButton), view.findChild(QSlider)):
        box = image.copy(control.geometry())
        assert len({box.pixel(x, y) for x in range(box.width()) for y in range(box.height())}) == 1
        assert control.graphicsEffect() is None
    assert view.findChild(QPushButton).geometry() == place


def test_a_picture_of_the_window_has_all_of_it(qtbot: QtBot, tmp_path: Path) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(QPushButton("Press me"))
    window.resize(300, 200)
    window.show()
    render(window, tmp_path / "window.svg")
    assert "Press me" in (tmp_path / "window.svg").read_text(encoding="utf-8")


def test_a_pdf_has_the_size_of_the_view_in_points(view: QWidget, tmp_path: Path) -> None:
    path = tmp_path / "picture.pdf"
    render(view, path, metadata=METADATA)
    content = path.read_bytes()
    assert content.startswith(b"%PDF-")
    assert b"/MediaBox [0 0 375" in content  # 500 pixels of 1/96 inch are 375 points
    assert b"/Subtype /Image" not in content


def test_the_screen_looks_the_same_after_an_export(view: QWidget, tmp_path: Path) -> None:
    before = view.grab().toImage()
    render(view, tmp_path / "picture.svg", (900, 200))
    assert view.grab().toImage() == before


def test_a_failed_export_leaves_the_old_picture(view: QWidget, tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(b"old")
    path.chmod(0o444)
    folder = tmp_path / "none"
    with pytest.raises(OSError, match="none"):
        render(view, folder / "picture.png")
    with pytest.raises(ValueError, match="picture ends in one of"):
        render(view, tmp_path / "picture.bmp")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_pdf_is_opened_again(view: QWidget, tmp_path: Path) -> None:
    path = tmp_path / "picture.pdf"
    told = {"lab": "perceptron", "params": {"gate": "与门 (AND)"}, "seed": 7}
    render(view, path, metadata=told)
    saved = read_run(path)
    assert (saved.lab, saved.params, saved.seed) == ("perceptron", told["params"], 7)
    whole = path.read_bytes()
    for length in range(0, whole.index(b"/EF <<"), len(whole) // 60):
        path.write_bytes(whole[:length])
        with pytest.raises(SavedRunError, match=r"picture\.pdf: "):
            read_run(path)
    writer = QPdfWriter(str(path))
    painter = QPainter(writer)
    painter.drawText(50, 50, "no run of ours")
    painter.end()
    with pytest.raises(SavedRunError, match="does not say which run it shows"):
        read_run(path)


def test_a_bomb_in_a_pdf_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.pdf"
    packed = zlib.compress(bytes(LARGEST_TEXT + 1))
    path.write_bytes(
        b"%PDF-1.4\nendobj\n8 0 obj\n<<\n/Filter /FlateDecode\n>>\nstream\n"
        + packed
        + b"\nendstream\nendobj\n9 0 obj\n<<\n/F (fishlab.json)\n/EF <</F 8 0 R>>\n>>\nendobj\n"
    )
    with pytest.raises(SavedRunError, match="too large"):
        read_run(path)
