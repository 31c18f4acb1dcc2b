"""Make a link, look at those that were made, shut one."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from firststep.actions.share import Asked, revoke, share
from firststep.errors import FirststepError
from firststep.store import read
from firststep.web.refusals import in_words
from firststep.web.share.page import LENGTHS, USUAL, address_of, just_made, share_page
from firststep.web.visit.asked import foot_asked, sections_asked
from firststep.web.who import Request

TEMPLATE = "share/page.html"


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: Request) -> HttpResponse:
    """The form and the list; what is sent makes a link, which is shown this once."""
    if request.method == "POST":
        return _made(request)
    return render(request, TEMPLATE, share_page(request, shut=request.GET.get("shut") == "yes"))


@require_POST
def shut(request: Request, id_: UUID) -> HttpResponse:
    """Shut a link for ever."""
    try:
        revoke(request.member.id, id_, timezone.now())
    except FirststepError as fault:
        return render(request, TEMPLATE, share_page(request, fault=in_words(fault)), status=400)
    return redirect(f"{reverse('share', args=[request.member.id])}?shut=yes#links")


def _made(request: Request) -> HttpResponse:
    typed = {name: request.POST.get(name, "").strip() for name in ("label", "lasts", "passcode")}
    try:
        asked = Asked(
            address=address_of(request),
            lasts=LENGTHS.get(typed["lasts"], LENGTHS[USUAL]),
            label=typed["label"],
            passcode=typed["passcode"],
            sections=sections_asked(request.POST),
            foot=foot_asked(request.POST),
        )
        made = share(request.member.id, asked, timezone.now())
    except FirststepError as fault:
        shown = share_page(request, typed=typed, fault=in_words(fault))
        return render(request, TEMPLATE, shown, status=400)
    told = just_made(made, asked.passcode, read.zone(request.member.id))
    return render(request, TEMPLATE, share_page(request, told=told))
