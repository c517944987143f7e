"""What `collabkit` and `python -m collabkit` run."""

from __future__ import annotations

import gc
import os
import sys

from collabkit import __version__


def main() -> int:
    """Run the command line of this process and return the exit code."""
    argv = sys.argv[1:]
    # Answered before anything heavy is imported: scripts ask for the version often.
    if argv == ["--version"]:
        return _version()
    # A command is over before garbage matters; looking for it cost a sixth of the time and freed nothing.
    gc.disable()
    # Our models have no plugins; looking for them reads what every installed package says of itself.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        from collabkit.cli.main import main as run

        return run(argv)
    except KeyboardInterrupt:
        return 130
    finally:
        # Nor is there anything to look for in what ends with the process.
        gc.freeze()


def _version() -> int:
    try:
        # Past the buffer, so that nothing is left over when a full disk or a closed stream refuses it.
        os.write(sys.stdout.fileno(), f"collabkit {__version__}\n".encode())
    except (OSError, AttributeError):
        # The boundary knows how to say so.
        from collabkit.cli.main import main as run

        return run(["--version"])
    return 0


if __name__ == "__main__":
    sys.exit(main())
