import pytest
from django.core.cache import cache
from tests.people import NOON


@pytest.fixture(autouse=True)
def _noon(monkeypatch):
    """The clock of the pages stands at noon of the tests' today."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOON)


@pytest.fixture(autouse=True)
def _no_wrong_codes_yet():
    cache.clear()
