"""Where ZIP codes are: the middle of each, as the package `zipcodes` (MIT) has them."""

from collections.abc import Iterator

import zipcodes

from firststep.records.professional import Place


def places() -> Iterator[Place]:
    """Every ZIP code with a place, some 42,000, in order."""
    told = {}
    for one in zipcodes.list_all():  # type: ignore[no-untyped-call]
        if one["lat"] and one["long"]:
            told[one["zip_code"]] = Place(
                one["zip_code"], float(one["lat"]), float(one["long"]), one["city"], one["state"]
            )
    yield from (told[zip_] for zip_ in sorted(told))
