import type { Server } from '../../../kinds/server/index.js';
import type { Want } from '../../../runtime/driver/cell.js';
import type { OpenStackApi } from '../api.js';
import { toSize } from '../sizes.js';
import { createBody } from './body.js';

type Body = { server: { imageRef?: string; block_device_mapping_v2?: Record<string, unknown>[] } };

async function made(flavourDisk: number, diskGib: number | undefined, volumeType?: string) {
  const flavor = { id: 'f', name: 'm1', vcpus: 2, ram: 4096, disk: flavourDisk };
  const api = { flavors: async () => [flavor], volumeType } as Partial<OpenStackApi> as OpenStackApi;
  const want = {
    name: 'web',
    nativeSize: toSize(flavor),
    nativeImage: { id: 'img', minDiskGib: 25 },
    diskGib,
    native: {},
  };
  const { server } = (await createBody(api, want as unknown as Want<typeof Server>)) as Body;
  return { image: server.imageRef, volumes: server.block_device_mapping_v2 };
}

test.each([
  [20, undefined],
  [20, 10],
  [20, 20],
])('a flavour with %s GiB and a wish for %s: its own disk', async (own, wanted) => {
  expect(await made(own, wanted)).toEqual({ image: 'img', volumes: undefined });
});

test.each([
  [20, 21, 21],
  [0, 40, 40],
  [0, undefined, 25],
])('a flavour with %s GiB and a wish for %s: a volume, made and deleted with the server', async (own, wanted, gib) => {
  const { image, volumes } = await made(own, wanted);
  expect(image).toBeUndefined();
  expect(volumes).toEqual([
    {
      boot_index: 0,
      uuid: 'img',
      source_type: 'image',
      destination_type: 'volume',
      volume_size: gib,
      delete_on_termination: true,
    },
  ]);
});

test('the volume type of the settings', async () => {
  expect((await made(0, 40, 'ssd')).volumes).toMatchObject([{ volume_type: 'ssd' }]);
});
