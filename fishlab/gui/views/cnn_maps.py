"""Picture of the mode "maps": all layers in a row, and one map large beside what it sees."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from fishlab.experiment import Frame, History
from fishlab.gui.theme import Theme
from fishlab.gui.translation import translate

from .cnn_file import PictureTaker
from .cnn_images import Picture, ink, signed
from .cnn_sheet import number
from .cnn_strip import LayerStrip

PREFIX = "layer."


class MapsPanel(PictureTaker):
    """Shows a frame of `labs.cnn_maps`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: Frame | None = None
        self._chosen = ("", 0)
        self._cell: tuple[int, int] | None = None
        self.strip = LayerStrip()
        self.image, self.map, self.filter = Picture(), Picture(), Picture()
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setMinimumWidth(180)
        self.words.setMaximumWidth(260)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        side = QVBoxLayout()
        side.addWidget(self.filter, 1)
        side.addWidget(self.words)
        side.addWidget(self.hand, 1)
        large = QHBoxLayout()
        large.addWidget(self.image, 3)
        large.addWidget(self.map, 3)
        large.addLayout(side, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.strip)
        column.addLayout(large, 1)
        self.strip.chosen.connect(self._choose)
        self.map.hovered.connect(self._hovered)
        self.image.words = self._words_of_image
        self.map.words = self._words_of_map

    def show_frame(self, frame: Frame, history: History) -> None:
        """Draw every layer, and the chosen map large."""
        self._frame = frame
        layers = {
            name.removeprefix(PREFIX): values
            for name, values in frame.arrays.items()
            if name.startswith(PREFIX)
        }
        self.strip.show_layers(layers)
        name, k = self._chosen
        if name not in layers:
            # The map that answers most strongly is the most telling one to begin with.
            name = next(iter(layers))
            k = int(np.argmax(np.abs(layers[name]).max(axis=(1, 2))))
        k = min(k, len(self.strip.answer(name).maps) - 1)
        self.strip.set_current(name, k)
        self._choose(name, k)

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        super().apply_theme(theme)
        for part in (self.strip, self.image, self.map, self.filter):
            part.apply_theme(theme)

    def retranslate(self) -> None:
        """Set every word anew."""
        self.name_hand()
        self.strip.setAccessibleName(translate("cnn", "Answers of the layers"))
        self.strip.setToolTip(
            translate("cnn", "Click a map to enlarge it; arrows go from map to map")
        )
        self.image.setAccessibleName(translate("cnn", "What the network sees"))
        self.image.setToolTip(translate("cnn", "The frame is what one cell of the map sees"))
        self.map.setAccessibleName(translate("cnn", "The chosen map"))
        self.map.setToolTip(translate("cnn", "Move over a cell to see where it looks"))
        self.filter.setAccessibleName(translate("cnn", "Filter of the chosen map"))
        self.filter.setToolTip(translate("cnn", "Blue is positive, orange negative"))
        if self._frame is not None:
            self._choose(*self._chosen)

    def _choose(self, name: str, k: int) -> None:
        """Show that map large."""
        assert self._frame is not None
        self._chosen, self._cell = (name, k), None
        arrays = self._frame.arrays
        answer = self.strip.answer(name)
        values = answer.maps[k]
        title = translate("cnn", "{name}, map {number}", name=name, number=k + 1)
        if answer.values.ndim == 1:
            title = translate(
                "cnn", "{name}, all {count} units", name=name, count=answer.values.size
            )
        self.map.show_values(signed(values), values.shape, title)
        image = arrays["image"]
        height, width = image.shape
        title = translate("cnn", "picture {height} × {width}", height=height, width=width)
        self.image.show_values(ink(image), image.shape, title)
        has_filter = "filters" in arrays and k < len(arrays["filters"])
        self.filter.setVisible(has_filter)
        if has_filter:
            weights = arrays["filters"][k]
            title = translate("cnn", "filter {number}", number=k + 1)
            self.filter.show_values(signed(weights), weights.shape, title)
        self._hovered(-1, -1)

    def _hovered(self, row: int, column: int) -> None:
        """Frame what the cell under the mouse sees; without one, what the strongest cell sees."""
        if self._frame is None:
            return
        name, k = self._chosen
        field = self._frame.arrays.get(f"field.{name}")
        if field is None:
            self.image.set_frame(None)
            self.map.set_frame(None)
            self.words.setText(
                translate("cnn", "Every unit of {name} sees the whole picture.", name=name)
            )
            return
        values = self.strip.answer(name).maps[k]
        if row < 0:
            row, column = (int(i) for i in np.unravel_index(np.argmax(values), values.shape))
        self._cell = row, column
        jump, size, start = (int(value) for value in field)
        self.map.set_frame((row, column, 1, 1))
        self.image.set_frame((start + jump * row, start + jump * column, size, size))
        self.words.setText(
            translate(
                "cnn",
                "Cell ({row}, {column}) = {value}. It sees {size} × {size} pixels; the next cell "
                "sees as many, {jump} further on.",
                row=row,
                column=column,
                value=number(float(values[row, column])),
                size=size,
                jump=jump,
            )
        )

    def _words_of_image(self, row: int, column: int) -> str:
        assert self._frame is not None
        value = number(float(self._frame.arrays["image"][row, column]))
        return translate(
            "cnn", "row {row}, column {column}: {value}", row=row, column=column, value=value
        )

    def _words_of_map(self, row: int, column: int) -> str:
        name, k = self._chosen
        answer = self.strip.answer(name)
        value = float(answer.maps[k][row, column])
        if not np.isfinite(value):
            return ""
        if answer.values.ndim == 1:
            unit = row * answer.maps.shape[2] + column
            return translate("cnn", "unit {unit}: {value}", unit=unit, value=number(value))
        return translate(
            "cnn",
            "row {row}, column {column}: {value}",
            row=row,
            column=column,
            value=number(value),
        )
