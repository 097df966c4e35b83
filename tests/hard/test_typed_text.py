"""What a reader may type: expressions, settings, stacks of layers. Nothing typed runs or hangs.

FISHLAB_THOROUGH=1 types a hundred thousand texts into the parser of expressions.
"""

from __future__ import annotations

import itertools
import os
import random
import time
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fishlab.engine.expression import ExpressionError, parse
from fishlab.experiment import Lab, Params, ParamsError
from fishlab.labs import LABS
from fishlab.labs.depth_language import StackError, parsed, table

THOROUGH = bool(os.environ.get("FISHLAB_THOROUGH"))
TEXTS = 100_000 if THOROUGH else 3000
PIECES = (
    "x", "y", "0", "1", "2.5", "1e308", "1e-400", "9" * 30, "+", "-", "*", "/", "**", "^", "(",
    ")", ",", " ", "exp", "log", "sqrt", "sin", "relu", "sigmoid", "max", "min", "abs", "pi", "e",
    "×", "÷", "−", "²", "é", "名", "\n", "\t", "\0", "__import__", "os", ".", "..", "lambda", "[",
    "]", "{", "}", "'", '"', "\\", ";", "#", "=", "==", "if", "else", "_", "@", "1_0", "0x1f", "1j",
    "١", "**9**9**9", "((((((((((", "exp(exp(exp(exp(9))))",
)  # fmt: skip
QUICK = settings(
    max_examples=1000 if THOROUGH else 20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


def texts(count: int) -> list[str]:
    """Return that many texts, glued together from what expressions and attacks are made of."""
    chance = random.Random(1)
    # Every other one is of few pieces, such that some are expressions.
    kinds = ((PIECES, 24), (("x", "y", "2", "+", "*", "**", "-", "(", ")", "exp(", "log("), 6))
    return [
        "".join(chance.choices(pieces, k=chance.randint(0, most)))
        for pieces, most in itertools.islice(itertools.cycle(kinds), count)
    ]


@pytest.mark.timeout(600 if THOROUGH else 60)
def test_a_hundred_thousand_texts_give_values_or_the_parsers_own_error() -> None:
    read, slowest = 0, 0.0
    values = {"x": np.linspace(-3.0, 3.0, 5), "y": np.float64(0.5)}
    for text in texts(TEXTS):
        begin = time.perf_counter()
        try:
            graph = parse(text, ("x", "y"))
        except ExpressionError as error:
            place = error.position
            refused = str(error)
        else:
            read += 1
            place, refused = 0, "as it should be"
            with np.errstate(all="ignore"):
                answer = graph.forward({name: values[name] for name in graph.variables})
                slopes = graph.gradient()
            assert np.shape(answer) in {(), (5,)}
            assert set(slopes) == set(graph.variables)
        slowest = max(slowest, time.perf_counter() - begin)
        assert 0 <= place <= len(text)
        assert refused
        assert "\n" not in refused.replace(text, "")
    assert read > TEXTS / 100
    assert slowest < 2.0


@QUICK
@given(st.text(max_size=300))
def test_any_text_is_an_expression_or_is_refused(text: str) -> None:
    try:
        parse(text)
    except ExpressionError as error:
        assert 0 <= error.position <= len(text)  # noqa: PT017 (what it says is the point)


@QUICK
@given(st.text(alphabet="convpolafineudrt0123456789ks \n-", max_size=200), st.integers(1, 64))
def test_any_stack_of_layers_has_a_table_or_is_refused(text: str, channels: int) -> None:
    try:
        rows = table(parsed(text), channels, 28)
    except StackError:
        return
    assert all(row.parameters >= 0 and min(row.shape) >= 1 for row in rows)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)


@pytest.mark.parametrize("lab", LABS, ids=lambda lab: lab.id)
def test_any_json_makes_settings_or_names_the_field(lab: Lab) -> None:
    fields = st.sampled_from([*lab.params.specs(), "nothing"])

    @QUICK
    @given(st.dictionaries(fields, JSON, max_size=4))
    def check(content: dict[str, Any]) -> None:
        try:
            params = lab.params.from_json(content)
        except ParamsError as error:
            assert "\n" not in str(error)  # noqa: PT017
            return
        assert lab.params.from_json(params.to_json()) == params

    check()


@pytest.mark.parametrize("lab", LABS, ids=lambda lab: lab.id)
def test_any_typed_value_is_taken_or_refused_with_the_range(lab: Lab) -> None:
    names = sorted(lab.params.specs())

    @QUICK
    @given(st.sampled_from(names), st.text(max_size=40) | st.sampled_from(PIECES))
    def check(name: str, text: str) -> None:
        try:
            value = lab.params.specs()[name].parsed(name, text)
            changed: Params = lab.params().replace(**{name: value})
        except ParamsError as error:
            assert "\n" not in str(error).replace(text, "")  # noqa: PT017
            return
        assert lab.params.from_json(changed.to_json()) == changed

    check()


@pytest.mark.parametrize("lab", LABS, ids=lambda lab: lab.id)
def test_a_complaint_is_one_line_where_what_was_typed_is_not(lab: Lab) -> None:
    for name, spec in lab.params.specs().items():
        if spec.kind == "text":
            for typed in ("0:\n1", "x = 1,\n:\n2", "(\n"):
                try:
                    lab.params().replace(**{name: typed})
                except ParamsError as error:
                    assert "\n" not in str(error), name  # noqa: PT017
