"""`fishlab data`: what is at hand and where; MNIST is fetched, a file of weights taken into use."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from fishlab import paths
from fishlab.datasets import DataError, find_mnist, load_mnist
from fishlab.datasets.download import download_mnist
from fishlab.datasets.mnist import search_folders
from fishlab.datasets.personal import load_personal, personal_folder
from fishlab.engine.weights import WeightsError
from fishlab.experiment.models import MODELS
from fishlab.experiment.own_weights import FILE, OWN, adopt_weights, kept_weights, own_path

from .console import FAILED, Parser, explained
from .progress import Progress


def main(arguments: Sequence[str]) -> int:
    """Tell what is at hand, or download; return the exit status."""
    parser = Parser(
        "fishlab data",
        "Show which digits and weights are at hand and where, fetch MNIST, or take your own "
        "weights into use in the labs.",
    )
    parser.add_argument(
        "ACTION",
        nargs="?",
        choices=["download", "weights"],
        help="download: fetch all 70,000 digits; weights: have the labs use a file of weights",
    )
    parser.add_argument("WHAT", nargs="?", help="mnist, or an .npz or .pkl of weights")
    options = parser.parse_args(arguments)
    if options.ACTION is None:
        print(f"sample  {_counted('sample')} in {paths.bundled_data()}")
        print(f"mnist   {_mnist()}")
        own = len(load_personal()[0])
        print(f"own     {own:,} digits that you have drawn or added, in {personal_folder()}")
        for line in _own_weights():
            print(line)
        return 0
    if options.ACTION == "weights":
        if options.WHAT is None:
            parser.error("say which file: fishlab data weights W.npz")
        with explained(WeightsError):
            model = adopt_weights(Path(options.WHAT))
        print(f"{model}  {own_path(model, FILE)}")
        return 0
    if options.WHAT not in (None, "mnist"):
        parser.error(f"argument WHAT: invalid choice: {options.WHAT!r} (choose from 'mnist')")
    if options.WHAT is None:
        parser.error("say what to download: fishlab data download mnist")
    _download()
    print(f"mnist   {_mnist()}")
    return 0


def _counted(data: str) -> str:
    with explained(DataError):
        (train, _), (test, _) = load_mnist(normalize=False, data=data)
    return f"{len(train):,} digits to train and {len(test):,} to test"


def _mnist() -> str:
    folder = find_mnist()
    if folder is not None:
        return f"{_counted(str(folder))} in {folder}"
    looked = ", ".join(str(place) for place in search_folders())
    return f"not in {looked}; `fishlab data download mnist` fetches it"


def _own_weights() -> Iterator[str]:
    told = {OWN: "trained on your digits", FILE: "from a file of yours"}
    for model in MODELS:
        for kind, origin in told.items():
            if (path := kept_weights(model, kind)) is not None:
                yield f"{model}  weights {origin}, in {path}"


def _download() -> None:
    with Progress("mnist") as bar, explained(DataError, code=FAILED):

        def show(name: str, done: int, total: int | None) -> None:
            bar.show(done, name, total)

        download_mnist(progress=show)
