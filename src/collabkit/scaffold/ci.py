"""The job that checks the project file on every push."""

from __future__ import annotations

from collections.abc import Mapping

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

GITLAB = ".gitlab-ci.yml"
GITLAB_ASIDE = ".gitlab/collabkit.yml"
"""Where the job goes when the repository has a pipeline already; the pipeline includes it."""

SERVICES: Mapping[str, Mapping[str, str]] = {
    "github": {".github/workflows/collabkit.yml": _GITHUB},
    "gitlab": {GITLAB: _GITLAB},
}


def files(service: str) -> Mapping[str, str]:
    """Return the files of the job by path. Raises UsageError when the service is unknown."""
    if service not in SERVICES:
        raise UsageError(
            Text(f"不支持的 CI 服务 {service}", f"there is no CI service named {service}"),
            Text("可用：", "known: ") + listing([*SERVICES, "none"]),
        )
    return SERVICES[service]
