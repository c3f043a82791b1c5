# Neutron: networks without agents. drivers/hansa_neutron.py binds every port and does what the agents would report.

configure_neutron() { render neutron.conf "$ETC/neutron.conf"; }

schema_neutron() {
  create_databases neutron
  run_python neutron neutron.db.migration.cli:main --config-file "$ETC/neutron.conf" upgrade heads
}

start_neutron() { start_python neutron-server neutron.cmd.eventlet.server:main --config-file "$ETC/neutron.conf"; }
