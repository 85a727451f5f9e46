# Figures: every target in one line with `make help`.
.DEFAULT_GOAL := help
.PHONY: help setup pipeline test test-browser test-compiled serve evaluate wheel bench bench-pages bench-growth lint docs screenshots vendor clean

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
SHARED ?= ../shared
IN ?=
WHEEL := build/wheel
SOURCES := $(shell find figures -name '*.py' -o -name '*.yaml' -o -name '*.sql') pyproject.toml
# before a command: the compiled package goes before the checkout's
COMPILED := PYTHONSAFEPATH=1 PYTHONPATH=$(CURDIR)/$(WHEEL)/unpacked
PORT ?= 8001

help: ## list the targets (this list)
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' Makefile

setup: $(READY) ## make .venv with everything in it, and the gazetteer; nothing to do the second time
	@$(BIN)/python -c 'from figures.extraction.places import gazetteer; gazetteer.prepare(print)'

$(READY): pyproject.toml constraints.txt
	@python=; \
	for candidate in "$$PYTHON" python3 python3.14 python3.13 python3.12 python3.11; do \
	    [ -n "$$candidate" ] || continue; \
	    if "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then python=$$candidate; break; fi; \
	done; \
	if [ -z "$$python" ]; then echo "make setup: no Python 3.11 or newer found; install one, or name it: make setup PYTHON=/path/to/python3" >&2; exit 1; fi; \
	if [ ! -x $(BIN)/python ] || ! $(BIN)/python -m pip --version >/dev/null 2>&1; then \
	    rm -rf $(VENV); \
	    if "$$python" -c 'import ensurepip, venv' 2>/dev/null; then "$$python" -m venv $(VENV); \
	    elif "$$python" -m virtualenv --version >/dev/null 2>&1; then "$$python" -m virtualenv -q $(VENV); \
	    else echo "make setup: $$python cannot make virtual environments; on Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; fi; \
	fi
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

pipeline: $(READY) ## read examples/ (or IN=path) into db/figures.db, compare, write audits/conflicts.csv
	$(BIN)/figures pipeline $(if $(IN),"$(IN)")

test: $(READY) ## all tests but the browser's, doctests too
	$(BIN)/python -m pytest -q -n 2 --dist loadfile

test-compiled: $(WHEEL)/done ## all tests of tests/ on the compiled wheel
	$(COMPILED) $(BIN)/python -m pytest -q -n 2 --dist loadfile tests

test-browser: $(READY) ## the pages in a real Chromium (needs chromium and chromium-driver)
	$(BIN)/python -m pytest -q tests/browser

serve: $(READY) ## open the database as web pages on http://127.0.0.1:8001 (PORT=…)
	$(BIN)/figures serve --port $(PORT)

evaluate: $(READY) ## score what is read against the gold data in ../shared/gold; writes audits/accuracy.md
	@if [ -d $(SHARED)/gold/dev ]; then \
	    $(BIN)/figures evaluate $(SHARED)/gold/dev --report audits/accuracy.md --floors audits/floors.json; \
	else echo "make evaluate: no gold data at $(SHARED)/gold/dev, so nothing to measure against"; fi

wheel: $(WHEEL)/done ## the compiled wheel, that reads up to twice as fast (needs a C compiler; some minutes), in build/wheel/

$(WHEEL)/done: $(READY) $(SOURCES) tools/compiled.py
	@rm -rf $(WHEEL) && mkdir -p $(WHEEL)
	HATCH_BUILD_HOOK_ENABLE_CUSTOM=true $(BIN)/python -m build --wheel --no-isolation --outdir $(WHEEL) .
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --target $(WHEEL)/unpacked $(WHEEL)/*.whl
	@touch $@

bench: $(READY) ## MB/s of extract beside quantulum3's on the same texts, as plain Python and as the compiled wheel
	$(BIN)/python -m figures.audit.bench $(wildcard $(SHARED)/gold/dev)
	@if command -v $${CC:-cc} >/dev/null; then \
	    $(MAKE) --no-print-directory wheel && \
	    $(COMPILED) $(BIN)/python -m figures.audit.bench $(wildcard $(SHARED)/gold/dev); \
	else echo "make bench: no C compiler (cc), so the compiled wheel is not measured"; fi

bench-pages: $(READY) ## how fast every kind of page answers with 1,000,000 figures (made once, in build/)
	$(BIN)/python -m bench.pages build/bench.db

bench-growth: $(READY) ## time and memory for 5,000 and for 50,000 reports, and for ten more (an hour)
	$(BIN)/python -m bench.growth 5000 50000

lint: $(READY) ## ruff, its formatter and mypy --strict
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

docs: $(READY) ## put the program's real output into README.md and docs/
	$(BIN)/python -m cogapp -r -P -I docs README.md docs/*.md

screenshots: $(READY) ## take the pictures of the pages that docs/ shows (needs chromium and chromium-driver)
	$(BIN)/python tools/screenshots.py

vendor: $(READY) ## fetch the chart and map libraries of db/static/vendor/parts.toml again (needs npm)
	$(BIN)/python tools/vendor.py

clean: ## remove what was built, db/figures.db too (not .venv, not audits/)
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	rm -f db/figures.db db/figures.db-*
	find figures tests db -name __pycache__ -type d -prune -exec rm -rf {} +
