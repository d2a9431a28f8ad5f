# Everything a person needs: `make test` does all the set-up itself.
SHELL := /bin/sh
.DEFAULT_GOAL := test
.PHONY: test lock clean

BIN := .venv/bin
TEST_ARGS ?=

test: ## Format, lint, types and import contracts, then the tests
	@sh tools/set_up.sh test
	@$(BIN)/python -m tools.system_libraries offscreen
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -m "not soak" $(TEST_ARGS)

lock: ## Write both lock files anew from pyproject.toml
	@sh tools/lock.sh

clean: ## Remove the environment and everything that was built
	@rm -rf .venv build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
