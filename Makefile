# What README tells people to type. PYTHON chooses the interpreter of a new environment: make PYTHON=python3.12 test
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin

.PHONY: demo test office lint bench generate templates clean

demo: $(VENV)/ready
	$(BIN)/collabkit check examples/product-launch/project.yaml --today 2026-03-20
	$(BIN)/collabkit check examples/troubled-launch/project.yaml --today 2026-03-20 --max-findings 3 || test $$? -eq 1
	$(BIN)/collabkit status examples/product-launch/project.yaml --today 2026-03-20
	$(BIN)/collabkit render examples/product-launch/project.yaml --today 2026-03-20 --language zh-CN --out out/zh-CN
	$(BIN)/collabkit render examples/product-launch-en/project.yaml --today 2026-03-20 --language en --out out/en
	$(BIN)/collabkit render examples/product-launch-closing/project.yaml --today 2026-07-10 --form closeout --language zh-CN --out out/zh-CN
	$(BIN)/collabkit render examples/product-launch-closing-en/project.yaml --today 2026-07-10 --form closeout --language en --out out/en
	@echo "The forms are in out/zh-CN and out/en."

test: $(VENV)/ready-dev lint
	$(BIN)/python -m pytest -n auto

# The pages that LibreOffice prints; skips where it is missing.
office: $(VENV)/ready-dev
	$(BIN)/python -m pytest -m office -rs

lint: $(VENV)/ready-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/generate.py --check
	$(BIN)/python tools/build_templates.py --check

bench: $(VENV)/ready-dev
	$(BIN)/python -m pip install -q -e ".[bench]"
	$(BIN)/python benchmarks/run.py

generate: $(VENV)/ready-dev
	$(BIN)/python tools/generate.py

templates: $(VENV)/ready-dev
	$(BIN)/python tools/build_templates.py

clean:
	rm -rf $(VENV) out build dist

$(VENV)/ready: pyproject.toml
	$(PYTHON) -c "import sys; sys.exit(0 if sys.version_info >= (3, 11) else 'collabkit needs Python 3.11 or newer; try: make PYTHON=python3.12 $(MAKECMDGOALS)')"
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --disable-pip-version-check -e .
	touch $@

$(VENV)/ready-dev: $(VENV)/ready
	$(BIN)/python -m pip install -q --disable-pip-version-check -e ".[dev]"
	touch $@
