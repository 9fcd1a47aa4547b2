#!/bin/sh
# Installs what only tests need: Chromium, fonts, readers of PDF, a token in software, and the AT-protocol network.
# Says in one line what cannot be had.
cd "$(dirname "$0")/.." || exit 1
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }
install() {
  { as_root apt-get update -qq && DEBIAN_FRONTEND=noninteractive as_root apt-get install -y -qq --no-install-recommends "$@"; } \
    >/dev/null 2>&1
}
{ command -v chromium && command -v chromium-headless-shell; } >/dev/null 2>&1 ||
  install chromium chromium-headless-shell fonts-noto-core fonts-noto-color-emoji ||
  install chromium fonts-noto-core fonts-noto-color-emoji ||  # older releases have no shell without windows
  echo "streife: Chromium cannot be installed here; browser tests will skip" >&2
{ command -v pdftotext && command -v qpdf && command -v softhsm2-util; } >/dev/null 2>&1 ||
  install poppler-utils qpdf softhsm2 ||
  echo "streife: poppler-utils, qpdf, softhsm2 cannot be installed here; tests of PDFs and tokens will skip" >&2
home=${STREIFE_HOME:-var}
mkdir -p "$home"
bash tests/network/install.sh "$home/test-network" ||
  echo "streife: the Bluesky network cannot be installed here; its tests will skip" >&2
exit 0
