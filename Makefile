# `make help` lists what there is. Everything is installed into .venv on first use, at the versions
# that the lock files name.

PYTHON ?= python3
PORT ?= 8000
ADDR ?= 127.0.0.1:$(PORT)

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

# Material announces MkDocs 2 above every command. This project stays on MkDocs 1, by its own bounds.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

.PHONY: help
help: ## List these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: serve
serve: $(VENV)/runtime ## Show the site at ADDR (127.0.0.1:8000), and again whenever a source changes
	$(BIN)/mkdocs serve --dev-addr $(ADDR)

.PHONY: build
build: $(VENV)/runtime ## Build the site into site/; any warning fails
	$(BIN)/mkdocs build --strict --site-dir site

.PHONY: test
test: $(VENV)/dev ## Run every test (ARGS='-k fold' narrows it down)
	$(BIN)/python -m pytest $(ARGS)

.PHONY: coverage
coverage: $(VENV)/dev ## Run every test and say which branches none of them takes; half as long again
	$(BIN)/python -m pytest --cov --cov-report=term $(ARGS)

.PHONY: check
check: $(VENV)/dev ## Style, types, architecture, workflows, and the floors of the evaluation
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows \
		.github/workflows/*.yml digest/starter/pages.yml
	$(BIN)/python -m tests.eval

.PHONY: zensical
zensical: $(VENV)/dev ## Build with Zensical, too, at its newest, and say what differs
	$(PYTHON) -m venv $(VENV)/zensical
	$(VENV)/zensical/bin/python -m pip --disable-pip-version-check --quiet install --upgrade zensical
	$(BIN)/python -m tests.zensical $(VENV)/zensical/bin/zensical

# The two locks hold for every Python and platform that pyproject.toml admits, with one version of
# each package for all of them. The second is compiled under the first, so that they agree.
LOCK := $(VENV)/lock/bin/uv pip compile --no-config --universal --fork-strategy fewest \
	--python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
	--custom-compile-command 'make lock' --quiet $(UPGRADE) pyproject.toml

.PHONY: lock
lock: $(VENV)/lock ## Write the lock files anew (UPGRADE=--upgrade takes newer releases too)
	$(LOCK) --group build --output-file requirements.lock
	$(LOCK) --group dev --constraint requirements.lock --output-file requirements-dev.lock

.PHONY: clean
clean: ## Remove the built site, the generated pages and all caches
	rm -rf site docs/index.md docs/sections docs/events docs/outlets docs/people docs/sources \
		docs/stylesheets/digest.css docs/javascripts/digest.js docs/how-this-was-made.md
	rm -f docs/feed.atom docs/feed.json docs/feed.rss docs/digest.json docs/statements.csv
	rm -rf build dist htmlcov .cache .coverage .coverage.* .hypothesis .import_linter_cache \
		.mypy_cache .pytest_cache .ruff_cache
	find digest tests -type d -name __pycache__ -prune -exec rm -rf {} +

.PHONY: clean-all
clean-all: clean ## The same, and .venv too
	rm -rf $(VENV)

# --- .venv: an empty file there tells make that a step is done -----------------------------------

$(VENV)/made:
	@command -v $(PYTHON) >/dev/null || { \
		echo "There is no '$(PYTHON)' here. Digest needs Python 3.11 or newer:" \
			"install it, or name one with make PYTHON=…" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Digest needs Python 3.11 or newer, and '$(PYTHON)' is $$($(PYTHON) --version 2>&1)." \
			"Name another with make PYTHON=…, for example PYTHON=python3.13." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "'$(PYTHON)' cannot make virtual environments yet." \
			"On Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/runtime: requirements.lock pyproject.toml | $(VENV)/made
	$(PIP) install --require-hashes --requirement requirements.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev: requirements-dev.lock $(VENV)/runtime
	$(PIP) install --require-hashes --requirement requirements-dev.lock
	@touch $@

# uv writes the locks and is needed for nothing else, so it has a place of its own.
$(VENV)/lock: | $(VENV)/made
	$(PYTHON) -m venv $@
	$@/bin/python -m pip --disable-pip-version-check --quiet install 'uv>=0.9,<1'
