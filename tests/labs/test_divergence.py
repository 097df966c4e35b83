"""In every lab in which something learns: what runs away is named, explained, and can be mended."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from fishlab.datasets.personal import add_personal
from fishlab.engine import Adam
from fishlab.engine.divergence import DivergedError
from fishlab.experiment import Frame, Message, Params, Run
from fishlab.experiment.training import Training
from fishlab.labs import find_lab
from fishlab.labs.divergence import slower


@pytest.fixture
def broken_adam(monkeypatch: pytest.MonkeyPatch) -> None:
    """Adam hardly ever diverges by itself: its third update overflows."""
    update, count = Adam.update, iter(range(10**6))

    def broken(self: Adam, params: Any, grads: Any) -> None:
        update(self, params, grads)
        if next(count) == 2:
            for name in ("W1", "W3"):
                params[name][:] = np.inf

    monkeypatch.setattr(Adam, "update", broken)


def run(lab_id: str, **changes: Any) -> tuple[Params, list[Frame]]:
    """Return the Params and every frame of a run that was not failed."""
    lab = find_lab(lab_id)
    params = lab.presets[0].params.replace(**changes)
    frames: list[Frame] = []
    outcome = Run(lab, params, 3).execute(frames.append)
    assert outcome.kind == "done", outcome.report
    return params, frames


def verdict(frame: Frame) -> Message:
    """Return the only message that can be mended."""
    (said,) = [said for said in frame.messages if said.fix]
    return said


def said(frames: list[Frame]) -> str:
    return " ".join(map(str, frames[-1].messages))


def check(params: Params, frames: list[Frame], step: int | None, fix: dict[str, Any]) -> None:
    """Step, layer, cause and remedy are told, and no view is given what it cannot draw."""
    said = verdict(frames[-1])
    assert f"diverged at step {frames[-1].step if step is None else step}: " in str(said)
    assert "is the first layer whose output is not finite. " in str(said)
    assert "is too large here. Set “" in str(said)
    assert dict(said.fix) == fix
    params.replace(**fix)  # and the form takes it
    for frame in frames:
        assert all(np.isfinite(value) for value in frame.scalars.values())
        assert all(np.isfinite(array).all() for array in frame.arrays.values())


def test_initialization_race() -> None:
    mode: dict[str, Any] = {"mode": "race", "starters": ("std_1", "he"), "activation": "relu"}
    params, frames = run("initialization", **mode, steps=6, lr=0.02)
    check(params, frames, 4, {"lr": 0.002})
    assert sorted(frames[-1].arrays["out"].tolist()) == [False, True]
    assert frames[-1].step == 6  # the other goes on


def test_initialization_symmetry(monkeypatch: pytest.MonkeyPatch) -> None:
    mode: dict[str, Any] = {"mode": "symmetry", "beginning": "random", "activation": "relu"}
    monkeypatch.setattr("fishlab.labs.initialization_symmetry.SGD", lambda lr: Exploding())
    params, frames = run("initialization", **mode, steps=50)
    check(params, frames, 2, {"lr": 1.0})


class Exploding:
    """An optimizer whose second update overflows; its rate is far beyond the form's."""

    def __init__(self) -> None:
        self.lr = 10.0
        self._updates = 0

    def update(self, params: Any, grads: Any) -> None:
        self.lr = 10.0
        self._updates += 1
        if self._updates == 2:
            params["W1"][:] = np.inf


def test_optimizers_on_digits_and_on_a_surface() -> None:
    params, frames = run(
        "optimizers", surface="digits", steps=8, competitors=("sgd", "adam"), lr_sgd=10.0,
        lr_adam=0.001,
    )  # fmt: skip
    step = int(str(verdict(frames[-1])).split("step ")[1].split(":")[0])
    check(params, frames, step, {"lr_sgd": 1.0})

    params = find_lab("optimizers").preset("diverges").params
    _, frames = run("optimizers", **{n: getattr(params, n) for n in params.specs()})
    gone = [text for text in frames[-1].messages if "ran away" in str(text)]
    assert gone
    for text in gone:
        ((field, value),) = text.fix.items()
        assert value == pytest.approx(getattr(params, field) / 10)


def test_filters_that_learn(broken_adam: None) -> None:
    params, frames = run("cnn", mode="filters", training="short", steps=20, lr=0.01)
    check(params, frames, 4, {"lr": 0.001})
    assert frames[-1].step == 4


def test_learning_from_few_images(broken_adam: None) -> None:
    params, frames = run("depth", mode="few", images=50, steps=3, lr=1e-4)
    assert "The network that sees them as they are diverged at step 3: Conv" in said(frames)
    check(params, frames, 3, {"lr": 1e-5})


def test_a_rate_that_cannot_be_smaller_is_not_advised() -> None:
    params = find_lab("cnn").presets[0].params.replace(lr=1e-5)
    assert slower(params, "lr", 1e-5) == {}
    assert slower(params, "lr", 2e-5) == {"lr": 1e-5}


def test_ones_own_digits(broken_adam: None) -> None:
    for number in range(8):
        add_personal(np.random.default_rng(number).random((28, 28)), number)
    changes: dict[str, Any] = {"mode": "own", "model": "mlp3", "layers": "all", "steps": 20}
    params, frames = run("digits", **changes, lr=0.02)
    check(params, frames, 4, {"lr": 0.002})
    assert "trained" not in frames[-1].arrays  # nobody is to use what is broken


@pytest.mark.parametrize(
    "surface", [{"surface": "typed", "expression": "exp(x0) - x1**3", "lr": 1.0}, {"lr": 10.0}]
)
def test_gradient_descent(surface: dict[str, Any]) -> None:
    params, frames = run("gradients", mode="field", **surface, steps=40)
    assert verdict(frames[-1]).fix["lr"] == params.lr / 10  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("lab", "changes"),
    [
        ("cnn", {"mode": "filters", "training": "recipe", "data": "sample", "epochs": 1}),
        ("depth", {"mode": "scratch", "data": "sample", "epochs": 1}),
    ],
)
def test_a_recipe_that_diverges_says_so_and_is_no_bug(
    lab: str, changes: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def steps(self: Training) -> Any:
        raise DivergedError("step 7: the loss is nan, the parameter W1 is not finite")
        yield

    monkeypatch.setattr(Training, "steps", steps)
    found = find_lab(lab)
    outcome = Run(found, found.presets[0].params.replace(**changes), 0).execute()
    assert outcome.kind == "failed"
    assert outcome.report == ""
    assert str(outcome.reason) == (
        "The recipe has diverged: step 7: the loss is nan, the parameter W1 is not finite. "
        "Try another seed."
    )
