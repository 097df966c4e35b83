"""The code: the very source of the engine's functions that a lab runs, read-only."""

from __future__ import annotations

import builtins
import importlib
import inspect
import keyword
import re
from collections.abc import Iterator

from PySide6.QtGui import QColor, QFontDatabase, QSyntaxHighlighter, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QVBoxLayout, QWidget

from .names import named
from .style import quiet_scroll_bars
from .theme import LIGHT, Theme
from .translation import translate

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
    """A chooser of functions and classes, and the source of the chosen one."""

    def __init__(self, names: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chooser = named(QComboBox(), "code_chooser")
        self.chooser.setMinimumContentsLength(12)
        self.text = named(QPlainTextEdit(readOnly=True), "code")
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        quiet_scroll_bars(self.text)
        self._highlighter = Highlighter(self.text.document())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.chooser)
        layout.addWidget(self.text, 1)
        for name in names:
            self.chooser.addItem(name.removeprefix("fishlab."), name)
        self.chooser.currentIndexChanged.connect(self._show)
        if names:
            self._show(0)

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._highlighter.set_theme(theme)

    def retranslate(self) -> None:
        """Say every word anew."""
        self.chooser.setToolTip(translate("lesson", "Part of the engine that this lab runs"))
        self.chooser.setAccessibleName(translate("lesson", "Part of the engine"))
        self.text.setAccessibleName(translate("lesson", "Source code"))

    def _show(self, index: int) -> None:
        self.text.setPlainText(source(self.chooser.itemData(index)))
