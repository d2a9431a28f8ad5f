#!/bin/sh
# Prepare .venv with the locked dependencies: `set_up.sh run` or `set_up.sh test`.
# Plain sh and pip, because nothing else is there on a fresh machine. Quick when nothing changed.
set -eu
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }

lock_file() {
    case $1 in
        run) echo requirements.lock ;;
        test) echo requirements-test.lock ;;
        *) say "set_up.sh takes 'run' or 'test'."; exit 2 ;;
    esac
}

# PySide6 6.11 has wheels for Python 3.11 to 3.14.
usable() {
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' >/dev/null 2>&1
}

find_python() {
    for name in "${PYTHON:-python3}" python3.14 python3.13 python3.12 python3.11; do
        if usable "$name"; then
            echo "$name"
            return
        fi
    done
    say "Second Story needs Python 3.11, 3.12, 3.13 or 3.14, and none was found."
    say "Install one (Debian, Ubuntu: sudo apt-get install python3.11 python3.11-venv; macOS: brew install python@3.13),"
    say "or name it: make run PYTHON=/path/to/python3."
    exit 1
}

# Debian and Ubuntu keep `ensurepip`, without which a .venv has no pip, in a package of its own.
ensure_venv_module() {
    "$1" -c 'import ensurepip, venv' >/dev/null 2>&1 && return
    package=$("$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        say "Installing $package."
        apt-get update -qq >/dev/null
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" >/dev/null
    else
        say "This Python cannot make a virtual environment yet. Run this, then the same command again:"
        say "    sudo apt-get install $package"
        exit 1
    fi
}

ensure_venv() {
    if [ -x .venv/bin/python ] && usable .venv/bin/python && .venv/bin/python -m pip --version >/dev/null 2>&1; then
        return
    fi
    python=$(find_python)
    ensure_venv_module "$python"
    say "Making .venv with $("$python" --version)."
    rm -rf .venv
    "$python" -m venv .venv
}

# The stamp names what is installed, by content: a checkout that only touches a lock installs nothing.
stamp() {
    .venv/bin/python -c 'import hashlib, sys; print(hashlib.sha256(open(sys.argv[1], "rb").read()).hexdigest(), sys.prefix)' "$1"
}

install() {
    lock=$(lock_file "$1")
    wanted=$(stamp "$lock")
    [ "$(cat ".venv/installed-$1" 2>/dev/null)" = "$wanted" ] && return
    say "Installing what $lock names (once; about 100 MB)."
    rm -f .venv/installed-*
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input \
        --require-hashes --only-binary :all: --requirement "$lock"
    # What tests need includes what the app needs, in the same versions.
    stamp requirements.lock > .venv/installed-run
    echo "$wanted" > ".venv/installed-$1"
}

lock_file "${1:-run}" >/dev/null
ensure_venv
install "${1:-run}"
