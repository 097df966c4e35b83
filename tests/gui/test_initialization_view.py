"""The initialization lab's pictures: a histogram a layer, a handle to pull, curves that end where
the frame does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from fishlab.experiment import Params, Run
from fishlab.gui.theme import DARK, LIGHT
from fishlab.gui.views.initialization import InitializationView
from fishlab.labs.initialization import Initialization

LAB = Initialization()


@pytest.fixture
def view(qapp: QApplication) -> Iterator[InitializationView]:
    view = InitializationView(LAB)
    view.apply_theme(LIGHT)
    view.retranslate()
    view.resize(940, 620)
    view.show()
    yield view
    view.close()


def show(view: InitializationView, params: Params) -> Run:
    run = Run(LAB, params)
    assert run.execute().kind == "done"
    view.show_params(params)
    view.show_frame(run.history.last, run.history)
    QApplication.processEvents()
    return run


def test_one_histogram_a_layer_with_its_numbers(view):
    run = show(view, LAB.preset("book").params.replace(depth=3))
    panel = view.panels["histograms"]
    for row in ("activations", "gradients"):
        assert [plot.isVisible() for plot in panel.plots[row]] == [True] * 3 + [False] * 5
    drawn = panel.plots["activations"][2].curve.getData()[1]
    assert drawn.tolist() == run.history.last.arrays["counts"][2].tolist()
    assert f"{run.history.last.scalars['std.3']:.3g}" in panel.words["activations"][2].text()


def test_the_handle_sets_the_standard_deviation(view):
    show(view, LAB.preset("relu_he").params)
    asked = []
    view.edited.connect(asked.append)
    slider = view.panels["histograms"].slider
    slider.setValue(0)
    slider.setValue(slider.maximum())
    assert asked == [{"kind": "std", "std": 0.001}, {"kind": "std", "std": 3.0}]


def test_the_handle_follows_and_asks_for_nothing(view):
    asked = []
    view.edited.connect(asked.append)
    show(view, LAB.preset("book").params.replace(std=0.05))
    assert asked == []
    assert 0 < view.panels["histograms"].slider.value() < 1000


def test_the_handle_stands_where_he_has_put_the_weights(view):
    panel = view.panels["histograms"]
    show(view, LAB.preset("relu_he").params.replace(std=3.0, width=200))
    at_he = panel.slider.value()
    assert "0.1 (He" in panel._slider_title.text()
    show(view, LAB.preset("book").params.replace(std=0.1))
    assert panel.slider.value() == at_he
    show(view, LAB.preset("relu_he").params.replace(kind="zero"))
    assert panel.slider.value() == 0


def test_flat_dead_and_beyond_are_all_said(view):
    show(view, LAB.preset("relu_he").params.replace(kind="std", std=1.0))
    panel = view.panels["histograms"]
    lines = panel.words["activations"][4].text().splitlines()
    assert [line.split(" ", 1)[1] for line in lines[2:]] == ["flat", "of units dead", "beyond"]
    assert panel.words["gradients"][0].text().endswith("% beyond")


def test_curves_of_the_race_end_where_the_reader_looks(view):
    params = LAB.preset("race").params.replace(steps=8)
    run = show(view, params)
    panel = view.panels["race"]
    assert len(panel.curves["he"].getData()[0]) == 9
    view.show_frame(run.history.frame(3), run.history)
    assert panel.curves["he"].getData()[0].tolist() == [0, 1, 2, 3]
    assert panel.key.words()[0].startswith("std .01  2.3")
    assert "(a guess)" in panel.key.words()[0]
    assert "He" in panel._read(2.2, 1.0)


def test_a_loss_far_above_a_guess_is_not_called_one(view):
    show(view, LAB.preset("race").params.replace(steps=3, starters=("std_1", "zero")))
    first, second = view.panels["race"].key.words()
    assert first.endswith("(above the picture)")
    assert second == "zero  2.30 (a guess)"
    show(view, LAB.preset("race").params.replace(steps=20, starters=("std_1", "he"), lr=1.0))
    assert view.panels["race"].key.words()[1].endswith("(diverged)")


def test_others_may_be_chosen_while_a_frame_of_the_former_is_shown(view):
    params = LAB.preset("race").params.replace(steps=3)
    show(view, params)
    view.show_params(params.replace(starters=("he", "zero")))
    he, zero = view.panels["race"].key.words()
    assert he.startswith("He  2.")
    assert zero == "zero"
    view.show_params(params.replace(starters=()))
    assert view.panels["race"].key.words() == []


def test_the_grid_draws_each_network(view):
    params = LAB.preset("grid").params.replace(epochs=1)
    run = show(view, params)
    panel = view.panels["grid"]
    for way in range(2):
        for k in range(16):
            drawn = panel.curves[way][k].getData()[1]
            length = run.history.last.arrays["lengths"][way, k]
            expected = run.history.last.arrays["accuracies"][way, k, :length]
            assert drawn.tolist() == expected.tolist()
    assert panel.titles[0].text() == "std 1"
    assert [len(end.getData()[0]) for end in panel.ends] == [1, 1] + [0] * 14
    assert "without: diverged" in panel._read(0, 1.0, 0.5)
    view.show_frame(run.history.frame(0), run.history)
    assert panel.curves[0][15].getData()[0] is None or not len(panel.curves[0][15].getData()[0])
    assert not any(len(end.getData()[0]) for end in panel.ends)


def test_units_are_seen_and_the_theme_changes(view):
    run = show(view, LAB.preset("symmetry").params.replace(steps=3))
    panel = view.panels["symmetry"]
    assert panel.units.count == 8
    assert "unit 1" in panel._words(0)
    assert len(panel.curves["loss"].getData()[0]) == 4
    view.apply_theme(DARK)
    view.retranslate()
    view.clear()
    assert len(run.history) == 4
