"""The experiment core, without Qt: what a parameter, a frame, a run and a lab are."""

from fishlab.text import QT_TRANSLATE_NOOP, Message, Names, Text, message

from .claims import Claim, Trial, Trials, Verdict, at_least, at_most, equal
from .control import Cancelled, Control
from .frame import Frame, frozen
from .history import Change, History
from .lab import Frames, Lab, LabError, Preset
from .mailbox import Mailbox
from .params import (
    Choice,
    Params,
    ParamsError,
    Spec,
    choice,
    choices,
    flag,
    real,
    rows,
    whole,
    words,
)
from .reproduce import reproduce
from .run import Outcome, Run

__all__ = [
    "QT_TRANSLATE_NOOP",
    "Cancelled",
    "Change",
    "Choice",
    "Claim",
    "Control",
    "Frame",
    "Frames",
    "History",
    "Lab",
    "LabError",
    "Mailbox",
    "Message",
    "Names",
    "Outcome",
    "Params",
    "ParamsError",
    "Preset",
    "Run",
    "Spec",
    "Text",
    "Trial",
    "Trials",
    "Verdict",
    "at_least",
    "at_most",
    "choice",
    "choices",
    "equal",
    "flag",
    "frozen",
    "message",
    "real",
    "reproduce",
    "rows",
    "whole",
    "words",
]
