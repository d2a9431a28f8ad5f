#!/bin/sh
# Open the window, or without a display do the same job headless.
set -eu
cd "$(dirname "$0")/.."

if [ "$(uname -s)" = Darwin ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    .venv/bin/python -m tools.system_libraries window
    exec .venv/bin/python -m app open
fi
echo "No display was found, so the sample review goes through the same steps without a window."
exec .venv/bin/python -m app walkthrough
