"""The job that checks every project file of a repository: on every push, and every working day."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from collabkit.errors import UsageError
from collabkit.lang import Text, listing

# The country of the scaffold's calendar has one time zone.
_ZONE = "Asia/Shanghai"
_NOTE = """\
# Checks every project.yaml of this repository: on every push, and every working day, because what is overdue depends on
# the day. The day is reckoned in the time zone TZ.
"""

_GITHUB = """\
{note}\
name: collabkit
on:
  push:
  pull_request:
  workflow_dispatch:
  schedule:
    - cron: "30 0 * * 1-5"  # UTC, 08:30 in {zone}
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    env:
      TZ: {zone}
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.13"
      - run: pip install collabkit=={version}
      - run: collabkit check .
"""

_GITLAB = """\
{note}\
# The daily run needs a schedule: Build > Pipeline schedules > New schedule, 30 8 * * 1-5 in the time zone of TZ.
collabkit:
  image: python:3.13-slim
  variables:
    TZ: {zone}
  rules:
    - if: $CI_PIPELINE_SOURCE == "schedule"
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH && $CI_OPEN_MERGE_REQUESTS == null
  before_script:
    - pip install collabkit=={version}
  script:
    - collabkit check .
"""

_GITHUB_FILE = ".github/workflows/collabkit.yml"
_GITLAB_FILE = ".gitlab-ci.yml"
_GITLAB_ASIDE = ".gitlab/collabkit.yml"

SERVICES = ("github", "gitlab")


def jobs(service: str, top: Path, version: str) -> Mapping[str, str]:
    """Return the files of the job by path from the `top` of the repository, none for the service `none`.

    The job installs that `version` of the program, so that nobody's check changes unasked.

    A pipeline of GitLab that is there already is left alone: the job then goes beside it, to be included. Raises
    UsageError when the service is unknown.
    """
    if service == "none":
        return {}
    filled = {"note": _NOTE, "zone": _ZONE, "version": version}
    if service == "github":
        return {_GITHUB_FILE: _GITHUB.format(**filled)}
    if service == "gitlab":
        job = _GITLAB.format(**filled)
        return _beside(job) if _has_other(top / _GITLAB_FILE) else {_GITLAB_FILE: job}
    raise UsageError(
        Text(f"不支持的 CI 服务 {service}", f"there is no CI service named {service}"),
        Text("可用：", "known: ") + listing([*SERVICES, "none"]),
    )


def to_do(files: Mapping[str, str]) -> Text | None:
    """Return what is left to do by hand before the job in `files` runs."""
    schedule = Text(
        "每日检查还需在 GitLab 建一条定时任务：构建 → 流水线计划，30 8 * * 1-5",
        "the daily run needs a schedule in GitLab: Build > Pipeline schedules, 30 8 * * 1-5",
    )
    if _GITLAB_ASIDE in files:
        return (
            Text(
                f"在 {_GITLAB_FILE} 中加上 include: {_GITLAB_ASIDE}；",
                f"add 'include: {_GITLAB_ASIDE}' to {_GITLAB_FILE}; ",
            )
            + schedule
        )
    return schedule if _GITLAB_FILE in files else None


def _beside(job: str) -> Mapping[str, str]:
    return {_GITLAB_ASIDE: f"# .gitlab-ci.yml:\n#   include: {_GITLAB_ASIDE}\n{job}"}


def _has_other(file: Path) -> bool:
    """Return whether somebody else's pipeline stands at `file`."""
    try:
        return "collabkit check" not in file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return False
    except (OSError, UnicodeDecodeError):
        return True
