import type { WireImage } from '../../openstack/wire.js';
import { imageName, toImages } from './images.js';

const image = (more: Partial<WireImage>): WireImage => ({
  id: 'i',
  name: 'x',
  status: 'active',
  visibility: 'public',
  created_at: '2026-01-01T00:00:00Z',
  min_disk: 0,
  ...more,
});

test.each([
  [{ os_distro: 'debian', os_version: '12' }, 'debian-12'],
  [{ os_distro: 'ubuntu', os_version: '24.04' }, 'ubuntu-24.04'],
  [{ os_distro: 'almalinux', os_version: '9.4' }, 'almalinux-9'],
  [{ os_distro: 'centos', os_version: '9', name: 'CentOS Stream 9' }, 'centos-stream-9'],
  [{ os_distro: 'centos', os_version: '7' }, null],
  [{ os_distro: 'ubuntu', os_version: '22.04', os_purpose: 'k8snode' }, null],
  [{ os_distro: 'debian', os_version: '12', image_type: 'snapshot' }, null],
  [{ os_distro: 'windows', os_version: '2022' }, null],
  [{ name: 'Ubuntu 24.04 LTS Noble Numbat' }, 'ubuntu-24.04'],
  [{ name: 'Debian 12 bookworm' }, 'debian-12'],
  [{ name: 'debian-12-genericcloud-amd64' }, 'debian-12'],
  [{ name: 'Rocky Linux 9' }, 'rocky-9'],
  [{ name: 'AlmaLinux 9.3' }, 'almalinux-9'],
  [{ name: 'my-debian-12' }, null],
  [{ name: 'Fedora CoreOS 41' }, null],
])('%j is %s', (facts, name) => {
  expect(imageName(facts)).toBe(name);
});

test('of several with one name the newest public one comes first', () => {
  const debian = { os_distro: 'debian', os_version: '12' };
  const list = toImages([
    image({ id: 'old', ...debian }),
    image({ id: 'private', ...debian, visibility: 'private', created_at: '2026-09-01T00:00:00Z' }),
    image({ id: 'new', ...debian, created_at: '2026-05-01T00:00:00Z', min_disk: 5 }),
    image({ id: 'arm', ...debian, architecture: 'aarch64', os_hidden: true, created_at: '2026-06-01T00:00:00Z' }),
  ]);
  expect(list.map(({ id }) => id)).toEqual(['arm', 'new', 'old', 'private']);
  expect(list[0]).toMatchObject({ architecture: 'arm', deprecated: true });
  expect(list[1]).toEqual({ id: 'new', name: 'debian-12', architecture: 'x86', minDiskGib: 5 });
});
