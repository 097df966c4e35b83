"""What a reader can act on in a window, and a walk through all of it by Tab alone."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QGraphicsView,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTabBar,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from fishlab.experiment import Lab
from fishlab.gui.page import LabPage

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QGraphicsView,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextBrowser,
)
HANDS = ("mousePressEvent", "mouseMoveEvent")
# Parts of other controls: their owner is what is reached and named.
INNER = (QScrollBar, QHeaderView)
ROUND = 400
"""More presses of Tab than any page has places."""


def modes(lab: Lab) -> list[str | None]:
    """Return every mode of a lab, or None for the lab that has only one."""
    spec = lab.params.specs().get("mode")
    return [None] if spec is None else [str(choice.value) for choice in spec.choices]


def has_hands(widget: QWidget) -> bool:
    """True if a class of ours takes the mouse itself."""
    ours = [c for c in type(widget).__mro__ if c.__module__.startswith("fishlab")]
    return any(hand in c.__dict__ for c in ours for hand in HANDS)


def interactive(top: QWidget) -> Iterator[QWidget]:
    """Every widget in `top` that can be seen and acted on."""
    for widget in top.findChildren(QWidget):
        if not widget.isVisible() or isinstance(widget, INNER):
            continue
        owner = widget.parentWidget()
        if isinstance(owner, (QAbstractSpinBox, QComboBox)) or type(owner).__name__ == "QTabBar":
            continue
        if isinstance(widget, CONTROLS) or has_hands(widget):
            yield widget


def is_still(widget: QWidget) -> bool:
    """True for what only shows numbers, with nothing to choose and nothing to scroll."""
    if isinstance(widget, QAbstractItemView):
        bars = (widget.horizontalScrollBar(), widget.verticalScrollBar())
        chooses = widget.selectionMode() != QAbstractItemView.SelectionMode.NoSelection
        edits = widget.editTriggers() != QAbstractItemView.EditTrigger.NoEditTriggers
        return not chooses and not edits and all(bar.maximum() == 0 for bar in bars)
    # A matrix of numbers can be chosen from only if it takes the keys.
    return type(widget).__name__ == "Matrix" and hasattr(widget, "show_values")


def is_other_of_a_group(widget: QWidget) -> bool:
    """True for the buttons of an exclusive group that are not the chosen one: arrows go there."""
    if not isinstance(widget, QAbstractButton) or widget.isChecked():
        return False
    group = widget.group()
    return widget.autoExclusive() or (group is not None and group.exclusive())


def must_be_reached(top: QWidget) -> list[QWidget]:
    """What Tab has to come to: all that acts, of a group the chosen one."""
    return [
        widget
        for widget in interactive(top)
        if widget.isEnabled()
        and not is_other_of_a_group(widget)
        and not (is_still(widget) and widget.focusPolicy() == Qt.FocusPolicy.NoFocus)
    ]


def well_seen(widget: QWidget) -> bool:
    """True if it is on the screen: all of what is small, a good part of what is large."""
    seen, above = widget.rect(), widget
    while not above.isWindow():
        seen = seen.translated(above.pos())
        above = above.parentWidget()
        seen = seen & above.rect()
    whole = widget.rect()
    return seen.width() >= min(whole.width(), 40) and seen.height() >= min(whole.height(), 20)


def walk(qtbot: QtBot, page: LabPage, back: bool = False) -> dict[QWidget, bool]:
    """Press Tab until the focus has come round; return where it was, and if it was seen there."""
    page.window().activateWindow()
    page.setFocus()
    qtbot.waitUntil(page.hasFocus)
    key = Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab
    shift = Qt.KeyboardModifier.ShiftModifier if back else Qt.KeyboardModifier.NoModifier
    seen: dict[QWidget, bool] = {}
    for _ in range(ROUND):
        focused = QApplication.focusWidget()
        qtbot.keyClick(focused, key, shift)
        focused = QApplication.focusWidget()
        if focused in seen:
            break
        assert focused is not None
        seen[focused] = well_seen(focused)
    return seen


def name_of(widget: QWidget) -> str:
    """What a screen reader calls it: its name, or what is written on it."""
    written = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or written


def path(widget: QWidget) -> str:
    """Say which widget it is: its classes and names from the page down."""
    names = []
    at: QWidget | None = widget
    while at is not None and not isinstance(at, LabPage):
        names.append(f"{type(at).__name__}:{at.objectName()}".rstrip(":"))
        at = at.parentWidget()
    return "/".join(reversed(names[:5]))
