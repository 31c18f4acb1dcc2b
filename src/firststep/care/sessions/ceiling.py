"""Pain above the ceiling of a technique, before and after a session.

The page goes by the same two rules without a net (`web/static/firststep/session/ceiling.js`); a test holds
that they agree on every answer.
"""


def begins_above(before: int | None, ceiling: int) -> bool:
    """Whether it hurts too much to begin as usual: lighter, or not today. Not told is not too much."""
    return before is not None and before > ceiling


def rests_after(before: int | None, after: int | None, ceiling: int) -> bool:
    """Whether a technique rests at once: afterwards it hurts above the ceiling, and more than before.

    What hurt as much before it began is not put down to the technique. Where nothing was told of
    before, the safe side is taken.
    """
    if after is None or after <= ceiling:
        return False
    return before is None or after > before
