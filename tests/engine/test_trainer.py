"""Training: every sample once an epoch, schedules, divergence, and checkpoints exact to the bit."""

from __future__ import annotations

import numpy as np
import pytest

from fishlab.engine import DeepConvNet, MultiLayerNet
from fishlab.engine.divergence import DivergedError
from fishlab.engine.functions import softmax
from fishlab.engine.labels import class_indices, one_hot
from fishlab.engine.losses import cross_entropy_error
from fishlab.engine.optimizers import OPTIMIZERS, SGD
from fishlab.engine.regularization import MaxNorm
from fishlab.engine.shapes import ShapeError
from fishlab.engine.trainer import Step, Trainer
from fishlab.engine.weights import WeightsError, load_weights, save_weights


class Noise:
    """A layer with the two things that a layer may carry from batch to batch."""

    def __init__(self, seed):
        self.rng = np.random.default_rng(seed)
        self.running_mean = None

    def forward(self, x):
        mean = x.mean(axis=0)
        kept = mean if self.running_mean is None else self.running_mean
        self.running_mean = 0.9 * kept + 0.1 * mean
        return x + 0.1 * self.rng.normal(size=x.shape) - self.running_mean


class Softmax:
    """One affine layer and softmax; the smallest network that learns."""

    def __init__(self, inputs=2, classes=2, seed=0):
        self.params = {"W": np.zeros((inputs, classes)), "b": np.zeros(classes)}
        self.layers = {"Noise": Noise(seed)}
        self.batches = []

    def predict(self, x):
        return x @ self.params["W"] + self.params["b"]

    def accuracy(self, x, t):
        return float(np.mean(np.argmax(self.predict(x), axis=1) == class_indices(t)))

    def loss_and_gradient(self, x, t):
        self.batches.append((x.copy(), np.copy(t)))
        noisy = self.layers["Noise"].forward(x)
        y = softmax(self.predict(noisy))
        error = (y - one_hot(t, y.shape[1], float)) / len(x)
        return cross_entropy_error(y, t), {"W": noisy.T @ error, "b": error.sum(axis=0)}

    def gradient(self, x, t):
        return self.loss_and_gradient(x, t)[1]

    def loss(self, x, t):
        return cross_entropy_error(softmax(self.predict(x)), t)


class Plain:
    """A network as the book has it: gradient and loss apart, and no layers."""

    def __init__(self):
        self.inner = Softmax()
        self.params = self.inner.params
        self.gradient, self.loss = self.inner.gradient, self.inner.loss
        self.accuracy = self.inner.accuracy


def points(count=50, seed=1):
    """Two clouds, one to each side, distinguishable."""
    rng = np.random.default_rng(seed)
    t = rng.integers(0, 2, count)
    return rng.normal(size=(count, 2)) + 4.0 * t[:, None] - 2.0, t


X, T = points()


def trainer(network=None, **settings):
    settings = {"epochs": 3, "mini_batch_size": 20, "verbose": False} | settings
    return Trainer(network or Softmax(), X, T, *points(30, 2), **settings)


@pytest.mark.parametrize("network", [Softmax, Plain])
def test_it_learns(network):
    subject = trainer(network(), epochs=10, optimizer_param={"lr": 0.3})
    subject.train()
    assert subject.train_acc_list[-1] > 0.95
    assert subject.test_acc_list[-1] > 0.95
    assert subject.train_loss_list[-1] < subject.train_loss_list[0] / 2
    assert subject.train_loss_list[0] == pytest.approx(np.log(2), rel=1e-4)


def test_steps_count_and_accuracies_come_at_the_ends_of_epochs():
    subject = trainer()
    steps = list(subject.steps())
    assert [step.iteration for step in steps] == list(range(1, 10))
    assert [step.epoch for step in steps] == [1, 1, 1, 2, 2, 2, 3, 3, 3]
    measured = [step for step in steps if step.train_accuracy is not None]
    assert [step.iteration for step in measured] == [3, 6, 9]
    assert [step.train_accuracy for step in measured] == subject.train_acc_list
    assert [step.test_accuracy for step in measured] == subject.test_acc_list
    assert [step.loss for step in steps] == subject.train_loss_list
    assert subject.max_iter == 9
    assert subject.steps_per_epoch == 3
    assert list(subject.steps()) == []


def test_an_epoch_sees_every_sample_once_with_its_label_in_a_new_order():
    network = Softmax()
    trainer(network, epochs=2).train()
    sizes = [len(x) for x, _ in network.batches]
    assert sizes == [20, 20, 10, 20, 20, 10]
    orders = []
    for epoch in (network.batches[:3], network.batches[3:]):
        x = np.concatenate([batch[0] for batch in epoch])
        t = np.concatenate([batch[1] for batch in epoch])
        found = [int(np.flatnonzero((row == X).all(axis=1))[0]) for row in x]
        assert sorted(found) == list(range(50))
        np.testing.assert_array_equal(t, T[found])
        orders.append(found)
    assert orders[0] != orders[1]


def test_the_seed_decides():
    def run(seed):
        return list(trainer(rng=np.random.default_rng(seed)).steps())

    assert run(3) == run(3)
    assert run(3) != run(4)


def test_stopping_and_going_on_changes_nothing():
    whole = list(trainer().steps())
    subject = trainer()
    parts: list[Step] = []
    while len(parts) < 9:
        steps = subject.steps()
        parts += [next(steps) for _ in range(min(2, 9 - len(parts)))]
        steps.close()
    assert parts == whole


def test_schedule_scales_the_learning_rate():
    rates = []

    class Watched(SGD):
        def update(self, params, grads):
            rates.append(self.lr)
            super().update(params, grads)

    subject = trainer(epochs=1, optimizer=Watched(0.4), schedule=lambda progress: 1 - progress)
    steps = subject.steps()
    next(steps)
    next(steps)
    assert subject.lr == 0.4
    subject.lr = 0.8
    next(steps)
    np.testing.assert_allclose(rates, [0.4, 0.4 * 2 / 3, 0.8 / 3])


def test_learning_rate_may_change_while_training():
    subject = trainer(optimizer_param={"lr": 0.1})
    steps = subject.steps()
    next(steps)
    subject.lr = 0.0
    before = {name: array.copy() for name, array in subject.network.params.items()}
    next(steps)
    for name, array in before.items():
        np.testing.assert_array_equal(subject.network.params[name], array)


def test_augment_gives_the_batch_trained_on():
    network = Softmax()
    generators = []

    def shifted(x, rng):
        generators.append(rng)
        return x + 100.0

    subject = trainer(network, epochs=1, optimizer_param={"lr": 0.0}, augment=shifted)
    subject.train()
    assert min(x.min() for x, _ in network.batches) > 90
    assert X.max() < 90
    assert all(rng is subject.rng for rng in generators)


def test_projection_after_each_update():
    class Constrained(Softmax):
        def project(self):
            MaxNorm(0.1).project(self.params["W"])

    subject = trainer(Constrained(), optimizer_param={"lr": 1.0})
    for _ in subject.steps():
        lengths = np.linalg.norm(subject.network.params["W"], axis=0)
        assert lengths.max() <= 0.1 + 1e-12
    assert lengths.max() == pytest.approx(0.1)


def test_evaluation_of_the_first_samples_only():
    seen = []

    class Counting(Softmax):
        def accuracy(self, x, t):
            seen.append(len(x))
            return super().accuracy(x, t)

    trainer(Counting(), epochs=1, evaluate_sample_num_per_epoch=7).train()
    assert seen == [7, 7]
    subject = trainer(Counting(), epochs=1, evaluate_sample_num_per_epoch=0)
    subject.train()
    assert seen == [7, 7]
    assert subject.train_acc_list == []


def test_without_test_samples():
    subject = Trainer(Softmax(), X, T, None, None, epochs=1, verbose=False)
    (step,) = subject.steps()
    assert step.train_accuracy is not None
    assert step.test_accuracy is None


def test_it_prints_as_the_book_does(capsys):
    subject = trainer(epochs=2, verbose=True)
    subject.train()
    lines = capsys.readouterr().out.splitlines()
    first = f"train acc:{subject.train_acc_list[0]}, test acc:{subject.test_acc_list[0]}"
    assert lines[0] == f"=== epoch:1, {first} ==="
    assert lines[1].startswith("=== epoch:2, ")
    assert lines[2:] == [
        "=============== Final Test Accuracy ===============",
        f"test acc:{subject.test_acc_list[-1]}",
    ]


@pytest.mark.parametrize("network", [Softmax, Plain])
def test_divergence_names_the_step_and_the_parameter(network):
    subject = trainer(network())
    steps = subject.steps()
    next(steps)
    subject.network.params["b"][0] = np.nan
    with pytest.raises(DivergedError, match=r"step 2: the loss is nan, the parameter b is not"):
        next(steps)


def test_a_learning_rate_far_too_large_ends_in_divergence_and_not_in_warnings():
    subject = trainer(optimizer_param={"lr": 1e308}, epochs=10)
    with pytest.raises(DivergedError, match="step"):
        subject.train()


def test_parameters_ruined_by_the_last_update_are_noticed():
    subject = trainer(epochs=1, mini_batch_size=50, optimizer_param={"lr": np.inf})
    with pytest.raises(DivergedError, match="step 1, the parameter W is not finite"):
        subject.train()


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("stop", [0, 2, 3, 7])
def test_a_restored_training_goes_on_bit_for_bit(tmp_path, optimizer, stop):
    settings = {"optimizer": optimizer, "optimizer_param": {"lr": 0.05}}
    augment = {"augment": lambda x, rng: x + 0.1 * rng.normal(size=x.shape)}
    whole = trainer(**settings, **augment, rng=np.random.default_rng(5))
    expected = list(whole.steps())

    first = trainer(**settings, **augment, rng=np.random.default_rng(5))
    steps = first.steps()
    for _ in range(stop):
        next(steps)
    first.checkpoint(tmp_path / "c.npz")
    list(steps)  # going on must not change what was saved

    # Everything that differs before is overwritten: seeds, learning rate, weights.
    second = trainer(
        Softmax(seed=9),
        optimizer=optimizer,
        optimizer_param={"lr": 0.7},
        **augment,
        rng=np.random.default_rng(6),
    )
    next(second.steps())
    second.restore(tmp_path / "c.npz")
    assert list(second.steps()) == expected[stop:]
    assert second.train_loss_list == whole.train_loss_list
    assert second.train_acc_list == whole.train_acc_list
    assert second.test_acc_list == whole.test_acc_list
    for name, array in whole.network.params.items():
        np.testing.assert_array_equal(second.network.params[name], array)
    np.testing.assert_array_equal(
        second.network.layers["Noise"].running_mean, whole.network.layers["Noise"].running_mean
    )


def deep(seed):
    return DeepConvNet(rng=np.random.default_rng(seed))


def dropping_and_normalizing(seed):
    return MultiLayerNet(
        784,
        [20, 20],
        10,
        use_dropout=True,
        use_batchnorm=True,
        weight_decay="max_norm",
        weight_decay_lambda=1.0,
        rng=np.random.default_rng(seed),
    )


@pytest.mark.parametrize("network", [deep, dropping_and_normalizing])
def test_networks_with_dropout_and_normalization_go_on_bit_for_bit(tmp_path, network):
    rng = np.random.default_rng(0)
    x, t = rng.random((12, 784), dtype=np.float32), rng.integers(0, 10, 12)

    def make(seed):
        return Trainer(network(seed), x, t, x, t, 2, 5, "Adam", {"lr": 1e-3}, verbose=False)

    whole, first, second = make(1), make(1), make(2)
    expected = list(whole.steps())
    steps = first.steps()
    for _ in range(2):
        next(steps)
    first.checkpoint(tmp_path / "c.npz")
    second.restore(tmp_path / "c.npz")
    assert list(second.steps()) == expected[2:]
    state = second.network.state()
    for name, array in whole.network.state().items():
        np.testing.assert_array_equal(state[name], array)


@pytest.mark.parametrize(
    "kind", [np.random.PCG64, np.random.MT19937, np.random.Philox, np.random.SFC64]
)
def test_any_generator_can_be_saved(tmp_path, kind):
    def make(seed):
        return trainer(rng=np.random.Generator(kind(seed)))

    first = make(1)
    steps = first.steps()
    next(steps)
    first.checkpoint(tmp_path / "c.npz")
    second = make(2)
    second.restore(tmp_path / "c.npz")
    assert list(second.steps()) == list(steps)


def test_a_schedule_goes_on_after_restoring(tmp_path):
    def make():
        return trainer(schedule=lambda progress: 1 - progress, optimizer_param={"lr": 0.5})

    whole, first, second = make(), make(), make()
    expected = list(whole.steps())
    steps = first.steps()
    next(steps)
    first.checkpoint(tmp_path / "c.npz")
    second.restore(tmp_path / "c.npz")
    assert list(second.steps()) == expected[1:]


@pytest.mark.parametrize(
    ("other", "match"),
    [
        ({"optimizer": "Adam"}, "optimizer SGD"),
        ({"mini_batch_size": 10}, "batch size 20"),
        ({"network": Softmax(classes=3)}, "parameters"),
        ({"rng": np.random.Generator(np.random.MT19937(0))}, "damaged"),
    ],
)
def test_a_checkpoint_of_another_training_is_refused_and_changes_nothing(tmp_path, other, match):
    first = trainer()
    next(first.steps())
    first.checkpoint(tmp_path / "c.npz")
    second = trainer(**other)
    before = {name: array.copy() for name, array in second.network.params.items()}
    with pytest.raises(WeightsError, match=match):
        second.restore(tmp_path / "c.npz")
    assert second.iteration == 0
    assert second.train_loss_list == []
    for name, array in before.items():
        np.testing.assert_array_equal(second.network.params[name], array)


@pytest.mark.parametrize("lost", ["order", "params/W", "curves/train_loss_list"])
def test_a_damaged_checkpoint_is_refused_and_changes_nothing(tmp_path, lost):
    first = trainer()
    next(first.steps())
    first.checkpoint(tmp_path / "c.npz")
    saved = load_weights(tmp_path / "c.npz")
    del saved.arrays[lost]
    save_weights(tmp_path / "c.npz", saved.arrays, saved.meta)
    second = trainer()
    with pytest.raises(WeightsError, match="damaged"):
        second.restore(tmp_path / "c.npz")
    assert list(second.steps()) == list(trainer().steps())


@pytest.mark.parametrize(
    ("array", "value"),
    [("order", np.zeros(50, int)), ("order", np.arange(49)), ("params/W", np.zeros(2))],
)
def test_a_forged_checkpoint_is_refused(tmp_path, array, value):
    first = trainer()
    next(first.steps())
    first.checkpoint(tmp_path / "c.npz")
    saved = load_weights(tmp_path / "c.npz")
    save_weights(tmp_path / "c.npz", saved.arrays | {array: value}, saved.meta)
    with pytest.raises(WeightsError, match="damaged"):
        trainer().restore(tmp_path / "c.npz")


def test_weights_are_no_checkpoint(tmp_path):
    save_weights(tmp_path / "w.npz", {"W": np.zeros((2, 2))})
    with pytest.raises(WeightsError, match="no checkpoint"):
        trainer().restore(tmp_path / "w.npz")


def test_impossible_settings_are_refused():
    with pytest.raises(ShapeError, match=r"training samples \(50, 2\) and labels \(49,\)"):
        Trainer(Softmax(), X, T[:-1], X, T)
    with pytest.raises(ShapeError, match="test samples"):
        Trainer(Softmax(), X, T, X, None)
    with pytest.raises(ShapeError, match="training samples"):
        Trainer(Softmax(), X[:0], T[:0], X, T)
    with pytest.raises(ValueError, match="batches of 0"):
        trainer(mini_batch_size=0)
    with pytest.raises(ValueError, match="optimizer: one of sgd"):
        trainer(optimizer="adamw")
