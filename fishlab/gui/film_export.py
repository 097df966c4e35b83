"""A film from the window: how many frames, how fast, and a progress that can be cancelled.

Frames are drawn one at a time between the window's other work; the file is written in a thread.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QProgressDialog,
    QSpinBox,
    QWidget,
)

from fishlab.experiment import Run
from fishlab.experiment.run import in_one_line

from .animation import Film, Shooting
from .names import named
from .theme import Theme
from .translation import translate

SCALES = (0.5, 1.0, 2.0)


class FilmDialog(QDialog):
    """Asks for the number of frames, their rate and their size."""

    def __init__(self, kept: int, size: tuple[int, int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("film_dialog")
        self.setWindowTitle(translate("film", "Animation"))
        usual = Film()
        most = max(2, min(kept, 1000))
        self.frames = named(QSpinBox(minimum=2, maximum=most), "film_frames")
        self.frames.setValue(min(usual.frames, most))
        self.rate = named(QSpinBox(minimum=1, maximum=50, value=round(usual.rate)), "film_rate")
        self.scale = named(QComboBox(), "film_scale")
        for scale in SCALES:
            width, height = (round(scale * side) for side in size)
            self.scale.addItem(f"{width} × {height}", scale)
        self.scale.setCurrentIndex(SCALES.index(usual.scale))
        form = QFormLayout(self)
        for words, tip, widget in (
            (
                translate("film", "Frames"),
                translate("film", "At most so many, spread evenly over the run"),
                self.frames,
            ),
            (
                translate("film", "Frames a second"),
                translate("film", "How fast the animation plays"),
                self.rate,
            ),
            (
                translate("film", "Size"),
                translate("film", "Width and height in pixels"),
                self.scale,
            ),
        ):
            widget.setToolTip(tip)
            widget.setAccessibleName(words)
            form.addRow(words, widget)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form.addRow(buttons)

    def film(self) -> Film:
        """Return what was chosen."""
        return Film(self.frames.value(), self.rate.value(), self.scale.currentData())


class FilmExport(QObject):
    """Draws and writes one film at a time."""

    told = Signal(str)
    saved = Signal(str)
    failed = Signal(str)
    _written = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._owner = parent
        self._shooting: Shooting | None = None
        self._bar: QProgressDialog | None = None
        self._thread: threading.Thread | None = None
        self._path = Path()
        self._metadata: Mapping[str, Any] = {}
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._step)
        self._written.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """True while a film is drawn or written."""
        return self._shooting is not None

    def start(
        self,
        run: Run,
        path: Path,
        film: Film,
        theme: Theme,
        size: tuple[int, int],
        metadata: Mapping[str, Any],
    ) -> None:
        """Begin a film; one that is under way is given up."""
        self.cancel()
        self._path, self._metadata = path, metadata
        self._shooting = Shooting(run, path, film, theme, size)
        bar = self._bar = QProgressDialog(self._owner)
        bar.setObjectName("film_progress")
        bar.setWindowTitle(translate("film", "Animation"))
        bar.setLabelText(translate("film", "Drawing the frames …"))
        bar.setCancelButtonText(translate("film", "Cancel"))
        bar.setRange(0, len(self._shooting.numbers))
        bar.setMinimumDuration(0)
        bar.setAutoClose(False)
        bar.setAutoReset(False)
        bar.setWindowModality(Qt.WindowModality.WindowModal)
        bar.canceled.connect(self.cancel)
        bar.show()
        self._timer.start()

    @Slot()
    def cancel(self) -> None:
        """Give the film up; a file that is being written is written to its end."""
        self._timer.stop()
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        self._close()

    def _step(self) -> None:
        assert self._shooting is not None
        assert self._bar is not None
        try:
            if self._shooting.step():
                self._bar.setValue(self._shooting.done)
                return
        except Exception:
            self.cancel()
            raise
        self._timer.stop()
        self._bar.setLabelText(translate("film", "Writing the file …"))
        self._bar.setRange(0, 0)
        self._thread = threading.Thread(target=self._write, name="fishlab-export")
        self._thread.start()

    def _write(self) -> None:
        assert self._shooting is not None
        try:
            self._shooting.write(self._metadata)
        except OSError as error:
            self._written.emit(str(error.strerror or error))
        except Exception as error:
            self._written.emit(in_one_line(error))
            raise
        else:
            self._written.emit("")

    @Slot(str)
    def _tell(self, reason: str) -> None:
        if self._thread is None:
            return
        self._thread.join()
        self._thread = None
        self._close()
        if reason:
            self.failed.emit(
                translate(
                    "export",
                    "{path} could not be written: {reason}",
                    path=self._path,
                    reason=reason,
                )
            )
        else:
            self.saved.emit(str(self._path))
            self.told.emit(translate("export", "Saved {path}", path=self._path))

    def _close(self) -> None:
        if self._shooting is not None:
            self._shooting.close()
            self._shooting = None
        if self._bar is not None:
            self._bar.canceled.disconnect(self.cancel)
            self._bar.close()
            self._bar.deleteLater()
            self._bar = None
