"""What tests share: goldens, which are texts that people review."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# How long an example takes says more about the machine than about the program.
settings.register_profile(
    "untimed", parent=settings.default, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("untimed")

GOLDENS = Path(__file__).with_name("goldens")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--update-golden`."""
    parser.addoption("--update-golden", action="store_true", help="rewrite the goldens that differ, and fail for each")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Return a check that a text equals the golden of this name; an update fails too, so that it is reviewed."""

    def check(name: str, text: str) -> None:
        path = GOLDENS / name
        known = path.read_text(encoding="utf-8") if path.exists() else None
        if text != known and request.config.getoption("--update-golden"):
            path.write_text(text, encoding="utf-8", newline="\n")
            pytest.fail(f"{path.name} was rewritten: review the difference")
        assert known is not None, f"there is no golden {name}: run pytest --update-golden"
        assert text == known

    return check
