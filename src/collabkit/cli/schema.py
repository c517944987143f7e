"""`collabkit schema`: the JSON Schema of the project file, for editors."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from collabkit.cli.options import Command, Option, output_file
from collabkit.lang import Text

if TYPE_CHECKING:
    from collabkit.cli.program import Program

_OUTPUT = Option(
    ("-o", "--output"),
    Text("写入文件，而不是标准输出", "write it to a file instead of standard output"),
    Text("<文件>", "<file>"),
    parse=output_file,
)


def register(program: "Program") -> None:
    """Add `schema` to `program`."""
    run, option = program.run, program.option

    @program.command(COMMAND)
    def schema(output: Annotated[Path | None, option(_OUTPUT)] = None) -> int:
        from collabkit import api
        from collabkit.files import write_atomic
        from collabkit.reporters.document import dumped

        data = api.schema(run.lang)
        if output is None:
            run.print(dumped(data, run.look()))
            return 0
        write_atomic(output, (json.dumps(data, indent=2, ensure_ascii=False) + "\n").encode())
        run.note(Text(f"已写入 {output}", f"wrote {output}"))
        return 0


COMMAND = Command(
    "schema",
    Text("输出项目文件的 JSON Schema", "print the JSON Schema of the project file"),
    Text(
        "编辑器用它补全和校验。init 新建项目时已放好一份；--language 决定字段说明的语言。",
        "Editors complete and validate with it. init has put one beside the project file; --language chooses the "
        "language of the descriptions.",
    ),
    (("collabkit schema -o collabkit.schema.json", Text("写入文件", "write it to a file")),),
    (_OUTPUT,),
    register,
)
