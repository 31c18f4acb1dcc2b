"""Open it on your phone: QR codes, and a sign of life."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_http_methods, require_safe

from firststep.actions.pair import MINUTES, make_code
from firststep.knowledge import phrase
from firststep.nearby.door import PHONES
from firststep.nearby.phones import Phones
from firststep.nearby.qr import as_svg
from firststep.web.who import Request, open_to_all


@open_to_all
@require_safe
def alive(_request: HttpRequest) -> HttpResponse:
    """That Firststep answers here, and which installation; nothing of anybody."""
    return HttpResponse(f"firststep {settings.INSTALLATION}\n", content_type="text/plain")


@require_http_methods(["GET", "POST"])
def phone(request: Request) -> HttpResponse:
    """How a phone comes in; on request, with a code that opens this person's pages there."""
    phones: Phones | None = request.META.get(PHONES)
    address = settings.ORIGIN or (phones.address if phones else "")
    shown = {
        "member": request.member,
        "page": "settings",
        "address": address,
        "phones": phones,
        "then_help": phrase("phone", "then_help", minutes=MINUTES),
    }
    if phones and phones.host:
        shown |= _drawn("first", phones.trust_address)
    if address and request.method == "POST":
        code = make_code(request.member.id, timezone.now())
        shown |= _drawn("then", f"{address}{reverse('pair')}#{code}")
        shown |= {"code": code, "scan": phrase("phone", "scan", minutes=MINUTES)}
    return render(request, "nearby/page.html", shown)


def _drawn(name: str, address: str) -> dict[str, str]:
    """A QR code, and what it is called by who cannot see it; a code is not read out twice."""
    label = phrase("phone", "qr", address=address.partition("#")[0])
    return {f"{name}_qr": mark_safe(as_svg(address)), f"{name}_label": label}  # noqa: S308  (we drew it)
