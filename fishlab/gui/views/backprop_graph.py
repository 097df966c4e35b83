"""The computational graph with its numbers, and below it every input's derivative, both ways."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fishlab.experiment import Frame
from fishlab.gui.theme import Theme
from fishlab.gui.translation import translate
from fishlab.labs.backprop_params import BackpropParams
from fishlab.labs.backprop_scene import VARIABLE

from .backprop_panel import Panel
from .backprop_picture import GraphPicture
from .gradients_numbers import ROW_HEIGHT, Numbers, number, power

MOST_ROWS = 6
AGREES, DIFFERS = "✓", "≠"


class GraphPanel(Panel):
    """The picture, which a hand can change, above the table of the inputs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = GraphPicture()
        self.picture.edited.connect(self.edited)
        self.table = Numbers()
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.picture, 1)
        layout.addWidget(self.table)

    def show_params(self, params: BackpropParams) -> None:
        """Let the picture know what a hand would change."""
        super().show_params(params)
        self.picture.show_params(params)

    def draw(self, frame: Frame) -> None:
        """Draw graph and table."""
        self.picture.show_frame(frame)
        arrays = frame.arrays
        rows = []
        for node, label in enumerate(arrays["labels"].tolist()):
            if arrays["kinds"][node] != VARIABLE:
                continue
            height, width = arrays["shapes"][node].tolist()
            shape = f"({height}, {width})"
            single = height * width == 1
            texts = [
                number(float(arrays[name][node, 0])) if single else shape
                for name in ("values", "totals", "numeric")
            ]
            gap = power(float(arrays["gaps"][node]))
            gap += f"  {AGREES if arrays['agrees'][node] else DIFFERS}"
            known = bool(arrays["returned"][node])
            rows.append([label, texts[0], *([*texts[1:], gap] if known else ["–"] * 3)])
        self.table.show_rows(rows)
        if len(rows) > MOST_ROWS:
            self.table.setFixedHeight(ROW_HEIGHT * (MOST_ROWS + 1) + 4)

    def wipe(self) -> None:
        """Take the graph away."""
        self.picture.clear()
        self.table.setRowCount(0)

    def dress(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.picture.apply_theme(theme)
        self.table.apply_theme(theme)

    def write(self) -> None:
        """Set every word anew."""
        self.picture.retranslate()
        self.table.set_header(
            [
                translate("backprop", "input"),
                translate("backprop", "value"),
                translate("backprop", "derivative, by backprop"),
                translate("backprop", "numerical derivative"),
                translate("backprop", "difference"),
            ]
        )
        self.table.setAccessibleName(translate("backprop", "Every input's derivative, both ways"))
        self.table.setToolTip(
            translate("backprop", "How much L changes with each input: backward, and numerically")
        )
