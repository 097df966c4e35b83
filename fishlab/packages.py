"""What FishLab stands on: the packages, with the versions and licences that they declare."""

from __future__ import annotations

PACKAGES = ("numpy", "pillow", "PySide6-Essentials", "shiboken6", "pyqtgraph", "colorama")
LONGEST_LICENCE = 80


def installed(package: str) -> str | None:
    """Return the version of an installed package, or None."""
    from importlib import metadata  # brings the email package: not before it is asked for

    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None


def licence(package: str) -> str:
    """Return the licence that an installed package declares, in a few words."""
    from importlib import metadata

    about = metadata.metadata(package)
    classified = [
        name.rsplit(" :: ", 1)[-1]
        for name in about.get_all("Classifier") or ()
        if name.startswith("License ::")
    ]
    # Older packages put the whole text of the licence where its name should be.
    names = about.get_all("License-Expression") or about.get_all("License") or [""]
    named = names[0].strip()
    short = named if "\n" not in named and len(named) <= LONGEST_LICENCE else ""
    return short or ", ".join(classified) or "licence not declared"
