import { imageName } from './images.js';
import type { WireImage } from './wire.js';

const image = (more: Partial<WireImage>): WireImage => ({
  id: 1,
  type: 'system',
  name: 'debian-12',
  os_flavor: 'debian',
  os_version: '12',
  architecture: 'x86',
  disk_size: 5,
  deprecated: null,
  ...more,
});

it.each([
  [{}, 'debian-12'],
  [{ name: 'ubuntu-24.04', os_flavor: 'ubuntu', os_version: '24.04' }, 'ubuntu-24.04'],
  [{ name: 'alma-9', os_flavor: 'alma', os_version: '9' }, 'almalinux-9'],
  [{ name: 'centos-stream-9', os_flavor: 'centos', os_version: 'stream9' }, 'centos-stream-9'],
  [{ type: 'app', name: 'docker-ce', os_flavor: 'ubuntu', os_version: '24.04' } as const, null],
  [{ type: 'snapshot', name: null } as const, null],
  [{ os_flavor: 'unknown', os_version: null }, null],
])('%j is %s', (more, name) => {
  expect(imageName(image(more))).toBe(name);
});
