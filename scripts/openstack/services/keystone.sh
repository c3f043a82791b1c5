# Keystone: identity, under uWSGI.

configure_keystone() {
  render keystone.conf "$ETC/keystone.conf"
  local folder
  for folder in fernet credential; do
    [ -s "$ETC/$folder/1" ] && continue
    mkdir -p "$ETC/$folder"
    fernet_key >"$ETC/$folder/0"
    fernet_key >"$ETC/$folder/1"
  done
}

fernet_key() { head -c 32 /dev/urandom | base64 | tr '+/' '-_'; }

schema_keystone() {
  local url=http://$IP:$PORT_KEYSTONE/v3
  create_databases keystone
  run_python keystone keystone.cmd.manage:main --config-file "$ETC/keystone.conf" db_sync &&
    run_python keystone keystone.cmd.manage:main --config-file "$ETC/keystone.conf" bootstrap --bootstrap-password "$(secret admin)" \
      --bootstrap-username admin --bootstrap-project-name admin --bootstrap-role-name admin --bootstrap-service-name keystone \
      --bootstrap-region-id "$REGION" --bootstrap-admin-url "$url" --bootstrap-public-url "$url" --bootstrap-internal-url "$url"
}

start_keystone() {
  start_wsgi keystone "$PORT_KEYSTONE" /usr/bin/keystone-wsgi-public 8 OS_KEYSTONE_CONFIG_FILES="$ETC/keystone.conf"
}
