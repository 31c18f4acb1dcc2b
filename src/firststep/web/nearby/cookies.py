"""Cookies go over secure connections only, wherever there is one.

One installation is reached both at http://127.0.0.1 and, from phones, at https; so whether a
cookie is marked depends on the connection that it is set over, not on a setting.
"""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase


class SecureWhereTheLineIs:
    """Middleware that marks the cookies of an answer over a secure connection."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, and mark what is set."""
        response = self.answer(request)
        if request.is_secure():
            for cookie in response.cookies.values():
                cookie["secure"] = True
        return response
