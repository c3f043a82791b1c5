"""Neutron without agents: every port binds at once, and what an L3 agent would report is set where it would set it."""

from neutron_lib import constants
from neutron_lib.api.definitions import portbindings
from neutron_lib.callbacks import events, registry, resources
from neutron_lib.plugins import constants as plugin_names
from neutron_lib.plugins import directory
from neutron_lib.plugins.ml2 import api

# Ports that no compute host asks to bind: an L3 agent brings them up.
ROUTER_PORTS = (constants.DEVICE_OWNER_ROUTER_INTF, constants.DEVICE_OWNER_ROUTER_GW)


class AlwaysBind(api.MechanismDriver):
    @property
    def connectivity(self):
        return portbindings.CONNECTIVITY_L2

    def initialize(self):
        for event in (events.AFTER_CREATE, events.AFTER_UPDATE):
            registry.subscribe(self._settle_floating_ip, resources.FLOATING_IP, event)
            registry.subscribe(self._settle_router_port, resources.PORT, event)

    def bind_port(self, context):
        for segment in context.segments_to_bind[:1]:
            details = {portbindings.CAP_PORT_FILTER: True}
            context.set_binding(segment[api.ID], portbindings.VIF_TYPE_OVS, details, status=constants.PORT_STATUS_ACTIVE)

    def _settle_floating_ip(self, resource, event, trigger, payload):
        address = payload.latest_state
        status = constants.FLOATINGIP_STATUS_ACTIVE if address.get("port_id") else constants.FLOATINGIP_STATUS_DOWN
        if address.get("status") == status:
            return
        # The caller's own session: it may still hold the row (deleting a port that a floating IP points to).
        router_plugin = directory.get_plugin(plugin_names.L3)
        router_plugin.update_floatingip_status(payload.context.elevated(), address["id"], status)
        address["status"] = status

    def _settle_router_port(self, resource, event, trigger, payload):
        port = payload.latest_state
        if port.get("device_owner") not in ROUTER_PORTS or not port.get("admin_state_up"):
            return
        if port.get("status") == constants.PORT_STATUS_DOWN:
            directory.get_plugin().update_port_status(payload.context.elevated(), port["id"], constants.PORT_STATUS_ACTIVE)
            port["status"] = constants.PORT_STATUS_ACTIVE
