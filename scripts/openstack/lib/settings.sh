# Where everything lives, which ports it takes, and how the scripts speak. Sourced by up.sh and down.sh.

STATE=${OPENSTACK_HOME:-$(cd "$here/../.." && pwd)/.cache/openstack}
case $STATE in /*) ;; *) STATE=$PWD/$STATE ;; esac
ETC=$STATE/etc LOG=$STATE/log RUN=$STATE/run DATA=$STATE/data UNPACKED=$STATE/unpacked DONE=$STATE/done SECRETS=$STATE/secrets
STATE_FOLDERS=("$ETC" "$LOG" "$RUN" "$DATA" "$DONE" "$SECRETS")
STATE_FILES=("$STATE/ready" "$STATE/clouds.yaml" "$STATE/env")

IP=127.0.0.1
REGION=RegionOne
PYTHON=/usr/bin/python3 # Debian's own: a pyenv or virtualenv first on PATH has none of the services

PORT_KEYSTONE=5000 PORT_PLACEMENT=8778 PORT_GLANCE=9292 PORT_NEUTRON=9696 PORT_NOVA=8774 PORT_CINDER=8776
PORT_RABBITMQ=5672 PORT_RABBITMQ_NODES=25672
PORT_EPMD=4370 # not Erlang's own 4369, which an epmd of another program may hold

SERVICES=(keystone placement glance neutron nova cinder)
MQ_USER=hansa

started_at=$(date +%s)
umask 077

say() { printf '[%4ss] %s\n' "$(($(date +%s) - started_at))" "$*"; }

fail() { # MESSAGE [LOG-FILE]   says why, with the last lines of the log at fault
  trap - ERR
  printf '%s: %s\n' "${0##*/}" "$1" >&2
  if [ -n "${2:-}" ] && [ -s "$2" ]; then
    printf -- '--- last lines of %s\n' "$2" >&2
    tail -n 20 "$2" >&2
  fi
  exit 1
}

usage() { # SCRIPT ARGUMENT   prints the script's own head comment
  [ "$2" = --help ] || [ "$2" = -h ] || printf '%s: unknown argument %s\n' "${1##*/}" "$2" >&2
  sed -n '2,/^set /{s/^# \{0,1\}//p}' "$1" >&2
  case $2 in --help | -h) exit 0 ;; *) exit 2 ;; esac
}
