"""Learning, overfitting and searching can be seen, read under the mouse, and narrowed by hand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QPushButton

from fishlab.experiment import Frame, Params, Run
from fishlab.gui.page import LabPage
from fishlab.gui.theme import DARK, LIGHT
from fishlab.gui.views.training import TrainingView
from fishlab.gui.views.training_gaps import GAP, NAME
from fishlab.gui.views.training_scatter import diameter, ticks
from fishlab.gui.views.training_strokes import VARIANTS, colour, pen, swatch
from fishlab.labs.training import TrainingLab
from fishlab.labs.training_params import OVERFIT, SEARCH, VARIANT_LABELS, TrainingParams

from .mouse import drag, pixel, send

LAB = TrainingLab()
TRAIN = TrainingParams(images=300, hidden="20", epochs=3)
COMPARE = TRAIN.replace(mode=OVERFIT, variants=tuple(VARIANT_LABELS))
PARTED = LAB.preset("points_bend").params.replace(count=60, epochs=20)
LOOK = TrainingParams(mode=SEARCH, hidden="20", images=200, validation=0.2, trials=6, epochs=3)


@pytest.fixture
def view(qapp: QApplication) -> Iterator[TrainingView]:
    view = TrainingView(LAB)
    view.apply_theme(LIGHT)
    view.retranslate()
    view.resize(940, 620)
    view.show()
    yield view
    view.close()


@pytest.fixture
def edits(view: TrainingView) -> list[dict[str, Any]]:
    """What the view asked the form to change during the test."""
    asked: list[dict[str, Any]] = []
    view.edited.connect(asked.append)
    return asked


def show(view: TrainingView, params: Params) -> Run:
    run = Run(LAB, params)
    assert run.execute().kind == "done"
    assert run.history.last is not None
    view.show_params(params)
    view.show_frame(run.history.last, run.history)
    for _ in range(3):
        QApplication.processEvents()
    return run


def newest(run: Run) -> Frame:
    assert run.history.last is not None
    return run.history.last


def test_the_key_says_the_newest_accuracies(view):
    frame = newest(show(view, TRAIN))
    test = 100 * frame.scalars["test_accuracy"]
    assert f"Test  {test:.1f}%" in view.learning.key.words()
    assert len(view.learning.key.words()) == 3
    show(view, TRAIN.replace(validation=0.0))
    assert len(view.learning.key.words()) == 2
    view.clear()
    assert view.learning.key.words() == ["Train", "Test", "Validation"]


def test_the_first_reading_is_seen_before_there_is_a_line(view):
    run = show(view, TRAIN)
    first = run.history.frame(0)
    assert first is not None
    view.show_frame(first, run.history)
    dots = view.learning.accuracies.first
    assert dots.getData()[1].tolist() == first.arrays["accuracies"][:, 0, 1].tolist()
    view.show_frame(newest(run), run.history)
    assert not len(dots.getData()[1])


def test_a_stroke_in_the_key_is_as_bright_as_its_curve(view):
    line = pen(0, LIGHT, width=2.2)
    image = swatch(line, LIGHT).toImage()
    across = [image.pixelColor(image.width() // 2, y).alpha() for y in range(image.height())]
    # The picture has twice the density of the screen: 2.2 points are 4.4 pixels.
    assert sum(across) == pytest.approx(4.4 * 255, rel=0.05)


def test_stepping_back_shows_the_curves_as_they_were(view):
    run = show(view, TRAIN)
    first = run.history.frame(0)
    assert first is not None
    assert len(view.learning.accuracies._lines["train"].getData()[0]) == 4
    view.show_frame(first, run.history)
    assert len(view.learning.accuracies._lines["train"].getData()[0]) == 1


def test_several_networks_have_bands(view):
    show(view, TRAIN)
    assert not view.learning.accuracies._bands["test"].isVisible()
    show(view, TRAIN.replace(repeats=3))
    assert view.learning.accuracies._bands["test"].isVisible()
    assert view.learning.loss._band.isVisible()
    assert " ± " in view.learning.accuracies._read(3.0, 0.5)


def test_mouse_reads_epoch_loss_and_weights(view):
    frame = newest(show(view, TRAIN))
    lines = view.learning.accuracies._read(2.9, 0.5).splitlines()
    assert lines[0] == "epoch 3"
    assert [line.split()[0] for line in lines[1:]] == ["Train", "Test", "Validation"]
    assert view.learning.loss._read(0.0, 0.0).startswith("epoch 0: loss ")
    words = view.learning.weights._read(0.0, 0.5)
    assert words.startswith("W2: spread ")
    assert view.learning.weights._read(0.0, 5.0) == ""
    assert len(frame.arrays["counts"]) == 2


def test_divergence_is_marked_in_the_loss(view):
    show(view, TRAIN)
    assert not view.learning.loss._end.isVisible()
    show(view, LAB.preset("diverge").params)
    assert view.learning.loss._end.isVisible()


def test_the_table_has_every_gap(view):
    frame = newest(show(view, COMPARE))
    table = view.overfitting.gaps
    names = [table.item(row, NAME).text() for row in range(table.rowCount())]
    assert names == [str(label) for label in VARIANT_LABELS.values()]
    gap = f"{100 * frame.arrays['gaps'][1]:.1f}%".replace("-", "−")
    assert table.item(1, GAP).text() == gap
    smallest = int(frame.arrays["gaps"].argmin())
    assert table.item(smallest, GAP).font().bold()
    words = view.overfitting.curves._read(3.0, 0.5)
    assert words.count("train ") == len(VARIANT_LABELS)


def test_fewer_variants_leave_no_trace_of_the_others(view):
    show(view, COMPARE)
    show(view, COMPARE.replace(variants=("none", "l2")))
    lines = view.overfitting.curves._lines
    assert {name for (name, _), line in lines.items() if line.isVisible()} == {"none", "l2"}
    assert view.overfitting.gaps.isRowHidden(2)
    show(view, COMPARE.replace(variants=()))
    assert not any(line.isVisible() for line in lines.values())


def test_one_click_puts_a_divergence_right(qtbot, settings):
    page = LabPage(LAB, settings)
    qtbot.addWidget(page)
    page.apply_theme(LIGHT)
    page.retranslate()
    page.player.set_rate(None)
    page.load(LAB.preset("diverge").params, 0, play=True)
    fix = page.findChild(QPushButton, "fix")
    qtbot.waitUntil(lambda: page.player.state == "done", timeout=20_000)
    qtbot.waitUntil(lambda: fix.isVisibleTo(page))
    assert "Set “Learning rate” to 0.2" in fix.toolTip()
    assert "Set “Learning rate” to 0.2" in fix.accessibleName()
    fix.click()
    assert page.params.lr == 0.2
    assert page.form.params.lr == 0.2
    assert page.player.state == "running"
    qtbot.waitUntil(lambda: page.player.position > 0)
    assert not fix.isVisibleTo(page)
    page.shutdown()


def test_who_diverged_says_so_in_the_table(view):
    params = COMPARE.replace(variants=("none", "l2"), l2=10.0, lr=0.5, epochs=40)
    frame = newest(show(view, params))
    assert view.overfitting.gaps.item(1, GAP).text() == "diverged"
    x, y = view.overfitting.curves._lines["l2", "test"].getData()
    assert len(x) == len(y) == frame.arrays["lengths"][1]


def test_no_two_variants_look_alike():
    assert set(VARIANTS) == set(VARIANT_LABELS)
    assert len({symbol for _, symbol in VARIANTS.values()}) == len(VARIANTS)
    for theme in (LIGHT, DARK):
        colours = {colour(number, theme).name() for number, _ in VARIANTS.values()}
        assert len(colours) == len(VARIANTS)


def test_a_rectangle_narrows_the_search(view, edits):
    show(view, LOOK)
    drag(view.searching.scatter, (-5.0, -7.5), (-3.0, -6.0))
    assert len(edits) == 1
    wanted = {"lr_low": 1e-5, "lr_high": 1e-3, "decay_low": 10**-7.5, "decay_high": 1e-6}
    assert set(edits[0]) == set(wanted)
    for name, value in wanted.items():
        assert edits[0][name] == pytest.approx(value, rel=0.06)
    LOOK.replace(**edits[0])
    assert not view.searching.scatter._rectangle.isVisible()


def test_a_rectangle_ends_at_the_edges_of_the_range(view, edits):
    show(view, LOOK)
    drag(view.searching.scatter, (-3.0, -7.5), (-1.9, -3.9))
    assert edits[0]["lr_high"] == LOOK.lr_high
    assert edits[0]["decay_high"] == LOOK.decay_high


def test_a_click_narrows_nothing_and_a_double_click_widens(view, edits):
    narrow = LOOK.replace(lr_low=1e-3)
    show(view, narrow)
    scatter = view.searching.scatter
    at = pixel(scatter, -2.5, -6.0)
    send(scatter, QEvent.Type.MouseButtonPress, at)
    send(scatter, QEvent.Type.MouseButtonRelease, at)
    assert edits == []
    send(scatter, QEvent.Type.MouseButtonDblClick, at)
    assert edits == [{"lr_low": 1e-6, "lr_high": 1e-2, "decay_low": 1e-8, "decay_high": 1e-4}]


def test_mouse_reads_a_trial_or_a_place(view):
    frame = newest(show(view, LOOK))
    at = np.log10(frame.arrays["settings"][2])
    words = view.searching.scatter._read(*at)
    assert words.startswith("Trial ")
    assert "rate" in words
    best = view.searching.best._read(3.0, 0.5).splitlines()
    assert best[0] == "epoch 3"
    assert len(best) == 6


def test_better_trials_are_larger(view):
    frame = newest(show(view, LOOK))
    sizes = view.searching.scatter._trials.data["size"]
    np.testing.assert_allclose(sizes, [diameter(score) for score in frame.arrays["scores"]])


def test_ticks_of_a_narrow_range_are_more_than_powers_of_ten():
    assert [words for _, words in ticks(-6, -2)] == ["10⁻⁶", "10⁻⁵", "10⁻⁴", "10⁻³", "10⁻²"]
    assert [words for _, words in ticks(-3, -2)] == ["10⁻³", "2·10⁻³", "5·10⁻³", "10⁻²"]


@pytest.mark.parametrize(
    "params", [TRAIN, COMPARE, LOOK, PARTED], ids=["train", "overfit", "search", "points"]
)
def test_theme_and_words_change_under_a_shown_frame(view, params):
    run = show(view, params)
    light = view.grab().toImage().pixelColor(200, 300).lightness()
    view.apply_theme(DARK)
    view.retranslate()
    QApplication.processEvents()
    assert view.grab().toImage().pixelColor(200, 300).lightness() < light - 80
    view.show_frame(newest(run), run.history)


def test_every_frame_can_be_shown_forwards_and_backwards(view):
    for params in (TRAIN, COMPARE, LOOK, PARTED):
        run = show(view, params)
        for frame in reversed(run.history.frames()):
            view.show_frame(frame, run.history)
    # What a large network yields before its first reading.
    view.show_frame(Frame(0), run.history)
    assert not view.searching.best._now.isVisible()
