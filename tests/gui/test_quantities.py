"""What a reader sees of a scalar's name: words, in both languages, and a unit."""

from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QComboBox

from fishlab.experiment import Run
from fishlab.experiment.quantities import words_of
from fishlab.gui import language
from fishlab.gui.quantities import title_of
from fishlab.gui.runs_plot import RunsPlot
from fishlab.gui.theme import LIGHT
from fishlab.labs import LABS, find_lab
from fishlab.text import Text

PLAIN = re.compile(
    r"d?[A-Z]*[a-z]{0,2}[0-9]*|(Affine|Relu|Conv|Pool|SoftmaxWithLoss|gamma|beta|gradient)[0-9]*"
)
"""What a formula or a layer is called needs no other words."""


@pytest.mark.parametrize(
    ("lab", "name", "english", "chinese"),
    [
        ("optimizers", "loss.sgd", "loss · SGD", "损失 · SGD"),
        ("cnn", "milliseconds.loops", "time · loops (ms)", "时间 · 循环 (ms)"),
        ("activations", "relu_derivative", "ReLU · derivative", "ReLU · 导数"),
        ("training", "test_accuracy.3", "test accuracy · 3", "测试精度 · 3"),
        ("forward", "a.1.2", "a · 1 · 2", "a · 1 · 2"),
    ],
)
def test_a_scalar_has_a_title_in_both_languages(qapp, lab, name, english, chinese):
    assert title_of(find_lab(lab), name) == english
    language.use("zh_CN")
    assert title_of(find_lab(lab), name) == chinese


def test_the_runs_are_chosen_by_title_in_either_language(qtbot):
    lab = find_lab("optimizers")
    run = Run(lab, lab.presets[0].params.replace(steps=2))
    run.execute()
    plot = RunsPlot(lab)
    qtbot.addWidget(plot)
    plot.apply_theme(LIGHT)
    plot.retranslate()
    plot.show_runs(run, [])
    chooser = plot.findChild(QComboBox, "runs_scalar")
    assert (plot.scalar, chooser.currentText()) == ("loss.sgd", "loss · SGD")
    chooser.setCurrentIndex(chooser.findData("loss.adam"))
    language.use("zh_CN")
    plot.retranslate()
    assert (plot.scalar, chooser.currentText()) == ("loss.adam", "损失 · Adam")
    assert plot.plot.getAxis("left").labelText == "损失 · Adam"


@pytest.mark.parametrize("lab", LABS, ids=lambda lab: lab.id)
def test_the_first_scalars_of_every_preset_have_words(lab):
    for preset in lab.presets:
        run = Run(lab, preset.params, preset.seed)
        run.execute(lambda frame, run=run: run.control.cancel())
        for name in run.history.names:
            head, *tail = words_of(lab, name)
            # What follows in backprop is a name of the graph, perhaps the reader's own.
            for word in (head,) if lab.id == "backprop" else (head, *tail):
                known = isinstance(word, Text) or PLAIN.fullmatch(word)
                assert known, f"{name} of {preset.id}"
