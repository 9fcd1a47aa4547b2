#!/bin/sh
# Installs what only tests need: Chromium, fonts, and the AT-protocol network. Says in one line what cannot be had.
cd "$(dirname "$0")/.." || exit 1
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }
if ! command -v chromium >/dev/null 2>&1; then
  { as_root apt-get update -qq && DEBIAN_FRONTEND=noninteractive as_root apt-get install -y -qq --no-install-recommends \
      chromium fonts-noto-core fonts-noto-color-emoji; } >/dev/null 2>&1 ||
    echo "streife: Chromium cannot be installed here; browser tests will skip" >&2
fi
home=${STREIFE_HOME:-var}
mkdir -p "$home"
bash tests/network/install.sh "$home/test-network" ||
  echo "streife: the Bluesky network cannot be installed here; its tests will skip" >&2
exit 0
