"""DataError: a file or folder of data that cannot be used, said in one line."""

from fishlab.text import ToldError


class DataError(ToldError, ValueError):
    """Data that cannot be used; the message names the file, what is wrong and what to do."""
