"""Mode "overfit": the curves of every variant, and the table of their gaps."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from fishlab.experiment import Frame
from fishlab.gui.theme import LIGHT, Theme
from fishlab.gui.translation import shown, translate

from .training_curves import PARTS, VariantCurves
from .training_gaps import Gaps
from .training_key import Key
from .training_picture import Picture
from .training_strokes import PLAIN, SET_LABELS, pen, swatch

LOSS = "loss."


class Overfitting(Picture):
    """A frame's scalars name the variants, in the order of the rows of its arrays."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._names: tuple[str, ...] = ()
        self.key = Key()
        self.curves = VariantCurves()
        self.gaps = Gaps()
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.note.setContentsMargins(12, 8, 8, 0)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
        left.addWidget(self.key)
        left.addWidget(self.curves, 1)
        right.setContentsMargins(0, 8, 0, 0)
        right.addWidget(self.gaps)
        right.addWidget(self.note)
        right.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(left, 1)
        layout.addLayout(right)

    def show_frame(self, frame: Frame) -> None:
        """Draw the comparison as it stood at this frame."""
        if "train" not in frame.arrays:
            self.clear_run()
            return
        # A frame between two has no numbers of its own; the variants are still the same.
        self._names = (
            tuple(name[len(LOSS) :] for name in frame.scalars if name.startswith(LOSS))
            or self._names
        )
        if len(self._names) != len(frame.arrays["gaps"]):
            return
        self.curves.show_frame(frame, self._names)
        self.gaps.show_frame(frame, self._names)

    def clear_run(self) -> None:
        """Take everything away."""
        self.curves.clear_run()
        self.gaps.clear_run()

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        self.curves.apply_theme(theme)
        self.gaps.apply_theme(theme)
        self._name()

    def retranslate(self) -> None:
        """Set every word anew."""
        self.curves.retranslate()
        self.gaps.retranslate()
        self.note.setText(
            translate(
                "training",
                "All began with the same weights and see the same batches. A small gap with a low "
                "test accuracy is no cure: the network has just learned less.",
            )
        )
        self._name()

    def _name(self) -> None:
        self.key.show_entries(
            [
                (swatch(pen(PLAIN, self._theme, dashes), self._theme), shown(SET_LABELS[part]))
                for part, dashes in PARTS.items()
            ]
        )
