"""Editors of the generated form: one for each kind of field.

An editor shows a value of full precision in rounded words, and tells what the reader makes of it:
`edited` with the new value, or `typed` with a text whose sense the `Spec` must find. It judges
nothing itself. What was typed stays as it was typed until the form shows another value.
"""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QSlider,
    QSpinBox,
    QWidget,
)

from fishlab.experiment import Spec

from .chooser import Chooser
from .translation import shown

SLIDER_STEPS = 1000
# Below this a logarithmic slider that begins at 0 jumps to 0: six decades are enough to look at.
DECADES = 6
# More check boxes than these stand in two columns.
MANY_CHOICES = 4


class Unwheeled(QObject):
    """Keeps the mouse wheel from turning a knob that the reader only scrolls past."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt)
        """Leave wheel events to the scrolled form unless the knob has the focus."""
        unfocused = isinstance(watched, QWidget) and not watched.hasFocus()
        if event.type() == QEvent.Type.Wheel and unfocused:
            event.ignore()
            return True
        return False


class Editor(QWidget):
    """Base: `main` is the widget that carries the field's object name."""

    edited = Signal(object)
    typed = Signal(str)

    main: QWidget

    @property
    def knobs(self) -> tuple[QWidget, ...]:
        """The widgets that stand for the whole field."""
        return (self.main,)

    def show_value(self, value: Any) -> None:
        """Show `value` without telling that it was edited."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Say the words of a choice anew."""


def _row(owner: QWidget, *widgets: QWidget) -> None:
    layout = QHBoxLayout(owner)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    for widget in widgets:
        layout.addWidget(widget)


class _TypedNumber:
    """What the two spin boxes share: any text may be typed, and stays until it makes sense."""

    senseless: str | None = None

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Accept every text: a wrong one gets a sentence, not a dead key."""
        return QValidator.State.Acceptable, text, position

    def textFromValue(self, value: float) -> str:  # noqa: N802 (Qt)
        """Return the number in few digits, or what was typed and is no value yet."""
        return short(value) if self.senseless is None else self.senseless


class RealBox(_TypedNumber, QDoubleSpinBox):
    """A spin box for a real number. It holds the full precision and shows six digits."""

    def __init__(self, spec: Spec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spec = spec
        # The range is the Spec's business; Qt must neither clip nor round.
        self.setDecimals(300)
        self.setRange(-1e300, 1e300)

    def valueFromText(self, text: str) -> float:  # noqa: N802 (Qt)
        """Return the number that was typed; the old one if it is none."""
        number = parsed(text)
        return self.value() if number is None else number

    def stepBy(self, steps: int) -> None:  # noqa: N802 (Qt)
        """Go one step of the slider's size, inside the range."""
        low, high = limits(self._spec)
        if self._spec.logarithmic:
            value = self.value() * 10 ** (steps / 10) or math.copysign(low or high * 1e-6, steps)
        else:
            size = self._spec.step or (high - low) / 100
            value = self.value() + steps * size
            value = round(value / size) * size
        self.setValue(float(short(min(max(value, low), high))))

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:  # noqa: N802 (Qt)
        """Say which arrow leads anywhere."""
        return steps_left(self.value(), self._spec)


class WholeBox(_TypedNumber, QSpinBox):
    """A spin box for a whole number."""

    def __init__(self, spec: Spec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spec = spec
        self.setRange(-(2**31), 2**31 - 1)
        self.setSingleStep(int(spec.step or 1))

    def valueFromText(self, text: str) -> int:  # noqa: N802 (Qt)
        """Return the number that was typed; the old one if it is none."""
        number = parsed(text)
        inside = number is not None and number == int(number) and abs(number) < 2**31
        return int(number) if number is not None and inside else self.value()

    def stepBy(self, steps: int) -> None:  # noqa: N802 (Qt)
        """Go steps inside the range."""
        low, high = limits(self._spec)
        self.setValue(int(min(max(self.value() + steps * self.singleStep(), low), high)))

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:  # noqa: N802 (Qt)
        """Say which arrow leads anywhere."""
        return steps_left(self.value(), self._spec)


class NumberEditor(Editor):
    """A slider and a spin box in step."""

    def __init__(self, spec: Spec, wheel: Unwheeled, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spec = spec
        self._value: float = spec.default
        whole = spec.kind == "int"
        self.box: RealBox | WholeBox = WholeBox(spec) if whole else RealBox(spec)
        self.main = self.box
        self.box.setFixedWidth(104)
        self.box.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        low, high = limits(spec)
        count = (high - low) / (spec.step or (1 if whole else high - low))
        self._linear_steps = round(count) if 1 < count <= SLIDER_STEPS else SLIDER_STEPS
        self.slider.setRange(0, SLIDER_STEPS if spec.logarithmic else self._linear_steps)
        self.slider.setPageStep(max(1, self.slider.maximum() // 10))
        for knob in (self.box, self.slider):
            knob.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            knob.installEventFilter(wheel)
        _row(self, self.slider, self.box)
        self.show_value(spec.default)
        self.slider.valueChanged.connect(self._slid)
        self.box.valueChanged.connect(self._set)
        line = self.box.lineEdit()
        line.textEdited.connect(self._typed)
        self.box.editingFinished.connect(self._finished)

    def show_value(self, value: float) -> None:
        """Put slider and box to `value`."""
        self._value = value
        self.box.senseless = None
        with QSignalBlocker(self.box), QSignalBlocker(self.slider):
            self._set_box(value)
            self.slider.setValue(self._position(value))

    @property
    def knobs(self) -> tuple[QWidget, ...]:
        """Box and slider."""
        return self.box, self.slider

    def _slid(self, position: int) -> None:
        # The slider's own position would be rounded back: box first, and the slider stays.
        self.box.senseless = None
        value = self._at(position)
        self._value = value
        with QSignalBlocker(self.box):
            self._set_box(value)
        self.edited.emit(value)

    def _set_box(self, value: float) -> None:
        if isinstance(self.box, WholeBox):
            self.box.setValue(int(value))
        else:
            self.box.setValue(value)

    def _set(self, value: float) -> None:
        self._value = value
        with QSignalBlocker(self.slider):
            self.slider.setValue(self._position(value))
        self.edited.emit(value)

    def _typed(self, text: str) -> None:
        """Every keystroke: a number was already told by the box; what may become one can wait."""
        number = parsed(text)
        fits = number is not None and (self._spec.kind == "float" or number == int(number))
        self.box.senseless = None if fits else text
        if fits and number is not None and number == self._value:
            self.edited.emit(number if self._spec.kind == "float" else int(number))
        elif number is not None and not fits:
            self.typed.emit(text)

    def _finished(self) -> None:
        if self.box.senseless is not None:
            self.typed.emit(self.box.senseless)

    def _position(self, value: float) -> int:
        low, high = limits(self._spec)
        if self._spec.logarithmic:
            floor = self._floor()
            share = math.log(max(value, floor) / floor) / math.log(high / floor)
            place = share * SLIDER_STEPS
        else:
            place = (value - low) / (high - low) * self._linear_steps
        return round(min(max(place, 0), self.slider.maximum()))

    def _at(self, position: int) -> float:
        low, high = limits(self._spec)
        if position <= 0:
            value = low
        elif position >= self.slider.maximum():
            value = high
        elif self._spec.logarithmic:
            floor = self._floor()
            value = float(f"{floor * (high / floor) ** (position / SLIDER_STEPS):.3g}")
        else:
            value = low + (high - low) * position / self._linear_steps
        value = min(max(value, low), high)
        return round(value) if self._spec.kind == "int" else float(short(value))

    def _floor(self) -> float:
        low, high = limits(self._spec)
        return low if low > 0 else high * 10.0**-DECADES


class FlagEditor(Editor):
    """A check box."""

    def __init__(self, spec: Spec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spec = spec
        self.check = QCheckBox()
        self.main = self.check
        _row(self, self.check)
        self.show_value(spec.default)
        self.check.toggled.connect(self._toggled)

    def show_value(self, value: bool) -> None:
        """Tick it or not."""
        with QSignalBlocker(self.check):
            self.check.setChecked(value)

    def retranslate(self) -> None:
        """The check box carries the field's label."""
        self.check.setText(shown(self._spec.label))

    def _toggled(self, ticked: bool) -> None:
        self.edited.emit(ticked)


class ChoiceEditor(Editor):
    """A combo box."""

    def __init__(self, spec: Spec, wheel: Unwheeled, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spec = spec
        self.combo = Chooser(wheel, letters=6)
        self.main = self.combo
        for choice in spec.choices:
            self.combo.addItem(shown(choice.label), choice.value)
        _row(self, self.combo)
        self.show_value(spec.default)
        self.combo.currentIndexChanged.connect(self._chosen)

    def show_value(self, value: str) -> None:
        """Show this choice."""
        with QSignalBlocker(self.combo):
            self.combo.setCurrentIndex(self.combo.findData(value))

    def retranslate(self) -> None:
        """Name the choices anew."""
        for index, choice in enumerate(self._spec.choices):
            self.combo.setItemText(index, shown(choice.label))

    def _chosen(self, index: int) -> None:
        self.edited.emit(self.combo.itemData(index))


class ChoicesEditor(Editor):
    """Check boxes, any number of them ticked."""

    def __init__(self, spec: Spec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spec = spec
        self.main = self
        self.boxes = {choice.value: QCheckBox(self) for choice in spec.choices}
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        columns = 2 if len(self.boxes) > MANY_CHOICES else 1
        rows = -(-len(self.boxes) // columns)
        for number, box in enumerate(self.boxes.values()):
            layout.addWidget(box, number % rows, number // rows)
            box.toggled.connect(self._toggled)
        self.show_value(spec.default)

    def show_value(self, value: tuple[str, ...]) -> None:
        """Tick these."""
        for name, box in self.boxes.items():
            with QSignalBlocker(box):
                box.setChecked(name in value)

    def retranslate(self) -> None:
        """Name the choices anew."""
        for choice in self._spec.choices:
            label = shown(choice.label)
            self.boxes[choice.value].setText(label)
            self.boxes[choice.value].setAccessibleName(f"{shown(self._spec.label)}: {label}")
            self.boxes[choice.value].setToolTip(label)

    def _toggled(self) -> None:
        self.edited.emit(tuple(name for name, box in self.boxes.items() if box.isChecked()))


class TextEditor(Editor):
    """A line of text; a table of numbers is typed as `x,y; x,y`."""

    def __init__(self, spec: Spec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = spec.kind == "rows"
        self.line = QLineEdit()
        self.main = self.line
        _row(self, self.line)
        self.show_value(spec.default)
        self.line.textChanged.connect(self._changed)

    def show_value(self, value: Any) -> None:
        """Write the text, unless it is there already (the cursor would jump)."""
        text = "; ".join(", ".join(short(x) for x in row) for row in value) if self._rows else value
        if text != self.line.text():
            with QSignalBlocker(self.line):
                self.line.setText(text)
                # Of a text that is too long one sees the beginning.
                self.line.setCursorPosition(0)

    def _changed(self, text: str) -> None:
        if self._rows:
            self.typed.emit(text)
        else:
            self.edited.emit(text)


def make_editor(spec: Spec, wheel: Unwheeled) -> Editor:
    """Return the editor of that kind of field."""
    if spec.kind in ("float", "int"):
        return NumberEditor(spec, wheel)
    if spec.kind == "bool":
        return FlagEditor(spec)
    if spec.kind == "choice":
        return ChoiceEditor(spec, wheel)
    if spec.kind == "choices":
        return ChoicesEditor(spec)
    return TextEditor(spec)


def short(value: float) -> str:
    """Return a number in at most six digits, without an exponent where that is readable."""
    text = f"{value:.6g}"
    return text.replace("e-0", "e-").replace("e+0", "e").replace("e+", "e")


def parsed(text: str) -> float | None:
    """Return the finite number in `text`, or None. Comma and the true minus sign are understood."""
    try:
        number = float(text.strip().replace(",", ".").replace("−", "-"))
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def limits(spec: Spec) -> tuple[float, float]:
    """Return the ends of a number's range."""
    assert spec.minimum is not None
    assert spec.maximum is not None
    return spec.minimum, spec.maximum


def steps_left(value: float, spec: Spec) -> QAbstractSpinBox.StepEnabledFlag:
    """Return which arrows of a spin box lead anywhere."""
    low, high = limits(spec)
    flags = QAbstractSpinBox.StepEnabledFlag
    up = flags.StepUpEnabled if value < high else flags.StepNone
    down = flags.StepDownEnabled if value > low else flags.StepNone
    return up | down
