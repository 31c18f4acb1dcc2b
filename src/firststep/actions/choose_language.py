"""Choose the language that one's pages speak."""

from datetime import datetime
from uuid import UUID, uuid4

from firststep.actions.tell import tell
from firststep.errors import RecordError
from firststep.knowledge import languages
from firststep.records import Foot, Name, Setting, Told
from firststep.store import read


def choose_language(person: UUID, code: str, now: datetime) -> None:
    """From now on a person's pages speak this language; "" for what their browser asks for.

    RecordError where nobody here speaks it.
    """
    if code and code not in languages():
        raise RecordError("this language is not spoken here", mend=f"choose one of: {', '.join(languages())}")
    foot = read.last_told(person)[1] or Foot.RIGHT  # it holds for both
    tell(person, [Told(uuid4(), foot, now.date(), now, Setting(Name.LANGUAGE, code))], now)
