"""Where the files of a new project go: what all projects of a repository share stands there once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from collabkit.errors import UsageError
from collabkit.json_schema import json_schema
from collabkit.lang import Lang
from collabkit.scaffold import jobs, layout

GITHUB = ".github/workflows/collabkit.yml"


def files(
    folder: Path, service: str = "none", *, force: bool = False, lang: Lang = Lang.EN
) -> tuple[set[str], set[str]]:
    """Return what would be written, and what would be kept."""
    place = layout(folder)
    new, kept = place.files("collabkit: 1\n", lang, jobs(service, place.top, "1.2.3"), force=force)
    return set(new), set(kept)


def written(folder: Path, service: str = "none") -> None:
    place = layout(folder)
    for name, text in place.files("", Lang.EN, jobs(service, place.top, "1.2.3"), force=False)[0].items():
        (place.top / name).parent.mkdir(parents=True, exist_ok=True)
        (place.top / name).write_text(text, "utf-8")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    return tmp_path


def test_outside_a_repository_everything_goes_to_the_project_s_folder(tmp_path: Path) -> None:
    assert files(tmp_path / "new", "github") == (
        {"collabkit.en.schema.json", GITHUB, ".gitignore", "project.yaml"},
        set(),
    )
    assert layout(tmp_path / "new").schema(Lang.EN) == "./collabkit.en.schema.json"


def test_in_a_repository_schema_and_job_go_to_its_top(repository: Path) -> None:
    place = repository / "projects" / "a"
    own = {"projects/a/.gitignore", "projects/a/project.yaml"}
    assert files(place, "github") == ({"collabkit.en.schema.json", GITHUB, *own}, set())
    assert layout(place).schema(Lang.EN) == "../../collabkit.en.schema.json"
    assert layout(repository).schema(Lang.ZH) == "./collabkit.zh-CN.schema.json"


def test_a_second_project_of_the_repository_shares_them(repository: Path) -> None:
    written(repository / "a", "github")
    assert files(repository / "b", "github") == ({"b/.gitignore", "b/project.yaml"}, set())
    assert "collabkit.zh-CN.schema.json" in files(repository / "b", lang=Lang.ZH)[0]


def test_a_schema_of_another_version_is_kept_and_told(repository: Path) -> None:
    (repository / "collabkit.en.schema.json").write_text("{}", "utf-8")
    new, kept = layout(repository / "a").files("", Lang.EN, {}, force=False)
    assert set(kept) == {"collabkit.en.schema.json"} and "collabkit.en.schema.json" not in new
    told = [step.en for step in layout(repository / "a").to_do(new, kept)]
    update = "collabkit schema -o collabkit.en.schema.json"
    assert told == [f"collabkit.en.schema.json is of another version, left as it is; to update it: {update}"]
    assert "collabkit.en.schema.json" in files(repository / "a", force=True)[0]


def test_of_a_schema_the_spaces_do_not_count(repository: Path) -> None:
    (repository / "collabkit.en.schema.json").write_text(json.dumps(json_schema(Lang.EN), indent=2), "utf-8")
    assert files(repository / "a")[1] == set()


def test_the_schema_beside_projects_is_half_as_long_as_one_to_be_read(tmp_path: Path) -> None:
    text = layout(tmp_path).files("", Lang.ZH, {}, force=False)[0]["collabkit.zh-CN.schema.json"]
    assert json.loads(text) == json_schema(Lang.ZH)
    assert len(text) < 0.6 * len(json.dumps(json_schema(Lang.ZH), ensure_ascii=False, indent=2))


@pytest.mark.parametrize("line", ["out/", "/out/", "out", "/out"])
def test_rendered_forms_are_ignored_once(repository: Path, line: str) -> None:
    (repository / ".gitignore").write_text(f"*.bak\n{line}\n", "utf-8")
    assert "a/.gitignore" not in files(repository / "a")[0]
    assert list(layout(repository / "a").to_do({}, {})) == []


def test_somebody_s_gitignore_is_left_alone_and_the_missing_line_told(repository: Path) -> None:
    (repository / ".gitignore").write_text("*.bak\n", "utf-8")
    new, kept = layout(repository).files("", Lang.ZH, {}, force=True)
    assert ".gitignore" not in new
    assert [step.zh for step in layout(repository).to_do(new, kept)] == [
        "在 .gitignore 中加一行 out/，不把表单提交进仓库"
    ]


@pytest.mark.parametrize("service", ["github", "gitlab"])
def test_the_job_is_pinned_and_reckons_in_a_time_zone_on_every_working_day(tmp_path: Path, service: str) -> None:
    new = jobs(service, tmp_path, "1.2.3")
    text = new[GITHUB if service == "github" else ".gitlab-ci.yml"]
    data = yaml.load(text, yaml.BaseLoader)
    job = data["jobs"]["check"] if service == "github" else data["collabkit"]
    assert "pip install collabkit==1.2.3" in text
    assert (job["env"] if service == "github" else job["variables"]) == {"TZ": "Asia/Shanghai"}
    if service == "github":
        assert data["on"]["schedule"] == [{"cron": "30 0 * * 1-5"}]
        assert data["permissions"] == {"contents": "read"}
    else:
        assert {"if": '$CI_PIPELINE_SOURCE == "schedule"'} in job["rules"]


def test_a_pipeline_of_somebody_else_is_left_alone_and_the_rest_told(tmp_path: Path) -> None:
    (tmp_path / ".gitlab-ci.yml").write_text("test: {}\n", "utf-8")
    new, kept = layout(tmp_path).files("", Lang.EN, jobs("gitlab", tmp_path, "1.2.3"), force=False)
    assert ".gitlab/collabkit.yml" in new and kept == {}
    told = " ".join(step.en for step in layout(tmp_path).to_do(new, kept))
    assert "add 'include: .gitlab/collabkit.yml' to .gitlab-ci.yml" in told and "Pipeline schedules" in told


def test_an_unknown_service_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no CI service named jenkins"):
        files(tmp_path, "jenkins")
