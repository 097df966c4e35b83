"""The numbers on the axes, as a reader reads them."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from fishlab.gui.widgets.axis import Axis
from fishlab.gui.widgets.plot import Plot, make_plot

LENGTH = 400.0
"""Length of an axis, in pixels."""


@pytest.fixture
def plot(qtbot: QtBot) -> Plot:
    made = make_plot()
    qtbot.addWidget(made)
    return made


def written(plot: Plot, low: float, high: float) -> list[str]:
    """Return what is written along the left axis from `low` to `high`."""
    axis = plot.getAxis("left")
    assert isinstance(axis, Axis)
    axis.setRange(low, high)
    return [
        text
        for spacing, values in axis.tickValues(low, high, LENGTH)
        for text in axis.tickStrings(values, 1.0, spacing or 1.0)
        if text
    ]


def test_numbers_below_zero_have_a_real_minus(plot: Plot) -> None:
    texts = written(plot, -1.2, 1.2)
    assert "−1" in texts or "−1.0" in texts
    assert not any("-" in text for text in texts)


def test_what_is_counted_has_no_halves(plot: Plot) -> None:
    assert "0.5" in written(plot, 0.0, 4.0)
    plot.set_counts("left")
    assert {"0", "1", "2", "3", "4"} == set(written(plot, 0.0, 4.0))


def test_a_short_logarithmic_axis_names_few_steps(plot: Plot) -> None:
    plot.plotItem.setLogMode(False, True)
    texts = written(plot, 0.2, 2.6)
    assert {"10", "100", "2", "20", "200", "5", "50"} == set(texts)


def test_a_long_logarithmic_axis_is_written_in_powers_alone(plot: Plot) -> None:
    plot.plotItem.setLogMode(False, True)
    texts = written(plot, -9.5, 1.5)
    assert "10⁻⁹" in texts or "10⁻⁸" in texts
    assert not any("0.0" in text for text in texts)


def test_a_logarithmic_axis_within_one_tiny_power_still_has_numbers(plot: Plot) -> None:
    plot.plotItem.setLogMode(False, True)
    assert {"2·10⁻⁷", "5·10⁻⁷"} == set(written(plot, -6.9, -6.1))
