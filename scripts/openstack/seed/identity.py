"""Users, projects, roles and the service catalogue."""

from api import AUTH_URL, REGION, admin, secret, until, url

SERVICE_USERS = ("placement", "glance", "nova", "neutron", "cinder")
PROJECTS = {"hansa": "roomy: what a conformance run needs", "hansa-small": "tiny quotas: one server, one volume, one floating IP"}
CATALOGUE = (  # type, name, URL
    ("placement", "placement", url("placement")),
    ("image", "glance", url("glance")),
    ("compute", "nova", url("nova") + "/v2.1"),
    ("network", "neutron", url("neutron")),
    ("volumev3", "cinderv3", url("cinder") + "/v3/%(project_id)s"),
)


def seed():
    session = until("Keystone", 60, admin)

    def ensure(kind, one, name, **attributes):
        found = session.get(f"{AUTH_URL}/{kind}?name={name}")[kind]
        return (found or [session.post(f"{AUTH_URL}/{kind}", {one: {"name": name, **attributes}})[one]])[0]["id"]

    def grant(project, user, *names):
        for name in names:
            session.put(f"{AUTH_URL}/projects/{project}/users/{user}/roles/{ensure('roles', 'role', name)}")

    services = ensure("projects", "project", "service", domain_id="default")
    for name in SERVICE_USERS:
        user = ensure("users", "user", name, domain_id="default", password=secret("service"), default_project_id=services)
        grant(services, user, "admin", "service")
    for name, description in PROJECTS.items():
        project = ensure("projects", "project", name, domain_id="default", description=description)
        user = ensure("users", "user", name, domain_id="default", password=secret(name), default_project_id=project)
        grant(project, user, "member", "reader")
    publish(session)


def publish(session):
    known = {service["type"]: service["id"] for service in session.get(AUTH_URL + "/services")["services"]}
    there = {(point["service_id"], point["interface"]) for point in session.get(AUTH_URL + "/endpoints")["endpoints"]}
    for kind, name, address in CATALOGUE:
        service = known.get(kind) or session.post(AUTH_URL + "/services", {"service": {"type": kind, "name": name}})["service"]["id"]
        for interface in ("public", "internal", "admin"):
            if (service, interface) not in there:
                point = {"service_id": service, "interface": interface, "region_id": REGION, "url": address}
                session.post(AUTH_URL + "/endpoints", {"endpoint": point})
