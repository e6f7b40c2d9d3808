# Two commands do all on a fresh machine: `make run` and `make test`.
PORT ?= 8501
# Where the server listens (0.0.0.0 lets other machines in), and names by which they ask for it.
HOST ?= localhost
NAMES ?=
RAW ?= ../shared/data
PYTHON ?= python3
# Each Python that is named has an environment of its own (`make test PYTHON=python3.13`: .venv-3.13); it may lie elsewhere.
ifndef VENV
VENV := .venv$(if $(filter-out python3,$(PYTHON)),-$(shell $(PYTHON) -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null))
endif
PY := $(VENV)/bin/python
INSTALL := $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes
LOCK := $(PY) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --custom-compile-command "make lock"

.PHONY: run test lint lock data bench clean

run: $(VENV)/run
	$(PY) -m carbonpeak check
	$(PY) -m carbonpeak serve --host $(HOST) --port $(PORT) $(addprefix --name ,$(NAMES))

test: $(VENV)/dev
	.ci/browser
	# Two at a time, half of the tests each, in their order: they share servers, browsers and tables.
	# The tests start the program some hundred times: what is compiled is kept, whatever the shell says of it.
	PYTHONDONTWRITEBYTECODE= $(PY) -m pytest -n 2 --dist worksteal

lint: $(VENV)/dev
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy

data: $(VENV)/run
	$(PY) -m carbonpeak build --raw $(RAW)
	$(PY) -m carbonpeak check

bench: $(VENV)/dev
	.ci/browser
	$(PY) -m benchmarks.run $(RAW)

clean:
	rm -rf .venv .venv-* .mypy_cache .pytest_cache .ruff_cache .hypothesis

# Every package that both lists need, of every kind of machine, with the checksums of its files. `make lock UPGRADE=--upgrade`: newest.
lock: $(VENV)/dev
	$(LOCK) $(UPGRADE) -o requirements.lock requirements.txt
	$(LOCK) $(UPGRADE) -c requirements.lock -o requirements-dev.lock requirements-dev.txt

$(VENV)/python:
	.ci/venv $(PYTHON) $(VENV)
	touch $@

$(VENV)/run: $(VENV)/python requirements.lock
	$(INSTALL) -r requirements.lock
	touch $@

$(VENV)/dev: $(VENV)/run requirements-dev.lock
	$(INSTALL) -r requirements-dev.lock
	touch $@
