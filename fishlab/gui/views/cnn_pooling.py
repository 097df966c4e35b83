"""Picture of the mode "pooling": an image, its shifted twin, and what pooling makes of both."""

from __future__ import annotations

from functools import partial

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from fishlab.experiment import Frame, History
from fishlab.gui.theme import LIGHT, Theme
from fishlab.gui.translation import translate
from fishlab.labs.cnn_params import CnnParams

from .cnn_images import Picture, heat, ink
from .cnn_painting import with_cell
from .cnn_sheet import Block, Place, Sheet, number

PICTURES = ("image", "output", "shifted", "output_shifted")
POOLED = ("output", "output_shifted")
CHANGED = {"shifted": "changed", "output_shifted": "changed_pooled"}
TAIL = {"shifted": "image", "output_shifted": "output"}


class PoolingPanel(QWidget):
    """Shows a frame of `labs.cnn_pooling`."""

    edited = Signal(dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._params = CnnParams()
        self._frame: Frame | None = None
        self.sheet = Sheet()
        self.pictures = {name: Picture() for name in PICTURES}
        self.words = QLabel()
        self.words.setWordWrap(True)
        grid_page = QWidget()
        grid = QGridLayout(grid_page)
        for k, picture in enumerate(self.pictures.values()):
            grid.addWidget(picture, k // 2, k % 2)
            picture.words = partial(self._words, PICTURES[k])
        self.bars = Shares()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        # A stack that has no parent yet would show its first page as a window.
        self._pages = QStackedLayout()
        column.addLayout(self._pages, 1)
        self._pages.addWidget(self.sheet)
        self._pages.addWidget(grid_page)
        column.addWidget(self.bars)
        column.addWidget(self.words)
        self.sheet.painted.connect(self._painted)

    def show_params(self, params: CnnParams) -> None:
        """Know what is painted so far."""
        self._params = params

    def show_frame(self, frame: Frame, history: History) -> None:
        """Draw the cells with the window, or the digits."""
        self._frame = frame
        on_cells = "window" in frame.arrays or not frame.arrays["output"].size
        self._pages.setCurrentIndex(0 if on_cells else 1)
        if on_cells:
            self._draw_cells(frame)
        else:
            self._draw_digits(frame)
        self.bars.show_frame(frame)

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.sheet.apply_theme(theme)
        for picture in self.pictures.values():
            picture.apply_theme(theme)
        self.bars.apply_theme(theme)

    def retranslate(self) -> None:
        """Set every word anew."""
        self.sheet.setAccessibleName(translate("cnn", "Image and pooled output"))
        self.sheet.setToolTip(translate("cnn", "Click or drag in the image"))
        names = self._names()
        for name, picture in self.pictures.items():
            picture.setAccessibleName(names[name])
            picture.setToolTip(names[name])
        self.words.setText(
            translate(
                "cnn",
                "Orange: what the shift has changed. Cells that are 0 before and after are paper "
                "and are not counted.",
            )
        )
        self.bars.retranslate()
        if self._frame is not None:
            self.show_frame(self._frame, History())

    def _names(self) -> dict[str, str]:
        return {
            "image": translate("cnn", "image"),
            "output": translate("cnn", "pooled"),
            "shifted": translate("cnn", "image, shifted"),
            "output_shifted": translate("cnn", "pooled, shifted"),
        }

    def _draw_cells(self, frame: Frame) -> None:
        arrays, names = frame.arrays, self._names()
        if not arrays["output"].size:
            self.sheet.show_blocks(
                ([Block("image", names["image"], arrays["image"], editable=True)],)
            )
            return
        window: Place = tuple(arrays["window"].tolist())
        cell: Place = (int(frame.scalars["row"]), int(frame.scalars["column"]), 1, 1)
        # The largest cell, or all of an average: those that have a share in the result.
        shares: tuple[Place, ...] = tuple(
            (int(row), int(column), 1, 1) for row, column in np.argwhere(arrays["share"] > 0)
        )
        self.sheet.show_blocks(
            (
                [
                    Block(
                        "image",
                        names["image"],
                        arrays["image"],
                        editable=True,
                        framed=(window,),
                        lit=shares,
                    )
                ],
                [
                    Block(
                        "output",
                        names["output"],
                        arrays["output"],
                        known=arrays["done"],
                        framed=(cell,),
                    )
                ],
                [self._twin("shifted", names)],
                [self._twin("output_shifted", names)],
            ),
            ("→", "", "→"),
        )

    def _twin(self, name: str, names: dict[str, str]) -> Block:
        assert self._frame is not None
        changed = self._frame.arrays[CHANGED[name]]
        lit: tuple[Place, ...] = tuple((int(i), int(j), 1, 1) for i, j in np.argwhere(changed))
        return Block(name, names[name], self._frame.arrays[name], lit=lit)

    def _draw_digits(self, frame: Frame) -> None:
        names = self._names()
        for name, picture in self.pictures.items():
            values = frame.arrays[name]
            size = f"{values.shape[0]} × {values.shape[1]}"
            painting = ink(values)
            if name in CHANGED:
                painting = heat(0.75 * frame.arrays[CHANGED[name]], values, 1.0)
            picture.multiple = self._params.pool_stride if name in POOLED else 1
            picture.show_values(painting, values.shape, f"{names[name]}  {size}")

    def _words(self, name: str, row: int, column: int) -> str:
        assert self._frame is not None
        value = number(float(self._frame.arrays[name][row, column]))
        said = translate(
            "cnn",
            "{title}, row {row}, column {column}: {value}",
            title=self._names()[name],
            row=row,
            column=column,
            value=value,
        )
        if name in TAIL:
            before = number(float(self._frame.arrays[TAIL[name]][row, column]))
            said += "\n" + translate("cnn", "before the shift: {value}", value=before)
        return said

    def _painted(self, name: str, row: int, column: int, value: int) -> None:
        self.edited.emit({"cells": with_cell(self._params.cells, (0, row, column), value)})


class Shares(QWidget):
    """Two bars: the share of numbers that a shift leaves as they were, without and with pooling."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._frame: Frame | None = None
        self.labels = {name: QLabel() for name in ("plain", "pooled")}
        self._bars = {name: QLabel() for name in self.labels}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        for row, (name, label) in enumerate(self.labels.items()):
            grid.addWidget(label, row, 0)
            grid.addWidget(self._bars[name], row, 1)
        grid.setColumnStretch(1, 1)

    def show_frame(self, frame: Frame) -> None:
        """Show the frame's shares; of digits their means."""
        self._frame = frame
        kind = "mean" if "mean.plain" in frame.scalars else "unchanged"
        for name, bar in self._bars.items():
            share = frame.scalars.get(f"{kind}.{name}")
            bar.setText("" if share is None else f"{'█' * round(40 * share)} {share:.0%}")

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        for name, colour in (("plain", theme.curve(4)), ("pooled", theme.accent)):
            self._bars[name].setStyleSheet(f"color: {colour}")

    def retranslate(self) -> None:
        """Set every word anew."""
        self.labels["plain"].setText(translate("cnn", "unchanged without pooling"))
        self.labels["pooled"].setText(translate("cnn", "unchanged with pooling"))
        for name, bar in self._bars.items():
            bar.setAccessibleName(self.labels[name].text())
            bar.setToolTip(self.labels[name].text())
