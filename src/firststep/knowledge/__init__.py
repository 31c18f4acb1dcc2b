"""What is known of heels, as files that a clinician can review: read strictly, found by id."""

from firststep.knowledge.catalogue import catalogue
from firststep.knowledge.checking.checks import Problem, problems
from firststep.knowledge.checking.claims import claims_of, is_sourced
from firststep.knowledge.checking.dose import digest, seconds
from firststep.knowledge.checking.rules import Fault, technique_faults
from firststep.knowledge.kinds.advice import Advice, Part
from firststep.knowledge.kinds.body import Map, Stroke, Structure, Tool
from firststep.knowledge.kinds.evidence import Measure, Number, Saying, Source
from firststep.knowledge.kinds.factor import Effect, Factor
from firststep.knowledge.kinds.parts import Basis, Claim, Review, Thing
from firststep.knowledge.kinds.professional import Asking, Profession, State, Taxonomy
from firststep.knowledge.kinds.screening import Card, Outcome, SafetyQuestion, Whom
from firststep.knowledge.kinds.technique import Family, Grade, Phase, Posture, Technique
from firststep.knowledge.languages.spoken import language, speaking, turn_to
from firststep.knowledge.languages.translations import ENGLISH, languages
from firststep.knowledge.languages.wanted import best_of
from firststep.knowledge.library import FOLDERS, as_written, every, one
from firststep.knowledge.numerals import days_said, numeral, said_day
from firststep.knowledge.own import own_technique
from firststep.knowledge.techniques import (
    KNOWLEDGE_VERSION,
    NONE_OF_ONES_OWN,
    OWN,
    called,
    offered,
    technique,
)
from firststep.knowledge.traits import traits
from firststep.knowledge.words import capital, counted, phrase, words
from firststep.knowledge.writing import technique_text

__all__ = [
    "ENGLISH",
    "FOLDERS",
    "KNOWLEDGE_VERSION",
    "NONE_OF_ONES_OWN",
    "OWN",
    "Advice",
    "Asking",
    "Basis",
    "Card",
    "Claim",
    "Effect",
    "Factor",
    "Family",
    "Fault",
    "Grade",
    "Map",
    "Measure",
    "Number",
    "Outcome",
    "Part",
    "Phase",
    "Posture",
    "Problem",
    "Profession",
    "Review",
    "SafetyQuestion",
    "Saying",
    "Source",
    "State",
    "Stroke",
    "Structure",
    "Taxonomy",
    "Technique",
    "Thing",
    "Tool",
    "Whom",
    "as_written",
    "best_of",
    "called",
    "capital",
    "catalogue",
    "claims_of",
    "counted",
    "days_said",
    "digest",
    "every",
    "is_sourced",
    "language",
    "languages",
    "numeral",
    "offered",
    "one",
    "own_technique",
    "phrase",
    "problems",
    "said_day",
    "seconds",
    "speaking",
    "technique",
    "technique_faults",
    "technique_text",
    "traits",
    "turn_to",
    "words",
]
