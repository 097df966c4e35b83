"""The generated form: every editor means its field, and a wrong value loses nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QSlider,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from fishlab.gui.form import Form

from .toys import SquareParams


class Desk:
    """A form, what it told, and hands."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.form = Form(SquareParams())
        qtbot.addWidget(self.form)
        self.form.show()
        self.told: list[SquareParams] = []
        self.form.changed.connect(self.told.append)

    def main(self, name: str, kind: type[QWidget] = QWidget) -> Any:
        widget = self.form.findChild(kind, f"param:{name}")
        assert widget is not None
        return widget

    def slider(self, name: str) -> QSlider:
        slider = self.form.rows[name].editor.findChild(QSlider)
        assert slider is not None
        return slider

    def type(self, name: str, text: str, *, enter: bool = False) -> None:
        widget = self.main(name)
        line = widget if isinstance(widget, QLineEdit) else widget.lineEdit()
        line.selectAll()
        self.qtbot.keyClicks(line, text)
        if enter:
            self.qtbot.keyClick(line, Qt.Key.Key_Return)

    def complaint(self, name: str) -> str:
        return self.form.rows[name].complaint


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def test_every_shown_kind_has_its_editor_and_a_hidden_field_has_none(desk: Desk) -> None:
    for name, kind in (
        ("x", QDoubleSpinBox),
        ("power", QSpinBox),
        ("minus", QCheckBox),
        ("shape", QComboBox),
        ("title", QLineEdit),
    ):
        assert isinstance(desk.main(name), kind)
    assert desk.form.findChild(QWidget, "param:drawing") is None


def test_of_a_text_that_is_too_long_the_beginning_is_seen(desk: Desk) -> None:
    assert desk.main("title").text() == "fish"
    assert desk.main("title").cursorPosition() == 0


def test_every_editor_has_a_tooltip_and_a_name(desk: Desk) -> None:
    for name in desk.form.rows:
        assert desk.main(name).toolTip()
        assert desk.main(name).accessibleName() == "Label"
    assert "-10" in desk.main("x").toolTip()
    assert "Look at the number" in desk.main("x").toolTip()


@pytest.mark.parametrize(
    ("name", "act", "value"),
    [
        ("x", lambda box: box.setValue(-1.25), -1.25),
        ("power", lambda box: box.setValue(5), 5),
        ("minus", lambda box: box.click(), True),
        ("shape", lambda box: box.setCurrentIndex(1), "round"),
        ("title", lambda box: box.setText("cod"), "cod"),
        ("points", lambda box: box.setText("1,2; 3,4"), ((1.0, 2.0), (3.0, 4.0))),
    ],
)
def test_an_edit_tells_the_new_params_once(desk: Desk, name: str, act: Any, value: Any) -> None:
    act(desk.main(name))
    assert desk.told == [replace(SquareParams(), **{name: value})]
    assert desk.form.params == desk.told[-1]


def test_check_boxes_choose_a_subset(desk: Desk) -> None:
    boxes = desk.form.rows["curves"].editor.boxes
    boxes["c"].click()
    boxes["a"].click()
    assert [params.curves for params in desk.told] == [("a", "c"), ("c",)]


def test_slider_and_box_stay_in_step(desk: Desk) -> None:
    desk.slider("x").setValue(desk.slider("x").maximum())
    assert desk.main("x").value() == 10.0
    desk.main("x").setValue(-10.0)
    assert desk.slider("x").value() == 0
    assert [params.x for params in desk.told] == [10.0, -10.0]


def test_a_logarithmic_slider_has_the_geometric_mean_in_its_middle(desk: Desk) -> None:
    desk.slider("lr").setValue(0)
    assert desk.told[-1].lr == 1e-4
    desk.slider("lr").setValue(desk.slider("lr").maximum() // 2)
    assert desk.told[-1].lr == pytest.approx(0.01, rel=1e-6)


def test_typing_follows_every_key_and_leaves_the_text_alone(desk: Desk) -> None:
    desk.type("x", "1.50")
    assert desk.told[-1].x == 1.5
    assert desk.main("x").text() == "1.50"


def test_a_value_out_of_range_is_marked_and_explained_and_the_last_valid_one_stays(
    desk: Desk,
) -> None:
    desk.type("x", "11", enter=True)
    assert "outside the range" in desk.complaint("x")
    assert "11" in desk.complaint("x")
    assert desk.main("x").property("wrong") is True
    assert desk.main("x").text() == "11"
    assert desk.form.params.x == 1.0  # of "1", on the way to "11"
    desk.type("x", "4")
    assert desk.complaint("x") == ""
    assert desk.main("x").property("wrong") is False
    assert desk.form.params.x == 4.0


@pytest.mark.parametrize(
    ("name", "text", "sentence", "last"),
    [
        ("x", "abc", "a number was expected", 2.0),
        ("power", "2.5", "a whole number was expected", 2),
        ("power", "99", "outside the range", 2),
        ("title", "much too long", "13 characters are more than the 10 allowed", "much too l"),
        ("points", "1,2,3", "rows of 2 numbers", ((1.0, 2.0),)),
    ],
)
def test_senseless_text_is_explained_and_kept(
    desk: Desk, name: str, text: str, sentence: str, last: Any
) -> None:
    desk.type(name, text, enter=True)
    assert sentence in desk.complaint(name)
    assert desk.main(name).text() == text
    # What was sensible on the way there.
    assert getattr(desk.form.params, name) == last


def test_another_field_can_be_edited_while_one_is_wrong(desk: Desk) -> None:
    desk.type("x", "abc", enter=True)
    desk.main("power").setValue(4)
    assert desk.form.params == SquareParams(power=4)
    assert "a number was expected" in desk.complaint("x")


def test_fields_that_do_not_fit_together_are_explained(desk: Desk) -> None:
    desk.form.show_params(SquareParams(x=10.0))
    desk.main("power").setValue(3)
    assert desk.complaint("x") == "⚠ the sum must not be 13"
    assert desk.form.params == SquareParams(x=10.0)


def test_a_value_from_the_picture_keeps_its_full_precision(desk: Desk) -> None:
    desk.form.edit({"x": 1 / 3})
    assert desk.told == [SquareParams(x=1 / 3)]
    assert desk.main("x").text() == "0.333333"
    desk.main("power").setValue(3)
    assert desk.form.params == SquareParams(x=1 / 3, power=3)


def test_shown_params_are_not_told_back(desk: Desk) -> None:
    desk.form.show_params(SquareParams(x=0.123456789, shape="round", curves=("b",), title="eel"))
    assert desk.told == []
    assert desk.form.params.x == 0.123456789


def test_a_field_appears_when_another_makes_it_matter(desk: Desk) -> None:
    assert not desk.main("curves").isVisible()
    desk.main("shape").setCurrentIndex(1)
    assert desk.main("curves").isVisible()


def test_the_arrows_of_a_box_stop_at_the_ends_of_the_range(desk: Desk) -> None:
    desk.main("power").setValue(7)
    for _ in range(3):
        desk.main("power").stepUp()
    assert desk.form.params.power == 8
    desk.main("lr").stepUp()
    assert desk.form.params.lr == pytest.approx(0.01 * 10**0.1, rel=1e-5)


def test_the_wheel_turns_no_knob_that_has_not_the_focus(desk: Desk) -> None:
    box = desk.main("x")
    place = QPointF(box.rect().center())
    event = QWheelEvent(
        place,
        QPointF(box.mapToGlobal(place.toPoint())),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    box.clearFocus()
    QApplication.sendEvent(box, event)
    assert desk.told == []
