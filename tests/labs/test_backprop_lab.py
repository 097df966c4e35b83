"""Values walk forward, derivatives walk back, and what the book says of both is obtained."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from numpy.typing import NDArray

from fishlab.experiment import Frame, Params, ParamsError, Run
from fishlab.experiment.claims import Verdict, equal
from fishlab.experiment.reproduce import reproduce
from fishlab.labs.backprop import BackpropLab
from fishlab.labs.backprop_check import LIMIT
from fishlab.labs.backprop_graphs import NAMED, given
from fishlab.labs.backprop_layout import Layout, lay_out
from fishlab.labs.backprop_params import BackpropParams
from fishlab.labs.backprop_scene import END, FORWARD
from fishlab.labs.backprop_typed import MAX_NODES, typed_values, with_value

LAB = BackpropLab()


def frames(params: Params, seed: int = 0) -> list[Frame]:
    run = Run(LAB, params, seed)
    outcome = run.execute()
    assert outcome.kind == "done", outcome.report or str(outcome.reason)
    return list(run.history.frames())


def last(preset: str, **changes: object) -> Frame:
    return frames(LAB.preset(preset).params.replace(**changes))[-1]


def typed(expression: str, values: str = "") -> BackpropParams:
    return BackpropParams(graph="typed", expression=expression, values=values, stepwise=False)


def said(frame: Frame) -> str:
    return "; ".join(str(message) for message in frame.messages)


def derivatives(frame: Frame) -> dict[str, float]:
    marked = "derivative."
    return {n[len(marked) :]: v for n, v in frame.scalars.items() if n.startswith(marked)}


@pytest.mark.parametrize("claim", LAB.claims, ids=lambda claim: claim.id)
def test_claim_holds(claim: object) -> None:
    assert claim in LAB.claims
    verdict = reproduce(LAB, claim)  # type: ignore[arg-type]
    assert verdict.holds, verdict.obtained


def test_a_wrong_expectation_does_not_hold() -> None:
    claim = LAB.claims[0]
    obtained = reproduce(LAB, claim).obtained
    assert not equal("L", 221.0, 1e-9).holds(obtained[0])
    assert not Verdict(claim, (221.0, *obtained[1:]), (0,)).holds


def test_two_apples_node_by_node() -> None:
    walk = frames(LAB.preset("book").params)
    # Two nodes forward, the turn, two nodes back.
    assert [frame.step for frame in walk] == list(range(6))
    assert "L" not in walk[1].scalars
    assert walk[2].scalars["L"] == pytest.approx(220)
    assert not walk[3].arrays["back"].any()
    assert derivatives(walk[3]) == {}
    assert derivatives(walk[4]) == pytest.approx({"tax": 200})
    assert derivatives(walk[5]) == pytest.approx({"apple": 2.2, "apple_num": 110, "tax": 200})
    assert "Forward: 100 × 2 = 200" in said(walk[1])
    assert "swaps its inputs: 1 × 1.1 goes to the first, 1 × 200 to the second" in said(walk[4])
    assert "L = 220" in said(walk[5])
    assert "✓" in said(walk[5])
    assert [int(frame.arrays["phase"]) for frame in walk][1] == FORWARD
    assert int(walk[5].arrays["phase"]) == END


def test_plus_hands_on_to_both() -> None:
    walk = frames(LAB.preset("apple_orange").params)
    assert any("+ hands 1.1 on to both inputs" in said(frame) for frame in walk)
    assert derivatives(walk[-1]) == pytest.approx(
        {"apple": 2.2, "apple_num": 110, "orange": 3.3, "orange_num": 165, "tax": 650}
    )


def test_one_node_at_a_time_and_all_at_once_end_alike() -> None:
    for preset in ("book", "sigmoid", "relu", "typed", "affine_softmax"):
        slow, once = last(preset), frames(LAB.preset(preset).params.replace(stepwise=False))
        assert len(once) == 1
        assert once[0].scalars == slow.scalars
        for name in ("values", "totals", "derivatives", "back", "forward", "returned"):
            np.testing.assert_array_equal(once[0].arrays[name], slow.arrays[name])


def test_relu_blocks_below_zero_and_says_so() -> None:
    walk = frames(LAB.preset("relu").params)
    assert derivatives(walk[-1]) == {"x1": 2.0, "x2": 0.0, "w": 1.5}
    assert any("blocks: 0" in said(frame) for frame in walk)
    both = last("relu", x2=0.7)
    assert derivatives(both)["x2"] == 2.0


def test_relu_exactly_on_its_kink_does_not_agree_numerically() -> None:
    frame = last("relu", x2=0.0)
    assert "Not so numerically: x2" in said(frame)
    assert not frame.arrays["agrees"].all()


def test_a_variable_used_twice_gets_the_sum() -> None:
    frame = frames(typed("x * x + 3 * x", "x = 5"))[-1]
    assert frame.scalars["L"] == 40
    assert derivatives(frame) == {"x": 13.0}
    node = frame.arrays["labels"].tolist().index("x")
    leaving = frame.arrays["edges"][:, 0] == node
    assert sorted(frame.arrays["derivatives"][leaving, 0]) == [3, 5, 5]


@pytest.mark.parametrize(
    ("expression", "values", "expected"),
    [
        ("(x + y) * z", "x=-2, y=5, z=-4", {"x": -4, "y": -4, "z": 3}),
        ("x²·exp(−y)", "x = 3; y = 0", {"x": 6, "y": -9}),
        ("2 * pi * r", "r=1", {"r": 2 * np.pi}),
        ("max(a, b)", "a=1, b=2", {"a": 0, "b": 1}),
        ("sin(x) / x", "x=2", {"x": np.cos(2) / 2 - np.sin(2) / 4}),
        ("x", "x=7", {"x": 1}),
        ("a + b", "a = 4", {"a": 1, "b": 1}),
    ],
)
def test_typed_expression(expression: str, values: str, expected: dict[str, float]) -> None:
    frame = frames(typed(expression, values))[-1]
    assert derivatives(frame) == pytest.approx(expected)
    assert frame.arrays["agrees"].all()


def test_a_variable_without_a_value_is_1_and_that_is_said() -> None:
    params = typed("a + b", "a = 4").replace(stepwise=True)
    assert frames(params)[-1].scalars["L"] == 5
    assert "No value was given for b: 1 is taken" in said(frames(params)[0])


@pytest.mark.parametrize(
    ("expression", "tells"),
    [
        ("x $ y", ("character 3", "“$ y”", "sqrt")),
        ("x +", ("at the end", "was expected")),
        ("sin(x, y)", ("character 1", "takes 1 arguments")),
        ("(x + y", ("at the end", "“)”")),
        ("x y", ("character 3", "operator")),
        ("1e999", ("character 1", "too large")),
        ("(" * 60 + "x" + ")" * 60, ("nested",)),
        ("__import__('os')", ("character 12", "is not known")),
        ("+".join("abcdefghijklmnopqrstuvwxyz"), (f"more than the {MAX_NODES}",)),
    ],
)
def test_typed_error_points_at_the_character(expression: str, tells: tuple[str, ...]) -> None:
    with pytest.raises(ParamsError) as error:
        typed(expression)
    assert error.value.name == "expression"
    for words in tells:
        assert words in str(error.value)


@pytest.mark.parametrize(
    ("values", "tells"),
    [
        ("x = two", ("character 1", "“x = two”")),
        ("x = 1, y 2", ("character 8", "“y 2”")),
        ("x = 1e99", ("x is outside",)),
    ],
)
def test_error_in_the_values_points_at_the_character(values: str, tells: tuple[str, ...]) -> None:
    with pytest.raises(ParamsError) as error:
        typed("x + y", values)
    assert error.value.name == "values"
    for words in tells:
        assert words in str(error.value)


def test_a_value_is_changed_where_it_stands() -> None:
    assert with_value("x = 2, y = 3", "x", -0.5) == "x = -0.5, y = 3"
    assert typed_values(with_value("", "long_name", 1.25)) == {"long_name": 1.25}


@pytest.mark.parametrize("expression", ["log(x)", "1 / x", "sqrt(x)", "exp(exp(exp(9 + x)))"])
def test_what_is_not_defined_is_said_and_no_nan_reaches_the_picture(expression: str) -> None:
    params = typed(expression, "x = 0" if expression != "sqrt(x)" else "x = -1")
    for stepwise in (True, False):
        walk = frames(params.replace(stepwise=stepwise))
        assert "is not defined" in said(walk[-1])
        assert "L" not in walk[-1].scalars
        for frame in walk:
            assert all(np.isfinite(v).all() for n, v in frame.arrays.items() if v.dtype.kind == "f")


def test_matrices_have_derivatives_of_their_own_shape() -> None:
    frame = last("affine_softmax", X=((1.0, 0.5), (-1.0, 2.0)), target=1)
    fixed = dict(zip(frame.arrays["labels"].tolist(), frame.arrays["shapes"].tolist(), strict=True))
    assert fixed["X"] == [2, 2]
    assert fixed["W"] == [2, 3]
    assert fixed["Affine"] == [2, 3]
    assert frame.arrays["agrees"].all()
    assert "All 19 derivatives agree" in said(frame)


@pytest.mark.parametrize(("name", "rows"), [("X", ()), ("W", ((1, 2, 3),)), ("B", ((1e9, 0, 0),))])
def test_matrices_of_another_shape_are_refused(name: str, rows: object) -> None:
    with pytest.raises(ParamsError) as error:
        BackpropParams().replace(**{name: rows})
    assert error.value.name == name


@pytest.mark.parametrize(
    ("network", "layers", "first"),
    [("two_layer", 4, (100, 784)), ("sigmoid_net", 4, (100, 784)), ("batchnorm", 8, (100, 784)),
     ("conv", 7, (100, 1, 28, 28))],
)  # fmt: skip
def test_layers_and_shapes(network: str, layers: int, first: tuple[int, ...]) -> None:
    walk = frames(BackpropParams(mode="layers", network=network))
    assert len(walk) == 2 * layers + 2
    end = walk[-1]
    assert tuple(n for n in end.arrays["outputs"][0] if n) == first
    assert end.arrays["names"][-1] == "SoftmaxWithLoss"
    assert end.arrays["back"].all()
    assert end.scalars["loss"] == pytest.approx(np.log(10), abs=0.6)
    # The gradient of the first layer is that of the network.
    assert end.arrays["slopes"][0] > 0
    forward = [int(frame.arrays["forward"].sum()) for frame in walk]
    assert forward[: layers + 1] == list(range(1, layers + 2))


def test_check_finds_the_mistake_where_it_is() -> None:
    for mistake, wrong in (("transposed", {"W2"}), ("bias", {"b1"})):
        frame = last("check_mistake", mistake=mistake, entries=50)
        means = dict(zip(frame.arrays["names"].tolist(), frame.arrays["mean"], strict=True))
        assert {name for name, mean in means.items() if mean > 1e-5} == wrong
        assert "Backprop is not right" in said(frame)
        assert next(iter(wrong)) in said(frame)
    everywhere = last("check_two_layer", mistake="sum", entries=50)
    assert everywhere.scalars["difference"] > 100 * LIMIT


def test_numbers_next_to_a_kink_are_left_out_and_counted() -> None:
    frame = last("check_conv", h=1e-2, entries=40)
    assert frame.scalars["kinks"] > 0
    assert "were left out" in said(frame)
    assert (frame.arrays["known"] + frame.arrays["kinks"] == frame.arrays["asked"]).all()


def test_too_small_an_h_is_not_called_a_mistake() -> None:
    frame = last("check_two_layer", h=1e-9, entries=20)
    assert frame.scalars["difference"] > LIMIT
    assert "too small an h rounds" in said(frame)


@pytest.mark.parametrize("preset", ["typed", "layers", "check_batchnorm"])
def test_same_params_same_frames(preset: str) -> None:
    params = LAB.preset(preset).params.replace(entries=10)
    for one, two in zip(frames(params, 3), frames(params, 3), strict=True):
        assert one.scalars == two.scalars
        for name, array in one.arrays.items():
            np.testing.assert_array_equal(array, two.arrays[name])


def test_only_fields_that_matter_are_shown() -> None:
    shown = {n for n in BackpropParams.specs() if BackpropParams().shows(n)}
    assert shown == {"mode", "graph", "apple", "apple_num", "tax", "stepwise"}
    check = BackpropParams(mode="check")
    shown = {n for n in BackpropParams.specs() if check.shows(n)}
    assert shown == {"mode", "network", "hidden", "samples", "entries", "h", "mistake"}


def crossed(layout: Layout) -> int:
    """Pairs of edges that cross, drawn as straight pieces between nodes and bends."""
    pieces = []
    for number, (source, target) in enumerate(layout.edges.tolist()):
        bends = [bend[1:] for bend in layout.bends if bend[0] == number]
        points = [layout.positions[source], *bends, layout.positions[target]]
        pieces += list(itertools.pairwise(points))
    return sum(_cross(*a, *b) for a, b in itertools.combinations(pieces, 2))


def _cross(
    a: NDArray[np.float64], b: NDArray[np.float64], c: NDArray[np.float64], d: NDArray[np.float64]
) -> bool:
    def side(p: NDArray[np.float64], q: NDArray[np.float64], r: NDArray[np.float64]) -> float:
        return float((q - p)[0] * (r - p)[1] - (q - p)[1] * (r - p)[0])

    apart = side(a, b, c) * side(a, b, d) < -1e-9
    return apart and side(c, d, a) * side(c, d, b) < -1e-9


@pytest.mark.parametrize("name", [*NAMED, "typed"])
def test_no_edges_of_the_presets_cross(name: str) -> None:
    graph = given(BackpropParams(graph=name)).graph
    layout = lay_out([node.inputs for node in graph.nodes])
    assert crossed(layout) == 0
    for source, target in layout.edges.tolist():
        assert layout.positions[source, 0] < layout.positions[target, 0]


def test_no_two_nodes_stand_in_one_place() -> None:
    text = "x*y + y*z + z*x + exp(x*z) / (x + y + z)"
    graph = given(typed(text)).graph
    layout = lay_out([node.inputs for node in graph.nodes])
    for a, b in itertools.combinations(layout.positions, 2):
        assert a[0] != b[0] or abs(a[1] - b[1]) >= 1 - 1e-9
