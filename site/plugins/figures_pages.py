"""The modules of the folder figures_site are the site's plugins. Datasette runs each file of this folder
by itself, so this one puts the folder on the path and registers them all."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from pathlib import Path

from datasette.plugins import pm

HERE = str(Path(__file__).parent)
if HERE not in sys.path:
    sys.path.append(HERE)
import figures_site  # noqa: E402

for found in pkgutil.iter_modules(figures_site.__path__, "figures_site."):
    module = importlib.import_module(found.name)
    if not pm.is_registered(module):
        pm.register(module)
