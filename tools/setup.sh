#!/bin/sh
# Makes .venv from requirements.lock; a second run only compares a hash.
set -eu
cd "$(dirname "$0")/.."
wanted=$(cat requirements.lock pyproject.toml | sha256sum | cut -d' ' -f1)
[ "$(cat .venv/.streife-lock 2>/dev/null)" = "$wanted" ] && exit 0

python=${PYTHON:-python3}
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
  echo "streife: Python 3.11 or newer is needed, $("$python" --version) is here" >&2; exit 1; }

echo "streife: setting up, this takes about a minute the first time" >&2

# A bare Debian has no ensurepip: take python3-venv where we may, else bring pip ourselves.
make_venv() { .venv/bin/python -m pip --version >/dev/null 2>&1 || "$python" -m venv --clear .venv >/dev/null 2>&1; }
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }
if ! make_venv; then
  echo "streife: python3-venv is missing, trying apt-get" >&2
  as_root apt-get update -qq >/dev/null 2>&1 && as_root apt-get install -y -qq python3-venv >/dev/null 2>&1 || true
  make_venv || { "$python" -m venv --clear --without-pip .venv && "$python" tools/bring_pip.py .venv; }
fi
.venv/bin/python -m pip install --quiet --disable-pip-version-check uv==0.13.9
# uv is fast; pip does the same where uv finds no registry. Compiled now, imports take seconds less ever after.
.venv/bin/uv pip install --quiet --compile-bytecode --python .venv --require-hashes -r requirements.lock ||
  .venv/bin/python -m pip install --quiet --require-hashes -r requirements.lock
PYTHONWARNINGS=ignore .venv/bin/python -m pip install --quiet --no-deps --no-build-isolation --editable .
echo "$wanted" > .venv/.streife-lock
