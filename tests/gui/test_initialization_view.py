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


def test_the_grid_draws_each_network(view):
    params = LAB.preset("grid").params.replace(epochs=1)
    run = show(view, params)
    panel = view.panels["grid"]
    for way in range(2):
        for k in range(16):
            drawn = panel.curves[way][k].getData()[1]
            assert drawn.tolist() == run.history.last.arrays["accuracies"][way, k].tolist()
    assert panel.titles[0].text() == "std 1"
    view.show_frame(run.history.frame(0), run.history)
    assert panel.curves[0][15].getData()[0] is None or not len(panel.curves[0][15].getData()[0])


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
