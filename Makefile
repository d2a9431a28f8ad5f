# Everything a person needs: `make run` and `make test` do all the set-up themselves.
SHELL := /bin/sh
.DEFAULT_GOAL := run
.PHONY: run test screens soak bench lock clean

BIN := .venv/bin
TEST_ARGS ?=

run: ## Open Second Story; without a display, do the same job headless
	@sh tools/set_up.sh run
	@sh tools/start.sh

test: ## Format, lint, types and import contracts, then the tests
	@sh tools/set_up.sh test
	@$(BIN)/python -m tools.system_libraries offscreen
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -n auto -m "not soak" $(TEST_ARGS)

screens: ## Draw every stage, light and dark, into docs/screens
	@sh tools/set_up.sh test
	@$(BIN)/python -m tools.system_libraries offscreen
	@sh tools/fonts.sh
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m views.screens docs/screens

soak: ## The large reliability runs, an hour or more
	@sh tools/set_up.sh test
	@$(BIN)/python -m tools.system_libraries offscreen
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -m soak $(TEST_ARGS)

bench: ## Measure speed and memory beside other ways, into docs/bench.md
	@sh tools/set_up.sh test
	@$(BIN)/python -m tools.system_libraries offscreen
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m bench

lock: ## Write both lock files anew from pyproject.toml
	@sh tools/lock.sh

clean: ## Remove the environment and everything that was built
	@rm -rf .venv build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
