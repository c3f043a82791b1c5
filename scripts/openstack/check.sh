#!/usr/bin/env bash
# Walks through what the driver needs of the running OpenStack, with Debian's own client, and takes it all away again.
# Takes two minutes or so, most of it the client's start-up. Exit codes: 0 all held; 1 a step failed.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/lib/settings.sh"
[ -s "$STATE/ready" ] || fail "no OpenStack is up in $STATE: run up.sh first"
. "$STATE/env"
export OS_COMPUTE_API_VERSION=2.79 OS_VOLUME_API_VERSION=3.59
work=$(mktemp -d)
cd "$work" # a folder named openstack in the caller's must not shadow the Python package
name=check-$$
address=

os() { /usr/bin/openstack "$@"; } # not the one a pyenv or virtualenv puts first on PATH

step() { # WHAT COMMAND...
  printf '%-34s' "$1"
  if "${@:2}" >"$work/out" 2>&1; then echo ok; else echo FAILED; cat "$work/out"; exit 1; fi
}
becomes() { # WANTED COMMAND...   within half a minute
  local end=$(($(date +%s) + 30)) got
  until got=$("${@:2}") && [ "$got" = "$1" ]; do
    [ "$(date +%s)" -lt "$end" ] || { echo "is '$got', not '$1'"; return 1; }
    sleep 0.3
  done
}
server() { os server show "$name" -f value -c "$1"; }
volume() { os volume show "$name" -f value -c "$1"; }
flavor() { server flavor | grep -o 'SCS-[^'"'"']*' | head -1; }

clean_up() {
  local root
  set +e
  {
    # the client's --boot-from-volume leaves its volume behind
    root=$(os server show "$name-bfv" -f json -c volumes_attached | grep -oE '[0-9a-f-]{36}')
    os server delete --wait "$name" "$name-bfv"
    [ -z "$address" ] || os floating ip delete "$address"
    os volume delete "$name"
    [ -z "$root" ] || os volume delete "$root"
    os port delete "$name"
    os router remove subnet "$name" "$name"
    os router delete "$name"
    os network delete "$name"
    os security group delete "$name"
    os keypair delete "$name"
  } >/dev/null 2>&1
  rm -rf "$work"
}
trap clean_up EXIT

ssh-keygen -q -t ed25519 -N '' -f "$work/key"
step 'key pair' os keypair create --public-key "$work/key.pub" "$name"
step 'network' os network create "$name"
step 'network: tag' os network set --tag "owner=$name" "$name"
step 'network: found by tag' becomes "$name" os network list --tags "owner=$name" -f value -c Name
step 'subnet' os subnet create --network "$name" --subnet-range 10.5.0.0/24 "$name"
step 'router with gateway' os router create --external-gateway public "$name"
step 'router interface' os router add subnet "$name" "$name"
step 'security group' os security group create "$name"
step 'security group rule' os security group rule create --protocol tcp --dst-port 22 --remote-ip 0.0.0.0/0 "$name"
step 'port with tag' os port create --network "$name" --security-group "$name" --tag "owner=$name" "$name"
step 'port: found by tag' becomes "$name" os port list --tags "owner=$name" -f value -c Name
step 'server on a local disk' os server create --flavor SCS-2V-4-20s --image 'Debian 12' --key-name "$name" --port "$name" \
  --tag "owner=$name" --property role=check --wait "$name"
step 'server: found by tag' becomes "$name" os server list --tags "owner=$name" -f value -c Name
step 'server booting from a volume' os server create --flavor SCS-2V-4 --image 'Ubuntu 24.04' --boot-from-volume 20 \
  --network "$name" --wait "$name-bfv"
step 'server: resize' os server resize --flavor SCS-4V-16-100s --wait "$name"
step 'server: waits for confirmation' becomes VERIFY_RESIZE server status
step 'server: confirm' os server resize confirm "$name"
step 'server: active' becomes ACTIVE server status
step 'server: has the new size' becomes SCS-4V-16-100s flavor
step 'server: stop' os server stop "$name"
step 'server: stopped' becomes SHUTOFF server status
step 'server: start' os server start "$name"
step 'server: started' becomes ACTIVE server status
step 'volume' os volume create --size 10 "$name"
step 'volume: available' becomes available volume status
step 'volume: attach' os server add volume "$name" "$name"
step 'volume: in use' becomes in-use volume status
step 'volume: extend while attached' os volume set --size 12 "$name"
step 'volume: has grown' becomes 12 volume size
step 'volume: detach' os server remove volume "$name" "$name"
step 'volume: available again' becomes available volume status
step 'volume: extend' os volume set --size 15 "$name"
step 'volume: has grown again' becomes 15 volume size
address=$(os floating ip create public -f value -c floating_ip_address)
step 'floating IP: associate' os server add floating ip "$name" "$address"
step 'floating IP: active' becomes ACTIVE os floating ip show "$address" -f value -c status
echo "check.sh: all held"
