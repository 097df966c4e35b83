"""The digits lab without a window: what is read, what is shown of it, and what training changes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from fishlab.datasets import load_mnist
from fishlab.experiment import Frame, ParamsError, Run
from fishlab.experiment.models import MODELS, load_model
from fishlab.labs.digits import Digits
from fishlab.labs.digits_drawing import strokes_of
from fishlab.labs.digits_params import DigitsParams
from fishlab.labs.digits_picture import MAX_SIDE, picture_text, text_picture
from fishlab.labs.digits_presets import FIVE, SMALL_SEVEN, THREE


@pytest.fixture(scope="module")
def lab() -> Digits:
    return Digits()


def run(lab: Digits, params: DigitsParams, seed: int = 0) -> Run:
    finished = Run(lab, params, seed)
    outcome = finished.execute()
    assert outcome.kind == "done", outcome.report or outcome.reason
    return finished


def last(lab: Digits, params: DigitsParams) -> Frame:
    frame = run(lab, params).history.last
    assert frame is not None
    return frame


def sample() -> tuple[Any, Any]:
    return load_mnist(data="sample", flatten=False)[1]


# Drawing


@pytest.mark.parametrize("preset", [p.id for p in Digits.presets])
def test_every_preset_runs_and_survives_json(lab: Digits, preset: str) -> None:
    params = lab.preset(preset).params
    assert DigitsParams.from_json(params.to_json()) == params
    assert isinstance(params, DigitsParams)
    last(lab, params)


def test_empty_paper_has_no_prediction_and_no_error(lab: Digits) -> None:
    frame = last(lab, DigitsParams())
    assert not frame.arrays
    assert not frame.scalars
    assert not frame.messages


def test_all_ink_erased_is_like_empty_paper(lab: Digits) -> None:
    rows = ((0, 100, 100, 10, 0), (0, 150, 150, 10, 0), (1, 125, 125, 200, 1))
    assert not last(lab, DigitsParams(strokes=rows)).arrays


@pytest.mark.parametrize(("strokes", "digit"), [(THREE, 3), (FIVE, 5), (SMALL_SEVEN, 7)])
def test_the_presets_drawings_are_read(lab: Digits, strokes: Any, digit: int) -> None:
    frame = last(lab, DigitsParams(strokes=strokes))
    assert frame.scalars["digit"] == digit
    assert frame.arrays["probabilities"].sum() == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize("model", MODELS)
def test_every_model_tells_what_its_layers_answer(lab: Digits, model: str) -> None:
    frame = last(lab, DigitsParams(model=model, strokes=FIVE))
    network = load_model(model)
    image = frame.arrays["image"]
    trace = network.trace(image[np.newaxis])
    layers = {n.removeprefix("layer."): a for n, a in frame.arrays.items() if "layer." in n}
    # A layer is shown with its activation; each answer is one that the network gives.
    for name, answer in layers.items():
        assert any(
            answer.shape == given[0].shape and np.allclose(answer, given[0], atol=1e-5)
            for given in trace.values()
        ), name
    assert len(layers) == sum("Conv" in n or "Pool" in n or "Affine" in n for n in trace)
    scores = network.predict(image[np.newaxis])[0]
    assert int(scores.argmax()) == frame.scalars["digit"]


def test_the_steps_put_a_small_digit_in_the_corner_where_mnist_has_it(lab: Digits) -> None:
    off = DigitsParams(strokes=SMALL_SEVEN, box=False, centre=False, antialias=False)
    bare = last(lab, off).arrays["image"]
    assert bare[:14].sum() == 0
    assert bare[:, :14].sum() == 0
    normalized = last(lab, DigitsParams(strokes=SMALL_SEVEN)).arrays["image"]
    rows, columns = np.nonzero(normalized > 0.1)
    assert max(np.ptp(rows), np.ptp(columns)) + 1 == 20
    mass = normalized.sum()
    assert (normalized.sum(axis=1) @ np.arange(28)) / mass == pytest.approx(14, abs=0.6)
    assert (normalized.sum(axis=0) @ np.arange(28)) / mass == pytest.approx(14, abs=0.6)
    # Each switch changes what the network sees.
    for step in ("box", "centre", "antialias"):
        changed = last(lab, DigitsParams(strokes=SMALL_SEVEN, **{step: False})).arrays["image"]
        assert not np.array_equal(changed, normalized), step


def test_the_first_step_mends_what_the_bare_paper_does_to_the_reading(lab: Digits) -> None:
    bare = lab.preset("no_centring").params
    assert isinstance(bare, DigitsParams)
    assert last(lab, bare).scalars["digit"] != 7
    assert last(lab, bare.replace(box=True)).scalars["digit"] == 7


def test_a_digit_is_read_alike_wherever_and_however_large_it_is_drawn(lab: Digits) -> None:
    usual = last(lab, DigitsParams(strokes=FIVE)).arrays["image"]
    moved = tuple((n, x * 0.5 + 130, y * 0.5 + 5, w * 0.5, e) for n, x, y, w, e in FIVE)
    assert np.abs(last(lab, DigitsParams(strokes=moved)).arrays["image"] - usual).mean() < 0.02


def test_strokes_keep_their_lines_apart() -> None:
    rows = ((0, 1, 2, 9, 0), (0, 3, 4, 9, 0), (1, 5, 6, 9, 1), (2, 7, 8, 5, 0))
    strokes = strokes_of(tuple(tuple(map(float, row)) for row in rows))
    assert [(len(s.points), s.width, s.erase) for s in strokes] == [
        (2, 9, False),
        (1, 9, True),
        (1, 5, False),
    ]


# Pictures


def digit_picture(number: int, *, inverted: bool = False, side: int = 84) -> np.ndarray:
    """A test digit as a photograph might have it: larger, dark on light, off the middle."""
    image = sample()[0][number, 0]
    large = np.asarray(Image.fromarray((image * 220).astype(np.uint8)).resize((side, side)))
    paper = np.full((side * 2, side * 3), 245, np.float32)
    paper[10 : 10 + side, 20 : 20 + side] -= large
    return 255 - paper if inverted else paper


@pytest.mark.parametrize("inverted", [False, True])
def test_a_picture_is_read_dark_on_light_and_light_on_dark(lab: Digits, inverted: bool) -> None:
    labels = sample()[1]
    right = 0
    for number in range(0, 200, 20):
        text = picture_text(digit_picture(number, inverted=inverted))
        frame = last(lab, DigitsParams(picture=text))
        right += frame.scalars["digit"] == labels[number]
    assert right >= 9


@pytest.mark.parametrize("ink", [0, 255])
def test_ink_on_transparent_paper_is_read_whatever_its_colour(lab: Digits, ink: int) -> None:
    images, labels = sample()
    opacity = np.kron(images[0, 0] * 255, np.ones((3, 3))).astype(np.uint8)
    rgba = np.dstack([np.full_like(opacity, ink)] * 3 + [opacity])
    frame = last(lab, DigitsParams(picture=lab.picture_of_pixels(rgba)))
    assert frame.scalars["digit"] == labels[0]


def test_a_picture_keeps_its_pixels_as_text_and_a_large_one_its_shape() -> None:
    grey = np.random.default_rng(0).integers(0, 256, (60, 90)).astype(np.uint8)
    assert np.array_equal(text_picture(picture_text(grey)), grey)
    large = np.full((900, 450), 200, np.uint8)
    large[300:600] = 40
    small = text_picture(picture_text(large))
    assert max(small.shape) <= MAX_SIDE
    assert small.shape[0] == pytest.approx(2 * small.shape[1], rel=0.03)
    assert (small[0, 0], small[small.shape[0] // 2, 5]) == (200, 40)


@pytest.mark.parametrize(
    "text", ["nonsense", "4x4:", "4x4:AAAA", "0x4:", "99999x99999:eJwDAAAAAAE=", "-1x-1:eJwD"]
)
def test_a_damaged_picture_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(ParamsError) as error:
        DigitsParams(picture=text)
    assert "\n" not in str(error.value)


def test_a_blank_picture_is_said_to_be_blank(lab: Digits) -> None:
    frame = last(lab, DigitsParams(picture=picture_text(np.full((40, 40), 255))))
    assert not frame.arrays
    assert "ink" in str(frame.messages[0])


def test_a_picture_of_a_file_and_a_file_that_is_none(lab: Digits, tmp_path: Path) -> None:
    path = tmp_path / "digit.png"
    Image.fromarray(digit_picture(0).astype(np.uint8)).save(path)
    frame = last(lab, DigitsParams(picture=lab.picture_of_file(str(path))))
    assert frame.scalars["digit"] == sample()[1][0]
    (tmp_path / "text.png").write_text("no picture")
    with pytest.raises(ValueError, match=r"text\.png"):
        lab.picture_of_file(str(tmp_path / "text.png"))


# Test digits


def test_browsing_shows_the_digit_of_that_number(lab: Digits) -> None:
    images, labels = sample()
    frame = last(lab, DigitsParams(mode="test", index=37))
    assert np.allclose(frame.arrays["image"], images[37, 0])
    assert frame.arrays["label"].tolist() == [labels[37]]
    assert len(frame.arrays["numbers"]) == len(labels)


def test_browsing_one_label_shows_no_other(lab: Digits) -> None:
    labels = sample()[1]
    frame = last(lab, DigitsParams(mode="test", label="4", index=3))
    assert frame.arrays["numbers"].tolist() == np.flatnonzero(labels == 4).tolist()
    assert set(frame.arrays["labels"]) == {4}
    assert frame.scalars["label"] == 4


def test_browsing_only_mistakes_shows_what_the_network_gets_wrong(lab: Digits) -> None:
    params = DigitsParams(mode="test", model="two_layer", only_wrong=True, index=9_999)
    images, labels = sample()
    read = load_model("two_layer").predict(images).argmax(axis=1)
    frame = last(lab, params)
    wrong = np.flatnonzero(read != labels)
    assert frame.arrays["numbers"].tolist() == wrong.tolist()
    # An index beyond the end is the last one.
    assert frame.arrays["index"].tolist() == [len(wrong) - 1]
    assert frame.scalars["digit"] == read[wrong[-1]] != frame.scalars["label"]


def test_the_confusion_matrix_counts_every_digit_once(lab: Digits) -> None:
    images, labels = sample()
    network = load_model("mlp3")
    frame = last(lab, DigitsParams(mode="confusion", model="mlp3"))
    counts = frame.arrays["counts"]
    assert counts.sum(axis=1).tolist() == np.bincount(labels, minlength=10).tolist()
    accuracy = network.accuracy(images, labels)
    assert frame.scalars["accuracy"] == pytest.approx(accuracy)
    assert np.trace(counts) / counts.sum() == pytest.approx(accuracy)
    for label, read in ((4, 9), (7, 2), (5, 5)):
        cell = (frame.arrays["labels"] == label) & (frame.arrays["read"] == read)
        assert cell.sum() == counts[label, read]
    assert np.array_equal(frame.arrays["images"], np.rint(images[:, 0] * 255))


def test_the_matrix_grows_and_its_mistakes_can_be_seen_before_it_is_done() -> None:
    frames: list[Frame] = []
    Run(Digits(), DigitsParams(mode="confusion", model="mlp3")).execute(frames.append)
    done = [frame.scalars["read"] for frame in frames]
    assert done == sorted(set(done))
    assert len(frames) >= 10
    middle = frames[len(frames) // 2]
    assert len(middle.arrays["mistakes"]) == len(middle.arrays["images"]) > 0
    assert (middle.arrays["labels"] != middle.arrays["read"]).all()


def test_a_cancelled_matrix_is_computed_again_and_a_finished_one_is_not() -> None:
    lab, params = Digits(), DigitsParams(mode="confusion", model="two_layer")
    cancelled = Run(lab, params)
    assert cancelled.execute(lambda frame: cancelled.control.cancel()).kind == "cancelled"
    assert len(run(lab, params).history) > 1
    assert len(run(lab, params).history) == 1


def test_data_that_is_not_at_hand_is_said_in_one_line(
    lab: Digits, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FISHLAB_DATA", raising=False)
    from fishlab.labs import digits_sets

    digits_sets.mnist_digits.cache_clear()
    outcome = Run(lab, DigitsParams(mode="confusion", data="mnist")).execute()
    assert outcome.kind == "failed"
    assert "fishlab data download mnist" in str(outcome.reason)


# One's own digits


def write_own(lab: Digits, count: int = 20) -> np.ndarray:
    """A hand that writes everything lying on its side: a network has to learn that."""
    images, labels = sample()
    for number in range(count):
        lab.keep_digit(np.rot90(images[number, 0]), int(labels[number]))
    return np.asarray(labels[:count])


OWN = DigitsParams(mode="own", model="mlp3", layers="all", steps=40, lr=0.003)


def test_without_digits_of_ones_own_the_training_says_what_to_do(lab: Digits) -> None:
    assert "draw" in str(last(lab, OWN).messages[0])


def test_training_learns_ones_own_hand_and_does_not_forget(lab: Digits) -> None:
    labels = write_own(lab)
    trained = run(lab, OWN).history
    _, own = trained.series("own")
    _, test = trained.series("test")
    assert own[0] < 0.5
    assert own[-1] > own[0] + 0.4
    assert test[0] > 0.9
    assert test[-1] > test[0] - 0.08
    frame = trained.last
    assert frame is not None
    assert np.mean(frame.arrays["read"] == labels) == pytest.approx(own[-1])
    assert np.mean(frame.arrays["before"] == labels) == pytest.approx(own[0])
    _, forgetful = run(lab, OWN.replace(remember=0.0)).history.series("test")
    assert forgetful[-1] < test[-1]


def test_training_is_kept_only_when_asked_and_can_be_left(lab: Digits) -> None:
    write_own(lab)
    frame = run(lab, OWN).history.last
    assert frame is not None
    drawn = DigitsParams(model="mlp3", strokes=FIVE)
    shipped = last(lab, drawn).arrays["probabilities"]
    assert np.array_equal(last(lab, drawn.replace(weights="own")).arrays["probabilities"], shipped)
    lab.keep_trained("mlp3", frame.arrays["trained"])
    own = last(lab, drawn.replace(weights="own")).arrays["probabilities"]
    assert not np.allclose(own, shipped)
    assert np.array_equal(last(lab, drawn).arrays["probabilities"], shipped)
    # The next training goes on from the kept weights.
    _, again = run(lab, OWN.replace(weights="own", steps=1)).history.series("own")
    assert again[0] == pytest.approx(frame.scalars["own"])


def test_digits_held_back_are_not_trained_on(lab: Digits) -> None:
    write_own(lab)
    history = run(lab, OWN.replace(hold_back=True, steps=30)).history
    frame = history.last
    assert frame is not None
    assert np.flatnonzero(frame.arrays["held_back"]).tolist() == [4, 9, 14, 19]
    held = frame.arrays["held_back"]
    own = lab.own_digits().digits
    assert frame.scalars["held"] == np.mean((frame.arrays["read"] == own.labels)[held])
    assert frame.scalars["own"] == np.mean((frame.arrays["read"] == own.labels)[~held])


def test_training_the_last_layers_leaves_the_first_alone(lab: Digits) -> None:
    write_own(lab, 5)
    frame = last(lab, OWN.replace(layers="last", steps=3))
    network = load_model("mlp3")
    before = {name: array.copy() for name, array in network.params.items()}
    network.params.flat[...] = frame.arrays["trained"]
    changed = {n for n, array in network.params.items() if not np.array_equal(array, before[n])}
    assert changed == {"W2", "b2", "W3", "b3"}


def test_the_same_seed_trains_the_same(lab: Digits) -> None:
    write_own(lab, 6)
    params = OWN.replace(steps=4)
    frames = [run(lab, params, seed).history.last for seed in (3, 3, 4)]
    one, two, other = (frame.arrays["trained"] for frame in frames if frame is not None)
    assert np.array_equal(one, two)
    assert not np.array_equal(one, other)


def test_the_learning_rate_changes_under_way(lab: Digits) -> None:
    write_own(lab, 6)
    params = OWN.replace(steps=12)

    def slowed(frame: Frame) -> None:
        if frame.step == 1:
            live.control.update(params.replace(lr=1e-5))

    live = Run(lab, params)
    live.execute(slowed)
    frame, unslowed = live.history.last, last(lab, params)
    assert frame is not None
    start = load_model("mlp3").params.flat
    near, far = (np.abs(f.arrays["trained"] - start).mean() for f in (frame, unslowed))
    assert near < far / 2


def test_ones_own_digits_are_kept_relabelled_and_removed(lab: Digits) -> None:
    image = sample()[0][0, 0]
    assert lab.keep_digit(image, 3) == 1
    assert lab.keep_digit(image, 8) == 2
    lab.relabel_own_digit(lab.own_digits().files[0], 5)
    assert Digits().own_digits().digits.labels.tolist() == [5, 8]
    lab.remove_own_digit(lab.own_digits().files[0])
    own = Digits().own_digits().digits
    assert own.labels.tolist() == [8]
    assert np.allclose(own.images[0] / 255, image, atol=0.003)
