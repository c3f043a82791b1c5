/**
 * Labels of the vendor's marketplace: those of distributions that its own tools name (scaleway-cli and the Terraform provider,
 * 2026-08). Ids are the emulator's own, the same in every run: the vendor's change with each build of an image.
 */
export const DISTRIBUTIONS: readonly { readonly label: string; readonly name: string }[] = [
  { label: 'almalinux_8', name: 'AlmaLinux 8' },
  { label: 'almalinux_9', name: 'AlmaLinux 9' },
  { label: 'centos_stream_9', name: 'CentOS Stream 9' },
  { label: 'debian_bookworm', name: 'Debian Bookworm' },
  { label: 'debian_bullseye', name: 'Debian Bullseye' },
  { label: 'debian_trixie', name: 'Debian Trixie' },
  { label: 'fedora_42', name: 'Fedora 42' },
  { label: 'fedora_43', name: 'Fedora 43' },
  { label: 'rockylinux_8', name: 'Rocky Linux 8' },
  { label: 'rockylinux_9', name: 'Rocky Linux 9' },
  { label: 'ubuntu_focal', name: 'Ubuntu 20.04 Focal Fossa' },
  { label: 'ubuntu_jammy', name: 'Ubuntu 22.04 Jammy Jellyfish' },
  { label: 'ubuntu_noble', name: 'Ubuntu 24.04 Noble Numbat' },
  { label: 'ubuntu_resolute', name: 'Ubuntu 26.04 Resolute Raccoon' },
];

/** When the emulator's images were made: a date must stand there. */
export const PUBLISHED_AT = Date.UTC(2026, 4, 12, 15, 6, 26);

/** The Organization that owns the vendor's images, recorded 2026-07. */
export const IMAGE_OWNER = '51b656e3-4865-41e8-adbc-0c45bdd780db';
