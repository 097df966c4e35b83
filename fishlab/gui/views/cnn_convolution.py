"""Picture of the mode "convolution": image, filter and output, and the sum written out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from fishlab.experiment import Frame, History
from fishlab.gui.theme import Theme
from fishlab.gui.translation import translate
from fishlab.labs.cnn_params import CnnParams

from .cnn_painting import channel_of, with_cell
from .cnn_sheet import Block, Sheet, number

MOST_WRITTEN = 27
"""More products than these would fill the page; then only the sum of each channel is written."""


class ConvolutionPanel(QWidget):
    """Shows a frame of `labs.cnn_convolution`."""

    edited = Signal(dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._params = CnnParams()
        self._frame: Frame | None = None
        self.sheet = Sheet()
        self.sum = QLabel()
        self.sum.setWordWrap(True)
        self.sum.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sum.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.sum.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.sum.setMinimumHeight(84)
        font = self.sum.font()
        font.setPointSizeF(1.15 * font.pointSizeF())
        self.sum.setFont(font)
        self.hint = QLabel()
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.sheet, 1)
        column.addWidget(self.sum)
        column.addWidget(self.hint)
        self.sheet.painted.connect(self._painted)

    def show_params(self, params: CnnParams) -> None:
        """Know what is painted so far."""
        self._params = params

    def show_frame(self, frame: Frame, history: History) -> None:
        """Draw the window where it stands at this frame."""
        self._frame = frame
        arrays = frame.arrays
        pad = int(arrays["pad"])
        fits = "window" in arrays
        window = (tuple(arrays["window"].tolist()),) if fits else ()
        channels = len(arrays["image"])
        image, filters = [], []
        for c in range(channels):
            of = translate("cnn", "channel {number}", number=c + 1) if channels > 1 else ""
            height, width = (k - 2 * pad for k in arrays["image"][c].shape)
            image.append(
                Block(
                    f"image.{c}",
                    of or translate("cnn", "image {height} × {width}", height=height, width=width),
                    arrays["image"][c],
                    pad,
                    editable=True,
                    framed=window,
                    lit=window,
                )
            )
            side = arrays["filter"].shape[1]
            filters.append(
                Block(
                    f"filter.{c}",
                    of or translate("cnn", "filter {height} × {width}", height=side, width=side),
                    arrays["filter"][c],
                    editable=True,
                )
            )
        height, width = arrays["output"].shape
        framed: tuple[tuple[int, int, int, int], ...] = ()
        if fits:
            framed = ((int(frame.scalars["row"]), int(frame.scalars["column"]), 1, 1),)
        output = Block(
            "output",
            translate("cnn", "output {height} × {width}", height=height, width=width),
            arrays["output"],
            known=arrays.get("done"),
            framed=framed,
        )
        bias = number(float(arrays["bias"]))
        self.sheet.show_blocks((image, filters, [output]), ("⊛", f"+ {bias}  ="))
        self.sum.setText(self._written(frame) if fits else "")

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.sheet.apply_theme(theme)

    def retranslate(self) -> None:
        """Set every word anew."""
        self.sheet.setAccessibleName(translate("cnn", "Image, filter and output"))
        self.sheet.setAccessibleDescription(
            translate("cnn", "Arrow keys go from cell to cell; plus, minus and digits change it")
        )
        self.sheet.setToolTip(translate("cnn", "Click or drag in the image or the filter"))
        self.sum.setToolTip(translate("cnn", "The products under the window, and their sum"))
        self.sum.setAccessibleName(translate("cnn", "Products and sum"))
        self.hint.setText(
            translate("cnn", "click a cell: one more · right click: one less · drag paints")
        )
        if self._frame is not None:
            self.show_frame(self._frame, History())

    def _written(self, frame: Frame) -> str:
        """Write the products under the window, image times filter, and what they add up to."""
        arrays = frame.arrays
        top, left, height, width = arrays["window"].tolist()
        lines = []
        for c, weights in enumerate(arrays["filter"]):
            under = arrays["image"][c, top : top + height, left : left + width]
            total = number(float(arrays["products"][c].sum()))
            pairs = " + ".join(
                f"{_signed(a)}·{_signed(w)}" for a, w in zip(under.flat, weights.flat, strict=True)
            )
            if arrays["products"].size > MOST_WRITTEN:
                pairs = translate(
                    "cnn", "{count} products of channel {number}", count=weights.size, number=c + 1
                )
            lines.append(f"{pairs} = {total}" if len(arrays["filter"]) > 1 else pairs)
        value = number(frame.scalars["value"])
        total, bias = number(frame.scalars["sum"]), _signed(float(arrays["bias"]))
        result = f"= {total}, &nbsp; {total} + {bias} = <b>{value}</b>"
        return "<br>".join(lines) + "<br>" + result

    def _painted(self, name: str, row: int, column: int, value: int) -> None:
        field = "cells" if name.startswith("image.") else "weights"
        before = getattr(self._params, field)
        self.edited.emit({field: with_cell(before, (channel_of(name), row, column), value)})


def _signed(value: float) -> str:
    """Return a factor: in brackets if it is negative."""
    return f"({number(value)})" if value < 0 else number(value)
