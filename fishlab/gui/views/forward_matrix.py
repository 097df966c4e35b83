"""Two matrices and their product: the row and the column that meet are lit."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from fishlab.experiment import Frame
from fishlab.gui.theme import Theme
from fishlab.gui.translation import translate
from fishlab.labs.forward_params import ForwardParams, matrix_of, text_of

from .cnn_sheet import Block, Sheet
from .forward_panel import Panel

LARGEST = 104
"""Pixels of a cell: two small matrices and their product fill the picture."""


class MatrixPanel(Panel):
    """A, B and A·B as sheets of cells; a click on a cell of A or B changes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._params = ForwardParams()
        self._frame: Frame | None = None
        self.sheet = Sheet(largest=LARGEST)
        self.sum = QLabel()
        self.sum.setAlignment(Qt.AlignmentFlag.AlignCenter)
        font = self.sum.font()
        font.setPointSizeF(1.3 * font.pointSizeF())
        self.sum.setFont(font)
        self.hint = QLabel()
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(8)
        column.addWidget(self.sheet, 1)
        column.addWidget(self.sum)
        column.addWidget(self.hint)
        self.sheet.painted.connect(self._painted)

    def show_params(self, params: ForwardParams) -> None:
        """Know the matrices as they are written."""
        self._params = params

    def show_frame(self, frame: Frame) -> None:
        """Draw the matrices, lit where the newest cell came from."""
        self._frame = frame
        arrays = frame.arrays
        a, b, product = arrays["a"], arrays["b"], arrays["product"]
        cell = None
        if "row" in frame.scalars:
            cell = int(frame.scalars["row"]), int(frame.scalars["column"])
        clash = not product.size
        row = ((cell[0], 0, 1, a.shape[1]),) if cell else ()
        column = ((0, cell[1], b.shape[0], 1),) if cell else ()
        if clash:
            # The two numbers that should be alike: a row of A, a column of B.
            row, column = ((0, 0, 1, a.shape[1]),), ((0, 0, b.shape[0], 1),)
        columns = [
            [Block("a", self._title("A", a), a, editable=True, lit=row, framed=row)],
            [Block("b", self._title("B", b), b, editable=True, lit=column, framed=column)],
        ]
        signs = ["·"]
        if not clash:
            framed = ((*cell, 1, 1),) if cell else ()
            columns.append(
                [
                    Block("product", self._title("A·B", product), product,
                          known=arrays["known"], framed=framed)
                ]
            )  # fmt: skip
            signs.append("=")
        self.sheet.show_blocks(columns, signs)
        self._say_sum()

    def clear(self) -> None:
        """Forget the cell."""
        self._frame = None
        self.sum.setText("")

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.sheet.apply_theme(theme)

    def retranslate(self) -> None:
        """Set every word anew."""
        self.sheet.setAccessibleName(translate("forward", "Two matrices and their product"))
        self.sheet.setToolTip(
            translate("forward", "Arrows go from cell to cell, + and − change the number")
        )
        self.hint.setText(
            translate("forward", "click a cell: one more · right click: one less · drag paints")
        )
        if self._frame is not None:
            self.show_frame(self._frame)

    def _title(self, name: str, matrix) -> str:
        return f"{name}  {matrix.shape[0]} × {matrix.shape[1]}"

    def _say_sum(self) -> None:
        frame = self._frame
        if frame is None or "row" not in frame.scalars:
            self.sum.setText("")
            return
        row, column = int(frame.scalars["row"]), int(frame.scalars["column"])
        a, b = frame.arrays["a"][row], frame.arrays["b"][:, column]
        terms = " + ".join(f"{x:g}·{y:g}" for x, y in zip(a, b, strict=True))
        value = f"{frame.scalars['value']:g}"
        self.sum.setText(f"{terms} = <b>{value}</b>".replace("-", "−"))

    def _painted(self, name: str, row: int, column: int, value: int) -> None:
        matrix = matrix_of(getattr(self._params, name))
        matrix[row, column] = value
        self.edited.emit({name: text_of(matrix)})
