"""A run as data: lossless, readable by plain readers, and enough to run it again."""

import csv
import json

import numpy as np
import pytest

from fishlab.experiment import Frame, Run
from fishlab.experiment.export import SavedRunError, write_csv, write_json, write_npz
from fishlab.experiment.opening import read_run

from .labs import EveryKind, Walk, WalkParams


@pytest.fixture
def run():
    run = Run(Walk(), WalkParams(steps=6), seed=5)
    run.execute()
    return run


def test_csv_has_every_scalar_at_full_precision(run, tmp_path):
    write_csv(tmp_path / "walk.csv", run)
    with open(tmp_path / "walk.csv", newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == ["step", "x", "scale", "odd"]
    assert [int(row["step"]) for row in rows] == list(range(6))
    assert [float(row["x"]) for row in rows] == run.history.series("x")[1].tolist()
    assert [row["odd"] for row in rows] == ["", "1.0", "", "3.0", "", "5.0"]


def test_csv_names_the_units_in_its_header(tmp_path):
    class Timed(Walk):
        def run(self, params, rng):
            yield Frame(0, {"milliseconds.loops": 2.5, "loss": 1.0, "step": 3.0})

    run = Run(Timed(), WalkParams())
    run.execute()
    write_csv(tmp_path / "run.csv", run)
    head = "step,milliseconds.loops (ms),loss,step (scalar)"
    assert (tmp_path / "run.csv").read_text(encoding="utf-8") == f"{head}\n0,2.5,1.0,3.0\n"


def test_csv_is_read_by_numpy_as_it_is(run, tmp_path):
    write_csv(tmp_path / "walk.csv", run)
    table = np.genfromtxt(tmp_path / "walk.csv", delimiter=",", names=True)
    assert table["x"].tolist() == run.history.series("x")[1].tolist()
    assert np.isnan(table["odd"][0])


def test_npz_has_the_frames_and_the_scalars(run, tmp_path):
    write_npz(tmp_path / "walk.npz", run)
    with np.load(tmp_path / "walk.npz", allow_pickle=False) as archive:
        positions = archive["frames/position"]
        assert positions.shape == (6, 2)
        assert archive["frames/step"].tolist() == list(range(6))
        assert archive["scalars/odd"].tolist() == [1, 3, 5]
        assert archive["scalars/odd/step"].tolist() == [1, 3, 5]
        meta = json.loads(str(archive["meta"]))
    for frame, position in zip(run.history.frames(), positions, strict=True):
        assert np.array_equal(frame.arrays["position"], position)
    assert (meta["lab"], meta["seed"]) == ("walk", 5)


def test_npz_of_frames_with_differing_shapes(tmp_path):
    class Growing(Walk):
        def run(self, params, rng):
            yield Frame(0, arrays={"trail": np.zeros(1), "map": np.ones((2, 2))})
            yield Frame(10, arrays={"trail": np.zeros(2)})

    run = Run(Growing(), WalkParams())
    run.execute()
    write_npz(tmp_path / "grow.npz", run)
    with np.load(tmp_path / "grow.npz") as archive:
        assert archive["frames/trail/0"].shape == (1,)
        assert archive["frames/trail/10"].shape == (2,)
        assert archive["frames/map/0"].shape == (2, 2)


def test_json_tells_how_to_run_it_again(run, tmp_path):
    path = tmp_path / "walk.json"
    write_json(path, run)
    saved = read_run(path)
    assert (saved.lab, saved.seed) == ("walk", 5)
    again = Run(Walk(), WalkParams.from_json(saved.params), saved.seed)
    again.execute()
    assert again.history.series("x")[1].tolist() == run.history.series("x")[1].tolist()


def test_json_tells_how_it_went(run, tmp_path):
    write_json(tmp_path / "walk.json", run)
    content = json.loads((tmp_path / "walk.json").read_text(encoding="utf-8"))
    assert (content["outcome"], content["frames"], content["step"]) == ("done", 6, 5)
    assert content["scalars"]["odd"] == 5.0
    assert content["scalars"]["x"] == run.history.series("x")[1][-1]
    assert set(content["versions"]) == {"fishlab", "numpy", "python"}


def test_json_records_live_changes(tmp_path):
    run = Run(Walk(), WalkParams())
    run.execute(lambda frame: run.control.update(run.params.replace(scale=2.0 + frame.step)))
    write_json(tmp_path / "walk.json", run)
    changes = json.loads((tmp_path / "walk.json").read_text(encoding="utf-8"))["changes"]
    assert changes[0] == {"step": 0, "scale": 2.0}


def test_a_diverged_scalar_is_null_in_json_and_itself_in_csv(tmp_path):
    class Diverging(Walk):
        def run(self, params, rng):
            yield Frame(0, {"loss": np.inf, "lr": 0.1})

    run = Run(Diverging(), WalkParams())
    run.execute()
    write_json(tmp_path / "run.json", run)
    write_csv(tmp_path / "run.csv", run)
    content = json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))
    assert content["scalars"] == {"loss": None, "lr": 0.1}
    assert (tmp_path / "run.csv").read_text(encoding="utf-8") == "step,loss,lr\n0,inf,0.1\n"


def test_params_of_every_kind_survive_the_file(tmp_path):
    params = EveryKind(curves=("tanh",), points=((1.5, -2.0),), title="鱼", bias=False)
    write_json(tmp_path / "run.json", Run(Walk(), params))
    assert EveryKind.from_json(read_run(tmp_path / "run.json").params) == params


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("{", "it is not JSON"),
        ("[1, 2]", "it is no object of names and values"),
        ('{"lab": "walk"}', "it names no lab and params"),
        ('{"lab": "walk", "params": [], "seed": 1}', "it names no lab and params"),
        ('{"lab": "walk", "params": {}, "seed": -1}', "its seed is no whole number from 0"),
        ('{"lab": "walk", "params": {}, "seed": true}', "its seed is no whole number from 0"),
        ('{"lab": "walk", "params": {}}', "its seed is no whole number from 0"),
        ("[" * 100_000, "it is not JSON"),
    ],
)
def test_a_file_that_is_no_saved_run_is_refused_in_one_line(tmp_path, text, complaint):
    path = tmp_path / "run.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SavedRunError) as caught:
        read_run(path)
    assert str(path) in str(caught.value)
    assert complaint in str(caught.value)
    assert "\n" not in str(caught.value)


def test_bytes_that_are_no_text_are_refused(tmp_path):
    (tmp_path / "run.json").write_bytes(b"\xff\xfe\x00\xd8")
    with pytest.raises(SavedRunError, match="it is not text"):
        read_run(tmp_path / "run.json")


@pytest.mark.parametrize("write", [write_csv, write_npz, write_json])
def test_a_failure_while_writing_leaves_the_old_file_whole(run, tmp_path, write, monkeypatch):
    path = tmp_path / "result"
    path.write_text("precious", encoding="utf-8")

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(OSError, match="No space left"):
        write(path, run)
    assert path.read_text(encoding="utf-8") == "precious"
    assert [entry.name for entry in tmp_path.iterdir()] == ["result"]
