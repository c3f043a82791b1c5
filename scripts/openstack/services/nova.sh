# Nova: servers on drivers/hansa_nova.py, its own fake hypervisor with two gaps closed.

configure_nova() {
  mkdir -p "$DATA/nova/instances"
  render nova.conf "$ETC/nova.conf"
  # nova-compute may not see the databases: with their URLs it tries them, and logs errors for it.
  awk '/^\[/ {skip = ($0 == "[database]" || $0 == "[api_database]")} !skip' "$ETC/nova.conf" >"$ETC/nova-compute.conf"
}

schema_nova() {
  create_databases nova_api nova_cell0 nova_cell1
  nova_manage api_db sync && nova_manage cell_v2 map_cell0 --database_connection "$(database nova_cell0)" && nova_manage db sync &&
    { nova_manage cell_v2 create_cell --name cell1 || [ $? = 2 ]; } # 2: it is there already
}

nova_manage() { run_python nova nova.cmd.manage:main --config-file "$ETC/nova.conf" "$@"; }

start_nova() {
  start_python nova-conductor nova.cmd.conductor:main --config-file "$ETC/nova.conf"
  start_python nova-scheduler nova.cmd.scheduler:main --config-file "$ETC/nova.conf"
  start_python nova-api nova.cmd.api_os_compute:main --config-file "$ETC/nova.conf"
  start_python nova-compute hansa_nova:main --config-file "$ETC/nova-compute.conf"
}
