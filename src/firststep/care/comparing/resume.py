"""A trial taken up again from a diary, so that today's draw can be made from a file."""

from collections.abc import Iterable

from firststep.records import Diary
from firststep.trial import Advice, Done, Lattices, Trial


def trial_of(
    diary: Diary,
    *,
    usual_days: float = 0.0,
    seed: int = 0,
    compared: tuple[str, ...] | None = None,
    given: Iterable[Advice] = (),
    lattices: Lattices | None = None,
) -> Trial:
    """The trial that the days of a diary make, told in the order of their dates.

    compared
        What is compared now; left out, all techniques of the diary.
    given
        Draws that were given before; each stands for its block.
    lattices
        To be shared with an analysis of the same mornings.
    """
    now = diary.techniques if compared is None else compared
    trial = Trial(now, usual_days=usual_days, better=diary.better or "lower", seed=seed, lattices=lattices)
    for name in diary.techniques:
        if name not in now:
            trial.add(name)
            trial.rest(name)
    did: Done = None
    for day in diary.days:
        trial.record(day.pain, did=did, on=day.on)
        did = day.did
    for advice in given:
        trial.keep(advice)
    return trial
