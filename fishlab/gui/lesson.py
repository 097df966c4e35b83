"""The lesson: Markdown in the reader's language, with drawn formulas and links to presets.

A formula is an SVG in one ink (`currentColor`), drawn at development time; it is tinted and drawn
here at the size of the text around it.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QImage, QPainter, QResizeEvent, QTextDocument
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QTextBrowser, QWidget

from fishlab import paths
from fishlab.experiment import Lab

from . import language
from .style import quiet_scroll_bars
from .theme import LIGHT, Theme
from .translation import shown, translate

# The formulas are drawn in units of which 12 are the height of the text.
FORMULA_UNITS = 12.0


class Lesson(QTextBrowser):
    """Shows the lesson of a lab."""

    preset_wanted = Signal(str)
    """A link to a preset was followed."""

    def __init__(self, lab: Lab, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lesson")
        self._lab = lab
        self._theme = LIGHT
        self._widest = 0.0
        """Width that the widest formula has where there is room for it."""
        self._drawn_for = 0.0
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._write)
        self.setOpenLinks(False)
        self.setFrameShape(self.Shape.NoFrame)
        quiet_scroll_bars(self)
        self.document().setDocumentMargin(12)
        self.anchorClicked.connect(self._follow)

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        self._write()

    def retranslate(self) -> None:
        """Show the lesson in the current language."""
        name = translate("lesson", "Lesson")
        self.setAccessibleName(name)
        self.setToolTip(translate("lesson", "What this lab shows; links set what they speak of"))
        self._write()

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: N802 (Qt)
        """Draw `formula:<name>`; everything else a lesson could ask for is not there."""
        url = QUrl(name)
        if kind == QTextDocument.ResourceType.ImageResource and url.scheme() == "formula":
            return self._formula(url.path())
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the formulas anew if one has too little room now, or had before."""
        super().resizeEvent(event)
        if min(self._room, self._widest) != min(self._drawn_for, self._widest):
            # Not here: the document is being laid out.
            self._again.start()

    @property
    def _room(self) -> float:
        """The width that a formula may have, whether or not there is a scroll bar."""
        taken = 2 * self.document().documentMargin() + self.verticalScrollBar().sizeHint().width()
        return max(self.width() - taken, 120.0)

    @Slot()
    def _write(self) -> None:
        place = self.verticalScrollBar().value()
        self._drawn_for = self._room
        self.document().clear()
        self.document().setDefaultStyleSheet(f"a {{ color: {self._theme.accent}; }}")
        self.setMarkdown(lesson_text(self._lab))
        self.verticalScrollBar().setValue(place)

    def _formula(self, name: str) -> QImage:
        file = paths.resources() / "formulas" / f"{name}.svg"
        try:
            drawing = file.read_text(encoding="utf-8")
        except OSError:
            return QImage()
        ink = drawing.replace("currentColor", self._theme.text)
        renderer = QSvgRenderer(QByteArray(ink.encode()))
        scale = self.fontMetrics().height() / FORMULA_UNITS
        size = renderer.defaultSize().toSizeF() * scale
        self._widest = max(self._widest, size.width())
        size *= min(1.0, self._room / size.width())
        ratio = self.devicePixelRatioF()
        image = QImage((size * ratio).toSize().expandedTo(QSize(1, 1)), QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        image.setDevicePixelRatio(ratio)
        return image

    def _follow(self, url: QUrl) -> None:
        if url.scheme() == "preset":
            self.preset_wanted.emit(url.path())
        elif url.scheme() == "https":
            QDesktopServices.openUrl(url)


def lesson_text(lab: Lab) -> str:
    """Return the lesson's Markdown: in the current language, in English, or the lab's summary."""
    for lang in (language.current(), "en"):
        file = paths.resources() / "lessons" / lang / f"{lab.id}.md"
        if file.is_file():
            return file.read_text(encoding="utf-8")
    return f"# {shown(lab.title)}\n\n{shown(lab.summary)}\n"
