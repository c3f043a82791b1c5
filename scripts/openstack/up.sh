#!/usr/bin/env bash
# Brings up a real OpenStack (Zed, from Debian 12's own packages) on loopback, to be the referee of the OpenStack driver.
# No hypervisor and no data plane: see README.md.
#
#   up.sh [--wipe] [--no-install] [--is-up]
#
#   --wipe         start from nothing: stop what runs, drop databases, images, logs and credentials first (unpacked packages stay)
#   --no-install   never call apt; fail where a package is missing
#   --is-up        start nothing: exit 0 when it is up, 1 when it is not
#
# OPENSTACK_HOME   where state, logs, clouds.yaml and env live   (default: <repo>/.cache/openstack)
# OPENSTACK_DEBUG  1: the services log at debug level
#
# Exit codes: 0 up and seeded; 1 failed; 2 cannot run here (not root, not Debian 12, bad arguments).
set -Eeuo pipefail
shopt -s nullglob
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
for file in "$here"/lib/{settings,platform,state,process,packages,config,schemas}.sh "$here"/services/*.sh; do . "$file"; done

wipe=no install=yes ask=no
for argument in "$@"; do
  case $argument in
    --wipe) wipe=yes ;;
    --no-install) install=no ;;
    --is-up) ask=yes ;;
    *) usage "$here/up.sh" "$argument" ;;
  esac
done

require_platform
if [ "$ask" = yes ]; then already_up && exit 0 || exit 1; fi
lock_state
if [ "$wipe" = yes ]; then stop_all; wipe_state; fi
if already_up; then
  say "already up"
  print_access
  exit 0
fi

trap 'fail "line $LINENO of ${BASH_SOURCE[0]##*/}: $BASH_COMMAND"' ERR
trap 'stop_processes 5 "setup-.*" 2>/dev/null; echo "up.sh: interrupted; down.sh stops what had started" >&2; exit 130' INT TERM
rm -f "$STATE/ready"
stop_leftovers
require_free_ports
ensure_packages "$install"
prepare_state
for service in "${SERVICES[@]}"; do "configure_$service"; done

say "MariaDB and RabbitMQ"
start_mariadb
start_rabbitmq
wait_for mariadb 60 sql 'select 1'
apply_schemas
wait_for rabbitmq 90 listens "$PORT_RABBITMQ"

say "Keystone"
start_keystone
wait_for keystone 60 listens "$PORT_KEYSTONE"
seed identity

say "Placement, Glance, Neutron, Nova, Cinder"
for service in placement glance neutron nova cinder; do "start_$service"; done
wait_for placement 120 listens "$PORT_PLACEMENT"
wait_for glance-api 120 listens "$PORT_GLANCE"
wait_for neutron-server 120 listens "$PORT_NEUTRON"
wait_for nova-api 120 listens "$PORT_NOVA"
wait_for cinder-api 120 listens "$PORT_CINDER"

say "seeding"
seed cloud
seed credentials
started_names >"$STATE/ready"
say "ready"
print_access
