"""The form as a page shows it: each field with what was typed, and what is to be mended there."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from firststep.care.teaching import (
    DOES,
    HANDS,
    LIKE,
    MOST_STEPS,
    MOVES,
    OTHER,
    STEP_DOES,
    TaughtForm,
    TaughtStep,
    Wrong,
)
from firststep.knowledge import Posture, Stroke, Tool, capital, counted, every, phrase, words
from firststep.reports.known.maps import maps_as_data
from firststep.web.who import Request

OF_A_STEP = re.compile(r"(?P<part>[a-z]+)-(?P<number>\d+)")
MORE = ("times", "rest", "pace", "title", "say", "cue", "moves")
"""Fields of a step that stay folded until they are wanted."""

NEW = "n"
"""Stands for the number of a step that a script adds."""


def form_page(
    request: Request, form: TaughtForm, *, wrong: Sequence[Wrong] = (), status: int = 200, **shown: Any
) -> HttpResponse:
    """The page of a form.

    wrong
        What is to be mended; the first of a field is said.
    shown
        `change`: the technique that is changed. `start`, `starts`: the id and name of the one that it
        was started from. `becomes_new`: that saving makes it another one. `fresh`: that nothing was
        typed yet. `focus`: the number of the step to land on.
    """
    said = {one.field: one.says for one in reversed(wrong)}
    context: dict[str, Any] = {
        "member": request.member,
        "page": "taught",
        "form": form,
        "wrong": {name.replace("-", "_"): text for name, text in said.items()},
        "mend": counted("teaching", "mend", len(said), count=len(said)) if said else "",
        "faults": [_fault(name, text) for name, text in reversed(said.items())],
        "tools": _tools(form),
        "like": _ticks("like", LIKE, form.like),
        "does": _ticks("traits", DOES, form.does),
        "sits": _ticks("sits", tuple(map(str, Posture)), (form.posture,)),
        "steps": [_step(step, str(number), said) for number, step in enumerate(form.steps)],
        "new_step": _step(TaughtStep(), NEW, {}),
        "maps": maps(),
        "limbs": maps_as_data(),
        "can_add": len(form.steps) < MOST_STEPS,
        "most": MOST_STEPS,
    }
    return render(request, "taught/form.html", context | shown, status=status)


def maps() -> list[dict[str, Any]]:
    """Every path by the part of foot or leg that it lies on, with what a small picture of it needs."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for stroke in every(Stroke).values():
        groups.setdefault(_on(stroke), []).append(
            {
                "id": stroke.id,
                "map": stroke.map,
                "name": capital(stroke.name),
                "says": stroke.says,
                "points": "" if stroke.spots else " ".join(f"{x},{y}" for x, y in stroke.path),
                "spots": stroke.path if stroke.spots else stroke.path[:1],
            }
        )
    return [
        {"id": on, "title": phrase("teaching", f"map_{on}"), "paths": paths} for on, paths in groups.items()
    ]


def _on(stroke: Stroke) -> str:
    """The part of foot or leg that a path lies on."""
    return "sole" if stroke.map == "sole" else f"leg_{stroke.zones[0]}"


def _tools(form: TaughtForm) -> list[dict[str, Any]]:
    said = words()["teaching"]
    named = {tool.id: capital(tool.name) for tool in every(Tool).values()}
    named |= {HANDS: said["hands"], OTHER: said["something_else"]}
    return [{"id": id_, "label": label, "on": id_ in form.tools} for id_, label in named.items()]


def _ticks(table: str, known: Sequence[str], ticked: Sequence[str]) -> list[dict[str, Any]]:
    said = words()["teaching"][table]
    return [{"id": one, "label": said[one], "on": one in ticked} for one in known]


def _step(step: TaughtStep, number: str, said: Mapping[str, str]) -> dict[str, Any]:
    wrong = {
        named["part"]: text
        for name, text in said.items()
        if (named := OF_A_STEP.fullmatch(name)) and named["number"] == number
    }
    stroke = every(Stroke).get(step.stroke)
    shown = int(number) + 1 if number.isdecimal() else NEW
    return {
        "number": number,
        "title": phrase("teaching", "step", number=shown),
        "typed": step,
        "wrong": wrong,
        "more": any(part in wrong for part in MORE),
        "on": _on(stroke) if stroke else "",
        "chosen": phrase("teaching", "chosen_path", path=stroke.name) if stroke else "",
        "does": _ticks("steps_do", STEP_DOES, (step.does,)),
        "moves": _ticks("moves", MOVES, (step.moves,)),
    }


def _fault(field: str, says: str) -> dict[str, str]:
    """What is to be mended as the list above the form says it: in which step, and where that leads."""
    named = OF_A_STEP.fullmatch(field)
    step = f"{_called(int(named['number']))}: " if named else ""
    return {"at": {"all": "taught"}.get(field, field), "says": f"{step}{says}"}


def _called(number: int) -> str:
    return phrase("teaching", "step", number=number + 1)
