"""The safety rules, written down apart from the files that hold them: what each row must do.

`docs/reference/safety.md` is printed from this table and from the files.
"""

from dataclasses import dataclass

from firststep.knowledge import Outcome

NOW, SEE, ASK, START = Outcome.CARE_NOW, Outcome.SEE_FIRST, Outcome.ASK, Outcome.START

EVERYTHING = None
"""Nothing at all is offered."""

ROLLERS_OF_THE_SOLE = (
    "frozen-bottle",
    "tennis-ball",
    "tennis-ball-active",
    "massage-ball",
    "spiky-ball",
    "wooden-roller",
    "vibrating-roller",
    "whole-leg",
)
SOLE = (*ROLLERS_OF_THE_SOLE, "hands", "cross-friction")
HARD = ("frozen-bottle", "massage-ball", "wooden-roller", "vibrating-roller")
CALF = ("calf-roller", "calf-stick", "calf-hands", "calf-ball", "whole-leg")
STRETCHES = ("fascia-stretch", "calf-stretch-straight", "calf-stretch-bent")
TOOLS = (*ROLLERS_OF_THE_SOLE, "calf-roller", "calf-stick", "calf-ball", "hamstring-ball")
MASSAGE = (*SOLE, *CALF, "hamstring-ball")
GENTLE = ("point-and-flex",)


@dataclass(frozen=True)
class Rule:
    """One promise: with this answer, this follows, these go and these stay.

    row
        The row of the clinical file that it stands for.
    question
        The file in `screening/`.
    out
        Techniques that must not be offered; None for all.
    stays
        Techniques that must stay open.
    """

    row: str
    question: str
    promise: str
    outcome: Outcome
    out: tuple[str, ...] | None = ()
    stays: tuple[str, ...] = ()


RULES = (
    Rule("Acute rupture of plantar fascia", "pop-or-tear", "A pop or tear under the foot: nothing starts until somebody has looked.", SEE, EVERYTHING),
    Rule("Calcaneal stress fracture", "stress-fracture", "Pain that builds, or a heel that hurts when squeezed: nothing starts until somebody has looked.", SEE, EVERYTHING),
    Rule("Acute fracture", "fall", "A fall, or four steps that cannot be walked: care now.", NOW, EVERYTHING),
    Rule("Achilles rupture", "snap", "A snap, or no push-off: care now.", NOW, EVERYTHING),
    Rule("Infection / osteomyelitis", "infection", "Fever with a sore heel, or a wound that weeps: care now.", NOW, EVERYTHING),
    Rule("Tumour", "night-pain", "Pain day and night, a lump, lost weight or cancer before: somebody looks soon, nothing starts.", SEE, EVERYTHING),
    Rule("Cauda equina / cord", "cord", "Weak legs, numb between the legs, bladder or bowel: care now.", NOW, EVERYTHING),
    Rule("S1 radiculopathy", "back-and-leg", "Back pain that runs below the knee: nothing starts until somebody has looked.", SEE, EVERYTHING),
    Rule("Tarsal tunnel / Baxter nerve", "nerve-signs", "Burning, tingling, numbness or shocks: nothing starts until somebody has looked.", SEE, EVERYTHING),
    Rule("Inflammatory arthropathy", "many-joints", "Both heels with long stiffness, or a disease of joints: ask; gentle things stay.", ASK, (*HARD, "spiky-ball", "cross-friction", "heel-raise"), ("hands", "calf-hands", "fascia-stretch", *GENTLE)),
    Rule("Achilles tendinopathy", "back-of-heel", "Sore at the back of the heel: this is not the plan for it.", SEE, EVERYTHING),
    Rule("Heel fat-pad syndrome", "fat-pad", "A bruise-like ache in the middle: start, never over the heel, nothing hard.", START, (*HARD, "cross-friction"), ("tennis-ball", "hands", "calf-hands", *STRETCHES, *GENTLE)),
    Rule("DVT", "blood-clot", "A swollen, warm calf: care now.", NOW, EVERYTHING),
    Rule("DVT", "short-breath", "Chest pain, or suddenly short of breath: care now.", NOW, EVERYTHING),
    Rule("Peripheral arterial disease", "circulation", "Calf pain on walking, a cold pale foot, an open sore: nothing starts, no ice above all.", SEE, EVERYTHING),
    Rule("Diabetes with neuropathy / loss of protective sensation", "diabetes-feeling", "Diabetes with feeling lost: ask; no tool, no ice, no load.", ASK, (*TOOLS, "cross-friction", "heel-raise"), ("hands", "calf-hands", *STRETCHES, *GENTLE)),
    Rule("Diabetes with neuropathy / loss of protective sensation", "diabetes-unchecked", "Diabetes with feeling not known: ask; no tool, no ice, no load.", ASK, (*TOOLS, "cross-friction", "heel-raise"), ("hands", "calf-hands", *STRETCHES, *GENTLE)),
    Rule("Diabetes with neuropathy / loss of protective sensation", "diabetes", "Diabetes with feeling that was checked: start, and look at the feet each day.", START, (), ("tennis-ball", "frozen-bottle")),
    Rule("Anticoagulants / bleeding disorder", "bleeding", "Blood thinners: ask; hands only, and lightly.", ASK, (*TOOLS, "cross-friction"), ("hands", "calf-hands", *STRETCHES, *GENTLE)),
    Rule("Pregnancy", "pregnancy", "Pregnant: ask; no vibration, nothing deep or hard, no load.", ASK, ("cross-friction", *HARD, "calf-roller", "calf-stick", "heel-raise"), ("tennis-ball", "hands", *GENTLE)),
    Rule("Recent corticosteroid injection", "injection", "An injection in the last six weeks: ask; the sole is left alone, no load.", ASK, (*SOLE, "heel-raise"), ("calf-hands", "calf-ball", *GENTLE)),
    Rule("Recent foot/ankle/leg surgery", "operation", "An operation in the last twelve weeks: nothing starts until somebody has looked.", SEE, EVERYTHING),
    Rule("Skin: open wound, blister, ulcer, infected wart/tinea, fragile skin, rash", "skin-foot", "A wound or rash on the foot: the sole is left alone; the calf stays.", START, (*SOLE, "heel-raise", "fascia-stretch", "towel-curl", "short-foot"), ("calf-hands", "calf-roller", "calf-stretch-straight", *GENTLE)),
    Rule("Skin: open wound, blister, ulcer, infected wart/tinea, fragile skin, rash", "skin-leg", "A wound or rash on the leg: the leg is left alone; the sole stays.", START, (*CALF, "hamstring-ball"), ("tennis-ball", "hands", *GENTLE)),
    Rule("Local acute inflammation (hot, swollen)", "hot-heel", "A hot or swollen heel: nothing starts until somebody has looked.", SEE, EVERYTHING),
    Rule("Myositis ossificans / recent calf haematoma", "blow", "A fresh blow to the muscle: nothing starts until somebody has looked.", SEE, EVERYTHING),
    Rule("Fluoroquinolone in last weeks; long-term oral steroids", "tendon-medicine", "Medicine that weakens tendons: ask; no load, no stretch, nothing deep.", ASK, ("heel-raise", "cross-friction", *STRETCHES), ("tennis-ball", "hands", *GENTLE)),
    Rule("Child / adolescent 8-15 y, heel pain with sport", "too-young", "Under 16: a clinician, not this program.", SEE, EVERYTHING),
    Rule("Pain suddenly worse >=3 points and not settling in 48-72 h", "much-worse", "Suddenly much worse: pause, and ask; only moving the foot stays.", ASK, (*MASSAGE, *STRETCHES, "heel-raise"), GENTLE),
    Rule("Cold / frozen bottle", "cold-reaction", "Hives from cold, Raynaud, cryoglobulins: no ice.", START, ("frozen-bottle",), ("tennis-ball",)),
    Rule("Cold / frozen bottle", "cold-nerve", "Cold cannot be borne, or a nerve grows back: no ice.", START, ("frozen-bottle",), ("tennis-ball",)),
    Rule("Cold / frozen bottle", "cold-frail", "High blood pressure or great age: no ice.", START, ("frozen-bottle",), ("tennis-ball",)),
    Rule("Cold / frozen bottle", "touch-hurts", "A light touch hurts and the skin changes: ask; no ice, no tool, no load.", ASK, (*TOOLS, "cross-friction", "heel-raise"), GENTLE),
    Rule("Self-massage (any)", "skin-foot", "An open wound: not there.", START, SOLE, GENTLE),
    Rule("Foam roller / stick on calf", "painful-veins", "Sore or clotted veins: no tool and no hand on calf or thigh.", START, (*CALF, "hamstring-ball"), ("tennis-ball", "hands", *GENTLE)),
    Rule("Hard ball (golf/lacrosse), wooden roller", "acutely-tender", "In a flare: the sole is left alone, no load.", START, (*SOLE, "heel-raise"), ("calf-hands", *GENTLE)),
    Rule("Hard ball (golf/lacrosse), wooden roller", "fat-pad", "With fat-pad pain: nothing hard.", START, HARD, GENTLE),
    Rule("Spiky ball", "thin-skin", "Thin skin: hands only.", START, (*TOOLS, "cross-friction"), ("hands", "calf-hands", *GENTLE)),
    Rule("Spiky ball", "bleeding", "Blood thinners: no spikes.", ASK, ("spiky-ball",), GENTLE),
    Rule("Standing body-weight rolling", "unsteady", "Unsteady: nothing standing.", START, ("heel-raise",), ("tennis-ball", *GENTLE)),
    Rule("Standing body-weight rolling", "acutely-tender", "In a flare: nothing standing.", START, ("heel-raise",), GENTLE),
    Rule("Vibration / percussion", "implant", "A pacemaker or the like: no vibration.", START, ("vibrating-roller",), ("tennis-ball", "wooden-roller")),
    Rule("Vibration / percussion", "vibration-no", "Fits, retina, metal or cancer in the leg: no vibration.", START, ("vibrating-roller",), ("tennis-ball", "wooden-roller")),
    Rule("Vibration / percussion", "pregnancy", "Pregnant: no vibration.", ASK, ("vibrating-roller",), GENTLE),
    Rule("Stretching", "pop-or-tear", "A tear: no stretch.", SEE, EVERYTHING),
    Rule("Stretching", "stress-fracture", "A broken bone: no stretch.", SEE, EVERYTHING),
    Rule("Heavy heel raise", "unsteady", "Unsteady: no heel raise.", START, ("heel-raise",), GENTLE),
    Rule("Heavy heel raise", "stress-fracture", "A stress fracture: no heel raise.", SEE, EVERYTHING),
)  # fmt: skip

PICTURE = (
    Rule("The usual picture", "first-steps-worst", "Not worst at the first steps: ask; it may be something else.", ASK, (), ("tennis-ball", *GENTLE)),
    Rule("The usual picture", "under-heel", "Not sore under the heel: somebody looks first; it may be something else.", SEE, EVERYTHING),
    Rule("The usual picture", "after-more", "Not begun after more load: nothing follows, and it is said.", START, (), ("tennis-ball", *GENTLE)),
)  # fmt: skip
"""Here "no" is what something follows from."""

ELSEWHERE = {
    "No improvement": (
        "care/planning/course.py",
        "Six weeks, three months and half a year after it began: somebody to see, whatever a comparison says.",
        "test_reviews_run_from_the_day_when_it_began",
    ),
    "- conflict": (
        "knowledge/checking/rules.py",
        "Cold lasts five to ten minutes, and ends at once when the skin goes numb.",
        "test_cold_lasts_five_to_ten_minutes_and_stops_when_numb",
    ),
    "- mechanism risk": (
        "knowledge/checking/rules.py",
        "Two hours pass between two sessions with cold.",
        "test_two_hours_pass_between_two_sessions_with_cold",
    ),
    "Standing body-weight rolling": (
        "techniques/*.toml",
        "Rolling is seated; standing is a later option, and never the beginning.",
        "test_every_massage_is_seated",
    ),
    "Vibration / percussion": (
        "knowledge/checking/rules.py",
        "Vibration stays a minute at most on one spot, and off the heel bone.",
        "test_vibration_is_short_and_off_the_bone",
    ),
    "Hard ball (golf/lacrosse), wooden roller": (
        "knowledge/checking/rules.py",
        "Nothing hard is rolled over the heel itself.",
        "test_nothing_is_rolled_over_the_heel_or_the_back_of_the_knee",
    ),
    "Foam roller / stick on calf": (
        "knowledge/checking/rules.py",
        "No path crosses the back of the knee.",
        "test_nothing_is_rolled_over_the_heel_or_the_back_of_the_knee",
    ),
    "Self-massage (any)": (
        "knowledge/checking/rules.py",
        "Pain stays at 4 of 10 or less while massaging, and is back to the usual by next morning.",
        "test_every_technique_has_a_ceiling_of_pain",
    ),
    "Pain right after a session": (
        "care/sessions/ceiling.py",
        "Above the ceiling and more than before, the technique rests at once; not told before counts as less.",
        "test_pain_that_rose_above_the_ceiling_rests_a_technique_at_once",
    ),
    "Pain right before a session": (
        "care/sessions/ceiling.py",
        "Above the ceiling it is said before it begins: lighter, or not today; it is not put down to the technique.",
        "test_pain_that_was_above_the_ceiling_before_is_not_put_down_to_the_technique",
    ),
    "Dry needling (professional)": (
        "advice/needling.toml",
        "Needling is for professionals: it is told about, and never offered.",
        "test_needling_is_told_about_and_never_offered",
    ),
}
"""Rows, or parts of rows, that no question stands for: where the rule is, what it says, its test."""

NEVER = {
    "frozen-bottle": ("cold-reaction", "cold-nerve", "circulation", "diabetes-feeling", "diabetes-unchecked", "touch-hurts", "skin-foot", "nerve-signs", "cold-frail", "thin-skin"),
    "spiky-ball": ("thin-skin", "bleeding", "diabetes-feeling", "skin-foot", "nerve-signs"),
    "vibrating-roller": ("pregnancy", "blood-clot", "implant", "vibration-no", "operation", "diabetes-feeling", "fall"),
    "wooden-roller": ("diabetes-feeling", "nerve-signs", "fat-pad", "acutely-tender"),
    "massage-ball": ("diabetes-feeling", "nerve-signs", "fat-pad", "acutely-tender"),
    "calf-roller": ("blood-clot", "painful-veins", "skin-leg", "blow"),
    "calf-stick": ("blood-clot", "painful-veins", "skin-leg", "blow"),
    "fascia-stretch": ("pop-or-tear", "stress-fracture", "fall"),
    "calf-stretch-bent": ("pop-or-tear", "stress-fracture", "fall", "snap", "back-of-heel"),
    "heel-raise": ("pop-or-tear", "stress-fracture", "unsteady", "acutely-tender"),
} | {id_: ("skin-foot", "infection", "fall", "blood-clot") for id_ in SOLE if id_ != "frozen-bottle"}  # fmt: skip
"""What must never be used with which answer: the modalities once more, as a second opinion on the files."""
