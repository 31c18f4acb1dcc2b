"""Whatever is sent, scripts and pages alike, is sent compressed to who can read that."""

from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

OK = 200
PACKED = ("application/zip",)


class Compress(GZipMiddleware):
    """Middleware, outside of all others. Django's own adds random bytes, against guesses by length (BREACH).

    A file of ours is sent in one piece: its length is known, and the connection stays open for the next.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """The same answer, compressed where that helps."""
        if response.headers.get("Content-Type") in PACKED:
            return response
        if isinstance(response, FileResponse) and request.path.startswith(settings.STATIC_URL):
            if response.status_code != OK:
                return response  # 304: there is nothing in it
            response = _whole(response)
        return super().process_response(request, response)


def _whole(file: FileResponse) -> HttpResponse:
    whole = HttpResponse(b"".join(file), headers=file.headers)
    if file.file_to_stream:  # not `file.close()`, which would say that the request is over
        file.file_to_stream.close()
    return whole
