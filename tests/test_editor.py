"""The schema in yaml-language-server, as VS Code and others run it; only where that program is on the PATH.

`npm install -g yaml-language-server` puts it there.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from collabkit.json_schema import compact_schema
from collabkit.lang import Lang
from collabkit.scaffold import SCENARIOS, Answers, draft
from tests.scaffold.test_draft import START, TODAY

PROGRAM = shutil.which("yaml-language-server")
pytestmark = pytest.mark.skipif(PROGRAM is None, reason="yaml-language-server is not installed")
SETTINGS = {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}


class Editor:
    """A client that opens texts one after the other."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._number = 0
        self._process = subprocess.Popen([str(PROGRAM), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        shown = {"completion": {"completionItem": {"snippetSupport": True}}, "hover": {"contentFormat": ["markdown"]}}
        able = {"textDocument": shown, "workspace": {"configuration": True}}
        self._ask("initialize", {"processId": None, "rootUri": None, "capabilities": able})
        self._send({"method": "initialized", "params": {}})

    def proposals(self, text: str, lang: Lang) -> dict[str, tuple[str, str]]:
        """Return what is proposed at the cursor `¦`: what is inserted and what is said about it, by label."""
        found = self._ask("textDocument/completion", self._open(text, lang))
        items = found["items"] if isinstance(found, dict) else found or []
        return {item["label"]: (item["textEdit"]["newText"], _text(item.get("documentation"))) for item in items}

    def hover(self, text: str, lang: Lang) -> str:
        """Return what is shown over the word at the cursor `¦`."""
        return _text((self._ask("textDocument/hover", self._open(text, lang)) or {}).get("contents"))

    def problems(self, text: str, lang: Lang) -> list[str]:
        """Return what is wrong with a text."""
        uri = self._open(text + "¦", lang)["textDocument"]["uri"]
        while True:
            message = self._read()
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri:
                return [found["message"] for found in message["params"]["diagnostics"]]

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream:
                stream.close()

    def _open(self, text: str, lang: Lang) -> dict[str, Any]:
        self._number += 1
        schema = self.folder / f"{lang}.json"
        schema.write_text(compact_schema(lang), "utf-8")
        text = f"# yaml-language-server: $schema={schema}\n{text}"
        before, _, after = text.partition("¦")
        document = {"uri": (self.folder / f"{self._number}.yaml").as_uri(), "languageId": "yaml", "version": 1}
        opened = {**document, "text": before + after}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": opened}})
        line = before.count("\n")
        place = {"line": line, "character": len(before.rpartition("\n")[2])}
        return {"textDocument": {"uri": document["uri"]}, "position": place}

    def _ask(self, method: str, params: dict[str, Any]) -> Any:
        self._number += 1
        asked = self._number
        self._send({"id": asked, "method": method, "params": params})
        while True:
            message = self._read()
            if message.get("id") == asked and "method" not in message:
                return message["result"]

    def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self._process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        """Return the next message; what the server asks for is answered on the way."""
        stream = self._process.stdout
        assert stream is not None
        length = 0
        while line := stream.readline().strip():
            if line.lower().startswith(b"content-length"):
                length = int(line.split(b":")[1])
        message: dict[str, Any] = json.loads(stream.read(length))
        if "method" in message and "id" in message:
            asked = message["params"].get("items", ()) if message["method"] == "workspace/configuration" else ()
            answer = [SETTINGS if item.get("section") == "yaml" else None for item in asked]
            self._send({"id": message["id"], "result": answer})
        return message


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    client = Editor(tmp_path_factory.mktemp("editor"))
    yield client
    client.close()


def test_completing_a_section_inserts_the_key_with_a_colon_and_a_line_below(editor: Editor) -> None:
    found = editor.proposals("collabkit: 1\n¦", Lang.EN)
    for section in ("project", "document", "scope", "budget", "communication", "tradeoffs", "signoffs", "closeout"):
        assert found[section][0] == f"{section}:\n  "


@pytest.mark.parametrize("lang", Lang)
def test_words_are_proposed_with_their_meaning_and_without_nothing(editor: Editor, lang: Lang) -> None:
    found = editor.proposals("collabkit: 1\nproject:\n  name: X\n  stage: ¦", lang)
    assert list(found) == ["initiating", "planning", "executing", "closing"]
    assert found["executing"][1] == {Lang.ZH: "执行", Lang.EN: "Executing"}[lang]
    kinds = editor.proposals("collabkit: 1\nmeetings:\n  - kind: ¦", lang)
    assert list(kinds) == ["kickoff", "alignment", "weekly", "special", "review"]
    assert kinds["kickoff"][1] == {Lang.ZH: "启动会", Lang.EN: "Kick-off"}[lang]


def test_nothing_is_proposed_for_a_text(editor: Editor) -> None:
    assert editor.proposals("collabkit: 1\nproject:\n  sponsor: ¦", Lang.EN) == {}
    assert list(editor.proposals("collabkit: 1\ntasks:\n  T1:\n    fixed: ¦", Lang.EN)) == ["true", "false"]


@pytest.mark.parametrize("lang", Lang)
def test_a_snippet_is_called_what_it_is(editor: Editor, lang: Lang) -> None:
    found = editor.proposals("collabkit: 1\nproject:\n  ¦", lang)
    assert {Lang.ZH: "项目基本信息", Lang.EN: "The project"}[lang] in found
    assert "About" not in found


@pytest.mark.parametrize("lang", Lang)
def test_a_word_is_explained_where_the_cursor_is(editor: Editor, lang: Lang) -> None:
    key = editor.hover("collabkit: 1\nproject:\n  spon¦sor: X\n", lang)
    assert {Lang.ZH: "项目发起人/分管领导", Lang.EN: "Sponsor"}[lang] in key
    value = editor.hover("collabkit: 1\nproject:\n  stage: plan¦ning\n", lang)
    assert {Lang.ZH: "`planning`: 规划", Lang.EN: "`planning`: Planning"}[lang] in value
    assert " || " not in value and "null" not in value


def test_a_mistake_is_told_as_what_it_is(editor: Editor) -> None:
    rest = "collabkit: 1\nproject: {name: X, manager: M, start: 2026-03-02, end: 2026-03-03}\ndepartments: {}\n"
    assert editor.problems(rest + "tasks:\n  T1: {name: a, status: late}\n", Lang.EN) == [
        'Value is not accepted. Valid values: "todo", "doing", "done", "cancelled".'
    ]
    assert editor.problems(rest + "tasks:\n  T1: {name: a, note: , status: , fixed: , start: }\n", Lang.EN) == []


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_new_project_has_no_problem(editor: Editor, scenario: str, lang: Lang) -> None:
    text = draft(Answers(scenario, start=START), lang, today=TODAY, schema="")
    assert editor.problems(text.split("\n", 2)[2], lang) == []


def _text(said: Any) -> str:
    return said["value"] if isinstance(said, dict) else said or ""
