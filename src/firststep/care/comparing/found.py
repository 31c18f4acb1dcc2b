"""The findings of a person's diary as they stand: what rests is out, and every technique has its name."""

from firststep.care.comparing.analysis import analyse
from firststep.care.comparing.resting import left_out
from firststep.care.comparing.standing import Standing
from firststep.knowledge import called
from firststep.records import Diary
from firststep.trial import Findings, Lattices


def findings_of(standing: Standing, diary: Diary, lattices: Lattices | None = None) -> Findings:
    """The findings of the diary that `standing` has.

    lattices
        To be shared with a trial of the same mornings: the same numbers, only sooner.
    """
    rested = frozenset(diary.techniques) - set(standing.compared) | left_out(standing)
    names = {name: called(name, standing.own) for name in diary.techniques}
    return analyse(diary, rested=rested, names=names, lattices=lattices)
