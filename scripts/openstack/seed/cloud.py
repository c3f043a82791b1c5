"""What a public cloud offers before its first customer: sizes, images, a way out, volume types, quotas."""

import os
import time

import flavors
import images
import quotas
from api import admin, until, url

IMAGE, COMPUTE, NETWORK = url("glance") + "/v2", url("nova") + "/v2.1", url("neutron") + "/v2.0"


def seed():
    session = admin()
    volume = f"{url('cinder')}/v3/{session.project_id}"
    until("Placement", 90, lambda: "resource_providers" in session.get(url("placement") + "/resource_providers"))
    until("Glance", 90, lambda: "images" in session.get(IMAGE + "/images"))
    images.seed(session, IMAGE)
    until("Nova's API", 90, lambda: "flavors" in session.get(COMPUTE + "/flavors"))
    flavors.seed(session, COMPUTE, url("placement"))
    until("Neutron", 120, lambda: "networks" in session.get(NETWORK + "/networks"))
    external_network(session)
    until("Cinder's API", 90, lambda: "volume_types" in session.get(volume + "/types"))
    volume_types(session, volume)
    quotas.seed(session, COMPUTE, NETWORK, volume)
    until("cinder-volume or cinder-scheduler", 90, lambda: {"cinder-volume", "cinder-scheduler"} <= reporting(session, volume))
    # Until cinder-volume has told what it has, the scheduler refuses every volume.
    until("a pool at cinder-scheduler", 150, lambda: session.get(volume + "/scheduler-stats/get_pools")["pools"])
    until("nova-conductor, nova-scheduler or nova-compute", 120,
          lambda: {"nova-conductor", "nova-scheduler", "nova-compute"} <= reporting(session, COMPUTE))
    until("nova-compute's hypervisor", 90, lambda: session.get(COMPUTE + "/os-hypervisors")["hypervisors"])


def reporting(session, base):
    """Names of the services that have reported since this run started them: an older report may be the last run's."""
    since = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(int(os.environ["SINCE"])))
    services = session.get(base + "/os-services")["services"]
    return {service["binary"] for service in services if service["state"] == "up" and (service["updated_at"] or "") >= since}


def external_network(session):
    found = session.get(NETWORK + "/networks?name=public")["networks"]
    wanted = {"name": "public", "router:external": True, "provider:network_type": "flat", "provider:physical_network": "public", "mtu": 1500}
    network = found[0] if found else session.post(NETWORK + "/networks", {"network": wanted})["network"]
    if not network["subnets"]:  # addresses for documentation, RFC 5737
        subnet = {"name": "public-v4", "network_id": network["id"], "ip_version": 4, "cidr": "203.0.113.0/24", "enable_dhcp": False,
                  "gateway_ip": "203.0.113.1", "allocation_pools": [{"start": "203.0.113.10", "end": "203.0.113.254"}]}
        session.post(NETWORK + "/subnets", {"subnet": subnet})


def volume_types(session, base):
    known = {kind["name"] for kind in session.get(base + "/types")["volume_types"]}
    for name in {"standard", "ssd"} - known:
        kind = {"name": name, "os-volume-type-access:is_public": True, "extra_specs": {"volume_backend_name": "nothing"}}
        session.post(base + "/types", {"volume_type": kind})
