"""The code: the run as a script, and the very source of the engine's functions that it uses."""

from __future__ import annotations

import builtins
import importlib
import inspect
import keyword
import re
from collections.abc import Iterator

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFontDatabase,
    QGuiApplication,
    QShowEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from fishlab.experiment import LabError

from .names import named
from .player import Player
from .style import quiet_scroll_bars
from .theme import LIGHT, Theme
from .translation import shown, translate

TOKENS = re.compile(
    r"(?P<comment>\#[^\n]*)"
    r"|(?P<text>\b[rbf]?(?:\"[^\"\n]*\"|'[^'\n]*'))"
    r"|(?P<name>(?<=def )\w+|(?<=class )\w+)"
    r"|(?P<number>\b\d+(?:\.\d+)?(?:e[-+]?\d+)?\b)"
    r"|(?P<word>\b(?:" + "|".join(keyword.kwlist) + r")\b)"
    r"|(?P<builtin>\b(?:self|" + "|".join(n for n in dir(builtins) if n.islower()) + r")\b)"
)
TRIPLE = '"""'


def source(dotted: str) -> str:
    """Return the source text of the function or class of that dotted name.

    The longest part that is a module counts as one, although the package has a function that is
    called as its module is (im2col).
    """
    names = dotted.split(".")
    for count in range(len(names) - 1, 0, -1):
        try:
            found: object = importlib.import_module(".".join(names[:count]))
        except ModuleNotFoundError:
            continue
        for name in names[count:]:
            found = getattr(found, name)
        return inspect.getsource(found)  # type: ignore[arg-type]
    raise LookupError(f"{dotted} names nothing")


class Highlighter(QSyntaxHighlighter):
    """Python in a few inks: words of the language, names, texts, comments, numbers."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._inks: dict[str, QTextCharFormat] = {}
        self.set_theme(LIGHT)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        colours = {
            "comment": theme.muted,
            "text": theme.good,
            "name": theme.accent,
            "number": theme.bad,
            "word": theme.accent,
            "builtin": theme.muted,
        }
        for kind, colour in colours.items():
            ink = QTextCharFormat()
            ink.setForeground(QColor(colour))
            ink.setFontItalic(kind == "comment")
            if kind in ("name", "word"):
                ink.setFontWeight(600)
            self._inks[kind] = ink
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:  # noqa: N802 (Qt)
        """Colour one line; the block's state says whether it begins inside a docstring."""
        inside = self.previousBlockState() == 1
        for start, length, kind in self._parts(text, inside):
            self.setFormat(start, length, self._inks[kind])
        quotes = text.count(TRIPLE)
        self.setCurrentBlockState(int(inside != bool(quotes % 2)))

    def _parts(self, text: str, inside: bool) -> Iterator[tuple[int, int, str]]:
        at = 0
        for number, piece in enumerate(text.split(TRIPLE)):
            if inside != bool(number % 2):
                yield max(at - 3, 0), len(piece) + 6, "text"
            else:
                for match in TOKENS.finditer(piece):
                    yield at + match.start(), match.end() - match.start(), str(match.lastgroup)
            at += len(piece) + len(TRIPLE)


class CodePanel(QWidget):
    """A chooser, and the chosen text: the run as a script first, then the engine's own source.

    The script follows the settings as they change.
    """

    save_wanted = Signal()
    told = Signal(str)
    """A line for the status bar."""

    def __init__(self, player: Player, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._player = player
        self.chooser = named(QComboBox(), "code_chooser")
        self.chooser.setMinimumContentsLength(12)
        self.text = named(QPlainTextEdit(readOnly=True), "code")
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        quiet_scroll_bars(self.text)
        self.copy = named(QPushButton(), "code_copy")
        self.save = named(QPushButton(), "code_save")
        self._highlighter = Highlighter(self.text.document())
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy)
        buttons.addWidget(self.save)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.chooser)
        layout.addWidget(self.text, 1)
        layout.addLayout(buttons)
        self.chooser.addItem("", None)
        for name in player.lab.code:
            self.chooser.addItem(name.removeprefix("fishlab."), name)
        self.chooser.currentIndexChanged.connect(self._show)
        self.copy.clicked.connect(self._copy)
        self.save.clicked.connect(self.save_wanted)
        player.changed.connect(self._follow)

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._highlighter.set_theme(theme)

    def retranslate(self) -> None:
        """Say every word anew."""
        self.chooser.setItemText(0, translate("lesson", "This run as a script"))
        self.chooser.setToolTip(
            translate("lesson", "The run as a script, or a part of the engine that it uses")
        )
        self.chooser.setAccessibleName(translate("lesson", "What code to show"))
        self.text.setAccessibleName(translate("lesson", "Source code"))
        self.text.setToolTip(translate("lesson", "Read-only; select a part to copy it"))
        self.copy.setText(translate("lesson", "Copy"))
        self.copy.setToolTip(translate("lesson", "Copy the whole text"))
        self.save.setText(translate("lesson", "Save as .py…"))
        self.save.setToolTip(
            translate("lesson", "Save the script: it prints the numbers that the run ends with")
        )
        self._show(self.chooser.currentIndex())

    @Slot()
    def _follow(self) -> None:
        if self.chooser.currentData() is None and self.isVisible():
            self._show(self.chooser.currentIndex())

    def showEvent(self, event: QShowEvent) -> None:
        """Settings may have changed while nobody looked."""
        super().showEvent(event)
        self._follow()

    @Slot(int)
    def _show(self, index: int) -> None:
        name = self.chooser.itemData(index)
        self.save.setVisible(name is None)
        text = self._script() if name is None else source(name)
        if text != self.text.toPlainText():
            self.text.setPlainText(text)

    def _script(self) -> str:
        try:
            return self._player.lab.script(self._player.params, self._player.seed)
        except LabError as error:
            return f"# {shown(error.message)}\n"

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.told.emit(translate("lesson", "The code is in the clipboard"))
