"""Settings: browsers, codes, the export, and deleting it all."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from firststep.actions.choose_language import choose_language
from firststep.actions.leave import delete_everything
from firststep.actions.pair import MINUTES, leave, make_code, unpair
from firststep.actions.recover import new_recovery_code
from firststep.actions.take_along import export_everything
from firststep.errors import FirststepError
from firststep.knowledge import languages, phrase, speaking
from firststep.records import Name
from firststep.store import read
from firststep.web.who import Request, browser_of


@require_GET
def settings(request: Request) -> HttpResponse:
    """What can be set, and what is yours."""
    return _settings(request)


@require_POST
def choose(request: Request) -> HttpResponse:
    """Choose the language of my pages."""
    try:
        choose_language(request.member.id, request.POST.get("language", ""), timezone.now())
    except FirststepError:
        return _settings(request, status=400)
    return redirect("settings", person=request.member.id)


@require_POST
def code(request: Request) -> HttpResponse:
    """A one-time code: for another browser of mine, or for somebody else."""
    joining = request.POST.get("for") == "join"
    made = make_code(None if joining else request.member.id, timezone.now())
    said = phrase("settings", "new_code_join" if joining else "new_code", minutes=MINUTES)
    return _settings(request, said=said, made=made)


@require_POST
def unpair_browser(request: Request) -> HttpResponse:
    """A browser may open my pages no more; whoever stays gets a new recovery code."""
    try:
        gone = UUID(request.POST.get("browser", ""))
    except ValueError:
        return _settings(request, status=400)
    if gone == browser_of(request):
        leave(gone, request.member.id)
        return redirect("home")
    unpair(gone, request.member.id)
    return recovery(request)


@require_POST
def recovery(request: Request) -> HttpResponse:
    """A new recovery code, shown this once."""
    made = new_recovery_code(request.member.id)
    return render(request, "door/recovery.html", {"code": made, "member": request.member})


@require_GET
def export(request: Request) -> HttpResponse:
    """Everything, as a zip file."""
    response = HttpResponse(export_everything(request.member.id), content_type="application/zip")
    response.headers["Content-Disposition"] = 'attachment; filename="firststep-export.zip"'
    return response


@require_POST
def delete(request: Request) -> HttpResponse:
    """Delete everything of mine, once the word is typed."""
    if request.POST.get("word", "").strip().lower() != phrase("settings", "delete_word"):
        return _settings(request, error=phrase("settings", "delete_wrong"), status=400)
    delete_everything(request.member.id)
    return render(request, "mine/deleted.html")


def _called(code: str) -> str:
    """What a language is called in itself."""
    with speaking(code):
        return phrase("language", "name")


def _settings(
    request: Request, *, said: str = "", made: str = "", error: str = "", status: int = 200
) -> HttpResponse:
    shown = {
        "member": request.member,
        "browsers": read.browsers_of(request.member.id),
        "page": "settings",
        "languages": {code: _called(code) for code in languages()},
        "chosen": read.settings(request.member.id)[Name.LANGUAGE],
        "this_browser": browser_of(request),
        "said": said,
        "code": made,
        "error": error,
        "code_help": phrase("settings", "code_help", minutes=MINUTES),
        "delete_help": phrase("settings", "delete_help", word=phrase("settings", "delete_word")),
    }
    return render(request, "mine/settings.html", shown, status=status)
