"""The public list of NPIs (NPPES), read row by row: a file of the whole list, or of the changes of a week."""

from firststep.intake.nppes.counts import Counts
from firststep.intake.nppes.named import Told
from firststep.intake.nppes.reading import File, open_file

__all__ = ["Counts", "File", "Told", "open_file"]
