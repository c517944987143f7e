"""What `import collabkit` offers, without a command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from collabkit import api
from collabkit.errors import InputError, UsageError
from collabkit.lang import Lang
from collabkit.model import Stage
from collabkit.rules.example import PROJECT, TODAY


def test_text_bytes_and_files_load_alike(tmp_path: Path) -> None:
    path = tmp_path / "project.yaml"
    path.write_text(PROJECT, "utf-8")
    loaded = [api.load(path), api.load(str(path)), api.loads(PROJECT), api.loads(PROJECT.encode("utf-16"))]
    assert all(one.project == loaded[0].project is not None for one in loaded)


def test_a_missing_file_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        api.load(tmp_path / "nothing.yaml")


def test_check_takes_stage_and_selectors() -> None:
    loaded = api.loads(PROJECT.replace("sponsor: Chen Ming", "sponsor: Chen Min"))
    assert [finding.rule.name for finding in api.check(loaded, today=TODAY)] == ["unknown-person"]
    assert api.check(loaded, today=TODAY, stage=Stage.INITIATING, select=["CK3"]) == []
    with pytest.raises(UsageError):
        api.check(loaded, today=TODAY, ignore=["no-such-rule"])


def test_a_file_too_broken_for_a_plan_says_how_to_see_why() -> None:
    with pytest.raises(InputError) as raised:
        api.loads("collabkit: [", "my project.yaml").plan(TODAY)
    assert raised.value.hint is not None
    assert "collabkit check 'my project.yaml'" in raised.value.hint.en


def test_status_and_schema_answer_in_plain_data() -> None:
    state = api.status(api.loads(PROJECT), today=TODAY, by="owner")
    assert state.overview.name == "App 2.0"
    assert len(state.tables) == 1
    assert api.schema(Lang.ZH)["$schema"].startswith("http://json-schema.org/draft-07")


def test_render_writes_the_forms_asked_for(tmp_path: Path) -> None:
    written = list(api.render(api.loads(PROJECT), today=TODAY, out=tmp_path, forms=["charter", "tasks"]))
    assert [one.form for one in written] == ["charter", "tasks"]
    assert all(one.path.is_file() and one.language is Lang.EN for one in written)
