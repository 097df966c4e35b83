"""The chooser of presets: what is chosen can be read to its end."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QStyle, QStyleOptionComboBox
from pytestqt.qtbot import QtBot

from fishlab.experiment import Lab
from fishlab.gui import language
from fishlab.gui.page import COLUMN_WIDTH
from fishlab.gui.preset_box import PresetBox
from fishlab.labs import LABS, find_lab

MARGINS, SCROLL_BAR, PADDING = 24, 10, 4


@pytest.fixture(params=["en", "zh_CN"])
def spoken(request: pytest.FixtureRequest) -> Iterator[str]:
    language.use(request.param)
    yield request.param
    language.use("en")


@pytest.mark.usefixtures("spoken")
@pytest.mark.parametrize("lab", LABS, ids=lambda lab: lab.id)
def test_no_title_is_cut_off(qtbot: QtBot, lab: Lab) -> None:
    box = PresetBox(lab)
    qtbot.addWidget(box)
    box.retranslate()
    box.resize(COLUMN_WIDTH - MARGINS - SCROLL_BAR, 200)
    box.show()
    option = QStyleOptionComboBox()
    box.combo.initStyleOption(option)
    field = box.combo.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox,
        option,
        QStyle.SubControl.SC_ComboBoxEditField,
        box.combo,
    )
    metrics = box.combo.fontMetrics()
    for number in range(box.combo.count()):
        title = box.combo.itemText(number)
        assert metrics.horizontalAdvance(title) + PADDING <= field.width(), title


def test_the_hint_stays_while_the_reader_tries_but_not_beside_another_experiment(
    qtbot: QtBot,
) -> None:
    lab = find_lab("training")
    box = PresetBox(lab)
    qtbot.addWidget(box)
    box.retranslate()
    box.show()
    preset = lab.preset("points_spiral")
    box.show_params(preset.params, 0)
    box.show_params(preset.params.replace(epochs=3), 0)
    assert box.combo.currentIndex() == -1
    assert box.hint.isVisible()
    box.show_params(lab.preset("overfit").params.replace(epochs=3), 0)
    assert not box.hint.isVisible()
    box.show_params(lab.preset("overfit").params, 0)
    assert box.hint.isVisible()
    assert box.hint.text() == lab.preset("overfit").hint
