"""Layers without images: the book's numbers, gradients, and what they refuse."""

from __future__ import annotations

import numpy as np
import pytest

from fishlab.engine import (
    AddLayer,
    Affine,
    BatchNormalization,
    Dropout,
    LeakyRelu,
    MulLayer,
    Relu,
    ShapeError,
    Sigmoid,
    SoftmaxWithLoss,
    Tanh,
    gradient_error,
    numerical_gradient,
    one_hot,
)

# --- the apple shop -------------------------------------------------------------------------------


def test_buying_apples():
    apple_layer, tax_layer = MulLayer(), MulLayer()
    price = tax_layer.forward(apple_layer.forward(100, 2), 1.1)
    assert price == pytest.approx(220)
    dapples, dtax = tax_layer.backward(1)
    dapple, dnumber = apple_layer.backward(dapples)
    assert (dapple, dnumber, dtax) == pytest.approx((2.2, 110, 200))


def test_buying_apples_and_oranges():
    apples, oranges, both, taxed = MulLayer(), MulLayer(), AddLayer(), MulLayer()
    price = taxed.forward(both.forward(apples.forward(100, 2), oranges.forward(150, 3)), 1.1)
    assert price == pytest.approx(715)
    dsum, dtax = taxed.backward(1)
    dapples, doranges = both.backward(dsum)
    assert apples.backward(dapples) == pytest.approx((2.2, 110))
    assert oranges.backward(doranges) == pytest.approx((3.3, 165))
    assert dtax == pytest.approx(650)


def test_the_gradients_of_an_addition_can_be_changed_one_by_one():
    dout = np.ones(3)
    dx, dy = AddLayer().backward(dout)
    dx += 1
    assert dout.tolist() == dy.tolist() == [1, 1, 1]


# --- activations ----------------------------------------------------------------------------------


@pytest.mark.parametrize("layer", [Relu, LeakyRelu, Sigmoid, Tanh])
@pytest.mark.parametrize("shape", [(4, 5), (2, 3, 4, 5)])
def test_activations_have_the_right_gradient(layer, shape, check_gradients, rng):
    check_gradients(layer(), rng.standard_normal(shape))


@pytest.mark.parametrize("layer", [Relu, LeakyRelu, Sigmoid, Tanh])
def test_activations_keep_the_dtype_and_the_memory_order(layer, rng):
    x = rng.standard_normal((2, 4, 5, 3)).astype(np.float32).transpose(0, 3, 1, 2)
    layer = layer()
    out = layer.forward(x)
    dx = layer.backward(out)
    for array in (out, dx, layer.infer(x)):
        assert array.dtype == np.float32
        assert array.strides == x.strides


def test_relu_of_the_book():
    relu = Relu()
    x = np.array([[1.0, -0.5], [-2.0, 3.0]])
    assert relu.forward(x).tolist() == [[1, 0], [0, 3]]
    assert relu.backward(np.full((2, 2), 5.0)).tolist() == [[5, 0], [0, 5]]


def test_relu_lets_no_gradient_through_at_zero_and_keeps_nan():
    relu = Relu()
    assert np.isnan(relu.forward(np.array([0.0, np.nan]))[1])
    assert relu.backward(np.ones(2))[0] == 0


def test_relu_in_place_is_relu_written_over_what_it_is_given(rng):
    x, dout = rng.standard_normal((2, 4, 3, 5, 5)).astype(np.float32)
    usual, in_place = Relu(), Relu()
    expected, expected_dx = usual.forward(x), usual.backward(dout)
    out, dx = in_place.forward_in_place(x), in_place.backward_in_place(dout)
    assert out is x
    assert dx is dout
    np.testing.assert_array_equal(out, expected)
    np.testing.assert_array_equal(dx, expected_dx)


@pytest.mark.parametrize("layer", [Relu, LeakyRelu, Sigmoid, Tanh, Dropout])
def test_backward_wants_a_forward_and_the_shape_of_its_output(layer):
    layer = layer()
    with pytest.raises(RuntimeError, match="forward"):
        layer.backward(np.ones((2, 3)))
    layer.forward(np.ones((2, 3)))
    with pytest.raises(ShapeError, match=r"\(3, 2\).*\(2, 3\)"):
        layer.backward(np.ones((3, 2)))


# --- affine ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("N", [1, 3, 64])
def test_affine_has_the_right_gradient(N, check_gradients, rng):
    layer = Affine(rng.standard_normal((5, 4)), rng.standard_normal(4))
    check_gradients(layer, rng.standard_normal((N, 5)))


def test_affine_takes_images_in_the_order_channel_row_column(check_gradients, rng):
    layer = Affine(rng.standard_normal((24, 4)), rng.standard_normal(4))
    x = rng.standard_normal((3, 2, 3, 4))
    channels_last = np.ascontiguousarray(x.transpose(0, 2, 3, 1)).transpose(0, 3, 1, 2)
    expected = x.reshape(3, 24) @ layer.W + layer.b
    np.testing.assert_allclose(layer.forward(x), expected)
    np.testing.assert_allclose(layer.forward(channels_last), expected)
    check_gradients(layer, x)


def test_affine_takes_whole_numbers_as_floating_ones():
    layer = Affine(np.array([[1, 2], [3, 4]]), np.array([0, 1]))
    out = layer.forward(np.array([[1, 1]]))
    assert out.dtype == np.float64
    assert out.tolist() == [[4, 7]]


def test_affine_in_single_precision_agrees_with_double(rng):
    # Large enough for the product to be taken in parts.
    x, W, b = rng.standard_normal((100, 784)), rng.standard_normal((784, 50)), np.ones(50)
    layer = Affine(W.astype(np.float32), b.astype(np.float32))
    out = layer.forward(x.astype(np.float32))
    np.testing.assert_allclose(out, x @ W + b, atol=2e-4)
    layer.backward(out)
    np.testing.assert_allclose(layer.dW, x.T @ out.astype(np.float64), rtol=1e-3, atol=0.1)


def test_affine_names_both_shapes_when_they_do_not_fit():
    layer = Affine(np.ones((5, 4)), np.ones(4))
    with pytest.raises(ShapeError, match=r"\(3, 6\).*\(5, 4\)"):
        layer.forward(np.ones((3, 6)))
    with pytest.raises(ShapeError, match=r"\(5,\).*\(5, 4\)"):
        layer.forward(np.ones(5))
    layer.forward(np.ones((3, 5)))
    with pytest.raises(ShapeError, match=r"\(3, 5\).*\(3, 4\)"):
        layer.backward(np.ones((3, 5)))
    with pytest.raises(ShapeError, match=r"\(5,\).*\(4,\)"):
        Affine(np.ones((5, 4)), np.ones(5))


# --- softmax with loss ----------------------------------------------------------------------------


def test_loss_of_ten_equal_scores_is_log_ten():
    assert SoftmaxWithLoss().forward(np.zeros((2, 10)), [3, 4]) == pytest.approx(np.log(10), 1e-5)


@pytest.mark.parametrize("labels", ["indices", "one-hot"])
def test_gradient_of_the_loss_is_y_minus_t(labels, rng):
    scores, t = rng.standard_normal((4, 3)), np.array([0, 2, 1, 1])
    if labels == "one-hot":
        t = one_hot(t, 3)
    layer = SoftmaxWithLoss()
    layer.forward(scores, t)
    probabilities = layer.y.copy()
    gradient = layer.backward()
    numeric = numerical_gradient(lambda s: SoftmaxWithLoss().forward(s, t), scores)
    # The loss has 1e-7 inside its logarithm, y - t has not.
    assert gradient_error(gradient, numeric) < 2e-6
    np.testing.assert_array_equal(layer.y, probabilities)
    np.testing.assert_allclose(layer.backward(0.5), 0.5 * gradient)


def test_loss_refuses_labels_of_another_batch():
    with pytest.raises(ShapeError, match=r"\(4, 3\).*\(5,\)"):
        SoftmaxWithLoss().forward(np.zeros((4, 3)), np.zeros(5, dtype=int))


# --- dropout --------------------------------------------------------------------------------------


def test_dropout_has_the_right_gradient_for_its_mask(check_gradients, rng):
    layer = Dropout(0.4)
    state = layer.rng.bit_generator.state

    def again() -> None:
        layer.rng.bit_generator.state = state

    check_gradients(layer, rng.standard_normal((5, 6)), before=again)


def test_dropout_silences_the_given_share_and_scales_in_use(rng):
    layer = Dropout(0.3, rng)
    x = np.ones((100, 100), dtype=np.float32)
    out = layer.forward(x)
    assert set(np.unique(out)) == {0, 1}
    assert np.mean(out == 0) == pytest.approx(0.3, abs=0.02)
    assert not np.array_equal(layer.forward(x), out)
    for scaled in (layer.forward(x, train_flg=False), layer.infer(x)):
        np.testing.assert_array_equal(scaled, np.float32(0.7))
        assert scaled.dtype == np.float32


def test_in_use_dropout_scales_the_gradient_too(rng):
    layer = Dropout(0.3)
    layer.forward(rng.standard_normal((4, 3)), train_flg=False)
    np.testing.assert_allclose(layer.backward(np.ones((4, 3))), 0.7)


@pytest.mark.parametrize("ratio", [-0.1, 1.1, np.nan])
def test_dropout_refuses_a_ratio_that_is_none(ratio):
    with pytest.raises(ValueError, match="from 0 to 1"):
        Dropout(ratio)


# --- batch normalisation --------------------------------------------------------------------------


@pytest.mark.parametrize("shape", [(6, 3), (2, 3, 4, 5)])
def test_batch_normalization_has_the_right_gradient(shape, check_gradients, rng):
    layer = BatchNormalization(rng.standard_normal(3), rng.standard_normal(3))
    check_gradients(layer, 2 + 3 * rng.standard_normal(shape))


@pytest.mark.parametrize("shape", [(50, 3), (10, 3, 4, 5)])
def test_batch_normalization_brings_each_channel_to_beta_and_gamma(shape, rng):
    gamma, beta = np.array([1.0, 2.0, 3.0]), np.array([0.0, -1.0, 5.0])
    out = BatchNormalization(gamma, beta).forward(7 + 4 * rng.standard_normal(shape))
    axes = (0,) if len(shape) == 2 else (0, 2, 3)
    np.testing.assert_allclose(out.mean(axis=axes), beta, atol=1e-12)
    np.testing.assert_allclose(out.std(axis=axes), gamma, rtol=1e-6)


def test_running_statistics_follow_the_batches_as_in_the_book(rng):
    layer = BatchNormalization(np.ones(3), np.zeros(3), momentum=0.9)
    first, second = rng.standard_normal((2, 20, 3))
    layer.forward(first)
    layer.forward(second)
    mean = 0.9 * (0.1 * first.mean(axis=0)) + 0.1 * second.mean(axis=0)
    var = 0.9 * (0.1 * first.var(axis=0)) + 0.1 * second.var(axis=0)
    np.testing.assert_allclose(layer.running_mean, mean)
    np.testing.assert_allclose(layer.running_var, var)
    expected = (first - mean) / np.sqrt(var + 1e-6)
    np.testing.assert_allclose(layer.forward(first, train_flg=False), expected)
    np.testing.assert_allclose(layer.infer(first), expected)
    np.testing.assert_allclose(layer.running_mean, mean)


def test_in_use_the_statistics_are_constants_for_the_gradient(rng):
    layer = BatchNormalization(rng.standard_normal(3), rng.standard_normal(3))
    layer.forward(rng.standard_normal((20, 3)))
    x, dout = rng.standard_normal((2, 4, 3))
    layer.forward(x, train_flg=False)
    dx = layer.backward(dout)
    numeric = numerical_gradient(lambda _: float(np.sum(dout * layer.infer(x))), x)
    assert gradient_error(dx, numeric) < 1e-6


def test_batch_normalization_before_any_training_changes_hardly_anything(rng):
    x = rng.standard_normal((4, 3))
    np.testing.assert_allclose(BatchNormalization(np.ones(3), np.zeros(3)).infer(x), x, rtol=1e-5)


def test_batch_normalization_names_both_shapes():
    layer = BatchNormalization(np.ones(3), np.zeros(3))
    with pytest.raises(ShapeError, match=r"\(2, 4\).*\(3,\)"):
        layer.forward(np.ones((2, 4)))
    with pytest.raises(ShapeError, match=r"\(4,\).*\(3,\)"):
        BatchNormalization(np.ones(3), np.zeros(4))


# --- all ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["Relu", "Affine", "BatchNormalization"])
def test_two_outputs_that_are_kept_stay_right(name, rng):
    # Large enough for memory to be used again.
    layers = {
        "Relu": Relu(),
        "Affine": Affine(np.ones((300, 300)), np.zeros(300)),
        "BatchNormalization": BatchNormalization(np.ones(300), np.zeros(300)),
    }
    layer = layers[name]
    inputs = rng.standard_normal((4, 300, 300))
    outputs = [layer.forward(x) for x in inputs]
    copies = [out.copy() for out in outputs]
    gradients = [layer.backward(x) for x in inputs]
    gradient_copies = [gradient.copy() for gradient in gradients]
    layer.backward(layer.forward(inputs[0]))
    for array, copy in zip(outputs + gradients, copies + gradient_copies, strict=True):
        np.testing.assert_array_equal(array, copy)
    assert not any(
        np.shares_memory(one, other)
        for place, one in enumerate(outputs + gradients)
        for other in (outputs + gradients)[:place]
    )
