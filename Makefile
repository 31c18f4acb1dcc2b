# Two commands do everything: `make run` and `make test`. `make help` lists the others.

PYTHON ?= $(shell command -v python3.11 || command -v python3.12 || command -v python3.13 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin

.PHONY: help run demo test check format bench bench-accuracy bench-files bench-load bench-speed mutation reference ids words lock clean

help:  ## list the commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*##/:/' | column -t -s ':'

run: $(VENV)/run.stamp  ## set up, and serve Firststep on this computer: prints its address and a code
	@$(BIN)/firststep serve

demo: $(VENV)/run.stamp  ## the same with somebody made up, to look at
	@$(BIN)/firststep demo

test: $(VENV)/test.stamp  ## run every test; those of the store and the pages on both databases
	@deploy/install-for-tests
	@$(BIN)/python -m pytest -n auto
	@echo 'the store and the pages again, on PostgreSQL'
	@deploy/with-postgres $(BIN)/python -m pytest -n auto tests/store tests/web

check: $(VENV)/test.stamp  ## format, lint, types, contracts: seconds
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/node $(VENV)/node/test/node_modules/typescript/bin/tsc
	@$(BIN)/lint-imports --no-logo > $(VENV)/contracts.txt || { cat $(VENV)/contracts.txt; exit 1; }
	@echo 'check: all well'

format: $(VENV)/test.stamp  ## put the code into form
	@$(BIN)/ruff format --quiet .
	@$(BIN)/ruff check --fix --quiet .

bench: bench-speed bench-accuracy bench-activity bench-files bench-professionals bench-pages bench-session bench-lighthouse bench-interleavings bench-load  ## measure speed and accuracy; writes docs/explanation/

bench-speed: $(VENV)/bench.stamp  ## the engine against general samplers, in one run
	@JAX_PLATFORMS=cpu $(BIN)/python -W ignore -m bench.speed.run

bench-files: $(VENV)/test.stamp  ## 100,000 damaged files, thrown at every reader of activity
	@$(BIN)/python -m bench.fuzz.run

bench-activity: $(VENV)/bench.stamp  ## reading an Apple Health export, against other packages
	@$(BIN)/python -m bench.speed.apple

bench-professionals: $(VENV)/test.stamp  ## the public list of NPIs: importing 2 million rows, and searching
	@$(BIN)/python -m bench.speed.professionals

bench-pages: $(VENV)/test.stamp  ## the pages: how fast, and what a kill leaves
	@$(BIN)/python -m bench.speed.pages
	@$(BIN)/python -m bench.durability.kill

bench-session: $(VENV)/test.stamp  ## whether a session keeps its time for ten real minutes, and how smoothly its pictures move
	@deploy/install-for-tests
	@$(BIN)/python -m bench.speed.session

bench-interleavings: $(VENV)/test.stamp  ## two phones, a bad network, a server that is killed: half an hour
	@deploy/install-for-tests
	@$(BIN)/python -m bench.durability.interleavings

bench-lighthouse: $(VENV)/lighthouse.stamp  ## what Lighthouse says of each page, on a slow phone
	@deploy/install-for-tests
	@$(BIN)/python -m bench.speed.lighthouse

bench-load: $(VENV)/test.stamp  ## how rightly yesterday's load is told: six minutes on one core
	@OMP_NUM_THREADS=1 $(BIN)/python -m bench.accuracy.load.run

bench-accuracy: $(VENV)/test.stamp  ## what the engine promises, on virtual people: about half an hour on two cores
	@OMP_NUM_THREADS=1 $(BIN)/python -m bench.accuracy.run
	@OMP_NUM_THREADS=1 $(BIN)/python -m bench.accuracy.first_week
	@OMP_NUM_THREADS=1 $(BIN)/python -m bench.accuracy.designs.run
	@OMP_NUM_THREADS=1 $(BIN)/python -m bench.accuracy.triggers.run

pictures: $(VENV)/test.stamp  ## take the pictures of the pages anew, in docs/pictures/
	@FIRSTSTEP_PICTURES=1 $(BIN)/python -m pytest -n auto tests/browser

mutation: $(VENV)/bench.stamp  ## change the safety check in every way, and see that a test notices
	@$(BIN)/mutmut run > $(VENV)/mutation.txt 2>&1 || { tail -n 40 $(VENV)/mutation.txt; exit 1; }
	@$(BIN)/mutmut results
	@rm -rf mutants

reference: $(VENV)/run.stamp  ## write the generated pages of docs/reference/ anew
	@$(BIN)/python docs/reference/make_cli.py
	@$(BIN)/python docs/reference/make_safety.py
	@$(BIN)/python docs/reference/make_knowledge.py

ids: $(VENV)/run.stamp  ## lock the ids of new files of knowledge
	@$(BIN)/python deploy/lock-ids

words: $(VENV)/run.stamp  ## bring the translations up to date; LANGUAGE=pt begins one
	@$(BIN)/python deploy/update-words $(LANGUAGE)

lock: $(VENV)/test.stamp  ## work out the locked versions anew
	@deploy/lock $(BIN)

clean:  ## take away everything that was set up
	rm -rf $(VENV) build dist mutants .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(VENV)/made.stamp:
	@PYTHON="$(PYTHON)" deploy/make-venv $(VENV)
	@touch $@

$(VENV)/run.stamp: $(VENV)/made.stamp requirements.lock pyproject.toml
	@deploy/install $(BIN) requirements.lock
	@touch $@

$(VENV)/test.stamp: $(VENV)/made.stamp requirements-test.lock deploy/npm/test/package-lock.json pyproject.toml
	@deploy/install $(BIN) requirements-test.lock
	@deploy/install-npm $(BIN) deploy/npm/test $(VENV)/node/test
	@touch $@ $(VENV)/run.stamp

$(VENV)/lighthouse.stamp: $(VENV)/test.stamp deploy/npm/bench/package-lock.json
	@deploy/install-npm $(BIN) deploy/npm/bench $(VENV)/node/bench
	@touch $@

$(VENV)/bench.stamp: $(VENV)/test.stamp requirements-bench.lock
	@deploy/install $(BIN) requirements-bench.lock
	@touch $@
