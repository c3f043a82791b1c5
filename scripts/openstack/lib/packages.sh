# Debian packages: libraries and server cores only, so no daemon, no system user, no debconf question, nothing of OpenStack
# under /etc.

PACKAGES=(python3-keystone python3-glance python3-placement python3-nova python3-neutron python3-cinder
  python3-fixtures # nova.virt.fake imports it
  python3-pymysql python3-pastescript python3-openstackclient
  uwsgi-core uwsgi-plugin-python3 mariadb-server-core mariadb-client-core openssl
  # what rabbitmq-server needs of Erlang
  erlang-base erlang-crypto erlang-eldap erlang-inets erlang-mnesia erlang-os-mon erlang-parsetools erlang-public-key
  erlang-runtime-tools erlang-ssl erlang-syntax-tools erlang-tools erlang-xmerl)
# Unpacked beside the state and not installed: their files are wanted (api-paste.ini, RabbitMQ itself), their maintainer
# scripts and services are not.
UNPACKED_PACKAGES=(nova-common neutron-common glance-common cinder-common rabbitmq-server)

installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

ensure_packages() { # yes|no   whether apt may be called
  local package missing=() folded=()
  for package in "${PACKAGES[@]}"; do installed "$package" || missing+=("$package"); done
  for package in "${UNPACKED_PACKAGES[@]}"; do [ -e "$UNPACKED/.$package" ] || folded+=("$package"); done
  [ ${#missing[@]} = 0 ] && [ ${#folded[@]} = 0 ] && return 0
  [ "$1" = yes ] || fail "missing, and --no-install was given: ${missing[*]} ${folded[*]}"
  mkdir -p "$LOG" "$UNPACKED"
  refresh_lists
  [ ${#missing[@]} = 0 ] || install_packages "${missing[@]}"
  for package in "${folded[@]}"; do unpack "$package"; done
}

refresh_lists() {
  apt-cache show python3-nova rabbitmq-server >/dev/null 2>&1 && return 0
  say "apt-get update"
  apt-get update >"$LOG/apt.log" 2>&1 || fail "apt-get update failed" "$LOG/apt.log"
}

install_packages() {
  local options=(-y --no-install-recommends -o DPkg::Lock::Timeout=600 -o Dpkg::Options::=--force-unsafe-io
    -o Dpkg::Options::=--force-confold -o Dpkg::Options::=--force-confdef)
  local status=0
  export DEBIAN_FRONTEND=noninteractive DEBCONF_NONINTERACTIVE_SEEN=true
  say "downloading what $# packages need"
  apt-get install "${options[@]}" --download-only "$@" >"$LOG/apt.log" 2>&1 </dev/null || fail "download failed" "$LOG/apt.log"
  forbid_services
  say "installing: $(sed -n 's/^Need to get \(.*\) of archives.*/\1 downloaded/p' "$LOG/apt.log")"
  (umask 022 && apt-get install "${options[@]}" "$@") >>"$LOG/apt.log" 2>&1 </dev/null || status=$?
  allow_services
  [ "$status" = 0 ] || fail "installation failed" "$LOG/apt.log"
}

# Some dependencies (open-iscsi) carry services: none may start because of us. Whatever ends this script, nothing of it is left: with that
# file no package on the machine could ever start a service again.
POLICY=/usr/sbin/policy-rc.d
POLICY_MARK='# while scripts/openstack/up.sh installs packages'

forbid_services() {
  # One that somebody else made stays; one of ours was left by a kill.
  if [ -e "$POLICY" ] && ! grep -qxF "$POLICY_MARK" "$POLICY"; then return 0; fi
  trap allow_services EXIT
  printf '#!/bin/sh\n%s\nexit 101\n' "$POLICY_MARK" >"$POLICY"
  chmod 755 "$POLICY"
}

allow_services() {
  if grep -qxF "$POLICY_MARK" "$POLICY" 2>/dev/null; then rm -f "$POLICY"; fi
}

unpack() { # PACKAGE
  say "unpacking $1"
  (cd "$UNPACKED" && apt-get -o APT::Sandbox::User=root download "$1" && dpkg -x "$1"_*.deb . && rm -f "$1"_*.deb) \
    >>"$LOG/apt.log" 2>&1 || fail "cannot get $1" "$LOG/apt.log"
  touch "$UNPACKED/.$1"
}
