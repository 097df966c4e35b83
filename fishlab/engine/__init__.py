"""The engine: neural networks in NumPy alone, with the names and conventions of the book."""

from fishlab.engine.activations import LeakyRelu, Relu, Sigmoid, Tanh
from fishlab.engine.affine import Affine
from fishlab.engine.arithmetic import AddLayer, MulLayer
from fishlab.engine.convolution import Convolution
from fishlab.engine.deep_convnet import DeepConvNet
from fishlab.engine.divergence import DivergedError
from fishlab.engine.dropout import Dropout
from fishlab.engine.functions import (
    ACTIVATIONS,
    elu,
    gelu,
    identity_function,
    leaky_relu,
    relu,
    sigmoid,
    softmax,
    softplus,
    step_function,
    swish,
    tanh,
)
from fishlab.engine.gradients import (
    gradient_check,
    gradient_descent,
    gradient_error,
    numerical_diff,
    numerical_gradient,
)
from fishlab.engine.im2col import col2im, im2col
from fishlab.engine.initializers import initial_scale
from fishlab.engine.labels import class_indices, one_hot
from fishlab.engine.layer import Layer
from fishlab.engine.losses import cross_entropy_error, mean_squared_error
from fishlab.engine.multi_layer_net import MultiLayerNet
from fishlab.engine.network import Network
from fishlab.engine.normalization import BatchNormalization
from fishlab.engine.optimizers import (
    OPTIMIZERS,
    SGD,
    AdaDelta,
    AdaGrad,
    Adam,
    Momentum,
    Nesterov,
    Optimizer,
    RMSprop,
    make_optimizer,
)
from fishlab.engine.parameters import Parameters
from fishlab.engine.pooling import Pooling
from fishlab.engine.regularization import L1, L2, MaxNorm, make_decay
from fishlab.engine.search import log_uniform, random_search
from fishlab.engine.second_order import BFGS, Newton
from fishlab.engine.shapes import ShapeError, conv_output_size
from fishlab.engine.simple_convnet import SimpleConvNet
from fishlab.engine.softmax_with_loss import SoftmaxWithLoss
from fishlab.engine.textbook_convolution import TextbookConvolution
from fishlab.engine.trainer import Step, Trainer
from fishlab.engine.two_layer_net import TwoLayerNet
from fishlab.engine.weights import Weights, WeightsError, load_weights, save_weights

__all__ = [
    "ACTIVATIONS",
    "BFGS",
    "L1",
    "L2",
    "OPTIMIZERS",
    "SGD",
    "AdaDelta",
    "AdaGrad",
    "Adam",
    "AddLayer",
    "Affine",
    "BatchNormalization",
    "Convolution",
    "DeepConvNet",
    "DivergedError",
    "Dropout",
    "Layer",
    "LeakyRelu",
    "MaxNorm",
    "Momentum",
    "MulLayer",
    "MultiLayerNet",
    "Nesterov",
    "Network",
    "Newton",
    "Optimizer",
    "Parameters",
    "Pooling",
    "RMSprop",
    "Relu",
    "ShapeError",
    "Sigmoid",
    "SimpleConvNet",
    "SoftmaxWithLoss",
    "Step",
    "Tanh",
    "TextbookConvolution",
    "Trainer",
    "TwoLayerNet",
    "Weights",
    "WeightsError",
    "class_indices",
    "col2im",
    "conv_output_size",
    "cross_entropy_error",
    "elu",
    "gelu",
    "gradient_check",
    "gradient_descent",
    "gradient_error",
    "identity_function",
    "im2col",
    "initial_scale",
    "leaky_relu",
    "load_weights",
    "log_uniform",
    "make_decay",
    "make_optimizer",
    "mean_squared_error",
    "numerical_diff",
    "numerical_gradient",
    "one_hot",
    "random_search",
    "relu",
    "save_weights",
    "sigmoid",
    "softmax",
    "softplus",
    "step_function",
    "swish",
    "tanh",
]
