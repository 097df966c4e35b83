"""The reader's own digits: the collection, the training on it, and what it has changed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from fishlab.experiment import Frame, History, LabError, Message
from fishlab.gui.errands import Errands
from fishlab.gui.theme import LIGHT, Theme
from fishlab.gui.translation import shown, told, translate
from fishlab.gui.widgets.plot import make_plot
from fishlab.gui.widgets.progress import Progress
from fishlab.labs.digits import Digits
from fishlab.labs.digits_own import OwnDigits
from fishlab.labs.digits_params import DigitsParams

from .digits_gallery import UNREAD, Gallery, Pictures

PROGRESS_INTERVAL = 100
MEASURES = ("own", "held", "test")


class OwnPanel(QWidget):
    """Shows a frame of the training mode, and between runs the collection as it is."""

    edited = Signal(dict)

    def __init__(self, lab: Digits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lab = lab
        self._theme = LIGHT
        self._params = DigitsParams()
        self._frame: Frame | None = None
        # Read when they are first looked at: there may be thousands.
        self._own: OwnDigits | None = None
        # What came of the last thing that the hand did; new frames leave it standing.
        self._news = ""
        self.gallery = Gallery()
        self.gallery.setObjectName("own:digits")
        self.heading = QLabel()
        self.relabel = QComboBox()
        self.relabel.setObjectName("own:relabel")
        self.relabel.addItems([str(digit) for digit in range(10)])
        self.remove = QPushButton()
        self.remove.setObjectName("own:remove")
        self.draw = QPushButton()
        self.draw.setObjectName("own:draw")
        self.folder = QPushButton()
        self.folder.setObjectName("own:folder")
        self.use = QPushButton()
        self.use.setObjectName("own:use")
        self.save = QPushButton()
        self.save.setObjectName("own:save")
        self.reset = QPushButton()
        self.reset.setObjectName("own:reset")
        self._errands = Errands(self)
        self.cancel = QPushButton()
        self.cancel.setObjectName("own:cancel")
        self.progress = Progress()
        self.progress.setObjectName("own:progress")
        self._clock = QTimer(self, interval=PROGRESS_INTERVAL)
        self.plot = make_plot()
        self._curves = {name: self.plot.plot([], []) for name in MEASURES}
        self.plot.setYRange(0, 1, padding=0.02)
        self._words = {name: QLabel() for name in MEASURES}
        self._numbers = {name: [QLabel(), QLabel()] for name in MEASURES}
        self._heads = [QLabel(), QLabel()]
        self.note = QLabel()
        self.note.setWordWrap(True)
        self._label_word = QLabel()
        self._lay_out()
        self._connect()
        self._enable()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.heading)
        left.addWidget(self.gallery, 1)
        row = QHBoxLayout()
        row.addWidget(self.draw)
        row.addWidget(self.folder)
        row.addStretch(1)
        row.addWidget(self._label_word)
        row.addWidget(self.relabel)
        self._label_word.setBuddy(self.relabel)
        row.addWidget(self.remove)
        left.addLayout(row)
        work = QHBoxLayout()
        work.addWidget(self.progress, 1)
        work.addWidget(self.cancel)
        left.addLayout(work)
        table = QGridLayout()
        table.setHorizontalSpacing(24)
        for column, head in enumerate(self._heads, start=1):
            table.addWidget(head, 0, column, Qt.AlignmentFlag.AlignRight)
        for k, name in enumerate(MEASURES, start=1):
            table.addWidget(self._words[name], k, 0)
            for column, number in enumerate(self._numbers[name], start=1):
                table.addWidget(number, k, column, Qt.AlignmentFlag.AlignRight)
        table.setColumnStretch(0, 1)
        # Three in a row would be wider than the half of a small window, in large type at least.
        buttons = QGridLayout()
        buttons.addWidget(self.use, 0, 0, 1, 2)
        buttons.addWidget(self.save, 1, 0)
        buttons.addWidget(self.reset, 1, 1)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addLayout(table)
        right.addWidget(self.plot, 1)
        right.addWidget(self.note)
        right.addLayout(buttons)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(16)
        outer.addLayout(left, 1)
        outer.addLayout(right, 1)

    def _connect(self) -> None:
        self.gallery.chosen.connect(self._choose)
        self.relabel.activated.connect(self._relabel)
        self.remove.clicked.connect(self._remove)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.gallery)
        delete.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        delete.activated.connect(self._remove)
        self.draw.clicked.connect(lambda: self.edited.emit({"mode": "draw"}))
        self.folder.clicked.connect(self._ask_folder)
        self.cancel.clicked.connect(self._errands.cancel)
        self._errands.done.connect(self._folder_taken)
        self._errands.ended.connect(self._work_over)
        self._clock.timeout.connect(self._show_progress)
        self.use.clicked.connect(self._use)
        self.save.clicked.connect(self._save)
        self.reset.clicked.connect(lambda: self.edited.emit({"mode": "draw", "weights": "shipped"}))

    # Frames

    def show_params(self, params: DigitsParams) -> None:
        """Remember the network, and show the collection as it is now."""
        self._params = params
        self._own = self._lab.own_digits()
        self.plot.setXRange(0, params.steps, padding=0.02)
        self._show_collection()
        self._enable()

    def show_frame(self, frame: Frame | None, history: History | None) -> None:
        """Show how the training goes; None: it has not begun."""
        self._frame = frame
        for name, curve in self._curves.items():
            steps, values = np.empty(0, np.int64), np.empty(0)
            if history is not None and frame is not None:
                steps, values = history.series(name)
                # An older frame, when the reader steps back, shows what was known by then.
                past = steps <= frame.step
                steps, values = steps[past], values[past]
            curve.setData(steps, values)
            self._show_measure(name, values)
        self._show_collection()
        self._enable()

    def _show_measure(self, name: str, values: np.ndarray) -> None:
        before, now = self._numbers[name]
        before.setText(f"{values[0]:.1%}" if len(values) else "–")
        now.setText(f"<b>{values[-1]:.1%}</b>" if len(values) > 1 else "–")

    def _show_collection(self) -> None:
        if self._own is None:
            return
        own = self._own.digits
        count = len(own)
        arrays = {} if self._frame is None else self._frame.arrays
        read, before = arrays.get("read"), arrays.get("before")
        if read is None or len(read) != count:
            read, before = np.full(count, UNREAD), None
        self.gallery.show_digits(
            Pictures(own.images, own.labels, read, np.arange(count), before),
            translate(
                "digits",
                "No digits of your own yet. Draw one, press the key of the digit that you meant, "
                "and it is kept here, or add a folder of labelled pictures. "
                "Thirty or more are a good start.",
            ),
        )
        self.heading.setText(translate("digits", "My digits: {count}", count=count))
        words = "\n".join(filter(None, (self._news, *self._own.problems)))
        self.note.setText(words)
        self.note.setVisible(bool(words))

    # The hand

    def _choose(self, number: int) -> None:
        self.relabel.setCurrentIndex(int(self.gallery.digits.labels[number]))
        self._enable()

    def _relabel(self, label: int) -> None:
        self._change(self._lab.relabel_own_digit, label)

    def _remove(self) -> None:
        self._change(self._lab.remove_own_digit)

    def _change(self, verb: Callable[..., None], *values: int) -> None:
        """Change the chosen digit, and have the lab look at the collection anew."""
        chosen = self.gallery.current
        if chosen < 0 or self._own is None:
            return
        self._news = ""
        try:
            verb(self._own.files[chosen], *values)
        except (ValueError, OSError) as error:
            self._news = translate("digits", "✗ {reason}", reason=told(error))
        self._frame = None
        self.edited.emit({"edition": self._params.edition + 1})

    def _ask_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.folder.text())
        if folder:
            self.take_folder(folder)

    def take_folder(self, folder: str) -> None:
        """Begin to add the labelled pictures of a folder to the collection."""
        self._errands.start([(folder, partial(self._lab.keep_folder, folder))])
        self.progress.show_share(0)
        self._clock.start()
        self._enable()

    @Slot(object, object)
    def _folder_taken(self, folder: str, result: tuple[int, list[Exception]] | Message) -> None:
        """Tell what came of it."""
        if not isinstance(result, tuple):
            self._tell(translate("digits", "✗ {reason}", reason=shown(result)))
            return
        kept, problems = result
        lines = [translate("digits", "Added {count} digits", count=kept), *map(told, problems[:3])]
        if len(problems) > 3:
            lines.append(translate("digits", "and {count} more", count=len(problems) - 3))
        self._news = "\n".join(lines)
        self._frame = None
        self.edited.emit({"edition": self._params.edition + 1})

    @Slot()
    def _work_over(self) -> None:
        self._clock.stop()
        self._enable()

    @Slot()
    def _show_progress(self) -> None:
        self.progress.show_share(self._errands.part)

    def shutdown(self) -> None:
        """Stop adding a folder; what was added stays."""
        self._clock.stop()
        self._errands.shutdown()

    def _trained(self) -> np.ndarray | None:
        return None if self._frame is None else self._frame.arrays.get("trained")

    def _use(self) -> None:
        trained = self._trained()
        if trained is None:
            return
        try:
            self._lab.keep_trained(self._params.model, trained)
        except (ValueError, OSError) as error:
            self._tell(translate("digits", "✗ {reason}", reason=told(error)))
            return
        self.edited.emit({"mode": "draw", "weights": "own"})

    def _save(self) -> None:
        """Ask where to, and write what was just trained, or what was kept of earlier trainings."""
        kinds = {
            ".npz": translate("digits", "Weights for FishLab"),
            ".onnx": translate("digits", "ONNX, for other programs"),
        }
        filters = [f"{kind} (*{ending})" for ending, kind in kinds.items()]
        # Qt's dialog asks before an existing file is overwritten.
        name, chosen = QFileDialog.getSaveFileName(
            self, self.save.text(), f"{self._params.model}.npz", ";;".join(filters)
        )
        if not name:
            return
        path = Path(name)
        if path.suffix.lower() not in kinds:
            path = path.with_name(path.name + (".onnx" if chosen == filters[1] else ".npz"))
        try:
            self._lab.write_trained(self._params.model, self._trained(), path)
        except (LabError, ValueError, OSError) as error:
            self._tell(translate("digits", "✗ {reason}", reason=told(error)))
        else:
            self._tell(translate("export", "Saved {path}", path=path))

    def _tell(self, news: str) -> None:
        """Show it, also beside the pictures that follow."""
        self._news = news
        self._show_collection()

    def _enable(self) -> None:
        chosen = self.gallery.current >= 0
        for widget in (self.relabel, self.remove):
            widget.setEnabled(chosen)
        busy = self._errands.busy
        self.folder.setEnabled(not busy)
        self.progress.setVisible(busy)
        self.cancel.setVisible(busy)
        trained = self._trained() is not None
        self.use.setEnabled(trained)
        self.save.setEnabled(trained or self._lab.has_trained(self._params.model))
        self.reset.setEnabled(self._params.weights != "shipped")

    # Words and colours

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        self.gallery.apply_theme(theme)
        self.plot.apply_theme(theme)
        styles = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine)
        for k, curve in enumerate(self._curves.values()):
            curve.setPen(pg.mkPen(theme.curve(k), width=2, style=styles[k]))
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word anew."""
        words = {
            "own": translate("digits", "my digits, trained on"),
            "held": translate("digits", "my digits, held back"),
            "test": translate("digits", "MNIST's test digits"),
        }
        lines = ("━━", "╍╍", "┅┅")
        for k, (name, label) in enumerate(self._words.items()):
            label.setText(
                f'<span style="color:{self._theme.curve(k)}">{lines[k]}</span> {words[name]}'
            )
        self._heads[0].setText(translate("digits", "before"))
        self._heads[1].setText(translate("digits", "now"))
        self.plot.set_titles(translate("digits", "step"), translate("digits", "accuracy"))
        told = translate("digits", "Accuracy on your digits and on MNIST's while training")
        self.plot.setToolTip(told)
        self.plot.setAccessibleName(told)
        self._label_word.setText(translate("digits", "Label"))
        for button, text, tip in (
            (
                self.draw,
                translate("digits", "Draw more"),
                translate("digits", "Go to the paper and draw further digits"),
            ),
            (
                self.folder,
                translate("digits", "Add a folder…"),
                translate(
                    "digits",
                    "Add labelled pictures: in folders named 0 to 9, or named like 7-mine.png",
                ),
            ),
            (
                self.cancel,
                translate("digits", "Cancel"),
                translate("digits", "Stop adding pictures; those added so far stay"),
            ),
            (
                self.remove,
                translate("digits", "Remove"),
                translate("digits", "Remove the chosen digit from the collection (Delete)"),
            ),
            (
                self.use,
                translate("digits", "Draw with the trained network"),
                translate("digits", "Keep the trained weights and read your drawings with them"),
            ),
            (
                self.save,
                translate("digits", "Save the weights…"),
                translate(
                    "digits",
                    "Write the network trained on your digits to a file: .npz for FishLab, .onnx "
                    "for other programs",
                ),
            ),
            (
                self.reset,
                translate("digits", "Back to the shipped weights"),
                translate("digits", "Read your drawings with the weights as shipped"),
            ),
        ):
            button.setText(text)
            button.setToolTip(tip)
            button.setAccessibleName(text)
        self.progress.setAccessibleName(translate("digits", "How much of the folder is added"))
        self.relabel.setToolTip(translate("digits", "Correct the label of the chosen digit"))
        self.relabel.setAccessibleName(translate("digits", "Label"))
        self.gallery.setToolTip(
            translate("digits", "Your digits, and how the network reads them: before → now")
        )
        self.gallery.setAccessibleName(translate("digits", "My digits"))
        self._show_collection()
