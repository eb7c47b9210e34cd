# One Million Mentors. `make` alone lists what can be done.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PY := .venv/bin/python
PORT ?= 8000
# Tags of ours that hold a block; djangofmt must know them.
BLOCKS := card,confirm,disclosure,empty_state,filter_bar,meters,moment,next_step,notice,page_header,partialdef,said,slot,summary_row,timeline
DJANGOFMT := .venv/bin/djangofmt --line-length 120 --indent-width 2 --custom-blocks $(BLOCKS)
# The installer has a folder of its own, so that .venv holds what a lock names and nothing else.
UV := .installer/bin/uv
INTO := --quiet --python $(PY)
RUNS := .venv/.runs
DEVELOPS := .venv/.installed
LOCKING := --generate-hashes --python-version 3.11 --no-emit-index-url --no-emit-find-links --no-header --no-annotate -q

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

setup: $(DEVELOPS) ## make .venv with all that development needs, pinned, and .venv/bin/onemm in it

install: $(RUNS) ## make .venv with what the product needs to run, pinned, and no more: for production

$(UV): requirements/bootstrap.txt
	@python3.11 -m venv .installer
	@.installer/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bootstrap.txt
	@touch $(UV)

# The lock for development holds all of the lock for running, in the same versions.
$(DEVELOPS): requirements/dev.txt pyproject.toml $(UV)
	@test -x $(PY) || python3.11 -m venv --without-pip .venv
	@$(UV) pip sync $(INTO) --require-hashes requirements/dev.txt
	@$(add-onemm)
	@touch $(RUNS) $(DEVELOPS)

# Where somebody develops, what they have besides stays.
$(RUNS): requirements/run.txt pyproject.toml $(UV)
	@test -x $(PY) || python3.11 -m venv --without-pip .venv
	@echo "Installing what One Million Mentors needs to run …"
	@if [ -e $(DEVELOPS) ]; then $(UV) pip install $(INTO) --require-hashes -r requirements/run.txt; \
	  else $(UV) pip sync $(INTO) --require-hashes requirements/run.txt; fi
	@$(add-onemm)
	@touch $(RUNS)

# What builds it is the installer's.
add-onemm = PYTHONPATH=.installer/lib/python3.11/site-packages $(UV) pip install $(INTO) --no-deps --no-build-isolation -e .

run: $(RUNS) ## serve the platform with its demo world at http://127.0.0.1:8000 (PORT changes it)
	@ONEMM_DEMO=on ONEMM_ADDRESS=http://127.0.0.1:$(PORT) exec .venv/bin/onemm run --demo --port $(PORT)

test: $(DEVELOPS) ## the tests, but for the slow ones; says plainly what it had to skip
	@$(PY) -m pytest -n 2 --dist loadfile -m "not slow" $(ARGS)

# The gate on branch coverage stands here: the demo world and the engine are run by slow tests alone.
test-all: $(DEVELOPS) ## every test, the slow ones too, and the gate on branch coverage, as CI runs them
	@$(PY) -m pytest -n 2 --dist loadfile --cov --cov-report=term:skip-covered --cov-fail-under=95 $(ARGS)

journeys: $(DEVELOPS) ## the browser journeys alone
	@$(PY) -m pytest -m journey tests/journeys $(ARGS)

check: $(DEVELOPS) ## format, lint, types, import contracts, templates, migrations, dead links, whole lock
	@.venv/bin/ruff format --check --quiet .
	@.venv/bin/ruff check .
	@$(DJANGOFMT) --check onemm
	@.venv/bin/mypy
	@.venv/bin/lint-imports
	@.venv/bin/djlint onemm --lint --quiet
	@ONEMM_SECRET_KEY=check $(PY) -m django makemigrations --check --dry-run --settings onemm.config.settings_test
	@$(PY) -m pytest -p no:randomly tests/architecture -q

fix: $(DEVELOPS) ## mend what a machine can mend
	@.venv/bin/ruff check --fix .
	@.venv/bin/ruff format .
	@$(DJANGOFMT) onemm

bench: $(DEVELOPS) ## ratios against a peer or a bare limit in the same run
	@for file in benchmarks/*.py; do $(PY) $$file || exit 1; done

bench-pairing: $(DEVELOPS) ## the pairing engine at 10,000, 100,000 and a million (ARGS=--quick: 10,000 alone)
	@$(PY) -m benchmarks.pairing $(ARGS)

lock: $(UV) ## pin everything anew, hashes and no addresses
	@$(UV) pip compile pyproject.toml --group dev $(LOCKING) --upgrade -o requirements/dev.txt
	@$(UV) pip compile pyproject.toml $(LOCKING) --upgrade -c requirements/dev.txt -o requirements/run.txt

.PHONY: help setup install run test test-all journeys check fix bench bench-pairing lock
