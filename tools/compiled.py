"""The reading of texts as machine code: a wheel that reads 1.6 to 2 times as fast (`make wheel`).

mypyc makes C of the modules that read a text, going by their types. Only the wheel is compiled, and from a copy: what
is installed from the checkout stays plain Python, and nothing built is left among the sources, where it would hide
them. Hatch calls `CompiledHook`; `python tools/compiled.py` only asks whether mypyc can follow every module.
"""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

STAGES = ("lexicon", "categories", "extraction")  # what is asked sentence by sentence
PLAIN = "gazetteer_build.py"  # runs once, when places are first asked for
LEVEL = "1"  # of optimisation: 2 takes a minute longer to compile, and reads no faster


class CompiledHook(BuildHookInterface):
    """Puts the compiled modules beside those they are made of."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name != "wheel" or version == "editable":
            return
        self.folder = TemporaryDirectory()
        into = Path(self.folder.name)
        for library in compile_copy(Path(self.root, "figures"), into):
            build_data["force_include"][str(library)] = str(library.relative_to(into))
        build_data["infer_tag"], build_data["pure_python"] = True, False

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if hasattr(self, "folder"):
            self.folder.cleanup()


def compile_copy(package: Path, into: Path, *, translate_only: bool = False) -> list[Path]:
    """Compile a copy of the package in the folder ``into``; the libraries made, beside their modules.

    Raises:
        RuntimeError: mypyc or the C compiler would not, with what they said.
    """
    ignored = shutil.ignore_patterns("*.so", "*.pyd", "__pycache__")
    shutil.copytree(package, into / package.name, ignore=ignored)
    for path in modules(into / package.name):
        path.write_text(with_constructors(path.read_text("utf-8")), "utf-8")
    task = "translate" if translate_only else "compile"
    done = subprocess.run(
        [sys.executable, str(Path(__file__).resolve()), task, package.name],
        cwd=into,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode:
        raise RuntimeError(f"the reading of texts could not be compiled:\n{done.stdout}")
    found = (path for ending in (".so", ".pyd") for path in into.rglob(f"*{ending}"))
    return sorted(path for path in found if "build" not in path.relative_to(into).parts)


def modules(package: Path) -> list[Path]:
    """The modules that are compiled."""
    found = (path for stage in STAGES for path in sorted(Path(package, stage).rglob("*.py")))
    return [path for path in found if path.name != PLAIN]


def with_constructors(source: str) -> str:
    """A module with the constructors of its dataclasses written out: mypyc compiles only what stands there, and what
    `dataclass` adds when it runs would stay plain Python, ten times as slow. Those of frozen ones assign too: compiled,
    that is no call of ``__setattr__``.

    >>> print(with_constructors("@dataclass\\nclass A:\\n    a: int\\n    b: list = field(default_factory=list)"))
    @dataclass
    class A:
        a: int
        b: list = field(default_factory=list)
        def __init__(self, a: int, b: list | None = None) -> None:
            self.a = a  # type: ignore
            self.b = list() if b is None else b  # type: ignore
    """
    lines = source.splitlines()
    for node in reversed(ast.parse(source).body):  # the last first, so that the line numbers hold
        if isinstance(node, ast.ClassDef) and any(map(_is_dataclass, node.decorator_list)):
            own = {item.name for item in node.body if isinstance(item, ast.FunctionDef)}
            fields = [item for item in node.body if isinstance(item, ast.AnnAssign)]
            if fields and "__init__" not in own:
                end = fields[-1].end_lineno
                lines[end:end] = _constructor(fields, "__post_init__" in own)
    return "\n".join(lines)


def _is_dataclass(decorator: ast.expr) -> bool:
    return ast.unparse(decorator).startswith("dataclass")


def _constructor(fields: list[ast.AnnAssign], then: bool) -> list[str]:
    """The lines of a dataclass's ``__init__``, which may ``then`` call its ``__post_init__``."""
    asked, done = ["self"], []
    for field in fields:
        name, kind = ast.unparse(field.target), ast.unparse(field.annotation)
        value = field.value
        told = {}
        if isinstance(value, ast.Call) and ast.unparse(value.func) == "field":
            told = {keyword.arg: ast.unparse(keyword.value) for keyword in value.keywords}
            value = None
        if told.get("init") == "False":
            continue
        if "default_factory" in told:
            asked.append(f"{name}: {kind} | None = None")
            done.append(f"self.{name} = {told['default_factory']}() if {name} is None else {name}")
        else:
            asked.append(f"{name}: {kind}" + (f" = {ast.unparse(value)}" if value else ""))
            done.append(f"self.{name} = {name}")
    lines = [f"        {line}  # type: ignore" for line in done]
    lines += ["        self.__post_init__()"] if then else []
    return [f"    def __init__({', '.join(asked)}) -> None:", *lines]


def translate(package: str) -> list[Any]:
    """The package in the current folder made C, as extensions to build."""
    from mypyc.build import mypycify

    paths = [path.as_posix() for path in modules(Path(package))]
    arguments = ["--ignore-missing-imports", *paths]
    return mypycify(arguments, opt_level=LEVEL, debug_level="0", multi_file=True)


def build(package: str) -> None:
    """Compile the package in the current folder where it stands, on all processors."""
    from setuptools import setup
    from setuptools.command.build_ext import build_ext

    class BuildAtOnce(build_ext):
        def build_extensions(self) -> None:
            compile_all, compile_one = self.compiler.compile, self.compiler._compile

            def compile(*sources: Any, **options: Any) -> Any:
                with ThreadPoolExecutor(os.cpu_count()) as pool:
                    tasks = []
                    self.compiler._compile = lambda *of: tasks.append(pool.submit(compile_one, *of))
                    objects = compile_all(*sources, **options)
                for task in tasks:
                    task.result()  # raises what the compiler raised
                return objects

            self.compiler.compile = compile
            super().build_extensions()

    setup(
        name=package,
        packages=[],
        ext_modules=translate(package),
        cmdclass={"build_ext": BuildAtOnce},
        script_args=["build_ext", "--inplace"],
    )


def main(arguments: list[str]) -> None:
    """``translate PACKAGE`` or ``compile PACKAGE`` in the current folder; without arguments, check this checkout."""
    if arguments[:1] == ["translate"]:
        translate(arguments[1])
    elif arguments[:1] == ["compile"]:
        build(arguments[1])
    else:
        with TemporaryDirectory() as folder:
            package = Path(__file__).resolve().parent.parent / "figures"
            compile_copy(package, Path(folder), translate_only=True)
        print("mypyc can compile every module that reads a text")


if __name__ == "__main__":
    main(sys.argv[1:])
