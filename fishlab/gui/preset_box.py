"""The preset chooser, and under it the sentence that says what to look for."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from fishlab.experiment import Lab, Params, Preset

from .chooser import Chooser
from .editors import Unwheeled
from .names import named
from .style import tint
from .translation import shown, translate


class PresetBox(QWidget):
    """Chooses among a lab's presets; shows none when the reader has gone his own way."""

    chosen = Signal(object)

    def __init__(self, lab: Lab, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lab = lab
        self._hinted = lab.presets[0]
        self._title = QLabel()
        tint(self._title, QPalette.ColorRole.PlaceholderText)
        self.combo = named(Chooser(Unwheeled(self), letters=8), "preset")
        for preset in lab.presets:
            self.combo.addItem("", preset.id)
        self._title.setBuddy(self.combo)
        self.hint = named(QLabel(wordWrap=True), "hint")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._title)
        layout.addWidget(self.combo)
        layout.addWidget(self.hint)
        self.combo.currentIndexChanged.connect(self._choose)

    def show_params(self, params: Params, seed: int) -> None:
        """Show the preset that has these, or that none has."""
        index = next(
            (k for k, p in enumerate(self._lab.presets) if (p.params, p.seed) == (params, seed)), -1
        )
        with QSignalBlocker(self.combo):
            self.combo.setCurrentIndex(index)
        if index >= 0:
            self._show_hint(self._lab.presets[index])
        # It stays while the reader does what it says, but not beside another experiment.
        self.hint.setVisible(_mode(params) == _mode(self._hinted.params))

    def retranslate(self) -> None:
        """Say every word anew."""
        name = translate("page", "Try this")
        self._title.setText(name)
        self.combo.setAccessibleName(name)
        self.combo.setToolTip(translate("page", "Settings made ready, each with something to see"))
        self.combo.setPlaceholderText(translate("page", "my own settings"))
        for index, preset in enumerate(self._lab.presets):
            self.combo.setItemText(index, shown(preset.title))
        self._show_hint(self._hinted)

    def _show_hint(self, preset: Preset) -> None:
        self._hinted = preset
        self.hint.setText(shown(preset.hint))

    def _choose(self, index: int) -> None:
        if index >= 0:
            self._show_hint(self._lab.presets[index])
            self.chosen.emit(self._lab.presets[index])


def _mode(params: Params) -> object:
    return vars(params).get("mode")
