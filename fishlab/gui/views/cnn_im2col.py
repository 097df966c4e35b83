"""Picture of the mode "im2col": the image, its windows as rows, and the product; linked cells."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from fishlab.experiment import Frame, History
from fishlab.gui import numbers
from fishlab.gui.theme import Theme
from fishlab.gui.translation import translate
from fishlab.labs.cnn_params import CnnParams

from .cnn_painting import channel_of, with_cell
from .cnn_sheet import Block, Place, Sheet, number

WAYS = ("loops", "im2col", "fast")


class Im2colPanel(QWidget):
    """Shows a frame of `labs.cnn_im2col`; `selected` is the window that is lit, by its row."""

    edited = Signal(dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._params = CnnParams()
        self._frame: Frame | None = None
        self.selected = 0
        self._pinned = 0
        self.pictures = Sheet()
        self.matrices = Sheet()
        self.words = QLabel()
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setWordWrap(True)
        self.table = QGridLayout()
        self.table.setHorizontalSpacing(24)
        self._cells = {
            (way, column): QLabel() for way in WAYS for column in ("name", "difference", "time")
        }
        self._heads = [QLabel() for _ in range(3)]
        for k, head in enumerate(self._heads):
            self.table.addWidget(head, 0, k, Qt.AlignmentFlag.AlignRight)
        for row, way in enumerate(WAYS, start=1):
            for k, column in enumerate(("name", "difference", "time")):
                self.table.addWidget(self._cells[way, column], row, k, Qt.AlignmentFlag.AlignRight)
        sheets = QHBoxLayout()
        sheets.addWidget(self.pictures, 2)
        sheets.addWidget(self.matrices, 5)
        below = QHBoxLayout()
        below.addStretch()
        below.addLayout(self.table)
        below.addStretch()
        page = QVBoxLayout(self)
        page.setContentsMargins(8, 8, 8, 8)
        page.addLayout(sheets, 1)
        page.addWidget(self.words)
        page.addLayout(below)
        self.pictures.painted.connect(self._painted)
        for sheet in (self.pictures, self.matrices):
            sheet.hovered.connect(self._hovered)
            sheet.chosen.connect(self._chosen)

    def show_params(self, params: CnnParams) -> None:
        """Know what is painted so far."""
        self._params = params

    def show_frame(self, frame: Frame, history: History) -> None:
        """Draw image, matrices and what they give."""
        self._frame = frame
        rows = len(frame.arrays.get("windows", ()))
        self._pinned = min(self._pinned, max(rows - 1, 0))
        self.selected = self._pinned
        self._draw()
        self._write_table(frame)

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.pictures.apply_theme(theme)
        self.matrices.apply_theme(theme)

    def retranslate(self) -> None:
        """Set every word anew."""
        self.pictures.setAccessibleName(translate("cnn", "Image and output"))
        self.matrices.setAccessibleName(translate("cnn", "Column matrix, filters and product"))
        tip = translate("cnn", "Move over a row or a cell of the output: its window lights up")
        for sheet in (self.pictures, self.matrices):
            sheet.setToolTip(tip)
            sheet.setAccessibleDescription(tip)
        names = {
            "loops": translate("cnn", "nested loops"),
            "im2col": translate("cnn", "im2col and a product"),
            "fast": translate("cnn", "the fast layer"),
        }
        for way, name in names.items():
            self._cells[way, "name"].setText(name)
        heads = (
            translate("cnn", "way"),
            translate("cnn", "largest difference"),
            translate("cnn", "milliseconds"),
        )
        for head, word in zip(self._heads, heads, strict=True):
            head.setText(f"<b>{word}</b>")
        if self._frame is not None:
            self._draw()
            self._write_table(self._frame)

    def _draw(self) -> None:
        assert self._frame is not None
        arrays = self._frame.arrays
        pad = int(arrays["pad"])
        k = self.selected
        fits = "windows" in arrays
        window: tuple[Place, ...] = (tuple(arrays["windows"][k].tolist()),) if fits else ()
        channels = len(arrays["image"])
        image = [
            Block(
                f"image.{c}",
                translate("cnn", "channel {number}", number=c + 1)
                if channels > 1
                else translate("cnn", "image"),
                arrays["image"][c],
                pad,
                editable=True,
                framed=window,
                lit=window,
            )
            for c in range(channels)
        ]
        if not fits:
            self.pictures.show_blocks((image,))
            self.matrices.show_blocks(())
            self.words.setText("")
            return
        filters, _, width = arrays["output"].shape
        cell: Place = (k // width, k % width, 1, 1)
        outputs = [
            Block(
                f"output.{n}",
                translate("cnn", "output {number}", number=n + 1)
                if filters > 1
                else translate("cnn", "output"),
                arrays["output"][n],
                framed=(cell,),
                lit=(cell,),
            )
            for n in range(filters)
        ]
        self.pictures.show_blocks((image, outputs), ("→",))
        self.matrices.show_blocks(
            (
                [self._matrix("column", translate("cnn", "column matrix"), k)],
                [self._matrix("matrix", translate("cnn", "filters"), None)],
                [self._matrix("product", translate("cnn", "product"), k)],
            ),
            ("·", "+ b =" if self._params.bias else "="),
        )
        self.words.setText(
            translate(
                "cnn",
                "Row {row}: the window at row {i}, column {j} of the image, laid out in one line; "
                "times each filter it gives {values}",
                row=k,
                i=window[0][0] - pad,
                j=window[0][1] - pad,
                values=", ".join(number(v) for v in arrays["product"][k]),
            )
        )

    def _matrix(self, name: str, title: str, row: int | None) -> Block:
        assert self._frame is not None
        values = self._frame.arrays[name]
        height, width = values.shape
        part: tuple[Place, ...] = () if row is None else ((row, 0, 1, width),)
        return Block(name, f"{title} {height} × {width}", values, framed=part, lit=part)

    def _write_table(self, frame: Frame) -> None:
        for way in WAYS:
            difference = frame.scalars.get(f"difference.{way}")
            taken = frame.scalars.get(f"milliseconds.{way}")
            self._cells[way, "difference"].setText(
                "–" if difference is None else numbers.number(difference, 2)
            )
            self._cells[way, "time"].setText("–" if taken is None else f"{taken:.3g}")
            self._cells[way, "time"].setVisible(self._params.timed)
        self._heads[2].setVisible(self._params.timed)

    def row_of(self, name: str, row: int, column: int) -> int | None:
        """Return the row of the column matrix that a cell belongs to."""
        if self._frame is None or "output" not in self._frame.arrays:
            return None
        if name in ("column", "product"):
            return row
        if name.startswith("output."):
            return row * int(self._frame.arrays["output"].shape[2]) + column
        return None

    def _hovered(self, name: str, row: int, column: int) -> None:
        k = self.row_of(name, row, column)
        k = self._pinned if k is None else k
        if self._frame is not None and k != self.selected:
            self.selected = k
            self._draw()

    def _chosen(self, name: str, row: int, column: int) -> None:
        k = self.row_of(name, row, column)
        if k is not None:
            self._pinned = k
            self._hovered(name, row, column)

    def _painted(self, name: str, row: int, column: int, value: int) -> None:
        cells = with_cell(self._params.cells, (channel_of(name), row, column), value)
        self.edited.emit({"cells": cells})
