"""The scripts of the backprop lab, in a process of their own, print the runs' last numbers."""

from __future__ import annotations

from pathlib import Path

from fishlab.labs.backprop import BackpropLab
from fishlab.labs.backprop_params import BackpropParams

from .scripts import check, lint

LAB = BackpropLab()
PARAMS = {preset.id: preset.params for preset in LAB.presets}
LONG = " + ".join(f"sin({k} * alpha_{k}) * beta" for k in range(1, 7))
QUICK = {"entries": 4, "samples": 2, "hidden": 4}
RUNS = {
    **{
        name: params.replace(**QUICK) if params.mode == "check" else params
        for name, params in PARAMS.items()
    },
    "relu at once": BackpropParams(graph="relu", x1=-1.0, stepwise=False),
    "long": BackpropParams(graph="typed", expression=LONG, values="beta = 0.3"),
    "undefined": BackpropParams(graph="typed", expression="log(x)", values="x = -1"),
    "a kink": BackpropParams(graph="typed", expression="abs(x) + e", values="x = 0"),
    "only numbers": BackpropParams(graph="typed", expression="2 * 3", values=""),
    "one number": BackpropParams(graph="typed", expression="3", values=""),
    "only a name": BackpropParams(graph="typed", expression="x", values="x = 4"),
    "two samples": BackpropParams(graph="affine_softmax", X=((1.0, 2.0), (0.5, -1.0)), target=1),
    **{
        f"layers of {network}": BackpropParams(mode="layers", network=network, batch=3)
        for network in ("conv", "batchnorm", "sigmoid_net", "two_layer")
    },
    **{
        f"{mistake} in {network}": BackpropParams(
            mode="check", network=network, mistake=mistake, **QUICK
        )
        for network, mistake in (
            ("conv", "bias"),
            ("batchnorm", "transposed"),
            ("sigmoid_net", "sum"),
        )
    },
}


def test_the_scripts_print_the_last_numbers_of_their_runs() -> None:
    check(LAB, RUNS)


def test_the_scripts_are_tidy(tmp_path: Path) -> None:
    lint(LAB, RUNS, tmp_path)
