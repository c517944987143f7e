"""The job that checks the project file on every push."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from collabkit.errors import UsageError
from collabkit.lang import Text, listing

_GITHUB = """\
name: collabkit
on:
  push:
  pull_request:
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.13"
      - run: pip install collabkit
      - run: collabkit check project.yaml
"""

_GITLAB = """\
collabkit:
  image: python:3.13-slim
  script:
    - pip install collabkit
    - collabkit check project.yaml
"""

_GITLAB_FILE = ".gitlab-ci.yml"
_GITLAB_ASIDE = ".gitlab/collabkit.yml"

SERVICES: Mapping[str, Mapping[str, str]] = {
    "github": {".github/workflows/collabkit.yml": _GITHUB},
    "gitlab": {_GITLAB_FILE: _GITLAB},
}


def jobs(service: str, folder: Path) -> Mapping[str, str]:
    """Return the files of the job by path, none for the service `none`.

    A pipeline of GitLab that `folder` has already is left alone: the job then goes beside it, to be included.
    Raises UsageError when the service is unknown.
    """
    if service == "none":
        return {}
    if service not in SERVICES:
        raise UsageError(
            Text(f"不支持的 CI 服务 {service}", f"there is no CI service named {service}"),
            Text("可用：", "known: ") + listing([*SERVICES, "none"]),
        )
    if service == "gitlab" and _has_other(folder / _GITLAB_FILE):
        return {_GITLAB_ASIDE: f"# .gitlab-ci.yml:\n#   include: {_GITLAB_ASIDE}\n{_GITLAB}"}
    return SERVICES[service]


def _has_other(file: Path) -> bool:
    """Return whether somebody else's pipeline stands at `file`."""
    try:
        return file.read_text(encoding="utf-8") != _GITLAB
    except FileNotFoundError:
        return False
    except (OSError, UnicodeDecodeError):
        return True
