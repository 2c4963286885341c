# Everything a newcomer needs: `make run`, `make test`. Everything a contributor needs: `make check`.
PYTHON ?= python3
BIN := .venv/bin
AS_ROOT := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

.PHONY: ready run test check lint types bench demo clean

run: ready ## set up, then serve at http://127.0.0.1:8000
	@$(BIN)/python app.py

test: .venv/dev.stamp ready ## set up, then run every test
	@$(BIN)/python -m pytest

ready: .venv/run.stamp # compiled ahead, commands start in two thirds of the time
	@$(BIN)/python -m compileall -q app.py inventory scrapers
	@$(BIN)/python -m scrapers.tables

check: lint types test ## what must pass before a commit

lint: .venv/dev.stamp
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .

types: .venv/dev.stamp
	@$(BIN)/mypy

demo: .venv/run.stamp ## a sample workspace, without the internet
	@$(BIN)/flask demo

CORPUS ?= ../shared/corpus/pages
bench: .venv/dev.stamp ## ratios measured side by side, as bench/README.md says
	@if [ -d $(CORPUS) ]; then echo "== read"; PYTHONPATH=. $(BIN)/python bench/read.py $(CORPUS); \
	  else echo "bench/read.py is left out: there is no $(CORPUS); name a folder in CORPUS"; fi
	@for bench in startup fetch check record diff screens memory; do \
	  echo "== $$bench"; PYTHONPATH=. $(BIN)/python bench/$$bench.py || exit 1; done

# Debian keeps what makes virtual environments in a package of its own: install it where we may.
.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Onward needs Python 3.11 or newer; name it with make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { $(AS_ROOT) apt-get update -q && $(AS_ROOT) apt-get install -q -y python3-venv; } || \
	  { echo "Python cannot make a virtual environment here; install the package python3-venv"; exit 1; }
	@$(PYTHON) -m venv .venv

.venv/run.stamp: requirements.txt | .venv/bin/python
	@echo "Setting up, once: this takes a minute or two."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/dev.stamp: requirements-dev.txt .venv/run.stamp
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

clean:
	rm -rf .venv
