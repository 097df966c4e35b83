"""Deep stacks counted right, small filters, augmentation, half precision, and typed words."""

from __future__ import annotations

import dataclasses
import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fishlab.engine import Convolution, DeepConvNet, Pooling, SimpleConvNet
from fishlab.experiment import Frame, ParamsError, Run, equal, reproduce
from fishlab.experiment.training import Training
from fishlab.labs.depth import Depth
from fishlab.labs.depth_half import half_scores, rounded
from fishlab.labs.depth_language import StackError, complaint, parsed, table
from fishlab.labs.depth_params import DepthParams

LAB = Depth()
QUICK = [c for c in LAB.claims if not c.slow and c.id != "augmentation_helps"]


def last(preset: str, **changes: object) -> Frame:
    run = Run(LAB, LAB.preset(preset).params.replace(**changes))
    assert run.execute().kind == "done"
    assert run.history.last is not None
    return run.history.last


def said(frame: Frame) -> str:
    return " ".join(map(str, frame.messages))


@pytest.mark.parametrize("claim", QUICK, ids=lambda claim: claim.id)
def test_claim_holds(claim):
    assert reproduce(LAB, claim).holds


@pytest.mark.parametrize(("preset", "network"), [("book", DeepConvNet), ("simple", SimpleConvNet)])
def test_the_table_counts_as_many_parameters_as_the_network_has(preset, network):
    net = network()
    frame = last(preset)
    assert frame.scalars["parameters"] == sum(array.size for array in net.params.values())
    answers = net.trace(np.zeros((1, 1, 28, 28), np.float32))
    wanted = [tuple(a.shape[1:]) for name, a in answers.items() if name.startswith("Conv")]
    shapes = [
        tuple(shape) for word, shape in zip(frame.arrays["words"], frame.arrays["shapes"].tolist(),
                                            strict=True) if word.startswith("conv")
    ]  # fmt: skip
    assert shapes == wanted


def test_a_stack_that_does_not_fit_the_image_is_refused_in_words():
    with pytest.raises(ParamsError, match="conv4k5p0: a window of 5 × 5 is larger than the 2 × 2"):
        DepthParams(stack="conv4k5p0 conv4k5p0", side=6)


@pytest.mark.parametrize(
    ("preset", "parameters"), [("vgg16", 138_357_544), ("alexnet", 62_378_344), ("lenet", 61_706)]
)
def test_famous_networks_have_their_known_numbers(preset, parameters):
    assert last(preset).scalars["parameters"] == parameters


def test_the_largest_stack_that_can_be_typed_still_counts_right():
    words = "conv9999k1p9 " * 59 + "conv9999k99p9"
    frame = last("book", stack=words, side=512, channels=64)
    assert (frame.arrays["multiplications"] > 0).all()
    side = 512 + 59 * 18 + 18 - 98
    assert frame.arrays["multiplications"][-1] == side**2 * 9999**2 * 99**2


def test_memory_is_four_bytes_for_every_parameter_and_every_number_out():
    frame = last("book")
    assert frame.arrays["bytes"][0] == 4 * (160 + 16 * 28 * 28)
    assert frame.scalars["memory"] * 2**20 == frame.arrays["bytes"].sum()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "at least one layer"),
        ("conv", "say how many, such as conv16"),
        ("conv0", "say how many"),
        ("affine", "such as affine16"),
        ("affine5k3", "say how many"),
        ("convolution16", "convolution16: no layer"),
        ("relu5", "no layer"),
        ("conv4k0", "no layer"),
        ("__import__('os')", "no layer"),
        ("affine5 conv4", "no image any more"),
        ("relu " * 61, "at most 60 layers"),
    ],
)
def test_a_typed_stack_that_cannot_be_is_refused_in_words(typed, words):
    with pytest.raises(ParamsError, match=words):
        DepthParams(stack=typed)


@given(st.text(max_size=60))
@settings(max_examples=200, deadline=None)
def test_nothing_typed_breaks_the_language(text):
    if complaint(text) is not None:
        with pytest.raises(StackError):
            parsed(text)
    else:
        layers = parsed(text)
        assert {layer.kind for layer in layers} <= {
            "conv", "pool", "affine", "relu", "sigmoid", "tanh", "dropout"
        }  # fmt: skip


def test_words_mean_what_they_say():
    rows = table(parsed("conv8k5p2s2 pool3s1 relu affine7"), 3, 21)
    assert [row.shape for row in rows] == [(8, 11, 11), (8, 9, 9), (8, 9, 9), (7,)]
    assert [row.parameters for row in rows] == [8 * (3 * 25 + 1), 0, 0, (8 * 81 + 1) * 7]
    assert rows[0].multiplications == 121 * 8 * 75


def test_fields_grow_by_the_filter_less_one():
    frame = last("receptive", kernel=4, layers=3, channels=2)
    assert frame.arrays["seen"].tolist() == [10, 7, 4, 1]
    assert frame.scalars["parameters"] == 3 * 16 * 4
    assert frame.scalars["single_parameters"] == 100 * 4


def test_a_field_is_where_a_gradient_arrives():
    frame = last("receptive", kernel=3, layers=2, stride=2, pooling=True)
    maps = frame.arrays["sides"].tolist()
    answer = np.random.default_rng(0).random((1, 1, maps[0], maps[0]))
    ones = np.ones((1, 1, 3, 3))
    layers = []
    for pooled in frame.arrays["pooled"][1:]:
        layers.append(
            Pooling(2, 2, stride=2, kind="average") if pooled
            else Convolution(ones, np.zeros(1), stride=2)
        )  # fmt: skip
        answer = layers[-1].forward(answer)
    assert [answer.shape[-1], maps[-1]] == [5, 5]
    dout = np.zeros_like(answer)
    row, column = 1, 3
    dout[0, 0, row, column] = 1.0
    for number in range(len(layers) - 1, -1, -1):
        dout = layers[number].backward(dout)
        size, jump = (int(frame.arrays[name][-1, number]) for name in ("sizes", "jumps"))
        rows, columns = np.nonzero(dout[0, 0])
        assert sorted({*rows}) == list(range(row * jump, row * jump + size))
        assert sorted({*columns}) == list(range(column * jump, column * jump + size))
    assert frame.scalars["field"] == frame.arrays["sizes"][-1, 0]
    assert "apart" in said(frame)


def test_the_row_of_digits_has_the_one_that_is_shown():
    for digit in (0, 11, 12, 995, 999):
        arrays = last("flip", digit=digit).arrays
        place = digit - int(arrays["row_start"])
        assert np.array_equal(arrays["row"][place], arrays["images"][0])
        assert arrays["row_labels"][place] == arrays["label"]


def test_changed_digits_are_changed_and_the_first_is_not():
    frame = last("augment", digit=5)
    images = frame.arrays["images"]
    assert images.shape == (24, 28, 28)
    assert len({image.tobytes() for image in images}) == 24
    still = last("augment", shift=0, rotate=0, scale=0, shear=0, elastic=0).arrays["images"]
    assert np.abs(still - still[0]).max() < 1e-6


def test_the_network_that_reads_is_called_as_in_its_chooser():
    assert "read as" in said(last("augment"))
    assert "DeepConvNet" in said(last("augment"))
    assert "deep_convnet" not in said(last("augment"))


def test_mirroring_comes_with_its_warning():
    assert "mirrored" in said(last("flip"))
    assert "Beware" not in said(last("augment"))


def test_both_networks_learn_the_same_images_from_the_same_weights():
    run = Run(LAB, LAB.preset("few").params.replace(steps=2, shift=0, rotate=0, scale=0, shear=0,
                                                    elastic=0))  # fmt: skip
    assert run.execute().kind == "done"
    plain, changed = (run.history.series(f"loss.{way}")[1] for way in ("plain", "changed"))
    assert np.allclose(plain, changed, rtol=1e-3)


def test_a_wild_rate_is_told_and_leaves_no_nan():
    run = Run(LAB, LAB.preset("few").params.replace(steps=30, lr=0.1))
    assert run.execute().kind == "done"
    for name in run.history.names:
        assert np.isfinite(run.history.series(name)[1]).all()


def test_a_claim_that_does_not_hold_is_found_out():
    claim = next(claim for claim in LAB.claims if claim.id == "vgg16_parameters")
    wrong = dataclasses.replace(claim, expected=(equal("parameters", 138_357_545),))
    assert not reproduce(LAB, wrong).holds


def test_every_reading_is_told_once_and_the_same_run_is_the_same():
    runs = [Run(LAB, LAB.preset("few").params.replace(steps=21)) for _ in range(2)]
    for run in runs:
        assert run.execute().kind == "done"
    first, second = (run.history.series("accuracy.changed") for run in runs)
    assert first[0].tolist() == [0, 20, 21]
    assert np.array_equal(first[1], second[1])
    assert runs[0].history.series("loss.plain")[0].tolist() == list(range(22))


def test_half_precision_shows_the_digits_that_it_changes_most():
    frame = last("half", model="simple_convnet")
    arrays = frame.arrays
    assert arrays["sure"].shape == arrays["read"].shape == (2, 1000)
    assert (np.diff(arrays["odd_by"]) <= 0).all()
    assert arrays["odd_by"][0] == frame.scalars["difference"] > 0
    right = (arrays["read"] == arrays["labels"]).mean(axis=1)
    assert right.tolist() == [frame.scalars[f"accuracy.{way}"] for way in ("single", "half")]


def test_half_precision_rounds_between_the_layers():
    values = np.array([1.0, 1.0002, 65504.0], np.float32)
    assert rounded(values).tolist() == [1.0, 1.0, 65504.0]
    net = SimpleConvNet()
    x = np.random.default_rng(0).random((2, 1, 28, 28), dtype=np.float32)
    scores = half_scores(net, x)
    assert np.array_equal(scores, rounded(scores))
    assert np.allclose(scores, net.predict(x), atol=2e-3)


def test_learning_from_scratch_ends_with_all_test_digits(monkeypatch):
    steps = Training.steps
    monkeypatch.setattr(Training, "steps", lambda s: itertools.islice(steps(s), 2))
    frame = last("scratch", epochs=1)
    assert 0 <= frame.scalars["final_accuracy"] <= 1
    assert "of 1000 test digits" in said(frame)
