"""FishLab: a desktop laboratory for the book "Deep Learning from Scratch" (the Fish Book)."""

__version__ = "0.1.0"
