"""What `import collabkit` offers, without a command line."""

from __future__ import annotations

import inspect
import pickle
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any, get_type_hints

import pytest

import collabkit
from collabkit import api
from collabkit.errors import InputError, UsageError, UserError
from collabkit.lang import Lang, Text
from collabkit.model import Stage
from collabkit.rules.example import PROJECT, TODAY

DAY = TODAY.isoformat()
UNREAD = PROJECT.replace("sponsor:", "sponser:")
FUNCTIONS = [name for name in collabkit.__all__ if inspect.isfunction(getattr(collabkit, name))]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a project file in which nothing is wrong."""
    path = tmp_path / "project.yaml"
    path.write_text(PROJECT, "utf-8")
    return path


# What is there


def test_the_package_shows_its_public_names_and_nothing_else() -> None:
    assert dir(collabkit) == sorted(collabkit.__all__)
    assert all(getattr(collabkit, name) is not None for name in collabkit.__all__)
    assert not hasattr(collabkit, "Any")
    with pytest.raises(AttributeError):
        collabkit.nothing  # type: ignore[attr-defined]  # noqa: B018 - reading it is the test


def test_every_error_that_is_raised_for_users_is_exported() -> None:
    import collabkit.errors as errors

    raised = {name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, UserError)}
    assert raised <= set(collabkit.__all__)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_function_is_typed_and_says_what_it_returns(name: str) -> None:
    function = getattr(collabkit, name)
    namespace = {each: getattr(collabkit, each) for each in collabkit.__all__} | {"By": str}
    hints = get_type_hints(function, localns=namespace)
    assert set(hints) == {*inspect.signature(function).parameters, "return"}
    assert inspect.getdoc(function)


# Loading


def test_text_bytes_and_files_load_alike(file: Path) -> None:
    loaded = [
        collabkit.load(file),
        collabkit.load(str(file)),
        collabkit.loads(PROJECT),
        collabkit.loads(PROJECT.encode("utf-16")),
    ]
    assert all(one.project == loaded[0].project is not None for one in loaded)


def test_a_missing_file_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(collabkit.InputError, match="does not exist"):
        collabkit.load(tmp_path / "nothing.yaml")


def test_a_file_too_broken_for_a_plan_says_how_to_see_why() -> None:
    with pytest.raises(InputError) as raised:
        collabkit.status(collabkit.loads("collabkit: [", "my project.yaml"), today=DAY)
    assert raised.value.hint is not None
    assert "collabkit check 'my project.yaml'" in raised.value.hint.en


# Checking


def test_check_takes_stage_and_selectors() -> None:
    loaded = collabkit.loads(PROJECT.replace("sponsor: Chen Ming", "sponsor: Chen Min"))
    assert [finding.rule.name for finding in collabkit.check(loaded, today=TODAY)] == ["unknown-person"]
    assert collabkit.check(loaded, today=TODAY, stage=Stage.INITIATING, select=["CK3"]) == []
    with pytest.raises(UsageError):
        collabkit.check(loaded, today=TODAY, ignore=["no-such-rule"])


def test_a_finding_says_where_and_what_without_going_deeper() -> None:
    text = PROJECT.replace("sponsor: Chen Ming", "sponsor: Chen Min")
    (finding,) = collabkit.check(collabkit.loads(text, "plan.yaml"), today=TODAY)
    assert (finding.file, finding.code, finding.severity) == ("plan.yaml", "CK101", "error")
    assert text.splitlines()[finding.line - 1][finding.column - 1 :] == "Chen Min"
    assert finding.message.to("zh-CN") == finding.message.zh != finding.message.en  # type: ignore[arg-type]


def test_texts_are_taken_for_paths_days_stages_and_names(file: Path) -> None:
    known = collabkit.check(collabkit.load(file), today=TODAY, stage=Stage.CLOSING, select=["CK1", "no-risk"])
    assert collabkit.check(str(file), today=DAY, stage="closing", select="CK1, no-risk") == known
    assert collabkit.check(file, today=datetime(2026, 3, 20, 12), ignore="CK1") == collabkit.check(
        file, today="2026/3/20", ignore=["CK1"]
    )
    assert collabkit.schema("zh") == collabkit.schema(Lang.ZH) != collabkit.schema("en_GB")


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda file: collabkit.check(file, today="2026-02-30"), "today: '2026-02-30' is not a date"),
        (lambda file: collabkit.check(file, today=20260320), "today: '20260320' is not a date"),
        (lambda file: collabkit.check(file, today=DAY, stage="closed"), "stage cannot be 'closed'"),
        (lambda file: collabkit.check(file, today=DAY, select="CK999"), "there is no rule 'CK999'"),
        (lambda file: collabkit.check(5, today=DAY), "project needs a path, not '5'"),
        (lambda file: collabkit.load(None), "path needs a path, not 'None'"),
        (lambda file: collabkit.load(""), "path needs a path, not ''"),
        (lambda file: collabkit.loads(file), "loads needs the content of a file itself"),
        (lambda file: collabkit.status(file, today=DAY, by="person"), "by cannot be 'person'"),
        (lambda file: collabkit.status(file, today="soon"), "today: 'soon' is not a date"),
        (lambda file: collabkit.schema("fr"), "lang cannot be 'fr'"),
        (lambda file: collabkit.render(file, today=DAY, out=None), "out needs a path, not 'None'"),
        (lambda file: collabkit.render(file, today=DAY, out="out", lang="de"), "lang cannot be 'de'"),
        (lambda file: collabkit.render(file, today=DAY, out="out", forms="chater"), "there is no form chater"),
        (lambda file: collabkit.render(file, today=DAY, out="out", templates=""), "templates needs a path"),
    ],
)
def test_a_value_that_cannot_be_right_is_a_usage_error_in_one_sentence(
    file: Path, monkeypatch: pytest.MonkeyPatch, call: Callable[[Path], Any], says: str
) -> None:
    monkeypatch.chdir(file.parent)
    with pytest.raises(collabkit.UsageError) as raised:
        call(file)
    assert says in str(raised.value)
    assert raised.value.message.zh != raised.value.message.en
    assert not (file.parent / "out").exists()


@pytest.mark.parametrize("content", [PROJECT, PROJECT.replace("\n", " "), "collabkit: 1\n"])
def test_the_content_of_a_file_in_place_of_its_path_is_told_and_not_repeated(content: str) -> None:
    for call in (collabkit.check, collabkit.status):
        with pytest.raises(UsageError) as raised:
            call(content, today=DAY)
        for text in (raised.value.message.zh, raised.value.message.en):
            assert len(text) < 110 and "\n" not in text and "collabkit: 1" in text
        assert raised.value.hint is not None and "loads" in raised.value.hint.en


# Where it stands


def test_status_and_schema_answer_in_plain_data(file: Path) -> None:
    state = collabkit.status(file, today=DAY, by="owner")
    assert state.overview.name == "App 2.0"
    assert len(state.tables) == 1
    assert collabkit.schema(Lang.ZH)["$schema"].startswith("http://json-schema.org/draft-07")


# Rendering


def test_render_writes_the_forms_asked_for_at_once(tmp_path: Path) -> None:
    out = tmp_path / "deep" / "er"
    written = collabkit.render(collabkit.loads(PROJECT), today=DAY, out=str(out), forms=["charter", "tasks"])
    assert [one.form for one in written] == ["charter", "tasks"]
    assert all(one.path.is_file() and one.language is Lang.EN for one in written)
    collabkit.render(collabkit.loads(PROJECT), today=DAY, out=tmp_path / "two", forms="daily", lang="zh")
    (path,) = (tmp_path / "two").iterdir()
    assert "每日" in path.name


def test_render_refuses_a_file_that_was_not_read_in_full(tmp_path: Path) -> None:
    for text in (UNREAD, "collabkit: ["):
        with pytest.raises(collabkit.InputError, match="cannot be read in full; nothing was written"):
            collabkit.render(collabkit.loads(text), today=DAY, out=tmp_path / "out")
    assert not (tmp_path / "out").exists()
    assert collabkit.loads(UNREAD).unread == {"unknown-field"}


# Errors


def test_an_error_survives_the_way_between_processes() -> None:
    error = collabkit.TemplateError(Text("模板", "template"), Text("怎么办", "what to do"))
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), again.message, again.hint, str(again)) == (type(error), error.message, error.hint, "template")


def test_nothing_here_reads_the_clock(file: Path) -> None:
    assert api.check(file, today=date(2026, 3, 20)) == []


@pytest.mark.parametrize(
    "wrong",
    [
        lambda path, out: api.check(path, today=TODAY, select=5),
        lambda path, out: api.check(path, today=TODAY, ignore=None),
        lambda path, out: api.check(path, today=TODAY, select=[None]),
        lambda path, out: api.render(path, today=TODAY, out=out, week=12),
        lambda path, out: api.render(path, today=TODAY, out=out, forms=3),
    ],
)
def test_an_argument_of_another_type_is_told_in_a_sentence(wrong, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(UsageError, match="needs text, not"):
        wrong(api.loads(PROJECT), tmp_path / "out")
    assert not (tmp_path / "out").exists()
