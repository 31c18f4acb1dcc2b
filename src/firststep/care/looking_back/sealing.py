"""The protocol behind what a person chose: people choose a question, not a design."""

from collections.abc import Mapping

from firststep.care.comparing.comparison import check_comparing, is_compared, rest_days
from firststep.errors import TrialError
from firststep.knowledge import NONE_OF_ONES_OWN, Technique
from firststep.records import Comparing
from firststep.trial import Expectation, Protocol, Question, protocol


def protocol_of(
    comparing: Comparing, *, seed: int, own: Mapping[str, Technique] = NONE_OF_ONES_OWN
) -> Protocol:
    """The protocol of a comparison, to be kept with its first plan, before any draw is shown.

    seed
        Of the foot's draws. TrialError where nothing is compared.
    own
        Techniques of the person's own, by id.
    """
    if not is_compared(comparing):
        raise TrialError("nothing is compared, so there is nothing to settle", mend="choose a question")
    check_comparing(comparing, retired=True, own=own)
    share = rest_days(comparing.question)
    expects = None if comparing.expects is None else Expectation(comparing.expects)
    question: Question = "helps" if share else "which"
    return protocol(
        comparing.techniques,
        question=question,
        usual_days=share,
        seed=seed,
        expects=expects,
        first_week=True,
    )


def still_holds(
    frozen: Protocol, comparing: Comparing, *, seed: int, own: Mapping[str, Technique] = NONE_OF_ONES_OWN
) -> bool:
    """Whether a protocol is that of this comparison, whatever the engine has become since."""
    new = protocol_of(comparing, seed=seed, own=own)
    same = ("question", "techniques", "usual_days", "expects", "commitment")
    return all(getattr(frozen, name) == getattr(new, name) for name in same)
