# Placement: what the hypervisor has left, under uWSGI.

configure_placement() { render placement.conf "$ETC/placement/placement.conf"; }

schema_placement() {
  create_databases placement
  run_python placement placement.cmd.manage:main --config-file "$ETC/placement/placement.conf" db sync
}

start_placement() {
  start_wsgi placement "$PORT_PLACEMENT" /usr/bin/placement-api 4 OS_PLACEMENT_CONFIG_DIR="$ETC/placement"
}
