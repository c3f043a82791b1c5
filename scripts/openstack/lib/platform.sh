# What must be true of the machine before anything is touched.

cannot_run_here() { printf '%s: %s\n' "${0##*/}" "$*" >&2; exit 2; }

require_platform() {
  local os
  # shellcheck source=/dev/null
  os=$(. /etc/os-release 2>/dev/null && echo "${ID:-unknown} ${VERSION_ID:-}")
  if [ "$os" != 'debian 12' ] || [ "$(id -u)" != 0 ]; then
    cannot_run_here "needs root on Debian 12, whose packages are OpenStack Zed (this is user $(id -un) on ${os:-an unknown system})"
  fi
  # The path goes unquoted into configuration files and a database URL.
  [[ $STATE =~ ^/[A-Za-z0-9._/+-]+$ ]] ||
    cannot_run_here "OPENSTACK_HOME may hold letters, digits and . _ / + - only: $STATE"
  # A Unix socket's path is limited to 107 bytes (unix(7)).
  [ ${#STATE} -le 85 ] || cannot_run_here "OPENSTACK_HOME is too long for a socket path (85 characters at most): $STATE"
}

listens() { (exec 3<>"/dev/tcp/$IP/$1") 2>/dev/null; } # PORT

require_free_ports() {
  local entry port name taken=()
  for entry in "$PORT_KEYSTONE keystone" "$PORT_PLACEMENT placement" "$PORT_GLANCE glance-api" "$PORT_NEUTRON neutron-server" \
    "$PORT_NOVA nova-api" "$PORT_CINDER cinder-api" "$PORT_RABBITMQ rabbitmq" "$PORT_RABBITMQ_NODES rabbitmq" "$PORT_EPMD epmd"; do
    read -r port name <<<"$entry"
    if listens "$port" && ! alive "$name"; then taken+=("$port for $name is held by $(holder "$port")"); fi
  done
  [ ${#taken[@]} = 0 ] || fail "stop what holds these ports first (one OpenStack a machine):$(printf '\n  %s' "${taken[@]}")"
}

holder() { # PORT   who listens there, as far as the system tells
  local inode pid=
  inode=$(awk -v port="$(printf '%04X' "$1")" '$4 == "0A" && $2 ~ ":" port "$" {print $10; exit}' /proc/net/tcp /proc/net/tcp6)
  [ -z "$inode" ] || pid=$(find /proc/[0-9]*/fd -lname "socket:\[$inode\]" -print -quit 2>/dev/null | cut -d/ -f3 || true)
  [ -n "$pid" ] || { echo 'an unknown process'; return; }
  printf 'pid %s, %s' "$pid" "$(tr '\0' ' ' <"/proc/$pid/cmdline" | cut -c1-80)"
  tr '\0' '\n' <"/proc/$pid/environ" 2>/dev/null | sed -n 's/^HANSA_OPENSTACK=\(.*\):.*/ of OPENSTACK_HOME=\1/p' || true
}
