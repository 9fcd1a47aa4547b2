# make run: start Streife with training data. make test: all tests. make setup, check, bench besides.
.PHONY: run test setup check bench

run: setup
	@.venv/bin/streife run

setup:
	@sh tools/setup.sh

test: setup
	@sh tools/test_needs.sh
	@# Four workers fill two cores, as browser tests wait at times; sums that split themselves up among threads would only wait.
	@# Servers are started dozens of times: what Python compiled once is kept, also where that is forbidden.
	@PYTHONDONTWRITEBYTECODE= OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 .venv/bin/python -m pytest -p no:cacheprovider -n 4 --dist loadfile --no-loadscope-reorder $(TESTS)

check: setup
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports


bench: setup
	@.venv/bin/python -m tools.bench $(PARTS)
