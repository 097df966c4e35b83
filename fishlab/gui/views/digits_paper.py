"""The left side of the draw mode: the pad, its tools, and a row to keep a digit as one's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from fishlab.gui.files import is_for_window
from fishlab.gui.theme import LIGHT, Theme
from fishlab.gui.translation import told, translate
from fishlab.gui.widgets.drawing_pad import DrawingPad
from fishlab.gui.widgets.pad_icons import pad_icon
from fishlab.labs.digits import Digits
from fishlab.labs.digits_params import DigitsParams
from fishlab.labs.digits_picture import text_picture

TOOLS = ("pen", "eraser", "undo", "redo", "clear", "open")
AS_READ = -1


class Paper(QWidget):
    """Tells drawings by `edited`, and digits to keep by `kept` (the label; −1: as it was read)."""

    edited = Signal(dict)
    kept = Signal(int)
    file_given = Signal(object)
    """The Path of a file that is the window's to open."""

    def __init__(self, lab: Digits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lab = lab
        self._theme = LIGHT
        self.pad = DrawingPad(picture_image)
        self.pad.setObjectName("drawing_pad")
        self.tools = {name: self._tool(name) for name in TOOLS}
        self.width_slider = QSlider(Qt.Orientation.Horizontal)
        self.width_slider.setObjectName("pad:width")
        spec = DigitsParams.specs()["pen_width"]
        assert spec.minimum is not None
        assert spec.maximum is not None
        self.width_slider.setRange(int(spec.minimum), int(spec.maximum))
        self.width_slider.setValue(int(spec.default))
        self.label = QComboBox()
        self.label.setObjectName("own:label")
        self.keep = QPushButton()
        self.keep.setObjectName("own:add")
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.note.setMinimumHeight(self.note.fontMetrics().height())
        self._keep_word = QLabel()
        self._lay_out()
        self._connect()
        self._show_tool()

    def _tool(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"pad:{name}")
        button.setIconSize(QSize(20, 20))
        button.setCheckable(name in ("pen", "eraser"))
        button.setAutoRaise(True)
        return button

    def _lay_out(self) -> None:
        group = QButtonGroup(self)
        tools = QHBoxLayout()
        tools.setSpacing(2)
        for button in self.tools.values():
            tools.addWidget(button)
            if button.isCheckable():
                group.addButton(button)
        tools.addSpacing(6)
        tools.addWidget(self.width_slider, 1)
        own = QHBoxLayout()
        own.setSpacing(8)
        own.addWidget(self._keep_word)
        own.addWidget(self.label)
        self._keep_word.setBuddy(self.label)
        own.addWidget(self.keep, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.pad, 1)
        column.addLayout(tools)
        column.addLayout(own)
        column.addWidget(self.note)

    def _connect(self) -> None:
        pad = self.pad
        pad.changed.connect(self._tell)
        pad.history_changed.connect(self._show_tool)
        pad.tool_changed.connect(self._tell_tool)
        pad.picture_offered.connect(self._take_image)
        pad.file_offered.connect(self.take_file)
        pad.label_typed.connect(self.kept)
        self.tools["pen"].clicked.connect(lambda: pad.set_eraser(False))
        self.tools["eraser"].clicked.connect(lambda: pad.set_eraser(True))
        self.tools["undo"].clicked.connect(pad.undo)
        self.tools["redo"].clicked.connect(pad.redo)
        self.tools["clear"].clicked.connect(pad.clear)
        self.tools["open"].clicked.connect(self._ask_for_file)
        self.width_slider.valueChanged.connect(pad.set_pen_width)
        self.keep.clicked.connect(lambda: self.kept.emit(int(self.label.currentData())))

    # From the parameters

    def show_params(self, params: DigitsParams) -> None:
        """Put the drawing of the parameters on the pad, if it is another one."""
        if params.pen_width != self.pad.pen_width:
            self.pad.set_pen_width(params.pen_width)
        self.pad.restore(params.strokes, params.picture)
        self._show_tool()

    def say(self, words: str) -> None:
        """Show a line below the pad."""
        self.note.setText(words)

    # To the parameters

    def _tell(self) -> None:
        strokes, picture = self.pad.told
        self.edited.emit({"strokes": strokes, "picture": picture})
        self._show_tool()

    def _tell_tool(self) -> None:
        self._show_tool()
        self.edited.emit({"pen_width": self.pad.pen_width})

    def _show_tool(self) -> None:
        pad = self.pad
        self.tools["pen"].setChecked(not pad.eraser)
        self.tools["eraser"].setChecked(pad.eraser)
        self.tools["undo"].setEnabled(pad.can_undo)
        self.tools["redo"].setEnabled(pad.can_redo)
        self.tools["clear"].setEnabled(not pad.is_empty())
        self.keep.setEnabled(not pad.is_empty())
        self.width_slider.blockSignals(True)
        self.width_slider.setValue(round(pad.pen_width))
        self.width_slider.blockSignals(False)

    # Pictures

    def _ask_for_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self,
            translate("digits", "Open a picture of a digit"),
            "",
            translate("digits", "Pictures (*.png *.jpg *.jpeg *.bmp *.gif *.webp *.tif *.tiff)"),
        )
        if path:
            self.take_file(path)

    def take_file(self, path: str) -> None:
        """Read the digit in a file's picture, or say why it cannot be read."""
        if is_for_window(path):
            self.file_given.emit(Path(path))
            return
        self._take(lambda: self._lab.picture_of_file(path))

    def _take_image(self, image: QImage) -> None:
        if not image.isNull():
            self._take(lambda: self._lab.picture_of_pixels(_pixels(image)))

    def _take(self, picture: Callable[[], str]) -> None:
        try:
            text = picture()
        except ValueError as error:
            self.say(translate("digits", "✗ {reason}", reason=told(error)))
        else:
            self.say("")
            self.pad.set_picture(text)

    # Words and colours

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        self.pad.apply_theme(theme)
        for name, button in self.tools.items():
            button.setIcon(pad_icon(name, theme))

    def retranslate(self) -> None:
        """Set every word anew."""
        self.pad.retranslate()
        words = {
            "pen": translate("digits", "Pen (P)"),
            "eraser": translate("digits", "Eraser (E, or the right mouse button)"),
            "undo": translate("digits", "Undo (Ctrl+Z)"),
            "redo": translate("digits", "Redo (Ctrl+Y)"),
            "clear": translate("digits", "Clear the paper (Delete)"),
            "open": translate("digits", "Open a picture; or drop one on the paper, or paste it"),
        }
        for name, button in self.tools.items():
            button.setToolTip(words[name])
            button.setAccessibleName(words[name])
        self.width_slider.setToolTip(translate("digits", "Width of the pen ([ and ])"))
        self.width_slider.setAccessibleName(translate("digits", "Pen width"))
        self._keep_word.setText(translate("digits", "This is a"))
        self.keep.setText(translate("digits", "Add to my digits"))
        self.keep.setToolTip(
            translate(
                "digits",
                "Keep this digit with its label, to train on it; on the paper the keys 0 … 9 do it",
            )
        )
        self.keep.setAccessibleName(self.keep.text())
        self.label.setToolTip(translate("digits", "The digit that you meant"))
        self.label.setAccessibleName(translate("digits", "Label"))
        self._fill_labels()

    def _fill_labels(self) -> None:
        current = max(self.label.currentIndex(), 0)
        self.label.clear()
        self.label.addItem(translate("digits", "as read"), AS_READ)
        for digit in range(10):
            self.label.addItem(str(digit), digit)
        self.label.setCurrentIndex(current)


def picture_image(picture: str) -> QImage:
    """Return the image that a picture's text stands for."""
    pixels = text_picture(picture)
    height, width = pixels.shape
    return QImage(pixels.tobytes(), width, height, width, QImage.Format.Format_Grayscale8).copy()


def _pixels(image: QImage) -> np.ndarray:
    """Return an image as (H, W, 4): red, green, blue, opacity."""
    plain = image.convertToFormat(QImage.Format.Format_RGBA8888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), -1)
    return rows[:, : 4 * plain.width()].reshape(plain.height(), plain.width(), 4).copy()
