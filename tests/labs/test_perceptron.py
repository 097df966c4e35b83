"""The perceptron lab: gates, learning that settles or never will, the space of weights, layers."""

from itertools import permutations

import numpy as np
import pytest

from fishlab.experiment import ParamsError, Run
from fishlab.labs.perceptron import CORNERS, PerceptronLab
from fishlab.labs.perceptron_params import SPAN, TABLES, PerceptronParams
from fishlab.labs.perceptron_separable import separable

LAB = PerceptronLab()


def run(**changes):
    finished = Run(LAB, PerceptronParams(**changes), seed=0)
    assert finished.execute().kind == "done"
    return finished


def last(**changes):
    return run(**changes).history.last


def said(frame):
    return " ".join(str(message) for message in frame.messages)


@pytest.mark.parametrize("preset", LAB.presets, ids=lambda preset: preset.id)
def test_every_preset_runs_and_says_something(preset):
    finished = Run(LAB, preset.params, preset.seed)
    assert finished.execute().kind == "done"
    assert said(finished.history.last)


@pytest.mark.parametrize("preset", ["book", "nand", "or"])
def test_the_books_weights_make_the_gates(preset):
    frame = last(**LAB.preset(preset).params.to_json())
    assert frame.scalars["wrong"] == 0
    assert "all four outputs are right" in said(frame)


def test_wrong_places_and_the_gate_that_it_is_are_named():
    frame = last(gate="AND", w1=0.5, w2=0.5, b=-0.2)
    assert frame.scalars["wrong"] == 2
    assert "wrong at (0, 1), (1, 0)" in said(frame)
    assert "It is OR" in said(frame)


@pytest.mark.parametrize("gate", ["AND", "NAND", "OR"])
def test_a_separable_gate_is_learned_and_the_run_ends_by_itself(gate):
    finished = run(mode="learn", gate=gate, w1=0.0, w2=0.0, b=0.0, epochs=50)
    frame = finished.history.last
    assert "Learned" in said(frame)
    assert frame.arrays["outputs"].tolist() == list(TABLES[gate])
    assert frame.arrays["errors"][-1] == 0
    assert len(finished.history) < 50 * 4


def test_xor_never_settles_and_the_lab_says_why():
    frame = last(mode="learn", gate="XOR", w1=0.0, w2=0.0, b=0.0, epochs=100)
    assert "does not settle" in said(frame)
    assert "no line can do both" in said(frame)
    assert len(frame.arrays["errors"]) == 100
    assert frame.arrays["errors"].min() > 0


def test_the_weights_that_are_said_to_come_back_do():
    history = run(mode="learn", gate="XOR", w1=0.0, w2=0.0, b=0.0).history
    rows = [scalars for _, scalars in history.table()]
    ends = [tuple(np.round([r["w1"], r["w2"], r["b"]], 9)) for r in rows[::4]]
    frame = next(f for f in history.frames() if "does not settle" in said(f))
    told = next(m.values for m in frame.messages if "before" in m.values)
    assert ends[told["epoch"]] == ends[told["before"]]


def test_another_order_depends_on_the_seed_only():
    params = PerceptronParams(mode="learn", shuffle=True, w1=0.0, w2=0.0, b=0.0)
    runs = [Run(LAB, params, seed) for seed in (1, 1, 2)]
    for one in runs:
        one.execute()
    tables = [list(one.history.table()) for one in runs]
    assert tables[0] == tables[1]
    assert tables[0] != tables[2]


def test_the_learning_rate_is_live():
    params = PerceptronParams(mode="learn", gate="XOR", w1=0.0, w2=0.0, b=0.0)
    one = Run(LAB, params)
    one.execute(
        lambda f: one.control.update(params.replace(learning_rate=1.0)) if f.step == 8 else None
    )
    assert one.history.changes == ((8, {"learning_rate": 1.0}),)
    biases = one.history.series("b")[1]
    moved = np.abs(np.diff(biases))
    assert set(np.round(moved[:8], 9)) <= {0.0, 0.1}
    assert set(np.round(moved[8:], 9)) <= {0.0, 1.0}


@pytest.mark.parametrize("gate", ["AND", "NAND", "OR"])
def test_the_region_is_where_the_gate_is(gate):
    b = {"AND": -0.7, "NAND": 0.7, "OR": -0.2}[gate]
    region = last(mode="weights", gate=gate, b=b).arrays["region"]
    axis = np.linspace(-SPAN, SPAN, len(region))
    rng = np.random.default_rng(0)
    for row, column in rng.integers(0, len(region), (200, 2)):
        frame = last(gate=gate, w1=float(axis[column]), w2=float(axis[row]), b=b)
        assert bool(region[row, column]) == (frame.scalars["wrong"] == 0)


@pytest.mark.parametrize("b", np.linspace(-SPAN, SPAN, 9))
def test_xors_region_is_empty_for_every_b(b):
    frame = last(mode="weights", gate="XOR", b=float(b))
    assert frame.scalars["share"] == 0
    assert not frame.arrays["region"].any()
    assert "the same for every b" in said(frame)
    assert "XOR wants b ≤ 0" in said(frame)


def test_stacked_it_works_and_the_points_become_separable():
    frame = last(mode="stack")
    assert frame.arrays["outputs"].tolist() == list(TABLES["XOR"])
    first = frame.arrays["first"]
    w1, w2, b = frame.arrays["lines"][2]
    assert ((first @ (w1, w2) + b > 0) == frame.arrays["targets"]).all()
    assert (first[1] == first[2]).all()


def test_the_half_adder():
    results = last(mode="adder").arrays["results"]
    assert results.tolist() == [[0, 0], [1, 0], [1, 0], [0, 1]]


def test_own_points_and_own_tables():
    frame = last(gate="points", w1=1.0, w2=0.0, b=-0.5, points=((1, 0, 1), (0, 0, 0)))
    assert "separates all 2 points" in said(frame)
    assert "no points" in said(last(gate="points"))
    assert "no points" in said(last(mode="learn", gate="points"))
    assert last(gate="own", truth="1000", w1=-0.5, w2=-0.5, b=0.2).scalars["wrong"] == 0
    with pytest.raises(ParamsError, match="four digits"):
        PerceptronParams(truth="012")


@pytest.mark.parametrize("rate", [0.1, 0.07, 0.3])
@pytest.mark.parametrize("gate", ["AND", "NAND", "OR", "XOR"])
def test_no_sum_is_rounding_alone_and_what_is_shown_is_what_is_decided(gate, rate):
    params = {"mode": "learn", "gate": gate, "w1": 0.0, "w2": 0.0, "b": 0.0, "epochs": 200}
    for frame in run(**params, learning_rate=rate).history.frames():
        sums, outputs = frame.arrays["sums"], frame.arrays["outputs"]
        assert not np.any((sums != 0) & (np.abs(sums) < 1e-9))
        assert (outputs == (sums > 0)).all()
        shown = np.array([float(f"{total:.4g}") for total in sums])
        assert (outputs == (shown > 0)).all()


WHY_XNOR = "XNOR wants b > 0, w₁ + b ≤ 0, w₂ + b ≤ 0 and w₁ + w₂ + b > 0"
LEARN = {"mode": "learn", "w1": 0.0, "w2": 0.0, "b": 0.0}
CROSSED = ((0.0, 0.0, 1), (2.0, 2.0, 1), (0.0, 2.0, 0), (2.0, 0.0, 0), (5.0, 5.0, 1))


@pytest.mark.parametrize("mode", ["gate", "learn", "weights"])
def test_xnor_is_told_with_its_own_conditions(mode):
    told = said(last(**LEARN | {"mode": mode}, gate="own", truth="1001", epochs=60))
    assert WHY_XNOR in told
    assert "XOR wants" not in told


@pytest.mark.parametrize("mode", ["gate", "learn", "weights"])
def test_ones_own_xor_is_told_like_xor_and_other_tables_not(mode):
    assert "XOR wants b ≤ 0" in said(last(**LEARN | {"mode": mode}, gate="own", truth="0110"))
    told = said(last(**LEARN | {"mode": mode}, gate="own", truth="1000"))
    assert "no line" not in told.lower()
    assert "wants" not in told


def test_a_line_that_cannot_become_the_gate_is_not_told_to_go_on():
    told = said(last(gate="own", truth="1001"))
    assert told.startswith(
        "No line can be your truth table: this one is wrong at (0, 0). It is AND"
    )
    assert said(last(gate="own", truth="1000")).startswith("Not yet your truth table")


@pytest.mark.parametrize("shuffle", [False, True])
@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"gate": "XOR"}, "XOR wants b ≤ 0"),
        ({"gate": "own", "truth": "1001"}, WHY_XNOR),
        ({"gate": "points", "points": CROSSED}, "no straight line separates these points"),
    ],
    ids=["XOR", "XNOR", "points"],
)
def test_what_no_line_separates_is_said_to_be_so_in_any_order(changes, why, shuffle):
    frame = last(**LEARN, **changes, shuffle=shuffle, epochs=40)
    assert why in said(frame)
    assert "allow more" not in said(frame)


@pytest.mark.parametrize("shuffle", [False, True])
def test_too_few_epochs_are_said_to_be_too_few(shuffle):
    frame = last(**LEARN, gate="AND", epochs=2, shuffle=shuffle)
    assert frame.arrays["errors"][-1] > 0
    assert "a line separates" in said(frame)
    assert "allow more" in said(frame)


@pytest.mark.parametrize("mode", ["gate", "weights"])
def test_own_points_that_no_line_separates_are_said_to_be_so_in_every_mode(mode):
    told = said(last(mode=mode, gate="points", points=CROSSED))
    assert "no straight line separates these points" in told
    apart = ((0.0, 0.0, 1), (1.0, 0.0, 0))
    assert "no straight line" not in said(last(mode=mode, gate="points", points=apart))


@pytest.mark.parametrize("table", range(16))
def test_of_sixteen_tables_only_xor_and_xnor_are_not_separable(table):
    targets = np.array([int(digit) for digit in f"{table:04b}"])
    assert separable(CORNERS, targets) == (tuple(targets) not in ((0, 1, 1, 0), (1, 0, 0, 1)))


@pytest.mark.parametrize(
    ("points", "targets", "expected"),
    [
        ([], [], True),
        ([(1, 1)], [1], True),
        ([(1, 1), (1, 1)], [1, 1], True),
        ([(1, 1), (1, 1)], [1, 0], False),
        ([(0.1, 0.1), (0.2, 0.2), (0.3, 0.3)], [0, 1, 0], False),
        ([(0.1, 0.3), (0.2, 0.6), (0.3, 0.9)], [0, 1, 1], True),
        ([(0.1, 0.3), (0.2, 0.6), (0.3, 0.9)], [1, 0, 1], False),
        ([(0, 0), (4, 0), (0, 4), (1, 1)], [0, 0, 0, 1], False),
        ([(0, 0), (4, 0), (0, 4), (2.01, 2)], [0, 0, 0, 1], True),
        ([(0, 0), (4, 0), (0, 4), (2, 2)], [0, 0, 0, 1], False),
    ],
)
def test_separable_points_are_told_from_others(points, targets, expected):
    table = np.array(points, float).reshape(-1, 2)
    assert separable(table, np.array(targets, int)) is expected


def test_separable_agrees_with_lines_laid_through_random_points():
    rng = np.random.default_rng(0)
    for _ in range(300):
        points = rng.normal(size=(6, 2))
        targets = rng.integers(0, 2, 6)
        # If any line separates them, so does one through two of them, turned or moved by a hair.
        found = targets.min() == targets.max()
        for first, second in permutations(points, 2):
            across = np.array([first[1] - second[1], second[0] - first[0]])
            for turn in (-1e-7, 1e-7):
                normal = across + turn * np.array([-across[1], across[0]])
                places = points @ normal
                for level in (*(places + 1e-9), *(places - 1e-9)):
                    found |= bool(((places > level) == targets).all())
        assert separable(points, targets) == found
