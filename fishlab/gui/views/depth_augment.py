"""One digit and what augmentation makes of it, each with what the network reads."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from fishlab.experiment import Frame, History
from fishlab.gui.names import named
from fishlab.gui.theme import Theme
from fishlab.gui.translation import translate
from fishlab.labs.depth_params import DepthParams

from .cnn_images import Grid
from .depth_panel import Panel

LAST = 999
ROW_HEIGHT = 92


class AugmentPanel(Panel):
    """The gallery, and under it a row of digits to choose from, with a button at each end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._params = DepthParams()
        self._frame: Frame | None = None
        self.gallery = Grid()
        self.gallery.words = self._words
        self.before = named(QPushButton(), "digit_before")
        self.next = named(QPushButton(), "digit_next")
        self.digits = Grid()
        self.digits.words = self._words_of_digit
        self.digits.setMaximumHeight(ROW_HEIGHT)
        self.digits.setMinimumHeight(ROW_HEIGHT)
        row = QHBoxLayout()
        row.addWidget(self.before)
        row.addWidget(self.digits, 1)
        row.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.gallery, 1)
        column.addLayout(row)
        self.digits.chosen.connect(self._choose)
        self.before.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)

    def show_params(self, params: DepthParams) -> None:
        """Know which digit it is."""
        self._params = params
        self.before.setEnabled(params.digit > 0)
        self.next.setEnabled(params.digit < LAST)

    def show_frame(self, frame: Frame, history: History) -> None:
        """Draw the digit, and the changed ones after it."""
        self._frame = frame
        label = int(frame.arrays["label"])
        captions = [translate("depth", "as it is: {digit}", digit=int(frame.arrays["read"][0]))]
        captions += [
            str(read) if read == label else f"{read} ✗"
            for read in frame.arrays["read"][1:].tolist()
        ]
        title = translate("depth", "the digit first, then changed ones; below: what is read")
        self.gallery.show_maps(frame.arrays["images"], title, captions)
        labels = [str(digit) for digit in frame.arrays["row_labels"].tolist()]
        choose = translate("depth", "test digits to choose from")
        self.digits.show_maps(frame.arrays["row"], choose, labels)
        self.digits.set_current(self._params.digit - int(frame.arrays["row_start"]))

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.gallery.apply_theme(theme)
        self.digits.apply_theme(theme)

    def retranslate(self) -> None:
        """Set every word anew."""
        self.before.setText(translate("depth", "Digit before"))
        self.before.setToolTip(translate("depth", "The test digit before this one"))
        self.next.setText(translate("depth", "Next digit"))
        self.next.setToolTip(translate("depth", "The next test digit"))
        for button in (self.before, self.next):
            button.setAccessibleName(button.text())
        self.gallery.setAccessibleName(translate("depth", "A digit and its changed copies"))
        self.gallery.setToolTip(translate("depth", "Rest on a picture to see how it is read"))
        self.digits.setAccessibleName(translate("depth", "Test digits to choose from"))
        self.digits.setToolTip(translate("depth", "Click a digit to change that one"))
        if self._frame is not None:
            self.show_frame(self._frame, History())

    def _words(self, k: int) -> str:
        assert self._frame is not None
        return translate(
            "depth",
            "read as {read}, label {label}",
            read=int(self._frame.arrays["read"][k]),
            label=int(self._frame.arrays["label"]),
        )

    def _words_of_digit(self, k: int) -> str:
        assert self._frame is not None
        return translate(
            "depth",
            "number {number}, label {label}",
            number=int(self._frame.arrays["row_start"]) + k,
            label=int(self._frame.arrays["row_labels"][k]),
        )

    def _choose(self, k: int) -> None:
        assert self._frame is not None
        self.edited.emit({"digit": int(self._frame.arrays["row_start"]) + k})

    def _go_back(self) -> None:
        self.edited.emit({"digit": self._params.digit - 1})

    def _go_on(self) -> None:
        self.edited.emit({"digit": self._params.digit + 1})
