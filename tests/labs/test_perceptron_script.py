"""Each script of the perceptron lab, in a process of its own, prints the run's last numbers."""

from __future__ import annotations

from pathlib import Path

from fishlab.labs.perceptron import PerceptronLab
from fishlab.labs.perceptron_params import PerceptronParams

from .scripts import check, lint, outputs, script_of

LAB = PerceptronLab()
PARAMS = {preset.id: preset.params for preset in LAB.presets}
CLOUD = tuple((k / 7 - 1, (k * k % 11) / 5 - 1, float(k % 3 == 0)) for k in range(40))
RUNS = {
    **PARAMS,
    "shuffled": PerceptronParams(mode="learn", gate="XOR", shuffle=True, epochs=9),
    "own points": PerceptronParams(mode="learn", gate="points", points=CLOUD, epochs=20),
    "no points": PerceptronParams(gate="points"),
    "nothing to learn": PerceptronParams(mode="learn", gate="points", w1=-1.5),
    "all weights": PerceptronParams(mode="weights", gate="points"),
    "weights for a cloud": PerceptronParams(mode="weights", gate="points", points=CLOUD[:6]),
    "own table": PerceptronParams(mode="weights", gate="own", truth="1101", b=0.3),
    "a long rate": PARAMS["xor"].replace(shuffle=True, learning_rate=0.7418148475223123),
    "adder": PerceptronParams(mode="adder"),
}


def test_the_scripts_print_the_last_numbers_of_their_runs() -> None:
    check(LAB, RUNS)


def test_the_scripts_are_tidy(tmp_path: Path) -> None:
    lint(LAB, RUNS, tmp_path)


def test_what_has_no_numbers_is_told_line_by_line() -> None:
    told = outputs(
        {
            "adder": script_of(LAB, RUNS["adder"]),
            "stack": script_of(LAB, PerceptronParams(mode="stack")),
        }
    )
    assert "# 1 + 1 = 10" in told["adder"]
    assert told["stack"].count("XOR 1") == 2
