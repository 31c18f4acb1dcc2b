import pytest
from tests.people import arrive


@pytest.fixture
def anna(db):
    return arrive("Anna")


@pytest.fixture
def ben(db):
    return arrive("Ben")
