"""The 15 mandatory flavours of SCS (scs-0103-v1), one of no standard, and one that is always sold out."""

# name: vCPUs, GiB, disk in GB (0: the server must boot from a volume)
SCS = {
    "SCS-1V-4": (1, 4, 0), "SCS-2V-8": (2, 8, 0), "SCS-4V-16": (4, 16, 0), "SCS-4V-16-100s": (4, 16, 100), "SCS-8V-32": (8, 32, 0),
    "SCS-1V-2": (1, 2, 0), "SCS-2V-4": (2, 4, 0), "SCS-2V-4-20s": (2, 4, 20), "SCS-4V-8": (4, 8, 0), "SCS-8V-16": (8, 16, 0),
    "SCS-16V-32": (16, 32, 0), "SCS-1V-8": (1, 8, 0), "SCS-2V-16": (2, 16, 0), "SCS-4V-32": (4, 32, 0), "SCS-1L-1": (1, 1, 0),
}
PLAIN = {"m1.small": (1, 2, 20)}
SOLD_OUT = {"gpu.sold-out": (1, 2, 20)}  # wants a trait that no host has: scheduling finds no valid host


def scs_specs(name, disk):
    cores, rest = name.removeprefix("SCS-").split("-", 1)
    specs = {
        "scs:name-v1": "SCS-" + cores + ":" + rest.replace("-", ":"), "scs:name-v2": name,
        "scs:cpu-type": "crowded-core" if cores.endswith("L") else "shared-core",
    }
    return {**specs, "scs:disk0-type": "ssd"} if disk else specs


def seed(session, compute, placement):
    known = {flavor["name"]: flavor["id"] for flavor in session.get(compute + "/flavors")["flavors"]}

    def ensure(name, vcpus, gib, disk, specs):
        if name not in known:
            wanted = {"name": name, "vcpus": vcpus, "ram": gib * 1024, "disk": disk, "os-flavor-access:is_public": True}
            known[name] = session.post(compute + "/flavors", {"flavor": wanted})["flavor"]["id"]
        if specs:
            session.post(f"{compute}/flavors/{known[name]}/os-extra_specs", {"extra_specs": specs})

    for name, (vcpus, gib, disk) in SCS.items():
        ensure(name, vcpus, gib, disk, scs_specs(name, disk))
    for name, shape in PLAIN.items():
        ensure(name, *shape, {})
    session.put(placement + "/traits/CUSTOM_NOWHERE", headers={"OpenStack-API-Version": "placement 1.6"})
    for name, shape in SOLD_OUT.items():
        ensure(name, *shape, {"trait:CUSTOM_NOWHERE": "required"})
