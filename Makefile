# Two commands do all on a fresh machine: `make run` and `make test`.
PORT ?= 8501
# Where the server listens (0.0.0.0 lets other machines in), and names by which they ask for it.
HOST ?= localhost
NAMES ?=
RAW ?= ../shared/data
PYTHON ?= python3
PY := .venv/bin/python

.PHONY: run test lint data bench clean

run: .venv/run
	$(PY) -m carbonpeak check
	$(PY) -m carbonpeak serve --host $(HOST) --port $(PORT) $(addprefix --name ,$(NAMES))

test: .venv/dev
	.ci/browser
	# Two at a time, half of the tests each, in their order: they share servers, browsers and tables.
	$(PY) -m pytest -n 2 --dist worksteal

lint: .venv/dev
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy

data: .venv/run
	$(PY) -m carbonpeak build --raw $(RAW)
	$(PY) -m carbonpeak check

bench: .venv/dev
	.ci/browser
	$(PY) -m benchmarks.run $(RAW)

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis

.venv/python:
	.ci/venv $(PYTHON)
	touch $@

.venv/run: .venv/python requirements.txt
	$(PY) -m pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

.venv/dev: .venv/run requirements-dev.txt
	$(PY) -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@
