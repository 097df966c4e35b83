"""A picture of one's own: drawn on a pad, opened by a button, or dropped on the view."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from fishlab.gui.files import is_for_window
from fishlab.gui.theme import Theme
from fishlab.gui.translation import translate
from fishlab.gui.widgets.drawing_pad import DrawingPad
from fishlab.labs.cnn_params import DRAWING, FILE, CnnParams

PAD = 150


class SmallPad(DrawingPad):
    """A pad that takes the room there is, and asks for no more height because it is wide."""

    def hasHeightForWidth(self) -> bool:
        """The pictures beside it have the say."""
        return False

    def sizeHint(self) -> QSize:
        """A small square."""
        return QSize(PAD, PAD)


class PictureTaker(QWidget):
    """Base of the panels that look at a picture: `hand` holds the pad and the buttons.

    The pad is there while a drawing is looked at. Files may be dropped anywhere.
    """

    edited = Signal(dict)
    file_given = Signal(object)
    """The Path of a file that is the window's to open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pad = SmallPad()
        self.pad.setMinimumSize(PAD, PAD)
        self.pad.hide()
        self.open_button, self.draw_button = QPushButton(), QPushButton()
        self._drawing = False
        self.hand = QWidget()
        buttons = QHBoxLayout()
        buttons.addWidget(self.draw_button)
        buttons.addWidget(self.open_button)
        column = QVBoxLayout(self.hand)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pad, 1)
        column.addStretch()
        column.addLayout(buttons)
        self.pad.changed.connect(self._drawn)
        self.pad.file_offered.connect(self.take_file)
        self.open_button.clicked.connect(self._ask)
        self.draw_button.clicked.connect(self._draw_or_clear)
        self.setAcceptDrops(True)

    def show_params(self, params: CnnParams) -> None:
        """Put the drawing on the pad, if one is looked at."""
        self._drawing = params.picture == DRAWING
        self.pad.setVisible(self._drawing)
        self.pad.restore(params.strokes, "")
        self.name_hand()

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.pad.apply_theme(theme)

    def name_hand(self) -> None:
        """Set the words of pad and buttons anew."""
        self.pad.retranslate()
        self.open_button.setText(translate("cnn", "Open …"))
        self.open_button.setAccessibleName(translate("cnn", "Open a picture"))
        self.open_button.setToolTip(
            translate("cnn", "A PNG, JPEG or other picture; it can also be dropped here")
        )
        if self._drawing:
            words, tip = translate("cnn", "Clear"), translate("cnn", "Take a new sheet")
        else:
            words, tip = translate("cnn", "Draw"), translate("cnn", "Draw a digit of one's own")
        self.draw_button.setText(words)
        self.draw_button.setAccessibleName(words)
        self.draw_button.setToolTip(tip)

    def take_file(self, path: str) -> None:
        """Look at the picture in a file."""
        if is_for_window(path):
            self.file_given.emit(Path(path))
            return
        self.edited.emit({"picture": FILE, "path": path})

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the first file."""
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.take_file(files[0])

    def _drawn(self) -> None:
        self.edited.emit({"picture": DRAWING, "strokes": self.pad.told[0]})

    def _draw_or_clear(self) -> None:
        if self._drawing:
            self.pad.clear()
        else:
            self.edited.emit({"picture": DRAWING})

    def _ask(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self,
            translate("cnn", "Open a picture"),
            "",
            translate("cnn", "Pictures (*.png *.jpg *.jpeg *.bmp *.gif *.webp *.tif *.tiff)"),
        )
        if path:
            self.take_file(path)
