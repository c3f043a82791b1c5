# Glance: images, in a folder.

configure_glance() {
  mkdir -p "$DATA"/glance/{images,staging,tasks}
  render glance.conf "$ETC/glance.conf"
}

schema_glance() {
  create_databases glance
  run_python glance glance.cmd.manage:main --config-file "$ETC/glance.conf" db_sync
}

start_glance() { start_python glance-api glance.cmd.api:main --config-file "$ETC/glance.conf"; }
