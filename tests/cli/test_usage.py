"""Wrong command lines: one sentence, what to do, exit code 2, in the user's language."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from collabkit.rules.example import PROJECT
from tests.cli.conftest import Call

ZH = {"LC_ALL": "zh_CN.UTF-8"}


@pytest.mark.parametrize(
    ("line", "en", "zh"),
    [
        ("chek", "did you mean 'collabkit check'?", "是不是 collabkit check？"),
        ("help chek", "did you mean 'collabkit check'?", "是不是 collabkit check？"),
        ("--help nonsense", "there is no command 'nonsense'", "没有命令「nonsense」"),
        ("version", "did you mean 'collabkit --version'?", "是不是 collabkit --version？"),
        ("-v", "did you mean '--version'?", "是不是 --version？"),
        ("check --fail-on warn", "did you mean 'warning'?", "是不是「warning」？"),
        ("--language cn", "did you mean 'zh-CN'?", "是不是「zh-CN」？"),
        ("nonsense", "there is no command 'nonsense'", "没有命令「nonsense」"),
        ("check --formt json", "did you mean '--format'?", "是不是 --format？"),
        ("check -x", "'collabkit check' has no option '-x'", "collabkit check 没有选项「-x」"),
        ("check --format jsn", "did you mean 'json'?", "是不是「json」？"),
        ("check --output", "--output needs a value", "--output 后面缺少值"),
        ("check --debug=1", "--debug takes no value", "--debug 不带值"),
        ("schema more", "unexpected 'more'", "多余的参数「more」"),
        ("check --today 2026-02-30", "'2026-02-30' is not a date", "「2026-02-30」不是日期"),
        ("check --max-findings few", "--max-findings needs a whole number from 0 up, not 'few'", "需要 0 或正整数"),
        ("check --max-findings=-1", "--max-findings needs a whole number from 0 up, not '-1'", "不能是「-1」"),
        ("check --max-findings -1", "--max-findings needs a whole number from 0 up, not '-1'", "不能是「-1」"),
        (f"check --max-findings {'9' * 5000}", "--max-findings needs a whole number", "需要 0 或正整数"),
        ("check --select no-such", "there is no rule 'no-such'", "没有规则「no-such」"),
        ("check --fail-on worst", "choose from: error, warning, info", "可选：error、warning、info"),
        ("explain", "which rule is to be explained?", "要解释哪条规则？"),
        ("explain dependency-cyle", "there is no rule 'dependency-cyle'", "没有规则「dependency-cyle」"),
        ("--color sometimes", "--color cannot be 'sometimes'", "--color 不能是「sometimes」"),
        ("check", "there is no project.yaml here", "当前文件夹没有 project.yaml"),
        ("check nowhere.yaml", "nowhere.yaml does not exist", "找不到文件 nowhere.yaml"),
        ("check .", "there is no project.yaml in this folder or below it", "当前文件夹里面和下面都没有"),
        ("status *.yml", "no project file matches '*.yml'", "没有项目文件符合「*.yml」"),
        ("render **/project.yaml", "no project file matches '**/project.yaml'", "没有项目文件符合"),
    ],
)
def test_a_wrong_command_line_is_told_in_both_languages(collabkit: Call, line: str, en: str, zh: str) -> None:
    for words, env in ((en, {}), (zh, ZH)):
        done = collabkit(*line.split(), env=env)
        assert done.code == 2
        assert done.out == ""
        assert words in done.err
        assert done.err.startswith("错误：" if env else "error: ")
        assert ("帮助：" if env else "help: ") in done.err


def test_an_empty_value_is_not_taken_for_none(collabkit: Call, clean: Path) -> None:
    assert "'' is not a date" in collabkit("check", "--today", "").err
    assert "cannot be ''" in collabkit("check", "--format=").err


def test_the_project_file_of_another_name_is_suggested(collabkit: Call, tmp_path: Path) -> None:
    (tmp_path / "projekt.yaml").touch()
    assert "did you mean projekt.yaml?" in collabkit("check").err


def test_an_unknown_language_is_told_in_the_systems(collabkit: Call) -> None:
    assert "choose from: zh-CN, en" in collabkit("--language", "fr").err
    assert "COLLABKIT_LANGUAGE 不能是「fr」" in collabkit("check", env={**ZH, "COLLABKIT_LANGUAGE": "fr"}).err


def test_a_bad_day_in_the_environment_is_named(collabkit: Call, clean: Path) -> None:
    done = collabkit("check", env={"COLLABKIT_TODAY": "tomorrow"})
    assert done.code == 2
    assert "COLLABKIT_TODAY: 'tomorrow' is not a date" in done.err


def test_the_language_option_counts_wherever_it_stands(collabkit: Call) -> None:
    for line in ("--language zh chek", "chek --language=zh-CN", "check nowhere --language zh_CN"):
        assert collabkit(*line.split()).err.startswith("错误：")
    assert collabkit("chek", "--language", "en", env=ZH).err.startswith("error: ")
    assert collabkit("chek", env={**ZH, "COLLABKIT_LANGUAGE": "en"}).err.startswith("error: ")
    assert collabkit("check", "--", "--language", "zh").err.startswith("error: ")


def test_control_characters_of_an_argument_are_shown_not_obeyed(collabkit: Call) -> None:
    done = collabkit("check", "\x1b[31m::error::x")
    assert "\x1b" not in done.err
    assert "\\x1b[31m" in done.err


HOSTILE = (
    "::error::pwned",
    "##[error]pwned",
    "##vso[task.x]y",
    "\u200b::error::x",
    "\u202egnp",
    '"\\e[31m::x"',
    "%0A::x",
)
EVERY_FORMAT = [
    *(f"check --format {format_}" for format_ in ("text", "concise", "json")),
    *(f"status --format {format_}" for format_ in ("table", "json", "markdown")),
    *(f"render --form daily --format {format_}" for format_ in ("text", "json")),
]


@pytest.mark.parametrize("line", EVERY_FORMAT)
@pytest.mark.parametrize("evil", HOSTILE)
def test_nothing_a_project_or_a_path_says_is_obeyed_by_a_terminal_or_a_ci_runner(
    collabkit: Call, tmp_path: Path, evil: str, line: str
) -> None:
    value = evil if evil.startswith('"') else f"'{evil}'"
    folder = tmp_path / f"a\n{evil}\x1b[31m\x1b]8;;http:".replace("/", "")
    folder.mkdir()
    text = PROJECT.replace("name: App 2.0", f"name: {value}").replace("owner: Li Lei", f"owner: {value}")
    (folder / "project.yaml").write_text(text.replace("name: Mend the crashes", f"name: {value}"), "utf-8")
    done = collabkit(*line.split(), ".", f"{evil}.yaml")
    printed = done.out + done.err
    assert printed
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", printed)
    assert not re.search(r"^[\s\u200b]*::|##(vso)?\[", printed, re.MULTILINE)
    if done.out and "json" in line:
        json.loads(done.out)


def test_our_own_mistake_says_so_and_exits_3(collabkit: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("the gremlin")

    monkeypatch.setattr("collabkit.cli.program.build", broken)
    done = collabkit("check")
    assert done.code == 3
    assert "collabkit itself failed, which is our fault: RuntimeError: the gremlin" in done.err
    assert "--debug" in done.err
    assert "Traceback" not in done.err
    for asked in (collabkit("check", "--debug"), collabkit("check", env={"COLLABKIT_DEBUG": "1"})):
        assert asked.code == 3
        assert "Traceback" in asked.err
