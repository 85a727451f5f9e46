"""Fetches the charting and map libraries that the pages carry along: ``make vendor``.

db/static/vendor/parts.toml names packages, versions and files; SHA256SUMS beside it holds the files'
hashes (``sha256sum --check`` understands it). npm fetches, from whatever registry it is set up for;
a file whose hash is another is refused. After changing a version, ``--accept`` writes the new hashes.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from pathlib import Path

HERE = Path(__file__).parent.parent / "db" / "static" / "vendor"
SUMS = HERE / "SHA256SUMS"


def parts() -> list[dict[str, object]]:
    """What parts.toml lists."""
    listed = tomllib.loads((HERE / "parts.toml").read_text("utf-8"))["part"]
    return listed  # type: ignore[no-any-return]


def folder(part: dict[str, object]) -> str:
    """Where a part's files stand: the version is in the path, so that a browser may keep them.

    >>> folder({"package": "@observablehq/plot", "version": "0.6.17"})
    'plot-0.6.17'
    """
    return f"{str(part['package']).rpartition('/')[2]}-{part['version']}"


def known() -> dict[str, str]:
    """Path below static/vendor → SHA-256, as SHA256SUMS has it."""
    lines = SUMS.read_text("utf-8").splitlines() if SUMS.exists() else []
    return {path: sha for sha, path in (line.split(maxsplit=1) for line in lines)}


def fetched(part: dict[str, object]) -> dict[str, bytes]:
    """The files of one part, by their path below static/vendor, out of the package npm fetches."""
    with tempfile.TemporaryDirectory() as scratch:
        wanted = f"{part['package']}@{part['version']}"
        command = ["npm", "pack", "--silent", wanted]
        subprocess.run(command, cwd=scratch, check=True, capture_output=True)
        (archive,) = Path(scratch).glob("*.tgz")
        with tarfile.open(archive) as package:
            return {
                f"{folder(part)}/{Path(name).name}": package.extractfile(f"package/{name}").read()  # type: ignore[union-attr]
                for name in part["files"]  # type: ignore[attr-defined]
            }


def main(arguments: list[str]) -> int:
    """Fetches all parts; 1 where a file is not the one that is known."""
    files = {path: body for part in parts() for path, body in fetched(part).items()}
    sums = {path: hashlib.sha256(body).hexdigest() for path, body in files.items()}
    wrong = [] if "--accept" in arguments else sorted(set(sums.items()) ^ set(known().items()))
    for path, _ in wrong:
        print(f"{path}: not the file that SHA256SUMS knows", file=sys.stderr)
    if wrong:
        return 1
    for path, body in files.items():
        (HERE / path).parent.mkdir(exist_ok=True)
        (HERE / path).write_bytes(body)
    SUMS.write_text("".join(f"{sha}  {path}\n" for path, sha in sorted(sums.items())), "utf-8")
    print(f"{HERE}: {len(files)} files of {len(parts())} packages")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
