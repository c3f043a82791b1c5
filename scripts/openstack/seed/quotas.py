"""Room for a conformance run in one project, next to none in the other, to meet the genuine refusals."""

from api import AUTH_URL

ROOMY = {
    "compute": {"instances": 200, "cores": 2000, "ram": 4_000_000, "key_pairs": 500, "metadata_items": 128, "server_groups": 100},
    "network": {"network": 200, "subnet": 300, "port": 400, "router": 100, "floatingip": 200, "security_group": 200, "security_group_rule": 2000},
    "volume": {"volumes": 200, "gigabytes": 50_000, "snapshots": 200},
}
TINY = {
    "compute": {"instances": 1, "cores": 4, "ram": 8192},
    "network": {"network": 2, "subnet": 2, "port": 5, "router": 1, "floatingip": 1, "security_group": 3, "security_group_rule": 20},
    "volume": {"volumes": 1, "gigabytes": 50, "snapshots": 1},
}


def seed(session, compute, network, volume):
    for name, quota in {"hansa": ROOMY, "hansa-small": TINY}.items():
        project = session.get(f"{AUTH_URL}/projects?name={name}")["projects"][0]["id"]
        session.put(f"{compute}/os-quota-sets/{project}", {"quota_set": quota["compute"]})
        session.put(f"{network}/quotas/{project}", {"quota": quota["network"]})
        session.put(f"{volume}/os-quota-sets/{project}", {"quota_set": quota["volume"]})
