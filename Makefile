# `make` or `make help` lists what there is. Every target does its own set-up; a second run does only what is new.

PYTHON ?= python3
BIN := .venv/bin
RUNTIME := .venv/runtime.stamp
DEVELOPMENT := .venv/development.stamp
LOCK := $(BIN)/uv pip compile pyproject.toml --quiet --upgrade --universal --python-version 3.11 \
	--generate-hashes --no-annotate --custom-compile-command "make lock"

.DEFAULT_GOAL := help
.PHONY: help build test lint format docs pictures approve lock bench bench-import word-lists torture conformance clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: $(RUNTIME) ## set up, then build the newest issue and say where to look
	@$(BIN)/newsletter build

test: $(DEVELOPMENT) tests/browser/node_modules/.stamp ## set up, then run every test
	$(BIN)/python -m pytest -n auto

lint: $(DEVELOPMENT) ## style, types, and whether the generated docs are current
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/python docs/generate.py --check

format: $(DEVELOPMENT) ## put the code into its usual form
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

docs: $(DEVELOPMENT) ## write docs/reference/ from the program
	$(BIN)/python docs/generate.py

pictures: $(DEVELOPMENT) tests/browser/node_modules/.stamp ## draw the sample issue's pictures and take the README's
	$(BIN)/python docs/draw_sample_images.py
	$(BIN)/python -m docs.take_pictures

approve: $(DEVELOPMENT) tests/browser/node_modules/.stamp ## take the pictures that the tests compare with anew
	$(BIN)/python -m tests.browser.approved

lock: $(DEVELOPMENT) ## renew the locked versions in requirements/
	$(LOCK) --group build --output-file requirements/runtime.txt
	$(LOCK) --group dev --constraint requirements/runtime.txt --output-file requirements/development.txt

bench: $(DEVELOPMENT) benchmarks/node_modules/.stamp ## measure, with the npm tools beside us
	$(BIN)/python -m benchmarks

bench-import: $(DEVELOPMENT) ## measure how well real pages come in, with two peers beside us
	$(BIN)/python -m benchmarks.importing

word-lists: $(DEVELOPMENT) ## write the lists of easy words and of syllables from the packages they come from
	$(BIN)/python -m benchmarks.word_lists

torture: $(DEVELOPMENT) ## kill sends again and again, and count that nobody got an issue twice
	$(BIN)/python -m pytest -m torture

conformance: $(DEVELOPMENT) ## compare the rules with the ACT test cases
	$(BIN)/python -m tests.conformance.act

clean: ## remove everything that make made
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	rm -rf tests/browser/node_modules benchmarks/node_modules
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(RUNTIME): requirements/runtime.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12 …")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements/runtime.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(DEVELOPMENT): $(RUNTIME) requirements/development.txt
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements/development.txt
	@touch $@

# Without npm, what needs it is left out and says so.
%/node_modules/.stamp: %/package-lock.json
	@if command -v npm >/dev/null; then \
		(cd $* && npm ci --no-audit --no-fund) && touch $@; \
	else \
		echo "npm is not installed: what needs it in $*/ will be skipped."; \
	fi
