import type { Image } from '../records.js';

/**
 * The system images a project sees. Names and versions as the vendor's; ids where public reports show them (debian-12 and
 * ubuntu), else the emulator's; sizes are the emulator's.
 */
const rows = [
  ['debian', '11', 'Debian 11', 45_557_056, 103_907_373],
  ['debian', '12', 'Debian 12', 114_690_387, 114_690_389],
  ['debian', '13', 'Debian 13', 310_557_660, 310_557_661],
  ['ubuntu', '22.04', 'Ubuntu 22.04', 67_794_396, 103_908_130],
  ['ubuntu', '24.04', 'Ubuntu 24.04', 161_547_269, 161_547_270],
  ['fedora', '41', 'Fedora 41', 201_306_471, 201_306_472],
  ['fedora', '42', 'Fedora 42', 232_895_396, 232_895_397],
  ['centos', 'stream-9', 'CentOS Stream 9', 45_776_820, 103_907_375],
  ['centos', 'stream-10', 'CentOS Stream 10', 232_895_400, 232_895_401],
  ['rocky', '9', 'Rocky Linux 9', 76_766_499, 103_907_376],
  ['rocky', '10', 'Rocky Linux 10', 279_546_330, 279_546_331],
  ['alma', '9', 'AlmaLinux 9', 75_409_998, 103_907_377],
  ['alma', '10', 'AlmaLinux 10', 267_112_444, 267_112_445],
  ['opensuse', '15', 'openSUSE Leap 15', 67_794_400, 103_907_378],
] as const;

/** Deprecated images are listed on demand only, and still to be had for three months (docs.hetzner.cloud, images). */
const DEPRECATED: Readonly<Record<string, string>> = {
  'debian-11': '2026-08-31T00:00:00Z',
  'fedora-41': '2026-06-01T00:00:00Z',
};

export const systemImages: readonly Image[] = rows
  .flatMap(([flavor, version, description, x86, arm]) =>
    (
      [
        ['x86', x86],
        ['arm', arm],
      ] as const
    ).map(([architecture, id]): Image => {
      const name = `${flavor}-${version}`;
      return {
        id,
        name,
        type: 'system',
        status: 'available',
        description,
        image_size: null,
        disk_size: 5,
        created: '2025-08-01T06:00:00Z',
        created_from: null,
        bound_to: null,
        os_flavor: flavor,
        os_version: version,
        rapid_deploy: true,
        protection: { delete: false },
        deprecated: DEPRECATED[name] ?? null,
        deleted: null,
        labels: {},
        architecture,
      };
    }),
  )
  .sort((a, b) => a.id - b.id);
