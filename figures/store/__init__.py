"""The database: one file of SQLite, its schema declared in schema.sql and views.sql beside this file."""

from figures.store.store import Store

__all__ = ["Store"]
