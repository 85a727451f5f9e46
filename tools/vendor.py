"""Fetches the parts that others made and that are carried along whole: ``make vendor``.

Each of FOLDERS has a parts.toml that names packages, versions and files, and a SHA256SUMS with the
files' hashes (``sha256sum --check`` understands it). npm fetches, from whatever registry it is set up
for; a file whose hash is another is refused. After a change of version, ``--accept`` writes the new hashes.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
FOLDERS = (ROOT / "db" / "static" / "vendor", ROOT / "tests" / "browser" / "vendor")


def parts(folder: Path) -> list[dict[str, object]]:
    """What parts.toml lists."""
    listed = tomllib.loads((folder / "parts.toml").read_text("utf-8"))["part"]
    return listed  # type: ignore[no-any-return]


def place(part: dict[str, object]) -> str:
    """Where a part's files stand: the version is in the path, so that a browser may keep them.

    >>> place({"package": "@observablehq/plot", "version": "0.6.17"})
    'plot-0.6.17'
    """
    return f"{str(part['package']).rpartition('/')[2]}-{part['version']}"


def known(folder: Path) -> dict[str, str]:
    """Path below the folder → SHA-256, as SHA256SUMS has it."""
    sums = folder / "SHA256SUMS"
    lines = sums.read_text("utf-8").splitlines() if sums.exists() else []
    return {path: sha for sha, path in (line.split(maxsplit=1) for line in lines)}


def fetched(part: dict[str, object]) -> dict[str, bytes]:
    """The files of one part, by their path below the folder, out of the package that npm fetches."""
    with tempfile.TemporaryDirectory() as scratch:
        command = ["npm", "pack", "--silent", f"{part['package']}@{part['version']}"]
        subprocess.run(command, cwd=scratch, check=True, capture_output=True)
        (archive,) = Path(scratch).glob("*.tgz")
        with tarfile.open(archive) as package:
            return {
                f"{place(part)}/{Path(name).name}": package.extractfile(f"package/{name}").read()  # type: ignore[union-attr]
                for name in part["files"]  # type: ignore[attr-defined]
            }


def refresh(folder: Path, accept: bool) -> bool:
    """Fetches the parts of one folder; False, and nothing written, where a file is not the one known."""
    files = {path: body for part in parts(folder) for path, body in fetched(part).items()}
    sums = {path: hashlib.sha256(body).hexdigest() for path, body in files.items()}
    wrong = [] if accept else sorted(set(sums.items()) ^ set(known(folder).items()))
    for path, _ in wrong:
        print(f"{folder / path}: not the file that SHA256SUMS knows", file=sys.stderr)
    if wrong:
        return False
    for path, body in files.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_bytes(body)
    lines = "".join(f"{sha}  {path}\n" for path, sha in sorted(sums.items()))
    (folder / "SHA256SUMS").write_text(lines, "utf-8")
    print(f"{folder}: {len(files)} files of {len(parts(folder))} packages")
    return True


if __name__ == "__main__":
    done = [refresh(folder, "--accept" in sys.argv[1:]) for folder in FOLDERS]
    sys.exit(not all(done))
