"""A slice of the bench: a server is killed while mornings are told, and none is lost."""

import os

import pytest
from bench.durability.kill import run


@pytest.mark.skipif(
    bool(os.environ.get("FIRSTSTEP_TEST_DATABASE")), reason="the bench starts servers on SQLite"
)
def test_every_confirmed_morning_is_there_once_after_kills(monkeypatch):
    monkeypatch.delenv("FIRSTSTEP_SECRET_KEY")
    report = run(200, lives=(0.05, 0.8))
    assert "confirmed 200, kept once 200" in report
    assert int(report.partition("killed ")[2].split()[0]) >= 2
