"""A trial taken up again from a diary, so that today's draw can be made from a file."""

from firststep.records import Diary
from firststep.trial import Done, Trial


def trial_of(diary: Diary, *, usual_days: float = 0.0, seed: int = 0) -> Trial:
    """The trial that the days of a diary make, told in the order of their dates."""
    trial = Trial(diary.techniques, usual_days=usual_days, better=diary.better or "lower", seed=seed)
    did: Done = None
    for day in diary.days:
        trial.record(day.pain, did=did, on=day.on)
        did = day.did
    return trial
