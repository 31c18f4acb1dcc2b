"""Where the records of a person meet the statistics."""

from firststep.care.analysis import ArmOf, analyse, series_of
from firststep.care.resume import trial_of

__all__ = ["ArmOf", "analyse", "series_of", "trial_of"]
