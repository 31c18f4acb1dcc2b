"""What the numbers in Health Connect's database stand for.

Its types of exercise are the platform's own, which differ from those of its
library for apps: running is 33 here.
"""

from firststep.records.activity import Kind

STEPS, DISTANCES, EXERCISES, APPS = (
    "steps_record_table",
    "distance_record_table",
    "exercise_session_record_table",
    "application_info_table",
)
TABLES = (STEPS, EXERCISES)

RUNS = (33, 34)  # outside, on a treadmill
WALKS = (21, 40, 53)  # hiking, snowshoes, walking
LEAPING = (
    1,  # badminton
    3,  # basketball
    7,  # boxing
    9,  # cricket
    10,  # dancing
    13,  # American football
    14,  # Australian football
    19,  # handball
    20,  # interval training
    24,  # martial arts
    28,  # racquetball
    32,  # rugby
    41,  # football
    43,  # squash
    44,  # stairs
    51,  # tennis
    52,  # volleyball
    59,  # a machine of stairs
)
KINDS = {
    **dict.fromkeys(RUNS, Kind.RUN),
    **dict.fromkeys(WALKS, Kind.WALK),
    **dict.fromkeys(LEAPING, Kind.LEAPING),
}


def kind_of(exercise: object) -> Kind:
    """What a type of exercise is to a heel."""
    return KINDS.get(exercise, Kind.OTHER) if isinstance(exercise, int) else Kind.OTHER
