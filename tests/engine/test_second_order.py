"""Newton and BFGS on the surfaces of the race."""

from __future__ import annotations

import numpy as np
import pytest

from fishlab.engine.divergence import DivergedError
from fishlab.engine.second_order import BFGS, Newton
from fishlab.engine.shapes import ShapeError


def rosenbrock(v):
    return (1 - v[0]) ** 2 + 100 * (v[1] - v[0] ** 2) ** 2


def rosenbrock_gradient(v):
    bend = v[1] - v[0] ** 2
    return np.array([-2 * (1 - v[0]) - 400 * v[0] * bend, 200 * bend])


def rosenbrock_hessian(v):
    return np.array([[2 - 400 * (v[1] - 3 * v[0] ** 2), -400 * v[0]], [-400 * v[0], 200]])


def walk(stepper, x, steps):
    trail = [np.array(x, dtype=float)]
    for _ in range(steps):
        trail.append(stepper.step(trail[-1]))
    return trail


@pytest.mark.parametrize("hessian", [None, lambda v: 2 * np.eye(2)])
def test_newton_arrives_on_a_bowl_in_one_step(hessian):
    newton = Newton(lambda v: 2 * v, hessian)
    np.testing.assert_allclose(newton.step(np.array([3.0, -4.0])), 0, atol=1e-8)


@pytest.mark.parametrize("hessian", [None, rosenbrock_hessian])
def test_newton_on_rosenbrock(hessian):
    trail = walk(Newton(rosenbrock_gradient, hessian), [-1.2, 1.0], 10)
    np.testing.assert_allclose(trail[-1], 1, atol=1e-6)


def test_newton_leaves_a_saddle_instead_of_seeking_it():
    newton = Newton(lambda v: np.array([-2 * v[0], 2 * v[1]]))
    new = newton.step(np.array([0.5, 1.0]))
    assert abs(new[0]) > 0.5
    assert new[1] == pytest.approx(0, abs=1e-8)


def test_newton_bounds_its_step_where_the_curvature_vanishes():
    newton = Newton(lambda v: np.ones(1), lambda v: np.zeros((1, 1)), damping=0.5)
    assert newton.step(np.array([3.0])).tolist() == [1.0]
    with pytest.raises(ValueError, match="damping"):
        Newton(lambda v: v, damping=0.0)


@pytest.mark.parametrize("start", [[-1.2, 1.0], [-3.0, -4.0], [2.0, 4.0]])
def test_bfgs_on_rosenbrock(start):
    trail = walk(BFGS(rosenbrock, rosenbrock_gradient), start, 60)
    np.testing.assert_allclose(trail[-1], 1, atol=1e-6)
    assert np.all(np.diff([rosenbrock(x) for x in trail]) <= 0)


def test_bfgs_on_the_surface_of_the_book():
    bfgs = BFGS(lambda v: v[0] ** 2 / 20 + v[1] ** 2, lambda v: v * np.array([0.1, 2.0]))
    np.testing.assert_allclose(walk(bfgs, [-7.0, 2.0], 12)[-1], 0, atol=1e-6)


def test_bfgs_stays_at_a_minimum():
    bfgs = BFGS(lambda v: v @ v, lambda v: 2 * v)
    for point in walk(bfgs, [0.0, 0.0], 3):
        assert point.tolist() == [0.0, 0.0]


def test_bfgs_begins_anew_from_another_point():
    bfgs = BFGS(rosenbrock, rosenbrock_gradient)
    first = walk(bfgs, [-1.2, 1.0], 8)
    again = walk(bfgs, [-1.2, 1.0], 8)
    np.testing.assert_array_equal(first, again)


def test_bfgs_steps_back_where_the_function_ends():
    def log_barrier(v):
        return v[0] - np.log(v[0])

    bfgs = BFGS(log_barrier, lambda v: 1 - 1 / v)
    trail = walk(bfgs, [30.0], 30)
    assert all(point[0] > 0 for point in trail)
    assert trail[-1][0] == pytest.approx(1.0, abs=1e-6)


def test_bfgs_survives_a_function_that_raises():
    def steep(v):
        return float(v[0]) ** 2 if v[0] < 10 else 1 / 0

    bfgs = BFGS(steep, lambda v: 2 * v)
    assert walk(bfgs, [9.0], 5)[-1][0] == pytest.approx(0.0, abs=1e-8)


@pytest.mark.parametrize(
    "stepper",
    [
        Newton(lambda v: np.array([-2 * v[0], 2 * v[1]])),
        BFGS(lambda v: v[1] ** 2 - v[0] ** 2, lambda v: np.array([-2 * v[0], 2 * v[1]])),
    ],
)
def test_falling_without_end_is_an_error_and_never_nan(stepper):
    trail = [np.array([0.1, 1.0])]

    def fall():
        for _ in range(3000):
            trail.append(stepper.step(trail[-1]))

    with pytest.raises(DivergedError, match="not finite"):
        fall()
    assert np.all(np.isfinite(trail))


def test_what_is_not_finite_is_named():
    with pytest.raises(DivergedError, match=r"gradient is not finite at \(0\)"):
        Newton(lambda v: v / 0).step([0.0])
    with pytest.raises(DivergedError, match=r"function is not finite at \(-1\)"):
        BFGS(lambda v: np.log(v[0]), lambda v: 1 / v).step([-1.0])
    with pytest.raises(DivergedError, match="gradient cannot be computed"):
        Newton(lambda v: [1 / 0]).step([0.0])
    with pytest.raises(DivergedError, match="Hessian is not finite"):
        Newton(lambda v: v, lambda v: np.full((1, 1), np.nan)).step([0.0])
    with pytest.raises(DivergedError, match="point is not finite"):
        Newton(lambda v: v).step([np.nan])


def test_shapes_that_do_not_fit_are_named():
    with pytest.raises(ShapeError, match=r"\(1, 2\)"):
        Newton(lambda v: v).step([[1.0, 2.0]])
    with pytest.raises(ShapeError, match=r"\(3,\).*\(2,\)"):
        Newton(lambda v: np.ones(3)).step([1.0, 2.0])
