"""A view as a picture: PNG at any scale, SVG and PDF with lines as lines and text as text.

One renderer for the window and the command line: what is exported is what is seen. The parameters
and the seed go into the file, so that a picture says how it was made. pyqtgraph's own SVG exporter
fails on every plot; the widget paints itself into Qt's vector devices instead.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPoint, QRect, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import (
    QComboBox,
    QGraphicsItem,
    QGraphicsOpacityEffect,
    QLabel,
    QMainWindow,
    QPushButton,
    QSlider,
    QToolButton,
    QWidget,
)

from fishlab.engine.atomic import replacing

from .svg_words import mended
from .widgets.focus_mark import FocusMark
from .widgets.key_pointer import KeyPointer

FORMATS = (".png", ".svg", ".pdf")
DOTS_PER_INCH = 96
METADATA_KEY = "fishlab"
CONTROLS = (QPushButton, QToolButton, QSlider, QComboBox)
"""Not check boxes: their words name what is beside them."""
NO_CACHE = QGraphicsItem.CacheMode.NoCache


def render(
    view: QWidget,
    path: Path | str,
    size: tuple[int, int] | None = None,
    scale: float = 1.0,
    metadata: Mapping[str, Any] | None = None,
) -> None:
    """Write `view` to `path`; the ending says the format.

    size: width and height of the picture in pixels at scale 1 (default: as the view is now).
    scale: pixels of a PNG for each pixel of the window. metadata: goes into the file as JSON.
    Raises ValueError for an unknown ending, OSError if the file cannot be written.
    """
    path = Path(path)
    ending = path.suffix.lower()
    if ending not in FORMATS:
        raise ValueError(f"{path}: a picture ends in one of {', '.join(FORMATS)}")
    told = json.dumps(dict(metadata or {}), ensure_ascii=False)
    with _sized(view, size), _nothing_for_the_hand(view):
        content = {".png": _png, ".svg": _svg, ".pdf": _pdf}[ending](view, scale, told)
    with replacing(path) as file:
        file.write(content)


def image(view: QWidget, scale: float = 1.0) -> QImage:
    """Return the view as it is now, `scale` pixels for each of its own."""
    made = QImage((view.size().toSizeF() * scale).toSize(), QImage.Format.Format_ARGB32)
    made.setDevicePixelRatio(scale)
    made.fill(view.palette().color(view.backgroundRole()))
    with _nothing_for_the_hand(view), _caches_off(view):
        QWidget.render(view, made, QPoint())  # a QGraphicsView has another one
    made.setDevicePixelRatio(1.0)
    return made


def png_bytes(view: QWidget, scale: float = 1.0) -> bytes:
    """Return the view as it is now as a PNG file's content. Raises OSError."""
    return _bytes_of(image(view, scale))


def _png(view: QWidget, scale: float, told: str) -> bytes:
    made = image(view, scale)
    made.setText(METADATA_KEY, told)
    return _bytes_of(made)


def _bytes_of(made: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not made.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise OSError("the picture is too large for the memory")
    return bytes(buffer.data().data())


def _svg(view: QWidget, scale: float, told: str) -> bytes:
    buffer = QBuffer()
    # SVG Tiny cannot cut a curve off at the edge of its plot.
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setSize(view.size())
    generator.setViewBox(QRect(QPoint(), view.size()))
    generator.setResolution(DOTS_PER_INCH)
    generator.setTitle("FishLab")
    generator.setDescription(told)
    _paint(view, generator)
    return mended(bytes(buffer.data().data()).decode()).encode()


def _pdf(view: QWidget, scale: float, told: str) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS_PER_INCH)
    points = view.size().toSizeF() * 72 / DOTS_PER_INCH
    page = QPageSize(QSizeF(points), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    margins = QMarginsF(0, 0, 0, 0)
    writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, margins))
    writer.setColorModel(QPdfWriter.ColorModel.RGB)
    writer.setTitle("FishLab")
    writer.setCreator("FishLab")
    writer.addFileAttachment("fishlab.json", told.encode(), "application/json")
    _paint(view, writer)
    return bytes(buffer.data().data())


def _paint(view: QWidget, device: QSvgGenerator | QPdfWriter) -> None:
    with _caches_off(view):
        painter = QPainter(device)
        background = view.palette().color(view.backgroundRole())
        painter.fillRect(QRectF(QPoint(), view.size().toSizeF()), background)
        QWidget.render(view, painter, QPoint())
        painter.end()


@contextmanager
def _sized(view: QWidget, size: tuple[int, int] | None) -> Iterator[None]:
    """Give the view another size for a moment."""
    if size is None or QSize(*size) == view.size():
        yield
        return
    before = view.size()
    try:
        view.resize(*size)
        yield
    finally:
        view.resize(before)


@contextmanager
def _nothing_for_the_hand(view: QWidget) -> Iterator[None]:
    """Leave out what only the reader's hand has a use for: marks of the keys, buttons, sliders.

    A picture of the whole window shows the program, and that is made of them.
    """
    marks: list[QWidget] = [*view.findChildren(FocusMark), *view.findChildren(KeyPointer)]
    shown = [mark for mark in marks if not mark.isHidden()]
    controls: list[QWidget] = []
    if not isinstance(view, QMainWindow):
        controls = [control for kind in CONTROLS for control in view.findChildren(kind)]
    # Nor the words that ask for a choice.
    controls += [label for label in view.findChildren(QLabel) if label.buddy() in controls]
    try:
        for mark in shown:
            mark.hide()
        for control in controls:
            # Hidden, it would give its room to its neighbours: the picture would be another one.
            clear = QGraphicsOpacityEffect(control)
            clear.setOpacity(0)
            control.setGraphicsEffect(clear)
        yield
    finally:
        for control in controls:
            control.setGraphicsEffect(None)  # type: ignore[arg-type]
        for mark in shown:
            mark.show()


@contextmanager
def _caches_off(view: QWidget) -> Iterator[None]:
    """Have everything drawn anew, smoothly, as lines and text: no pixmaps kept from the screen."""
    scenes = view.findChildren(pg.GraphicsView)
    if isinstance(view, pg.GraphicsView):
        scenes.append(view)
    everything = [item for scene in scenes for item in scene.scene().items()]
    items = [item for item in everything if hasattr(item, "setExportMode")]
    kept = [(item, item.cacheMode()) for item in everything if item.cacheMode() != NO_CACHE]
    background = pg.GraphicsView.CacheModeFlag
    try:
        for scene in scenes:
            scene.setCacheMode(background.CacheNone)
        for item, _ in kept:
            item.setCacheMode(NO_CACHE)
        for item in items:
            item.setExportMode(True, {"antialias": True, "resolutionScale": 1.0})
        yield
    finally:
        for item in items:
            item.setExportMode(False)
        for item, mode in kept:
            item.setCacheMode(mode)
        for scene in scenes:
            scene.setCacheMode(background.CacheBackground)
