# The state folder: who holds it, what is in it, and whether what it describes is up.

lock_state() {
  mkdir -p "$STATE"
  exec 9>"$STATE/lock"
  flock -w 300 9 || fail "another up.sh or down.sh has worked on $STATE for five minutes"
  [ "$STATE/lock" -ef /dev/fd/9 ] || lock_state # a down.sh --wipe took the file away while this waited
}

prepare_state() {
  mkdir -p "${STATE_FOLDERS[@]}" "$DATA/home"
  local name
  for name in admin service hansa hansa-small rabbitmq; do
    [ -s "$SECRETS/$name" ] || head -c 24 /dev/urandom | base64 | tr -d '+/=\n' >"$SECRETS/$name"
  done
}

secret() { cat "$SECRETS/$1"; } # NAME

# Only what these scripts made: OPENSTACK_HOME may be a folder that holds something else too.
wipe_state() { rm -rf "${STATE_FOLDERS[@]}" "${STATE_FILES[@]}"; }

wipe_everything() { # also the unpacked packages, and the folder where nothing else is in it
  wipe_state
  rm -rf "$UNPACKED" "$STATE/lock"
  [ ! -d "$STATE" ] || rmdir --ignore-fail-on-non-empty "$STATE"
}

already_up() {
  local name
  [ -s "$STATE/ready" ] || return 1
  while read -r name; do alive "$name" || return 1; done <"$STATE/ready"
  listens "$PORT_KEYSTONE" && listens "$PORT_NOVA" && listens "$PORT_NEUTRON" && listens "$PORT_CINDER" && listens "$PORT_GLANCE"
}

seed() { # STEP   runs seed/, which speaks to the public APIs alone
  "${clean_environment[@]}" IP="$IP" REGION="$REGION" STATE="$STATE" \
    PORTS="keystone=$PORT_KEYSTONE placement=$PORT_PLACEMENT glance=$PORT_GLANCE neutron=$PORT_NEUTRON nova=$PORT_NOVA cinder=$PORT_CINDER" \
    SINCE="$([ "$spawned_any" = yes ] && echo "$started_at" || echo 0)" "$PYTHON" -s "$here/seed" "$1" && return 0
  local name
  for name in $(started_names); do alive "$name" || fail "$name died" "$LOG/$name.log"; done
  fail "seeding ($1) failed; logs are in $LOG"
}

print_access() {
  cat <<EOT
OS_AUTH_URL=http://$IP:$PORT_KEYSTONE/v3
clouds:  hansa (application credential), hansa-password, hansa-small (tiny quotas), hansa-admin   in $STATE/clouds.yaml
use it:  . $STATE/env && /usr/bin/openstack server list
EOT
}
