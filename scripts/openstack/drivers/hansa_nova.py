"""nova-compute on Nova's own fake driver, with two gaps closed: its snapshots never upload anything (the image stays "queued"
for ever), and it forgets its servers when nova-compute restarts."""

import sys
import types


def main():
    from nova.cmd import compute  # first: it monkey-patches

    # Nova loads drivers from its own package only.
    module = types.ModuleType("nova.virt.hansa")
    module.Driver = make_driver()
    sys.modules["nova.virt.hansa"] = module
    return compute.main()


def make_driver():
    import io

    from nova import context as nova_context
    from nova import objects
    from nova.compute import power_state
    from nova.image import glance
    from nova.virt import fake

    class Driver(fake.FakeDriver):
        capabilities = dict(fake.FakeDriver.capabilities, supports_migrate_to_same_host=True, supports_bfv_rescue=True)

        def init_host(self, host):
            super().init_host(host)
            for server in objects.InstanceList.get_by_host(nova_context.get_admin_context(), host):
                if server.vm_state in ("building", "error", "shelved_offloaded") or server.deleted:
                    continue
                state = power_state.RUNNING if server.power_state is None else server.power_state
                self.resources.claim(server.vcpus, server.memory_mb, server.root_gb)
                self.instances[server.uuid] = fake.FakeInstance(server.name, state, server.uuid)

        def snapshot(self, context, instance, image_id, update_task_state):
            super().snapshot(context, instance, image_id, update_task_state)
            images = glance.API()
            image = images.get(context, image_id)
            meta = {"name": image["name"], "disk_format": "raw", "container_format": "bare", "properties": image.get("properties", {})}
            content = io.BytesIO(b"snapshot of " + instance.uuid.encode() + b"\n")
            images.update(context, image_id, meta, content, purge_props=False)

    return Driver
