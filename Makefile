# Two commands need nothing else of ours: `make run` opens Swell, `make test` runs all that CI runs.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p" && break; done)
BIN := .venv/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.PHONY: run test format pictures docs benchmark clean

# Set up what is needed and open Swell
run: .venv/run
	@$(BIN)/swell $(ARGS)

# Set up what is needed and run everything that CI runs
test: .venv/test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python -m cli.keys_page --check docs/keys.md
	$(BIN)/python -m cli.capture_page --check docs/capture.md
	$(BIN)/python -m screenshots.take --check
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal

# Lay out the code as CI wants it
format: .venv/test
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Take every picture again
pictures: .venv/test
	$(BIN)/python -m screenshots.take

# Write the generated pages again
docs: .venv/test
	$(BIN)/python -m cli.keys_page docs/keys.md
	$(BIN)/python -m cli.capture_page docs/capture.md

# Measure what the README claims
benchmark: .venv/test
	$(BIN)/python -m benchmarks

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache dist

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Swell needs Python 3.11 or newer, and none was found. Install it (Debian: apt install python3 python3-venv), or name it: make run PYTHON=/path/to/python3.12" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$(PYTHON) is too old: Swell needs Python 3.11 or newer." >&2; exit 1; }
	@"$(PYTHON)" -c 'import venv, ensurepip' 2>/dev/null || { echo "This Python has no venv module. On Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	@echo "Setting up .venv, once."
	@"$(PYTHON)" -m venv .venv || { rm -rf .venv; echo "The virtual environment could not be made; the lines above say why." >&2; exit 1; }

.venv/run: pyproject.toml constraints.txt | .venv/bin/python
	@$(INSTALL) --editable . || { echo "The packages could not be installed; is there a network?" >&2; exit 1; }
	@touch $@

.venv/test: pyproject.toml constraints.txt | .venv/bin/python
	@$(INSTALL) --editable '.[dev]' || { echo "The packages could not be installed; is there a network?" >&2; exit 1; }
	@touch .venv/run $@
