"""Public images with the properties of scs-0102-v1. Their content is a line of text: nothing boots here."""

# name: os_distro, os_version, GB of disk at least, login
IMAGES = {
    "Debian 12": ("debian", "12", 5, "debian"),
    "Ubuntu 24.04": ("ubuntu", "24.04", 8, "ubuntu"),
    "AlmaLinux 9": ("almalinux", "9", 10, "almalinux"),
}


def seed(session, base):
    known = {image["name"]: image for image in session.get(base + "/images?limit=1000")["images"]}
    for name, (distro, version, disk, login) in IMAGES.items():
        image = known.get(name) or session.post(base + "/images", {
            "name": name, "disk_format": "raw", "container_format": "bare", "visibility": "public", "min_disk": disk, "min_ram": 512,
            "architecture": "x86_64", "os_distro": distro, "os_version": version, "os_purpose": "generic", "hw_disk_bus": "scsi",
            "hw_scsi_model": "virtio-scsi", "hw_rng_model": "virtio", "image_original_user": login, "image_source": "private",
            "image_description": "A test bench's image: holds no operating system", "image_build_date": "2026-11-01",
            "replace_frequency": "never", "provided_until": "none", "uuid_validity": "forever",
        })
        if image["status"] == "queued":
            session.put(f"{base}/images/{image['id']}/file", f"image {name}\n".encode())
