# `make site` and `make test` do all the set-up on a machine with Python 3.11 or later; everything lands in .venv/.
PYTHON ?= python3
BIN := .venv/bin
export NO_MKDOCS_2_WARNING = 1

.PHONY: site test torture lint serve lock clean
.DEFAULT_GOAL := site

site: .venv/.site  ## install, generate the briefs from the articles, build site/
	$(BIN)/briefing generate
	$(BIN)/mkdocs build --strict

test: .venv/.test  ## install what the tests need, a browser included, and run all of them
	$(BIN)/python -m pytest -n auto

torture: .venv/.test  ## the long runs: edits, kills, full disks, files made to hurt, hostile text in every field
	TORTURE=1 $(BIN)/python -m pytest -n auto tests/test_durability.py tests/test_yaml_suite.py tests/test_hostile.py

lint: .venv/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

serve: .venv/.site  ## rebuild on every change, at http://127.0.0.1:8000/
	$(BIN)/mkdocs serve

lock: .venv/bin/python  ## write the lock files anew, from the ranges in pyproject.toml
	$(BIN)/python -m pip install --quiet "uv>=0.7"
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-find-links \
	  --no-emit-index-url --custom-compile-command "make lock" --extra build \
	  pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-find-links \
	  --no-emit-index-url --custom-compile-command "make lock" --extra build --extra test -c requirements.lock \
	  pyproject.toml -o requirements-test.lock

clean:
	rm -rf .venv site dist

.venv/bin/python:
	$(PYTHON) -m venv .venv

# The build backend is locked too, so that nothing is installed that the lock does not name.
.venv/.site: requirements.lock pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

.venv/.test: requirements-test.lock .venv/.site tests/install_browser.py
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.lock
	$(BIN)/python tests/install_browser.py
	touch $@
