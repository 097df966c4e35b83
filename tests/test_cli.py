"""The command line as a user meets it: what it prints, where, and with which exit status."""

from __future__ import annotations

import csv
import json
import os
import pickle
import re
import signal
import subprocess
import sys
import tomllib
from functools import partial
from importlib import metadata
from itertools import islice
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

import fishlab
from fishlab import paths
from fishlab.cli import main
from fishlab.commands import COMMANDS, doctor
from fishlab.commands.doctor import known_fault, why_qt_failed
from fishlab.commands.qt_libraries import ALWAYS, FOR_X11, remedy
from fishlab.commands.show import check_file
from fishlab.datasets import load_mnist
from fishlab.engine import TwoLayerNet
from fishlab.engine.weights import save_weights
from fishlab.experiment.models import load_model
from fishlab.experiment.own_weights import FILE, own_path
from fishlab.gui import error_log
from fishlab.labs import LABS

ROOT = Path(fishlab.__file__).parents[1]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}


@pytest.fixture
def here(tmp_path, monkeypatch):
    """An empty working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def fishlab_process(*arguments, **options):
    return subprocess.Popen(
        [sys.executable, "-m", "fishlab", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=ENVIRONMENT,
        **options,
    )


# Mistakes


MISTAKES = [
    ("paint", "there is no command 'paint'; known are labs, run, script, reproduce"),
    ("--speed 3", "unrecognized arguments: --speed"),
    ("--lang fr", "argument --lang: invalid choice: 'fr'"),
    ("--size big", "fishlab: argument --size: 'big' is not a size such as 1280x800"),
    ("--size 10x10", "argument --size: 10x10 is outside 640x480 to 7680x4320"),
    ("--seed 3", "--preset and --seed go with --screenshot FILE.png"),
    ("--screenshot window.jpg", "window.jpg: a screenshot is a .png file"),
    ("--screenshot window.png --lab sculpture", "there is no lab 'sculpture'; known are percep"),
    ("--lab sculpture", "there is no lab 'sculpture'; known are perceptron"),
    ("labs --xml", "labs: unrecognized arguments: --xml; see fishlab labs -h"),
    ("run", "run: say first which lab to run: perceptron, activations"),
    ("run --out x.csv perceptron", "run: say first which lab to run: perceptron, activations"),
    ("run perceptron --epochz 3 --out x.csv", "unrecognized arguments: --epochz 3 (--epochs?)"),
    ("optimizers", "there is no command 'optimizers', but a lab: fishlab --lab optimizers"),
    ("trian mlp3", "there is no command 'trian' (train?); known are labs, run"),
    ("run sculpture --out x.csv", "there is no lab 'sculpture'; known are perceptron"),
    ("run perceptron", "run perceptron: the following arguments are required: --out"),
    ("run perceptron --out x", "x: the ending says the format; known are .png, .svg, .pdf"),
    ("run perceptron --out x.doc", "x.doc: the ending says the format; known are .png"),
    ("run perceptron --out no/x.csv", "there is no folder no; make it first"),
    ("run perceptron --preset cook --out x.csv", "perceptron has no preset 'cook'; known are boo"),
    ("run perceptron --seed -1 --out x.csv", "'-1' is not a whole number from 0 to 2147483647"),
    ("run perceptron --seed x --out x.csv", "'x' is not a whole number from 0 to 2147483647"),
    ("run perceptron --speed 1 --out x.csv", "unrecognized arguments: --speed"),
    ("train", "train: the following arguments are required: MODEL"),
    ("train oracle", "invalid choice: 'oracle' (choose from"),
    ("train mlp3 --epochs 0", "'0' is not a whole number from 1 to 10000"),
    ("train mlp3 --out w.pkl", "w.pkl: weights are written as .npz"),
    ("train mlp3 --out no/w.npz", "there is no folder no; make it first"),
    ("evaluate oracle", "invalid choice: 'oracle' (choose from"),
    ("evaluate mlp3 --weights absent.npz", "absent.npz: there is no such file"),
    ("evaluate mlp3 --data no_such_folder", "no_such_folder"),
    ("predict", "predict: the following arguments are required: IMAGE"),
    ("predict absent.png", "absent.png"),
    ("data upload", "invalid choice: 'upload'"),
    ("data download cifar", "invalid choice: 'cifar'"),
    ("doctor --all", "doctor: unrecognized arguments: --all"),
]


@pytest.mark.parametrize(("line", "complaint"), MISTAKES, ids=[line for line, _ in MISTAKES])
def test_a_mistake_gets_one_line_and_exit_status_2(line, complaint, here, capsys):
    assert main(line.split()) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("fishlab: ")
    assert err.count("\n") == 1
    assert complaint in err
    assert list(here.iterdir()) == [], "a mistake writes nothing"


def test_a_parameter_out_of_range_gets_the_field_s_own_sentence(here, capsys):
    name, spec = next((n, s) for n, s in LABS[0].params.specs().items() if s.kind == "float")
    assert main(["run", LABS[0].id, f"--{name}", "1e9", "--out", "x.csv"]) == 2
    assert capsys.readouterr().err == (
        f"fishlab: {name}: 1e+09 is outside the range {spec.minimum:g} to {spec.maximum:g}\n"
    )


def test_files_that_are_no_weights_or_pictures_are_named(here, capsys):
    Path("bad").write_bytes(b"nonsense")
    for line in ("evaluate mlp3 --weights bad", "predict bad"):
        assert main(line.split()) == 2
        err = capsys.readouterr().err
        assert err.startswith("fishlab: bad: ")
        assert err.count("\n") == 1


def test_weights_of_another_network_are_refused(here, capsys):
    np.savez("other.npz", W1=np.zeros((2, 2)))
    assert main(["evaluate", "mlp3", "--weights", "other.npz"]) == 2
    err = capsys.readouterr().err
    assert "other.npz" in err
    assert err.count("\n") == 1


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_without_a_display_the_window_says_so(capsys, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main([]) == 2
    err = capsys.readouterr().err
    assert "there is no display to open a window on" in err
    assert err.count("\n") == 1


# labs


def test_labs_json_has_the_promised_shape(capsys):
    assert main(["labs", "--json"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    labs = json.loads(out)
    assert [lab["id"] for lab in labs] == [lab.id for lab in LABS]
    for lab in labs:
        assert set(lab) == {"id", "title", "chapter", "params", "presets", "animated"}
        assert isinstance(lab["animated"], bool)
        assert lab["presets"][0]["id"] == "book"
        assert all(set(preset) == {"id", "title"} for preset in lab["presets"])
        for param in lab["params"]:
            keys = {"name", "type", "default", "minimum", "maximum", "choices", "live"}
            assert set(param) == keys
            if param["type"] in ("float", "int"):
                assert param["minimum"] <= param["default"] <= param["maximum"]
            if param["type"] == "choice":
                assert param["default"] in param["choices"]


def test_labs_for_people_names_every_option(capsys):
    assert main(["labs"]) == 0
    out = capsys.readouterr().out
    for lab in LABS:
        assert f"{lab.id}: {lab.title}" in out
        for name in lab.params.specs():
            assert f"--{name.replace('_', '-')}" in out


# run


@pytest.mark.parametrize("lab", LABS, ids=lambda lab: lab.id)
def test_every_lab_runs_from_the_command_line(lab, here, capsys):
    assert main(["run", lab.id, "--out", "run.csv", "run.npz", "run.json"]) == 0
    out, err = capsys.readouterr()
    assert out.split() == ["run.csv", "run.npz", "run.json"]
    assert err == "", "no progress bar where there is no terminal"
    with open("run.csv", newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    saved = json.loads(Path("run.json").read_text(encoding="utf-8"))
    assert saved["lab"] == lab.id
    assert saved["outcome"] == "done"
    assert saved["frames"] == len(rows) > 0
    assert saved["params"] == lab.presets[0].params.to_json()
    with np.load("run.npz", allow_pickle=False) as archive:
        assert archive["frames/step"][-1] == saved["step"]


@pytest.fixture
def cut_short(monkeypatch, lab):
    """Return what ends every run of the lab after so many frames."""
    whole = type(lab).run

    def cut(frames):
        def run(self, params, rng):
            yield from islice(whole(self, params, rng), frames)

        monkeypatch.setattr(type(lab), "run", run)

    return cut


@pytest.mark.parametrize("lab", LABS, ids=lambda lab: lab.id)
def test_the_same_seed_gives_the_same_table(lab, here, capsys, cut_short):
    cut_short(12)
    for name in ("one.csv", "two.csv"):
        assert main(["run", lab.id, "--seed", "4", "--out", name]) == 0
    assert Path("one.csv").read_bytes() == Path("two.csv").read_bytes()


@pytest.mark.parametrize("lab", LABS, ids=lambda lab: lab.id)
def test_every_field_is_an_option_in_both_spellings(lab, here, capsys, cut_short):
    """Each field is given its own default, as the lab's help prints it."""
    from fishlab.commands.lab_options import default_text

    cut_short(1)
    for spelling in (lambda name: name, lambda name: name.replace("_", "-")):
        arguments = []
        for name, spec in lab.params.specs().items():
            arguments += [f"--{spelling(name)}", default_text(spec)]
        assert main(["run", lab.id, *arguments, "--out", "run.json"]) == 0, capsys.readouterr().err
        saved = json.loads(Path("run.json").read_text(encoding="utf-8"))
        assert saved["params"] == lab.params().to_json()


@pytest.mark.parametrize("lab", LABS, ids=lambda lab: lab.id)
def test_the_help_of_a_lab_names_ranges_and_presets(lab, capsys):
    assert main(["run", lab.id, "-h"]) == 0
    out = capsys.readouterr().out
    for preset in lab.presets:
        assert preset.id in out
    for name, spec in lab.params.specs().items():
        assert f"--{name}" in out
        if spec.kind == "float":
            assert f"{spec.minimum:g} to {spec.maximum:g}" in " ".join(out.split())


def test_negative_numbers_are_values_not_options(here, capsys):
    lab = next(lab for lab in LABS if lab.id == "perceptron")
    names = [n for n, s in lab.params.specs().items() if s.kind == "float" and s.minimum < 0]
    assert main(["run", "perceptron", f"--{names[0]}", "-5e-1", "--out", "run.json"]) == 0
    saved = json.loads(Path("run.json").read_text(encoding="utf-8"))
    assert saved["params"][names[0]] == -0.5


@pytest.mark.parametrize("lab", LABS, ids=lambda lab: lab.id)
def test_presets_are_taken(lab, here, capsys, cut_short):
    cut_short(1)
    for preset in lab.presets:
        assert main(["run", lab.id, "--preset", preset.id, "--out", "run.json"]) == 0
        saved = json.loads(Path("run.json").read_text(encoding="utf-8"))
        assert saved["params"] == preset.params.to_json()
        assert saved["seed"] == preset.seed


def test_a_script_is_printed_or_written_and_runs(here, capsys):
    assert main(["script", "gradients", "--preset", "losses"]) == 0
    printed = capsys.readouterr().out
    assert "from fishlab.engine import" in printed
    assert main(["script", "gradients", "--preset", "losses", "--out", "loss.py"]) == 0
    assert Path("loss.py").read_text(encoding="utf-8") == printed
    done = subprocess.run(
        [sys.executable, "loss.py"], capture_output=True, text=True, env=ENVIRONMENT, check=True
    )
    numbers = dict(line.split() for line in done.stdout.splitlines())
    assert main(["run", "gradients", "--preset", "losses", "--out", "run.json"]) == 0
    scalars = json.loads(Path("run.json").read_text(encoding="utf-8"))["scalars"]
    assert {name: float(number) for name, number in numbers.items()} == scalars


def test_a_run_without_a_script_says_so(here, capsys):
    nowhere = ["--surface", "typed", "--expression", "log(x)", "--x0", "-1"]
    assert main(["script", "optimizers", *nowhere]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("fishlab: f is not defined at the start (-1, 2)")
    assert main(["script", "gradients", "--out", "loss.txt"]) == 2
    assert "a script is a .py file" in capsys.readouterr().err


# train, evaluate, predict


@pytest.fixture
def few_digits(tmp_path, monkeypatch):
    """A folder with 300 training and 100 test digits in MNIST's own format."""
    from fishlab.datasets import load_mnist

    folder = tmp_path / "few"
    folder.mkdir()
    parts = load_mnist(normalize=False, flatten=False, data="sample")
    for prefix, (images, labels), count in zip(("train", "t10k"), parts, (300, 100), strict=True):
        pixels = np.asarray(images[:count], np.uint8).reshape(count, 28, 28)
        head = b"\0\0\x08\x03" + np.array([count, 28, 28], ">i4").tobytes()
        (folder / f"{prefix}-images-idx3-ubyte").write_bytes(head + pixels.tobytes())
        head = b"\0\0\x08\x01" + np.array([count], ">i4").tobytes()
        (folder / f"{prefix}-labels-idx1-ubyte").write_bytes(
            head + np.asarray(labels[:count], np.uint8).tobytes()
        )
    return folder


def test_train_then_evaluate_gives_the_accuracy_that_training_printed(few_digits, here, capsys):
    line = f"train two_layer --data {few_digits} --epochs 2 --seed 3 --out w.npz"
    assert main(line.split()) == 0
    out, err = capsys.readouterr()
    assert [text.split(":")[0] for text in err.splitlines()] == ["epoch 1", "epoch 2"]
    assert out.endswith("w.npz\n")
    assert main(f"evaluate two_layer --weights w.npz --data {few_digits} --json".split()) == 0
    result = json.loads(capsys.readouterr().out)
    assert set(result) == {"model", "data", "accuracy", "correct", "total"}
    assert result["total"] == 100
    assert f"({result['correct']} of 100)" in out


def test_training_with_a_seed_can_be_repeated(few_digits, here, capsys):
    for name in ("a.npz", "b.npz"):
        line = f"train two_layer --data {few_digits} --epochs 1 --seed 5 --out {name}"
        assert main(line.split()) == 0
    with np.load("a.npz") as a, np.load("b.npz") as b:
        for name in a.files:
            assert np.array_equal(a[name], b[name]), name


def test_train_does_not_overwrite_a_file_that_was_not_named(here, capsys):
    Path("mlp3.npz").write_text("precious", encoding="utf-8")
    assert main(["train", "mlp3"]) == 2
    assert "mlp3.npz is already here; name the new weights with --out" in capsys.readouterr().err
    assert Path("mlp3.npz").read_text(encoding="utf-8") == "precious"


BOOK_FILES = {  # the shapes in the book's own files (3.6.2, 7.5, 8.1)
    "mlp3": {"W1": (784, 50), "W2": (50, 100), "W3": (100, 10), "b1": 50, "b2": 100, "b3": 10},
    "simple_convnet": {
        **{"W1": (30, 1, 5, 5), "W2": (4320, 100), "W3": (100, 10)},
        **{"b1": 30, "b2": 100, "b3": 10},
    },
    "deep_convnet": {
        **{"W1": (16, 1, 3, 3), "W2": (16, 16, 3, 3), "W3": (32, 16, 3, 3), "W4": (32, 32, 3, 3)},
        **{"W5": (64, 32, 3, 3), "W6": (64, 64, 3, 3), "W7": (1024, 50), "W8": (50, 10)},
        **{"b1": 16, "b2": 16, "b3": 32, "b4": 32, "b5": 64, "b6": 64, "b7": 50, "b8": 10},
    },
}


@pytest.mark.parametrize("model", BOOK_FILES)
def test_evaluate_reads_the_book_s_own_files(model, few_digits, here, capsys):
    rng = np.random.default_rng(0)
    arrays = {name: 0.1 * rng.normal(size=shape) for name, shape in BOOK_FILES[model].items()}
    Path("params.pkl").write_bytes(pickle.dumps(arrays))
    assert main(f"evaluate {model} --weights params.pkl --data {few_digits} --json".split()) == 0
    assert json.loads(capsys.readouterr().out)["total"] == 100


def test_a_pickle_that_runs_code_is_refused(here, capsys):
    class Harmful:
        def __reduce__(self):
            return Path.touch, (Path("harm"),)

    Path("params.pkl").write_bytes(pickle.dumps({"W1": Harmful()}))
    assert main(["evaluate", "mlp3", "--weights", "params.pkl"]) == 2
    err = capsys.readouterr().err
    assert err.startswith("fishlab: params.pkl: ")
    assert err.count("\n") == 1
    assert not Path("harm").exists()


def test_evaluate_on_the_bundled_digits(capsys):
    assert main(["evaluate", "mlp3", "--data", "sample", "--json"]) == 0
    out, err = capsys.readouterr()
    result = json.loads(out)
    assert err == ""
    assert (result["model"], result["data"], result["total"]) == ("mlp3", "sample", 1000)
    assert result["accuracy"] == pytest.approx(result["correct"] / 1000)
    assert result["accuracy"] > 0.95


@pytest.fixture
def pictures(here):
    """Digits of the sample as pictures: dark on light and light on dark, small and large."""
    from fishlab.datasets import load_mnist

    _, (images, labels) = load_mnist(normalize=False, flatten=False, data="sample")
    chosen = [int(np.flatnonzero(labels == digit)[0]) for digit in range(10)]
    for digit, index in enumerate(chosen):
        light = Image.fromarray(np.asarray(images[index], np.uint8).reshape(28, 28))
        light.save(f"{digit}-light.png")
        dark = light.point(lambda value: 255 - value)
        dark.resize((400, 400), Image.Resampling.BICUBIC).save(f"{digit}-dark.jpg")
    return sorted(path.name for path in here.iterdir())


def test_predict_reads_pictures_of_either_polarity_and_any_size(pictures, capsys):
    assert main(["predict", *pictures, "--json"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    answers = json.loads(out)
    assert [answer["path"] for answer in answers] == pictures
    for answer in answers:
        assert set(answer) == {"path", "digit", "probabilities"}
        assert sum(answer["probabilities"]) == pytest.approx(1, abs=1e-5)
        assert answer["digit"] == int(np.argmax(answer["probabilities"]))
    right = sum(answer["digit"] == int(answer["path"][0]) for answer in answers)
    assert right >= 19


def test_predict_for_people_has_a_line_a_picture(pictures, capsys):
    assert main(["predict", pictures[0], pictures[1], "--model", "mlp3"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[-1] for line in lines] == pictures[:2]
    assert all(line.split()[1].endswith("%") for line in lines)


def test_one_bad_picture_stops_the_command_before_anything_is_printed(pictures, capsys):
    assert main(["predict", pictures[0], "absent.png", "--json"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "absent.png" in err


# data, doctor, window


def test_data_tells_what_is_at_hand(capsys, monkeypatch):
    monkeypatch.delenv("FISHLAB_DATA", raising=False)
    assert main(["data"]) == 0
    out = capsys.readouterr().out
    assert "sample" in out
    assert "5,000" in out
    assert "fishlab data download mnist" in out
    assert "own     0 digits that you have drawn or added" in out


def test_a_file_of_weights_is_taken_into_use_in_the_labs(here, capsys):
    params = load_model("simple_convnet").params
    params["b3"][...] = 100.0 * (np.arange(10) == 3)
    save_weights("mine.npz", dict(params), {})
    assert main(["data", "weights", "mine.npz"]) == 0
    assert capsys.readouterr().out.startswith("simple_convnet  ")
    assert main(["data"]) == 0
    assert "simple_convnet  weights from a file of yours, in " in capsys.readouterr().out
    run = "run cnn --mode maps --network_weights file --out run.json"
    assert main(run.split()) == 0
    final = json.loads(Path("run.json").read_text(encoding="utf-8"))["scalars"]
    assert final["digit"] == 3


def test_weights_that_cannot_be_kept_are_told(here, capsys, monkeypatch):
    def refused(path):
        raise PermissionError(13, "Permission denied", "data")

    monkeypatch.setattr("fishlab.commands.data.adopt_weights", refused)
    assert main(["data", "weights", "mine.npz"]) == 2
    assert capsys.readouterr().err == "fishlab: data: Permission denied\n"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("data weights", "say which file: fishlab data weights W.npz"),
        ("data weights absent.npz", "absent.npz: there is no such file"),
        ("data weights other.npz", "other.npz: not the weights of one of mlp3, two_layer"),
    ],
)
def test_weights_of_no_use_are_told(here, capsys, line, said):
    save_weights("other.npz", {"W1": np.zeros((3, 3))}, {})
    assert main(line.split()) == 2
    out, err = capsys.readouterr()
    assert said in err
    assert (out, err.count("\n")) == ("", 1)


def test_doctor_reports_versions_and_finds_nothing_wrong_here(capsys):
    code = main(["doctor"])
    out = capsys.readouterr().out
    for word in ("python", "numpy", "PySide6-Essentials", "pyqtgraph", "window", "sample", "mlp3"):
        assert word in out
    assert f"{paths.error_log()} (nothing has gone wrong so far)" in out
    assert code == 0, out


@pytest.fixture(scope="module")
def found_qt():
    return doctor.probe(os.environ)


@pytest.fixture
def probed(monkeypatch, found_qt):
    """The doctor's look at Qt, which starts a process, has been done already."""
    monkeypatch.setattr(doctor, "probe", lambda environment: found_qt)


@pytest.mark.usefixtures("probed")
def test_doctor_names_the_log_of_what_went_wrong(capsys):
    error_log.record("the report")
    assert main(["doctor"]) == 0
    assert f"{paths.error_log()} (" in capsys.readouterr().out
    assert "the report" in paths.error_log().read_text(encoding="utf-8")


def test_version_and_help(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"FishLab {fishlab.__version__}\n"
    assert main(["--help"]) == 0
    out = capsys.readouterr().out
    assert all(f"  {name} " in out for name in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command, capsys):
    assert main([command, "--help"]) == 0
    assert f"fishlab {command}" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["run", "script"])
def test_the_usage_of_a_command_about_a_lab_says_so(command, capsys):
    assert main([command, "-h"]) == 0
    assert f"usage: fishlab {command} LAB [options]" in capsys.readouterr().out


# As a process


def without_display(*arguments, cwd):
    """Run fishlab as on a server: no display, and Qt not told to do without one."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in ENVIRONMENT.items() if name not in hidden}
    return subprocess.run(
        [sys.executable, "-m", "fishlab", *arguments],
        capture_output=True,
        text=True,
        env=environment,
        cwd=cwd,
        check=False,
    )


def test_pictures_and_data_of_one_run_need_no_display(tmp_path):
    names = ["run.png", "run.svg", "run.pdf", "run.csv"]
    line = ["run", "activations", "--size", "900x600", "--theme", "dark", "--out", *names]
    ended = without_display(*line, cwd=tmp_path)
    assert ended.returncode == 0, ended.stderr
    assert ended.stderr == ""
    assert ended.stdout.split() == names
    with Image.open(tmp_path / "run.png") as picture:
        assert picture.size == (900, 600)
        assert len(picture.convert("RGB").getcolors(1_000_000)) > 20, "an empty picture"
    assert "<svg" in (tmp_path / "run.svg").read_text(encoding="utf-8")
    assert (tmp_path / "run.pdf").read_bytes().startswith(b"%PDF-")
    assert (tmp_path / "run.csv").read_text(encoding="utf-8").startswith("step,")


def test_a_screenshot_shows_the_window_that_was_asked_for(tmp_path):
    line = ["--screenshot", "window.png", "--lab", "activations", "--lang", "zh_CN"]
    ended = without_display(*line, "--theme", "dark", "--size", "1300x820", cwd=tmp_path)
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout == "window.png\n"
    with Image.open(tmp_path / "window.png") as picture:
        assert picture.size == (1300, 820)
        corner = picture.convert("L").getpixel((5, 400))
    assert corner < 100, "dark was asked for"


def test_the_three_names_are_one_program():
    for start in (["-m", "fishlab"], [str(ROOT / "main.py")]):
        ended = subprocess.run(
            [sys.executable, *start, "--version"],
            capture_output=True,
            text=True,
            env=ENVIRONMENT,
            check=True,
        )
        assert ended.stdout == f"FishLab {fishlab.__version__}\n"


def test_a_reader_that_goes_away_is_no_error(tmp_path):
    process = fishlab_process("labs", cwd=tmp_path)
    process.stdout.close()
    assert process.stderr.read() == ""
    process.stderr.close()
    assert process.wait(30) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_ctrl_c_ends_a_training_with_130_and_one_line(tmp_path):
    process = fishlab_process(
        "train", "two_layer", "--data", "sample", "--epochs", "9999", cwd=tmp_path
    )
    assert process.stderr.readline().startswith("epoch 1: ")
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert process.returncode == 130, err
    assert out == ""
    assert err.splitlines()[-1] == "fishlab: interrupted"
    assert "Traceback" not in err
    assert list(tmp_path.iterdir()) == []


def test_no_lab_uses_a_name_that_run_needs_itself():
    own = {"preset", "seed", "out", "size", "theme", "lang", "help", "json", "frames", "fps"}
    for lab in LABS:
        assert not own & set(lab.params.specs())


# The doctor's knowledge


@pytest.mark.parametrize(
    ("version", "word"),
    [
        ("6.12.0", "crash"),
        ("6.12.1", "crash"),
        ("7.0", "crash"),
        ("6.11.0", "layouts"),
        ("6.11.1", "layouts"),
        ("6.7.3", "older"),
    ],
)
def test_the_doctor_knows_versions_of_qt_that_do_not_work(version, word):
    assert word in known_fault(version, (3, 11))


@pytest.mark.parametrize("version", ["6.8.3", "6.9.3", "6.10.3", "6.11.3"])
def test_the_doctor_has_nothing_against_versions_that_work(version):
    assert known_fault(version, (3, 11)) == ""


@pytest.mark.usefixtures("probed")
def test_the_doctor_warns_of_the_qt_that_is_installed(capsys, monkeypatch):
    real = metadata.version
    monkeypatch.setattr(
        metadata, "version", lambda name: "6.11.1" if "PySide" in name else real(name)
    )
    assert main(["doctor"]) == 1
    out = capsys.readouterr().out
    assert "BAD   PySide6-Essentials" in out
    assert 'pip install "PySide6-Essentials==6.11.3"' in out


@pytest.mark.usefixtures("probed")
def test_the_doctor_says_of_a_newer_qt_that_nobody_has_tried_it(capsys, monkeypatch):
    """From Python 3.12 on the fault of 6.12.0 does no harm."""
    assert known_fault("6.13.0", (3, 12)) == ""
    real = metadata.version
    monkeypatch.setattr(
        metadata, "version", lambda name: "6.13.0" if "PySide" in name else real(name)
    )
    monkeypatch.setattr(doctor, "known_fault", partial(known_fault, python=(3, 12)))
    assert main(["doctor"]) == 0
    assert re.search(r"note  PySide6-Essentials .*newer than was tried", capsys.readouterr().out)


@pytest.mark.usefixtures("probed")
def test_the_doctor_lists_licences_as_the_notes_do(capsys):
    assert main(["doctor"]) == 0
    out = capsys.readouterr().out
    notes = (ROOT / "LICENSES.md").read_text(encoding="utf-8")
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    for requirement in wanted["project"]["dependencies"]:
        name, bounds = re.fullmatch(r"([\w-]+)(.*)", requirement).groups()
        (row,) = [line for line in notes.splitlines() if line.startswith(f"| [{name}]")]
        assert f"`{bounds}`" in row
        (line,) = [line for line in out.splitlines() if f"  {name} " in line]
        declared = line.split(", ", 1)[1]
        assert re.split(r"[ (]", row.split("|")[3].strip())[0] in declared
    assert "licence not declared" not in out


def test_the_doctor_tells_which_package_brings_a_missing_library(monkeypatch):
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    assert remedy(["libEGL.so.1", "libxcb-cursor.so.0"]) == (
        "sudo apt-get install libegl1 libxcb-cursor0"
    )
    monkeypatch.setattr("shutil.which", lambda name: None if name == "apt-get" else "/usr/bin/dnf")
    assert remedy(["libEGL.so.1"]) == "sudo dnf install libglvnd-egl"


def test_the_doctor_explains_a_qt_that_did_not_start():
    stderr = "Traceback\n  File x\nImportError: libEGL.so.1: cannot open shared object file\n"
    assert why_qt_failed(stderr).startswith("ImportError: libEGL.so.1: cannot open shared object")
    stderr = "qt.qpa.xcb: could not connect to display\nAborted\n"
    assert why_qt_failed(stderr).startswith("qt.qpa.xcb: could not connect to display")


def test_the_readme_installs_every_library_that_the_doctor_asks_for():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for packages in (*ALWAYS.values(), *FOR_X11.values()):
        assert f" {packages.apt} " in readme
        assert f" {packages.dnf} " in readme


# Files to open


def classroom(folder, **content):
    path = folder / "class.fishlab"
    start = {"format": "fishlab-classroom", "version": 1, "lab": "gradients"}
    path.write_text(json.dumps(start | content), encoding="utf-8")
    return path


@pytest.mark.parametrize(("name", "lab"), [("class.fishlab", "gradients"), ("x.csv", "perceptron")])
def test_a_file_opens_the_window_of_its_lab(here, name, lab):
    classroom(here, note="Look at the slope.")
    (here / "x.csv").write_text("0,0,0\n1,1,1\n")
    home = here / "home"
    (home / "config").mkdir(parents=True)
    settings = home / "config" / "fishlab.ini"
    settings.write_text("[General]\ntab=cnn\n")
    closing = {**ENVIRONMENT, "FISHLAB_CLOSE_AFTER": "0.1", "FISHLAB_HOME": str(home)}
    command = [sys.executable, "-m", "fishlab", name]
    done = subprocess.run(command, env=closing, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert f"tab={lab}\n" in settings.read_text(encoding="utf-8")


def test_weights_and_a_picture_of_a_digit_may_be_opened(here):
    save_weights("w.npz", dict(TwoLayerNet(784, 50, 10).params), {})
    Image.fromarray(load_mnist(flatten=False)[0][0][0, 0] * 255).convert("L").save("photo.png")
    for name in ("w.npz", "photo.png"):
        check_file(Path(name))
    assert not own_path("two_layer", FILE).exists(), "adopted before the window took them"


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ({"format": "recipe"}, "class.fishlab: not a classroom file"),
        ({"lab": "zoo"}, "class.fishlab: there is no lab named zoo"),
        ({"controls": ["wings"]}, "class.fishlab: gradients has no control named wings"),
        ({"params": {"wings": 2}}, "class.fishlab: gradients has no parameter named wings"),
    ],
)
def test_a_wrong_classroom_file_is_one_line(here, capsys, content, complaint):
    classroom(here, **content)
    assert main(["class.fishlab"]) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert complaint in error


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["gone.json"], "gone.json: No such file"),
        (["gone.fishlab"], "gone.fishlab: No such file"),
        (["notes.md"], "the window opens a run (.json .png"),
        (["points.csv"], "points.csv, line 2: three numbers x1, x2 and label were expected"),
        (["photo.png"], "photo.png: not a picture that can be read"),
        (["gone.csv"], "gone.csv: cannot be read (No such file"),
        (["w.npz"], "w.npz: not"),
        (["--lang", "en", "empty.json"], "empty.json: not a saved run"),
        (["--lab", "cnn", "empty.json"], "leave --lab away"),
        (["--screenshot", "a.png", "empty.json"], "leave empty.json away"),
    ],
)
def test_a_file_that_cannot_be_opened_is_one_line(here, capsys, arguments, complaint):
    for name in ("notes.md", "photo.png", "w.npz"):
        (here / name).write_text("fish")
    (here / "points.csv").write_text("x1,x2,label\n0,0\n")
    (here / "empty.json").write_text("{}")
    assert main(arguments) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert complaint in error
