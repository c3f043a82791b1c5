import { imageName, images, labelOf, seenImage } from './images.js';
import { PLACES } from './places.js';
import { scriptedApi } from './scripted-api.fixture.js';

// Titles and labels of `GET /marketplace/v2/images`, and of servers, as recorded 2026-06 and 2026-07.
it.each([
  ['AlmaLinux 9', 'almalinux_9', 'almalinux-9'],
  ['Centos Stream 9', 'centos_stream_9', 'centos-stream-9'],
  ['Debian 11 (Bullseye)', 'debian_bullseye', 'debian-11'],
  ['Debian 12 (Bookworm)', 'debian_bookworm', 'debian-12'],
  ['Debian Bookworm', 'debian_bookworm', 'debian-12'],
  ['Debian 13 (Trixie)', 'debian_trixie', 'debian-13'],
  ['Fedora 43', 'fedora_43', 'fedora-43'],
  ['Rocky Linux 9', 'rockylinux_9', 'rocky-9'],
  ['Ubuntu 20.04 Focal Fossa', 'ubuntu_focal', 'ubuntu-20.04'],
  ['Ubuntu 22.04 Jammy Jellyfish', 'ubuntu_jammy', 'ubuntu-22.04'],
  ['Ubuntu 24.04 Noble Numbat', 'ubuntu_noble', 'ubuntu-24.04'],
])('%s is %s, %s', (title, label, name) => {
  expect(labelOf(title)).toBe(label);
  expect(imageName(label)).toBe(name);
});

it.each([
  'Ubuntu Jammy GPU OS 12',
  'Ubuntu Jammy GPU OS 12 passthrough',
  'Windows Server 2022',
  'OpenVPN',
  'my debian bookworm copy',
])('%s is no common distribution', (title) => expect(labelOf(title)).toBeUndefined());

it('lists labels for both architectures and own images, in three requests', async () => {
  const { api, sent } = scriptedApi(({ path, query }) => {
    if (path.startsWith('/instance')) {
      return { images: [{ id: 'uuid-1', name: 'golden', arch: 'x86_64', root_volume: { size: 20e9 } }] };
    }
    const arm = query?.['arch'] === 'arm64';
    return {
      images: [
        { label: 'debian_bookworm', name: 'Debian 12 (Bookworm)' },
        ...(arm ? [] : [{ label: 'openvpn', name: 'OpenVPN' }]),
      ],
    };
  });
  expect(await images(api, PLACES[0]!)).toEqual([
    { id: 'debian_bookworm', name: 'debian-12', architecture: 'x86' },
    { id: 'openvpn', name: null, architecture: 'x86' },
    { id: 'debian_bookworm', name: 'debian-12', architecture: 'arm' },
    { id: 'uuid-1', name: null, architecture: 'x86', minDiskGib: 18 },
  ]);
  expect(sent).toHaveLength(3);
});

describe('seenImage', () => {
  const image = (name: string, isPublic = true) => ({ id: 'uuid-9', name, arch: 'x86_64' as const, public: isPublic });

  it('asks nobody about the common distributions', async () => {
    const { api, sent } = scriptedApi(() => undefined);
    expect(await seenImage(api, image('Debian 12 (Bookworm)'))).toEqual({
      image: 'debian-12',
      nativeImage: 'debian_bookworm',
    });
    expect(await seenImage(api, image('Debian 12 (Bookworm)', false))).toEqual({
      image: 'uuid-9',
      nativeImage: 'uuid-9',
    });
    expect(await seenImage(api, null)).toEqual({});
    expect(sent).toEqual([]);
  });

  it('asks the marketplace once about the rest', async () => {
    const { api, sent } = scriptedApi(() => ({ images: [{ label: 'openvpn', name: 'OpenVPN' }], total_count: 1 }));
    expect(await seenImage(api, image('openvpn'))).toEqual({ image: 'openvpn', nativeImage: 'openvpn' });
    expect(await seenImage(api, image('withdrawn'))).toEqual({ image: 'uuid-9', nativeImage: 'uuid-9' });
    expect(sent).toHaveLength(1);
  });
});
