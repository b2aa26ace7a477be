# The station's commands. Each does its own set-up; nothing but Python >= 3.11, Node >= 20 and make is needed.
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin

.PHONY: run test bench assets check clean

run: .venv/server .venv/page static/dist/main.js ## serve the station on http://127.0.0.1:$(PORT)
	PORT=$(PORT) $(BIN)/python -m server

test: .venv/everything .venv/tools static/dist/main.js check ## run every test
	npm test
	$(BIN)/python -m pytest

check: .venv/everything .venv/tools ## lint, format and types, warnings as errors
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	npm run --silent check

bench: .venv/everything .venv/tools static/dist/main.js ## measure, print, judge nothing
	$(BIN)/python -m tests.bench

assets: .venv/everything ## rebuild everything under static/ that is made, not written
	$(BIN)/python -m training studio

clean: ## forget every installed and built thing
	rm -rf .venv node_modules static/dist

# Set-up, each step stamped so that it is done once. `run` must stay light: no TensorFlow, no test tools.
.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and f"Python 3.11 or newer is needed, this is {sys.version.split()[0]}: set PYTHON=python3.x")'
	$(PYTHON) -m venv .venv

.venv/server: .venv/bin/python pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	touch $@

.venv/everything: .venv/bin/python pyproject.toml tools/studio-parts.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[training,studio,dev]'
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --requirement tools/studio-parts.txt
	touch $@ .venv/server

.venv/page: .venv/bin/python package-lock.json
	test -e .venv/tools || npm ci --omit=dev --ignore-scripts --no-audit --no-fund --loglevel=error
	touch $@

.venv/tools: .venv/bin/python package-lock.json
	npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	touch $@ .venv/page

static/dist/main.js: package-lock.json tools/bundle.mjs $(shell find static/js -name '*.js' -o -name '*.css') | .venv/page
	node tools/bundle.mjs
