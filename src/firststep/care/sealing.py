"""The protocol behind what a person chose: people choose a question, not a design."""

from firststep.care.comparison import check_comparing, is_compared, rest_days
from firststep.errors import TrialError
from firststep.records import Comparing
from firststep.trial import Expectation, Protocol, Question, protocol


def protocol_of(comparing: Comparing, *, seed: int, expects: Expectation | None = None) -> Protocol:
    """The protocol of a comparison, to be kept before its first draw.

    seed
        Of the foot's draws. TrialError where nothing is compared.
    """
    if not is_compared(comparing):
        raise TrialError("nothing is compared, so there is nothing to settle", mend="choose a question")
    check_comparing(comparing, retired=True)
    share = rest_days(comparing.question)
    question: Question = "helps" if share else "which"
    return protocol(comparing.techniques, question=question, usual_days=share, seed=seed, expects=expects)
