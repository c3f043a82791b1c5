#!/usr/bin/env bash
# Stops every process that up.sh started for this OPENSTACK_HOME; nothing of it is left running.
#
#   down.sh [--wipe]
#
#   --wipe   also drop databases, images, logs, credentials, configuration and unpacked packages
#
# Exit codes: 0 stopped; 1 something could not be stopped; 2 bad arguments.
set -euo pipefail
shopt -s nullglob
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
for file in "$here"/lib/{settings,state,process}.sh; do . "$file"; done

wipe=no
for argument in "$@"; do
  case $argument in
    --wipe) wipe=yes ;;
    *) usage "$here/down.sh" "$argument" ;;
  esac
done

[ ! -d "$STATE" ] || lock_state
stop_all
if [ "$wipe" = yes ]; then
  wipe_everything
  say "stopped and wiped"
else
  say "stopped; state kept in $STATE"
fi
