"""What `collabkit` and `python -m collabkit` run."""

from __future__ import annotations

import sys

from collabkit import __version__


def main() -> int:
    """Run the command line of this process and return the exit code."""
    argv = sys.argv[1:]
    # Answered before anything heavy is imported: scripts ask for the version often.
    if argv == ["--version"]:
        return _version()
    try:
        from collabkit.cli.boundary import main as run

        return run(argv)
    except KeyboardInterrupt:
        return 130


def _version() -> int:
    try:
        sys.stdout.write(f"collabkit {__version__}\n")
        sys.stdout.flush()
    except (OSError, AttributeError):
        # A full disk or a closed stream; the boundary knows how to say so.
        from collabkit.cli.boundary import main as run

        return run(["--version"])
    return 0


if __name__ == "__main__":
    sys.exit(main())
