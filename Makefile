# Needs Debian or the like, Python 3.11, Node 20, npm and make; root or not. `make` shows what there is.

PYTHON    ?= python3
PORT      ?= 4566
MAIL_PORT ?= 1080
STAGE     ?=

BIN     := .venv/bin
CDK     := node_modules/.bin/cdk
PYTHONS := .venv/synced
NODES   := node_modules/.package-lock.json
BROWSER := build/chromium-path

# Without bytecode, loading aws_cdk takes half a minute.
export PYTHONDONTWRITEBYTECODE :=
# Offices often sit behind a proxy whose certificate only the system knows.
export UV_SYSTEM_CERTS := 1
export JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup browser run demo test fast lint types arrows unit e2e \
        format lock openapi schema sop synth deploy staff breach clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z0-9]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(PYTHONS) $(NODES) ## Install everything pinned, into .venv and node_modules

browser: $(BROWSER) ## Find or install the Chromium of the browser tests

run: setup ## Start the whole service on this machine (PORT=4566 MAIL_PORT=1080)
	@$(BIN)/python -m infra.local --port $(PORT) --mail-port $(MAIL_PORT)

demo: setup ## Walk the SOPs of all offices over HTTP, and show the timelines
	@$(BIN)/python -m infra.demo

test: setup browser ## Check everything: style, types, arrows, units, the deployed whole
	@began=$$(date +%s); \
	$(MAKE) --no-print-directory --jobs 2 fast && $(MAKE) --no-print-directory e2e && \
	echo "All good in $$(( $$(date +%s) - began )) s."

fast: lint types arrows unit ## Check all that needs no emulator

lint: setup ## Check the style
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: setup ## Check the types
	@$(BIN)/mypy

arrows: setup ## Check who may import whom
	@$(BIN)/lint-imports

unit: setup ## Run the tests that need no emulator
	@$(BIN)/pytest --numprocesses 2 --dist worksteal --ignore=tests/e2e

e2e: setup browser ## Run the tests on the deployed whole, in a browser too
	@CHROMIUM="$$(cat $(BROWSER))" $(BIN)/pytest tests/e2e --numprocesses 2 --dist loadfile

format: setup ## Put the style right
	@$(BIN)/ruff check --fix-only .
	@$(BIN)/ruff format .

lock: setup ## Pin the newest versions that pyproject.toml allows
	@$(BIN)/uv lock --quiet --upgrade
	@$(call export-to,requirements.lock,--all-groups)
	@$(call export-to,functions/requirements.lock,--no-dev)
	@$(call export-to,functions/press.lock,--only-group press)
	@$(call export-to,functions/scans.lock,--group scans --no-group dev)
	@sed -E -i 's#https://[^/"]+/#https://registry.invalid/#' uv.lock  # whose mirror it was is nobody's business

openapi: setup ## Write docs/openapi.json
	@mkdir -p build && $(BIN)/python -m functions.openapi > build/openapi.json && mv build/openapi.json docs/openapi.json

schema: setup ## Write the JSON Schemas of SOP and office files, for editors
	@$(BIN)/python -m infra.schemas

sop: setup ## Check an SOP file and show what it makes (FILE=functions/sops/….toml)
	$(if $(FILE),,$(error Which file? make sop FILE=functions/sops/….toml))
	@$(BIN)/python -m infra.sop_file $(FILE)

synth: setup ## Write the CloudFormation template of a stage (STAGE=dev)
	@$(CDK) synth --quiet --context stage=$(or $(STAGE),dev)

deploy: setup ## Deploy to AWS (STAGE=dev or STAGE=prod)
	$(if $(filter dev prod,$(STAGE)),,$(error Which stage? make deploy STAGE=dev, or STAGE=prod))
	@$(CDK) deploy --context stage=$(STAGE)
	@$(BIN)/python -m infra.staff --stage $(STAGE) --seed

staff: setup ## Appoint the people of a staff file at a stage (FILE=staf.toml STAGE=dev)
	$(if $(filter dev prod,$(STAGE)),,$(error Which stage? make staff FILE=staf.toml STAGE=dev))
	$(if $(FILE),,$(error Which file? make staff FILE=staf.toml STAGE=dev))
	@$(BIN)/python -m infra.staff --stage $(STAGE) $(FILE)

breach: setup ## Write the notices of a breach of personal data (FILE=insiden.toml STAGE=dev)
	$(if $(filter dev prod,$(STAGE)),,$(error Which stage? make breach FILE=insiden.toml STAGE=dev))
	$(if $(FILE),,$(error Which file? make breach FILE=insiden.toml STAGE=dev))
	@$(BIN)/python -m infra.breach --stage $(STAGE) $(FILE)

clean: ## Remove everything that make made
	@rm -rf build .venv node_modules .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(PYTHONS): requirements-uv.lock requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	  { echo "Python 3.11 or newer is missing. Name one: make setup PYTHON=python3.11" >&2; exit 1; }
	@$(call step,environment,$(PYTHON) -m venv .venv)
	@$(call step,installer,$(BIN)/python -m pip install -qq --require-hashes -r requirements-uv.lock)
	@$(call step,libraries,UV_COMPILE_BYTECODE=1 $(BIN)/uv pip sync -q --python .venv --require-hashes $^)
	@touch $@

$(NODES): package-lock.json
	@node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' 2>/dev/null && command -v npm >/dev/null || \
	  { echo "Node 20 or newer, with npm, is missing. Install it, then run make again." >&2; exit 1; }
	@$(call step,tools,npm ci --silent --no-audit --no-fund)
	@touch $@

$(BROWSER): tests/e2e/install-chromium
	@mkdir -p $(@D)
	@$(call step,browser,{ $< > $@ 2> build/browser.log || { tail -n 3 build/browser.log >&2; false; }; })

# One line of progress: a name, dots, and the seconds that it took.
step = printf '  %-11s ........ ' $(1); began=$$(date +%s); $(2) && echo "$$(( $$(date +%s) - began )) s"

define export-to
$(BIN)/uv export --quiet --frozen --no-emit-project --no-header --no-annotate $(2) \
  --output-file $(1) > /dev/null
endef
