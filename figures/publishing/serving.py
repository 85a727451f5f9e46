"""The pages served from this process, without a shell or a second program: on Windows as elsewhere."""

from __future__ import annotations

import json
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from figures.errors import FiguresError
from figures.publishing.site_folder import folder
from figures.store.store import only_to_read

HOST = "127.0.0.1"


def listening(port: int, host: str = HOST, *, or_any: bool = False) -> socket.socket:
    """A socket on a port of this machine; ``or_any``: on a free one where that is taken.

    Raises FiguresError where it cannot be had.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    found = socket.socket(family, socket.SOCK_STREAM)
    try:
        if sys.platform != "win32":  # there it would let two programs answer at one port
            found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind((host, port))
        found.listen(128)
    except OSError as error:
        found.close()
        if or_any and port:
            return listening(0, host)
        what = f"{host}, port {port}: {error.strerror or error}; name another with --port or --host"
        raise FiguresError(what) from error
    return found


def site(db: Path) -> Any:
    """A Datasette on a database with our pages."""
    from datasette.app import Datasette

    here = folder()
    only_read = only_to_read(db)
    return Datasette(
        [] if only_read else [str(db)],
        immutables=[str(db)] if only_read else [],
        metadata=yaml.safe_load((here / "metadata.yaml").read_text("utf-8")),
        template_dir=str(here / "templates"),
        plugins_dir=str(here / "plugins"),
        static_mounts=[("static", str(here / "static"))],
        settings=json.loads((here / "settings.json").read_text("utf-8")),
    )


def serve(datasette: Any, on: socket.socket, ready: Callable[[str], object]) -> None:
    """Serve until stopped; ``ready`` is told the address once the pages can be asked for."""
    import asyncio

    import uvicorn

    asyncio.new_event_loop().run_until_complete(datasette.invoke_startup())
    host, port = on.getsockname()[:2]
    address = f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            if self.started:
                ready(address)

    try:
        config = uvicorn.Config(datasette.app(), log_level="warning", lifespan="off")
        Server(config).run(sockets=[on])
    finally:  # so that nothing is left beside the database
        datasette.executor.shutdown()
        for database in datasette.databases.values():
            database.close()
