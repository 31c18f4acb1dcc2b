"""Made-up loads for a series: what somebody walked or stood, day by day."""

from dataclasses import replace

import numpy as np

from firststep.trial import OTHER, Series


def with_loads(series: Series, *, other=False, seed=1, acts=0.0, **lost) -> Series:
    """The same mornings, with a load for each name; {name: share of days on which it is not known}.

    acts
        Points that an sd of the first of them adds to the next morning.
    other
        Whether something else was done on some days.
    """
    generator = np.random.default_rng([seed, 8])
    gaps, loads = len(series.did), {}
    did, pain = list(series.did), np.array([np.nan if p is None else p for p in series.pain])
    for number, (name, share) in enumerate(lost.items()):
        amounts = np.round(8000.0 * np.exp(0.4 * generator.standard_normal(gaps)))
        if not number:
            pain += acts * ((amounts - amounts.mean()) / amounts.std())[:-1]
        known = generator.random(gaps) >= share
        loads[name] = tuple(float(x) if k else None for x, k in zip(amounts, known, strict=True))
    if other:
        did[5] = did[30] = frozenset([OTHER])
    scores = tuple(None if np.isnan(p) else float(np.clip(np.round(p), 0, 10)) for p in pain)
    return replace(series, did=tuple(did), pain=scores, loads=loads)
