import { unmet } from '../model/problem.js';
import type { Kept } from '../model/record.js';
import { resolve } from '../model/reference.js';
import { type Ground, regionOf } from './ground.js';
import { bootVolumeOf, followed } from './wiring.js';

/** How many images may stand between an instance and the cloud's own image. */
const DEPTH = 8;

/** The cloud's image that an instance boots: that of its boot volume, through however many images made of volumes. */
export async function bootImageOf(ground: Ground, instance: Kept<'instance'>): Promise<string> {
  let volume = bootVolumeOf(ground.store, instance);
  for (let depth = 0; depth < DEPTH; depth++) {
    if (volume.cloud?.everAttached) throw unmet(`${volume.at.name} was in use: the cloud cannot copy what is on it`);
    const { sourceImageRef } = volume.spec;
    if (!sourceImageRef) return ground.bootImage;
    const [image] = followed(ground.store, volume, [sourceImageRef], 'image');
    if (!image) return catalogueImage(ground, instance, resolve(sourceImageRef, volume.at)?.name);
    const [source] = followed(ground.store, image, [image.spec.blockStorageRef], 'block-storage');
    if (!source) throw unmet(`the block storage of the image ${image.at.name} is not there`);
    volume = source;
  }
  throw unmet('its image is made of images in a circle');
}

async function catalogueImage(ground: Ground, { at }: Kept<'instance'>, name = ''): Promise<string> {
  const images = await ground.catalogue.images(regionOf(ground, at));
  const found = images.find((image) => image.name === name);
  if (found) return found.image;
  throw unmet(`there is no image ${name}`);
}
