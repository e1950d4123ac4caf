# Selon. `make` alone lists what there is to do.

VENV ?= .venv
BIN := $(VENV)/bin
LOCKED := $(VENV)/.installed
# The first Python of 3.11 or newer among the usual names; `make PYTHON=/path/to/python3` to choose.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p" && break; done)
COMPILE = CUSTOM_COMPILE_COMMAND="make lock" PIP_CONFIG_FILE=/dev/null $(BIN)/pip-compile --quiet --generate-hashes \
	--strip-extras --allow-unsafe --no-emit-index-url --no-emit-trusted-host --no-emit-find-links

.DEFAULT_GOAL := help
.PHONY: help install demo serve test lint types docs lexicon bench fuzz lock clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

install: $(LOCKED) ## put Selon and its tools into .venv, from the locked versions

$(LOCKED): requirements/dev.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "Selon needs Python 3.11 or newer, and found none on the PATH." \
		"Install one, or name it: make PYTHON=/path/to/python3" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; v = sys.version.split()[0]; \
		sys.exit(f"Selon needs Python 3.11 or newer; $(PYTHON) is {v}." if sys.version_info < (3, 11) else 0)'
	test -x $(BIN)/python || "$(PYTHON)" -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(LOCKED) ## read the sample story and write its dossier to ./dossier.html
	$(BIN)/selon demo --output dossier.html

serve: $(LOCKED) ## serve the sample story on localhost:8000: read it, search it, correct it
	@mkdir -p build
	$(BIN)/selon add samples/bac --ledger build/sample.db --story bac --quiet
	$(BIN)/selon serve build/sample.db

test: $(LOCKED) ## run the tests (those in tests/browser are skipped where there is no Chromium)
	$(BIN)/pytest -n auto --maxprocesses 4

lint: $(LOCKED) ## check style and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(LOCKED) ## check types
	$(BIN)/mypy

docs: $(LOCKED) ## write the generated pages anew: the command line, the JSON Schemas
	$(BIN)/python docs/generate.py

lexicon: $(LOCKED) ## write the list of states anew, from CLDR, GeoNames and gazetteer/fr.toml
	$(BIN)/python -m gazetteer.generate

bench: $(LOCKED) ## measure speed and quality on this machine
	$(BIN)/python -m benchmarks

SECONDS ?= 600
fuzz: $(LOCKED) ## look for texts that break annotation, for SECONDS (600); needs atheris, which is in no lock
	$(BIN)/python tests/fuzz/annotate.py $(SECONDS)

lock: ## choose the newest versions anew and write them with their hashes to requirements/
	test -x $(BIN)/pip-compile || $(MAKE) install
	$(COMPILE) --upgrade --output-file requirements/base.txt pyproject.toml
	$(BIN)/python -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["dependency-groups"]["dev"], sep="\n")' \
		| $(COMPILE) --upgrade --extra web --extra parquet -c requirements/base.txt --output-file requirements/dev.txt pyproject.toml -

clean: ## remove what was built, and .venv
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis dossier.html $(VENV)
