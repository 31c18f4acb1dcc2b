"""Strava's types of activity, in the languages of its site that we know, as far as a heel is concerned."""

from firststep.records.activity import Kind

RUNS = """
run, trail run, virtual run, trail running, trail
course à pied, course, course virtuelle
carrera, carrera de montaña, carrera virtual
lauf, laufen, traillauf, virtueller lauf
corrida, corrida em trilha, corsa, corsa virtuale, hardloop, hardlopen, trailrun
"""
WALKS = """
walk, hike, snowshoe
marche, randonnée, raquettes
caminata, senderismo, paseo, raquetas de nieve
spaziergang, gehen, wanderung, wandern, schneeschuhwandern
caminhada, trilha, camminata, escursionismo, wandelen, wandeling
"""
LEAPING = """
soccer, tennis, badminton, squash, racquetball, pickleball, padel, basketball, volleyball, cricket, dance
high intensity interval training, hiit, stair-stepper, stair stepper, crossfit
football, fútbol, tenis, fußball, futebol, calcio, voetbal
"""


def _names(text: str) -> list[str]:
    return [" ".join(name.split()) for line in text.split("\n") for name in line.split(",") if name.strip()]


KINDS = {
    **dict.fromkeys(_names(RUNS), Kind.RUN),
    **dict.fromkeys(_names(WALKS), Kind.WALK),
    **dict.fromkeys(_names(LEAPING), Kind.LEAPING),
}


def kind_of(name: str) -> Kind:
    """What a type is to a heel; OTHER also where the name is not known."""
    return KINDS.get(" ".join(name.casefold().replace("_", " ").split()), Kind.OTHER)
