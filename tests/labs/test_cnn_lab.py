"""The convolution lab tells the book's numbers, and what a network looks at."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from fishlab.engine import Convolution, Relu
from fishlab.engine.naive_convolution import convolve_by_loops
from fishlab.experiment import Frame, Outcome, ParamsError, Run, equal, reproduce
from fishlab.experiment.models import shared_model
from fishlab.labs.cnn import Cnn
from fishlab.labs.cnn_filters import structure
from fishlab.labs.cnn_maps import receptive_fields
from fishlab.labs.cnn_params import CnnParams
from fishlab.labs.cnn_pooling import shifted, unchanged
from fishlab.labs.cnn_saliency import ink_box

LAB = Cnn()


def frames(params: CnnParams, seed: int = 0) -> list[Frame]:
    run = Run(LAB, params, seed)
    outcome = run.execute()
    assert outcome.kind == "done", outcome.report or str(outcome.reason)
    return list(run.history.frames())


def last(preset: str, **changes: Any) -> Frame:
    return frames(LAB.preset(preset).params.replace(**changes))[-1]


def said(frame: Frame) -> str:
    return "; ".join(str(message) for message in frame.messages)


def failed(params: CnnParams) -> Outcome:
    outcome = Run(LAB, params, 0).execute()
    assert outcome.kind == "failed"
    return outcome


# Convolution


def test_book_convolution_goes_cell_by_cell_to_the_book_result() -> None:
    cells = frames(LAB.preset("book").params)
    assert [frame.scalars["value"] for frame in cells] == [15, 16, 6, 15]
    first = cells[0].arrays
    np.testing.assert_array_equal(
        first["image"][0], [[1, 2, 3, 0], [0, 1, 2, 3], [3, 0, 1, 2], [2, 3, 0, 1]]
    )
    np.testing.assert_array_equal(first["filter"][0], [[2, 0, 1], [0, 1, 2], [1, 0, 2]])
    assert first["products"].sum() == 15
    assert [list(frame.arrays["window"][:2]) for frame in cells] == [[0, 0], [0, 1], [1, 0], [1, 1]]
    assert [int(frame.arrays["done"].sum()) for frame in cells] == [1, 2, 3, 4]
    assert "(4 + 2·0 − 3)/1 + 1 = 2" in said(cells[0])


def test_products_and_bias_make_the_value_with_channels_padding_and_stride() -> None:
    params = CnnParams(image_size=7, channels=3, filter_size=4, pad=2, stride=3, bias=-4)
    for frame in frames(params):
        assert frame.scalars["sum"] == frame.arrays["products"].sum()
        assert frame.scalars["value"] == frame.scalars["sum"] - 4
        top, left, height, width = frame.arrays["window"]
        under = frame.arrays["image"][:, top : top + height, left : left + width]
        np.testing.assert_array_equal(frame.arrays["products"], under * frame.arrays["filter"])


def test_a_division_that_leaves_a_remainder_is_said_and_rounded_down() -> None:
    frame = last("stride", image_size=8)
    assert frame.arrays["output"].shape == (3, 3)
    assert "= 3.5 is no whole number" in said(frame)
    assert "last row and column" in said(frame)
    assert "no whole number" not in said(last("stride"))


def test_a_filter_that_does_not_fit_is_said_and_nothing_is_lost() -> None:
    for mode in ("convolution", "im2col"):
        (frame,) = frames(CnnParams(mode=mode, image_size=3, filter_size=5))
        assert "does not fit" in said(frame)
        assert frame.arrays["output"].size == 0
        assert frame.arrays["image"].shape == (1, 3, 3)


def test_painted_cells_count_and_wait_outside_of_a_smaller_image() -> None:
    painted = ((0.0, 0.0, 0.0, 5.0), (0.0, 7.0, 7.0, 9.0), (2.0, 0.0, 0.0, 9.0))
    frame = last("book", cells=painted, weights=((0.0, 0.0, 0.0, -1.0),))
    assert frame.arrays["image"][0, 0, 0] == 5
    assert frame.arrays["filter"][0, 0, 0] == -1
    assert frame.arrays["output"][0, 0] == 15 - 2 * 1 + -1 * 5
    assert last("book", cells=painted, image_size=8).arrays["image"][0, 7, 7] == 9


@pytest.mark.parametrize("cell", [(0, 0, 0, 100), (0, -1, 0, 1), (0, 0.5, 0, 1)])
def test_a_cell_that_is_none_is_refused(cell: tuple[float, ...]) -> None:
    with pytest.raises(ParamsError, match="a cell is channel, row, column"):
        CnnParams(cells=(cell,))


# im2col


def test_rows_of_the_column_matrix_are_the_windows() -> None:
    frame = last("im2col", image_size=6, channels=2, pad=1, stride=2, bias=2, filters=3)
    arrays = frame.arrays
    for row, (top, left, height, width) in zip(arrays["column"], arrays["windows"], strict=True):
        under = arrays["image"][:, top : top + height, left : left + width]
        np.testing.assert_array_equal(row, under.ravel())
    np.testing.assert_allclose(arrays["product"], arrays["column"] @ arrays["matrix"] + 2)
    np.testing.assert_array_equal(arrays["product"].T, arrays["output"].reshape(3, -1))
    assert "milliseconds.loops" not in frame.scalars


def test_race_times_all_three_ways() -> None:
    frame = last("loops")
    for way in ("loops", "im2col", "fast"):
        assert frame.scalars[f"milliseconds.{way}"] > 0
    assert frame.scalars["difference.fast"] <= 1e-10
    assert "times as fast as the loops" in said(frame)
    worst = max(frame.scalars["difference.im2col"], frame.scalars["difference.fast"])
    assert worst > 0
    assert f"the largest difference is {worst:.2g}" in said(frame)


def test_loops_equal_the_layer_on_random_images() -> None:
    rng = np.random.default_rng(1)
    x, W, b = (rng.standard_normal(shape) for shape in ((2, 3, 9, 8), (4, 3, 3, 2), (4,)))
    expected = Convolution(W, b, 2, 1).infer(x)
    np.testing.assert_allclose(convolve_by_loops(x, W, b, 2, 1), expected, atol=1e-12)


# Pooling


def test_book_pooling_marks_the_largest_cell() -> None:
    cells = frames(LAB.preset("pooling").params)
    assert [frame.scalars["value"] for frame in cells] == [2, 3, 4, 2]
    marked = [np.argwhere(frame.arrays["share"] == 1).tolist() for frame in cells]
    assert marked == [[[0, 1]], [[1, 3]], [[3, 1]], [[2, 3]]]
    assert last("average").arrays["output"].tolist() == [[1, 1.5], [2.25, 1]]
    assert (last("average").arrays["share"] == 0.25).sum() == 4


def test_shares_count_only_what_is_not_paper() -> None:
    image = np.array([[[0.0, 1.0, 1.0, 0.0, 0.0]]])
    moved = shifted(image, 1)
    assert moved.tolist() == [[[0, 0, 1, 1, 0]]]
    assert unchanged(image, moved) == pytest.approx([1 / 3])
    assert unchanged(image, image) == [1.0]


def test_no_shift_and_no_pooling_change_nothing() -> None:
    assert last("shift", shift=0).scalars["mean.plain"] == 1.0
    none = last("shift", pool_size=1, pool_stride=1).scalars
    assert none["mean.pooled"] == none["mean.plain"]


def test_a_window_that_does_not_fit_is_said() -> None:
    frame = last("pooling", image_size=3, pool_size=4)
    assert "does not fit" in said(frame)


# Filters


def test_structure_tells_noise_from_an_edge() -> None:
    noise = np.random.default_rng(0).standard_normal((200, 5, 5))
    assert abs(structure(noise).mean()) < 0.1
    edge = np.repeat([[1.0, 1.0, 1.0, -1.0, -1.0]], 5, axis=0)
    assert structure(edge[np.newaxis])[0] > 0.7
    assert structure(np.ones((1, 5, 5)))[0] == 0


def test_learning_lowers_the_loss_and_a_live_rate_takes_effect() -> None:
    run = LAB.run(CnnParams(mode="filters", steps=30), np.random.default_rng(0))
    first = next(run)
    for _ in range(25):
        frame = next(run)
    assert frame.scalars["loss"] < 0.8 * first.scalars["loss"]
    before = frame.arrays["filters"]
    still = run.send(CnnParams(mode="filters", steps=30, lr=1e-5)).arrays["filters"]
    assert np.abs(still - before).max() < 1e-4
    run.close()


def test_a_huge_rate_never_shows_what_is_no_number() -> None:
    run = frames(CnnParams(mode="filters", steps=12, lr=0.1))
    assert all(np.isfinite(list(frame.scalars.values())).all() for frame in run)


def test_same_seed_same_filters() -> None:
    params = CnnParams(mode="filters", steps=2)
    one, same, other = (frames(params, seed)[-1].arrays["filters"] for seed in (3, 3, 4))
    np.testing.assert_array_equal(one, same)
    assert not np.array_equal(one, other)


def test_recipe_ends_with_all_test_digits(monkeypatch: pytest.MonkeyPatch) -> None:
    from fishlab.labs import cnn_filters

    class Short(cnn_filters.Training):
        def steps(self) -> Any:
            yield from (step for step, _ in zip(super().steps(), range(2), strict=False))

    monkeypatch.setattr(cnn_filters, "Training", Short)
    end = last("filters", training="recipe", epochs=1)
    assert 0 < end.scalars["final_accuracy"] <= 1
    assert "of 1000 test digits" in said(end)


# Maps and saliency


def test_maps_are_the_answers_of_the_network() -> None:
    frame = last("maps")
    image = frame.arrays["image"]
    trace = shared_model("simple_convnet").trace(image[np.newaxis])
    for name, answer in trace.items():
        np.testing.assert_array_equal(frame.arrays[f"layer.{name}"], answer[0])
    assert frame.arrays["probabilities"].argmax() == frame.scalars["digit"] == 9
    assert "layer.Dropout1" not in last("maps_deep").arrays


def test_receptive_field_holds_all_that_a_cell_depends_on() -> None:
    network = shared_model("deep_convnet")
    fields = receptive_fields(network.layers)
    assert "Affine1" not in fields
    rng = np.random.default_rng(0)
    image = rng.random((1, 1, 28, 28), np.float32)
    row, column = 3, 2
    answers = network.trace(image)
    for name in ("Conv2", "Pool1", "Conv4"):
        jump, size, start = fields[name]
        top, left = start + jump * row, start + jump * column
        outside = np.ones((28, 28), bool)
        outside[max(top, 0) : top + size, max(left, 0) : left + size] = False
        changed = np.where(outside, 1 - image, image)
        # To rounding: lines that are computed together (see `winograd`) share their last digits.
        cell = answers[name][0, :, row, column]
        scale = np.abs(answers[name]).max()
        after = network.trace(changed)[name][0, :, row, column]
        assert np.abs(after - cell).max() < 1e-5 * scale
        changed = np.where(outside, image, 1 - image)
        after = network.trace(changed)[name][0, :, row, column]
        assert np.abs(after - cell).max() > 1e-2 * scale


def test_first_filters_go_over_a_picture_of_any_size(tmp_path: Path) -> None:
    path = tmp_path / "photo.png"
    grey = np.random.default_rng(0).integers(0, 255, (300, 500), dtype=np.uint8)
    Image.fromarray(grey).save(path)
    frame = last("picture", picture="file", path=str(path))
    height, width = frame.arrays["image"].shape
    assert max(height, width) <= 256
    assert frame.arrays["layer.Conv1"].shape == (30, height - 4, width - 4)
    layer = shared_model("simple_convnet").layers["Conv1"]
    expected = Relu().infer(layer.infer(frame.arrays["image"][np.newaxis, np.newaxis]))
    np.testing.assert_array_equal(frame.arrays["layer.Relu1"], expected[0])


@pytest.mark.parametrize("preset", ["maps", "picture", "saliency"])
def test_a_picture_that_cannot_be_read_is_one_line(preset: str, tmp_path: Path) -> None:
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"no picture")
    params = LAB.preset(preset).params.replace(picture="file")
    # Until one is chosen, the test digit stays.
    assert "No picture is chosen yet" in said(frames(params)[-1])
    for path in (str(broken), str(tmp_path / "absent.png")):
        reason = str(failed(params.replace(path=path)).reason)
        assert reason.startswith("The picture cannot be used")
        assert "\n" not in reason


def test_a_drawing_is_read_and_an_empty_pad_says_so() -> None:
    line = tuple((0.0, 140.0, float(y), 16.0, 0.0) for y in range(40, 240, 5))
    frame = last("maps", picture="drawing", strokes=line)
    assert frame.scalars["digit"] == 1
    assert last("picture", picture="drawing", strokes=line).arrays["image"].shape[0] > 28
    assert "Nothing is drawn yet" in said(last("saliency", picture="drawing"))


def test_saliency_is_the_slope_of_the_score() -> None:
    frame = last("saliency", model="simple_convnet", target="4")
    network = shared_model("simple_convnet")
    image = frame.arrays["image"].astype(np.float64)
    row, column = np.unravel_index(frame.arrays["saliency"].argmax(), image.shape)
    h = 1e-2
    scores = []
    for sign in (1, -1):
        moved = image.copy()
        moved[row, column] += sign * h
        scores.append(float(network.predict(moved[np.newaxis])[0, 4]))
    slope = (scores[0] - scores[1]) / (2 * h)
    assert slope == pytest.approx(frame.arrays["gradient"][row, column], rel=0.05)
    assert frame.arrays["asked"].all()


def test_ink_box_holds_all_ink_and_no_more() -> None:
    image = np.zeros((28, 28), np.float32)
    image[5, 9] = image[20, 11] = 1
    box = ink_box(image)
    assert np.argwhere(box).min(axis=0).tolist() == [5, 9]
    assert np.argwhere(box).max(axis=0).tolist() == [20, 11]
    assert ink_box(np.zeros((28, 28), np.float32)).all()


# The whole lab


QUICK = [claim for claim in LAB.claims if not claim.slow and claim.id != "filters_gain_structure"]


@pytest.mark.parametrize("claim", QUICK, ids=lambda claim: claim.id)
def test_claim_holds(claim: Any) -> None:
    assert reproduce(LAB, claim).holds


def test_a_wrong_expectation_does_not_hold() -> None:
    claim = next(claim for claim in LAB.claims if claim.id == "convolution_example")
    wrong = dataclasses.replace(claim, expected=(equal("y₁₁", 14.0), *claim.expected[1:]))
    assert not reproduce(LAB, wrong).holds


def test_every_preset_gives_finite_numbers() -> None:
    for preset in LAB.presets:
        params = preset.params
        if params.mode == "filters":
            params = params.replace(steps=2)
        for frame in frames(params, preset.seed):
            assert np.isfinite(list(frame.scalars.values())).all(), preset.id
            for name, array in frame.arrays.items():
                assert np.isfinite(array).all(), (preset.id, name)


def test_fields_of_other_pictures_are_hidden() -> None:
    assert {n for n in CnnParams.specs() if LAB.preset("maps").params.shows(n)} >= {"model", "show"}
    assert not LAB.preset("maps").params.shows("path")
    assert not LAB.preset("picture").params.shows("model")
    assert not LAB.preset("pooling").params.shows("index")
    assert LAB.preset("shift").params.shows("index")
    assert not LAB.preset("shift").params.shows("image_size")
    assert not LAB.preset("book").params.shows("picture")
    assert not CnnParams(mode="filters", training="recipe").shows("lr")
