# Cinder: volumes that exist in its tables only (drivers/hansa_cinder.py).

configure_cinder() {
  mkdir -p "$DATA/cinder/conversion"
  render cinder.conf "$ETC/cinder.conf"
}

schema_cinder() {
  create_databases cinder
  run_python cinder cinder.cmd.manage:main --config-file "$ETC/cinder.conf" db sync
}

start_cinder() {
  start_python cinder-scheduler cinder.cmd.scheduler:main --config-file "$ETC/cinder.conf"
  start_python cinder-volume cinder.cmd.volume:main --config-file "$ETC/cinder.conf"
  start_python cinder-api cinder.cmd.api:main --config-file "$ETC/cinder.conf"
}
