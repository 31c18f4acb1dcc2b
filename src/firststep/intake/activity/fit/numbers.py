"""What the numbers in a FIT file stand for, as far as a heel needs it."""

from datetime import datetime

from firststep.records.activity import Kind

EPOCH = datetime(1989, 12, 31)  # noqa: DTZ001  UTC or local, as the field says that is counted from it
SINCE_POWER_ON = 0x10000000  # a time below it counts from when the watch was switched on
FARTHEST = 15 * 3600  # seconds that a clock on a wall can differ from UTC, and an hour

FILE, SPORT, SESSION, LAP, RECORD, ACTIVITY, MONITORING, MONITORING_INFO = 0, 12, 18, 19, 20, 34, 55, 103

FILE_TYPE, FILE_MAKER, FILE_PRODUCT = 0, 1, 2
ACTIVITY_FILE, MONITORING_FILES = 4, frozenset({15, 28, 32})

SPORT_SPORT, SPORT_SUB = 0, 1
START, ELAPSED_MS, TIMER_MS, DISTANCE_CM = 2, 7, 8, 9  # of a session and of a lap
SESSION_SPORT, SESSION_SUB, LAP_SPORT, LAP_SUB = 5, 6, 25, 39
RECORD_DISTANCE_CM = 5
ACTIVITY_LOCAL = 5

CLOCK = 253  # when it was written, in every kind of message
INFO_LOCAL = 0
MONITORED_DISTANCE_CM, MONITORED_CYCLES, MONITORED_TYPE = 2, 3, 5
MONITORED_KIND_BITS, MONITORED_CLOCK_16 = 24, 26
RUNNING, WALKING = 1, 6  # of what is monitored; their cycles are steps

MAKERS = {
    1: "Garmin",
    15: "Dynastream",
    16: "Timex",
    23: "Suunto",
    32: "Wahoo",
    70: "Sigma",
    71: "TomTom",
    123: "Polar",
    260: "Zwift",
    265: "Strava",
    267: "Bryton",
    289: "Hammerhead",
    294: "Coros",
    310: "Decathlon",
}

SPORTS = {
    1: Kind.RUN,
    6: Kind.LEAPING,  # basketball
    7: Kind.LEAPING,  # football
    8: Kind.LEAPING,  # tennis
    9: Kind.LEAPING,  # American football
    11: Kind.WALK,
    16: Kind.WALK,  # mountaineering
    17: Kind.WALK,  # hiking
    35: Kind.WALK,  # snowshoes
    47: Kind.LEAPING,  # boxing
    48: Kind.LEAPING,  # stairs
    62: Kind.LEAPING,  # interval training
    64: Kind.LEAPING,  # racket games
    72: Kind.LEAPING,  # rugby
    73: Kind.LEAPING,  # hockey
    74: Kind.LEAPING,  # lacrosse
    75: Kind.LEAPING,  # volleyball
    83: Kind.LEAPING,  # dancing
    84: Kind.LEAPING,  # rope
}
ON_MACHINES = {1: Kind.RUN, 16: Kind.LEAPING, 27: Kind.WALK, 45: Kind.RUN}  # sub-sports of sport 4
MACHINES = 4


def kind_of(sport: int | None, sub: int | None) -> Kind:
    """What a sport is to a heel."""
    if sport == MACHINES:
        return ON_MACHINES.get(sub or 0, Kind.OTHER)
    return SPORTS.get(sport or 0, Kind.OTHER)


def device(maker: int | None, product: int | None) -> str:
    """A watch by its maker and the maker's number for it."""
    if maker is None:
        return ""
    return " ".join([MAKERS.get(maker, f"maker {maker}"), *([str(product)] if product is not None else [])])
