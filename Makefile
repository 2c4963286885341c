# Everything a newcomer needs: `make run`, `make test`. Everything a contributor needs: `make check`.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test check lint types bench demo clean

run: .venv/run.stamp ## set up, then serve at http://127.0.0.1:8000
	@$(BIN)/python app.py

test: .venv/dev.stamp ## set up, then run every test
	@$(BIN)/python -m pytest

check: lint types test ## what must pass before a commit

lint: .venv/dev.stamp
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .

types: .venv/dev.stamp
	@$(BIN)/mypy

demo: .venv/run.stamp ## a sample workspace, without the internet
	@$(BIN)/flask demo

.venv/bin/python:
	@$(PYTHON) -m venv .venv 2>/dev/null || sh .ci/venv $(PYTHON)

.venv/run.stamp: requirements.txt | .venv/bin/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/dev.stamp: requirements-dev.txt .venv/run.stamp
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

clean:
	rm -rf .venv
