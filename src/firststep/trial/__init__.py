"""The trial engine: numbers in, numbers out. Knows no feet, no files, no clock."""

from firststep.trial.advice import Advice
from firststep.trial.checks import NOTHING, OTHER
from firststep.trial.findings import Findings, find
from firststep.trial.loads import Lack, lack
from firststep.trial.model.mixture import Lattices
from firststep.trial.one_day import another, untried
from firststep.trial.posterior import LevelPath
from firststep.trial.proof.protocol import Expectation, Protocol, Question, protocol
from firststep.trial.proof.witness import Witness, witness
from firststep.trial.second import SecondLook, second_look
from firststep.trial.series import Done, Series
from firststep.trial.trial import Trial
from firststep.trial.verdict.answers import (
    Better,
    Choice,
    ChoiceKind,
    Contrast,
    Effect,
    Estimate,
    Helps,
    HelpsKind,
    Line,
    LineKind,
    LoadEffect,
    MorningsToGo,
    Rhythm,
)
from firststep.trial.verdict.sentences import Sentence

__all__ = [
    "NOTHING",
    "OTHER",
    "Advice",
    "Better",
    "Choice",
    "ChoiceKind",
    "Contrast",
    "Done",
    "Effect",
    "Estimate",
    "Expectation",
    "Findings",
    "Helps",
    "HelpsKind",
    "Lack",
    "Lattices",
    "LevelPath",
    "Line",
    "LineKind",
    "LoadEffect",
    "MorningsToGo",
    "Protocol",
    "Question",
    "Rhythm",
    "SecondLook",
    "Sentence",
    "Series",
    "Trial",
    "Witness",
    "another",
    "find",
    "lack",
    "protocol",
    "second_look",
    "untried",
    "witness",
]
