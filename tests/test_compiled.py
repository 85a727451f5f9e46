"""The compiled wheel: what mypyc makes of a module does what the module does, and what it cannot follow is told."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent
COUNTING = '''"""Counts."""
from __future__ import annotations
from dataclasses import dataclass

@dataclass(slots=True)
class Count:
    value: int | float | None

def twice(count: Count) -> int | float | None:
    return None if count.value is None else count.value * 2
'''
ASK = """
from figures.extraction import counting
from figures.extraction.counting import Count, twice
print(counting.__file__, twice(Count(12)), twice(Count(0.5)), twice(Count(None)))
"""

CLASSES = '''"""Counts and their words."""
from dataclasses import dataclass, field

@dataclass(slots=True)
class Word:
    first: int
    stop: int = 1

@dataclass(slots=True)
class Count:
    word: Word
    value: float | None = None
    told: list[str] = field(default_factory=list)
    double: float = field(init=False)

    def __post_init__(self) -> None:
        self.double = 2 * (self.value or 0)

@dataclass
class Own:
    value: int

    def __init__(self, value: int = 3) -> None:
        self.value = value + 1
'''

pytestmark = pytest.mark.skipif(shutil.which("cc") is None, reason="no C compiler")


@pytest.fixture
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("compiled", ROOT / "tools/compiled.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def package(folder: Path, counting: str) -> Path:
    """A package of one module that reads."""
    stage = folder / "figures/extraction"
    stage.mkdir(parents=True)
    (folder / "figures/__init__.py").touch()
    (stage / "__init__.py").touch()
    (stage / "counting.py").write_text(counting, "utf-8")
    return folder / "figures"


def test_a_compiled_module_does_what_the_plain_one_does(tool: ModuleType, tmp_path: Path) -> None:
    plain, built = tmp_path / "plain", tmp_path / "built"
    libraries = tool.compile_copy(package(plain, COUNTING), built)
    assert any(path.match("figures/extraction/counting.*") for path in libraries), libraries
    assert [
        path.name for path in (plain / "figures/extraction").iterdir() if ".so" in path.name
    ] == []
    told = [
        subprocess.run(
            [sys.executable, "-c", ASK],
            cwd=folder,
            env={k: v for k, v in os.environ.items() if not k.startswith("PYTHON")},
            check=True,
            capture_output=True,
            text=True,
        ).stdout.split()
        for folder in (plain, built)
    ]
    assert told[0][0].endswith(".py")
    assert not told[1][0].endswith(".py")
    assert told[0][1:] == told[1][1:] == ["24", "1.0", "None"]


def test_what_cannot_be_compiled_is_told(tool: ModuleType, tmp_path: Path) -> None:
    wrong = COUNTING.replace("count.value * 2", 'count.value * "two" + 2')
    with pytest.raises(RuntimeError, match=r"counting\.py:12: error"):
        tool.compile_copy(package(tmp_path / "plain", wrong), tmp_path / "built")


def test_constructors_written_out_do_what_those_of_dataclass_do(tool: ModuleType) -> None:
    told = []
    written = tool.with_constructors(CLASSES)
    assert written.count("def __init__") == 3
    for source in (CLASSES, written):
        module = ModuleType("counted")
        exec(compile(source, "counted.py", "exec", dont_inherit=True), module.__dict__)
        word, count = module.Word, module.Count
        one, other = count(word(2)), count(word(2, stop=5), 1.5, told=["dead"])
        one.told.append("hurt")
        told.append([repr(one), repr(other), repr(count(word(2))), repr(module.Own())])
        assert word(2) == word(2, 1)
        with pytest.raises(TypeError, match="missing 1 required positional argument: 'first'"):
            word()
    assert told[0] == told[1]


def test_every_dataclass_that_is_compiled_gets_its_constructor(tool: ModuleType) -> None:
    for path in tool.modules(ROOT / "figures"):
        source = path.read_text("utf-8")
        written = tool.with_constructors(source)
        assert written.count("def __init__(") >= source.count("\n@dataclass"), path
        compile(written, str(path), "exec")
