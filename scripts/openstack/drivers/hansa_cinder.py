"""Cinder with nothing behind it: volumes, snapshots and clones exist in Cinder's own tables only."""

import io

from cinder import interface
from cinder.volume import driver


@interface.volumedriver
class NothingDriver(driver.VolumeDriver):
    VERSION = "1.0"
    CI_WIKI_NAME = "none"

    def do_setup(self, context): pass
    def check_for_setup_error(self): pass

    def create_volume(self, volume): return {}
    def create_volume_from_snapshot(self, volume, snapshot): return {}
    def create_cloned_volume(self, volume, src_vref): return {}
    def delete_volume(self, volume): pass
    def extend_volume(self, volume, new_size): pass
    def create_snapshot(self, snapshot): return {}
    def delete_snapshot(self, snapshot): pass
    def revert_to_snapshot(self, context, volume, snapshot): pass
    def retype(self, context, volume, new_type, diff, host): return True, None
    def migrate_volume(self, context, volume, host): return True, None

    # "cloned" spares Cinder the download and the conversion of an image that nobody will read
    def clone_image(self, context, volume, image_location, image_meta, image_service): return {}, True
    def copy_image_to_volume(self, context, volume, image_service, image_id, disable_sparse=False): pass

    def copy_volume_to_image(self, context, volume, image_service, image_meta):
        image_service.update(context, image_meta["id"], {}, io.BytesIO(b"volume %s\n" % volume.id.encode()))

    def ensure_export(self, context, volume): pass
    def create_export(self, context, volume, connector): return {}
    def remove_export(self, context, volume): pass
    def validate_connector(self, connector): pass
    def terminate_connection(self, volume, connector, **kwargs): pass

    def initialize_connection(self, volume, connector):
        return {"driver_volume_type": "fake", "data": {"volume_id": volume.id, "encrypted": False, "access_mode": "rw"}}

    def get_volume_stats(self, refresh=False):
        return {
            "volume_backend_name": self.configuration.safe_get("volume_backend_name"), "vendor_name": "none",
            "driver_version": self.VERSION, "storage_protocol": "fake", "total_capacity_gb": 100000, "free_capacity_gb": 90000,
            "reserved_percentage": 0, "thin_provisioning_support": True, "max_over_subscription_ratio": 20,
            "provisioned_capacity_gb": 0, "multiattach": True, "QoS_support": False,
        }
