#!/bin/sh
# Write both lock files anew from pyproject.toml. `make lock` keeps versions; `make lock UPGRADE=1` takes the newest.
set -eu
cd "$(dirname "$0")/.."

if ! command -v uv >/dev/null; then
    echo "make lock needs uv (pipx install uv): it resolves for every platform at once." >&2
    exit 1
fi

compile() {
    uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --custom-compile-command "make lock" \
        --no-emit-index-url --no-emit-find-links ${UPGRADE:+--upgrade} "$@"
}

compile pyproject.toml --output-file requirements.lock
compile pyproject.toml --extra test --constraints requirements.lock --output-file requirements-test.lock
