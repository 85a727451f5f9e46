"""The word lists and rule files as data: nothing in them is lost on the way."""

from pathlib import Path
from typing import Any

import pytest
import yaml

FILES = sorted((Path(__file__).parent.parent / "figures").rglob("*.yaml"))


class Strict(yaml.SafeLoader):
    """Refuses a key that comes twice, where YAML lets the last one win in silence."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> Any:
        names = [key.value for key, _ in node.value]
        assert len(names) == len(set(names)), f"line {node.start_mark.line + 1}: {names}"
        return super().construct_mapping(node, deep)


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_no_key_comes_twice(path: Path) -> None:
    assert yaml.load(path.read_text("utf-8"), Loader=Strict)
