"""`fishlab data`: which digits are at hand and where; `fishlab data download mnist` fetches all."""

from __future__ import annotations

from collections.abc import Sequence

from fishlab import paths
from fishlab.datasets import DataError, find_mnist, load_mnist
from fishlab.datasets.download import download_mnist
from fishlab.datasets.mnist import search_folders
from fishlab.datasets.personal import load_personal, personal_folder

from .console import FAILED, Parser, explained
from .progress import Progress


def main(arguments: Sequence[str]) -> int:
    """Tell what is at hand, or download; return the exit status."""
    parser = Parser("fishlab data", "Show which digits are at hand and where, or fetch MNIST.")
    parser.add_argument("ACTION", nargs="?", choices=["download"], help="fetch all 70,000 digits")
    parser.add_argument("SET", nargs="?", choices=["mnist"], help="what to download")
    options = parser.parse_args(arguments)
    if options.ACTION is None:
        print(f"sample  {_counted('sample')} in {paths.bundled_data()}")
        print(f"mnist   {_mnist()}")
        own = len(load_personal()[0])
        print(f"own     {own:,} digits that you have drawn or added, in {personal_folder()}")
        return 0
    if options.SET is None:
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


def _download() -> None:
    with Progress("mnist") as bar, explained(DataError, code=FAILED):

        def show(name: str, done: int, total: int | None) -> None:
            bar.show(done, name, total)

        download_mnist(progress=show)
