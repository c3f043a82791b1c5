import { CloudError, type NativeImage, resolvePlace } from '@hansa/sdk';
import { openClouds } from '../../clouds/configured.js';
import { note, print, printJson } from '../../output/print.js';
import { table } from '../../output/table.js';
import type { ImagesOptions } from './index.js';

export async function images({ cloud, region, json }: ImagesOptions): Promise<void> {
  const { hansa, ids } = await openClouds([cloud]);
  const handle = hansa.cloud(ids[0]!);
  const places = await handle.places();
  const place = resolvePlace(places, region ?? places[0]?.id ?? '', handle.id);
  if ('severity' in place) {
    const { code, attribute, message, next = [] } = place;
    throw new CloudError(code, { cloud: handle.id, attribute, message, next });
  }
  const list = [...(await handle.images(place.id))].sort((a, b) => compare(nameOf(a), nameOf(b)));
  if (json) {
    const shown = ({ id, name, architecture, minDiskGib, deprecated }: NativeImage) => {
      return { name, id, architecture, minDiskGib: minDiskGib ?? null, deprecated: deprecated ?? false };
    };
    return printJson({ cloud: handle.id, place: place.id, images: list.map(shown) });
  }
  const rows = list.map((image) => [
    image.name ?? '',
    image.id,
    image.architecture,
    image.minDiskGib === undefined ? '' : String(image.minDiskGib),
    image.deprecated ? 'ending' : '',
  ]);
  note(`${handle.id} ${place.id}`);
  print(
    table(
      [
        { title: 'image' },
        { title: 'own id' },
        { title: 'arch' },
        { title: 'min. GiB', align: 'right' },
        { title: '' },
      ],
      rows,
    ),
  );
}

/** Images of the model's own names first. */
const nameOf = ({ name, id, architecture }: NativeImage): string => `${name ?? `~${id}`} ${architecture}`;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
