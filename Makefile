# One Million Mentors. `make` alone lists what can be done.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PY := .venv/bin/python
PORT ?= 8000
# Tags of ours that hold a block; djangofmt must know them.
BLOCKS := card,confirm,disclosure,empty_state,filter_bar,meters,moment,next_step,notice,page_header,partialdef,said,slot,summary_row,timeline
DJANGOFMT := .venv/bin/djangofmt --line-length 120 --indent-width 2 --custom-blocks $(BLOCKS)
STAMP := .venv/.installed

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

setup: $(STAMP) ## make .venv with everything pinned, and .venv/bin/onemm in it

$(STAMP): requirements/dev.txt requirements/bootstrap.txt pyproject.toml
	@test -x $(PY) || python3.11 -m venv .venv
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bootstrap.txt
	@.venv/bin/uv pip sync --quiet --require-hashes requirements/dev.txt
	@.venv/bin/uv pip install --quiet --no-deps --no-build-isolation -e .
	@touch $(STAMP)

run: $(STAMP) ## serve the platform with its demo world at http://127.0.0.1:8000 (PORT changes it)
	@ONEMM_DEMO=on ONEMM_ADDRESS=http://127.0.0.1:$(PORT) .venv/bin/onemm setup --demo
	@echo; echo "One Million Mentors is at http://127.0.0.1:$(PORT)   (Ctrl-C stops it; the data stays in var/)"; echo
	@ONEMM_DEMO=on ONEMM_ADDRESS=http://127.0.0.1:$(PORT) exec .venv/bin/onemm serve --port $(PORT)

test: $(STAMP) ## the tests, but for the slow ones; says plainly what it had to skip
	@$(PY) -m pytest -n 2 --dist loadfile -m "not slow" $(ARGS)

# The gate on branch coverage stands here: the demo world and the engine are run by slow tests alone.
test-all: $(STAMP) ## every test, the slow ones too, and the gate on branch coverage, as CI runs them
	@$(PY) -m pytest -n 2 --dist loadfile --cov --cov-report=term:skip-covered --cov-fail-under=95 $(ARGS)

journeys: $(STAMP) ## the browser journeys alone
	@$(PY) -m pytest -m journey tests/journeys $(ARGS)

check: $(STAMP) ## format, lint, types, import contracts, templates, migrations, dead links, whole lock
	@.venv/bin/ruff format --check --quiet .
	@.venv/bin/ruff check .
	@$(DJANGOFMT) --check onemm
	@.venv/bin/mypy
	@.venv/bin/lint-imports
	@.venv/bin/djlint onemm --lint --quiet
	@ONEMM_SECRET_KEY=check $(PY) -m django makemigrations --check --dry-run --settings onemm.config.settings_test
	@$(PY) -m pytest -p no:randomly tests/architecture -q

fix: $(STAMP) ## mend what a machine can mend
	@.venv/bin/ruff check --fix .
	@.venv/bin/ruff format .
	@$(DJANGOFMT) onemm

bench: $(STAMP) ## ratios against a peer or a bare limit in the same run
	@for file in benchmarks/*.py; do $(PY) $$file || exit 1; done

bench-pairing: $(STAMP) ## the pairing engine at 10,000, 100,000 and a million (ARGS=--quick: 10,000 alone)
	@$(PY) -m benchmarks.pairing $(ARGS)

lock: ## pin everything anew, hashes and no addresses
	@.venv/bin/uv pip compile pyproject.toml --group dev --generate-hashes --python-version 3.11 --no-emit-index-url --no-emit-find-links --no-header --no-annotate -q --upgrade -o requirements/dev.txt

.PHONY: help setup run test test-all journeys check fix bench bench-pairing lock
