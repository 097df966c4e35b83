"""What `fishlab bench` counts."""

from __future__ import annotations

from fishlab.bench.engine_speed import built
from fishlab.bench.pauses import pauses
from fishlab.bench.product_rate import multiplications


def test_multiplications_of_a_step_with_affine_layers():
    assert multiplications(built("two_layer"), 100) == 100 * (2 * 784 * 50 + 3 * 50 * 10)


def test_multiplications_of_a_step_with_wide_filters():
    convolution = 24 * 24 * 25 * 30
    affine = 4320 * 100 + 100 * 10
    assert multiplications(built("simple_convnet"), 10) == 10 * (2 * convolution + 3 * affine)


def test_filters_of_3_x_3_take_a_quarter_of_the_multiplications():
    affine = 1024 * 50 + 50 * 10
    first = 28 * 28 * 9 * 16  # a single channel: the plain way
    # Tiles of 4 x 4 in the output, channels, filters: 36 products for each.
    others = 36 * sum(
        tiles * channels * filters
        for tiles, channels, filters in (
            *[(49, 16, 16)] * 3,
            *[(16, 16, 32)] * 3,
            *[(16, 32, 32)] * 3,
            *[(4, 32, 64)] * 3,
            *[(4, 64, 64)] * 3,
        )
    )
    count = multiplications(built("deep_convnet"), 100)
    assert count == 100 * (2 * first + others + 3 * affine)


def test_pauses_of_the_machine_are_told_with_the_time_that_the_work_takes_anyway():
    told = pauses(0.2)
    assert 0 < told["p50"] <= told["p99"] <= told["worst"]
    assert set(told) == {"p50", "p99", "worst"}
