"""What can be set: the network, how it learns, on how many digits, and what is to be compared."""

from __future__ import annotations

from dataclasses import dataclass

from fishlab.engine.search import Range
from fishlab.experiment import (
    QT_TRANSLATE_NOOP,
    Choice,
    Params,
    ParamsError,
    choice,
    choices,
    flag,
    message,
    real,
    rows,
    whole,
    words,
)

from .training_layers import complaint

TRAIN, OVERFIT, SEARCH, POINTS = "train", "overfit", "search", "points"
NONE, L2, L1, MAX_NORM = "none", "l2", "l1", "max_norm"
DROPOUT, BATCHNORM, TOGETHER = "dropout", "batchnorm", "together"
SAMPLE, MNIST, PERSONAL = "sample", "mnist", "own"
CIRCLES, OWN_POINTS = "circles", "own"

MODES = (
    Choice(TRAIN, QT_TRANSLATE_NOOP("training", "Train a network")),
    Choice(OVERFIT, QT_TRANSLATE_NOOP("training", "Overfitting and its cures")),
    Choice(SEARCH, QT_TRANSLATE_NOOP("training", "Search for hyper-parameters")),
    Choice(POINTS, QT_TRANSLATE_NOOP("training", "Part points of the plane")),
)
PATTERNS = (
    Choice("moons", QT_TRANSLATE_NOOP("training", "Two moons")),
    Choice(CIRCLES, QT_TRANSLATE_NOOP("training", "A disc in a ring")),
    Choice("xor", QT_TRANSLATE_NOOP("training", "XOR: four squares")),
    Choice("spiral", QT_TRANSLATE_NOOP("training", "Spiral")),
    Choice(OWN_POINTS, QT_TRANSLATE_NOOP("training", "Points of my own")),
)
DATA = (
    Choice(SAMPLE, QT_TRANSLATE_NOOP("training", "Sample: 5,000 digits")),
    Choice(MNIST, QT_TRANSLATE_NOOP("training", "MNIST: 60,000 digits")),
    Choice(PERSONAL, QT_TRANSLATE_NOOP("training", "My own digits")),
)
ACTIVATIONS = (
    Choice("relu", QT_TRANSLATE_NOOP("training", "ReLU")),
    Choice("sigmoid", QT_TRANSLATE_NOOP("training", "Sigmoid")),
    Choice("tanh", QT_TRANSLATE_NOOP("training", "tanh")),
    Choice("leaky_relu", QT_TRANSLATE_NOOP("training", "Leaky ReLU")),
)
INITS = (
    Choice("he", QT_TRANSLATE_NOOP("training", "He: √(2/n)")),
    Choice("xavier", QT_TRANSLATE_NOOP("training", "Xavier: √(1/n)")),
    Choice("0.01", QT_TRANSLATE_NOOP("training", "Standard deviation 0.01")),
    Choice("1", QT_TRANSLATE_NOOP("training", "Standard deviation 1")),
    Choice("zero", QT_TRANSLATE_NOOP("training", "All zero")),
)
OPTIMIZERS = (
    Choice("sgd", QT_TRANSLATE_NOOP("training", "SGD")),
    Choice("momentum", QT_TRANSLATE_NOOP("training", "Momentum")),
    Choice("nesterov", QT_TRANSLATE_NOOP("training", "Nesterov")),
    Choice("adagrad", QT_TRANSLATE_NOOP("training", "AdaGrad")),
    Choice("rmsprop", QT_TRANSLATE_NOOP("training", "RMSprop")),
    Choice("adadelta", QT_TRANSLATE_NOOP("training", "AdaDelta")),
    Choice("adam", QT_TRANSLATE_NOOP("training", "Adam")),
)
DECAYS = (
    Choice(NONE, QT_TRANSLATE_NOOP("training", "None")),
    Choice(L2, QT_TRANSLATE_NOOP("training", "L2: weight decay")),
    Choice(L1, QT_TRANSLATE_NOOP("training", "L1")),
    Choice(MAX_NORM, QT_TRANSLATE_NOOP("training", "Max-norm")),
)
VARIANTS = (
    Choice(NONE, QT_TRANSLATE_NOOP("training", "No cure")),
    Choice(L2, QT_TRANSLATE_NOOP("training", "L2")),
    Choice(L1, QT_TRANSLATE_NOOP("training", "L1")),
    Choice(MAX_NORM, QT_TRANSLATE_NOOP("training", "Max-norm")),
    Choice(DROPOUT, QT_TRANSLATE_NOOP("training", "Dropout")),
    Choice(BATCHNORM, QT_TRANSLATE_NOOP("training", "Batch norm")),
    Choice(TOGETHER, QT_TRANSLATE_NOOP("training", "L2 and dropout")),
)
FARTHEST = 1e6
"""No point of one's own may lie farther out."""
VARIANT_LABELS = {variant.value: variant.label for variant in VARIANTS}

# The fields of each mode's own; all the others belong to every mode.
OWN = {
    "decay": (TRAIN, POINTS),
    "dropout": (TRAIN, POINTS),
    "batchnorm": (TRAIN, POINTS),
    "pattern": (POINTS,),
    "data": (TRAIN, OVERFIT, SEARCH),
    "images": (TRAIN, OVERFIT, SEARCH),
    "validation": (TRAIN, SEARCH, POINTS),
    "repeats": (TRAIN,),
    "variants": (OVERFIT,),
    "trials": (SEARCH,),
    "lr_low": (SEARCH,),
    "lr_high": (SEARCH,),
    "decay_low": (SEARCH,),
    "decay_high": (SEARCH,),
    "lr": (TRAIN, OVERFIT, POINTS),
}

_MODE = QT_TRANSLATE_NOOP("training", "Experiment")
_MODE_HELP = QT_TRANSLATE_NOOP(
    "training",
    "One network, several with and without a cure, or many with random settings learn digits; "
    "or one learns points of the plane",
)
_PATTERN = QT_TRANSLATE_NOOP("training", "Pattern")
_PATTERN_HELP = QT_TRANSLATE_NOOP(
    "training", "How the points of the two classes lie; the seed draws them"
)
_COUNT = QT_TRANSLATE_NOOP("training", "Points")
_COUNT_HELP = QT_TRANSLATE_NOOP(
    "training", "How many points of both classes, held-out ones included"
)
_NOISE = QT_TRANSLATE_NOOP("training", "Noise")
_NOISE_HELP = QT_TRANSLATE_NOOP(
    "training", "How far chance moves each point: the standard deviation along both axes"
)
_POINTS = QT_TRANSLATE_NOOP("training", "Own points")
_DATA = QT_TRANSLATE_NOOP("training", "Digits")
_DATA_HELP = QT_TRANSLATE_NOOP(
    "training",
    "The sample comes with the program; all of MNIST must have been downloaded; "
    "one's own digits are those of the digits lab",
)
_IMAGES = QT_TRANSLATE_NOOP("training", "Images")
_IMAGES_HELP = QT_TRANSLATE_NOOP(
    "training", "How many digits there are to learn from, held-out ones included; at most all"
)
_VALIDATION = QT_TRANSLATE_NOOP("training", "Held out")
_VALIDATION_HELP = QT_TRANSLATE_NOOP(
    "training", "The share of the images or points kept to judge by: nobody learns from them"
)
_HIDDEN = QT_TRANSLATE_NOOP("training", "Hidden layers")
_HIDDEN_HELP = QT_TRANSLATE_NOOP(
    "training", "Units of each hidden layer, such as 50 or 100 100 100; empty is none"
)
_ACTIVATION = QT_TRANSLATE_NOOP("training", "Activation")
_ACTIVATION_HELP = QT_TRANSLATE_NOOP("training", "What follows every hidden affine layer")
_INIT = QT_TRANSLATE_NOOP("training", "Initial weights")
_INIT_HELP = QT_TRANSLATE_NOOP("training", "Spread of the first weights; n is a unit's inputs")
_OPTIMIZER = QT_TRANSLATE_NOOP("training", "Optimizer")
_OPTIMIZER_HELP = QT_TRANSLATE_NOOP(
    "training", "May be changed while it learns; each wants a rate of its own"
)
_LR = QT_TRANSLATE_NOOP("training", "Learning rate")
_LR_HELP = QT_TRANSLATE_NOOP("training", "How far one update goes; may be changed at any time")
_BATCH = QT_TRANSLATE_NOOP("training", "Batch")
_BATCH_HELP = QT_TRANSLATE_NOOP(
    "training", "Images or points in a mini-batch: one batch, one update"
)
_EPOCHS = QT_TRANSLATE_NOOP("training", "Epochs")
_EPOCHS_HELP = QT_TRANSLATE_NOOP("training", "How often each image or point is learned from")
_DECAY = QT_TRANSLATE_NOOP("training", "Weights held down")
_DECAY_HELP = QT_TRANSLATE_NOOP(
    "training", "A penalty on large weights, or a limit to their length"
)
_L2 = QT_TRANSLATE_NOOP("training", "L2 strength λ")
_L2_HELP = QT_TRANSLATE_NOOP("training", "½λ times the sum of all W² is added to the loss")
_L1 = QT_TRANSLATE_NOOP("training", "L1 strength λ")
_L1_HELP = QT_TRANSLATE_NOOP("training", "λ times the sum of all |W| is added to the loss")
_LIMIT = QT_TRANSLATE_NOOP("training", "Max-norm limit")
_LIMIT_HELP = QT_TRANSLATE_NOOP("training", "No unit's incoming weights may be longer than this")
_DROPOUT = QT_TRANSLATE_NOOP("training", "Dropout")
_DROPOUT_HELP = QT_TRANSLATE_NOOP(
    "training", "Silence a random part of the hidden units at every update"
)
_RATIO = QT_TRANSLATE_NOOP("training", "Dropout ratio")
_RATIO_HELP = QT_TRANSLATE_NOOP("training", "The share of hidden units that is silent")
_BATCHNORM = QT_TRANSLATE_NOOP("training", "Batch norm")
_BATCHNORM_HELP = QT_TRANSLATE_NOOP("training", "Normalise what enters every activation")
_REPEATS = QT_TRANSLATE_NOOP("training", "Repeats")
_REPEATS_HELP = QT_TRANSLATE_NOOP(
    "training", "So many networks learn side by side, each from its own random start and batches"
)
_VARIANTS = QT_TRANSLATE_NOOP("training", "Compared")
_VARIANTS_HELP = QT_TRANSLATE_NOOP(
    "training", "All begin with the same weights and see the same batches"
)
_TRIALS = QT_TRANSLATE_NOOP("training", "Trials")
_TRIALS_HELP = QT_TRANSLATE_NOOP("training", "How many random settings are tried")
_LR_LOW = QT_TRANSLATE_NOOP("training", "Rate from")
_LR_HIGH = QT_TRANSLATE_NOOP("training", "Rate to")
_DECAY_LOW = QT_TRANSLATE_NOOP("training", "Decay from")
_DECAY_HIGH = QT_TRANSLATE_NOOP("training", "Decay to")
_RANGE_HELP = QT_TRANSLATE_NOOP(
    "training", "The range of the search; drag a rectangle in the picture to narrow it"
)
_TOO_FAR = QT_TRANSLATE_NOOP(
    "training", "Own points: {given} is farther out than the {most} that can be shown"
)
_EMPTY_RANGE = QT_TRANSLATE_NOOP(
    "training", "{name}: the range ends at {high}, below its beginning {low}"
)


@dataclass(frozen=True)
class TrainingParams(Params):
    """The book's two-layer network by default: 784-50-10, SGD with rate 0.1, batches of 100."""

    mode: str = choice(TRAIN, _MODE, MODES, help=_MODE_HELP)
    pattern: str = choice(CIRCLES, _PATTERN, PATTERNS, help=_PATTERN_HELP)
    count: int = whole(200, _COUNT, minimum=20, maximum=500, step=10, help=_COUNT_HELP)
    noise: float = real(0.05, _NOISE, minimum=0.0, maximum=0.5, step=0.01, help=_NOISE_HELP)
    points: tuple[tuple[float, ...], ...] = rows((), _POINTS, ("x1", "x2", "label"), maximum=500)
    hidden: str = words("50", _HIDDEN, maximum=60, check=complaint, help=_HIDDEN_HELP)
    activation: str = choice("relu", _ACTIVATION, ACTIVATIONS, help=_ACTIVATION_HELP)
    init: str = choice("he", _INIT, INITS, help=_INIT_HELP)
    optimizer: str = choice("sgd", _OPTIMIZER, OPTIMIZERS, live=True, help=_OPTIMIZER_HELP)
    lr: float = real(
        0.1, _LR, minimum=1e-6, maximum=100.0, logarithmic=True, live=True, help=_LR_HELP
    )
    batch: int = whole(100, _BATCH, minimum=10, maximum=250, step=10, help=_BATCH_HELP)
    epochs: int = whole(15, _EPOCHS, minimum=1, maximum=500, help=_EPOCHS_HELP)

    variants: tuple[str, ...] = choices((NONE, L2), _VARIANTS, VARIANTS, help=_VARIANTS_HELP)
    decay: str = choice(NONE, _DECAY, DECAYS, help=_DECAY_HELP)
    l2: float = real(
        0.1, _L2, minimum=1e-8, maximum=10.0, logarithmic=True, live=True, help=_L2_HELP
    )
    l1: float = real(
        0.005, _L1, minimum=1e-8, maximum=10.0, logarithmic=True, live=True, help=_L1_HELP
    )
    limit: float = real(
        1.1, _LIMIT, minimum=0.1, maximum=10.0, step=0.1, live=True, help=_LIMIT_HELP
    )
    dropout: bool = flag(False, _DROPOUT, help=_DROPOUT_HELP)
    dropout_ratio: float = real(
        0.2, _RATIO, minimum=0.0, maximum=0.9, step=0.05, live=True, help=_RATIO_HELP
    )
    batchnorm: bool = flag(False, _BATCHNORM, help=_BATCHNORM_HELP)

    lr_low: float = real(
        1e-6, _LR_LOW, minimum=1e-8, maximum=10.0, logarithmic=True, help=_RANGE_HELP
    )
    lr_high: float = real(
        1e-2, _LR_HIGH, minimum=1e-8, maximum=10.0, logarithmic=True, help=_RANGE_HELP
    )
    decay_low: float = real(
        1e-8, _DECAY_LOW, minimum=1e-10, maximum=1.0, logarithmic=True, help=_RANGE_HELP
    )
    decay_high: float = real(
        1e-4, _DECAY_HIGH, minimum=1e-10, maximum=1.0, logarithmic=True, help=_RANGE_HELP
    )
    trials: int = whole(100, _TRIALS, minimum=1, maximum=300, help=_TRIALS_HELP)

    data: str = choice(SAMPLE, _DATA, DATA, help=_DATA_HELP)
    images: int = whole(
        5000, _IMAGES, minimum=100, maximum=60_000, step=100, logarithmic=True, help=_IMAGES_HELP
    )
    validation: float = real(
        0.1, _VALIDATION, minimum=0.0, maximum=0.5, step=0.05, help=_VALIDATION_HELP
    )
    repeats: int = whole(1, _REPEATS, minimum=1, maximum=5, help=_REPEATS_HELP)

    def check(self) -> None:
        """Refuse a range of the search that is none, and points that no plane can show."""
        farthest = max((abs(x) for *place, _ in self.points for x in place), default=0.0)
        if farthest > FARTHEST:
            raise ParamsError(
                "points", message(_TOO_FAR, given=f"{farthest:g}", most=f"{FARTHEST:,.0f}")
            )
        for label, name in ((_LR_HIGH, "lr"), (_DECAY_HIGH, "decay")):
            low, high = getattr(self, f"{name}_low"), getattr(self, f"{name}_high")
            if low > high:
                raise ParamsError(
                    f"{name}_high",
                    message(_EMPTY_RANGE, name=label, low=f"{low:g}", high=f"{high:g}"),
                )

    def shows(self, name: str) -> bool:
        """Hide what the mode does not use, and the strength of a cure that nobody takes."""
        if name in ("count", "noise"):
            return self.mode == POINTS and self.pattern != OWN_POINTS
        if name in OWN:
            return self.mode in OWN[name]
        if name in (L2, L1, "limit", "dropout_ratio"):
            return self._takes(MAX_NORM if name == "limit" else name.removesuffix("_ratio"))
        return super().shows(name)

    def ranges(self) -> dict[str, Range]:
        """Return the ranges of the search, by the names of what is drawn."""
        return {"lr": (self.lr_low, self.lr_high), "decay": (self.decay_low, self.decay_high)}

    def _takes(self, cure: str) -> bool:
        if self.mode in (TRAIN, POINTS):
            return self.decay == cure or (cure == DROPOUT and self.dropout)
        together = TOGETHER in self.variants and cure in (L2, DROPOUT)
        return self.mode == OVERFIT and (cure in self.variants or together)
