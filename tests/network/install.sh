#!/usr/bin/env bash
# Installs what the Bluesky test network needs: Debian's PostgreSQL and Redis, and the npm packages of
# package-lock.json into the folder $1. A second run finds everything there and does nothing.
# Exit code 75: something cannot be had here; one line on stderr says what.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
target=${1:-${STREIFE_HOME:-$(cd "$here/../.." && pwd)/var}/test-network}

missing() {
  echo "Bluesky test network: $1" >&2
  exit 75
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

lacking() {
  compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null || echo postgresql
  command -v redis-server >/dev/null || echo redis-server
  command -v node >/dev/null || echo nodejs
  command -v npm >/dev/null || echo npm
}

stamp() {
  sha256sum <"$here/package-lock.json"
  node -p 'process.arch + process.versions.modules' # the one compiled package is bound to Node's ABI
}

# Debian starts a service, and makes a database cluster, as soon as a package is there: not here.
quietly_installed() {
  local policy=/usr/sbin/policy-rc.d cluster=/etc/postgresql-common/createcluster.d/streife-test.conf
  as_root mkdir -p "$(dirname "$cluster")"
  echo 'create_main_cluster = false' | as_root tee "$cluster" >/dev/null
  if [ -e "$policy" ]; then policy=; else
    printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null
    as_root chmod 755 "$policy"
  fi
  local failed=0
  { as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -qq --no-install-recommends "$@"; } </dev/null >>"$log" 2>&1 || failed=1
  as_root rm -f "$cluster" ${policy:+"$policy"}
  return "$failed"
}

mapfile -t packages < <(lacking)
if [ ${#packages[@]} = 0 ] && [ "$(stamp)" = "$(cat "$target/.installed" 2>/dev/null)" ]; then
  exit 0
fi

mkdir -p "$target" 2>/dev/null && [ -w "$target" ] || missing "the folder $target cannot be written"
echo '*' >"$target/.gitignore"
log=$target/install.log
: >"$log"

if [ "$(id -u)" != 0 ] && ! sudo -n true 2>/dev/null; then
  [ ${#packages[@]} = 0 ] || missing "${packages[*]} missing, and only root can install Debian packages"
else
  # better-sqlite3 is compiled here: its prebuilt binary would come from outside the npm registry.
  command -v c++ >/dev/null && command -v make >/dev/null || packages+=(g++ make)
  command -v python3 >/dev/null || packages+=(python3)
  [ ${#packages[@]} = 0 ] || quietly_installed "${packages[@]}" \
    || missing "apt-get could not install ${packages[*]} (see $log)"
fi
[ "$(node -p 'parseInt(process.versions.node)')" -ge 18 ] || missing "Node 18 or newer is missing"

cp "$here/package.json" "$here/package-lock.json" "$target/"
[ ! -e /usr/include/node/node_version.h ] || export npm_config_nodedir=/usr
export npm_config_build_from_source=true npm_config_update_notifier=false
(cd "$target" && npm ci --no-audit --no-fund) </dev/null >>"$log" 2>&1 \
  || missing "npm ci could not install $(basename "$here")/package-lock.json (see $log)"
stamp >"$target/.installed"
