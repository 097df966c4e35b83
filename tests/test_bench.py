"""What `fishlab bench` counts."""

from __future__ import annotations

from fishlab.bench.engine_speed import built
from fishlab.bench.product_rate import multiplications


def test_multiplications_of_a_step_with_affine_layers():
    assert multiplications(built("two_layer"), 100) == 100 * (2 * 784 * 50 + 3 * 50 * 10)


def test_multiplications_of_a_step_with_wide_filters():
    convolution = 24 * 24 * 25 * 30
    affine = 4320 * 100 + 100 * 10
    assert multiplications(built("simple_convnet"), 10) == 10 * (2 * convolution + 3 * affine)


def test_filters_of_three_lines_take_half_the_multiplications():
    first = 28 * 28 * 9 * 16
    affine = 1024 * 50 + 50 * 10
    # Columns; lines as they are multiplied, half of the three for each; channels; filters.
    others = sum(
        columns * lines * 3 * channels * filters
        for columns, lines, channels, filters in (
            *[(28, 42, 16, 16)] * 3,
            *[(14, 24, 16, 32)] * 3,
            *[(16, 24, 32, 32), (14, 24, 32, 32), (14, 24, 32, 32)],
            *[(8, 12, 32, 64)] * 3,
            *[(8, 12, 64, 64)] * 3,
        )
    )
    assert multiplications(built("deep_convnet"), 1) == 2 * first + others + 3 * affine
