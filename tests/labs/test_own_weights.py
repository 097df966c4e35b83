"""The reader's own weights, in every lab that uses a model: seen, told, and in the script."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from fishlab.engine.weights import WeightsError, save_weights
from fishlab.experiment import Frame, Lab, Params, Run
from fishlab.experiment.models import MODELS, load_model
from fishlab.experiment.own_weights import (
    FILE,
    OWN,
    SHIPPED,
    WEIGHT_CHOICES,
    adopt_weights,
    keep_weights,
    kept_weights,
    loaded,
)
from fishlab.labs import LABS
from fishlab.labs.cnn import Cnn
from fishlab.labs.depth import Depth
from fishlab.labs.digits import Digits
from fishlab.labs.forward import Forward

from .scripts import check

LAB = {"cnn": Cnn(), "depth": Depth(), "digits": Digits(), "forward": Forward()}
STROKES = ((0, 140, 40, 20, 0), (0, 140, 240, 20, 0))
USES = {
    "maps": ("cnn", {"mode": "maps"}),
    "first": ("cnn", {"mode": "maps", "show": "first"}),
    "saliency": ("cnn", {"mode": "saliency"}),
    "augment": ("depth", {"mode": "augment", "model": "simple_convnet"}),
    "half": ("depth", {"mode": "half", "model": "simple_convnet"}),
    "batch": ("forward", {"mode": "batch"}),
    "draw": ("digits", {"mode": "draw", "model": "mlp3", "strokes": STROKES}),
    "test": ("digits", {"mode": "test", "model": "mlp3"}),
    "confusion": ("digits", {"mode": "confusion", "model": "mlp3"}),
}


def params_of(use: str, weights: str = SHIPPED) -> tuple[Lab, Params]:
    name, changes = USES[use]
    lab = LAB[name]
    (field,) = [n for n, s in lab.params.specs().items() if s.choices == WEIGHT_CHOICES]
    return lab, lab.params().replace(**changes, **{field: weights})


def last(use: str, weights: str) -> Frame:
    lab, params = params_of(use, weights)
    run = Run(lab, params)
    outcome = run.execute()
    assert outcome.kind == "done", outcome
    assert run.history.last is not None
    return run.history.last


def mine(model: str) -> np.ndarray:
    """Parameters in one vector, of a network that reads unlike the shipped one."""
    params = load_model(model).params
    params.flat[...] += np.random.default_rng(1).normal(0, 0.3, params.flat.shape)
    return params.flat


def file_of(model: str, path: Path) -> Path:
    network = load_model(model)
    network.params.flat[...] = mine(model)
    save_weights(path, dict(network.params), {"data": "mine"})
    return path


@pytest.mark.parametrize("use", USES)
def test_a_file_of_weights_is_taken_by_the_picture_that_is_open(use: str) -> None:
    lab, params = params_of(use)
    model = {"maps": "deep_convnet", "first": "simple_convnet", "batch": "mlp3"}.get(use)
    settings = lab.with_weights(params, model or "simple_convnet")
    assert settings is not None
    taken = params.replace(**settings)
    assert FILE in {
        getattr(taken, name) for name in ("weights", "network_weights") if name in settings
    }
    changed = {name for name in settings if getattr(params, name) != getattr(taken, name)}
    assert all(taken.shows(name) for name in changed), changed


@pytest.mark.parametrize(
    ("name", "changes", "model"),
    [
        ("cnn", {"mode": "filters"}, "simple_convnet"),
        ("cnn", {"mode": "maps"}, "mlp3"),
        ("cnn", {"mode": "maps", "show": "first"}, "deep_convnet"),
        ("depth", {"mode": "stack"}, "deep_convnet"),
        ("depth", {"mode": "half"}, "two_layer"),
        ("forward", {"mode": "batch"}, "two_layer"),
        ("forward", {"mode": "matrix"}, "mlp3"),
    ],
)
def test_a_file_of_weights_that_a_picture_cannot_use(
    name: str, changes: dict[str, str], model: str
) -> None:
    assert LAB[name].with_weights(LAB[name].params().replace(**changes), model) is None


def test_every_choice_of_a_trained_network_has_its_weights_beside_it() -> None:
    """backprop and training build networks of their own and train them: no weights there."""
    with_weights = {
        lab.id
        for lab in LABS
        if any(spec.choices == WEIGHT_CHOICES for spec in lab.params.specs().values())
    }
    assert with_weights == set(LAB)


@pytest.mark.parametrize(("use", "kind"), [*((use, FILE) for use in USES), ("maps", OWN)])
def test_own_weights_are_used_where_they_are_chosen(use: str, kind: str) -> None:
    shipped = last(use, SHIPPED)
    stand_in = last(use, kind)
    assert stand_in.scalars == shipped.scalars
    assert "the shipped weights stand in" in str(stand_in.messages[0])
    for model in ("mlp3", "simple_convnet"):
        keep_weights(model, kind, mine(model), {})
    own = last(use, kind)
    assert own.scalars != shipped.scalars
    assert not any("stand in" in str(said) for said in own.messages)
    assert last(use, SHIPPED).scalars == shipped.scalars


@pytest.mark.parametrize("name", LAB)
def test_the_script_computes_with_the_same_weights(name: str, tmp_path: Path) -> None:
    for model in ("mlp3", "simple_convnet"):
        adopt_weights(file_of(model, tmp_path / f"{model}.npz"))
    runs = {use: params_of(use, FILE)[1] for use, (lab, _) in USES.items() if lab == name}
    check(LAB[name], runs)


def test_the_two_kinds_do_not_touch_each_other(tmp_path: Path) -> None:
    trained = load_model("two_layer").params.flat + 0.5
    keep_weights("two_layer", OWN, trained, {"data": "own digits"})
    assert adopt_weights(file_of("two_layer", tmp_path / "two.npz")) == "two_layer"
    np.testing.assert_array_equal(loaded("two_layer", OWN).network.params.flat, trained)
    np.testing.assert_array_equal(loaded("two_layer", FILE).network.params.flat, mine("two_layer"))


def test_weights_that_change_are_loaded_anew(tmp_path: Path) -> None:
    adopt_weights(file_of("two_layer", tmp_path / "two.npz"))
    first = loaded("two_layer", FILE)
    assert loaded("two_layer", FILE) is first
    keep_weights("two_layer", FILE, first.network.params.flat + 1, {})
    second = loaded("two_layer", FILE)
    assert second.key != first.key
    assert not np.array_equal(second.network.params.flat, first.network.params.flat)


def test_weights_of_no_model_are_refused_and_nothing_is_kept(tmp_path: Path) -> None:
    save_weights(tmp_path / "other.npz", {"W1": np.zeros((3, 3))})
    with pytest.raises(WeightsError, match="not the weights of one of mlp3, two_layer"):
        adopt_weights(tmp_path / "other.npz")
    assert all(kept_weights(model, FILE) is None for model in MODELS)


def test_a_kept_file_that_is_damaged_is_told_in_one_sentence() -> None:
    keep_weights("simple_convnet", FILE, mine("simple_convnet"), {})
    path = kept_weights("simple_convnet", FILE)
    assert path is not None
    path.write_bytes(path.read_bytes()[:1000])
    lab, params = params_of("maps", FILE)
    outcome = Run(lab, params).execute()
    assert outcome.kind == "failed"
    assert str(outcome.reason).startswith("The network cannot be loaded: ")
