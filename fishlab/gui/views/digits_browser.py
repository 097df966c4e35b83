"""The left side of the test mode: one test digit, large, and the way to the next."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from fishlab.experiment import Frame
from fishlab.gui.theme import Theme
from fishlab.gui.translation import translate
from fishlab.gui.widgets.pad_icons import pad_icon

from .digits_pipeline import Thumbnail


class Browser(QWidget):
    """Shows the chosen test digit; `edited` tells the number of another one."""

    edited = Signal(dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: Frame | None = None
        self.picture = Thumbnail(grid=False)
        self.picture.setMinimumSize(280, 280)
        self.buttons = {name: QToolButton() for name in ("previous", "next")}
        self.count = QLabel()
        self.count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout()
        row.addWidget(self.buttons["previous"])
        row.addWidget(self.count, 1)
        row.addWidget(self.buttons["next"])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.picture, 1)
        column.addLayout(row)
        for name, button in self.buttons.items():
            button.setObjectName(f"test:{name}")
            button.setIconSize(QSize(22, 22))
            button.setEnabled(False)
        self.buttons["previous"].clicked.connect(lambda: self._go(-1))
        self.buttons["next"].clicked.connect(lambda: self._go(1))

    @property
    def index(self) -> int:
        """Which of the chosen digits is shown, from 0; −1 for none."""
        if self._frame is None or "index" not in self._frame.arrays:
            return -1
        return int(self._frame.arrays["index"][0])

    def show_frame(self, frame: Frame | None) -> None:
        """Show a frame of the test mode, or none."""
        self._frame = frame
        image = None if frame is None else frame.arrays.get("image")
        self.picture.show_values(image)
        count = 0 if frame is None else len(frame.arrays.get("numbers", ()))
        self.buttons["previous"].setEnabled(self.index > 0)
        self.buttons["next"].setEnabled(0 <= self.index < count - 1)
        self._write(count)

    def _write(self, count: int) -> None:
        if self.index < 0:
            self.count.setText("–")
            return
        assert self._frame is not None
        self.count.setText(
            translate(
                "digits",
                "{place} of {count}   ·   it is a {label}",
                place=self.index + 1,
                count=count,
                label=int(self._frame.arrays["label"][0]),
            )
        )

    def _go(self, step: int) -> None:
        self.edited.emit({"index": self.index + step})

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.picture.apply_theme(theme)
        for name, button in self.buttons.items():
            button.setIcon(pad_icon(name, theme))

    def retranslate(self) -> None:
        """Set every word anew."""
        words = {
            "previous": translate("digits", "Previous digit"),
            "next": translate("digits", "Next digit"),
        }
        for name, button in self.buttons.items():
            button.setToolTip(words[name])
            button.setAccessibleName(words[name])
        told = translate("digits", "A test digit: 28 × 28 pixels, as the network sees it")
        self.picture.setToolTip(told)
        self.picture.setAccessibleName(told)
        self.show_frame(self._frame)
