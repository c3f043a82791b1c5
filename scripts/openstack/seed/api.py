"""HTTP to the services, with the standard library alone."""

import json
import os
import pathlib
import sys
import time
import urllib.error
import urllib.request

STATE = pathlib.Path(os.environ["STATE"])
REGION = os.environ["REGION"]
PORTS = dict(entry.split("=") for entry in os.environ["PORTS"].split())


def url(service):
    return f"http://{os.environ['IP']}:{PORTS[service]}"


AUTH_URL = url("keystone") + "/v3"


def secret(name):
    return (STATE / "secrets" / name).read_text().strip()


def call(method, address, body=None, token=None, headers=None):
    """Sends JSON, or raw bytes when body is bytes; returns (decoded body, headers)."""
    sent = {"Accept": "application/json", **(headers or {})}
    if token:
        sent["X-Auth-Token"] = token
    if isinstance(body, bytes):
        sent["Content-Type"] = "application/octet-stream"
    elif body is not None:
        body, sent["Content-Type"] = json.dumps(body).encode(), "application/json"
    with urllib.request.urlopen(urllib.request.Request(address, data=body, method=method, headers=sent), timeout=120) as reply:
        text = reply.read()
        is_json = text and "json" in (reply.headers.get("Content-Type") or "")
        return (json.loads(text) if is_json else text), reply.headers


class Session:
    """A project-scoped login."""

    def __init__(self, user, project, password):
        scope = {"project": {"name": project, "domain": {"id": "default"}}}
        who = {"name": user, "password": password, "domain": {"id": "default"}}
        methods = {"methods": ["password"], "password": {"user": who}}
        body, headers = call("POST", AUTH_URL + "/auth/tokens", {"auth": {"identity": methods, "scope": scope}})
        self.token, self.project_id, self.user_id = headers["X-Subject-Token"], body["token"]["project"]["id"], body["token"]["user"]["id"]

    def get(self, address):
        return call("GET", address, None, self.token)[0]

    def post(self, address, body, headers=None):
        return call("POST", address, body, self.token, headers)[0]

    def put(self, address, body=None, headers=None):
        return call("PUT", address, body, self.token, headers)[0]

    def delete(self, address):
        call("DELETE", address, None, self.token)


def admin():
    return Session("admin", "admin", secret("admin"))


def until(what, seconds, check):
    """Calls check until it returns something; ends the program when it has not after so many seconds."""
    end, last = time.time() + seconds, "never answered"
    while time.time() < end:
        try:
            got = check()
            if got:
                return got
            last = "not yet"
        except urllib.error.HTTPError as error:
            last = f"{error} {error.read()[:300]!r}"
        except OSError as error:
            last = repr(error)
        time.sleep(0.3)
    sys.exit(f"{what} was not ready after {seconds} s: {last}")
