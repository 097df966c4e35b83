"""A network written as ONNX answers in another program as it does here."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from fishlab.cli import main
from fishlab.datasets import load_mnist
from fishlab.engine.weights import WeightsError, load_weights
from fishlab.experiment import onnx_file
from fishlab.experiment.models import MODELS, load_model
from fishlab.experiment.onnx_file import save_onnx


def read_by_another(path, images):
    """The scores of ONNX's own evaluator, after a full check of the file."""
    onnx = pytest.importorskip("onnx")
    from onnx.reference import ReferenceEvaluator

    model = onnx.load(path)
    onnx.checker.check_model(model, full_check=True)
    assert {entry.domain: entry.version for entry in model.opset_import} == {"": 13}
    return ReferenceEvaluator(model).run(["scores"], {"images": images})[0]


def props(path):
    model = pytest.importorskip("onnx").load(path)
    return {entry.key: entry.value for entry in model.metadata_props}


@pytest.fixture
def images():
    return load_mnist(flatten=False, data="sample")[1][0][:20].astype(np.float32)


@pytest.mark.parametrize("name", MODELS)
def test_every_model_gives_the_same_scores_elsewhere(name, images, tmp_path):
    pytest.importorskip("onnx")
    network = load_model(name)
    save_onnx(tmp_path / "w.onnx", network, {"model": name, "seed": 3})
    scores = read_by_another(tmp_path / "w.onnx", images)
    np.testing.assert_allclose(scores, network.predict(images), rtol=1e-4, atol=1e-4)
    assert props(tmp_path / "w.onnx") == {"model": name, "seed": "3"}


def test_any_number_of_digits_goes_in(images, tmp_path):
    pytest.importorskip("onnx")
    save_onnx(tmp_path / "w.onnx", load_model("two_layer"), {})
    assert read_by_another(tmp_path / "w.onnx", images[:1]).shape == (1, 10)


def test_the_shipped_weights_by_command(tmp_path, monkeypatch, capsys, images):
    pytest.importorskip("onnx")
    monkeypatch.chdir(tmp_path)
    assert main(["evaluate", "mlp3", "--data", "sample", "--onnx", "mine.onnx"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "mine.onnx"
    scores = read_by_another("mine.onnx", images)
    np.testing.assert_allclose(scores, load_model("mlp3").predict(images), rtol=1e-4, atol=1e-4)
    told = props("mine.onnx")
    assert told["model"] == "mlp3"
    assert told["command"].startswith("fishlab train mlp3")


def test_weights_just_trained_in_both_ways(tmp_path, monkeypatch, capsys, images):
    pytest.importorskip("onnx")
    monkeypatch.chdir(tmp_path)
    line = "train two_layer --data sample --epochs 1 --out w.npz w.onnx"
    assert main(line.split()) == 0
    assert capsys.readouterr().out.splitlines()[-2:] == ["w.npz", "w.onnx"]
    scores = load_model("two_layer", "w.npz").predict(images)
    np.testing.assert_allclose(read_by_another("w.onnx", images), scores, rtol=1e-4, atol=1e-4)
    assert json.loads(props("w.onnx")["accuracy"]) == load_weights("w.npz").meta["accuracy"]


@pytest.mark.parametrize(
    "line", ["train mlp3 --epochs 9999 --out w.onnx", "evaluate mlp3 --onnx w.onnx"]
)
def test_without_the_package_one_line_says_what_to_install(line, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(onnx_file, "find_spec", lambda name: None)
    assert main(line.split()) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert 'pip install "fishlab[onnx]"' in err
    assert not list(tmp_path.iterdir())


def test_what_cannot_be_written_is_said(tmp_path, monkeypatch, capsys):
    pytest.importorskip("onnx")
    monkeypatch.chdir(tmp_path)
    assert main(["evaluate", "mlp3", "--onnx", "w.npz"]) == 2
    assert "w.npz: name a file that ends in .onnx" in capsys.readouterr().err
    assert main(["evaluate", "mlp3", "--onnx", "no/w.onnx"]) == 2
    assert "there is no folder no" in capsys.readouterr().err
    Path("w.onnx").mkdir()
    with pytest.raises(WeightsError, match=r"w\.onnx: cannot be written"):
        save_onnx("w.onnx", load_model("mlp3"), {})
