"""The page rests a technique by the same rule as care does, whatever is told."""

import json
from itertools import product

from tests.conftest import ROOT
from tests.javascript import node

from firststep.care.sessions import begins_above, rests_after

MODULE = ROOT / "src/firststep/web/static/firststep/session/ceiling.js"
SCORES = (None, *range(11))
ALL = [*product(SCORES, SCORES, range(1, 11))]


def test_both_rules_are_those_of_care_for_every_answer_and_ceiling():
    run = f"""
        const {{ beginsAbove, restsAfter }} = await import({json.dumps(MODULE.as_uri())});
        const all = {json.dumps(ALL)};
        const said = all.map(([b, a, c]) => [beginsAbove(b, c), restsAfter(b, a, c)]);
        console.log(JSON.stringify(said));
    """
    done = node("--input-type=module", "--eval", run)
    assert done.returncode == 0, done.stderr
    ours = [
        [begins_above(before, ceiling), rests_after(before, after, ceiling)] for before, after, ceiling in ALL
    ]
    assert json.loads(done.stdout) == ours
