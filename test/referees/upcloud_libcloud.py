"""Drives libcloud's UpCloud driver against an emulator: [method, argument…] lists in JSON on stdin, results in JSON on stdout."""

import json
import sys
from urllib.parse import urlsplit

from libcloud.compute.base import Node, NodeAuthSSHKey, NodeImage, NodeLocation, NodeSize
from libcloud.compute.drivers.upcloud import UpcloudConnection, UpcloudDriver

base, username, password = sys.argv[1:]
target = urlsplit(base)


class Connection(UpcloudConnection):
    def request(self, action, *args, **kwargs):
        # libcloud speaks 1.2 at the root of a host.
        path = action.replace("1.2/", f"{target.path}/1.3/", 1)
        return super().request(path, *args, **kwargs)


class Driver(UpcloudDriver):
    connectionCls = Connection

    def _to_node(self, server, state=None):
        # So called since 1.3.
        return super()._to_node({**server, "vnc_password": server["remote_access_password"]}, state)


driver = Driver(username, password, secure=False, host=target.hostname, port=target.port)


def plain(thing):
    """What a test can compare."""
    if isinstance(thing, list):
        return [plain(one) for one in thing]
    if isinstance(thing, (Node, NodeSize, NodeImage, NodeLocation)):
        hidden = ("driver", "uuid", "_uuid", "extra")
        return {name: value for name, value in vars(thing).items() if name not in hidden}
    return thing


def named(things, wanted):
    return next(one for one in things if wanted in (one.id, one.name))


def call(method, *words):
    if method == "list_sizes":
        return driver.list_sizes(named(driver.list_locations(), words[0]))
    if method == "create_node":
        name, size, image, location, key = words
        place = named(driver.list_locations(), location)
        return driver.create_node(
            name,
            named(driver.list_sizes(place), size),
            named(driver.list_images(), image),
            place,
            NodeAuthSSHKey(key),
        )
    if method in ("reboot_node", "destroy_node"):
        return getattr(driver, method)(named(driver.list_nodes(), words[0]))
    return getattr(driver, method)()


try:
    print(json.dumps([plain(call(*one)) for one in json.load(sys.stdin)]))
except Exception as error:
    # The driver keeps the whole body as the message, and so such an error cannot be shown by itself.
    sys.exit(f"{type(error).__name__}: {vars(error)}")
