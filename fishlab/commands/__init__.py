"""The commands of `fishlab`, one file each; every one has `main(arguments) -> exit code`.

Modules are imported when their command is called, so that none pays for another's imports.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "labs": "list every lab with its parameters and presets",
        "run": "run a lab without the window and save pictures, tables or numbers",
        "script": "write a short script that does what the run of a lab does",
        "reproduce": "run the claims of the book and see whether they hold",
        "train": "train a model and save its weights",
        "evaluate": "measure a model's accuracy on the test digits",
        "predict": "read the digit in each picture",
        "data": "show which digits are at hand, or download MNIST",
        "desktop": "put FishLab into the desktop's menu, and .fishlab files with it (Linux)",
        "bench": "measure the speed of engine and window, beside PyTorch if it is installed",
        "doctor": "report versions, Qt, data and folders: what a bug report needs",
    }
)
"""Name of a command -> what it does, in the order of the help text."""
