"""Settings: what can be set, browsers, codes, the export, and deleting it all."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from firststep.actions.adjust import adjust
from firststep.actions.leave import delete_everything
from firststep.actions.pair import MINUTES, leave, make_code, unpair
from firststep.actions.recover import new_recovery_code
from firststep.actions.take_along import export_everything
from firststep.errors import FirststepError
from firststep.knowledge import phrase
from firststep.records import Name
from firststep.reports.known.gone import gone_as_data
from firststep.web.mine.page import saved, settings_page
from firststep.web.refusals import in_words
from firststep.web.who import Request, browser_of


@require_GET
def settings(request: Request) -> HttpResponse:
    """What can be set, and what is yours."""
    return settings_page(request, saved=request.GET.get("saved", ""))


@require_POST
def adjust_settings(request: Request) -> HttpResponse:
    """Set what a card sends: of each name the last value, so that a box unticked is one too."""
    values = {name: request.POST[name] for name in Name if name in request.POST}
    try:
        adjust(request.member.id, values, timezone.now())
    except FirststepError as fault:
        return settings_page(request, error=phrase("settings", "wrong", why=in_words(fault)), status=400)
    return saved(request, request.POST.get("card", ""))


@require_POST
def code(request: Request) -> HttpResponse:
    """A one-time code: for another browser of mine, or for somebody else."""
    joining = request.POST.get("for") == "join"
    made = make_code(None if joining else request.member.id, timezone.now())
    said = phrase("settings", "new_code_join" if joining else "new_code", minutes=MINUTES)
    return settings_page(request, said=said, code=made)


@require_POST
def unpair_browser(request: Request) -> HttpResponse:
    """A browser may open my pages no more; whoever stays gets a new recovery code."""
    try:
        gone = UUID(request.POST.get("browser", ""))
    except ValueError:
        return settings_page(request, status=400)
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
        return settings_page(request, error=phrase("settings", "delete_wrong"), status=400)
    said = gone_as_data(delete_everything(request.member.id))
    return render(request, "mine/deleted.html", {"person": request.member.id} | said)
