"""Picture of the mode "saliency": the digit, where its score is sensitive, what it cannot miss."""

from __future__ import annotations

from functools import partial

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fishlab.experiment import Frame, History
from fishlab.gui.theme import LIGHT, Theme
from fishlab.gui.translation import translate
from fishlab.gui.widgets.plot import Plot
from fishlab.labs.cnn_params import DRAWING, CnnParams

from .cnn_file import PictureTaker
from .cnn_images import Picture, heat, ink, signed
from .cnn_sheet import number

PICTURES = ("image", "gradient", "saliency", "occlusion")


class SaliencyPanel(PictureTaker):
    """Shows a frame of `labs.cnn_saliency`; a click on a bar asks for that digit's score."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._frame: Frame | None = None
        self.pictures = {name: Picture() for name in PICTURES}
        for name, picture in self.pictures.items():
            picture.words = partial(self._words, name)
        self.bars = Plot()
        self.bars.setMouseEnabled(False, False)
        self.bars.setYRange(0, 1, padding=0.02)
        self.bars.setXRange(-0.6, 9.6, padding=0)
        self.bars.getAxis("bottom").setTicks([[(k, str(k)) for k in range(10)]])
        self.bars.set_readout(self._read)
        self._bar_item = pg.BarGraphItem(x=np.arange(10), height=np.zeros(10), width=0.7)
        self._bar_item.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.bars.addItem(self._bar_item)
        self.bars.scene().sigMouseClicked.connect(self._clicked)
        above = QHBoxLayout()
        below = QHBoxLayout()
        beside = self._beside = QHBoxLayout()
        above.addWidget(self.pictures["image"], 1)
        above.addWidget(self.pictures["saliency"], 1)
        above.addWidget(self.pictures["occlusion"], 1)
        below.addWidget(self.pictures["gradient"], 1)
        beside.addWidget(self.bars, 1)
        beside.addWidget(self.hand)
        # The gradient under the digit: the columns of both rows are as wide.
        below.addLayout(beside, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addLayout(above, 1)
        column.addLayout(below, 1)

    def show_params(self, params: CnnParams) -> None:
        """Make room for the pad."""
        super().show_params(params)
        self._beside.setStretch(1, 1 if params.picture == DRAWING else 0)

    def show_frame(self, frame: Frame, history: History) -> None:
        """Draw the digit, the gradient, and the occlusion as far as it is known."""
        self._frame = frame
        arrays = frame.arrays
        titles = self._titles(int(frame.scalars["target"]))
        image = arrays["image"]
        paintings = {
            "image": ink(image),
            "gradient": signed(arrays["gradient"]),
            "saliency": heat(arrays["saliency"], image),
            "occlusion": heat(arrays["occlusion"], image),
        }
        for name, picture in self.pictures.items():
            picture.show_values(paintings[name], image.shape, titles[name])
        self._draw_bars()

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        super().apply_theme(theme)
        self._theme = theme
        for picture in self.pictures.values():
            picture.apply_theme(theme)
        self.bars.apply_theme(theme)
        self._draw_bars()

    def retranslate(self) -> None:
        """Set every word anew."""
        self.name_hand()
        tips = {
            "image": translate("cnn", "What the network sees"),
            "gradient": translate(
                "cnn", "Blue: more ink here raises the score; orange: it lowers the score"
            ),
            "saliency": translate("cnn", "The size of the gradient, whatever its sign"),
            "occlusion": translate(
                "cnn", "How much probability is lost when a patch of 5 × 5 is painted over"
            ),
        }
        names = self._titles(0 if self._frame is None else int(self._frame.scalars["target"]))
        for name, picture in self.pictures.items():
            picture.setAccessibleName(names[name])
            picture.setToolTip(tips[name])
        self.bars.set_titles(translate("cnn", "digit"), translate("cnn", "probability"))
        self.bars.setAccessibleName(translate("cnn", "Probability of every digit"))
        self.bars.setToolTip(translate("cnn", "Click a bar to ask for the score of that digit"))
        if self._frame is not None:
            self.show_frame(self._frame, History())

    def _titles(self, target: int) -> dict[str, str]:
        return {
            "image": translate("cnn", "the digit"),
            "gradient": translate("cnn", "∂ score of {target} / ∂ pixel", target=target),
            "saliency": translate("cnn", "saliency: its size"),
            "occlusion": translate("cnn", "occlusion: what cannot be missed"),
        }

    def _draw_bars(self) -> None:
        if self._frame is None:
            return
        target = int(self._frame.scalars["target"])
        colours = [self._theme.curve(4) if k == target else self._theme.accent for k in range(10)]
        self._bar_item.setOpts(
            height=self._frame.arrays["probabilities"],
            brushes=[pg.mkBrush(colour) for colour in colours],
            pens=[pg.mkPen(self._theme.text, width=2 if k == target else 0.5) for k in range(10)],
        )

    def _clicked(self, event: pg.GraphicsScene.mouseEvents.MouseClickEvent) -> None:
        position: QPointF = event.scenePos()
        box = self.bars.getViewBox()
        if box.sceneBoundingRect().contains(position):
            self.edited.emit({"target": str(self.digit_at(box.mapSceneToView(position).x()))})

    @staticmethod
    def digit_at(x: float) -> int:
        """Return the digit whose bar stands at x."""
        return min(max(round(x), 0), 9)

    def _words(self, name: str, row: int, column: int) -> str:
        if self._frame is None:
            return ""
        value = number(float(self._frame.arrays[name][row, column]))
        return translate(
            "cnn", "row {row}, column {column}: {value}", row=row, column=column, value=value
        )

    def _read(self, x: float, y: float) -> str:
        if self._frame is None:
            return ""
        digit = self.digit_at(x)
        return f"{digit}: {self._frame.arrays['probabilities'][digit]:.2%}"
